// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/run_task.h"
#include "store/store.h"
#include <QTemporaryDir>

// A store in a folder of its own, with short limits.
struct TempStore
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("gatewright.db"));
    store::Limits limits{std::chrono::milliseconds(10), std::chrono::milliseconds(500)};
    std::unique_ptr<store::Store> held = std::make_unique<store::Store>(path, limits);

    store::Store &operator*() { return *held; }
    store::Store *operator->() { return held.get(); }
    void reopen()
    {
        held.reset();
        held = std::make_unique<store::Store>(path, limits);
    }
    // Runs and expects success.
    template<class Fn>
    auto write(Fn fn)
    {
        return unwrapped(finished(held->write(std::move(fn))));
    }
    template<class Fn>
    auto read(Fn fn)
    {
        return unwrapped(finished(held->read(std::move(fn))));
    }
    template<class T>
    static T unwrapped(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }
    qint64 number(const char *query)
    {
        return read([query](sql::Database &db) { return db.number(query); });
    }
};
