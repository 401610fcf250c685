// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_usage_wire.h"
#include "gateway/api.h"
#include "gateway/litellm/litellm_scope.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

void readTimes(Row &row, UsageRecord &record)
{
    const auto start = row.moment("startTime"_L1);
    const auto end = row.at("endTime"_L1);
    const auto first = row.at("completionStartTime"_L1);
    if (!start) {
        row.refuse("startTime"_L1, u"no time"_s);
        return;
    }
    record.at = start->at;
    record.atMicros = start->micros;
    record.totalMs = row.whole("request_duration_ms"_L1);
    if (!record.totalMs && end)
        record.totalMs = start->at.msecsTo(*end);
    if (first && end && *first < *end) // without a stream it is the end
        record.firstTokenMs = start->at.msecsTo(*first);
}

void readTokens(Row &row, Row &metadata, UsageRecord &record)
{
    record.inputTokens = row.whole("prompt_tokens"_L1);
    record.outputTokens = row.whole("completion_tokens"_L1);
    Row usage = metadata.part("usage_object"_L1);
    Row input = usage.part("prompt_tokens_details"_L1);
    Row output = usage.part("completion_tokens_details"_L1);
    record.cachedTokens = input.whole("cached_tokens"_L1);
    if (!record.cachedTokens)
        record.cachedTokens = usage.whole("cache_read_input_tokens"_L1);
    record.reasoningTokens = output.whole("reasoning_tokens"_L1);
    for (const Row *part : {&usage, &input, &output})
        metadata.adopt(*part);
}

// Whether the gateway itself said no, before any upstream was asked.
bool wasRefused(Row &error)
{
    static const QStringList refusals{
        u"KeyNotFoundError"_s, u"BudgetExceededError"_s, u"ProxyRateLimitError"_s, u"ProxyException"_s};
    const QString kind = error.word("error_class"_L1);
    const QString code = error.word("error_code"_L1);
    return refusals.contains(kind) || kind.endsWith(u"ProxyException")
        || error.word("error_rate_limit_category"_L1) == "litellm_rate_limit"_L1
        || (kind == "Exception"_L1 && code.isEmpty());
}

QString endOf(Row &error, bool failed, const UsageRecord &record)
{
    if (record.errorClass == "ClientDisconnected"_L1)
        return u"client_left"_s;
    if (!failed)
        return u"complete"_s;
    if (wasRefused(error))
        return u"refused"_s;
    return record.outputTokens.value_or(0) > 0 ? u"upstream_cut"_s : u"error"_s;
}

// A row without a status of its own is one of an older server, which says it in the metadata.
void readOutcome(Row &row, Row &metadata, UsageRecord &record)
{
    Row error = metadata.part("error_information"_L1);
    const QString status = row.isNull("status"_L1) ? metadata.word("status"_L1) : row.word("status"_L1);
    const bool failed = status == "failure"_L1;
    bool isNumber = false;
    const int code = error.word("error_code"_L1).toInt(&isNumber);
    if (isNumber)
        record.status = code;
    else if (!failed)
        record.status = 200;
    record.errorClass = error.word("error_class"_L1);
    record.ended = endOf(error, failed, record);
    metadata.adopt(error);
}

void readNames(Row &row, Row &metadata, UsageRecord &record)
{
    record.sourceId = row.text("request_id"_L1);
    if (record.sourceId.isEmpty())
        row.refuse("request_id"_L1, u"no text"_s);
    record.requestId = row.word("litellm_call_id"_L1);
    if (record.requestId.isEmpty())
        record.requestId = metadata.word("litellm_call_id"_L1);
    if (record.requestId.isEmpty())
        record.requestId = record.sourceId;
    record.keyId = row.word("api_key"_L1);
    record.key = metadata.word("user_api_key_alias"_L1);
    record.alias = row.word("model_group"_L1);
    record.upstream = row.word("custom_llm_provider"_L1);
    record.model = row.word("model"_L1);
    record.family = familyOfCall(row.word("call_type"_L1));
}

