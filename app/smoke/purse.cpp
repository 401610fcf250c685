// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/purse.h"
#include "base/money.h"
#include "smoke/chat.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace smoke {

static std::optional<qint64> priceOf(const QMap<QString, Price> &prices, const QString &alias, qint64 in, qint64 out)
{
    const Price price = prices.value(alias);
    if (!price.inputNanos || !price.outputNanos)
        return {};
    return money::cost({{in, *price.inputNanos}, {out, *price.outputNanos}});
}

// A token is at least one byte, and an answer at most max_tokens: more the call cannot cost.
std::optional<qint64> Purse::bound(const QByteArray &body) const
{
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    const qint64 most = std::max(asked["max_tokens"_L1].toInteger(), asked["max_completion_tokens"_L1].toInteger());
    return priceOf(m_prices, asked["model"_L1].toString(), body.size(), most);
}

bool Purse::affords(const net::Request &request)
{
    const bool fits = request.body.isEmpty() || m_spent + bound(request.body).value_or(0) <= m_cap;
    m_exhausted |= !fits;
    return fits;
}

std::optional<qint64> Purse::book(const net::Recorded &call)
{
    if (call.body.isEmpty() || call.exchange.status >= 400)
        return 0;
    const Usage usage = usageOf(call);
    const QString alias = QJsonDocument::fromJson(call.body)["model"_L1].toString();
    const auto told = usage.seen ? priceOf(m_prices, alias, usage.prompt, usage.completion) : std::nullopt;
    m_spent += told ? *told : bound(call.body).value_or(0);
    return told;
}

} // namespace smoke
