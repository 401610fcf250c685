// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_own_key.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/newapi/newapi_address.h"
#include "gateway/newapi/newapi_session.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr qint64 unlimitedNanos = 100'000'000'000'000'000; // 100000000: what the server says instead of "no limit"
constexpr int centsToUnits = -2;

class NewApiOwnKey final : public OwnKey
{
public:
    explicit NewApiOwnKey(const Connection &c)
        : m_site(c.http, rootOf(c.dataUrl, c.adminUrl), Secret(), mannerOf(QString()))
        , m_billing(c.http, rootOf(c.dataUrl, c.adminUrl), c.dataSecret, mannerOf(QString()))
    {}

    // What is missing comes first; after that what changes most often is renewed in turn.
    Task<Result<KeyStanding>> ask() override
    {
        Result<> step;
        if (!m_limits || (m_spent && m_unit && m_spentNewer))
            step = co_await askLimit();
        else if (!m_spent || m_unit)
            step = co_await askSpent();
        else
            step = co_await askUnit();
        if (!step)
            co_return tl::unexpected<Failure>(step.error());
        co_return standing();
    }

private:
    static Task<Result<net::Exchange>> get(Api &api, QString path)
    {
        Call call{"GET", path};
        call.patience = lifeSign;
        return api.ask(std::move(call));
    }

    Task<Result<>> askLimit()
    {
        const net::Exchange answer = co_await orReturn(get(m_billing, u"v1/dashboard/billing/subscription"_s));
        m_limits = co_await orReturn(readSubscription(answer.body));
        m_spentNewer = false;
        co_return Result<>();
    }

    Task<Result<>> askSpent()
    {
        const net::Exchange answer = co_await orReturn(get(m_billing, u"v1/dashboard/billing/usage"_s));
        m_spent = co_await orReturn(readSpent(answer.body));
        m_spentNewer = true;
        co_return Result<>();
    }

    Task<Result<>> askUnit()
    {
        const net::Exchange answer = co_await orReturn(get(m_site, u"api/status"_s));
        m_unit = readUnit(answer.body);
        co_return Result<>();
    }

    KeyStanding standing() const
    {
        KeyStanding out;
        Allowance &own = out.allowance;
        own.scope = u"key"_s;
        own.window = u"lifetime"_s;
        own.currency = m_unit.value_or(QString());
        own.spentNanos = m_spent;
        own.limitNanos = m_limits ? m_limits->limitNanos : std::nullopt;
        own.unlimited = m_limits && !m_limits->limitNanos;
        if (own.limitNanos && own.spentNanos)
            own.leftNanos = std::max<qint64>(0, *own.limitNanos - *own.spentNanos);
        out.totalNanos = m_spent;
        out.expiresAt = m_limits ? m_limits->expiresAt : std::nullopt;
        out.partial = !m_limits || !m_spent || !m_unit;
        return out;
    }

    Api m_site; // without the key: what it tells is public
    Api m_billing;
    std::optional<Subscription> m_limits;
    std::optional<qint64> m_spent;
    std::optional<QString> m_unit;
    bool m_spentNewer = false; // than the limit
};

// An error comes with 200, and under "error".
Result<JsonReader> billed(const QByteArray &body, const QString &what)
{
    return readObject(body, what).and_then([](JsonReader root) -> Result<JsonReader> {
        auto error = root.objectOrNull("error"_L1);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        if (error)
            return fail(FailureKind::Rejected, error->textOrEmpty("message"_L1), 200);
        return root;
    });
}

} // namespace

Result<Subscription> readSubscription(const QByteArray &body)
{
    return billed(body, u"subscription"_s).and_then([](JsonReader root) {
        Subscription out;
        out.limitNanos = root.nanosOrNull("hard_limit_usd"_L1);
        if (!out.limitNanos)
            root.refuse("hard_limit_usd"_L1, u"no amount"_s);
        if (out.limitNanos == unlimitedNanos)
            out.limitNanos.reset();
        const auto until = root.integerOrNull("access_until"_L1);
        if (until && *until > 0)
            out.expiresAt = QDateTime::fromSecsSinceEpoch(*until, Qt::UTC);
        return root.result(out);
    });
}

Result<qint64> readSpent(const QByteArray &body)
{
    return billed(body, u"usage"_s).and_then([](JsonReader root) {
        const auto spent = root.nanosOrNull("total_usage"_L1, centsToUnits);
        if (!spent)
            root.refuse("total_usage"_L1, u"no amount"_s);
        return root.result(spent.value_or(0));
    });
}

QString readUnit(const QByteArray &status)
{
    const auto data = objectOf(status, u"status"_s);
    if (!data)
        return {};
    const QString type = (*data)["quota_display_type"_L1].toString();
    const bool money = (*data)["display_in_currency"_L1].toBool();
    if (type == "TOKENS"_L1 || (type.isEmpty() && !money))
        return u"quota"_s;
    return type.isEmpty() ? u"USD"_s : type == "CUSTOM"_L1 ? QString() : type;
}

std::unique_ptr<OwnKey> ownKey(Connection connection)
{
    return std::make_unique<NewApiOwnKey>(connection);
}

} // namespace gateway::newapi
