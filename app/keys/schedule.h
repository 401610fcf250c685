// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/task.h"
#include "domain/key.h"
#include "domain/rotation_schedule.h"
#include <QList>

namespace store {
class Store;
}

namespace keys {

constexpr int soonDays = 14;
constexpr int mostDays = 3650;

enum class Due { Later, Soon, Today, Overdue };
Due dueOf(const RotationSchedule &schedule, const QDate &today);
QString nameOf(Due due); // "overdue"

// The first day it is to be rotated at: so long after its last rotation, else its creation, else from today on.
QDate firstDay(const Key &key, int everyDays, const QDate &today);

// The schedules of one profile, in the store. Main thread.
class Schedules
{
public:
    Schedules(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    Task<Result<QList<RotationSchedule>>> all() const; // the next one first
    Task<Result<>> set(RotationSchedule schedule) const;
    Task<Result<bool>> remove(QString keyId) const; // true: there was one
    // The key was rotated on that day, in place or by a successor, which takes the schedule over. One that was for once ends.
    Task<Result<>> rotated(QString oldId, QString newId, QString newName, QDate day) const;

private:
    store::Store &m_store;
    QString m_profile;
};

} // namespace keys
