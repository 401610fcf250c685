// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"

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

static QString usdOf(const QJsonValue &nanos)
{
    return nanos.isDouble() ? money::decimal(nanos.toInteger()) : Words::tr("unknown");
}

static QString rateOf(const QJsonValue &rate)
{
    return rate.toInteger() > 0 ? QString::number(rate.toInteger()) : Words::tr("none");
}

static QStringList rowOf(const QJsonObject &key, const QJsonObject &budget)
{
    const bool capped = !budget.isEmpty();
    const QString none = Words::tr("none");
    return {key["name"_L1].toString(), capped ? budget["window"_L1].toString() : none,
        capped ? usdOf(budget["nanos"_L1].toInteger() + budget["raise_nanos"_L1].toInteger()) : none,
        usdOf(capped ? budget["spent_nanos"_L1] : key["spent_nanos"_L1]),
        usdOf(capped ? budget["reserved_nanos"_L1] : key["reserved_nanos"_L1]),
        capped ? usdOf(budget["free_nanos"_L1]) : none, QString::number(key["running"_L1].toInteger()),
        QString::number(key["waiting"_L1].toInteger()), rateOf(key["rpm"_L1]), rateOf(key["tpm"_L1]),
        rateOf(key["parallel"_L1])};
}

static void print(Context &context, const QJsonArray &items)
{
    Table rows{{Words::tr("KEY"), Words::tr("WINDOW"), Words::tr("USD"), Words::tr("SPENT"), Words::tr("RESERVED"),
        Words::tr("FREE"), Words::tr("RUNNING"), Words::tr("WAITING"), Words::tr("RPM"), Words::tr("TPM"),
        Words::tr("PARALLEL")}};
    for (const QJsonValue item : items) {
        const QJsonObject key = item.toObject();
        const QJsonArray budgets = key["budgets"_L1].toArray();
        if (budgets.isEmpty())
            rows << rowOf(key, {});
        for (const QJsonValue budget : budgets)
            rows << rowOf(key, budget.toObject());
    }
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway limits"_s;
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    const auto calls = co_await reachGateway(context, what);
    if (!calls)
        co_return context.failed(calls.error());
    const auto keys = co_await (*calls)->items(u"keys"_s, *limit + 1);
    if (!keys)
        co_return context.failed(notAnswered(context, what, keys.error()));
    QJsonArray rows;
    for (qsizetype i = 0; i < keys->size() && i < *limit; ++i)
        rows.append(limitsOf(keys->at(i).toObject()));
    const bool complete = keys->size() <= *limit;
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
