// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/key.h"
#include "domain/profile.h"
#include "domain/run_report.h"
#include "domain/usage_record.h"
#include <QJsonObject>

namespace cli {

// Domain values with the field names of the contract (snake_case). Unknown is null, never zero.
QJsonObject jsonOf(const Key &key);
QJsonObject jsonOf(const Alias &alias);
QJsonObject jsonOf(const Profile &profile);
QJsonObject jsonOf(const UsageRecord &record);
// Without its checks, for lists.
QJsonObject summaryOf(const RunReport &run);
QJsonObject jsonOf(const RunReport &run);

QJsonValue jsonOf(const std::optional<qint64> &number);
// ISO 8601 with milliseconds and Z; null when empty.
QJsonValue jsonOf(const std::optional<QDateTime> &time);
QJsonObject jsonOf(const Price &price);
QJsonValue textOrNull(const QString &text); // an empty text is one that is not told
// "passed", "failed", ...
QString nameOf(::Outcome outcome);
QString nameOf(Environment environment);
QString nameOf(Origin origin);

} // namespace cli
