// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringList>

namespace usage {

// A record of a file: its cells by name, and the line where it begins, from 1. `why` is set when it cannot be read.
struct Line
{
    qint64 number = 0;
    QList<std::pair<QString, QString>> cells;
    QString why;
};

// Reads records one after another. Never holds more than one.
class LineReader
{
public:
    virtual ~LineReader() = default;
    // Empty: the end.
    virtual std::optional<Line> next() = 0;
    // The column names of a header; empty: the file has none.
    virtual QStringList header() const { return {}; }
};

// CSV (RFC 4180: quotes, line breaks in quotes, CRLF, no newline at the end needed; a BOM is skipped; comma, semicolon or
// tab, by the header) or, when the first character is {, JSON Lines. The device must outlive it.
std::unique_ptr<LineReader> readerOf(QIODevice &device);
std::unique_ptr<LineReader> csvReader(QIODevice &device);
std::unique_ptr<LineReader> jsonReader(QIODevice &device);

// The members of a flat JSON object with their values as text; numbers as they are written. Null and nested values are left
// out. Empty: no JSON object.
std::optional<QList<std::pair<QString, QString>>> flatObject(const QByteArray &text);

} // namespace usage
