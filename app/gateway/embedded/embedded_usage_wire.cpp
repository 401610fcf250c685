// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_wire.h"
#include "gateway/json_reader.h"

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

void readTime(JsonReader &row, UsageRecord &record)
{
    const qint64 micros = row.integer("ts"_L1);
    if (micros <= 0)
        row.refuse("ts"_L1, u"no time"_s);
    record.at = QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC);
    record.atMicros = int(micros % 1000);
}

void readCost(JsonReader &row, UsageRecord &record)
{
    record.costNanos = row.integerOrNull("cost_nanos"_L1);
    if (record.costNanos)
        record.currency = row.text("currency"_L1);
}

void readTokens(JsonReader &row, UsageRecord &record)
{
    record.inputTokens = row.integerOrNull("input_tokens"_L1);
    record.outputTokens = row.integerOrNull("output_tokens"_L1);
    record.cachedTokens = row.integerOrNull("cached_tokens"_L1);
    record.reasoningTokens = row.integerOrNull("reasoning_tokens"_L1);
}

// A caller may send the same request id twice, and a new database counts its rows from one again: only both are unique.
QString sourceIdOf(JsonReader &row, const QString &requestId)
{
    return u"%1/%2"_s.arg(requestId).arg(row.integer("id"_L1));
}

UsageRecord recordOf(JsonReader &row)
{
    UsageRecord record;
    record.requestId = row.text("request_id"_L1);
    record.sourceId = sourceIdOf(row, record.requestId);
    readTime(row, record);
    record.keyId = row.textOrEmpty("key_id"_L1);
    record.key = row.textOrEmpty("key"_L1);
    record.alias = row.textOrEmpty("alias"_L1);
    record.upstream = row.textOrEmpty("upstream"_L1);
    record.model = row.textOrEmpty("model"_L1);
    record.family = row.textOrEmpty("family"_L1);
    record.status = int(row.integer("status"_L1));
    record.errorClass = row.textOrEmpty("error_class"_L1);
    record.ended = row.textOrEmpty("ended"_L1);
    readTokens(row, record);
    readCost(row, record);
    record.firstTokenMs = row.integerOrNull("first_token_ms"_L1);
    record.totalMs = row.integerOrNull("total_ms"_L1);
    record.origin = row.textOrEmpty("origin"_L1) == "sample"_L1 ? Origin::Sample : Origin::Sync;
    return record;
}

} // namespace

Result<UsagePage> readUsagePage(const QByteArray &body, const QString &asked)
{
    return readObject(body, u"usage list"_s).and_then([&asked](JsonReader root) {
        UsagePage page;
        for (JsonReader row : root.objects("items"_L1)) {
            page.rows << recordOf(row);
            root.adopt(row);
        }
        page.complete = !root.boolean("complete"_L1); // theirs: the last page; ours: a full one
        page.next = root.textOrEmpty("next"_L1);
        if (page.rows.isEmpty() && !asked.isEmpty())
            page.next = asked;
        return root.result(page);
    });
}

} // namespace gateway::embedded
