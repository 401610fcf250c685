// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/usage_rollup.h"
#include <optional>
#include <QDateTime>
#include <variant>
#include <vector>

namespace store {

// A condition on rows as SQL text with its values, in the order of their question marks. Empty text: every row.
struct Condition
{
    using Value = std::variant<std::int64_t, std::string>;
    std::string text;
    std::vector<Value> values;
};

// Which usage rows are meant. Times in microseconds UTC, from included, to excluded.
struct Scope
{
    QString profile; // empty: all
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    bool samples = true;
    Condition where;

    // The whole scope as a condition on the table usage.
    Condition onRows() const;
    // The scope, cut to a stretch of time.
    Scope within(std::optional<std::int64_t> begin, std::optional<std::int64_t> end) const;
};

// Binds the condition's values from parameter `first` on; gives the next free one.
int bindValues(sql::Statement &statement, const Condition &condition, int first = 1);

// SQL for the name of a row in a dimension, and for "is an error": the same as nameIn() and isError().
std::string nameSql(Dimension dimension);
inline constexpr const char *errorSql =
    "(ifnull(status, 0) >= 400 OR ended IN ('upstream_cut', 'error', 'limit', 'refused'))";

} // namespace store
