// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "net/http.h"
#include "net/http_options.h"

namespace net {

// How far one got on the way to a host, step by step. Times are milliseconds of that step.
struct Reach
{
    enum Step { Name, Connect, Encrypt };
    QStringList addresses; // of the host; empty behind a proxy, which looks it up itself
    QString proxy; // "host:port"; empty: none
    std::optional<qint64> nameMs;
    std::optional<qint64> connectMs;
    std::optional<qint64> encryptMs; // empty with http
    std::optional<Tls> tls;
    std::optional<Failure> failure; // of the first step that failed
    Step failedAt = Name; // with a failure
};

// Looks the host of `url` up, connects, and encrypts where it is https; nothing is sent. Main thread.
Task<Reach> reach(QUrl url, HttpOptions options, std::chrono::milliseconds limit = std::chrono::seconds(10));

} // namespace net
