// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_usage_wire.h"
#include "gateway/newapi/newapi_money.h"
#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr qint64 firstRow = 1;
constexpr qint64 consumption = 2;
constexpr qint64 failedAttempt = 5; // One API: the test of a channel

constexpr qint64 refund = 6; // of a task that failed after it was paid for: a row of its own, its quota positive

bool isKept(qint64 type, const Server &server)
{
    return type == consumption
        || ((type == failedAttempt || type == refund) && server.generation != Generation::OneApi);
}

// A JSON object inside a text that may be empty or "null".
QJsonObject detailsOf(const QJsonObject &row)
{
    return QJsonDocument::fromJson(row["other"_L1].toString().toUtf8()).object();
}

std::optional<qint64> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QString familyOf(const QString &path)
{
    static const QList<std::pair<QLatin1StringView, QLatin1StringView>> known{{"/chat/completions"_L1, "chat"_L1},
        {"/responses"_L1, "responses"_L1}, {"/embeddings"_L1, "embeddings"_L1}, {"/messages"_L1, "messages"_L1},
        {"/images/"_L1, "images"_L1}, {"/v1beta/"_L1, "gemini"_L1}, {"/completions"_L1, "completions"_L1}};
    for (const auto &[part, family] : known)
        if (path.contains(part))
            return family;
    return path.isEmpty() ? QString() : u"other"_s;
}

// Without request ids nothing but all of its fields tells a row from others of the same second.
QByteArray fingerprint(const QJsonObject &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString key = row.contains("token_id"_L1) ? u"token_id"_s : u"token_name"_s;
    const QString time = row.contains("use_time"_L1) ? u"use_time"_s : u"elapsed_time"_s;
    for (const QString &field : {u"created_at"_s, u"type"_s, key, u"model_name"_s, u"channel"_s, u"quota"_s,
             u"prompt_tokens"_s, u"completion_tokens"_s, time, u"request_id"_s, u"content"_s}) {
        hash.addData(row[field].toVariant().toString().toUtf8());
        hash.addData(QByteArray(1, '\0'));
    }
    return hash.result().toHex();
}

// Alone in its log, the row with id 1 does not tell what ids are: it goes by its fields, so that it is the same one later.
QString sourceIdOf(const QJsonObject &row, Ids ids, Ordinals &ordinals)
{
    const qint64 id = row["id"_L1].toInteger();
    if (ids == Ids::Own && id != firstRow)
        return u"log/%1"_s.arg(id);
    const QByteArray print = fingerprint(row);
    const int ordinal = ids == Ids::Own ? 0 : ordinals[print]++;
    return QString::fromLatin1(print) + u'/' + QString::number(ordinal);
}

void readCaller(JsonReader &reader, const Server &server, UsageRecord &record)
{
    const QString name = reader.textOrEmpty("token_name"_L1);
    const auto id = reader.integerOrNull("token_id"_L1);
    if (id && *id > 0)
        record.keyId = QString::number(*id);
    if (!id || *id > 0) // 0, -1: of no key, a test of a channel or a call from the gateway's own pages
        record.key = name;
    const QString model = reader.textOrEmpty("model_name"_L1);
    record.model = model;
    if (server.generation != Generation::OneApi) // that one writes down what the alias was mapped to
        record.alias = model;
}

void readUpstream(JsonReader &reader, UsageRecord &record)
{
    record.upstream = reader.textOrEmpty("channel_name"_L1);
    const auto channel = reader.integerOrNull("channel"_L1);
    if (record.upstream.isEmpty() && channel && *channel != 0)
        record.upstream = u"#%1"_s.arg(*channel);
}

// Where the format counts cached tokens beside the prompt they are added, so that input means the same everywhere.
void readTokens(JsonReader &reader, const QJsonObject &details, UsageRecord &record)
{
    const qint64 prompt = reader.integer("prompt_tokens"_L1);
    const qint64 completion = reader.integer("completion_tokens"_L1);
    if (prompt == 0 && completion == 0) // the upstream told no usage
        return;
    record.cachedTokens = number(details["cache_tokens"_L1]);
    const bool beside = details["usage_semantic"_L1].toString() == "anthropic"_L1;
    const qint64 written = number(details["cache_creation_tokens"_L1]).value_or(0);
    record.inputTokens = beside ? sumOf(prompt, sumOf(record.cachedTokens.value_or(0), written)) : prompt;
    record.outputTokens = completion;
}

