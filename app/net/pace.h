// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/call_book.h"
#include "net/http.h"
#include <optional>
#include <QElapsedTimer>

namespace net {

// So many calls in so much time are allowed: a limit of the gateway that this program keeps by itself.
struct Pace
{
    QByteArray lane; // of Request::lane; empty: every call that names no lane
    int calls = 0;
    std::chrono::seconds per{1};
};

// What is left of one limit.
struct PaceState
{
    int left = 0;
    int calls = 0; // of the limit
    std::chrono::milliseconds until{0}; // the next call may go out then; zero: now
};

// The same with the limit it belongs to.
struct LaneState
{
    Pace pace;
    PaceState now;
};

// The calls that one limit counts, as gateways do it: those of the last `per`. Times are milliseconds of any steady clock.
class CallLog
{
public:
    CallLog(int calls, std::chrono::milliseconds per) : m_calls(calls), m_per(per) {}

    PaceState state(qint64 nowMs) const;
    void add(qint64 atMs); // a call goes out then, now or later
    std::chrono::milliseconds closed(qint64 nowMs) const; // for how much longer the gateway wants no call at all
    // It answered 429. Where it does not say how long, a minute, then twice as long each time up to 20 minutes.
    void refused(qint64 nowMs, std::optional<std::chrono::milliseconds> asked);
    void served() { m_made.lastPause = 0; } // any other answer

    std::chrono::milliseconds per() const { return m_per; }
    const CallsMade &made() const { return m_made; }
    void take(CallsMade made, qint64 nowMs); // in place of what it knew; what lies too far ahead is dropped

private:
    int m_calls;
    std::chrono::milliseconds m_per;
    CallsMade m_made; // the last m_calls of them
};

// Sends no faster than the gateway allows: calls wait for their turn in order. A call of a lane counts in the general one
// too. A 429 closes its lane. Reads of the general lane wait as long as that limit spans, so that long work goes on; who
// would have to wait longer than that, any other longer than `patience`, is refused at once (RateLimited, the wait in the
// detail). Destroying the task ends its wait. Streams pass: they are no admin calls. With a book, limits of a minute and
// more are shared with the other programs that keep it. Main thread; must outlive its tasks.
class PacedHttp final : public Http
{
public:
    static constexpr std::chrono::milliseconds usualPatience{30'000};
    PacedHttp(
        Http &http, QList<Pace> paces, std::chrono::milliseconds patience = usualPatience, CallBook *book = nullptr);
    Task<Exchange> send(Request request) override;
    Task<Exchange> stream(Request request, OnFrame onFrame) override;

    PaceState state(const QByteArray &lane = {}) const; // calls 0: there is no such limit
    QList<LaneState> lanes() const; // of every limit, in the order given

private:
    QList<CallLog *> logsOf(const QByteArray &lane); // its own first
    std::chrono::milliseconds patienceOf(const Request &request) const;
    Task<std::optional<std::chrono::milliseconds>> turn(QList<CallLog *> logs, std::chrono::milliseconds patience);
    Task<> note(CallLog *log, int status, std::optional<std::chrono::milliseconds> asked);
    Task<> together(std::function<void()> count);
    void countWithOthers(CallsByLane &all, const std::function<void()> &count);

    Http &m_http;
    const QList<Pace> m_paces;
    std::chrono::milliseconds m_patience;
    std::map<QByteArray, CallLog> m_logs;
    CallBook *m_book;
    QElapsedTimer m_clock;
};

// Refuses every request that would change something (Locked), for connections marked read-only. Streams are refused too.
class ReadOnlyHttp final : public Http
{
public:
    explicit ReadOnlyHttp(Http &http, bool locked) : m_http(http), m_locked(locked) {}
    Task<Exchange> send(Request request) override;
    Task<Exchange> stream(Request request, OnFrame onFrame) override;

private:
    std::optional<Exchange> refusal(const Request &request) const;

    Http &m_http;
    bool m_locked;
};

} // namespace net
