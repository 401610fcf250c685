// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "base/money.h"
#include "cli/json.h"
#include "cli/tombstone.h"
#include "cli/words.h"
#include "secrets/handover.h"

using namespace Qt::StringLiterals;

namespace cli {

static Maybe<Key> theOnly(const QList<Key> &named, const QString &word, const QString &what)
{
    if (named.isEmpty())
        return misuse(what, Words::tr("no key has the id or the name \"%1\"").arg(word), u"gwctl key list"_s);
    if (named.size() == 1)
        return named.first();
    QStringList ids;
    for (const Key &key : named)
        ids << key.id;
    return misuse(what, Words::tr("%n key(s) named \"%1\"", nullptr, int(named.size())).arg(word),
        Words::tr("one of the ids %1").arg(ids.join(u", "_s)));
}

Task<Maybe<FoundKey>> findKey(Context &context, QString what)
{
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    FoundKey found;
    found.session = *session;
    gateway::Keys *keys = found.session->admin().keys();
    if (!keys)
        co_return trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}, found.session->attempt());
    const QString word = context.args.word(0);
    const auto byId = co_await keys->find(word);
    if (byId) {
        found.key = *byId;
        co_return found;
    }
    if (byId.error().kind != FailureKind::NotFound && byId.error().kind != FailureKind::Rejected)
        co_return trouble(what, byId.error(), found.session->attempt());
    const auto named = co_await keys->named(word);
    if (!named)
        co_return trouble(what, named.error(), found.session->attempt());
    const auto only = theOnly(*named, word, what);
    const auto stone = co_await tombstoneOf(context, found.session->state().profile.id, word);
    if (named->isEmpty() && stone)
        co_return misuse(what, wordsOf(*stone), u"gwctl key list"_s);
    if (!only)
        co_return tl::unexpected<Trouble>(only.error());
    found.key = *only;
    co_return found;
}

Task<Maybe<changes::Done>> writeKey(
    Context &context, workspace::LiveSession &session, changes::Change change, QString question)
{
    const auto may = mayWrite(context, session.state().profile, question, !change.after);
    if (!may)
        co_return tl::unexpected<Trouble>(may.error());
    changes::Why why;
    why.reason = context.args.value("reason");
    auto done = co_await changes::apply(*session.admin().keys(), session.journal(), change, why);
    if (!done) {
        Trouble told = trouble(question, done.error(), session.attempt()).value();
        if (!change.before && done.error().kind == FailureKind::Conflict)
            told.exit = Misuse; // the name is taken
        co_return tl::unexpected<Trouble>(told);
    }
    co_return *done;
}

void printSecretOnce(Context &context, const changes::Done &done, const QString &said)
{
    if (context.out.json()) {
        QJsonObject object = jsonOf(*done.change.after);
        object.insert(u"secret"_s, done.secret ? QJsonValue(secrets::forJsonOnce(*done.secret)) : QJsonValue());
        context.out.document(object);
        return;
    }
    context.out.note(said);
    if (done.secret)
        secrets::show(*done.secret, stdout);
}

Trouble cannotHold(const QString &what, const workspace::LiveSession &session, const QStringList &missing)
{
    return misuse(what,
        Words::tr("a gateway of kind %1 cannot hold %2").arg(session.state().profile.kind, missing.join(u", "_s)),
        Words::tr("leave it out, or --accept-gaps to go on without it"))
        .value();
}

QString usd(const std::optional<qint64> &nanos)
{
    return nanos ? Words::tr("%1 USD").arg(money::decimal(*nanos)) : Words::tr("unknown");
}

QString wordsOf(const Budget &budget)
{
    if (budget.window == "lifetime"_L1)
        return Words::tr("%1 in all").arg(usd(budget.nanos));
    return Words::tr("%1 per %2").arg(usd(budget.nanos), budget.window);
}

static QString budgetsOf(const Key &key)
{
    QStringList out;
    for (const Budget &budget : key.budgets)
        out << Words::tr("%1 (spent %2)").arg(wordsOf(budget), usd(budget.spentNanos));
    return out.isEmpty() ? Words::tr("none") : out.join(u", "_s);
}

static QString timeOf(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(Qt::ISODate) : Words::tr("never");
}

static QString limitOf(qint64 value)
{
    return value > 0 ? QString::number(value) : Words::tr("no limit");
}

static QString anyOf(const QStringList &names)
{
    return names.isEmpty() ? Words::tr("any") : names.join(u", "_s);
}

static QString softOf(const Key &key)
{
    QStringList out;
    for (const int percent : key.softPercents)
        out << u"%1 %"_s.arg(percent);
    return out.isEmpty() ? Words::tr("none") : out.join(u", "_s);
}

// What only some gateways hold is shown where it is set.
static void addLimits(Table &rows, const Key &key)
{
    if (!key.families.isEmpty() || !key.upstreams.isEmpty() || !key.networks.isEmpty())
        rows << QStringList{Words::tr("Families"), anyOf(key.families)}
             << QStringList{Words::tr("Upstreams"), anyOf(key.upstreams)}
             << QStringList{Words::tr("Networks"), anyOf(key.networks)};
    if (key.rates != KeyRates())
        rows << QStringList{Words::tr("Requests a minute"), limitOf(key.rates.requestsPerMinute)}
             << QStringList{Words::tr("Tokens a minute"), limitOf(key.rates.tokensPerMinute)}
             << QStringList{Words::tr("At a time"), limitOf(key.rates.parallel)};
    if (!key.softPercents.empty())
        rows << QStringList{Words::tr("Warns at"), softOf(key)};
    if (key.previousUntil)
        rows << QStringList{Words::tr("Old secret works until"), timeOf(key.previousUntil)};
}

QString stateOf(const Key &key)
{
    if (!key.enabled)
        return Words::tr("disabled");
    return key.expiresAt && *key.expiresAt <= Clock().now() ? Words::tr("expired") : Words::tr("enabled");
}

void printKey(Context &context, const Key &key)
{
    context.out.document(jsonOf(key));
    const QString aliases = key.aliases.isEmpty() ? Words::tr("every alias") : key.aliases.join(u", "_s);
    Table rows{{Words::tr("Key"), key.name}, {Words::tr("Id"), key.id},
        {Words::tr("Secret"), key.prefix + u"…"_s + key.lastFour}, {Words::tr("State"), stateOf(key)},
        {Words::tr("Aliases"), aliases}, {Words::tr("Budgets"), budgetsOf(key)},
        {Words::tr("Spent"), usd(key.spentNanos)}, {Words::tr("Expires"), timeOf(key.expiresAt)},
        {Words::tr("Last used"), timeOf(key.lastUsedAt)}};
    addLimits(rows, key);
    if (!key.passport.owner.isEmpty())
        rows << QStringList{Words::tr("Owner"), key.passport.owner};
    context.out.table(rows);
}

} // namespace cli
