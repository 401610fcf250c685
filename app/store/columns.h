// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <optional>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

// How domain values lie in columns.
namespace store {

inline std::string utf8(const QString &text)
{
    return text.toStdString();
}
inline QString textAt(const sql::Statement &row, int column)
{
    const auto text = row.get<std::string_view>(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

inline std::int64_t microsOf(const QDateTime &time)
{
    return std::int64_t(time.toMSecsSinceEpoch()) * 1000;
}
inline std::optional<std::int64_t> microsOf(const std::optional<QDateTime> &time)
{
    return time ? std::optional(microsOf(*time)) : std::nullopt;
}
inline std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0);
}
inline QDateTime timeOf(std::int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(floorDiv(micros, 1000), Qt::UTC);
}
inline std::optional<QDateTime> timeAt(const sql::Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(timeOf(row.get<std::int64_t>(column)));
}

inline std::string jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}
inline QJsonObject jsonAt(const sql::Statement &row, int column)
{
    const auto text = row.get<std::string_view>(column);
    return QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size()))).object();
}

// Runs a query and hands each row to take(const sql::Statement &).
template<class Take, class... Values>
sql::Result<> eachRow(sql::Database &database, std::string_view query, Take take, const Values &...values)
{
    sql::Result<sql::Statement> statement = database.prepare(query);
    if (!statement)
        return sql::fail(statement.error());
    statement->with(values...);
    sql::Result<bool> row = statement->step();
    for (; row && *row; row = statement->step())
        take(*statement);
    if (!row)
        return sql::fail(row.error());
    return {};
}

} // namespace store
