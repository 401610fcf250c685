// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/page.h"
#include "workspace/test_gateway.h"
#include <QTimer>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;
namespace kit {
class Figure;
class PageHeader;
class Pill;
class Segmented;
class Table;
} // namespace kit
namespace workspace {
class Workspace;
}

namespace pages {

class LogModel;
class Navigation;
class ReachCard;

// The gateway of this machine: on or off, by whom, who calls it now. The shell owns it.
class GatewayPage final : public Page
{
    Q_OBJECT

public:
    GatewayPage(workspace::Workspace &workspace, Navigation &navigation);
    void perform(const QString &verb) override; // "toggle"

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *figures();
    QWidget *logCard();
    QWidget *sideCards();
    void toggle();
    void showState();
    void showHead();
    void showFigures();
    void showNotice();
    void showLog();
    void showNothing();

    workspace::TestGateway &m_gateway;
    Navigation &m_navigation;
    LogModel *m_model;
    kit::PageHeader *m_header;
    kit::Pill *m_pill;
    QPushButton *m_start;
    QPushButton *m_stop;
    kit::Figure *m_requests = nullptr;
    kit::Figure *m_refused = nullptr;
    kit::Figure *m_streams = nullptr;
    kit::Figure *m_lost = nullptr;
    QVBoxLayout *m_notices;
    kit::Segmented *m_which = nullptr;
    kit::Table *m_table = nullptr;
    QStackedWidget *m_log = nullptr; // table, or why it is empty
    ReachCard *m_reach;
    QTimer m_soon; // at most four renewals a second
    QString m_said; // by the notice
    QString m_nothing; // by the empty state
};

} // namespace pages
