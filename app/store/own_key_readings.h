// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QDateTime>
#include <QList>

namespace store {

// What the key of a connection had spent altogether, as it was read: a week of it, so that its rate is known at once after
// a restart. A named value of the data dir.
struct OwnKeyReadings
{
    QString key; // fingerprint of its secret: those of another key tell nothing of this one
    QList<std::pair<QDateTime, qint64>> readings; // UTC to the millisecond, nanos; oldest first

    friend bool operator==(const OwnKeyReadings &, const OwnKeyReadings &) = default;
};

sql::Result<OwnKeyReadings> ownKeyReadings(sql::Database &database, const QString &profile); // empty: none were kept
sql::Result<> keepOwnKeyReadings(sql::Database &database, const QString &profile, const OwnKeyReadings &all);

} // namespace store
