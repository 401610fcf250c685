// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLineEdit;
namespace workspace {
class Workspace;
}

namespace pages {

class Navigation;

// The first start: connect a real gateway, or look around on the one of this machine. Nothing else.
class Welcome final : public QWidget
{
    Q_OBJECT

public:
    Welcome(workspace::Workspace &workspace, Navigation &navigation);

private:
    QWidget *real();
    QWidget *demo();
    void lookAround();

    workspace::Workspace &m_workspace;
    Navigation &m_navigation;
    QLineEdit *m_address;
};

} // namespace pages
