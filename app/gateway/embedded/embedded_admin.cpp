// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/embedded/embedded.h"
#include "gateway/embedded/embedded_keys.h"
#include "gateway/embedded/embedded_limits.h"
#include "gateway/embedded/embedded_wire.h"
#include "gateway/json_reader.h"
#include "net/endpoint.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

// The address of the admin API, however much of it the profile gives.
QUrl baseOf(const QUrl &adminUrl)
{
    QString path = adminUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path.endsWith(u"/admin/v1"_s) ? adminUrl : net::endpoint(adminUrl, u"admin/v1"_s);
}

} // namespace

// The aliases of the embedded gateway. Part of its Admin, main thread.
class EmbeddedAliases final : public Aliases
{
public:
    explicit EmbeddedAliases(Api &api) : m_api(api) {}

    Task<Result<QList<Alias>>> all() override
    {
        QList<Alias> found;
        QString cursor;
        do {
            Call call{"GET", u"aliases"_s, pageQuery(cursor)};
            const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
            const Page<Alias> page = co_await orReturn(readAliasPage(answer.body));
            found += page.rows;
            if (page.next == cursor && !cursor.isEmpty())
                co_return fail(FailureKind::Decode, u"alias list.next: the same page again"_s);
            cursor = page.next;
        } while (!cursor.isEmpty());
        co_return found;
    }

    Task<Result<>> write(Alias before, Alias after) override
    {
        const bool removes = after.name.isEmpty();
        if (after.price.inputNanos.has_value() != after.price.outputNanos.has_value())
            co_return fail(FailureKind::Input, u"a price needs both, of input and of output tokens"_s);
        Call call{removes ? "DELETE" : "PUT", u"aliases/"_s + Api::encoded(removes ? before.name : after.name)};
        if (!removes)
            call.json = aliasBody(after);
        co_await orReturn(m_api.ask(std::move(call)));
        co_return Result<>();
    }

private:
    Api &m_api;
};

// Its usage rows, in the order in which they were committed. Part of its Admin, main thread.
class EmbeddedUsage final : public UsageSource
{
public:
    explicit EmbeddedUsage(Api &api) : m_api(api) {}

    Task<Result<UsagePage>> after(QString cursor) override
    {
        Call call{"GET", u"usage"_s, pageQuery(cursor)};
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        co_return readUsagePage(answer.body, cursor);
    }

    Task<Result<UsageRecord>> byRequest(QString requestId) override
    {
        Call call{"GET", u"usage"_s};
        call.query.addQueryItem(u"request_id"_s, Api::encoded(requestId));
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        UsagePage page = co_await orReturn(readUsagePage(answer.body, QString()));
        if (page.rows.isEmpty())
            co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
        co_return page.rows.last();
    }

private:
    Api &m_api;
};

// The embedded gateway, over its own admin API (resources/gateway-openapi.json). Owned by the workspace, main thread.
class EmbeddedAdmin final : public Admin
{
public:
    explicit EmbeddedAdmin(const Connection &c) : m_api(c.http, baseOf(c.adminUrl), c.adminSecret) {}

    Features features() const override
    {
        return {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey, Feature::RotateKey,
            Feature::ModelScope, Feature::KeyExpiry, Feature::Budget, Feature::BudgetWindows, Feature::BudgetRaise,
            Feature::SoftThresholds, Feature::FamilyScope, Feature::UpstreamScope, Feature::NetworkScope,
            Feature::RequestRate, Feature::TokenRate, Feature::ParallelCalls, Feature::Passport, Feature::ListAliases,
            Feature::EditAliases, Feature::AliasPrices, Feature::AliasFallbacks, Feature::UsageRows,
            Feature::UsageByRequest, Feature::Allowances};
    }
    Keys *keys() override { return &m_keys; }
    Aliases *aliases() override { return &m_aliases; }
    UsageSource *usage() override { return &m_usage; }
    Limits *limits() override { return &m_limits; }

    Task<Result<Identity>> identity() override
    {
        Call call{"GET", u"status"_s};
        call.patience = lifeSign;
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        JsonReader status = co_await orReturn(readObject(answer.body, u"status"_s));
        Identity identity;
        identity.kind = u"embedded"_s;
        identity.version = status.text("version"_L1);
        identity.evidence = u"GET /admin/v1/status"_s;
        co_return status.result(identity);
    }

    Task<Result<>> health() override
    {
        co_await orReturn(identity());
        co_return Result<>();
    }

private:
    Api m_api;
    EmbeddedKeys m_keys{m_api};
    EmbeddedAliases m_aliases{m_api};
    EmbeddedUsage m_usage{m_api};
    EmbeddedLimits m_limits{m_api};
};

// Its admin API refuses a stranger in words of its own.
static Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    net::Request request;
    request.url = net::endpoint(baseOf(root), u"status"_s);
    request.limits.firstHeader = lifeSign;
    const net::Exchange exchange = co_await http.send(request);
    if (exchange.failure)
        co_return tl::unexpected<Failure>(*exchange.failure);
    const QJsonObject problem = QJsonDocument::fromJson(exchange.body).object();
    if (!problem["type"_L1].toString().startsWith(u"urn:gatewright:"_s))
        co_return fail(FailureKind::NotAGateway, u"no /admin/v1/status"_s, exchange.status);
    co_return Identity{u"embedded"_s, {}, u"GET /admin/v1/status refuses in its own words"_s};
}

static QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    QList<Place> all{{u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s)},
        {u"messages"_s, net::endpoint(dataUrl, u"messages"_s)}, {u"models"_s, net::endpoint(dataUrl, u"models"_s)}};
    for (const char *path : {"keys", "aliases", "usage", "status"})
        all << Place{QString::fromLatin1(path), net::endpoint(baseOf(adminUrl), QString::fromLatin1(path)), true};
    return all;
}

const Adapter adapter{
    .id = "embedded",
    .title = QT_TRANSLATE_NOOP("gateway", "Test gateway"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<EmbeddedAdmin>(std::move(c)); },
    .recognise = recognise,
    .places = places,
    .keyForm = {.address = KeyForm::Address::Connection},
    .aliasForm = {.families = AliasForm::Families::Many,
        .ordersRoutes = true,
        .weighsRoutes = true,
        .leastWeight = 1,
        .choosesStrategy = true,
        .wholePrices = true,
        .draw = Draw::InTurn},
};

} // namespace gateway::embedded
