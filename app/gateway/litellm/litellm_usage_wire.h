// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/litellm/litellm_row.h"
#include "gateway/usage_window.h"
#include <QUrlQuery>

// Usage rows and sums (contract 6), as pure functions. Of a row only what a record holds is taken: prompts, headers and
// traces stay on the server.
namespace gateway::litellm {

struct RowPage
{
    QList<UsageRecord> rows;
    std::optional<qint64> total; // of the window, where told
    bool capped = false; // there are more than `total`
};
Result<RowPage> readRowPage(const QByteArray &body);
// The row of one call, by its call id or the id in its answer (contract 6.5).
std::optional<UsageRecord> rowOfCall(const QList<UsageRecord> &rows, const QString &id);

struct DayPage
{
    UsageTotals sums; // of this page alone
    bool more = false;
};
Result<DayPage> readDayPage(const QByteArray &body);
Result<UsageTotals> readDailySpend(const QByteArray &body, const QDate &from, const QDate &to); // both included

constexpr qsizetype rowsPerPage = 100; // what older versions allow at most
struct RowOrder
{
    qsizetype perPage = rowsPerPage;
    bool newestFirst = false;
};
QUrlQuery rowsQuery(const UsageWindow &window, RowOrder order); // of /spend/logs/v2
QUrlQuery daysQuery(const UsageWindow &window); // of /spend/logs, whole days

} // namespace gateway::litellm
