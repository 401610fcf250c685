// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/metrics.h"
#include "proxy/usage_shelf.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace proxy {

// The writer thread: holds the one connection and keeps usage rows in batches of at most 100 ms. Many at once wait in a
// file, to be filed when no calls come in, or before a job that wants them. Jobs run between two batches. Ids only grow.
class Journal final
{
public:
    using Job = std::function<void(sql::Database &)>;

    // Takes over the connection; lastId is the highest row id in it. providers: for the metrics.
    Journal(sql::Database database, std::int64_t lastId, Metrics::Providers providers = {});
    ~Journal();

    // From any thread, never blocking on the disk.
    void add(const UsageRow &row);
    void run(Job job);
    // The job finds every row in the table, and in the metrics, that was added before it.
    void runWithRows(Job job);
    // Writes what is queued and ends the thread.
    void stop();

    std::int64_t rowsWritten() const { return m_written; }
    std::int64_t rowsLost() const { return m_lost; }
    std::int64_t rowsQueued() const { return m_queued; }
    // Of those written: not in their table yet.
    std::int64_t rowsUnfiled() const { return m_unfiled; }
    // Why rows could not be written or filed; empty when they could.
    std::string lastError() const;
    // When rows began to be lost, microseconds since 1970; 0: they are written.
    std::int64_t failingSince() const { return m_failingSince; }
    // What the rows add up to, lost ones too. In a job of runWithRows() only.
    const Metrics &metrics() const { return m_metrics; }

private:
    struct Batch
    {
        std::vector<UsagePack> full; // each of batchRows, the oldest first
        UsagePack rows; // behind them
        std::vector<Job> jobs;
        bool wantsRows = false;
        bool stop = false;

        // Full ones alone: few rows behind them would have all be filed that came before.
        bool leavesRest() const { return !full.empty() && jobs.empty() && !stop; }
    };

    void work();
    Batch next();
    void takePack();
    UsagePack spare();
    void keepAll(Batch &batch);
    void keep(const UsagePack &rows);
    void clear(UsagePack pack);
    void file(const Batch &batch);
    void fileInQuiet();
    void filed(const sql::Result<> &done);
    bool idle() const;
    void count(std::span<const UsageRow> rows);
    void lose(const UsagePack &rows);
    void tell(const sql::Result<> &done);

    sql::Database m_database;
    UsageShelf m_shelf;
    std::int64_t m_lastId;
    std::int64_t m_unreadable = 0; // of the rows lost: filed no more, as they could not be read
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_pending; // under m_mutex
    std::vector<UsagePack> m_spares; // under m_mutex
    std::string m_error; // under m_mutex
    std::atomic<std::int64_t> m_written = 0;
    std::atomic<std::int64_t> m_lost = 0;
    std::atomic<std::int64_t> m_queued = 0;
    std::atomic<std::int64_t> m_unfiled = 0;
    std::atomic<std::int64_t> m_failingSince = 0;
    Metrics m_metrics; // on the thread only
    std::thread m_thread;
};

} // namespace proxy
