// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/wait.h"
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

// Runs `work` (a function that gives a Result<T>) on a pool thread and waits for it; Timeout at the limit, the work then
// ends unheard. `work` owns all it touches: the waiting frame may die first.
template<typename T>
Task<Result<T>> inWorker(std::function<Result<T>()> work, std::chrono::milliseconds limit)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFutureWatcher<Result<T>> watcher;
    promise->start();
    watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        work = {}; // what it held ends before the news
        promise->finish();
    });
    const bool ended = co_await SignalWait(&watcher, &QFutureWatcherBase::finished, limit);
    if (!ended)
        co_return fail(FailureKind::Timeout, QStringLiteral("worker: limit of %1 ms").arg(limit.count()));
    co_return watcher.future().takeResult();
}
