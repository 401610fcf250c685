// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QDateTime>
#include <QList>

namespace store {

// A stretch of time of which rows are missing. An open one is filled by the next complete sync, the others stay.
struct KnownGap
{
    QDateTime from;
    QDateTime to;
    QString why;
    bool open = false;

    friend bool operator==(const KnownGap &, const KnownGap &) = default;
};

// In order of time.
sql::Result<QList<KnownGap>> gaps(sql::Database &database, const QString &profile);
// Since `from` no sync succeeded; a gap that is open already grows.
sql::Result<> openGap(sql::Database &database, const QString &profile, const QDateTime &from, const QDateTime &to);
sql::Result<> closeGaps(sql::Database &database, const QString &profile);
// A gap that no sync can fill.
sql::Result<> keepGap(sql::Database &database, const QString &profile, const KnownGap &gap);

} // namespace store
