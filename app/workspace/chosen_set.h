// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/change_service.h"

namespace workspace {

// One change set as a view shows it: its steps in the order they are applied in, what is to be said about them, and who
// would feel them. It follows the service. Main thread.
class ChosenSet : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        qint64 wanted = 0; // 0: none
        std::optional<changes::ChangeSet> set; // empty: not read yet, or it cannot be
        QList<int> order; // places; empty: the steps wait for each other
        QList<changes::Concern> concerns;
        std::optional<changes::Radius> radius;
        std::optional<Failure> failure;
    };

    explicit ChosenSet(ChangeService &service);
    const State &state() const { return m_state; }
    void show(qint64 set);
    void refresh(); // from the store, held against what was last seen of the gateway

private:
    Task<> load(qint64 number);

    ChangeService &m_service;
    State m_state;
    TaskScope m_loads; // last: it dies first
};

} // namespace workspace
