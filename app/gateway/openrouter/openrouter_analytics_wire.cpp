// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_numbers.h"
#include "gateway/openrouter/openrouter_wire.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

const QStringList figures{u"request_count"_s, u"tokens_prompt"_s, u"tokens_completion"_s, u"total_usage"_s};
const QStringList finer{u"cached_tokens"_s, u"reasoning_tokens"_s};
constexpr int mostRows = 10'000;

QString worded(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject spanJson(const QDateTime &from, const QDateTime &to)
{
    return {{u"start"_s, worded(from)}, {u"end"_s, worded(to)}};
}

QStringList namesIn(const QJsonValue &list)
{
    QStringList names;
    for (const QJsonValue entry : list.toArray())
        names << entry["name"_L1].toString();
    return names;
}

// The time column is called "<something>__minute".
QByteArray timeColumn(const QByteArray &body)
{
    const QJsonObject row = QJsonDocument::fromJson(body)["data"_L1]["data"_L1][0].toObject();
    for (const QString &name : row.keys())
        if (name.endsWith("__minute"_L1))
            return name.toLatin1();
    return "created_at__minute";
}

UsageRecord callOf(JsonReader &row, const QByteArray &timeField)
{
    UsageRecord record;
    record.sourceId = row.text("generation_id"_L1);
    record.requestId = record.sourceId;
    if (const auto at = row.time(QLatin1StringView(timeField)))
        record.at = *at;
    else
        row.refuse(QLatin1StringView(timeField), u"no time"_s);
    record.model = row.textOrEmpty("model"_L1);
    record.alias = record.model;
    record.inputTokens = row.countOrNull("tokens_prompt"_L1);
    record.outputTokens = row.countOrNull("tokens_completion"_L1);
    record.cachedTokens = row.countOrNull("cached_tokens"_L1);
    record.reasoningTokens = row.countOrNull("reasoning_tokens"_L1);
    record.costNanos = row.nanosOrNull("total_usage"_L1);
    if (record.costNanos)
        record.currency = u"USD"_s;
    return record;
}

} // namespace

bool rowsAreOffered(const QByteArray &meta)
{
    const QJsonValue data = QJsonDocument::fromJson(meta)["data"_L1];
    const QStringList metrics = namesIn(data["metrics"_L1]);
    const QStringList dimensions = namesIn(data["dimensions"_L1]);
    const auto offered = [](const QStringList &all) {
        return [&all](const QString &name) { return all.contains(name); };
    };
    const QStringList columns{u"generation_id"_s, u"model"_s, u"api_key_id"_s};
    return std::ranges::all_of(figures + finer, offered(metrics)) && std::ranges::all_of(columns, offered(dimensions))
        && namesIn(data["granularities"_L1]).contains(u"minute"_s);
}

QByteArray rowsBody(const QDateTime &from, const QDateTime &to, const QString &column)
{
    return compactJson({{u"metrics"_s, QJsonArray::fromStringList(figures + finer)},
        {u"dimensions"_s, QJsonArray{u"generation_id"_s, column}}, {u"granularity"_s, u"minute"_s},
        {u"time_range"_s, spanJson(from, to)}, {u"limit"_s, mostRows}});
}

QByteArray totalsBody(const QDateTime &from, const QDateTime &to)
{
    return compactJson({{u"metrics"_s, QJsonArray::fromStringList(figures)}, {u"time_range"_s, spanJson(from, to)}});
}

Result<Calls> readCalls(const QByteArray &body)
{
    const QByteArray timeField = timeColumn(body);
    return readData(body, u"analytics"_s).and_then([&timeField](JsonReader data) {
        Calls calls;
        for (JsonReader row : data.objects("data"_L1)) {
            calls.rows << callOf(row, timeField);
            data.adopt(row);
        }
        if (auto about = data.objectOrNull("metadata"_L1)) {
            calls.truncated = about->booleanOrNull("truncated"_L1).value_or(false);
            data.adopt(*about);
        }
        return data.result(calls);
    });
}

Result<QHash<QString, QString>> readKeyNames(const QByteArray &body)
{
    return readData(body, u"analytics"_s).and_then([](JsonReader data) {
        QHash<QString, QString> names;
        for (JsonReader row : data.objects("data"_L1)) {
            const QString id = row.text("generation_id"_L1);
            names.insert(id, row.textOrEmpty("api_key_id"_L1));
            data.adopt(row);
        }
        return data.result(names);
    });
}

Result<UsageTotals> readTotals(const QByteArray &body, const QDateTime &from, const QDateTime &to)
{
    return readData(body, u"analytics"_s).and_then([&](JsonReader data) {
        UsageTotals totals;
        totals.from = from;
        totals.to = to;
        totals.currency = u"USD"_s;
        totals.requests = totals.inputTokens = totals.outputTokens = totals.costNanos = 0;
        for (JsonReader row : data.objects("data"_L1)) { // one, or none where nothing was used
            totals.requests = row.countOrNull("request_count"_L1);
            totals.inputTokens = row.countOrNull("tokens_prompt"_L1);
            totals.outputTokens = row.countOrNull("tokens_completion"_L1);
            totals.costNanos = row.nanosOrNull("total_usage"_L1);
            data.adopt(row);
        }
        return data.result(totals);
    });
}

} // namespace gateway::openrouter
