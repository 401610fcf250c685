// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_view.h"
#include "cli/kept_catalog.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "domain/network.h"
#include "keys/reach.h"
#include "net/own_addresses.h"
#include <algorithm>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key may"_s;

static Maybe<QStringList> addressesOf(const Args &args, const QUrl &towards)
{
    if (!args.has("from"))
        return net::ownAddresses(towards);
    const QString address = args.value("from");
    if (isNetwork(address) && !address.contains(u'/'))
        return QStringList{address};
    return misuse(u"--from"_s, Words::tr("\"%1\" is no address").arg(address), u"--from 10.20.3.4"_s);
}

static QJsonObject jsonOf(const Key &key, const keys::Reach &reach, const QStringList &from)
{
    return {{u"key"_s, key.name}, {u"alias"_s, reach.alias}, {u"allowed"_s, reach.allowed()},
        {u"rule"_s, keys::nameOf(reach.rule)}, {u"from"_s, QJsonArray::fromStringList(from)}};
}

static QString sentence(const Key &key, const keys::Reach &reach)
{
    const QString words = reach.allowed() ? Words::tr("%1 may call %2: %3") : Words::tr("%1 may not call %2: %3");
    return words.arg(key.name, reach.alias, keys::wordsOf(reach.rule));
}

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    workspace::LiveSession &session = *found->session;
    const auto from = addressesOf(context.args, session.state().profile.dataUrl);
    if (!from)
        co_return context.failed(from.error());
    const QString name = context.args.word(1);
    const auto listed = co_await listedAliases(context, what);
    if (!listed)
        co_return context.failed(listed.error());
    const auto alias = std::ranges::find(*listed, name, &Alias::name);
    if (alias == listed->end())
        co_return context.failed(
            misuse(what, Words::tr("the gateway lists no alias \"%1\"").arg(name), context.hint(u"alias list"_s))
                .value());
    const keys::Caller caller{Clock().now(), *from};
    const keys::Reach reach = keys::reachOf(found->key, *alias, caller);
    context.out.document(jsonOf(found->key, reach, *from));
    context.out.line(sentence(found->key, reach));
    if (!found->key.networks.isEmpty())
        context.out.note(Words::tr("judged as coming from %1").arg(from->join(u", "_s)));
    co_return reach.allowed() ? AllWell : CheckFailed;
}

extern const Command keyMay;
const Command keyMay{"key may", "ID ALIAS",
    QT_TRANSLATE_NOOP("Words", "says whether a key may call an alias from this machine, and which rule decides"),
    "key may demo-app fast --from 10.20.3.4",
    {{"from", "ADDRESS", QT_TRANSLATE_NOOP("Words", "the address the call comes from; this machine's by default")}},
    run};

} // namespace cli
