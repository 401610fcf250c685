// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/litellm/litellm.h"
#include "gateway/litellm/litellm_aliases.h"
#include "gateway/litellm/litellm_answer.h"
#include "gateway/litellm/litellm_identity.h"
#include "gateway/litellm/litellm_keys.h"
#include "gateway/litellm/litellm_limits.h"
#include "gateway/litellm/litellm_usage.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

Features everything()
{
    return {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey, Feature::RotateKey,
        Feature::ModelScope, Feature::KeyExpiry, Feature::Budget, Feature::BudgetWindows, Feature::BudgetRaise,
        Feature::SoftThresholds, Feature::FamilyScope, Feature::RequestRate, Feature::TokenRate, Feature::ParallelCalls,
        Feature::Passport, Feature::ListAliases, Feature::EditAliases, Feature::AliasPrices, Feature::AliasFallbacks,
        Feature::UsageRows, Feature::UsageByRequest, Feature::UsageTotals, Feature::Allowances};
}

} // namespace

// A LiteLLM proxy over its admin API (contracts, litellm). Owned by the workspace, main thread.
class LitellmAdmin final : public Admin
{
public:
    explicit LitellmAdmin(const Connection &c)
        : m_api(c.http, rootOf(c.adminUrl), c.adminSecret, Manner{.answer = answered})
        , m_keys(m_api, c.clock)
        , m_usage(m_api, c.clock)
    {}

    // Without a database there is nothing but the models of its file; what is asked for all the same is refused in the
    // server's own words. A licence is not asked for either: that refusal says more.
    Features features() const override { return m_database ? everything() : Features{Feature::ListAliases}; }
    Keys *keys() override { return &m_keys; }
    Aliases *aliases() override { return &m_aliases; }
    UsageSource *usage() override { return &m_usage; }
    Limits *limits() override { return &m_limits; }

    Task<Result<Identity>> identity() override
    {
        Call details{"GET", u"health/readiness/details"_s};
        details.patience = lifeSign;
        const auto answer = co_await m_api.ask(std::move(details));
        if (!answer && answer.error().kind == FailureKind::NotFound)
            co_return co_await olderIdentity();
        if (!answer)
            co_return tl::unexpected<Failure>(answer.error());
        const Readiness readiness = co_await orReturn(readReadiness(answer->body));
        m_database = readiness.database;
        co_return Identity{u"litellm"_s, readiness.version, u"GET /health/readiness/details: litellm_version"_s};
    }

    // Never /health: that calls every model, and costs money.
    Task<Result<>> health() override
    {
        co_await orReturn(readiness());
        co_return Result<>();
    }

private:
    Task<Result<Readiness>> readiness()
    {
        Call call{"GET", u"health/readiness"_s};
        call.patience = lifeSign;
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        co_return readReadiness(answer.body);
    }

    // Before 1.84 readiness told it to anybody, so the key is proved by listing models.
    Task<Result<Identity>> olderIdentity()
    {
        const Readiness told = co_await orReturn(readiness());
        m_database = told.database;
        Call models{"GET", u"models"_s};
        co_await orReturn(m_api.ask(std::move(models)));
        co_return Identity{u"litellm"_s, told.version, u"GET /health/readiness: litellm_version"_s};
    }

    bool m_database = true; // until the server has said otherwise
    Api m_api;
    LitellmKeys m_keys;
    LitellmAliases m_aliases{m_api};
    LitellmUsage m_usage;
    LitellmLimits m_limits{m_api, m_keys};
};

const Adapter adapter{
    .id = "litellm",
    .title = QT_TRANSLATE_NOOP("gateway", "LiteLLM proxy"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<LitellmAdmin>(std::move(c)); },
    .recognise = recognise,
    .places = places,
    .keyForm = {.servedForSeconds = 60}, // contract 4.4: workers without Redis keep keys that long
    .aliasForm = {.families = AliasForm::Families::One, .weighsRoutes = true, .holdsContext = true, .pointers = true},
};

} // namespace gateway::litellm
