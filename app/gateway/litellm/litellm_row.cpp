// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_row.h"
#include "base/money.h"
#include "gateway/exact_numbers.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

bool saysNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value == QJsonValue(QString()) || value == QJsonValue(u"None"_s);
}

// 1.5e-07 by a power of ten, as text.
QString shifted(const QString &number, int power)
{
    const qsizetype e = number.indexOf(u'e', 0, Qt::CaseInsensitive);
    const int own = e < 0 ? 0 : number.mid(e + 1).toInt();
    return (e < 0 ? number : number.first(e)) + u'e' + QString::number(own + power);
}

QList<Row> objectsOf(const QJsonArray &array, const QString &where, std::optional<Failure> &failure)
{
    QList<Row> out;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = u"%1[%2]"_s.arg(where).arg(i);
        if (array.at(i).isObject())
            out << Row(array.at(i).toObject(), place);
        else if (!array.at(i).isNull() && !failure)
            failure = Failure{FailureKind::Decode, place + u": no object"_s, 0};
    }
    return out;
}

} // namespace

std::optional<Moment> momentIn(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,9}))?(Z|[+-]\\d\\d:?\\d\\d)?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QString zone = match.captured(4).isEmpty() ? u"Z"_s : match.captured(4);
    const QDateTime whole =
        QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + zone, Qt::ISODate).toUTC();
    const int micros = match.captured(3).leftJustified(6, u'0').first(6).toInt();
    if (!whole.isValid())
        return {};
    return Moment{whole.addMSecs(micros / 1000), micros % 1000};
}

Row::Row(QJsonObject object, const QString &where) : JsonReader(object, where), m_raw(std::move(object)), m_where(where)
{}

bool Row::isNull(QLatin1StringView field) const
{
    return saysNothing(m_raw.value(field));
}

QString Row::word(QLatin1StringView field)
{
    return isNull(field) ? QString() : text(field);
}

std::optional<qint64> Row::scaled(QLatin1StringView field, int power)
{
    const QString number = word(field);
    if (number.isEmpty())
        return {};
    const auto value = money::nanosOf(shifted(number, power));
    if (!value)
        refuse(field, u"no number"_s);
    return value;
}

std::optional<qint64> Row::whole(QLatin1StringView field)
{
    bool plain = false;
    const qint64 value = m_raw.value(field).toString().toLongLong(&plain);
    if (plain)
        return value;
    const auto nanos = scaled(field, 0);
    if (nanos && *nanos % money::nanosPerUnit != 0)
        refuse(field, u"no whole number"_s);
    return nanos ? std::optional(*nanos / money::nanosPerUnit) : std::nullopt;
}

std::optional<qint64> Row::nanos(QLatin1StringView field)
{
    return scaled(field, 0);
}

std::optional<qint64> Row::nanosPerMillion(QLatin1StringView field)
{
    return scaled(field, 6);
}

std::optional<Moment> Row::moment(QLatin1StringView field)
{
    const QString text = word(field);
    const auto moment = momentIn(text);
    if (!moment && !text.isEmpty())
        refuse(field, u"no time"_s);
    return moment;
}

std::optional<QDateTime> Row::at(QLatin1StringView field)
{
    const auto found = moment(field);
    return found ? std::optional(found->at) : std::nullopt;
}

bool Row::flag(QLatin1StringView field)
{
    return !isNull(field) && boolean(field);
}

// A column of JSON comes as a text that holds it from older versions.
QJsonValue Row::unpacked(QLatin1StringView field) const
{
    const QJsonValue value = m_raw.value(field);
    if (saysNothing(value) || !value.isString())
        return saysNothing(value) ? QJsonValue() : value;
    const QJsonDocument inner = QJsonDocument::fromJson(withNumbersAsTexts(value.toString().toUtf8()));
    if (inner.isObject())
        return inner.object();
    return inner.isArray() ? QJsonValue(inner.array()) : value;
}

QStringList Row::list(QLatin1StringView field)
{
    const QJsonValue value = unpacked(field);
    if (!value.isNull() && !value.isArray())
        refuse(field, u"no list of texts"_s);
    QStringList out;
    for (const QJsonValue one : value.toArray()) {
        if (!one.isString())
            refuse(field, u"no list of texts"_s);
        out << one.toString();
    }
    return out;
}

Row Row::part(QLatin1StringView field)
{
    const QJsonValue value = unpacked(field);
    if (!value.isNull() && !value.isObject())
        refuse(field, u"no object"_s);
    return Row(value.toObject(), m_where + u'.' + field);
}

QList<Row> Row::parts(QLatin1StringView field)
{
    const QJsonValue value = unpacked(field);
    std::optional<Failure> failure;
    if (!value.isNull() && !value.isArray())
        refuse(field, u"no list"_s);
    const QList<Row> out = objectsOf(value.toArray(), m_where + u'.' + field, failure);
    if (failure)
        refuse(field, u"no list of objects"_s);
    return out;
}

Result<Row> rowIn(const QByteArray &body, const QString &what)
{
    const auto read = readObject(body, what); // of the body as it came: the place of a mistake is told by its bytes
    if (!read)
        return tl::unexpected<Failure>(read.error());
    return Row(QJsonDocument::fromJson(withNumbersAsTexts(body)).object(), what);
}

Result<QList<Row>> rowsIn(const QByteArray &body, const QString &what, QLatin1StringView field)
{
    const QJsonDocument document = QJsonDocument::fromJson(withNumbersAsTexts(body));
    QJsonArray array = document.array();
    if (!document.isArray()) {
        const auto root = readObject(body, what);
        if (!root)
            return tl::unexpected<Failure>(root.error());
        if (!document.object().value(field).isArray())
            return fail(FailureKind::Decode, u"%1.%2: no list"_s.arg(what, field));
        array = document.object().value(field).toArray();
    }
    std::optional<Failure> failure;
    const QList<Row> rows = objectsOf(array, what, failure);
    if (failure)
        return tl::unexpected<Failure>(*failure);
    return rows;
}

} // namespace gateway::litellm
