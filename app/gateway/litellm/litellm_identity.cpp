// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_identity.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/litellm/litellm_row.h"
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

Result<Readiness> readReadiness(const QByteArray &body)
{
    return rowIn(body, u"readiness"_s).and_then([](Row root) -> Result<Readiness> {
        root.text("status"_L1);
        const QString database = root.text("db"_L1);
        Readiness readiness;
        readiness.database = database.compare(u"connected"_s, Qt::CaseInsensitive) == 0;
        readiness.version = root.word("litellm_version"_L1);
        return root.result(readiness);
    });
}

Result<Identity> readOpenApi(const QByteArray &body)
{
    return rowIn(body, u"openapi"_s).and_then([](Row root) -> Result<Identity> {
        Row info = root.part("info"_L1);
        if (!info.word("title"_L1).contains(u"LiteLLM"_s))
            return fail(FailureKind::NotAGateway, u"/openapi.json is another program's"_s);
        return Identity{u"litellm"_s, info.word("version"_L1), u"GET /openapi.json: LiteLLM API"_s};
    });
}

QUrl rootOf(const QUrl &adminUrl)
{
    QUrl root = adminUrl;
    QString path = root.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const auto &tail : {u"/chat/completions"_s, u"/models"_s, u"/ui"_s, u"/v1"_s})
        if (path.endsWith(tail))
            path.chop(tail.size());
    root.setPath(path);
    return root;
}

QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    const QUrl root = rootOf(adminUrl);
    const auto admin = [&root](const char *what, const char *path) {
        return Place{QLatin1StringView(what), net::endpoint(root, QLatin1StringView(path)), true};
    };
    return {{u"models"_s, net::endpoint(dataUrl, u"models"_s)},
        {u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s)},
        {u"health"_s, net::endpoint(root, u"health/readiness"_s)}, admin("identity", "health/readiness/details"),
        admin("keys", "key/list"), admin("aliases", "model/info"), admin("router", "router/settings"),
        admin("usage", "spend/logs/v2"), admin("totals", "user/daily/activity"), admin("limits", "global/spend")};
}

// "I'm alive!" is said by no other gateway, and to anybody. The version is told to callers with a key only, except by
// older servers and in the description of the API.
Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    Api api(http, root, {});
    Call alive{"GET", u"health/liveliness"_s};
    alive.patience = lifeSign;
    const net::Exchange life = co_await orReturn(api.ask(std::move(alive)));
    if (!life.body.contains("I'm alive!"))
        co_return fail(FailureKind::NotAGateway, u"/health/liveliness says something else"_s, life.status);
    Call ready{"GET", u"health/readiness"_s};
    const auto answer = co_await api.ask(std::move(ready));
    const auto readiness = answer ? readReadiness(answer->body) : Result<Readiness>();
    if (readiness && !readiness->version.isEmpty())
        co_return Identity{u"litellm"_s, readiness->version, u"GET /health/readiness: litellm_version"_s};
    Call described{"GET", u"openapi.json"_s};
    const auto description = co_await api.ask(std::move(described));
    auto told = description ? readOpenApi(description->body) : Result<Identity>();
    if (told && !told->kind.isEmpty())
        co_return told;
    co_return Identity{u"litellm"_s, {}, u"GET /health/liveliness: I'm alive!"_s};
}

} // namespace gateway::litellm
