// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "workspace/gateway_calls.h"
#include "workspace/gateway_glance.h"
#include <QTimer>

namespace workspace {

// Looks at the embedded gateway of a data dir every two seconds while somebody watches, whoever runs it. Main thread.
class GatewayWatch final : public Observable
{
    Q_OBJECT

public:
    explicit GatewayWatch(QString dataDir);
    const GatewayGlance &state() const { return m_state; }
    void watch(bool watched);
    void look(); // now; while one look is under way nothing
    void forget(); // it was stopped

private:
    Task<> lookTask();
    Task<Result<>> ask();

    GatewayCalls m_calls;
    GatewayGlance m_state;
    GatewayGlance m_next;
    QTimer m_timer;
    TaskScope m_looks; // last
};

} // namespace workspace