// Seconds before the year 10000.
qint64 within(JsonReader &reader, QLatin1StringView field)
{
    const qint64 seconds = reader.integer(field);
    if (seconds >= 0 && seconds < 253'402'300'800)
        return seconds;
    reader.refuse(field, u"no such time"_s);
    return 0;
}

// Whole seconds, which say nothing of anything shorter; One API tells milliseconds.
void readTimes(JsonReader &reader, const QJsonObject &details, UsageRecord &record)
{
    record.at = QDateTime::fromSecsSinceEpoch(within(reader, "created_at"_L1), Qt::UTC);
    const qint64 seconds = reader.integerOrNull("use_time"_L1) ? within(reader, "use_time"_L1) : 0;
    record.totalMs = reader.integerOrNull("elapsed_time"_L1);
    if (!record.totalMs && seconds > 0)
        record.totalMs = seconds * 1000;
    const auto first = number(details["frt"_L1]);
    if (first && *first >= 0) // -1000: it was no stream
        record.firstTokenMs = first;
}

void readEnd(qint64 type, const QJsonObject &details, UsageRecord &record)
{
    if (type == failedAttempt) {
        if (const auto status = number(details["status_code"_L1]))
            record.status = int(*status);
        record.errorClass = details["error_code"_L1].toString(details["error_type"_L1].toString());
        record.ended = u"error"_s;
        return;
    }
    if (type == refund) { // money that went back; there was no call
        record.ended = u"refund"_s;
        return;
    }
    record.status = 200;
    const QJsonValue stream = details["stream_status"_L1];
    const QString reason = stream["end_reason"_L1].toString();
    if (stream["status"_L1].toString() == "ok"_L1)
        record.ended = u"complete"_s;
    else if (reason == "client_gone"_L1 || stream["end_error"_L1].toString() == "context canceled"_L1)
        record.ended = u"client_left"_s;
    else if (stream.isObject())
        record.ended = reason == "scanner_error"_L1 ? u"upstream_cut"_s : u"error"_s;
}

UsageRecord recordOf(JsonReader &reader, const QJsonObject &row, const Server &server)
{
    const QJsonObject details = detailsOf(row);
    const qint64 type = reader.integer("type"_L1);
    UsageRecord record;
    record.requestId = reader.textOrEmpty("request_id"_L1);
    readTimes(reader, details, record);
    readCaller(reader, server, record);
    readUpstream(reader, record);
    if (details["is_model_mapped"_L1].toBool())
        record.model = details["upstream_model_name"_L1].toString(record.model);
    record.family = familyOf(details["request_path"_L1].toString());
    readTokens(reader, details, record);
    readEnd(type, details, record);
    record.costNanos = nanosOf(reader.integer("quota"_L1), server.quotaPerUnit);
    if (record.costNanos && type == refund)
        record.costNanos = -*record.costNanos;
    if (record.costNanos)
        record.currency = u"USD"_s;
    return record;
}

} // namespace

std::optional<Ids> idsOf(const ListPage &page)
{
    if (page.rows.isEmpty())
        return {};
    if (page.rows[0]["id"_L1].toInteger() != firstRow)
        return Ids::Own;
    if (page.rows.size() == 1)
        return {};
    return page.rows[1]["id"_L1].toInteger() == 2 ? Ids::Counted : Ids::Own;
}

Result<QList<UsageRecord>> readCalls(const ListPage &page, const Server &server, Ids ids, Ordinals &ordinals)
{
    QList<UsageRecord> records;
    for (qsizetype i = 0; i < page.rows.size(); ++i) {
        const QJsonObject &row = page.rows[i];
        JsonReader reader(row, u"usage list[%1]"_s.arg(i));
        if (!isKept(reader.integer("type"_L1), server) && !reader.failure())
            continue;
        if (ids == Ids::Own)
            reader.integer("id"_L1);
        UsageRecord record = recordOf(reader, row, server);
        if (reader.failure())
            return tl::unexpected<Failure>(*reader.failure());
        record.sourceId = sourceIdOf(row, ids, ordinals);
        records << record;
    }
    return records;
}

std::optional<UsageRecord> rowOf(const QList<UsageRecord> &rows, const QString &requestId)
{
    std::optional<UsageRecord> found;
    for (const UsageRecord &row : rows)
        if (row.requestId == requestId && row.ended != "refund"_L1
            && (!found || (found->ended == "error"_L1 && row.ended != "error"_L1)))
            found = row;
    return found;
}

std::optional<QDateTime> timeOfRequest(const QString &requestId)
{
    QDateTime time = QDateTime::fromString(requestId.left(14), u"yyyyMMddHHmmss"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

// A row is written when its call ends, minutes after the id was made at most; zones differ by quarters of an hour.
qint64 zoneOf(const ListPage &page)
{
    constexpr double quarter = 900;
    for (const QJsonObject &row : page.rows) {
        const auto began = timeOfRequest(row["request_id"_L1].toString());
        const qint64 written = row["created_at"_L1].toInteger();
        if (began && written > 0)
            return qint64(quarter) * qRound64(double(began->toSecsSinceEpoch() - written) / quarter);
    }
    return 0;
}

qint64 quotaOn(const ListPage &page)
{
    qint64 sum = 0;
    for (const QJsonObject &row : page.rows)
        sum = sumOf(sum, row["quota"_L1].toInteger());
    return sum;
}

Result<qint64> readQuotaSum(const QByteArray &body)
{
    return objectOf(body, u"log stat"_s).and_then([](const QJsonObject &data) {
        JsonReader reader(data, u"log stat.data"_s);
        const qint64 quota = reader.integer("quota"_L1);
        return reader.result(quota);
    });
}

} // namespace gateway::newapi
