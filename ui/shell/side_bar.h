// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace kit {
class NavList;
}
namespace pages {
class Navigation;
}
namespace workspace {
class Workspace;
}

namespace shell {

class ConnectionButton;
class Ground;

// The left of the window: which connection, which page. Narrow below 1,160 px of window width.
class SideBar final : public QWidget
{
    Q_OBJECT

public:
    SideBar(workspace::Workspace &workspace, pages::Navigation &navigation);
    void fitTo(int windowWidth);
    void select(const QString &page);
    void setBadge(const QString &page, const QString &text, int status);

signals:
    void factsWanted(); // of the open connection

private:
    void fillPages();
    void showConnection();
    void openPicker();

    workspace::Workspace &m_workspace;
    pages::Navigation &m_navigation;
    ConnectionButton *m_connection;
    kit::NavList *m_pages;
};

} // namespace shell
