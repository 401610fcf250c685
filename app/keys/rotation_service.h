// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/task_scope.h"
#include "keys/rotation_work.h"
#include "keys/rotations.h"
#include "keys/schedule.h"

namespace keys {

// What the window shows of one profile's rotations by a successor: the list, and one of them step by step.
// Views read state() and send intents; one act runs at a time. Main thread.
class RotationService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<Rotation> all; // newest first
        bool loaded = false;
        std::optional<Rotation> shown;
        std::optional<Drain> drain; // of the one that is shown
        std::optional<RotationCourse> course;
        std::optional<RotationStep> doing; // the act under way
        std::optional<Failure> failure; // of the last act or reading
        QString refutedRun; // the last proof did not hold: its run
        std::optional<Key> issued; // the successor just created; its secret: takeSecret()
        bool hasSecret = false; // of the successor, since its creation: it can be proven without asking for it
    };
    struct Wish
    {
        Key old;
        QString name; // of the successor
        QString reason;
        int drainHours = 24;
    };

    RotationService(RotationWork &work, Rotations book, Schedules schedules, QString by, const Clock &clock)
        : m_work(work), m_book(std::move(book)), m_schedules(std::move(schedules)), m_by(std::move(by)), m_clock(clock)
    {}

    const State &state() const { return m_state; }
    void refresh(); // the list, and what is shown
    void show(qint64 id); // 0: none
    const Rotation *underWay(const QString &keyId) const; // of that old or new key; null: none
    QString freeNameFor(const Key &old, const QList<Key> &all) const;

    void begin(const Wish &wish); // creates the successor
    std::optional<Secret> takeSecret(); // of the successor just created, to be shown once
    void prove(const Secret &given); // that the new key works; empty: the secret that is still held
    void handOver(const QString &note);
    // Reads usage and disables the old key if it is drained, or if somebody answers for it.
    void disable(const QString &answers);
    void refuse(const Secret &old, const QString &answers); // proves the old key refused, or somebody answers for it
    void remove(); // deletes the old key
    void reopen(); // enables the old key again
    void abandon();
    void forgetSecret();

private:
    using Act = Task<Result<Rotation>>;
    void run(RotationStep step, Act act);
    Task<> carryOut(Act act);
    Task<> readAll();
    Task<> readShown();
    Act create(Wish wish);
    Act proveTask(qint64 id, Secret key);
    Act disableTask(Rotation rotation, QString answers);
    Task<Result<Rotation>> drained(Rotation rotation, QString answers);
    Act refuseTask(qint64 id, Secret key, QString answers);
    Act removeTask(Rotation rotation);
    Act reopenTask(Rotation rotation);
    Task<Result<>> writeOld(Rotation rotation, std::optional<bool> enabled); // empty: deletes it
    StepDone now(const QString &note = {}, bool proven = true) const;

    RotationWork &m_work;
    Rotations m_book;
    Schedules m_schedules;
    QString m_by;
    const Clock &m_clock;
    State m_state;
    std::optional<Secret> m_secret; // of the successor, until it is proven or the view is left
    TaskScope m_loads; // last: they die first
    TaskScope m_acts;
};

} // namespace keys
