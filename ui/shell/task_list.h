// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/work_list.h"
#include <QDateTime>
#include <QHash>
#include <QObject>

namespace workspace {
class Session;
class Workspace;
} // namespace workspace

namespace shell {

// What runs in the background of one workspace: its sync, its smoke run, and what it names itself.
class TaskList final : public QObject
{
    Q_OBJECT

public:
    TaskList(workspace::Workspace &workspace, QObject *parent);
    const QList<kit::Work> &work() const { return m_work; }
    kit::WorkList *newView(); // follows until it dies

signals:
    void changed();

private:
    void follow();
    void collect();
    void cancel(const QString &id);

    workspace::Workspace &m_workspace;
    QList<kit::Work> m_work;
    QHash<QString, QDateTime> m_since;
};

} // namespace shell
