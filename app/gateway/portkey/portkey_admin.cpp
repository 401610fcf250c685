// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/portkey/portkey.h"
#include "gateway/portkey/portkey_aliases.h"
#include "gateway/portkey/portkey_answer.h"
#include "gateway/portkey/portkey_limits.h"
#include "gateway/portkey/portkey_usage.h"
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

QUrl rootOf(const QUrl &url)
{
    QUrl root = url;
    QString path = url.path();
    for (const QString &tail : {u"/"_s, u"/v1"_s, u"/"_s})
        while (path.endsWith(tail))
            path.chop(tail.size());
    root.setPath(path);
    return root;
}

QUrl apiOf(const QUrl &dataUrl, const QUrl &adminUrl)
{
    return net::endpoint(rootOf(adminUrl.isEmpty() ? dataUrl : adminUrl), u"v1"_s);
}

// The open-source gateway answers its root with a greeting, and tells no version anywhere.
Task<Result<Identity>> greeting(Api &root)
{
    Call call{"GET", u"/"_s};
    call.patience = lifeSign;
    const net::Exchange answer = co_await orReturn(root.ask(std::move(call)));
    if (!answer.body.contains("AI Gateway says hey"))
        co_return fail(FailureKind::NotAGateway, u"GET / has not Portkey's greeting"_s);
    Identity identity;
    identity.kind = u"portkey"_s;
    identity.evidence = u"GET / says “AI Gateway says hey!”: the open-source gateway, calls only"_s;
    co_return identity;
}

} // namespace

// One Portkey. Owned by the workspace, main thread.
class PortkeyAdmin final : public Admin
{
public:
    explicit PortkeyAdmin(const Connection &c)
        : m_root(c.http, rootOf(c.adminUrl.isEmpty() ? c.dataUrl : c.adminUrl), {}, adminManner())
        , m_api(c.http, apiOf(c.dataUrl, c.adminUrl), c.adminSecret.isEmpty() ? c.dataSecret : c.adminSecret,
              adminManner())
        , m_data(c.http, c.dataUrl, c.dataSecret, callerManner())
        , m_keys(m_api, c.userId)
        , m_aliases(m_api, c.dataSecret.isEmpty() ? nullptr : &m_data, c.userId)
        , m_limits(m_api, m_keys, c.userId)
        , m_usage(m_api, c.clock, c.userId)
    {}

    Features features() const override
    {
        if (m_openSource)
            return {};
        return {Feature::ListKeys, Feature::CreateKey, Feature::DeleteKey, Feature::RotateKey, Feature::KeyExpiry,
            Feature::Budget, Feature::BudgetWindows, Feature::RequestRate, Feature::TokenRate, Feature::ListAliases,
            Feature::UsageByRequest, Feature::UsageTotals, Feature::Allowances};
    }
    Keys *keys() override { return m_openSource ? nullptr : &m_keys; }
    Aliases *aliases() override { return m_openSource ? nullptr : &m_aliases; }
    Limits *limits() override { return m_openSource ? nullptr : &m_limits; }
    UsageSource *usage() override { return m_openSource ? nullptr : &m_usage; }

    Task<Result<Identity>> identity() override
    {
        const auto keys = co_await m_keys.page(0, 1);
        m_openSource = !keys && keys.error().kind == FailureKind::Unsupported;
        if (m_openSource)
            co_return co_await greeting(m_root);
        if (!keys)
            co_return tl::unexpected<Failure>(keys.error());
        Identity identity;
        identity.kind = u"portkey"_s;
        identity.evidence = u"GET /api-keys lists keys"_s;
        co_return identity;
    }

    Task<Result<>> health() override
    {
        co_await orReturn(identity());
        co_return Result<>();
    }

private:
    Api m_root;
    Api m_api;
    Api m_data;
    PortkeyKeys m_keys;
    PortkeyAliases m_aliases;
    PortkeyLimits m_limits;
    PortkeyUsage m_usage;
    bool m_openSource = false; // until it has been asked
};

namespace {

// Only the open-source gateway can be told without a key.
Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    Api api(http, rootOf(root), {}, adminManner());
    co_return co_await greeting(api);
}

QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    const QUrl admin = apiOf(dataUrl, adminUrl);
    return {{u"models"_s, net::endpoint(dataUrl, u"models"_s)},
        {u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s)},
        {u"keys"_s, net::endpoint(admin, u"api-keys"_s), true},
        {u"aliases"_s, net::endpoint(admin, u"configs"_s), true},
        {u"limits"_s, net::endpoint(admin, u"providers"_s), true},
        {u"usage"_s, net::endpoint(admin, u"analytics/graphs/requests"_s), true}};
}

} // namespace

const Adapter adapter{
    .id = "portkey",
    .title = QT_TRANSLATE_NOOP("gateway", "Portkey"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<PortkeyAdmin>(c); },
    .recognise = recognise,
    .places = places,
    .keyForm = {.budgetStepNanos = 1'000'000'000},
};

} // namespace gateway::portkey
