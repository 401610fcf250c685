// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/clock.h"
#include "proxy/stream.h"
#include <algorithm>
#include <climits>

namespace proxy {

// How long a wait may take, and until when at the latest (steady ms).
struct WaitLimit
{
    int ms = INT_MAX;
    std::int64_t until = INT64_MAX;
};

// The limit of the wait a connection runs, looked at every few ms.
class Deadline final
{
public:
    // Before the first try.
    void begin() { m_overdue = false; }
    // It has to wait. other: what it hangs on, if not the client.
    void start(WaitLimit limit, Stream *other)
    {
        const std::int64_t now = steadyMs();
        m_at = std::max(now + 1, std::min(now + limit.ms, limit.until));
        m_other = other;
    }
    void end()
    {
        m_at = 0;
        m_other = nullptr;
    }
    // True once, when the time is up.
    bool passes(std::int64_t nowMs)
    {
        if (m_at == 0 || nowMs < m_at)
            return false;
        m_at = 0;
        m_overdue = true;
        return true;
    }
    void expire() { m_overdue = true; }
    // The last wait took too long.
    bool overdue() const { return m_overdue; }
    Stream *other() const { return m_other; }

private:
    std::int64_t m_at = 0; // 0: none
    Stream *m_other = nullptr;
    bool m_overdue = false;
};

// One read or write under its limit: tried at once, and the clock is asked only when it has to wait. Awaited where it
// was made: no coroutine of its own.
template<class Wait>
class TimedWait
{
public:
    template<class... Given>
    TimedWait(Deadline &deadline, WaitLimit limit, Stream *other, Given &&...given)
        : m_deadline(deadline), m_limit(limit), m_other(other), m_wait(std::forward<Given>(given)...)
    {}

    bool await_ready()
    {
        m_deadline.begin();
        return m_wait.await_ready();
    }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_deadline.start(m_limit, m_other);
        m_wait.await_suspend(waiting);
    }
    bool await_resume()
    {
        m_deadline.end();
        return m_wait.await_resume();
    }

private:
    Deadline &m_deadline;
    WaitLimit m_limit;
    Stream *m_other;
    Wait m_wait;
};

// A read from an upstream; false too when the client has left meanwhile.
class UpstreamRead final : public TimedWait<Stream::Read>
{
public:
    UpstreamRead(
        Deadline &deadline, WaitLimit limit, Stream &from, ByteBuffer &into, std::size_t room, const bool &left)
        : TimedWait(deadline, limit, &from, from, into, room), m_left(left)
    {}
    bool await_resume() { return TimedWait::await_resume() && !m_left; }

private:
    const bool &m_left;
};

// A write to the client; left: set when it is gone.
class ClientWrite final : public TimedWait<Stream::Write>
{
public:
    ClientWrite(Deadline &deadline, WaitLimit limit, Stream &to, std::span<const Piece> pieces, bool &left)
        : TimedWait(deadline, limit, nullptr, to, pieces), m_left(left)
    {}
    bool await_resume()
    {
        const bool written = TimedWait::await_resume();
        m_left = m_left || !written;
        return written;
    }

private:
    bool &m_left;
};

} // namespace proxy
