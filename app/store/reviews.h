// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/database.h"
#include <optional>
#include <QDateTime>
#include <QList>

namespace store {

// An access review of a profile's keys. The content is app/keys' JSON; the store does not read it.
struct ReviewLine
{
    qint64 id = 0;
    QString profile;
    QDateTime at; // UTC
    QString by;
    std::optional<QDateTime> closedAt; // empty: decisions can still be made
    qint64 keys = 0; // how many
    qint64 decided = 0; // of them
    QByteArray content; // empty in lists

    friend bool operator==(const ReviewLine &, const ReviewLine &) = default;
};

// Gives its id.
sql::Result<qint64> addReview(sql::Database &database, const ReviewLine &line);
// Its content, `decided` and `closedAt` as they are now. Conflict: it was closed before.
Result<qint64> changeReview(sql::Database &database, const ReviewLine &line);
// Newest first, without content.
sql::Result<QList<ReviewLine>> reviewsOf(sql::Database &database, const QString &profile, qsizetype count);
// NotFound if there is none of this profile.
Result<ReviewLine> review(sql::Database &database, const QString &profile, qint64 id);

} // namespace store
