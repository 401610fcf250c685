// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <QDateTime>
#include <QString>

namespace gateway {

// How a gateway that is asked for usage by time is walked through.
struct WindowPlan
{
    std::chrono::hours history{24 * 30}; // how far back the first sync goes
    std::chrono::hours span{24}; // the widest window
    std::chrono::seconds overlap{900}; // rows may still appear that far behind now
};

// One request of such a walk: page `page` of the rows in [from, to). Text form (the cursor): "FROM/TO/PAGE" in ISO 8601.
struct UsageWindow
{
    QDateTime from; // UTC, whole seconds
    QDateTime to;
    int page = 1;

    QString cursor() const;
    friend bool operator==(const UsageWindow &, const UsageWindow &) = default;
};

// What to ask next. An empty cursor starts `history` ago; one that names only a time opens the window from there.
// A window never reaches over now - overlap unless it starts there: what lies before is final then. Nothing: the cursor
// is none of ours (answer it with FailureKind::Rejected, and the sync starts anew).
std::optional<UsageWindow> windowAt(const QString &cursor, const QDateTime &now, const WindowPlan &plan);
QString cursorFrom(const QDateTime &from); // opens a window there
QString nextPage(UsageWindow window); // the same window, one page on
QString nextWindow(const UsageWindow &window); // from its end
bool reachesNow(const UsageWindow &window, const QDateTime &now, const WindowPlan &plan); // its rows are not final yet

} // namespace gateway
