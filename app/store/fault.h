// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/database.h"

namespace store {

// Why the store could not do something. Every fault is a Failure of kind Storage (Cancelled when interrupted); its detail
// begins with the words that faultOf() reads back.
enum class Fault { None, Newer, Damaged, Full, ReadOnly, Busy, Other };

Failure failureOf(const sql::Error &error);
// A fault of our own, in the same form.
Failure failureOf(Fault fault, const QString &why);
Fault faultOf(const Failure &failure);

template<class T>
Result<T> inWords(sql::Result<T> result)
{
    if (!result)
        return tl::unexpected<Failure>(failureOf(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*result);
}
template<class T>
Result<T> inWords(Result<T> result)
{
    return result;
}

} // namespace store
