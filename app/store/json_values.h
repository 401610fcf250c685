// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QJsonValue>

// Values of the JSON columns. What is unknown is null there.
namespace store {

inline QJsonValue jsonOf(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}
inline std::optional<qint64> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}
inline QJsonValue jsonOf(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}
inline std::optional<QDateTime> timeFrom(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

} // namespace store
