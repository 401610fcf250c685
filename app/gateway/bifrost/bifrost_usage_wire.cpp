// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_row.h"
#include "gateway/bifrost/bifrost_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

// "chat.completion.chunk", "chat_completion_stream": chat.
QString familyOf(const QString &object)
{
    static const QList<std::pair<QString, QString>> families{{u"chat"_s, u"chat"_s}, {u"text"_s, u"completions"_s},
        {u"embedding"_s, u"embeddings"_s}, {u"list"_s, u"embeddings"_s}, {u"response"_s, u"responses"_s},
        {u"image"_s, u"images"_s}};
    for (const auto &[start, family] : families)
        if (object.startsWith(start))
            return family;
    return object;
}

void readDetails(JsonReader &usage, UsageRecord &record)
{
    if (auto input = usage.objectOrNull("prompt_tokens_details"_L1)) {
        record.cachedTokens = input->integerOrNull("cached_tokens"_L1);
        usage.adopt(*input);
    }
    if (auto output = usage.objectOrNull("completion_tokens_details"_L1)) {
        record.reasoningTokens = output->integerOrNull("reasoning_tokens"_L1);
        usage.adopt(*output);
    }
}

void readTokens(JsonReader &row, UsageRecord &record)
{
    auto usage = row.objectOrNull("token_usage"_L1);
    if (!usage)
        return;
    record.inputTokens = usage->integerOrNull("prompt_tokens"_L1);
    record.outputTokens = usage->integerOrNull("completion_tokens"_L1);
    readDetails(*usage, record);
    row.adopt(*usage);
}

// An estimate from Bifrost's price table: zero for a model that is not in it, which is not free.
void readCost(JsonReader &row, UsageRecord &record)
{
    const auto cost = row.nanosOrNull("cost"_L1);
    const bool used = record.inputTokens.value_or(0) + record.outputTokens.value_or(0) > 0;
    if (!cost || (*cost == 0 && used))
        return;
    record.costNanos = cost;
    record.currency = u"USD"_s;
}

void readError(JsonReader &row, UsageRecord &record)
{
    auto details = row.objectOrNull("error_details"_L1);
    if (!details)
        return;
    record.errorClass = details->textOrEmpty("type"_L1);
    if (const auto status = details->integerOrNull("status_code"_L1))
        record.status = int(*status);
    auto inner = details->objectOrNull("error"_L1);
    if (inner && record.errorClass.isEmpty())
        record.errorClass = inner->textOrEmpty("type"_L1);
    if (inner)
        details->adopt(*inner);
    row.adopt(*details);
}

void readNames(JsonReader &row, UsageRecord &record)
{
    record.keyId = row.textOrEmpty("virtual_key_id"_L1);
    record.key = row.textOrEmpty("virtual_key_name"_L1);
    record.upstream = row.textOrEmpty("provider"_L1);
    record.model = row.textOrEmpty("model"_L1);
    record.alias = row.textOrEmpty("alias"_L1);
    if (record.alias.isEmpty() && !record.model.isEmpty())
        record.alias = record.upstream.isEmpty() ? record.model : record.upstream + u'/' + record.model;
    record.family = familyOf(row.textOrEmpty("object"_L1));
}

std::optional<UsageRecord> recordOf(JsonReader &row)
{
    UsageRecord record;
    record.sourceId = row.text("id"_L1);
    record.requestId = record.sourceId;
    if (const auto at = row.time("timestamp"_L1))
        record.at = *at;
    else
        row.refuse("timestamp"_L1, u"no time"_s);
    readNames(row, record);
    readTokens(row, record);
    readCost(row, record);
    readError(row, record);
    if (const auto latency = row.nanosOrNull("latency"_L1)) // ms, with a fraction
        record.totalMs = *latency / 1'000'000'000;
    const QString status = row.textOrEmpty("status"_L1);
    if (status == "processing"_L1)
        return {};
    record.ended = status == "error"_L1 ? u"error"_s : u"complete"_s; // "success", "completed"
    return record;
}

} // namespace

Result<LogRows> readLogs(const QByteArray &body)
{
    LogRows out;
    const auto read = [&out](JsonReader &row, QList<UsageRecord> &records) {
        ++out.read;
        if (const auto record = recordOf(row))
            records << *record;
    };
    return valuesOf<UsageRecord>(rowsOf(body, u"log list"_s, {"logs"_L1}), read).map([&out](const auto &records) {
        out.rows = records;
        return out;
    });
}

Result<UsageRecord> readLog(const QByteArray &body)
{
    return readObject(body, u"log"_s).and_then([](JsonReader row) -> Result<UsageRecord> {
        const auto record = recordOf(row);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
        return record ? Result<UsageRecord>(*record) : fail(FailureKind::NotFound, u"the call still runs"_s);
    });
}

Result<UsageTotals> readStats(const QByteArray &body, const QDateTime &from, const QDateTime &to)
{
    return readObject(body, u"log stats"_s).and_then([&](JsonReader root) {
        UsageTotals totals;
        totals.from = from;
        totals.to = to;
        totals.currency = u"USD"_s;
        totals.requests = root.integer("total_requests"_L1);
        totals.costNanos = root.nanosOrNull("total_cost"_L1);
        return root.result(totals); // tokens come as one sum, which is neither input nor output
    });
}

} // namespace gateway::bifrost
