// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/catalog.h"
#include <QHash>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;
namespace kit {
class Notice;
}

namespace shell {

// The pages of one session, each built when it is first opened, below the notice that says the gateway is away.
class PageStack final : public QWidget
{
    Q_OBJECT

public:
    PageStack(workspace::Workspace &workspace, pages::Navigation &navigation);
    pages::Page *show(const QString &id); // null: no such page
    pages::Page *current() const;
    QString currentId() const { return m_current; }
    void clear(); // before the session dies
    void showReach(); // the notice follows the session

private:
    workspace::Workspace &m_workspace;
    pages::Navigation &m_navigation;
    QList<PageLine> m_catalog = catalog();
    QHash<QString, pages::Page *> m_built;
    QString m_current;
    QWidget *m_away;
    QVBoxLayout *m_awayColumn;
    kit::Notice *m_notice = nullptr;
    QString m_said; // what the notice says now
    QStackedWidget *m_stack;
};

} // namespace shell
