// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "store/worker.h"

namespace store {

// co_await Answer(worker, question): its answer. Leaving the wait abandons the question: a read ends, a write goes on.
template<class T>
class Answer final : public LeafWait
{
public:
    Answer(Worker &worker, std::shared_ptr<Question<T>> question) : m_worker(worker), m_question(std::move(question)) {}
    ~Answer()
    {
        m_question->wake = nullptr;
        m_question->abandoned = true;
    }
    template<class P>
    void await_suspend(std::coroutine_handle<P> h)
    {
        remember(h);
        m_question->wake = [this] { resumeLater(); };
        m_worker.add(m_question);
    }
    Result<T> await_resume() { return m_question->take(); }

private:
    Worker &m_worker;
    std::shared_ptr<Question<T>> m_question;
};

} // namespace store
