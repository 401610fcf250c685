// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include <chrono>
#include <QObject>
#include <QTimer>

namespace workspace {

class LiveWorkspace;

// Keeps the guards of the connections that are not open: one after the other its usage is read and what is due is done.
// The open connection looks after its own. Main thread.
class GuardWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes betweenLooks{5};

    explicit GuardWatch(LiveWorkspace &workspace);
    void start(); // looks at once, and again and again
    Task<> lookNow(); // at each guarded connection but the open one, once

private:
    Task<> lookAt(QString profileId);
    Task<> oneRound();

    LiveWorkspace &m_workspace;
    QTimer m_timer;
    bool m_looking = false;
    TaskScope m_looks; // last
};

} // namespace workspace
