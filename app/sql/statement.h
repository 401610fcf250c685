// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/error.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace sql {

// Raw bytes, to be bound or read as a BLOB.
using Bytes = std::span<const unsigned char>;

template<class T>
inline constexpr bool isOptional = false;
template<class T>
inline constexpr bool isOptional<std::optional<T>> = true;

// A prepared statement. Lives and dies on its connection's thread, before the connection.
class Statement final
{
public:
    explicit Statement(sqlite3_stmt *raw) : m_raw(raw) {}

    // Binds one value; parameters count from 1. A wrong index shows as the error of the next step.
    template<class T>
    Statement &bind(int index, const T &value);

    // Resets the statement and binds the values to parameters 1, 2, ...
    template<class... Values>
    Statement &with(const Values &...values)
    {
        reset();
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    // The same without copying texts: they must outlive the next run().
    template<class... Values>
    Statement &withBorrowed(const Values &...values)
    {
        reset();
        m_borrows = true;
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        m_borrows = false;
        return *this;
    }

    // Moves to the next row; false when there is none.
    Result<bool> step();
    // Runs to the end, ignores rows, and resets.
    Result<> run();
    // Ready to be run again; bindings are dropped.
    void reset();

    // Column of the current row, counted from 0: integers, bool, double, std::string, std::string_view (until the next
    // step), Bytes (until the next step), or std::optional of these, empty for NULL.
    template<class T>
    T get(int column) const;
    bool isNull(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *raw) const;
    };

    int bindInteger(int index, std::int64_t value);
    int bindReal(int index, double value);
    int bindText(int index, std::string_view value);
    int bindBytes(int index, Bytes value);
    int bindNull(int index);
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    Bytes bytes(int column) const;
    Error error(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalize> m_raw;
    int m_bindError = 0;
    bool m_borrows = false;
};

template<class T>
Statement &Statement::bind(int index, const T &value)
{
    int code = 0;
    if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, std::nullopt_t>)
        code = bindNull(index);
    else if constexpr (isOptional<T>)
        return value ? bind(index, *value) : bind(index, nullptr);
    else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
        code = bindInteger(index, static_cast<std::int64_t>(value));
    else if constexpr (std::is_floating_point_v<T>)
        code = bindReal(index, double(value));
    else if constexpr (std::is_convertible_v<const T &, std::string_view>)
        code = bindText(index, value);
    else
        code = bindBytes(index, Bytes(value));
    if (code && !m_bindError)
        m_bindError = code;
    return *this;
}

template<class T>
T Statement::get(int column) const
{
    if constexpr (isOptional<T>)
        return isNull(column) ? T() : T(get<typename T::value_type>(column));
    else if constexpr (std::is_same_v<T, bool>)
        return integer(column) != 0;
    else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
        return static_cast<T>(integer(column));
    else if constexpr (std::is_floating_point_v<T>)
        return static_cast<T>(real(column));
    else if constexpr (std::is_same_v<T, Bytes>)
        return bytes(column);
    else
        return T(text(column));
}

} // namespace sql
