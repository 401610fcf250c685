// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <coroutine>
#include <exception>
#include <optional>
#include <tuple>
#include <utility>

namespace proxy {

// Memory for coroutine frames, kept by the thread and used again: a call needs a dozen of them.
void *takeFrame(std::size_t size);
void giveFrame(void *frame, std::size_t size) noexcept;

template<class T>
class Awaitable;

namespace detail {

struct PromiseBase
{
    std::coroutine_handle<> waiting; // who awaits the end
    bool detached = false;

    static void *operator new(std::size_t size) { return takeFrame(size); }
    static void operator delete(void *frame, std::size_t size) { giveFrame(frame, size); }

    struct End
    {
        bool await_ready() noexcept { return false; }
        template<class Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) noexcept
        {
            if (const std::coroutine_handle<> next = ended.promise().waiting)
                return next;
            if (ended.promise().detached)
                ended.destroy();
            return std::noop_coroutine();
        }
        void await_resume() noexcept {}
    };

    std::suspend_never initial_suspend() noexcept { return {}; }
    End final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { std::terminate(); }
};

template<class T>
struct Promise : PromiseBase
{
    std::optional<T> value;

    Awaitable<T> get_return_object();
    template<class Value>
    void return_value(Value &&given)
    {
        value.emplace(std::forward<Value>(given));
    }
    T take() { return std::move(*value); }
};

template<>
struct Promise<void> : PromiseBase
{
    Awaitable<void> get_return_object();
    void return_void() {}
    void take() {}
};

} // namespace detail

// A coroutine of the gateway's thread. It runs at once, up to its first wait; its owner awaits it or lets it go.
template<class T = void>
class [[nodiscard]] Awaitable final
{
public:
    using promise_type = detail::Promise<T>;

    explicit Awaitable(std::coroutine_handle<promise_type> frame) : m_frame(frame) {}
    Awaitable(Awaitable &&other) noexcept : m_frame(std::exchange(other.m_frame, {})) {}
    Awaitable &operator=(Awaitable &&) = delete;
    ~Awaitable()
    {
        if (m_frame)
            m_frame.destroy();
    }

    // It goes on by itself and cleans up after itself.
    void detach()
    {
        const auto frame = std::exchange(m_frame, {});
        if (frame.done())
            frame.destroy();
        else
            frame.promise().detached = true;
    }

    bool await_ready() const { return m_frame.done(); }
    void await_suspend(std::coroutine_handle<> waiting) { m_frame.promise().waiting = waiting; }
    T await_resume() { return m_frame.promise().take(); }

private:
    std::coroutine_handle<promise_type> m_frame;
};

template<class T>
Awaitable<T> detail::Promise<T>::get_return_object()
{
    return Awaitable<T>(std::coroutine_handle<Promise>::from_promise(*this));
}

inline Awaitable<void> detail::Promise<void>::get_return_object()
{
    return Awaitable<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

// Awaits what takes a handler and calls it later with these values: operation<error_code, size_t>(start), start(handler).
template<class Start, class... Values>
class Operation final
{
public:
    explicit Operation(Start start) : m_start(std::move(start)) {}

    struct Handler
    {
        Operation *operation;
        void operator()(Values... values) const
        {
            operation->m_values.emplace(std::move(values)...);
            operation->m_waiting.resume();
        }
    };

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_start(Handler{this});
    }
    std::tuple<Values...> await_resume() { return std::move(*m_values); }

private:
    Start m_start;
    std::coroutine_handle<> m_waiting;
    std::optional<std::tuple<Values...>> m_values;
};

template<class... Values, class Start>
Operation<Start, Values...> operation(Start start)
{
    return Operation<Start, Values...>(std::move(start));
}

} // namespace proxy
