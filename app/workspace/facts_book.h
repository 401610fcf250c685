// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "domain/data_facts.h"

namespace store {
class Store;
}

namespace workspace {

// The data facts of one profile: read when asked to, kept with day and name of who looked them up. Main thread.
class FactsBook final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        DataFacts facts;
        bool loaded = false;
        std::optional<Failure> failure; // of the last reading or keeping
    };

    FactsBook(store::Store &store, QString profile, const Clock &clock);

    const State &state() const { return m_state; }
    void refresh();
    void keep(const DataFacts &facts);

    // The same, and waits for the end; for the command line.
    Task<Result<DataFacts>> read();
    Task<Result<DataFacts>> kept(DataFacts facts);

private:
    Task<> follow(Task<Result<DataFacts>> task);

    store::Store &m_store;
    QString m_profile;
    const Clock &m_clock;
    State m_state;
    TaskScope m_tasks; // last
};

// What is not known yet, in words for a person: "whether the gateway keeps them"; empty: all is known.
QStringList unknownOf(const DataFacts &facts);

} // namespace workspace
