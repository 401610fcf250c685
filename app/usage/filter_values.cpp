// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "usage/filter_tree.h"
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace usage::filter {

namespace {

tl::unexpected<FilterError> error(const Token &word, const Field &field, const char *why)
{
    return tl::unexpected<FilterError>(
        FilterError{word.position, QCoreApplication::translate("Filter", why).arg(field.name, word.text)});
}

std::optional<qint64> wholeNumber(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

// -24h, -15m, -7d, -2w, -30s or now.
std::optional<QDateTime> relativeTime(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(u"^-(\\d{1,6})([smhdw])$"_s, QRegularExpression::CaseInsensitiveOption);
    if (text.compare("now"_L1, Qt::CaseInsensitive) == 0)
        return now;
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    constexpr qint64 seconds[] = {1, 60, 3600, 86400, 604800};
    const auto unit = u"smhdw"_s.indexOf(match.captured(2).toLower());
    return now.addSecs(-match.captured(1).toLongLong() * seconds[unit]);
}

std::optional<QDateTime> isoTime(const QString &text, const QTimeZone &zone)
{
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date.startOfDay(zone)) : std::nullopt;
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), zone);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

tl::expected<Cell, FilterError> timeOf(const Token &word, const Field &field, const FilterMoment &moment)
{
    std::optional<QDateTime> time = relativeTime(word.text, moment.now);
    if (!time)
        time = isoTime(word.text, moment.zone);
    if (!time)
        return error(word, field,
            QT_TRANSLATE_NOOP("Filter", "%1 takes a time such as 2026-11-22, 2026-11-22T10:00Z or -24h, not \"%2\""));
    return Cell(time->toMSecsSinceEpoch() * 1000);
}

tl::expected<Cell, FilterError> flagOf(const Token &word, const Field &field)
{
    for (const auto &yes : {"true"_L1, "yes"_L1, "1"_L1})
        if (word.text.compare(yes, Qt::CaseInsensitive) == 0)
            return Cell(qint64(1));
    for (const auto &no : {"false"_L1, "no"_L1, "0"_L1})
        if (word.text.compare(no, Qt::CaseInsensitive) == 0)
            return Cell(qint64(0));
    return error(word, field, QT_TRANSLATE_NOOP("Filter", "%1 is true or false, not \"%2\""));
}

} // namespace

bool isUnknown(const Cell &cell)
{
    const auto *text = std::get_if<QString>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text && text->isEmpty());
}

tl::expected<Cell, FilterError> valueOf(const Token &word, const Field &field, const FilterMoment &moment)
{
    if (word.isKeyword("unknown"_L1))
        return Cell();
    switch (field.type) {
    case FieldType::Text:
        return Cell(word.text);
    case FieldType::Time:
        return timeOf(word, field, moment);
    case FieldType::Flag:
        return flagOf(word, field);
    case FieldType::Number:
        if (const auto number = wholeNumber(word.text))
            return Cell(*number);
        return error(word, field, QT_TRANSLATE_NOOP("Filter", "%1 takes a whole number, not \"%2\""));
    case FieldType::Money:
        if (const auto nanos = money::nanosOf(word.text))
            return Cell(*nanos);
        return error(word, field, QT_TRANSLATE_NOOP("Filter", "%1 takes an amount such as 0.05, not \"%2\""));
    }
    return Cell();
}

} // namespace usage::filter
