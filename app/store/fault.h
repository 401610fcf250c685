// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/database.h"

namespace store {

// Why the store could not do something: TooNew, Damaged, DiskFull, or Storage with a detail that faultOf() tells apart.
// An interrupted question is Cancelled, which is no fault.
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
