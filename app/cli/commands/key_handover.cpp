// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "keys/hand_over.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static QString aliasFor(const Context &context, const FoundKey &found)
{
    if (context.args.has("alias"))
        return context.args.value("alias");
    if (!found.key.aliases.isEmpty())
        return found.key.aliases.first();
    const QList<Alias> &all = found.session->state().aliases;
    return all.isEmpty() ? u"MODEL"_s : all.first().name;
}

static Task<int> run(Context &context)
{
    const QString what = u"key handover"_s;
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    const QUrl url = found->session->state().profile.dataUrl;
    const auto all = keys::handOvers(found->key.name, url, aliasFor(context, *found));
    QStringList known;
    QJsonArray texts;
    for (const keys::HandOver &each : all) {
        known << each.id;
        texts.append(QJsonObject{{u"id"_s, each.id}, {u"title"_s, each.title}, {u"text"_s, each.text}});
    }
    const QString wanted = context.args.value("as");
    if (!wanted.isEmpty() && !known.contains(wanted))
        co_return context.failed(
            misuse(what, Words::tr("--as %1 is not known").arg(wanted), Words::tr("one of %1").arg(known.join(u", "_s)))
                .value());
    context.out.document(
        {{u"key"_s, found->key.name}, {u"variable"_s, keys::variableOf(found->key.name)}, {u"texts"_s, texts}});
    for (const keys::HandOver &each : all)
        if (wanted.isEmpty() || each.id == wanted)
            context.out.line(
                wanted.isEmpty() ? u"## %1 (--as %2)\n%3\n"_s.arg(each.title, each.id, each.text) : each.text);
    context.out.note(Words::tr("the text names a variable, not the key"));
    co_return AllWell;
}

extern const Command keyHandover;
const Command keyHandover{"key handover", "ID",
    QT_TRANSLATE_NOOP("Words", "prints what a client needs to use a key: .env, shell, Kubernetes, Codex, …"),
    "key handover checkout-prod --as kubernetes",
    {{"as", "FORMAT", QT_TRANSLATE_NOOP("Words", "one of them; without it all")},
        {"alias", "A", QT_TRANSLATE_NOOP("Words", "the alias that the text calls")}},
    run};

} // namespace cli
