// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <coroutine>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace proxy {

// Something that waits for a descriptor. Called on the loop's thread, never from within the call that started the wait.
class Waiter
{
public:
    virtual void ready(bool cancelled) = 0;

protected:
    ~Waiter() = default;
};

class Descriptor;

// The gateway's event loop: one thread, one epoll, edge-triggered. What no longer fits Asio's shape is why it is here: a
// read that came short says that there is no more, so that no call is made only to hear so, and no lock is on the path.
class Loop final
{
public:
    using Work = std::function<void()>;
    using Timers = std::multimap<std::int64_t, Work>; // by steady µs
    using Timer = Timers::iterator;

    Loop();
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    // Runs until stop(); what was posted before is done.
    void run();
    // The rest on the loop's thread, but for post().
    void stop() { m_stopped = true; }
    // From any thread.
    void post(Work work);
    Timer after(int ms, Work work);
    void cancel(Timer timer) { m_timers.erase(timer); }
    // Done before the loop waits again.
    void soon(Work work) { m_soon.push_back(std::move(work)); }

private:
    friend class Descriptor;

    std::uint32_t add(Descriptor &descriptor);
    void remove(int fd);
    void wait();
    void dispatch(std::uint64_t what, std::uint32_t events);
    void expect(std::uint64_t what, int ahead) const;
    void doPosted();
    void doDue();
    void doSoon();

    int m_epoll;
    int m_bell; // rung by post()
    std::vector<std::pair<Descriptor *, std::uint32_t>> m_descriptors; // by number, with its generation
    Timers m_timers;
    std::vector<Work> m_soon;
    std::mutex m_mutex;
    std::vector<Work> m_posted; // under m_mutex
    bool m_stopped = false;
};

// An open, non-blocking descriptor in the loop: owns it, and knows whether a read or a write is worth trying.
class Descriptor final
{
public:
    // fd: taken over; -1: none yet.
    explicit Descriptor(Loop &loop, int fd = -1);
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    void open(int fd);
    // Ends the waits too.
    void close();
    // Ends the waits.
    void cancel();
    int fd() const { return m_fd; }
    Loop &loop() const { return m_loop; }

    bool readable() const { return m_readable || m_hungUp; }
    bool writable() const { return m_writable; }
    // The other side has ended its part, or all of it.
    bool hungUp() const { return m_hungUp; }
    // A read or write came to its end: not before the next event.
    void drained() { m_readable = false; }
    void filled() { m_writable = false; }
    // Calls it once, at the next event. One each.
    void waitRead(Waiter &waiter) { m_reader = &waiter; }
    void waitWrite(Waiter &waiter) { m_writer = &waiter; }

private:
    friend class Loop;

    void happened(std::uint32_t events);

    Loop &m_loop;
    int m_fd;
    bool m_readable = true;
    bool m_writable = true;
    bool m_hungUp = false;
    Waiter *m_reader = nullptr;
    Waiter *m_writer = nullptr;
};

// Sleeps, until it is woken up.
class Pause final
{
public:
    explicit Pause(Loop &loop) : m_loop(loop) {}

    class Wait
    {
    public:
        Wait(Pause &pause, int ms) : m_pause(pause), m_ms(ms) {}
        bool await_ready() const { return m_ms <= 0; }
        void await_suspend(std::coroutine_handle<> waiting) { m_pause.begin(waiting, m_ms); }
        void await_resume() const {}

    private:
        Pause &m_pause;
        int m_ms;
    };
    Wait sleep(int ms) { return {*this, ms}; }
    // Ends the sleep, if there is one.
    void wake();

private:
    void begin(std::coroutine_handle<> waiting, int ms);

    Loop &m_loop;
    std::coroutine_handle<> m_waiting;
    Loop::Timer m_timer;
};

} // namespace proxy
