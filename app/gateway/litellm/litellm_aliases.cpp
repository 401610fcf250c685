// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_aliases.h"
#include "base/or_return.h"
#include "base/wait.h"
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

Call sending(const char *method, const QString &path, const QJsonObject &body)
{
    Call call{method, path};
    call.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

const Alias *named(const QList<Alias> &aliases, const QString &name)
{
    const auto found = std::ranges::find(aliases, name, &Alias::name);
    return found == aliases.end() ? nullptr : &*found;
}

// Nobody guards a write against another at the same time: what is there must be what was shown.
Result<> judgeBefore(const QList<Alias> &aliases, const Alias &before, const Alias &after)
{
    const Alias *now = named(aliases, before.name.isEmpty() ? after.name : before.name);
    if (before.name.isEmpty() && now)
        return fail(FailureKind::Conflict, u"there is an alias \"%1\" already"_s.arg(after.name));
    if (!before.name.isEmpty() && (!now || *now != before))
        return fail(FailureKind::Conflict, u"somebody else changed the alias \"%1\" meanwhile"_s.arg(before.name));
    return {};
}

// What is to be done to the deployments of a model group.
struct Plan
{
    QList<Route> added;
    QList<std::pair<QString, QJsonObject>> changed; // by id
    QStringList removed;
    bool inFile = false; // it would touch one of config.yaml

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
};

Plan planOf(const QList<Deployment> &deployments, const Alias &before, const Alias &after)
{
    Plan plan;
    QList<Deployment> left = deployments;
    for (const Route &is : after.routes) {
        const auto was = std::ranges::find_if(left,
            [&is](const Deployment &one) { return one.route.upstream == is.upstream && one.route.model == is.model; });
        if (was == left.end()) {
            plan.added << is;
            continue;
        }
        const QJsonObject change = deploymentChange(before, was->route, after, is);
        if (!change.isEmpty())
            plan.changed << std::pair(was->id, change);
        plan.inFile = plan.inFile || (!change.isEmpty() && was->fromFile);
        left.erase(was);
    }
    for (const Deployment &gone : left) {
        plan.removed << gone.id;
        plan.inFile = plan.inFile || gone.fromFile;
    }
    return plan;
}

bool isAddress(const QString &upstream)
{
    return upstream.contains(u"://"_s);
}

} // namespace

Task<Result<LitellmAliases::Now>> LitellmAliases::look()
{
    Call call{"GET", u"model/info"_s};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    Now now;
    now.deployments = co_await orReturn(readDeployments(answer.body));
    now.settings = co_await orReturn(m_router.settings());
    now.aliases = aliasesOf(now.deployments, now.settings);
    co_return now;
}

Task<Result<QList<Alias>>> LitellmAliases::all()
{
    const Now now = co_await orReturn(look());
    co_return now.aliases;
}

Task<Result<>> LitellmAliases::write(Alias before, Alias after)
{
    if (before == after)
        co_return Result<>();
    if (const QString gap = unheld(before, after); !gap.isEmpty())
        co_return fail(FailureKind::Unsupported, gap);
    const Now now = co_await orReturn(look());
    co_await orReturn(judgeBefore(now.aliases, before, after));
    const bool pointer = leadsToGroup(after.name.isEmpty() ? before : after);
    if (pointer && after.name.isEmpty())
        co_return co_await writePointer(now, before.name, QString());
    if (pointer)
        co_return co_await writePointer(now, after.name, after.routes.first().model);
    co_return co_await writeGroup(now, before, after);
}

// The map is replaced as a whole, so all of it is sent.
Task<Result<>> LitellmAliases::writePointer(Now now, QString name, QString group)
{
    if (!group.isEmpty() && !named(now.aliases, group))
        co_return fail(FailureKind::Rejected, u"the server has no model group \"%1\""_s.arg(group));
    const QString field = u"model_group_alias"_s;
    QJsonObject map = now.settings.values[field].toObject();
    const QJsonObject was = map[name].toObject();
    if (group.isEmpty())
        map.remove(name);
    else if (was.isEmpty())
        map[name] = group;
    else
        map[name] = QJsonObject{{u"model"_s, group}, {u"hidden"_s, was["hidden"_L1]}};
    const QJsonObject changes{{field, map}};
    co_return co_await m_router.change(now.settings, changes);
}

Task<Result<>> LitellmAliases::writeGroup(Now now, Alias before, Alias after)
{
    const Plan plan = planOf(behind(now.deployments, before.name), before, after);
    if (plan.inFile)
        co_return fail(
            FailureKind::Unsupported, u"\"%1\" stands in the server's config.yaml: change it there"_s.arg(before.name));
    for (const Route &route : plan.added)
        co_await orReturn(add(after, route));
    for (const auto &[id, change] : plan.changed) {
        Call call = sending("PATCH", u"model/%1/update"_s.arg(Api::encoded(id)), change);
        co_await orReturn(m_api.ask(std::move(call)));
    }
    for (const QString &id : plan.removed)
        co_await orReturn(remove(id));
    if (before.fallbacks != after.fallbacks)
        co_await orReturn(
            m_router.setFallbacks(now.settings, after.name.isEmpty() ? before.name : after.name, after.fallbacks));
    if (plan.isEmpty())
        co_return Result<>();
    co_return co_await confirm(before, after);
}

// One that the server saved and cannot serve stays in its database otherwise, and is tried again at each start.
Task<Result<>> LitellmAliases::add(Alias alias, Route route)
{
    const bool stored = co_await orReturn(isStoredCredential(route.upstream));
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Call call = sending("POST", u"model/new"_s, deploymentJson(alias, route, id, stored));
    const auto added = co_await m_api.ask(std::move(call));
    if (!added && added.error().kind != FailureKind::Unsupported)
        co_await remove(id);
    if (!added)
        co_return tl::unexpected<Failure>(added.error());
    co_return Result<>();
}

Task<Result<>> LitellmAliases::remove(QString deployment)
{
    Call call = sending("POST", u"model/delete"_s, {{u"id"_s, deployment}});
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<bool>> LitellmAliases::isStoredCredential(QString upstream)
{
    if (isAddress(upstream))
        co_return false;
    Call call{"GET", u"credentials"_s};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const QStringList names = co_await orReturn(readCredentialNames(answer.body));
    const QString said =
        u"the server has no stored credential \"%1\"; an upstream is the name of one (%2) or an address"_s;
    if (!names.contains(upstream))
        co_return fail(FailureKind::Rejected, said.arg(upstream, names.join(u", "_s)));
    co_return true;
}

Task<Result<>> LitellmAliases::confirm(Alias before, Alias after)
{
    Now now;
    for (int look = 0; look < m_patience.looks; ++look) {
        if (look > 0)
            co_await Pause(m_patience.pause);
        now = co_await orReturn(this->look());
        const Alias *found = named(now.aliases, after.name.isEmpty() ? before.name : after.name);
        if (after.name.isEmpty() ? !found : found && shows(*found, after))
            co_return Result<>();
    }
    co_return fail(FailureKind::Rejected,
        u"the server said yes, but does not show it: \"%1\""_s.arg(after.name.isEmpty() ? before.name : after.name));
}

} // namespace gateway::litellm
