// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "guards/judge.h"

namespace changes {
class Journal;
struct Change;
} // namespace changes
namespace gateway {
class Admin;
}
namespace store {
class Store;
}

namespace guards {

// What a look at one guard led to.
struct Deed
{
    Guard guard; // as it is now
    Step step = Step::None;
    GuardSpend spend;
    std::optional<Failure> failure; // it could not be done; it is tried again at the next look
};

// Keeps period quotas that a gateway has not: looks at stored usage, warns, writes through the journal, and gives back
// when the period is over. Acts only when somebody calls enforce(). Main thread.
class GuardService final : public Observable
{
    Q_OBJECT

public:
    struct Line
    {
        Guard guard;
        GuardSpend spend; // in the present period
        Period period;

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct State
    {
        QList<Line> lines;
        std::optional<QDateTime> readAt; // empty: never
        bool working = false;
        std::optional<Failure> failure; // of the last intent
    };
    // What it works with, which outlives it.
    struct Parts
    {
        gateway::Admin &admin;
        store::Store &store;
        changes::Journal &journal;
        const Clock &clock;
        QString profile; // id
    };

    explicit GuardService(Parts parts) : m_parts(std::move(parts)) {}

    const State &state() const { return m_state; }
    void refresh(); // reads them; does nothing else
    void enforce(); // does what is due; no-op while one look is under way
    void set(const Guard &guard); // id 0: a new one, or new limits for that key and window
    void remove(qint64 id); // gives back first what it took

    // The same, and waits for the end; for the command line.
    Task<Result<QList<Deed>>> enforceNow();
    Task<Result<QList<Line>>> linesNow();
    Task<Result<Guard>> setNow(Guard guard);
    Task<Result<>> removeNow(qint64 id);

private:
    Task<> run(Task<Result<>> intent);
    Task<Result<>> readTask();
    Task<Result<>> enforceTask();
    Task<Result<>> setTask(Guard guard);
    Task<Result<Key>> keyNow(QString id);
    Task<Deed> does(Line line, Step step);
    Task<Deed> act(Line line);
    Task<Deed> giveBack(Line line);
    Task<Deed> refused(Line line, Step step, Failure why);
    Task<Deed> written(Line line, Guard after, changes::Change change);
    Task<Result<>> keep(Guard guard);
    Task<Result<bool>> claim(Guard was, Guard now);

    Parts m_parts;
    State m_state;
    TaskScope m_tasks; // last: they die first
};

} // namespace guards
