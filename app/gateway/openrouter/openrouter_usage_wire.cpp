// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openrouter/openrouter_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

QString familyOf(const QString &apiType)
{
    return apiType == "completions"_L1 ? u"chat"_s : apiType;
}

QString endedOf(JsonReader &row)
{
    if (row.booleanOrNull("cancelled"_L1).value_or(false))
        return u"client_left"_s;
    const QString finish = row.textOrEmpty("finish_reason"_L1);
    if (finish.isEmpty())
        return {};
    return finish == "error"_L1 ? u"error"_s : u"complete"_s;
}

// The provider's own counts are billed; the normalised ones are told where a provider gives none.
std::optional<qint64> tokensOf(JsonReader &row, QLatin1StringView native, QLatin1StringView normalised)
{
    const auto own = row.countOrNull(native);
    return own ? own : row.countOrNull(normalised);
}

void readTokens(JsonReader &row, UsageRecord &record)
{
    record.inputTokens = tokensOf(row, "native_tokens_prompt"_L1, "tokens_prompt"_L1);
    record.outputTokens = tokensOf(row, "native_tokens_completion"_L1, "tokens_completion"_L1);
    record.cachedTokens = row.countOrNull("native_tokens_cached"_L1);
    record.reasoningTokens = row.countOrNull("native_tokens_reasoning"_L1);
}

std::optional<qint64> wholeMs(JsonReader &row, QLatin1StringView field)
{
    const auto nanos = row.nanosOrNull(field); // a fraction may follow
    return nanos ? std::optional(*nanos / 1'000'000'000) : std::nullopt;
}

void add(std::optional<qint64> &sum, std::optional<qint64> part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

void addDay(JsonReader &row, UsageTotals &totals)
{
    add(totals.requests, row.countOrNull("requests"_L1));
    add(totals.inputTokens, row.countOrNull("prompt_tokens"_L1));
    add(totals.outputTokens, row.countOrNull("completion_tokens"_L1));
    add(totals.costNanos, row.nanosOrNull("usage"_L1));
}

QDate dayIn(JsonReader &row)
{
    const QDate day = QDate::fromString(row.text("date"_L1).left(10), Qt::ISODate); // a time may follow
    if (!day.isValid())
        row.refuse("date"_L1, u"no day"_s);
    return day;
}

} // namespace

Result<Allowance> readCredits(const QByteArray &body)
{
    return readData(body, u"credits"_s).and_then([](JsonReader data) {
        Allowance account;
        account.scope = u"account"_s;
        account.window = u"lifetime"_s;
        account.currency = u"USD"_s;
        account.limitNanos = data.nanosOrNull("total_credits"_L1);
        account.spentNanos = data.nanosOrNull("total_usage"_L1);
        if (account.limitNanos && account.spentNanos)
            account.leftNanos = *account.limitNanos - *account.spentNanos;
        else
            data.refuse("total_credits"_L1, u"no amount"_s);
        return data.result(account);
    });
}

Result<UsageRecord> readGeneration(const QByteArray &body, const QString &asked)
{
    return readData(body, u"generation"_s).and_then([&asked](JsonReader data) {
        UsageRecord record;
        record.sourceId = data.text("id"_L1);
        record.requestId = record.sourceId;
        if (record.sourceId != asked)
            data.refuse("id"_L1, u"another one than asked for"_s);
        if (const auto at = data.time("created_at"_L1))
            record.at = *at;
        else
            data.refuse("created_at"_L1, u"no time"_s);
        record.model = data.textOrEmpty("model"_L1);
        record.alias = record.model;
        record.upstream = data.textOrEmpty("provider_name"_L1);
        record.family = familyOf(data.textOrEmpty("api_type"_L1));
        record.ended = endedOf(data);
        readTokens(data, record);
        record.costNanos = data.nanosOrNull("total_cost"_L1);
        if (record.costNanos)
            record.currency = u"USD"_s;
        record.totalMs = wholeMs(data, "latency"_L1);
        return data.result(record);
    });
}

Result<UsageTotals> readActivity(const QByteArray &body, const QDateTime &from, const QDateTime &to, const QDate &today)
{
    return readObject(body, u"activity"_s).and_then([&](JsonReader root) {
        const QDate first = std::max(from.toUTC().date(), today.addDays(-30));
        const QDate end = std::min(to.toUTC().addMSecs(-1).date().addDays(1), today); // today never appears
        UsageTotals totals;
        totals.from = first.startOfDay(Qt::UTC);
        totals.to = std::max(first, end).startOfDay(Qt::UTC);
        totals.currency = u"USD"_s;
        for (JsonReader row : root.objects("data"_L1)) {
            const QDate day = dayIn(row);
            if (day >= first && day < end)
                addDay(row, totals);
            root.adopt(row);
        }
        return root.result(totals);
    });
}

} // namespace gateway::openrouter
