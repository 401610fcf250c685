// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/journal.h"
#include "proxy/clock.h"
#include "sql/transaction.h"

namespace proxy {

namespace {
constexpr std::chrono::milliseconds batchTime(100);
constexpr std::size_t batchRows = 512;
constexpr std::int64_t mostWaiting = 1'000'000; // rows kept in memory while the disk is busy

void begun(std::atomic<std::int64_t> &since)
{
    std::int64_t none = 0;
    since.compare_exchange_strong(none, wallMicros());
}
} // namespace

Journal::Journal(sql::Database database, std::int64_t lastId, Metrics::Providers providers)
    : m_database(std::move(database)), m_lastId(lastId), m_metrics(std::move(providers)), m_thread([this] { work(); })
{}

Journal::~Journal()
{
    stop();
}

void Journal::add(const UsageRow &row)
{
    if (m_queued >= mostWaiting) {
        ++m_lost;
        begun(m_failingSince);
        return;
    }
    ++m_queued;
    const std::scoped_lock lock(m_mutex);
    m_pending.rows.add(row);
    if (m_pending.rows.size() == batchRows)
        m_wake.notify_one();
}

void Journal::run(Job job)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.jobs.push_back(std::move(job));
    m_wake.notify_one();
}

void Journal::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_pending.stop = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

std::string Journal::lastError() const
{
    const std::scoped_lock lock(m_mutex);
    return m_error;
}

void Journal::work()
{
    for (bool more = true; more;) {
        Batch batch = next();
        more = !batch.stop;
        if (!batch.rows.empty())
            write(batch.rows.all());
        for (const Job &job : batch.jobs)
            job(m_database);
        batch.rows.clear(2 * batchRows);
        const std::scoped_lock lock(m_mutex);
        m_spare = std::move(batch.rows);
    }
}

void Journal::Rows::clear(std::size_t mostKept)
{
    m_size = 0;
    if (m_rows.size() > mostKept)
        m_rows = {};
}

Journal::Batch Journal::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, batchTime,
        [this] { return m_pending.stop || !m_pending.jobs.empty() || m_pending.rows.size() >= batchRows; });
    Batch batch = std::exchange(m_pending, {});
    m_pending.rows = std::move(m_spare);
    return batch;
}

void Journal::write(std::span<UsageRow> rows)
{
    for (const UsageRow &row : rows)
        m_metrics.count(row);
    const sql::Result<> done = writeAll(rows);
    m_queued -= std::int64_t(rows.size());
    if (!done)
        return failed(rows, done.error());
    m_written += std::int64_t(rows.size());
    m_failingSince = 0;
    const std::scoped_lock lock(m_mutex);
    m_error.clear();
}

sql::Result<> Journal::writeAll(std::span<UsageRow> rows)
{
    sql::Result<sql::Transaction> transaction = sql::Transaction::begin(m_database);
    if (!transaction)
        return sql::fail(transaction.error());
    std::int64_t id = m_lastId;
    for (UsageRow &row : rows)
        row.id = ++id;
    if (const sql::Result<> written = m_writer.write(rows); !written)
        return written;
    const sql::Result<> done = transaction->commit();
    if (done)
        m_lastId = id;
    return done;
}

void Journal::failed(std::span<UsageRow> rows, const sql::Error &error)
{
    m_lost += std::int64_t(rows.size());
    begun(m_failingSince);
    const std::scoped_lock lock(m_mutex);
    m_error =
        error.isFull() ? "the disk or the database is full; calls go on, their usage rows are lost" : error.message;
}

} // namespace proxy
