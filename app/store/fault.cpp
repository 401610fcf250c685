// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fault.h"
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

struct Told
{
    Fault fault;
    FailureKind kind;
    QLatin1StringView word; // tells faults of one kind apart
};
constexpr Told told[] = {
    {Fault::Newer, FailureKind::TooNew, ""_L1},
    {Fault::Damaged, FailureKind::Damaged, ""_L1},
    {Fault::Full, FailureKind::DiskFull, ""_L1},
    {Fault::ReadOnly, FailureKind::Storage, "read-only: "_L1},
    {Fault::Busy, FailureKind::Storage, "in use: "_L1},
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
    for (const Told &known : told)
        if (known.fault == fault)
            return {known.kind, known.word + why};
    return {FailureKind::Storage, why};
}

Fault faultOf(const Failure &failure)
{
    for (const Told &known : told)
        if (known.kind == failure.kind && failure.detail.startsWith(known.word))
            return known.fault;
    return failure.kind == FailureKind::Storage ? Fault::Other : Fault::None;
}

} // namespace store
