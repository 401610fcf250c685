// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/functions.h"
#include <algorithm>
#include <memory>
#include <QRegularExpression>
#include <sqlite3.h>
#include <vector>

namespace store {

namespace {

constexpr int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

QString textOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return QString::fromUtf8(bytes, sqlite3_value_bytes(value));
}

void forget(void *pattern)
{
    delete static_cast<QRegularExpression *>(pattern);
}

// The compiled pattern stays with the statement as SQLite's auxiliary data of argument 0.
const QRegularExpression *compiled(sqlite3_context *context, sqlite3_value *pattern)
{
    if (const void *kept = sqlite3_get_auxdata(context, 0))
        return static_cast<const QRegularExpression *>(kept);
    auto fresh = std::make_unique<QRegularExpression>(textOf(pattern));
    if (!fresh->isValid()) {
        sqlite3_result_error(context, "the regular expression is not valid", -1);
        return nullptr;
    }
    fresh->optimize();
    sqlite3_set_auxdata(context, 0, fresh.release(), &forget);
    return static_cast<const QRegularExpression *>(sqlite3_get_auxdata(context, 0));
}

void regexp(sqlite3_context *context, int, sqlite3_value **values)
{
    if (const QRegularExpression *pattern = compiled(context, values[0]))
        sqlite3_result_int(context, pattern->match(textOf(values[1])).hasMatch());
}

using Numbers = std::vector<std::int64_t>;

Numbers **numbersOf(sqlite3_context *context, int size)
{
    return static_cast<Numbers **>(sqlite3_aggregate_context(context, size));
}

void p95Step(sqlite3_context *context, int, sqlite3_value **values)
{
    Numbers **numbers = numbersOf(context, sizeof(Numbers *));
    if (!numbers || sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    if (!*numbers)
        *numbers = new Numbers;
    (*numbers)->push_back(sqlite3_value_int64(values[0]));
}

// Nearest rank: the smallest value that at least 95 % of the values do not exceed.
void p95Final(sqlite3_context *context)
{
    Numbers **held = numbersOf(context, 0);
    if (!held || !*held)
        return;
    const std::unique_ptr<Numbers> numbers(*held);
    const auto rank = (numbers->size() * 95 + 99) / 100;
    const auto at = numbers->begin() + std::ptrdiff_t(rank - 1);
    std::ranges::nth_element(*numbers, at);
    sqlite3_result_int64(context, *at);
}

} // namespace

sql::Result<> addFunctions(sql::Database &database)
{
    sqlite3 *raw = database.handle();
    int code = sqlite3_create_function_v2(raw, "regexp", 2, pure, nullptr, &regexp, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(raw, "p95", 1, pure, nullptr, nullptr, &p95Step, &p95Final, nullptr);
    if (code != SQLITE_OK)
        return sql::fail({code, sqlite3_errmsg(raw)});
    return {};
}

} // namespace store
