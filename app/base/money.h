// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <initializer_list>
#include <optional>
#include <QString>

// Money is an integer of billionths (nanos) of its currency, never a double.
namespace money {

constexpr qint64 nanosPerUnit = 1'000'000'000;

// Reads decimal text such as "0.0515", "1e-7" or "-3" exactly; further digits round half up. Empty: no number, or out of range.
std::optional<qint64> nanosOf(QStringView text);
// The shortest decimal text of an amount: "0.0515". No grouping, no currency; for files and --json.
QString decimal(qint64 nanos);

// A number of units and their price in nanos per million units.
struct Priced
{
    qint64 units = 0;
    qint64 nanosPerMillion = 0;
};
// The cost of a row, rounded once, half up, over the sum. Computed in 128 bits.
qint64 cost(std::initializer_list<Priced> parts);

} // namespace money
