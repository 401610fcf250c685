// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "store/file.h"

namespace store {

Store::Store(QString path, Limits limits, std::vector<sql::Migration> steps)
    : m_path(std::move(path)), m_limits(limits), m_steps(steps.empty() ? knownMigrations() : std::move(steps))
{
    startWorkers();
}

Store::~Store()
{
    m_watch.cancel();
    m_reader.reset();
    m_writer.reset();
}

// The reader waits until the writer has made and migrated the file.
void Store::startWorkers()
{
    auto opened = std::make_shared<std::promise<Result<>>>();
    const auto toWrite = [opened, path = m_path, steps = m_steps, limit = m_limits.lock] {
        Result<sql::Database> database = openForWriting(path, steps, limit);
        opened->set_value(database ? Result<>() : Result<>(tl::unexpected<Failure>(database.error())));
        return database;
    };
    const auto toRead = [ready = opened->get_future().share(), path = m_path]() -> Result<sql::Database> {
        if (const Result<> done = ready.get(); !done)
            return tl::unexpected<Failure>(done.error());
        return openForReading(path);
    };
    m_writer = std::make_unique<Worker>(*this, toWrite, Worker::Leave::Drain);
    m_reader = std::make_unique<Worker>(*this, toRead, Worker::Leave::Drop);
    m_watch.run(watch());
}

Task<Result<>> Store::opened()
{
    return read([](sql::Database &) { return sql::Result<>(); });
}

Task<Result<>> Store::check()
{
    return read([](sql::Database &database) { return database.check(); });
}

void Store::reopen()
{
    m_watch.cancel();
    m_reader.reset();
    m_writer.reset();
    startWorkers();
}

Result<QString> Store::moveAside(const QDateTime &now)
{
    m_watch.cancel();
    m_reader.reset();
    m_writer.reset();
    Result<QString> aside = renameAside(m_path, now);
    startWorkers();
    return aside;
}

// PRAGMA data_version on the writer's connection rises only when another connection wrote, and the reader never writes.
Task<> Store::watch()
{
    std::optional<std::int64_t> seen;
    const auto version = [](sql::Database &database) { return inWords(database.number("PRAGMA data_version")); };
    while (true) {
        const Result<std::int64_t> now = co_await ask<std::int64_t>(m_writer, version);
        if (!now)
            co_return;
        if (seen && *seen != *now)
            QMetaObject::invokeMethod(this, &Store::changedElsewhere, Qt::QueuedConnection);
        seen = *now;
        co_await Pause(m_limits.poll);
    }
}

} // namespace store
