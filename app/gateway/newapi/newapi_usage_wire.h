// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "gateway/facets.h"
#include "gateway/newapi/newapi_server.h"
#include <QHash>

// The rows of /api/log/, as pure functions (contract 7). A failure names the field.
namespace gateway::newapi {

// Whether a row's "id" is its own. On the common user's route, and where logs are kept in ClickHouse, it only counts the
// rows of the answer.
enum class Ids { Own, Counted };
// From the first page of a log, newest first; empty: no row, or one that may be either.
std::optional<Ids> idsOf(const ListPage &page);

// How often a row has been seen that no field tells from the one at hand.
using Ordinals = QHash<QByteArray, int>;

// Calls (consumption and failed attempts) and refunds, which cost less than nothing; not sign-ins, top-ups or tests of channels.
Result<QList<UsageRecord>> readCalls(const ListPage &page, const Server &server, Ids ids, Ordinals &ordinals);
// The row of that very request among rows that may be others'; the booked one before failed attempts. Empty: none.
std::optional<UsageRecord> rowOf(const QList<UsageRecord> &rows, const QString &requestId);
// When a request began, by its id, as if its clock showed UTC; empty: it does not tell.
std::optional<QDateTime> timeOfRequest(const QString &requestId);
// How far, in seconds, the clock that request ids go by is ahead of UTC. 0: it is not, or no row tells.
qint64 zoneOf(const ListPage &page);

qint64 quotaOn(const ListPage &page); // of its rows together
Result<qint64> readQuotaSum(const QByteArray &body); // GET /api/log/stat

} // namespace gateway::newapi
