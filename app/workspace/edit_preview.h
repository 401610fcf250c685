// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/change_service.h"

namespace workspace {

// What would be said of an edit if it were staged now, beside what waits already: for forms, while they are written in.
// Nothing is kept. Main thread.
class EditPreview : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<changes::Concern> concerns; // about this edit
        std::optional<changes::Radius> radius; // of this edit alone
    };

    explicit EditPreview(ChangeService &service) : m_service(service) {}
    const State &state() const { return m_state; }
    void show(const changes::Edit &edit); // the newest wins
    void clear();

private:
    Task<> load(changes::Edit edit);

    ChangeService &m_service;
    std::optional<changes::Edit> m_edit;
    State m_state;
    TaskScope m_loads; // last: it dies first
};

} // namespace workspace
