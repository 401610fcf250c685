// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/change_service.h"

namespace workspace {

// What waits in the set that takes the next edit, for views that mark what differs from the gateway. It follows the
// service. Main thread.
class StagedSet : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        qint64 set = 0; // 0: none is open
        QList<changes::Step> steps; // that wait
    };

    explicit StagedSet(ChangeService &service);
    const State &state() const { return m_state; }
    QList<changes::AliasChange> aliases() const; // that it is to write
    int placeOf(const QString &alias) const; // of its step; 0: none is about it

private:
    void follow();
    Task<> load(qint64 number);

    ChangeService &m_service;
    State m_state;
    TaskScope m_loads; // last: it dies first
};

} // namespace workspace
