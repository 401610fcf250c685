// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/openrouter/openrouter.h"
#include "gateway/openrouter/openrouter_keys.h"
#include "gateway/openrouter/openrouter_usage.h"
#include "gateway/refusal.h"
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

const Manner manner{.answer = answerOrRefusal};

// The address of the API, however much of it the profile gives: ".../api/v1". The data plane has the same one.
QUrl baseOf(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(u"/v1"_s))
        return url;
    return net::endpoint(url, path.endsWith(u"/api"_s) ? u"v1"_s : u"api/v1"_s);
}

Failure misplaced(const QString &what)
{
    return Failure{FailureKind::Forbidden, what, 0};
}

} // namespace

// Its models, with their prices; they cannot be changed. Part of its Admin, main thread.
class OpenRouterModels final : public Aliases
{
public:
    explicit OpenRouterModels(Api &api) : m_api(api) {}

    Task<Result<QList<Alias>>> all() override
    {
        Call call{"GET", u"models"_s};
        call.query.addQueryItem(u"output_modalities"_s, u"all"_s);
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        const QList<Model> models = co_await orReturn(readModels(answer.body));
        QList<Alias> aliases;
        for (const Model &model : models)
            aliases << model.alias;
        co_return aliases;
    }

private:
    Api &m_api;
};

// OpenRouter: a management key administers, an inference key calls models; neither can do the other's. Owned by the
// workspace, main thread.
class OpenRouterAdmin final : public Admin, public Limits
{
public:
    explicit OpenRouterAdmin(const Connection &c)
        : m_administers(!c.adminSecret.isEmpty())
        , m_calls(!c.dataSecret.isEmpty())
        , m_admin(c.http, baseOf(c.adminUrl.isEmpty() ? c.dataUrl : c.adminUrl), c.adminSecret, manner)
        , m_data(c.http, baseOf(c.dataUrl), m_calls ? c.dataSecret : c.adminSecret, manner)
        , m_usage({m_admin, m_data, m_administers}, c.clock)
    {}

    Features features() const override
    {
        if (!m_administers)
            return {Feature::ListAliases, Feature::UsageByRequest, Feature::Allowances};
        const Features all{Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey,
            Feature::ModelScope, Feature::Budget, Feature::BudgetWindows, Feature::ListAliases, Feature::UsageRows,
            Feature::UsageByRequest, Feature::UsageTotals, Feature::Allowances};
        return m_usage.offersRows() ? all : all.without(Feature::UsageRows);
    }
    Keys *keys() override { return m_administers ? &m_keys : nullptr; }
    Aliases *aliases() override { return &m_models; }
    UsageSource *usage() override { return &m_usage; }
    Limits *limits() override { return this; }

    Task<Result<Identity>> identity() override
    {
        co_await orReturn(health());
        if (m_administers)
            co_await orReturn(lookAtAnalytics());
        Identity identity;
        identity.kind = u"openrouter"_s;
        identity.evidence =
            m_administers ? u"GET /key says that this is a management key"_s : u"GET /key knows the inference key"_s;
        co_return identity;
    }

    // Asks for each secret in its slot.
    Task<Result<>> health() override
    {
        const Holder holder = co_await orReturn(holderOf(m_administers ? m_admin : m_data));
        if (m_administers && !holder.management)
            co_return co_await exchanged();
        if (!m_administers && holder.management)
            co_return tl::unexpected<Failure>(misplaced(
                u"the secret given for calls is a management key: give it as the admin secret, and an inference key here"_s));
        co_return Result<>();
    }

    Task<Result<QList<Allowance>>> allowances() override
    {
        QList<Allowance> all;
        if (m_administers) {
            Call call{"GET", u"credits"_s};
            const net::Exchange answer = co_await orReturn(m_admin.ask(std::move(call)));
            all << co_await orReturn(readCredits(answer.body));
        } else {
            const Holder holder = co_await orReturn(holderOf(m_data));
            all << holder.allowance;
        }
        co_return all;
    }

private:
    Task<Result<Holder>> holderOf(Api &api)
    {
        Call call{"GET", u"key"_s};
        call.patience = lifeSign;
        const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
        co_return readHolder(answer.body);
    }

    // The admin secret is none: perhaps the two were exchanged.
    Task<Result<>> exchanged()
    {
        const auto other = m_calls ? co_await holderOf(m_data) : Result<Holder>(Holder());
        if (other && other->management)
            co_return tl::unexpected<Failure>(
                misplaced(u"the two secrets are exchanged: the admin secret is an inference "
                          "key, the one for calls a management key"_s));
        co_return tl::unexpected<Failure>(
            misplaced(u"the admin secret is an inference key: give it for calls, and a management key here"_s));
    }

    // Rows are offered where the service says so; it is younger than the rest and may be missing.
    Task<Result<>> lookAtAnalytics()
    {
        Call call{"GET", u"analytics/meta"_s};
        call.lane = "analytics";
        const auto meta = co_await m_admin.ask(std::move(call));
        m_usage.offerRows(meta && rowsAreOffered(meta->body));
        co_return Result<>();
    }

    bool m_administers;
    bool m_calls;
    Api m_admin;
    Api m_data;
    OpenRouterKeys m_keys{m_admin};
    OpenRouterModels m_models{m_data};
    OpenRouterUsage m_usage;
};

namespace {

// The model list needs no key, and only here its rows have a permanent slug.
Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    Api api(http, baseOf(root), {}, manner);
    Call call{"GET", u"models"_s};
    call.query.addQueryItem(u"limit"_s, u"1"_s);
    call.patience = lifeSign;
    const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
    const auto models = readModels(answer.body);
    const bool ours = models && !models->isEmpty() && !models->first().slug.isEmpty();
    if (!ours)
        co_return fail(FailureKind::NotAGateway, u"GET /models lists no models with a canonical slug"_s);
    Identity identity;
    identity.kind = u"openrouter"_s;
    identity.evidence = u"GET /models lists models with a canonical slug"_s;
    co_return identity;
}

QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    const QUrl data = baseOf(dataUrl);
    const QUrl admin = baseOf(adminUrl.isEmpty() ? dataUrl : adminUrl);
    QList<Place> all{{u"models"_s, net::endpoint(data, u"models"_s)},
        {u"chat"_s, net::endpoint(data, u"chat/completions"_s)}, {u"messages"_s, net::endpoint(data, u"messages"_s)},
        {u"record of a call"_s, net::endpoint(data, u"generation"_s)}};
    for (const QString &path :
        {u"key"_s, u"keys"_s, u"guardrails"_s, u"credits"_s, u"activity"_s, u"analytics/query"_s})
        all << Place{path, net::endpoint(admin, path), true};
    return all;
}

} // namespace

std::unique_ptr<OwnKey> ownKey(Connection connection)
{
    return ownKeyAt(connection, baseOf(connection.dataUrl));
}

const Adapter adapter{
    .id = "openrouter",
    .title = QT_TRANSLATE_NOOP("gateway", "OpenRouter"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<OpenRouterAdmin>(std::move(c)); },
    .recognise = recognise,
    .places = places,
    .paces = {{"analytics", 64, std::chrono::seconds(60)}},
};

} // namespace gateway::openrouter
