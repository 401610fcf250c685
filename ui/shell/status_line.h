// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

class QPushButton;
namespace workspace {
class Workspace;
}

namespace shell {

class TaskList;

// The foot of the window: connection and round trip, sync and its age, what runs, the way to the command palette.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(workspace::Workspace &workspace);
    void showState();

signals:
    void paletteWanted();

private:
    void build();
    void showConnection();
    void showSync();
    void showBudget();
    void openTasks();
    void openBudget();

    workspace::Workspace &m_workspace;
    TaskList *m_tasks;
    QPushButton *m_connection;
    QPushButton *m_sync;
    QPushButton *m_budget;
    QPushButton *m_work;
    QPushButton *m_commands;
    QTimer m_age; // the words hold times that pass
};

} // namespace shell