UsageRecord recordOf(Row &row)
{
    Row metadata = row.part("metadata"_L1);
    UsageRecord record;
    readNames(row, metadata, record);
    readTimes(row, record);
    readTokens(row, metadata, record);
    readOutcome(row, metadata, record);
    record.costNanos = row.nanos("spend"_L1);
    if (record.costNanos)
        record.currency = u"USD"_s;
    row.adopt(metadata);
    return record;
}

QString inWords(const QDateTime &time)
{
    return Api::encoded(time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

void add(std::optional<qint64> &sum, std::optional<qint64> more)
{
    sum = sum.value_or(0) + more.value_or(0);
}

void addDay(UsageTotals &sums, Row &day)
{
    Row metrics = day.part("metrics"_L1);
    if (day.isNull("metrics"_L1))
        day.refuse("metrics"_L1, u"no object"_s);
    add(sums.requests, metrics.whole("api_requests"_L1));
    add(sums.inputTokens, metrics.whole("prompt_tokens"_L1));
    add(sums.outputTokens, metrics.whole("completion_tokens"_L1));
    add(sums.costNanos, metrics.nanos("spend"_L1));
    day.adopt(metrics);
}

} // namespace

Result<RowPage> readRowPage(const QByteArray &body)
{
    auto rows = rowsIn(body, u"usage rows"_s, "data"_L1);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    RowPage page;
    for (Row &row : *rows) {
        page.rows << recordOf(row);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
    }
    if (auto root = rowIn(body, u"usage rows"_s)) { // a bare list tells no total
        page.total = root->whole("total"_L1);
        page.capped = root->flag("total_is_capped"_L1);
    }
    return page;
}

std::optional<UsageRecord> rowOfCall(const QList<UsageRecord> &rows, const QString &id)
{
    const QString fromCache = id + u"_cache_hit"_s;
    for (const UsageRecord &one : rows)
        if (one.requestId == id || one.sourceId == id)
            return one;
    for (const UsageRecord &one : rows)
        if (one.sourceId.startsWith(fromCache))
            return one;
    return {};
}

Result<DayPage> readDayPage(const QByteArray &body)
{
    return rowIn(body, u"daily activity"_s).and_then([](Row root) -> Result<DayPage> {
        DayPage page;
        if (!root.raw()["results"_L1].isArray())
            root.refuse("results"_L1, u"no list"_s);
        for (Row day : root.parts("results"_L1)) {
            addDay(page.sums, day);
            root.adopt(day);
        }
        Row metadata = root.part("metadata"_L1);
        page.more = metadata.flag("has_more"_L1)
            || metadata.whole("page"_L1).value_or(1) < metadata.whole("total_pages"_L1).value_or(1);
        root.adopt(metadata);
        return root.result(page);
    });
}

Result<UsageTotals> readDailySpend(const QByteArray &body, const QDate &from, const QDate &to)
{
    auto rows = rowsIn(body, u"daily spend"_s, "data"_L1);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    UsageTotals sums;
    sums.costNanos = 0;
    for (Row &row : *rows) {
        const QDate day = QDate::fromString(row.text("date"_L1).left(10), Qt::ISODate);
        if (day >= from && day <= to)
            add(sums.costNanos, row.nanos("spend"_L1));
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
    }
    return sums;
}

QUrlQuery rowsQuery(const UsageWindow &window, RowOrder order)
{
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, inWords(window.from));
    query.addQueryItem(u"end_date"_s, inWords(window.to));
    query.addQueryItem(u"page"_s, QString::number(window.page));
    query.addQueryItem(u"page_size"_s, QString::number(order.perPage));
    query.addQueryItem(u"sort_by"_s, u"startTime"_s);
    query.addQueryItem(u"sort_order"_s, order.newestFirst ? u"desc"_s : u"asc"_s);
    return query;
}

// The end means its midnight, so the day behind is asked for.
QUrlQuery daysQuery(const UsageWindow &window)
{
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, window.from.date().toString(Qt::ISODate));
    query.addQueryItem(u"end_date"_s, window.to.date().addDays(1).toString(Qt::ISODate));
    query.addQueryItem(u"summarize"_s, u"false"_s);
    return query;
}

} // namespace gateway::litellm
