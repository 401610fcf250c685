// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/worker.h"
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
constexpr int stepsBetweenLooks = 2000; // of SQLite's machine: a few dozen microseconds
}

Worker::Worker(QObject &owner, Open open, Leave leave) : m_owner(owner), m_leave(leave)
{
    m_thread = std::thread([this, open = std::move(open)] { work(open); });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_added.notify_one();
    m_thread.join();
}

void Worker::add(std::shared_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_added.notify_one();
}

std::shared_ptr<Job> Worker::next()
{
    std::unique_lock lock(m_mutex);
    m_added.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_waiting.empty() || (m_stopping && m_leave == Leave::Drop))
        return {};
    std::shared_ptr<Job> job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return job;
}

void Worker::work(const Open &open)
{
    Result<sql::Database> database = open();
    if (database && m_leave == Leave::Drop)
        interruptWhenUnwanted(*database);
    while ((m_current = next())) {
        if (m_leave == Leave::Drop && m_current->abandoned)
            continue;
        if (database)
            m_current->run(*database);
        else
            m_current->refuse(database.error());
        handBack(std::move(m_current));
    }
    refuseWaiting();
}

void Worker::refuseWaiting()
{
    const std::lock_guard lock(m_mutex);
    for (std::shared_ptr<Job> &job : m_waiting) {
        job->refuse({FailureKind::Cancelled, u"the database was closed"_s});
        handBack(std::move(job));
    }
    m_waiting.clear();
}

// A progress handler and not sqlite3_interrupt(): it cannot hit the next job by a hair, and covers jobs of many statements.
void Worker::interruptWhenUnwanted(sql::Database &database)
{
    sqlite3_progress_handler(database.handle(), stepsBetweenLooks, &Worker::unwanted, this);
}

int Worker::unwanted(void *worker)
{
    const auto *self = static_cast<Worker *>(worker);
    return self->m_stopping || (self->m_current && self->m_current->abandoned);
}

void Worker::handBack(std::shared_ptr<Job> job)
{
    const auto wake = [job = std::move(job)] {
        if (job->wake)
            job->wake();
    };
    QMetaObject::invokeMethod(&m_owner, wake, Qt::QueuedConnection);
}

} // namespace store
