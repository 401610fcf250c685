// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/usage_scope.h"
#include <functional>
#include <memory>
#include <QList>
#include <QTimeZone>
#include <variant>

namespace usage {

enum class FieldType { Text, Number, Money, Time, Flag };

// A field that a filter may name.
struct Field
{
    QString name;
    FieldType type = FieldType::Text;
    std::string column = {}; // SQL of it; empty: the list does not lie in the database
};

// A value of a row or of a filter: nothing (unknown), a whole number (money in nanos, times in microseconds UTC, a flag as
// 0 or 1) or text.
using Cell = std::variant<std::monostate, qint64, QString>;
// What a row holds in a field; several when the field is a list, none when it is unknown.
using CellsOf = std::function<QList<Cell>(const QString &field)>;

// What relative and local times mean.
struct FilterMoment
{
    QDateTime now;
    QTimeZone zone = QTimeZone::utc();
};

// Why a filter is not understood, and at which character (counted from 0).
struct FilterError
{
    qsizetype position = 0;
    QString why;

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

namespace filter {
struct Node;
}

// A parsed filter: `field op value` joined by and, or, not and parentheses; = != < > <= >= ~ (regular expression) and
// in (...). `unknown` without quotes is the value of what is not told. What is unknown is in no order with anything.
class Filter
{
public:
    // Empty text matches every row.
    static tl::expected<Filter, FilterError> parse(
        const QString &text, const QList<Field> &fields, const FilterMoment &moment);

    bool isEmpty() const { return !m_root; }
    bool matches(const CellsOf &cells) const;
    // The same as SQL over the fields' columns, with bound values.
    store::Condition condition() const;

private:
    std::shared_ptr<const filter::Node> m_root;
};

// The error in one line: "at character 9: ...".
QString inWords(const FilterError &error);

} // namespace usage
