// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/bifrost/bifrost.h"
#include "gateway/bifrost/bifrost_aliases.h"
#include "gateway/bifrost/bifrost_answer.h"
#include "gateway/bifrost/bifrost_keys.h"
#include "gateway/bifrost/bifrost_usage.h"
#include "net/endpoint.h"
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

const Manner manner{.answer = answer, .mayBeBasic = true};

// The root that /api and /v1 stand under, whichever of them the address names.
QUrl rootOf(const QUrl &url)
{
    QString path = url.path();
    for (const QString &tail : {u"/"_s, u"/v1"_s, u"/api"_s, u"/"_s})
        while (path.endsWith(tail))
            path.chop(tail.size());
    QUrl root = url;
    root.setPath(path);
    return root;
}

QUrl adminRoot(const QUrl &dataUrl, const QUrl &adminUrl)
{
    return rootOf(adminUrl.isEmpty() ? dataUrl : adminUrl);
}

// Missing before 1.6, and then it is an old one.
Task<Result<QString>> versionOf(Api &api)
{
    Call call{"GET", u"api/version"_s};
    call.patience = lifeSign;
    const auto answer = co_await api.ask(std::move(call));
    if (!answer && answer.error().kind == FailureKind::NotFound)
        co_return QString();
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    co_return readVersion(answer->body);
}

Task<Result<SignIn>> signInOf(Api &api)
{
    Call call{"GET", u"api/session/is-auth-enabled"_s};
    call.patience = lifeSign;
    const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
    co_return readSignIn(answer.body);
}

QString evidenceOf(const QString &version, SignIn signIn)
{
    QString said = version.isEmpty() ? u"GET /api/session/is-auth-enabled answers"_s : u"GET /api/version"_s;
    if (!signIn.asked)
        said += u"; sign-in is off: whoever reaches this port administers it"_s;
    const QString digits = version.startsWith(u'v') ? version.mid(1) : version;
    if (signIn.asked && QVersionNumber::fromString(digits) < QVersionNumber(2, 2, 5))
        said += u"; before 2.2.5 its sign-in can be passed by"_s;
    return said;
}

Identity identityOf(const QString &version, SignIn signIn)
{
    return {u"bifrost"_s, version, evidenceOf(version, signIn)};
}

} // namespace

// One Bifrost. Owned by the workspace, main thread.
class BifrostAdmin final : public Admin, public Limits
{
public:
    explicit BifrostAdmin(const Connection &c)
        : m_api(c.http, adminRoot(c.dataUrl, c.adminUrl), c.adminSecret, manner), m_usage(m_api, c.clock)
    {}

    Features features() const override
    {
        Features now = m_keys.expires() ? everything() : everything().without(Feature::KeyExpiry);
        if (!m_rules)
            now = now.without(Feature::EditAliases).without(Feature::AliasFallbacks);
        if (m_logs)
            return now;
        return now.without(Feature::UsageRows).without(Feature::UsageByRequest).without(Feature::UsageTotals);
    }
    static Features everything()
    {
        return {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey, Feature::RevealKey,
            Feature::ModelScope, Feature::KeyExpiry, Feature::Budget, Feature::BudgetWindows, Feature::RequestRate,
            Feature::TokenRate, Feature::ListAliases, Feature::EditAliases, Feature::AliasFallbacks, Feature::UsageRows,
            Feature::UsageByRequest, Feature::UsageTotals, Feature::Allowances};
    }
    Keys *keys() override { return &m_keys; }
    Aliases *aliases() override { return &m_aliases; }
    UsageSource *usage() override { return m_logs ? &m_usage : nullptr; }
    Limits *limits() override { return this; }

    Task<Result<Identity>> identity() override
    {
        const QString version = co_await orReturn(versionOf(m_api));
        const SignIn signIn = co_await orReturn(signInOf(m_api));
        m_keys.setShape(shapeOf(version));
        co_await orReturn(m_keys.after(QString()));
        co_await orReturn(lookAtLogs());
        m_rules = co_await orReturn(m_aliases.hasRules());
        co_return identityOf(version, signIn);
    }

    Task<Result<>> health() override
    {
        Call call{"GET", u"health"_s}; // 503 when a store is down; it says nothing about the sign-in
        call.patience = lifeSign;
        co_await orReturn(m_api.ask(std::move(call)));
        co_await orReturn(m_keys.after(QString()));
        co_return Result<>();
    }

    Task<Result<QList<Allowance>>> allowances() override
    {
        Call budgets{"GET", u"api/governance/budgets"_s};
        const net::Exchange first = co_await orReturn(m_api.ask(std::move(budgets)));
        QList<Allowance> all = co_await orReturn(readBudgets(first.body));
        Call rates{"GET", u"api/governance/rate-limits"_s};
        const net::Exchange second = co_await orReturn(m_api.ask(std::move(rates)));
        all += co_await orReturn(readRateLimits(second.body));
        co_return all;
    }

private:
    // Without logging the routes are missing or refuse.
    Task<Result<>> lookAtLogs()
    {
        Call call{"GET", u"api/logs"_s};
        call.query.addQueryItem(u"limit"_s, u"1"_s);
        const auto answer = co_await m_api.ask(std::move(call));
        const bool refused = !answer && !answer.error().worthRetrying();
        m_logs = !refused;
        co_return Result<>();
    }

    Api m_api;
    BifrostKeys m_keys{m_api};
    BifrostAliases m_aliases{m_api};
    BifrostUsage m_usage;
    bool m_logs = true; // until it has been asked, as is m_rules
    bool m_rules = true; // routing rules, which aliases are written as
};

namespace {

Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    Api api(http, rootOf(root), {}, manner);
    const SignIn signIn = co_await orReturn(signInOf(api));
    const auto version = co_await versionOf(api); // closed to us in some versions
    co_return identityOf(version ? *version : QString(), signIn);
}

QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    QList<Place> all{
        {u"models"_s, net::endpoint(dataUrl, u"models"_s)}, {u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s)}};
    const QUrl root = adminRoot(dataUrl, adminUrl);
    const QList<std::pair<QString, QString>> admin{{u"keys"_s, u"api/governance/virtual-keys"_s},
        {u"usage"_s, u"api/logs"_s}, {u"aliases"_s, u"api/models"_s},
        {u"routing rules"_s, u"api/governance/routing-rules"_s}, {u"budgets"_s, u"api/governance/budgets"_s},
        {u"rate limits"_s, u"api/governance/rate-limits"_s}};
    for (const auto &[what, path] : admin)
        all << Place{what, net::endpoint(root, path), true};
    return all;
}

} // namespace

const Adapter adapter{
    .id = "bifrost",
    .title = QT_TRANSLATE_NOOP("gateway", "Bifrost"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<BifrostAdmin>(std::move(c)); },
    .recognise = recognise,
    .places = places,
    .keyForm = {.budgetWindow = "day"},
    .aliasForm = {.weighsRoutes = true, .leastWeight = 1},
};

} // namespace gateway::bifrost
