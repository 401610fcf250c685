// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "store/fault.h"
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace store {

// One question to a connection's thread. The thread runs or refuses it; `wake` belongs to the asking thread.
class Job
{
public:
    virtual ~Job() = default;
    virtual void run(sql::Database &database) = 0;
    virtual void refuse(const Failure &why) = 0;

    std::atomic<bool> abandoned = false; // nobody waits any more
    std::function<void()> wake;
};

// A job with an answer of type T.
template<class T>
class Question final : public Job
{
public:
    using Ask = std::function<Result<T>(sql::Database &)>;
    explicit Question(Ask ask) : m_ask(std::move(ask)) {}

    void run(sql::Database &database) override
    {
        m_answer.emplace(m_ask(database));
        m_ask = nullptr;
    }
    void refuse(const Failure &why) override { m_answer.emplace(tl::unexpected<Failure>(why)); }
    Result<T> take() { return std::move(*m_answer); }

private:
    Ask m_ask;
    std::optional<Result<T>> m_answer;
};

} // namespace store
