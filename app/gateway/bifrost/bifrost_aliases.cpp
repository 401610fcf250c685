// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_aliases.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

const QString rulesPath = u"api/governance/routing-rules"_s;

QList<const Rule *> rulesOf(const QList<Rule> &rules, const QString &alias)
{
    QList<const Rule *> found;
    for (const Rule &rule : rules)
        if (rule.alias.name == alias)
            found << &rule;
    return found;
}

bool listed(const QList<Alias> &aliases, const QString &name)
{
    return std::ranges::find(aliases, name, &Alias::name) != aliases.end();
}

// Nobody guards a write against another at the same time: what is there must be what was shown. The rule to write over;
// null: there is none yet.
Result<const Rule *> judgedBefore(
    const QList<Rule> &rules, const QList<Alias> &models, const Alias &before, const Alias &after)
{
    const QString name = before.name.isEmpty() ? after.name : before.name;
    const auto found = rulesOf(rules, name);
    if (found.size() > 1)
        return fail(FailureKind::Conflict,
            u"%1 routing rules ask for \"%2\": which of them counts is theirs to say"_s.arg(found.size()).arg(name));
    if (before.name.isEmpty() && (!found.isEmpty() || listed(models, name)))
        return fail(FailureKind::Conflict, u"there is an alias \"%1\" already"_s.arg(name));
    if (before.name.isEmpty())
        return nullptr;
    if (found.isEmpty() && listed(models, name))
        return fail(FailureKind::Unsupported,
            u"\"%1\" is a model of a provider: give it other targets by a name of its own"_s.arg(name));
    if (found.isEmpty() || found.first()->alias != before)
        return fail(FailureKind::Conflict, u"somebody else changed the alias \"%1\" meanwhile"_s.arg(name));
    return found.first();
}

} // namespace

Task<Result<QList<Rule>>> BifrostAliases::rules()
{
    Call call{"GET", rulesPath};
    const auto answer = co_await m_api.ask(std::move(call));
    if (!answer && answer.error().kind == FailureKind::NotFound) // an older version
        co_return QList<Rule>();
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    co_return readRules(answer->body);
}

Task<Result<bool>> BifrostAliases::hasRules()
{
    Call call{"GET", rulesPath};
    const auto answer = co_await m_api.ask(std::move(call));
    co_return answer.has_value() || answer.error().worthRetrying();
}

Task<Result<BifrostAliases::Now>> BifrostAliases::look()
{
    Call call{"GET", u"api/models"_s};
    call.query.addQueryItem(u"limit"_s, u"10000"_s); // five without it
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    Now now;
    now.models = co_await orReturn(readModels(answer.body));
    now.rules = co_await orReturn(rules());
    co_return now;
}

Task<Result<QList<Alias>>> BifrostAliases::all()
{
    const Now now = co_await orReturn(look());
    QList<Alias> aliases = now.models;
    for (const Rule &rule : now.rules)
        aliases << rule.alias;
    co_return aliases;
}

Task<Result<>> BifrostAliases::write(Alias before, Alias after)
{
    if (before == after)
        co_return Result<>();
    co_await orReturn(writableAlias(before, after));
    const Now now = co_await orReturn(look());
    const Rule *was = co_await orReturn(judgedBefore(now.rules, now.models, before, after));
    co_await orReturn(sent(was, before, after));
    co_return co_await confirm(before, after);
}

Task<Result<>> BifrostAliases::sent(const Rule *was, Alias before, Alias after)
{
    const bool removes = after.name.isEmpty();
    Call call{removes ? "DELETE" : was ? "PUT" : "POST", rulesPath};
    if (was)
        call.path += u'/' + Api::encoded(was->id);
    if (!removes)
        call.json = ruleBody(was ? was->raw : QJsonObject(), before, after);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

// Unknown fields are no errors there: what counts is what it shows.
Task<Result<>> BifrostAliases::confirm(Alias before, Alias after)
{
    const QList<Rule> now = co_await orReturn(rules());
    const QString name = after.name.isEmpty() ? before.name : after.name;
    const auto found = rulesOf(now, name);
    if (after.name.isEmpty() ? found.isEmpty() : found.size() == 1 && shows(found.first()->alias, after))
        co_return Result<>();
    const bool old = found.size() == 1 && found.first()->alias == before;
    if (old || found.isEmpty())
        co_return fail(FailureKind::Rejected, u"the server ignored this (the routing rule of \"%1\")"_s.arg(name));
    co_return fail(FailureKind::Conflict, u"the server now has something else: the routing rule of \"%1\""_s.arg(name));
}

} // namespace gateway::bifrost
