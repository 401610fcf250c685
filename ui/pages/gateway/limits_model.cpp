// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/limits_model.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "pages/words.h"

using namespace Qt::StringLiterals;

namespace pages {

using workspace::GatewayLimit;

static QString amount(const std::optional<qint64> &nanos)
{
    return nanos ? kit::format::moneyShort(*nanos) : kit::format::none();
}

template<auto Member>
static QVariant exactly(const GatewayLimit &limit, int role)
{
    const auto &nanos = limit.*Member;
    return role == Qt::ToolTipRole && nanos ? QVariant(kit::format::moneyExact(*nanos)) : QVariant();
}

static std::optional<double> used(const GatewayLimit &limit)
{
    if (!limit.capNanos || *limit.capNanos <= 0 || !limit.spentNanos)
        return {};
    return double(*limit.spentNanos + limit.reservedNanos.value_or(0)) / double(*limit.capNanos);
}

static QString usedText(const GatewayLimit &limit)
{
    if (limit.window.isEmpty())
        return LimitsModel::tr("no limit");
    const auto share = used(limit);
    return share ? kit::format::percent(*share) : LimitsModel::tr("not told");
}

static QVariant usedMore(const GatewayLimit &limit, int role)
{
    const auto share = used(limit);
    return role == kit::cell::Used && share ? QVariant(*share) : QVariant();
}

static QString windowText(const GatewayLimit &limit)
{
    if (limit.window.isEmpty())
        return kit::format::none();
    return LimitsModel::tr("%1 USD %2", "amount, window").arg(amount(limit.capNanos), windowName(limit.window));
}

static QString freeText(const GatewayLimit &limit)
{
    return limit.window.isEmpty() ? kit::format::none() : amount(limit.freeNanos);
}

QString runningWords(const GatewayLimit &limit)
{
    const QString running = kit::format::count(limit.running);
    return limit.waiting > 0 ? LimitsModel::tr("%1, %2 waiting").arg(running, kit::format::count(limit.waiting))
                             : running;
}

QString ratesWords(const GatewayLimit &limit)
{
    QStringList parts;
    if (limit.requestsPerMinute > 0)
        parts << LimitsModel::tr("%1 calls a minute").arg(kit::format::count(limit.requestsPerMinute));
    if (limit.tokensPerMinute > 0)
        parts << LimitsModel::tr("%1 tokens a minute").arg(kit::format::compact(limit.tokensPerMinute));
    if (limit.parallel > 0)
        parts << LimitsModel::tr("%1 at a time").arg(kit::format::count(limit.parallel));
    return parts.isEmpty() ? LimitsModel::tr("no limit") : parts.join(u", "_s);
}

LimitsModel::LimitsModel()
    : RowModel(
        {
            {tr("Key"), [](const GatewayLimit &l) { return l.key; }},
            {tr("Budget"), windowText},
            {tr("Used"), usedText, Qt::AlignLeft, usedMore},
            {tr("Spent, USD"), [](const GatewayLimit &l) { return amount(l.spentNanos); }, Qt::AlignRight,
                exactly<&GatewayLimit::spentNanos>},
            {tr("Reserved, USD"), [](const GatewayLimit &l) { return amount(l.reservedNanos); }, Qt::AlignRight,
                exactly<&GatewayLimit::reservedNanos>},
            {tr("Free, USD"), freeText, Qt::AlignRight, exactly<&GatewayLimit::freeNanos>},
            {tr("Running"), runningWords, Qt::AlignRight},
            {tr("Rates"), ratesWords},
        },
        [](const GatewayLimit &l) { return l.keyId + u'\n' + l.window; })
{}

} // namespace pages
