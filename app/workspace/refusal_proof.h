// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/secret.h"
#include "domain/given_up.h"
#include "smoke/revocation_facts.h"
#include "smoke/run_service.h"
#include <functional>
#include <QElapsedTimer>

namespace workspace {

class Session;

// Proves that a key given up is refused, by a smoke run of its own: started, followed and judged here, kept as any other.
// One at a time. Whoever asks owns it; the session outlives it. Main thread.
class RefusalProof final : public Observable
{
    Q_OBJECT

public:
    struct Wish
    {
        Secret key; // the old secret
        QString alias; // that is called; empty: the model list is asked for
        std::chrono::milliseconds limit; // then it gives up
        std::optional<GivenUp> act = {}; // from when the times count; empty: not known
    };
    struct State
    {
        enum class Phase { Ready, Running, Ended };
        Phase phase = Phase::Ready;
        bool stopping = false;
        bool blocked = false; // another smoke run is under way: nothing can be started
        QString run; // id
        smoke::RevocationFacts facts; // so far, then in all
        CheckReport report; // how it ended
        QString endedBy; // as in the run: "", "cancelled", "cost cap"
        std::optional<Failure> unkept; // why the run was not kept
    };
    using PlanOf = std::function<smoke::Plan(const Wish &)>;

    explicit RefusalProof(Session &session);
    RefusalProof(smoke::RunService &runs, PlanOf planOf);
    ~RefusalProof() override; // a run under way is stopped

    const State &state() const { return m_state; }
    std::chrono::milliseconds elapsed() const; // since the start of the one under way
    void start(const Wish &wish); // nothing happens while a smoke run is under way
    void cancel();
    void reset(); // forgets how it ended

private:
    void follow();
    void end(const RunReport &report);

    smoke::RunService &m_runs;
    PlanOf m_planOf;
    State m_state;
    std::optional<GivenUp> m_act;
    QElapsedTimer m_since;
};

} // namespace workspace
