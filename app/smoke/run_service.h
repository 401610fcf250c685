// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "smoke/bell.h"
#include "smoke/live_feed.h"
#include "smoke/recorder.h"

namespace smoke {

// Keeps finished runs. The store and the evidence folder are behind it.
class RunArchive
{
public:
    virtual ~RunArchive() = default;
    virtual Task<Result<>> save(RunReport report, QList<Evidence> evidence) = 0;
    // A run that goes on: a crash leaves it as it stands here, without an end. save() puts the whole in its place.
    virtual Task<Result<>> keepSoFar(RunReport, QList<Evidence>) { co_return Result<>(); }
    virtual Task<Result<QList<RunReport>>> recent(int count) = 0; // newest first
    // The calls of a kept run, as its evidence tells them. An archive without evidence has none.
    virtual Task<Result<QList<Evidence>>> calls(RunReport) { co_return QList<Evidence>(); }
};

// What to run.
struct Plan
{
    QString suite;
    QStringList
        checks; // ids; "T03" means its variants but the optional ones, "T03d" that one; empty: all but the optional
    QStringList aliases;
    qint64 costCapNanos = 50'000'000; // 0.05 USD
    QString profile; // name, for the report
    QString gatewayVersion;
    Target target; // its alias is set per check
    QMap<QString, Price> prices; // by alias; one that is missing is unknown, and is not held against the cap
    Pace pace;
    std::optional<GivenUp> givenUp = {}; // for T07g: by what the key lost its right; empty: not known
};

// One line of the suite tree.
struct Item
{
    const Check *check = nullptr;
    QString alias; // empty: once a run
    enum class Progress { Waiting, Running, Done } progress = Progress::Waiting;
    CheckReport report; // filled while running, final when done
};

// The items of a plan in running order; aliases are interleaved within a check.
QList<Item> itemsOf(const Plan &plan);

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
        QString pause; // why nothing runs just now, in words; empty: something does
        qint64 spentNanos = 0; // of this run so far, as far as prices are known
        bool recentLoaded = false;
        QString keptRun; // id of the kept run whose calls were read; empty: none yet
        QList<Evidence> keptCalls; // by subject
        std::optional<Failure> keptFailure; // why they could not be read
    };

    RunService(net::Http &http, RunArchive &archive, const Clock &clock);

    const State &state() const { return m_state; }
    void start(const Plan &plan); // nothing happens while a run is under way
    void cancel(); // the whole run
    void cancelCheck(); // the check that runs; the next one starts
    void loadRecent();
    void loadCalls(const RunReport &kept); // into state().keptCalls; the newest wish wins
    QList<Live> takeLive(); // what was said since the last call; views poll it on changed()
    QList<Evidence> callsOf(int item) const; // of the run shown, so far
    const QList<qint64> &pieces() const; // of the check that runs: arrival of each piece, ns since the request's start

signals:
    void finished(); // the run ended and is kept

private:
    Task<> run(Plan plan);
    Task<> runItem(int at, Plan plan);
    Task<> judge(int at, Bench &bench);
    Task<> obeyRetryAfter(std::chrono::milliseconds longest);
    Task<> keepSoFar();
    QList<Evidence> allKept() const;
    Task<> keep();
    Task<> load(int count);
    Task<> readCalls(RunReport kept);
    Bench benchFor(int at, const Plan &plan);
    void settle(int at, const Verdict &verdict);
    void settleCancelled(int at);
    void measure(int at);
    void skipRest(int from, const QString &why);
    QString stopReason() const;
    bool foundNobody(int at) const;

    net::Http &m_http;
    RunArchive &m_archive;
    const Clock &m_clock;
    State m_state;
    LiveFeed m_live;
    Purse m_purse;
    int m_refusals = 0; // checks in a row that ended in a refusal of the key, by calls
    QMap<QString, int> m_nonces; // by check
    QList<QList<Evidence>> m_kept; // by item
    std::unique_ptr<Recorder> m_recorder; // of the check that runs
    std::unique_ptr<Bench> m_bench;
    Bell m_bell;
    TaskScope m_loads;
    TaskScope m_readings;
    TaskScope m_checks;
    TaskScope m_runs;
};

} // namespace smoke
