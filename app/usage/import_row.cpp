// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/import_row.h"
#include "base/money.h"
#include "store/columns.h"
#include "store/usage_id.h"
#include "usage/import.h"
#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

std::optional<std::int64_t> sinceEpoch(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{9,16})(?:\\.(\\d{1,9}))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const std::int64_t number = match.captured(1).toLongLong();
    const QString fraction = match.captured(2).leftJustified(6, u'0', true);
    if (match.capturedLength(1) <= 11)
        return number * 1'000'000 + fraction.toLongLong();
    return match.capturedLength(1) <= 14 ? number * 1000 : number;
}

// The offset as Qt reads it; a space before it and a missing colon are common.
std::optional<QDateTime> withZone(const QDate &date, const QTime &time, const QString &offset, const QTimeZone &zone)
{
    if (offset.isEmpty())
        return QDateTime(date, time, zone);
    if (offset == u"Z" || offset == u"z")
        return QDateTime(date, time, Qt::UTC);
    const QString digits = QString(offset).remove(u':');
    const int minutes = digits.mid(1, 2).toInt() * 60 + digits.mid(3, 2).toInt();
    return QDateTime(date, time, Qt::OffsetFromUTC, (digits[0] == u'-' ? -60 : 60) * minutes);
}

using Text = QString UsageRecord::*;
using Number = std::optional<qint64> UsageRecord::*;
const QMap<QString, Text> &textFields()
{
    static const QMap<QString, Text> fields{{u"source_id"_s, &UsageRecord::sourceId},
        {u"request_id"_s, &UsageRecord::requestId}, {u"key_id"_s, &UsageRecord::keyId}, {u"key"_s, &UsageRecord::key},
        {u"alias"_s, &UsageRecord::alias}, {u"upstream"_s, &UsageRecord::upstream}, {u"model"_s, &UsageRecord::model},
        {u"family"_s, &UsageRecord::family}, {u"error_class"_s, &UsageRecord::errorClass},
        {u"ended"_s, &UsageRecord::ended}, {u"currency"_s, &UsageRecord::currency}};
    return fields;
}
const QMap<QString, Number> &numberFields()
{
    static const QMap<QString, Number> fields{{u"input_tokens"_s, &UsageRecord::inputTokens},
        {u"output_tokens"_s, &UsageRecord::outputTokens}, {u"cached_tokens"_s, &UsageRecord::cachedTokens},
        {u"reasoning_tokens"_s, &UsageRecord::reasoningTokens}, {u"first_token_ms"_s, &UsageRecord::firstTokenMs},
        {u"total_ms"_s, &UsageRecord::totalMs}};
    return fields;
}

QString wrong(const QString &field, const char *what, const QString &text)
{
    return u"%1 is not %2: \"%3\""_s.arg(field, QLatin1String(what), text.left(60));
}

// Whole numbers, also as "374.0".
std::optional<qint64> wholeFrom(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,18})(?:\\.0*)?$"_s);
    const auto match = form.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt;
}

QString setTime(UsageRecord &row, const QString &field, const QString &text, const QTimeZone &zone)
{
    const std::optional<std::int64_t> micros = timeFrom(text, zone);
    if (!micros || !store::timeHasId(*micros))
        return wrong(field, "a time", text);
    row.at = store::timeOf(*micros);
    row.atMicros = int(*micros - store::floorDiv(*micros, 1000) * 1000);
    return {};
}

QString setCost(UsageRecord &row, const QString &field, const QString &text)
{
    bool ok = true;
    const std::optional<qint64> nanos = field == u"cost_nanos" ? text.toLongLong(&ok) : money::nanosOf(text);
    if (!ok || !nanos)
        return wrong(field, "an amount of money", text);
    row.costNanos = nanos;
    return {};
}

QString setStatus(UsageRecord &row, const QString &text)
{
    const std::optional<qint64> status = wholeFrom(text);
    if (!status || *status > 999)
        return wrong(u"status"_s, "an HTTP status", text);
    row.status = int(*status);
    return {};
}

} // namespace

std::optional<std::int64_t> timeFrom(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d{1,9}))?\\s*(Z|z|[+-]\\d\\d:?\\d\\d)?)?$"_s);
    if (const auto number = sinceEpoch(text))
        return number;
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QString clock = match.captured(2);
    const QTime time = clock.isEmpty() ? QTime(0, 0) : QTime::fromString(clock, Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return {};
    const std::optional<QDateTime> moment = withZone(date, time, match.captured(4), zone);
    const QString fraction = match.captured(3).leftJustified(6, u'0', true);
    return store::microsOf(*moment) + fraction.toLongLong();
}

QString setField(UsageRecord &row, const QString &field, const QString &text, const QTimeZone &zone)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty())
        return {};
    if (const Text member = textFields().value(field)) {
        row.*member = plain;
        return {};
    }
    if (const Number member = numberFields().value(field)) {
        row.*member = wholeFrom(plain);
        return row.*member ? QString() : wrong(field, "a whole number", plain);
    }
    if (field == u"ts" || field == u"timestamp")
        return setTime(row, field, plain, zone);
    if (field == u"status")
        return setStatus(row, plain);
    return setCost(row, field, plain);
}

QStringList importFields()
{
    return QStringList{u"ts"_s, u"timestamp"_s} + textFields().keys() + numberFields().keys()
        + QStringList{u"status"_s, u"cost_nanos"_s, u"cost_usd"_s};
}

QString madeSourceId(const UsageRecord &row, int ordinal)
{
    const auto text = [](const std::optional<qint64> &number) { return number ? QString::number(*number) : u"?"_s; };
    const QStringList parts{QString::number(store::microsOf(row)), row.keyId, row.key, row.model, row.alias,
        text(row.inputTokens), text(row.outputTokens), text(row.cachedTokens), text(row.costNanos),
        QString::number(ordinal)};
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\x1f').toUtf8(), QCryptographicHash::Sha256);
    return u"h:"_s + QString::fromLatin1(hash.toHex().first(24));
}

} // namespace usage
