// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/loop.h"
#include "proxy/clock.h"
#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace proxy {

namespace {

constexpr std::uint32_t events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
constexpr std::uint64_t bell = UINT64_MAX;
constexpr int mostEvents = 256;

constexpr std::size_t lineBytes = 64; // of the processor's cache

void fetch(const void *from, int lines)
{
    for (int i = 0; i < lines; ++i)
        __builtin_prefetch(static_cast<const char *>(from) + std::size_t(i) * lineBytes);
}

void watch(int epoll, int fd, std::uint32_t what, std::uint64_t name)
{
    epoll_event event{};
    event.events = what;
    event.data.u64 = name;
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

} // namespace

Loop::Loop() : m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_bell < 0)
        throw std::runtime_error("the system gives no more descriptors");
    watch(m_epoll, m_bell, EPOLLIN, bell);
}

Loop::~Loop()
{
    ::close(m_bell);
    ::close(m_epoll);
}

void Loop::run()
{
    const HeldClocks clocks;
    while (!m_stopped) {
        wait();
        doDue();
        doSoon();
    }
}

void Loop::post(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_posted.push_back(std::move(work));
    }
    const std::uint64_t one = 1;
    static_cast<void>(::write(m_bell, &one, sizeof one) == sizeof one);
}

Loop::Timer Loop::after(int ms, Work work)
{
    return m_timers.emplace(steadyMicros() + ms * 1000LL, std::move(work));
}

std::uint32_t Loop::add(Descriptor &descriptor)
{
    const auto at = std::size_t(descriptor.m_fd);
    if (m_descriptors.size() <= at)
        m_descriptors.resize(at + 64);
    m_descriptors[at].first = &descriptor;
    const std::uint32_t generation = ++m_descriptors[at].second;
    watch(m_epoll, descriptor.m_fd, events, std::uint64_t(generation) << 32 | std::uint64_t(descriptor.m_fd));
    return generation;
}

void Loop::remove(int fd)
{
    m_descriptors[std::size_t(fd)].first = nullptr;
}

void Loop::wait()
{
    std::array<epoll_event, mostEvents> come;
    HeldClocks::next();
    std::int64_t left = m_timers.empty() ? 1000 : (m_timers.begin()->first - steadyMicros() + 999) / 1000;
    left = m_soon.empty() ? std::clamp<std::int64_t>(left, 0, 1000) : 0;
    const int count = epoll_wait(m_epoll, come.data(), mostEvents, int(left));
    const std::span<const epoll_event> all(come.data(), std::size_t(std::max(0, count)));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + 2 < all.size())
            expect(all[i + 2].data.u64, 2);
        if (i + 1 < all.size())
            expect(all[i + 1].data.u64, 1);
        dispatch(all[i].data.u64, all[i].events);
    }
}

// Asks for the memory of a coming event while those before it are worked on: of many connections little is near the
// processor. First for the connection, then for who waits for it.
void Loop::expect(std::uint64_t what, int ahead) const
{
    if (what == bell)
        return;
    const Descriptor *descriptor = m_descriptors[std::size_t(what & UINT32_MAX)].first;
    if (!descriptor)
        return;
    if (ahead > 1)
        return fetch(descriptor, 8);
    if (const Waiter *waiter = descriptor->m_reader)
        fetch(reinterpret_cast<const char *>(waiter) - 2 * lineBytes, 6);
}

void Loop::dispatch(std::uint64_t what, std::uint32_t which)
{
    HeldClocks::next();
    if (what == bell)
        return doPosted();
    // It may have been closed by what came before it, and its number used again.
    const auto &[descriptor, generation] = m_descriptors[std::size_t(what & UINT32_MAX)];
    if (descriptor && generation == std::uint32_t(what >> 32))
        descriptor->happened(which);
}

void Loop::doPosted()
{
    std::uint64_t rung = 0;
    static_cast<void>(::read(m_bell, &rung, sizeof rung) == sizeof rung);
    std::vector<Work> posted;
    {
        const std::scoped_lock lock(m_mutex);
        posted.swap(m_posted);
    }
    for (const Work &work : posted) {
        HeldClocks::next();
        work();
    }
}

void Loop::doDue()
{
    HeldClocks::next();
    const std::int64_t now = m_timers.empty() ? 0 : steadyMicros();
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const Work work = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        HeldClocks::next();
        work();
    }
}

void Loop::doSoon()
{
    while (!m_soon.empty()) {
        const std::vector<Work> soon = std::exchange(m_soon, {});
        for (const Work &work : soon) {
            HeldClocks::next();
            work();
        }
    }
}

Descriptor::Descriptor(Loop &loop, int fd) : m_loop(loop), m_fd(fd)
{
    if (m_fd >= 0)
        m_loop.add(*this);
}

void Descriptor::open(int fd)
{
    close();
    m_fd = fd;
    m_readable = m_writable = true;
    m_hungUp = false;
    m_loop.add(*this);
}

void Descriptor::close()
{
    if (m_fd < 0)
        return;
    cancel();
    m_loop.remove(m_fd);
    ::close(std::exchange(m_fd, -1));
}

void Descriptor::cancel()
{
    for (Waiter *waiter : {std::exchange(m_reader, nullptr), std::exchange(m_writer, nullptr)}) {
        if (waiter)
            m_loop.soon([waiter] { waiter->ready(true); });
    }
}

void Descriptor::happened(std::uint32_t which)
{
    const bool ended = (which & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    m_hungUp = m_hungUp || ended;
    m_readable = m_readable || ended || (which & EPOLLIN) != 0;
    m_writable = m_writable || (which & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
    Waiter *reader = m_readable ? std::exchange(m_reader, nullptr) : nullptr;
    Waiter *writer = m_writable ? std::exchange(m_writer, nullptr) : nullptr;
    // Only one of them waits at a time: a coroutine does one thing, and it may end this object.
    if (reader)
        reader->ready(false);
    else if (writer)
        writer->ready(false);
}

void Pause::begin(std::coroutine_handle<> waiting, int ms)
{
    m_waiting = waiting;
    m_timer = m_loop.after(ms, [this] { std::exchange(m_waiting, {}).resume(); });
}

void Pause::wake()
{
    if (!m_waiting)
        return;
    m_loop.cancel(m_timer);
    m_loop.soon([waiting = std::exchange(m_waiting, {})] { waiting.resume(); });
}

} // namespace proxy
