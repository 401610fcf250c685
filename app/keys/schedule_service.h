// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/task_scope.h"
#include "keys/schedule.h"

namespace keys {

// What the window shows of one profile's rotation schedules. Views read state() and send intents. Main thread.
class ScheduleService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<RotationSchedule> all; // the next one first
        std::optional<Failure> failure; // of the last intent or reading
    };

    ScheduleService(Schedules book, const Clock &clock) : m_book(std::move(book)), m_clock(clock) {}

    const State &state() const { return m_state; }
    const RotationSchedule *of(const QString &keyId) const; // null: none
    void refresh();
    void set(const RotationSchedule &schedule);
    void remove(const QString &keyId);

private:
    Task<> load();
    template<class T>
    Task<> write(Task<Result<T>> write);

    Schedules m_book;
    const Clock &m_clock;
    State m_state;
    TaskScope m_loads; // last: they die first
    TaskScope m_writes;
};

} // namespace keys
