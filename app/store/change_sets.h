// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/fault.h"
#include <optional>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace store {

// A step of a change set as kept; the part `changes` gives it its meaning. The objects are JSON without secrets.
struct StepLine
{
    int place = 0;
    QString object; // "key"
    std::optional<QJsonObject> before;
    std::optional<QJsonObject> after;
    std::optional<QJsonObject> foundBefore;
    std::optional<QJsonObject> foundAfter;
    std::optional<qint64> rotationSeconds;
    QString state;
    QString remark;
    std::optional<Failure> failure;

    friend bool operator==(const StepLine &, const StepLine &) = default;
};

struct SetLine
{
    qint64 id = 0; // 0: not kept yet
    QString profile;
    QString title;
    QString reason;
    QString by;
    QDateTime created; // UTC
    QString state;
    bool left = false; // its state is that of work, and whoever did it is gone
    QList<StepLine> steps; // by place

    friend bool operator==(const SetLine &, const SetLine &) = default;
};

// A set in a list: without its steps.
struct SetHead
{
    SetLine line;
    qint64 steps = 0;
    qint64 done = 0;
    qint64 failed = 0;
};
// The newest sets of a profile (empty: of all), newest first.
sql::Result<QList<SetHead>> changeSets(
    sql::Database &database, const QString &profile, int count, const QDateTime &now);
// NotFound: there is none.
Result<SetLine> changeSet(sql::Database &database, qint64 id, const QDateTime &now);
// Keeps a new set, or the title, reason and steps of one that nobody works on (else Locked). Gives its number.
Result<qint64> keepSet(sql::Database &database, const SetLine &set, const QDateTime &now);

// A piece of work on a set, from begin to end. Locked: another process that is alive works on it.
struct SetWork
{
    qint64 set = 0;
    qint64 pid = 0;
    QStringList from; // states in which it may begin; one that was left counts as it is named
    QString to;
};
// Takes the set; journal lines that a process which is gone left open are closed. Conflict: it is in another state.
Result<SetLine> takeSet(sql::Database &database, const SetWork &work, const QDateTime &now);
sql::Result<> keepStep(sql::Database &database, qint64 set, const StepLine &step, const QDateTime &now);
// The work breaks off here: the set is left, and can be taken again.
sql::Result<> leaveSet(sql::Database &database, qint64 set, qint64 pid);
sql::Result<> endSet(sql::Database &database, qint64 set, const QString &state, const QDateTime &now);

} // namespace store
