// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_router.h"
#include "base/or_return.h"
#include "base/wait.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

Result<> ownedByFile(const QString &name)
{
    return fail(FailureKind::Unsupported,
        u"%1 stands in the server's config.yaml, which owns it: change it there, or take it out of the file"_s.arg(
            name));
}

QJsonArray fallbacksWith(const RouterSettings &now, const QString &group, const QStringList &others)
{
    QHash<QString, QStringList> all = now.fallbacks();
    all[group] = others;
    QStringList groups = all.keys();
    groups.sort();
    QJsonArray out;
    for (const QString &name : groups)
        if (!all[name].isEmpty())
            out << QJsonObject{{name, QJsonArray::fromStringList(all[name])}};
    return out;
}

Call fallbackCall(const QString &group, const QStringList &others)
{
    if (others.isEmpty()) {
        Call call{"DELETE", u"fallback/"_s + Api::encoded(group)};
        call.query.addQueryItem(u"fallback_type"_s, u"general"_s);
        return call;
    }
    Call call{"POST", u"fallback"_s};
    const QJsonObject body{{u"model"_s, group}, {u"fallback_models"_s, QJsonArray::fromStringList(others)},
        {u"fallback_type"_s, u"general"_s}};
    call.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

} // namespace

Task<Result<RouterSettings>> Router::settings()
{
    Call call{"GET", u"router/settings"_s};
    const auto answer = co_await m_api.ask(std::move(call));
    if (answer)
        co_return readRouterSettings(answer->body);
    if (answer.error().kind != FailureKind::NotFound)
        co_return tl::unexpected<Failure>(answer.error());
    Call older{"GET", u"get/config/callbacks"_s};
    const net::Exchange callbacks = co_await orReturn(m_api.ask(std::move(older)));
    co_return readConfigCallbacks(callbacks.body);
}

Task<Result<>> Router::send(QJsonObject settings)
{
    Call call{"POST", u"config/update"_s};
    const QJsonObject body{{u"router_settings"_s, settings}};
    call.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> Router::change(RouterSettings before, QJsonObject changes)
{
    for (const QString &name : changes.keys())
        if (before.fileOwns(name))
            co_return ownedByFile(name);
    const QJsonObject merged = mergedSettings(before, changes);
    co_await orReturn(send(merged));
    co_return co_await confirm(before, changes);
}

Task<Result<>> Router::confirm(RouterSettings before, QJsonObject changes)
{
    RouterSettings now;
    for (int look = 0; look < m_patience.looks; ++look) {
        if (look > 0)
            co_await Pause(m_patience.pause);
        now = co_await orReturn(settings());
        const QStringList lost = otherDifferences(before, now, changes);
        if (!lost.isEmpty()) {
            const QJsonObject snapshot = mergedSettings(before, {});
            co_await orReturn(send(snapshot));
            const QString said = u"the server changed %1 as well; what was there before is written back"_s;
            co_return fail(FailureKind::Rejected, said.arg(lost.join(u", "_s)));
        }
        if (holds(now, changes))
            co_return Result<>();
    }
    co_return fail(
        FailureKind::Rejected, u"the server said yes, but does not show it: "_s + changes.keys().join(u", "_s));
}

// The endpoint answers 200 and forgets again when the file owns the fallbacks: servers that do not say who does are asked
// over /config/update, which refuses then.
Task<Result<>> Router::setFallbacks(RouterSettings before, QString group, QStringList others)
{
    const QString name = u"fallbacks"_s;
    if (before.fileOwns(name))
        co_return ownedByFile(name);
    const QJsonObject changes{{name, fallbacksWith(before, group, others)}};
    if (before.owners.isEmpty())
        co_return co_await change(before, changes);
    Call call = fallbackCall(group, others);
    co_await orReturn(m_api.ask(std::move(call)));
    RouterSettings now;
    for (int look = 0; look < m_patience.looks; ++look) {
        if (look > 0)
            co_await Pause(m_patience.pause);
        now = co_await orReturn(settings());
        if (now.fallbacks().value(group) == others)
            co_return Result<>();
    }
    co_return fail(FailureKind::Rejected, u"the server said yes, but does not show the fallbacks of "_s + group);
}

} // namespace gateway::litellm
