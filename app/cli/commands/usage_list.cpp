// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/usage_query.h"
#include "cli/words.h"
#include "domain/refund.h"
#include "store/usage_figures.h"

using namespace Qt::StringLiterals;

namespace cli {

static QString numberOf(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : Words::tr("unknown");
}

static QString endOf(const UsageRecord &record)
{
    return isRefund(record) ? Words::tr("refund, no call") : record.ended;
}

static QStringList rowOf(const UsageRecord &record)
{
    return {record.at.toUTC().toString(Qt::ISODateWithMs), record.key, record.alias,
        record.status ? QString::number(*record.status) : QString(), endOf(record), numberOf(record.inputTokens),
        numberOf(record.outputTokens), usd(record.costNanos), record.requestId};
}

// A row's place in the order: rows before it are older.
static Maybe<std::optional<std::int64_t>> cursorOf(const Args &args)
{
    if (!args.has("after"))
        return std::nullopt;
    bool ok = false;
    const qint64 place = args.value("after").toLongLong(&ok);
    if (!ok)
        return unknownCursor(args.value("after"));
    return place;
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(100);
    if (!limit)
        co_return context.failed(limit.error());
    const auto scope = co_await usageScope(context, u"usage list"_s);
    if (!scope)
        co_return context.failed(scope.error());
    const auto before = cursorOf(context.args);
    if (!before)
        co_return context.failed(before.error());
    const auto read = [scope = scope->scope, before = *before, count = *limit + 1](
                          sql::Database &db) { return store::rowsBefore(db, scope, before, count); };
    const auto found = co_await scope->workspace->store().read(read);
    if (!found)
        co_return context.failed(trouble(u"usage list"_s, found.error()).value());
    QJsonArray items;
    qint64 samples = 0;
    int refunds = 0;
    Table rows{{Words::tr("TIME (UTC)"), Words::tr("KEY"), Words::tr("ALIAS"), Words::tr("STATUS"), Words::tr("ENDED"),
        Words::tr("IN"), Words::tr("OUT"), Words::tr("COST"), Words::tr("REQUEST")}};
    for (const store::PlacedRow &placed : found->mid(0, *limit)) {
        items.append(jsonOf(placed.row));
        rows << rowOf(placed.row);
        samples += placed.row.origin == Origin::Sample;
        refunds += isRefund(placed.row);
    }
    const bool complete = found->size() <= *limit;
    const QString next = complete ? QString() : QString::number(found->at(*limit - 1).id);
    context.out.document(listDocument(items, complete, next));
    if (items.isEmpty())
        noteNoUsage(context);
    else
        context.out.table(rows);
    noteSamples(context, samples);
    if (refunds > 0)
        context.out.note(
            Words::tr("%n of these rows are refunds: money given back, in the spend, but no call", nullptr, refunds));
    if (!complete)
        context.out.note(Words::tr("there are older rows: --after %1 goes on, --limit N shows more at once").arg(next));
    co_return AllWell;
}

extern const Command usageList;
const Command usageList{"usage list", "", QT_TRANSLATE_NOOP("Words", "lists calls from the local store, newest first"),
    "usage list --filter \"status >= 400\" --from -24h", usageOptions() + QList<Option>{afterOption}, run};

} // namespace cli
