// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/awaitable.h"
#include <array>
#include <new>
#include <vector>

namespace proxy {

namespace {

constexpr std::size_t step = 128;
constexpr std::size_t sizes = 40; // frames of up to 5 KB
constexpr std::size_t mostKept = 1024; // of one size

// Frames by size, for the thread that runs the gateway.
class FramePool final
{
public:
    ~FramePool()
    {
        for (std::vector<void *> &frames : m_free) {
            for (void *frame : frames)
                ::operator delete(frame);
        }
    }
    void *take(std::size_t size)
    {
        const std::size_t at = (size + step - 1) / step;
        if (at >= sizes)
            return ::operator new(size);
        if (m_free[at].empty())
            return ::operator new(at *step);
        void *frame = m_free[at].back();
        m_free[at].pop_back();
        return frame;
    }
    void give(void *frame, std::size_t size)
    {
        const std::size_t at = (size + step - 1) / step;
        if (at >= sizes || m_free[at].size() >= mostKept)
            return ::operator delete(frame);
        m_free[at].push_back(frame);
    }

private:
    std::array<std::vector<void *>, sizes> m_free;
};

FramePool &pool()
{
    thread_local FramePool frames;
    return frames;
}

} // namespace

void *takeFrame(std::size_t size)
{
    return pool().take(size);
}

void giveFrame(void *frame, std::size_t size) noexcept
{
    pool().give(frame, size);
}

} // namespace proxy
