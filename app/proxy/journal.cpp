// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/journal.h"
#include "proxy/clock.h"
#include "proxy/listen_rules.h"

namespace proxy {

namespace {
constexpr std::chrono::milliseconds batchTime(100);
constexpr std::int64_t batchRows = 1024;
constexpr std::size_t mostSpares = 4;
constexpr std::int64_t mostWaiting = 1'000'000; // rows kept in memory while the disk is busy
constexpr std::int64_t mostUnfiled = 500'000; // two seconds of work; beyond, each pack has an older one filed

void begun(std::atomic<std::int64_t> &since)
{
    std::int64_t none = 0;
    since.compare_exchange_strong(none, wallMicros());
}
} // namespace

Journal::Journal(sql::Database database, std::int64_t lastId, Metrics::Providers providers)
    : m_database(std::move(database))
    , m_shelf(m_database, [this](std::span<const UsageRow> rows) { count(rows); })
    , m_lastId(lastId)
    , m_metrics(std::move(providers))
    , m_thread([this] { work(); })
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
    if (m_pending.rows.count() == batchRows)
        takePack();
}

// One of a stated size: what the writer unpacks at once is memory, however long it had to wait for a processor.
void Journal::takePack()
{
    m_pending.full.push_back(std::exchange(m_pending.rows, spare()));
    m_wake.notify_one();
}

UsagePack Journal::spare()
{
    UsagePack pack;
    if (!m_spares.empty()) {
        pack = std::move(m_spares.back());
        m_spares.pop_back();
    }
    return pack;
}

void Journal::clear(UsagePack pack)
{
    pack.clear();
    const std::scoped_lock lock(m_mutex);
    if (m_spares.size() < mostSpares)
        m_spares.push_back(std::move(pack));
}

void Journal::run(Job job)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.jobs.push_back(std::move(job));
    m_wake.notify_one();
}

void Journal::runWithRows(Job job)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.jobs.push_back(std::move(job));
    m_pending.wantsRows = true;
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
    stepBack();
    for (bool more = true; more;) {
        Batch batch = next();
        more = !batch.stop;
        keepAll(batch);
        file(batch);
        for (const Job &job : batch.jobs)
            job(m_database);
    }
}

void Journal::keepAll(Batch &batch)
{
    if (!batch.rows.empty())
        batch.full.push_back(std::move(batch.rows));
    for (UsagePack &pack : batch.full) {
        keep(pack);
        clear(std::move(pack));
    }
}

Journal::Batch Journal::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(
        lock, batchTime, [this] { return m_pending.stop || !m_pending.jobs.empty() || !m_pending.full.empty(); });
    Batch batch = std::exchange(m_pending, {});
    m_pending.rows = batch.leavesRest() ? std::exchange(batch.rows, {}) : spare();
    return batch;
}

void Journal::keep(const UsagePack &rows)
{
    const sql::Result<> done = m_shelf.keep(m_lastId + 1, rows);
    m_unfiled = m_shelf.waiting();
    m_queued -= rows.count();
    tell(done);
    if (!done)
        return lose(rows);
    m_lastId += rows.count();
    m_written += rows.count();
    m_failingSince = 0;
}

// All of them for a job that wants them and at the end; else as long as no call comes in, or what the limit asks for.
void Journal::file(const Batch &batch)
{
    if (batch.wantsRows || batch.stop)
        filed(m_shelf.fileAll());
    else if (batch.full.empty() && batch.jobs.empty())
        fileInQuiet();
    else if (m_unfiled > mostUnfiled)
        for (std::size_t i = 0; i < batch.full.size(); ++i)
            filed(m_shelf.fileOldest());
}

void Journal::fileInQuiet()
{
    while (m_unfiled > 0 && idle()) {
        const sql::Result<> done = m_shelf.fileOldest();
        filed(done);
        if (!done)
            return;
    }
}

void Journal::filed(const sql::Result<> &done)
{
    const std::int64_t lost = m_shelf.lost() - m_unreadable;
    m_unreadable += lost;
    m_lost += lost;
    m_unfiled = m_shelf.waiting();
    if (!done)
        tell(done);
}

bool Journal::idle() const
{
    const std::scoped_lock lock(m_mutex);
    return m_pending.rows.empty() && m_pending.full.empty() && m_pending.jobs.empty() && !m_pending.stop;
}

void Journal::count(std::span<const UsageRow> rows)
{
    for (const UsageRow &row : rows)
        m_metrics.count(row);
}

void Journal::lose(const UsagePack &rows)
{
    m_lost += rows.count();
    begun(m_failingSince);
    count(unpacked(rows.bytes(), rows.count(), 0).value_or(std::vector<UsageRow>()));
}

void Journal::tell(const sql::Result<> &done)
{
    const std::scoped_lock lock(m_mutex);
    if (done)
        m_error.clear();
    else
        m_error = done.error().isFull() ? "the disk or the database is full; calls go on, their usage rows are lost"
                                        : done.error().message;
}

} // namespace proxy
