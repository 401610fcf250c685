// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 20;

static QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

static QStringList lineOf(const QJsonObject &row)
{
    const auto field = [&row](const char *name) { return textOf(row[QLatin1StringView(name)]); };
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row["ts"_L1].toInteger() / 1000, Qt::UTC);
    const QJsonValue cost = row["cost_nanos"_L1];
    return {at.toString(Qt::ISODateWithMs), field("key"), field("alias"), field("upstream"), field("model"),
        field("family"), field("status"), field("ended"), field("input_tokens"), field("output_tokens"),
        cost.isDouble() ? money::decimal(cost.toInteger()) : QString(), field("total_ms"), field("request_id")};
}

static void print(Context &context, const QJsonArray &items)
{
    Table rows{{Words::tr("TIME"), Words::tr("KEY"), Words::tr("ALIAS"), Words::tr("UPSTREAM"), Words::tr("MODEL"),
        Words::tr("FAMILY"), Words::tr("STATUS"), Words::tr("ENDED"), Words::tr("IN"), Words::tr("OUT"),
        Words::tr("USD"), Words::tr("MS"), Words::tr("REQUEST")}};
    for (const QJsonValue item : items)
        rows << lineOf(item.toObject());
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway log"_s;
    const auto listing = co_await reachForList(context, what, usualLimit);
    if (!listing)
        co_return context.failed(listing.error());
    const auto rows = co_await listing->calls->lastRows(qMin(listing->limit, 1000));
    if (!rows)
        co_return context.failed(notAnswered(context, what, rows.error()));
    context.out.document(listDocument(*rows, true));
    print(context, *rows);
    co_return AllWell;
}

extern const Command gatewayLog;
const Command gatewayLog{"gateway log", "",
    QT_TRANSLATE_NOOP("Words", "prints the last calls, refused ones too, the newest last"), "gateway log --limit 50",
    {}, run};

} // namespace cli
