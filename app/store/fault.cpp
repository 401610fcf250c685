// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fault.h"
#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::pair<Fault, QLatin1StringView> words[] = {
    {Fault::Newer, "newer file: "_L1},
    {Fault::Damaged, "damaged file: "_L1},
    {Fault::Full, "disk full: "_L1},
    {Fault::ReadOnly, "read-only: "_L1},
    {Fault::Busy, "in use: "_L1},
};

bool isReadOnly(const sql::Error &error)
{
    return error.primary() == SQLITE_READONLY || error.primary() == SQLITE_CANTOPEN || error.primary() == SQLITE_PERM;
}

Fault faultOf(const sql::Error &error)
{
    if (error.isNewerFile())
        return Fault::Newer;
    if (error.isCorrupt())
        return Fault::Damaged;
    if (error.isFull())
        return Fault::Full;
    if (isReadOnly(error))
        return Fault::ReadOnly;
    return error.isBusy() ? Fault::Busy : Fault::Other;
}

} // namespace

Failure failureOf(const sql::Error &error)
{
    if (error.isInterrupted())
        return {FailureKind::Cancelled, u"a newer question took its place"_s};
    const QString why = QString::fromStdString(error.message);
    const Fault fault = faultOf(error);
    if (fault == Fault::Other)
        return {FailureKind::Storage, why + u" (SQLite code %1)"_s.arg(error.code)};
    return failureOf(fault, why);
}

Failure failureOf(Fault fault, const QString &why)
{
    for (const auto &[known, word] : words)
        if (known == fault)
            return {FailureKind::Storage, word + why};
    return {FailureKind::Storage, why};
}

Fault faultOf(const Failure &failure)
{
    if (failure.kind != FailureKind::Storage)
        return Fault::None;
    for (const auto &[fault, word] : words)
        if (failure.detail.startsWith(word))
            return fault;
    return Fault::Other;
}

} // namespace store
