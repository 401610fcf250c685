// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QJsonValue>

// The gateway's money is an integer, "quota"; so many of them are one USD (contract 2.6). No double anywhere.
namespace gateway::newapi {

// Nanos of USD, rounded half up; empty: out of range.
std::optional<qint64> nanosOf(qint64 quota, qint64 perUnit);
// The quota that is worth exactly so much; empty: there is none.
std::optional<qint64> quotaOf(qint64 nanos, qint64 perUnit);
qint64 sumOf(qint64 quota, qint64 more); // as much as fits
qint64 nearestQuota(qint64 nanos, qint64 perUnit);

// Nanos per million tokens of the product of ratios, each read as the decimal it was written as. Empty: one of them is no
// number, or out of range.
std::optional<qint64> priceOf(std::initializer_list<QJsonValue> ratios, qint64 perUnit);
// The ratio that makes so many nanos per million tokens for a group; empty: none does so exactly.
std::optional<QJsonValue> ratioOf(qint64 nanos, const QJsonValue &group, qint64 perUnit);
// The ratio of one price to another, to nine decimals; empty: there is none.
std::optional<QJsonValue> shareOf(qint64 part, qint64 whole);

} // namespace gateway::newapi
