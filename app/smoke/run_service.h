// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/task_scope.h"
#include "smoke/check.h"

namespace smoke {

// Keeps finished runs. The store and the evidence folder are behind it.
class RunArchive
{
public:
    virtual ~RunArchive() = default;
    virtual Task<Result<>> save(RunReport report, QList<Evidence> evidence) = 0;
    virtual Task<Result<QList<RunReport>>> recent(int count) = 0; // newest first
};

// What to run.
struct Plan
{
    QString suite;
    QStringList checks; // ids, "T03" means all its variants; empty: every check
    QStringList aliases;
    qint64 costCapNanos = 50'000'000; // 0.05 USD
    QString profile; // name, for the report
    QString gatewayVersion;
    Target target; // its alias is set per check
};

// One line of the suite tree.
struct Item
{
    const Check *check = nullptr;
    QString alias; // empty: once a run
    enum class Progress { Waiting, Running, Done } progress = Progress::Waiting;
    CheckReport report; // filled while running, final when done
};

// Runs smoke tests and shows them live. One run at a time. Main thread.
class RunService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<Item> items;
        int current = -1; // index into items
        bool running = false;
        bool cancelling = false;
        RunReport report; // of the run shown: this one, or the last kept
        std::optional<Failure> archiveFailure;
        QList<RunReport> recent; // newest first
    };

    RunService(net::Http &http, RunArchive &archive, const Clock &clock);

    const State &state() const { return m_state; }
    void start(const Plan &plan);
    void cancel(); // the whole run
    void cancelCheck(); // the check that runs; the next one starts
    void loadRecent();
    QList<Live> takeLive(); // what was said since the last call; views poll it on changed()

signals:
    void finished(); // the run ended and is kept

private:
    Task<> run(Plan plan);

    net::Http &m_http;
    RunArchive &m_archive;
    const Clock &m_clock;
    State m_state;
    QList<Live> m_live;
    TaskScope m_loads;
    TaskScope m_runs;
};

} // namespace smoke
