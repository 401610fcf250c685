// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/alias_change.h"
#include "base/or_return.h"
#include "changes/judge.h"
#include "gateway/alias_json.h"
#include "gateway/facets.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

QString nameIn(const AliasChange &change)
{
    return change.before ? change.before->name : change.after->name;
}

std::optional<Alias> named(const QList<Alias> &all, const QString &name)
{
    const auto found = std::ranges::find(all, name, &Alias::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool told(const std::optional<qint64> &before, const std::optional<qint64> &wanted, const std::optional<qint64> &found)
{
    return wanted == before || wanted == found;
}

bool showsPrice(const Price &before, const Price &wanted, const Price &found)
{
    return told(before.inputNanos, wanted.inputNanos, found.inputNanos)
        && told(before.outputNanos, wanted.outputNanos, found.outputNanos)
        && told(before.cachedNanos, wanted.cachedNanos, found.cachedNanos);
}

bool leadsTo(const Route &found, const Route &wanted)
{
    const bool times = wanted.times == RouteTimes() || wanted.times == found.times;
    const bool weight = wanted.weight == Route().weight || wanted.weight == found.weight;
    return found.upstream == wanted.upstream && found.model == wanted.model && times && weight
        && showsPrice({}, wanted.price, found.price);
}

// The order counts where nothing else was to change: some gateways order by themselves.
bool showsRoutes(const QList<Route> &before, const QList<Route> &wanted, const QList<Route> &found)
{
    if (wanted == before)
        return true;
    if (std::ranges::is_permutation(wanted, before))
        return std::ranges::equal(found, wanted, leadsTo);
    const auto equal = [&](const Route &is) {
        return std::ranges::any_of(wanted, [&is](const Route &asked) { return leadsTo(is, asked); });
    };
    return found.size() == wanted.size() && std::ranges::all_of(found, equal);
}

Result<> judgeWritten(const std::optional<Alias> &before, const Alias &wanted, const Alias &found)
{
    const QStringList missing = notShown(before, wanted, found);
    if (missing.isEmpty())
        return {};
    const bool old = before && notShown(wanted, *before, found).isEmpty();
    if (old)
        return fail(FailureKind::Rejected, u"the server ignored this"_s);
    return fail(FailureKind::Conflict, u"the server now has something else: %1"_s.arg(missing.join(u", "_s)));
}

// What is in the way of the change, or that it is so already (change.before == change.after then).
Result<> look(const QList<Alias> &all, AliasChange &change)
{
    const std::optional<Alias> now = named(all, nameIn(change));
    const bool wasSo = now && change.after && notShown(change.before, *change.after, *now).isEmpty();
    if (wasSo) {
        change = AliasChange{now, now};
        return {};
    }
    if (!change.before)
        return now ? Result<>(fail(FailureKind::Conflict, u"there is an alias \"%1\" already"_s.arg(now->name)))
                   : Result<>();
    if (!now)
        return fail(FailureKind::NotFound, u"there is no alias \"%1\" any more"_s.arg(change.before->name));
    if (*now != *change.before)
        return fail(FailureKind::Conflict,
            u"somebody else changed it meanwhile: %1"_s.arg(differences(*change.before, *now).join(u", "_s)));
    return {};
}

Task<Result<>> carryOut(gateway::Aliases &aliases, AliasChange &change)
{
    const QList<Alias> all = co_await orReturn(aliases.all());
    co_await orReturn(look(all, change));
    if (change.before == change.after)
        co_return Result<>();
    const std::optional<Alias> wanted = change.after;
    const Alias before = change.before.value_or(Alias());
    const Alias after = wanted.value_or(Alias()); // without a name: it is removed
    const Result<> written = co_await aliases.write(before, after);
    if (!written && !answerWasLost(written.error()))
        co_return written;
    const QList<Alias> then = co_await orReturn(aliases.all());
    const std::optional<Alias> found = named(then, nameIn(change));
    change.after = found;
    if (!written && found == change.before)
        co_return written;
    if (!wanted && found)
        co_return fail(FailureKind::Rejected, u"the server ignored this"_s);
    if (!wanted)
        co_return Result<>();
    if (!found)
        co_return fail(FailureKind::Rejected, u"the server said yes, and does not show it"_s);
    co_return judgeWritten(change.before, *wanted, *found);
}

} // namespace

QStringList differences(const Alias &a, const Alias &b)
{
    const QJsonObject one = gateway::aliasJson(a);
    const QJsonObject other = gateway::aliasJson(b);
    QStringList fields;
    for (const QString &field :
        {u"name"_s, u"routes"_s, u"families"_s, u"price"_s, u"fallbacks"_s, u"context_tokens"_s, u"strategy"_s})
        if (one[field] != other[field])
            fields << field;
    return fields;
}

QStringList notShown(const std::optional<Alias> &before, const Alias &wanted, const Alias &found)
{
    const Alias was = before.value_or(Alias());
    QStringList fields;
    const auto note = [&fields](bool shown, const QString &field) {
        if (!shown)
            fields << field;
    };
    note(showsRoutes(was.routes, wanted.routes, found.routes), u"routes"_s);
    note(wanted.families == was.families || wanted.families == found.families, u"families"_s);
    note(showsPrice(was.price, wanted.price, found.price), u"price"_s);
    note(wanted.fallbacks == was.fallbacks || wanted.fallbacks == found.fallbacks, u"fallbacks"_s);
    note(told(was.contextTokens, wanted.contextTokens, found.contextTokens), u"context_tokens"_s);
    note(wanted.strategy == was.strategy || wanted.strategy == found.strategy, u"strategy"_s);
    return fields;
}

Task<AliasDone> apply(gateway::Aliases &aliases, Journal &journal, AliasChange change, Why why)
{
    AliasDone done;
    done.change = change;
    const auto note = co_await journal.open(change, why);
    if (!note) {
        done.failure = note.error();
        co_return done;
    }
    const Result<> carried = co_await carryOut(aliases, done.change);
    if (!carried)
        done.failure = carried.error();
    const Result<> closed = co_await journal.close(*note, done.change, done.failure);
    if (carried && !closed)
        done.noteFailure = closed.error();
    co_return done;
}

} // namespace changes
