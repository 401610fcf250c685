// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_own_key.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/litellm/litellm_answer.h"
#include "gateway/litellm/litellm_identity.h"
#include "gateway/litellm/litellm_row.h"
#include "gateway/litellm/litellm_scope.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

constexpr int forbidden = 403;

class LitellmOwnKey final : public OwnKey
{
public:
    explicit LitellmOwnKey(const Connection &c)
        : m_api(c.http, rootOf(c.adminUrl.isEmpty() ? c.dataUrl : c.adminUrl), c.dataSecret, Manner{.answer = answered})
    {}

    Task<Result<KeyStanding>> ask() override
    {
        Call call{"GET", u"key/info"_s};
        call.patience = lifeSign;
        const auto answer = co_await m_api.ask(std::move(call));
        if (!answer)
            co_return tl::unexpected<Failure>(worded(answer.error()));
        co_return readOwnRow(answer->body);
    }

private:
    // 403: the key may call models and nothing else. 404: the master key has no row.
    static Failure worded(Failure failure)
    {
        if (failure.httpStatus == forbidden)
            failure.kind = FailureKind::Unsupported;
        return notTold(failure);
    }

    Api m_api;
};

// Further windows beside the budget tell no spend of their own. One of them is named where there is nothing else.
void readWindow(Row &info, Allowance &own)
{
    QList<Row> windows = info.parts("budget_limits"_L1);
    if (own.limitNanos || windows.isEmpty())
        return;
    own.limitNanos = windows.first().nanos("max_budget"_L1);
    own.window = windowOf(windows.first().word("budget_duration"_L1));
    own.resetsAt = windows.first().at("reset_at"_L1);
    own.spentNanos.reset();
    info.adopt(windows.first());
}

Allowance budgetIn(Row &info)
{
    Allowance own;
    own.scope = u"key"_s;
    own.name = info.word("key_alias"_L1);
    own.currency = u"USD"_s;
    own.window = windowOf(info.word("budget_duration"_L1));
    own.resetsAt = info.at("budget_reset_at"_L1);
    own.limitNanos = info.nanos("max_budget"_L1);
    own.spentNanos = info.nanos("spend"_L1);
    readWindow(info, own);
    own.unlimited = !own.limitNanos;
    if (own.limitNanos && own.spentNanos)
        own.leftNanos = std::max<qint64>(0, *own.limitNanos - *own.spentNanos);
    return own;
}

} // namespace

Result<KeyStanding> readOwnRow(const QByteArray &body)
{
    return rowIn(body, u"own key"_s).and_then([](Row root) -> Result<KeyStanding> {
        if (!root.raw()["info"_L1].isObject())
            root.refuse("info"_L1, u"no object"_s);
        Row info = root.part("info"_L1);
        KeyStanding standing;
        standing.allowance = budgetIn(info);
        standing.totalNanos = info.nanos("total_spend"_L1);
        standing.createdAt = info.at("created_at"_L1);
        standing.expiresAt = info.at("expires"_L1);
        if (!standing.totalNanos && standing.allowance.window == "lifetime"_L1)
            standing.totalNanos = standing.allowance.spentNanos;
        root.adopt(info);
        return root.result(standing);
    });
}

std::unique_ptr<OwnKey> ownKey(Connection connection)
{
    return std::make_unique<LitellmOwnKey>(connection);
}

} // namespace gateway::litellm
