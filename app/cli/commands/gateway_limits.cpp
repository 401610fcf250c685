// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"
#include "workspace/gateway_glance.h"

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 200;

// What a key may do and what is left of it.
static QJsonObject limitsOf(const QJsonObject &key)
{
    QJsonObject out;
    for (const char *field : {"id", "name", "enabled", "budgets", "spent_nanos", "reserved_nanos", "currency",
             "running", "waiting", "rpm", "tpm", "parallel", "wait_ms", "soft_percents"})
        out.insert(QLatin1StringView(field), key[QLatin1StringView(field)]);
    return out;
}

static QString usdOf(const std::optional<qint64> &nanos)
{
    return nanos ? money::decimal(*nanos) : Words::tr("unknown");
}

static QString rateOf(qint64 rate)
{
    return rate > 0 ? QString::number(rate) : Words::tr("none");
}

static QStringList rowOf(const workspace::GatewayLimit &limit)
{
    const QString none = Words::tr("none");
    const bool capped = !limit.window.isEmpty();
    return {limit.key, capped ? limit.window : none, capped ? usdOf(limit.capNanos) : none, usdOf(limit.spentNanos),
        usdOf(limit.reservedNanos), capped ? usdOf(limit.freeNanos) : none, QString::number(limit.running),
        QString::number(limit.waiting), rateOf(limit.requestsPerMinute), rateOf(limit.tokensPerMinute),
        rateOf(limit.parallel)};
}

static void print(Context &context, const QJsonArray &items)
{
    Table rows{{Words::tr("KEY"), Words::tr("WINDOW"), Words::tr("USD"), Words::tr("SPENT"), Words::tr("RESERVED"),
        Words::tr("FREE"), Words::tr("RUNNING"), Words::tr("WAITING"), Words::tr("RPM"), Words::tr("TPM"),
        Words::tr("PARALLEL")}};
    for (const workspace::GatewayLimit &limit : workspace::limitsIn(items))
        rows << rowOf(limit);
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway limits"_s;
    const auto listing = co_await reachForList(context, what, usualLimit);
    if (!listing)
        co_return context.failed(listing.error());
    const auto keys = co_await listing->calls->items(u"keys"_s, listing->limit + 1);
    if (!keys)
        co_return context.failed(notAnswered(context, what, keys.error()));
    QJsonArray rows;
    for (qsizetype i = 0; i < keys->size() && i < listing->limit; ++i)
        rows.append(limitsOf(keys->at(i).toObject()));
    const bool complete = keys->size() <= listing->limit;
    context.out.document(listDocument(rows, complete));
    print(context, rows);
    if (!complete)
        context.out.note(Words::tr("there are more: --limit N shows more at once"));
    co_return AllWell;
}

extern const Command gatewayLimits;
const Command gatewayLimits{"gateway limits", "",
    QT_TRANSLATE_NOOP("Words", "lists what each key may spend: spent, reserved and free"), "gateway limits --json", {},
    run};

} // namespace cli
