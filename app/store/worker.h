// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/job.h"
#include <condition_variable>
#include <deque>
#include <mutex>
#include <QObject>
#include <thread>

namespace store {

// A thread with one connection. Jobs run one after another; each is handed back to the owner's thread and woken there.
class Worker final
{
public:
    using Open = std::function<Result<sql::Database>()>; // runs in the thread
    enum class Leave { Drop, Drain }; // what becomes of waiting jobs at the end; Drop also interrupts the running one

    // The owner outlives the worker.
    Worker(QObject &owner, Open open, Leave leave);
    Worker(Worker &&) = delete;
    ~Worker();

    void add(std::shared_ptr<Job> job);

private:
    void work(const Open &open);
    std::shared_ptr<Job> next();
    void refuseWaiting();
    void interruptWhenUnwanted(sql::Database &database);
    void handBack(std::shared_ptr<Job> job);
    static int unwanted(void *worker);

    QObject &m_owner;
    const Leave m_leave;
    std::mutex m_mutex;
    std::condition_variable m_added;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::atomic<bool> m_stopping = false;
    std::shared_ptr<Job> m_current; // of the thread
    std::thread m_thread;
};

} // namespace store
