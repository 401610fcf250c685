// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/metrics.h"
#include "proxy/usage_writer.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace proxy {

// The writer thread: holds the one connection, commits usage rows in batches of at most 100 ms, and runs jobs between
// them. A job sees every row that was added before it. A row is readable only when committed, and ids only grow.
class Journal final
{
public:
    using Job = std::function<void(sql::Database &)>;

    // Takes over the connection; lastId is the highest row id in it. providers: for the metrics.
    Journal(sql::Database database, std::int64_t lastId, Metrics::Providers providers = {});
    ~Journal();

    // Both from any thread, never blocking on the disk.
    void add(const UsageRow &row);
    void run(Job job);
    // Writes what is queued and ends the thread.
    void stop();

    std::int64_t rowsWritten() const { return m_written; }
    std::int64_t rowsLost() const { return m_lost; }
    std::int64_t rowsQueued() const { return m_queued; }
    // Why the last batch failed; empty when it did not.
    std::string lastError() const;
    // When rows began to be lost, microseconds since 1970; 0: they are written.
    std::int64_t failingSince() const { return m_failingSince; }
    // What the rows add up to, lost ones too. In a job only.
    const Metrics &metrics() const { return m_metrics; }

private:
    // Rows whose memory is used again: neither thread allocates for one, once it runs.
    class Rows final
    {
    public:
        void add(const UsageRow &row)
        {
            if (m_size == m_rows.size())
                m_rows.emplace_back();
            m_rows[m_size++] = row;
        }
        std::span<UsageRow> all() { return {m_rows.data(), m_size}; }
        std::size_t size() const { return m_size; }
        bool empty() const { return m_size == 0; }
        void clear(std::size_t mostKept);

    private:
        std::vector<UsageRow> m_rows;
        std::size_t m_size = 0;
    };
    struct Batch
    {
        Rows rows;
        std::vector<Job> jobs;
        bool stop = false;
    };

    void work();
    Batch next();
    void write(std::span<UsageRow> rows);
    sql::Result<> writeAll(std::span<UsageRow> rows);
    void failed(std::span<UsageRow> rows, const sql::Error &error);

    sql::Database m_database;
    UsageWriter m_writer{m_database};
    std::int64_t m_lastId;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_pending; // under m_mutex
    Rows m_spare; // under m_mutex
    std::string m_error; // under m_mutex
    std::atomic<std::int64_t> m_written = 0;
    std::atomic<std::int64_t> m_lost = 0;
    std::atomic<std::int64_t> m_queued = 0;
    std::atomic<std::int64_t> m_failingSince = 0;
    Metrics m_metrics; // on the thread only
    std::thread m_thread;
};

} // namespace proxy
