// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_reader.h"
#include "gateway/json_numbers.h"
#include <limits>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

static bool isInteger(const QJsonValue &value)
{
    constexpr qint64 other = std::numeric_limits<qint64>::min();
    return value.isDouble() && value.toInteger(other) != other;
}

static bool allTexts(const QJsonArray &array)
{
    return std::all_of(array.begin(), array.end(), [](const QJsonValue &value) { return value.isString(); });
}

static bool allObjects(const QJsonArray &array)
{
    return std::all_of(array.begin(), array.end(), [](const QJsonValue &value) { return value.isObject(); });
}

static bool absent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

QString JsonReader::pathOf(QLatin1StringView field) const
{
    return m_where + u'.' + field;
}

void JsonReader::refuse(QLatin1StringView field, const QString &wanted)
{
    if (!m_failure)
        m_failure = Failure{FailureKind::Decode, u"%1: %2"_s.arg(pathOf(field), wanted), 0};
}

void JsonReader::adopt(const JsonReader &part)
{
    if (!m_failure)
        m_failure = part.m_failure;
}

bool JsonReader::wants(bool fits, QLatin1StringView field, const char *type)
{
    if (!fits)
        refuse(field, u"no %1"_s.arg(QLatin1StringView(type)));
    return fits && !m_failure;
}

QString JsonReader::text(QLatin1StringView field)
{
    const QJsonValue value = m_object.value(field);
    return wants(value.isString(), field, "text") ? value.toString() : QString();
}

QString JsonReader::textOrEmpty(QLatin1StringView field)
{
    return absent(m_object.value(field)) ? QString() : text(field);
}

qint64 JsonReader::integer(QLatin1StringView field)
{
    const QJsonValue value = m_object.value(field);
    return wants(isInteger(value), field, "integer") ? value.toInteger() : 0;
}

std::optional<qint64> JsonReader::integerOrNull(QLatin1StringView field)
{
    if (absent(m_object.value(field)))
        return {};
    return integer(field);
}

QString JsonReader::numberAt(QLatin1StringView field) const
{
    if (m_object.value(field).isString())
        return m_object.value(field).toString();
    if (!m_source)
        return {};
    if (!m_source->numbers)
        m_source->numbers = std::make_shared<const JsonNumbers>(m_source->text);
    return m_source->numbers->at(pathOf(field).mid(m_source->whatSize + 1));
}

std::optional<qint64> JsonReader::nanosOrNull(QLatin1StringView field, int shift)
{
    if (absent(m_object.value(field)))
        return {};
    const std::optional<qint64> nanos = shiftedNanos(numberAt(field), shift);
    return wants(nanos.has_value(), field, "amount") ? nanos : std::nullopt;
}

std::optional<qint64> JsonReader::countOrNull(QLatin1StringView field)
{
    if (!m_object.value(field).isString())
        return integerOrNull(field);
    bool whole = false;
    const qint64 count = m_object.value(field).toString().toLongLong(&whole);
    return wants(whole, field, "integer") ? std::optional(count) : std::nullopt;
}

bool JsonReader::boolean(QLatin1StringView field)
{
    const QJsonValue value = m_object.value(field);
    return wants(value.isBool(), field, "boolean") && value.toBool();
}

std::optional<bool> JsonReader::booleanOrNull(QLatin1StringView field)
{
    if (absent(m_object.value(field)))
        return {};
    return boolean(field);
}

std::optional<QDateTime> JsonReader::time(QLatin1StringView field)
{
    if (absent(m_object.value(field)))
        return {};
    QDateTime at = QDateTime::fromString(m_object.value(field).toString(), Qt::ISODateWithMs);
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    if (!wants(at.isValid(), field, "time"))
        return {};
    return at.toUTC();
}

QStringList JsonReader::texts(QLatin1StringView field)
{
    QStringList out;
    const QJsonArray array = m_object.value(field).toArray();
    if (wants(m_object.value(field).isArray() && allTexts(array), field, "list of texts"))
        for (const QJsonValue value : array)
            out << value.toString();
    return out;
}

QStringList JsonReader::textsOrNone(QLatin1StringView field)
{
    return absent(m_object.value(field)) ? QStringList() : texts(field);
}

QList<qint64> JsonReader::integersOrNone(QLatin1StringView field)
{
    QList<qint64> out;
    if (absent(m_object.value(field)))
        return out;
    const QJsonArray array = m_object.value(field).toArray();
    const bool fits = m_object.value(field).isArray() && std::all_of(array.begin(), array.end(), isInteger);
    if (wants(fits, field, "list of integers"))
        for (const QJsonValue value : array)
            out << value.toInteger();
    return out;
}

QList<JsonReader> JsonReader::objects(QLatin1StringView field)
{
    QList<JsonReader> out;
    const QJsonArray array = m_object.value(field).toArray();
    if (!wants(m_object.value(field).isArray() && allObjects(array), field, "list of objects"))
        return out;
    for (qsizetype i = 0; i < array.size(); ++i)
        out << part(array.at(i).toObject(), u"%1[%2]"_s.arg(pathOf(field)).arg(i));
    return out;
}

QList<JsonReader> objectsOrNone(JsonReader &row, QLatin1StringView field)
{
    return absent(row.m_object.value(field)) ? QList<JsonReader>() : row.objects(field);
}

std::optional<JsonReader> JsonReader::objectOrNull(QLatin1StringView field)
{
    const QJsonValue value = m_object.value(field);
    if (absent(value) || !wants(value.isObject(), field, "object"))
        return {};
    return part(value.toObject(), pathOf(field));
}

JsonReader JsonReader::part(const QJsonObject &object, const QString &where) const
{
    JsonReader reader(object, where);
    reader.m_source = m_source;
    return reader;
}

Result<JsonReader> readObject(const QByteArray &body, const QString &what)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(
            FailureKind::Decode, u"%1: no JSON (%2, byte %3)"_s.arg(what, error.errorString()).arg(error.offset));
    if (!document.isObject())
        return fail(FailureKind::Decode, u"%1: no JSON object"_s.arg(what));
    JsonReader reader(document.object(), what);
    reader.m_source = std::make_shared<JsonReader::Source>(JsonReader::Source{body, what.size(), nullptr});
    return reader;
}

} // namespace gateway
