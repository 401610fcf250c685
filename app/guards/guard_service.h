// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "guards/judge.h"
#include "guards/raises.h"

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
        QList<BudgetRaise> raises; // of budgets, that end by this program
        std::optional<QDateTime> readAt; // empty: never
        bool working = false;
        std::optional<Failure> failure; // of the last intent
    };
    explicit GuardService(const Parts &parts) : m_parts(parts), m_raises(parts) {}

    const State &state() const { return m_state; }
    void refresh(); // reads them; does nothing else
    void enforce(); // does what is due; no-op while one look is under way
    void set(const Guard &guard); // id 0: a new one, or new limits for that key and window
    void remove(qint64 id); // gives back first what it took
    void raise(const Key &key, const QString &window, qint64 more, const QDateTime &until); // as Raises::begin()
    const Raises &raises() const { return m_raises; }

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
    Task<Result<>> raiseTask(Key key, QString window, qint64 more, QDateTime until);
    Task<Result<Key>> keyNow(QString id);
    Task<Deed> does(Line line, Step step);
    Task<Deed> act(Line line);
    Task<Deed> giveBack(Line line);
    Task<Deed> handedOver(Line line, Guard heir);
    std::optional<Guard> heirOf(const Guard &ending) const;
    Task<Deed> refused(Line line, Step step, Failure why);
    Task<Deed> written(Line line, Guard after, changes::Change change);
    Task<Result<>> keep(Guard guard);
    Task<Result<bool>> claim(Guard was, Guard now);

    Parts m_parts;
    Raises m_raises;
    State m_state;
    TaskScope m_tasks; // last: they die first
};

} // namespace guards
