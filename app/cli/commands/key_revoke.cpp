// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/set_writes.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "workspace/revoke_work.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key revoke"_s;

namespace {

using Line = workspace::RevokedLine;

QString wordOf(Line::Result result)
{
    switch (result) {
    case Line::Result::Disabled:
        return Words::tr("disabled");
    case Line::Result::WasDisabled:
        return Words::tr("was disabled");
    case Line::Result::Unknown:
        return Words::tr("not known");
    case Line::Result::Failed:
        break;
    }
    return Words::tr("FAILED");
}

QString whyOf(const Line &line)
{
    if (line.result == Line::Result::Unknown)
        return Words::tr("it lists no keys; revoke there by hand");
    if (line.readOnly)
        return Words::tr("this profile is read-only");
    return line.failure ? trouble(what, *line.failure, line.attempt).value().why : QString();
}

QJsonObject jsonOf(const Line &line)
{
    static const QStringList results{u"disabled"_s, u"was_disabled"_s, u"unknown"_s, u"failed"_s};
    return {{u"profile"_s, line.profile}, {u"key"_s, line.key.name}, {u"id"_s, line.key.id},
        {u"result"_s, results.at(int(line.result))}, {u"why"_s, whyOf(line)}};
}

Task<Maybe<QString>> ownerMeant(Context &context)
{
    if (context.args.has("owner") == !context.args.word(0).isEmpty())
        co_return misuse(what, Words::tr("name a key, or its owner with --owner"), u"gwctl key revoke --owner web"_s);
    if (context.args.has("owner"))
        co_return context.args.value("owner");
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return tl::unexpected<Trouble>(found.error());
    const QString owner = found->key.passport.owner;
    if (owner.isEmpty())
        co_return misuse(what,
            Words::tr("the key %1 has no owner, so no others can be found by it").arg(found->key.name),
            context.hint(u"key disable %1"_s.arg(found->key.id)));
    co_return owner;
}

void print(Context &context, const QList<Line> &lines)
{
    QJsonArray items;
    Table rows{{Words::tr("CONNECTION"), Words::tr("KEY"), Words::tr("RESULT"), Words::tr("WHY")}};
    for (const Line &line : lines) {
        items.append(jsonOf(line));
        rows << QStringList{line.profile, line.key.name, wordOf(line.result), whyOf(line)};
    }
    context.out.document(listDocument(items, true));
    if (!lines.isEmpty())
        context.out.table(rows);
}

int exitAfter(Context &context, const QString &owner, const QList<Line> &lines)
{
    print(context, lines);
    if (context.interrupts.happened()) {
        context.out.note(Words::tr("stopped: not every key of %1 is revoked").arg(owner));
        return Interrupted;
    }
    const bool anyKey = std::ranges::any_of(lines, [](const Line &line) { return !line.key.name.isEmpty(); });
    if (std::ranges::any_of(lines, [](const Line &line) { return line.result == Line::Result::Failed; })) {
        context.out.note(Words::tr("not all is revoked: mend what failed and run this again; until then switch off the "
                                   "provider keys behind those gateways"));
        return CheckFailed;
    }
    if (!anyKey) {
        context.out.note(Words::tr("no connection lists a key of %1").arg(owner));
        return CheckFailed;
    }
    context.out.note(Words::tr("proof that they are refused: %1").arg(context.hint(u"key prove --key-env OLD_KEY"_s)));
    return AllWell;
}

workspace::RevokeWish wishOf(Context &context, const QString &owner)
{
    workspace::RevokeWish wish;
    wish.owner = owner;
    wish.title = Words::tr("revoke every key of %1").arg(owner);
    wish.reason = context.args.value("reason");
    wish.stops = [&context] { return context.interrupts.happened(); };
    return wish;
}

Task<int> run(Context &context)
{
    const auto opened = co_await openWorkspace(context);
    if (!opened)
        co_return context.failed(opened.error());
    const auto owner = co_await ownerMeant(context);
    if (!owner)
        co_return context.failed(owner.error());
    const QString question =
        Words::tr("disable every key of %1 on %n connection(s)", nullptr, int((*opened)->state().profiles.size()))
            .arg(*owner);
    const auto sure = context.args.has("yes") ? Maybe<>() : confirmed(question);
    if (!sure)
        co_return context.failed(sure.error());
    context.interrupts.handledByCommand(); // it ends between two keys
    const auto reach = [&context](workspace::LiveSession &session) { return connected(context, session); };
    workspace::OwnerRevocation everywhere(std::make_unique<workspace::LiveRevokeWork>(**opened, reach));
    const workspace::RevokeWish wish = wishOf(context, *owner);
    const QList<Line> lines = co_await everywhere.everywhere(wish);
    co_return exitAfter(context, *owner, lines);
}

} // namespace

extern const Command keyRevoke;
const Command keyRevoke{"key revoke", "[ID]",
    QT_TRANSLATE_NOOP("Words", "disables every key of an owner, or of that key's owner, on all connections at once"),
    "key revoke --owner web --reason leaked --yes",
    {{"owner", "NAME", QT_TRANSLATE_NOOP("Words", "whose keys, in place of ID")}, reasonOption}, run};

} // namespace cli
