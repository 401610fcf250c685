// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include "sql/migrations.h"
#include "sql/transaction.h"
#include "store/answer.h"
#include <chrono>
#include <future>
#include <vector>

namespace store {

// What waits are allowed to last; tests make them short.
struct Limits
{
    std::chrono::milliseconds poll{1000}; // between looks for changes of another program
    std::chrono::milliseconds lock{30000}; // for another program's migration
};

// The database of one data dir: a writer and a reader thread with a connection each. Asked with functions that run there
// and return values. A file that cannot be used answers every question with why. Main thread.
class Store final : public QObject
{
    Q_OBJECT

    template<class Fn>
    using Value = typename std::invoke_result_t<Fn, sql::Database &>::value_type;

public:
    // Opens in the background; the file is made when there is none. The steps default to knownMigrations().
    explicit Store(QString path, Limits limits = {}, std::vector<sql::Migration> steps = {});
    // Writes that were asked for are finished first.
    ~Store() override;

    const QString &path() const { return m_path; }
    // Why the file cannot be used: ask faultOf(). Ends when it is open.
    Task<Result<>> opened();
    // PRAGMA quick_check; reads the whole file.
    Task<Result<>> check();
    // Renames the file, damaged or newer, and starts with a new one. The only way a file is given up. Gives its new name.
    Result<QString> moveAside(const QDateTime &now);
    // Opens again after a failure, e.g. when the disk has room again.
    void reopen();

    // Runs fn(sql::Database &) -> sql::Result<T> or Result<T> on the reader. Dropping the task interrupts it.
    template<class Fn>
    Task<Result<Value<Fn>>> read(Fn fn)
    {
        return ask<Value<Fn>>(m_reader, [fn = std::move(fn)](sql::Database &db) { return inWords(fn(db)); });
    }
    // The same in a write transaction: committed when fn succeeds, else rolled back. Dropping the task does not stop it.
    template<class Fn>
    Task<Result<Value<Fn>>> write(Fn fn)
    {
        return ask<Value<Fn>>(m_writer, [fn = std::move(fn)](sql::Database &db) { return inTransaction(db, fn); });
    }

    // The same, and nobody waits for it: for a last word of what is going away.
    template<class Fn>
    void writeLater(Fn fn)
    {
        m_writer->add(std::make_shared<Question<Value<Fn>>>(
            [fn = std::move(fn)](sql::Database &db) { return inTransaction(db, fn); }));
    }

signals:
    // Another program has written to the file.
    void changedElsewhere();

private:
    template<class T>
    static Task<Result<T>> ask(const std::unique_ptr<Worker> &worker, std::function<Result<T>(sql::Database &)> fn)
    {
        Answer<T> answer(*worker, std::make_shared<Question<T>>(std::move(fn)));
        co_return co_await answer;
    }
    template<class Fn>
    static Result<Value<Fn>> inTransaction(sql::Database &database, const Fn &fn)
    {
        sql::Result<sql::Transaction> transaction = sql::Transaction::begin(database);
        if (!transaction)
            return tl::unexpected<Failure>(failureOf(transaction.error()));
        auto done = inWords(fn(database));
        if (!done)
            return done;
        if (const sql::Result<> kept = transaction->commit(); !kept)
            return tl::unexpected<Failure>(failureOf(kept.error()));
        return done;
    }
    void startWorkers();
    Task<> watch();

    QString m_path;
    Limits m_limits;
    std::vector<sql::Migration> m_steps;
    std::unique_ptr<Worker> m_writer;
    std::unique_ptr<Worker> m_reader; // after the writer: it ends first
    TaskScope m_watch;
};

} // namespace store
