// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/own_key.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/json_reader.h"
#include "gateway/refusal.h"
#include <QHash>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr int methodNotAllowed = 405;

// An interval that we do not know stays as it is written.
QString windowOf(const QString &reset)
{
    static const QHash<QString, QString> windows{
        {QString(), u"lifetime"_s}, {u"daily"_s, u"day"_s}, {u"weekly"_s, u"week"_s}, {u"monthly"_s, u"month"_s}};
    return windows.value(reset, reset);
}

Allowance limitIn(JsonReader &data)
{
    Allowance own;
    own.scope = u"key"_s;
    own.name = data.textOrEmpty("name"_L1);
    own.currency = u"USD"_s;
    own.limitNanos = data.nanosOrNull("limit"_L1);
    own.leftNanos = data.nanosOrNull("limit_remaining"_L1);
    own.window = windowOf(data.textOrEmpty("limit_reset"_L1));
    own.resetsAt = data.time("limit_resets_at"_L1);
    own.unlimited = !own.limitNanos;
    if (own.limitNanos && own.leftNanos)
        own.spentNanos = *own.limitNanos - *own.leftNanos;
    return own;
}

class OwnKeyByGet final : public OwnKey
{
public:
    OwnKeyByGet(const Connection &c, const QUrl &base)
        : m_api(c.http, base, c.dataSecret, Manner{.answer = answerOrRefusal})
    {}

    Task<Result<KeyStanding>> ask() override
    {
        Call call{"GET", u"key"_s};
        call.patience = lifeSign;
        const auto answer = co_await m_api.ask(std::move(call));
        if (!answer)
            co_return tl::unexpected<Failure>(notTold(answer.error()));
        const auto standing = readOwnKey(answer->body);
        if (!standing)
            co_return tl::unexpected<Failure>(notTold(standing.error()));
        co_return *standing;
    }

private:
    Api m_api;
};

} // namespace

Failure notTold(Failure failure)
{
    const bool unknown = failure.kind == FailureKind::NotFound || failure.kind == FailureKind::NotAGateway
        || failure.kind == FailureKind::Decode || failure.httpStatus == methodNotAllowed;
    if (unknown)
        failure.kind = FailureKind::Unsupported;
    return failure;
}

Result<KeyStanding> readOwnKey(const QByteArray &body)
{
    return readObject(body, u"key"_s).and_then([](JsonReader root) -> Result<KeyStanding> {
        auto data = root.objectOrNull("data"_L1);
        if (!data || !data->object().contains("limit"_L1))
            root.refuse("data"_L1, u"no object with a limit"_s);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        KeyStanding standing;
        standing.allowance = limitIn(*data);
        standing.todayNanos = data->nanosOrNull("usage_daily"_L1);
        standing.weekNanos = data->nanosOrNull("usage_weekly"_L1);
        standing.monthNanos = data->nanosOrNull("usage_monthly"_L1);
        standing.totalNanos = data->nanosOrNull("usage"_L1);
        standing.createdAt = data->time("created_at"_L1);
        standing.expiresAt = data->time("expires_at"_L1);
        return data->result(standing);
    });
}

std::unique_ptr<OwnKey> ownKeyAt(const Connection &connection, const QUrl &base)
{
    return std::make_unique<OwnKeyByGet>(connection, base);
}

} // namespace gateway
