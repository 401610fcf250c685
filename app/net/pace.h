// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"
#include <map>
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

// One limit as a token bucket: the whole allowance at once, then one call each per/calls. Times are milliseconds of any
// steady clock.
class Bucket
{
public:
    Bucket(int calls, std::chrono::milliseconds per) : m_calls(calls), m_perCall(double(per.count()) / calls) {}

    std::chrono::milliseconds take(qint64 nowMs); // one call; how long it has to wait
    void close(qint64 untilMs); // the gateway said no: nothing before that
    PaceState state(qint64 nowMs) const;

private:
    int m_calls;
    double m_perCall; // ms
    double m_next = 0; // when the bucket would be full, were all that was taken given back
    qint64 m_closedUntil = 0;
};

// Sends no faster than the gateway allows: calls wait for their turn in order. A 429 closes its lane for as long as
// Retry-After says, else for the pace of one call. Who would wait longer than `patience` is refused at once (RateLimited,
// the wait in the detail). Streams pass: they are no admin calls. Main thread; must outlive its tasks.
class PacedHttp final : public Http
{
public:
    PacedHttp(Http &http, QList<Pace> paces, std::chrono::milliseconds patience = std::chrono::seconds(30));
    Task<Exchange> send(Request request) override;
    Task<Exchange> stream(Request request, OnFrame onFrame) override;

    PaceState state(const QByteArray &lane = {}) const; // calls 0: there is no such limit
    QList<LaneState> lanes() const; // of every limit, in the order given

private:
    Bucket *bucketOf(const QByteArray &lane);

    Http &m_http;
    const QList<Pace> m_paces;
    std::chrono::milliseconds m_patience;
    std::map<QByteArray, Bucket> m_buckets;
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
