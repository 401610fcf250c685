// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/page.h"
#include "workspace/test_gateway.h"
#include <QTimer>

class QPushButton;
class QVBoxLayout;
namespace kit {
class Figure;
class Notice;
class PageHeader;
class Pill;
} // namespace kit
namespace workspace {
class Workspace;
}

namespace pages {

class GatewayTables;
class Navigation;
class ReachCard;

// The gateway of this machine: on or off, by whom, who calls it now. The shell owns it.
class GatewayPage final : public Page
{
    Q_OBJECT

public:
    GatewayPage(workspace::Workspace &workspace, Navigation &navigation);
    ~GatewayPage() override;
    void perform(const QString &verb) override; // "toggle"

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *figures();
    QWidget *sideCards();
    void toggle();
    void showState();
    void showHead();
    void showFigures();
    void showNotice();
    void addWayOut(kit::Notice &notice, FailureKind kind);
    void heed();

    workspace::TestGateway &m_gateway;
    Navigation &m_navigation;
    kit::PageHeader *m_header;
    kit::Pill *m_pill;
    QPushButton *m_start;
    QPushButton *m_stop;
    kit::Figure *m_requests = nullptr;
    kit::Figure *m_refused = nullptr;
    kit::Figure *m_streams = nullptr;
    kit::Figure *m_lost = nullptr;
    QVBoxLayout *m_notices;
    GatewayTables *m_tables;
    ReachCard *m_reach;
    QTimer m_soon; // at most four renewals a second
    QString m_said; // by the notice
};

} // namespace pages
