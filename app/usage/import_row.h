// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include <QTimeZone>

namespace usage {

// A time as files write it: 2023-11-16 18:15:46.6805900, ISO 8601 with T, Z or an offset, or seconds, milliseconds or
// microseconds since 1970. Microseconds UTC; finer digits are cut off. Empty: no time.
std::optional<std::int64_t> timeFrom(const QString &text, const QTimeZone &zone);

// Sets a field of a row from text; empty text leaves it unknown. Gives what is wrong, or nothing.
QString setField(UsageRecord &row, const QString &field, const QString &text, const QTimeZone &zone);

// The row's identity where the file has none: a hash of time, key, model, tokens, cost and its number among equals.
QString madeSourceId(const UsageRecord &row, int ordinal);

} // namespace usage
