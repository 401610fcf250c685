// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/own_key.h"

namespace gateway::newapi {

// /v1/dashboard/billing/subscription and /usage (contract 8.1), and /api/status for the currency they count in: one of
// them each time. Never /api/usage/token/: its 20 calls in 20 minutes are the operator's sign-ins too.
std::unique_ptr<OwnKey> ownKey(Connection connection);

// What a key may spend altogether, in the site's display unit. Empty: without a limit.
struct Subscription
{
    std::optional<qint64> limitNanos;
    std::optional<QDateTime> expiresAt;
};
Result<Subscription> readSubscription(const QByteArray &body);
Result<qint64> readSpent(const QByteArray &body);
QString readUnit(const QByteArray &status); // a currency code, "quota" for units of the site, or empty: not told

} // namespace gateway::newapi
