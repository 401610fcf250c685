// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "store/fault.h"
#include <optional>
#include <QJsonObject>

namespace store {

// A line of the journal as kept; the part `changes` gives it its meaning.
struct JournalLine
{
    qint64 id = 0; // set by openLine
    QString profile;
    QDateTime at; // UTC
    QString by;
    QString object = QStringLiteral("key"); // or "reveal", a key whose secret was shown again; or "alias"
    std::optional<Key> before; // of a key
    std::optional<Key> after;
    std::optional<QJsonObject> otherBefore; // of another object, without secrets
    std::optional<QJsonObject> otherAfter;
    bool closed = false;
    std::optional<Failure> failure;
    QString reason;
    qint64 set = 0; // its change set; 0: none

    friend bool operator==(const JournalLine &, const JournalLine &) = default;
};

// Gives the line's number.
sql::Result<qint64> openLine(sql::Database &database, const JournalLine &line);
// Once: a line that is closed or absent is a Conflict. `done` brings before and after as read back.
Result<> closeLine(sql::Database &database, const JournalLine &done);
// The newest lines of a profile (empty: of all), newest first.
sql::Result<QList<JournalLine>> journalLines(sql::Database &database, const QString &profile, int count);

// How keys were deleted here, the newest first; `before` is the key as it was last.
sql::Result<QList<JournalLine>> deletions(sql::Database &database, const QString &profile);

} // namespace store
