// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"
#include "pages/overview/today.h"
#include "pages/page.h"
#include "workspace/staged_set.h"
#include <memory>
#include <QTimer>

class QGridLayout;
class QStackedWidget;
class QVBoxLayout;
namespace keys {
class RotationService;
class ScheduleService;
} // namespace keys
namespace kit {
class ChartPanel;
class EmptyState;
class PageHeader;
class Pill;
} // namespace kit
namespace workspace {
class Session;
class Workspace;
} // namespace workspace

namespace pages {

class AttentionCard;
class BudgetCard;
class Navigation;
class PartCard;
class TodayRow;

// What needs a person, and how today goes. The shell owns it; it dies before its session.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    OverviewPage(workspace::Workspace &workspace, Navigation &navigation);
    ~OverviewPage() override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *middle();
    QWidget *parts();
    void listen();
    void reload();
    void showUsage(); // what the store tells
    void showState(); // what the services say
    void showHead(const QList<Attention> &lines);
    Known known() const;
    QString untoldWhy() const; // why nothing can be said of today; empty: today is known
    void showBlank(); // in place of the chart
    QWidget *blank(const QString &kind);
    void showFigures();
    void showChart();
    void showParts();
    void showLeft();
    void showPending();
    void layParts();
    void showOwnKey();
    void showFailure();
    void act(const Attention &line);
    void stageRotation(const QString &name);
    Facts facts() const;
    Day today() const;

    workspace::Workspace &m_workspace;
    Navigation &m_navigation;
    workspace::Session &m_session;
    workspace::StagedSet m_staged;
    std::unique_ptr<usage::Explorer> m_hours; // by hour, all in one
    std::unique_ptr<usage::Explorer> m_stack; // by hour and alias
    std::unique_ptr<usage::RequestList> m_newest; // asked when today is empty: was there ever a row?
    std::unique_ptr<keys::RotationService> m_rotations;
    std::unique_ptr<keys::ScheduleService> m_schedules;
    bool m_answered = false; // the gateway, since this page is there
    QString m_blank; // the kind of the empty side that is shown
    quint64 m_revision = 0; // of the rows that are shown
    kit::PageHeader *m_header;
    kit::Pill *m_pill;
    QVBoxLayout *m_failure;
    QString m_said; // by the failure notice
    AttentionCard *m_attention;
    TodayRow *m_figures;
    kit::StackChart *m_chart;
    kit::ChartPanel *m_panel;
    QStackedWidget *m_spend; // chart, skeleton, empty
    BudgetCard *m_budgets;
    PartCard *m_connections;
    PartCard *m_run;
    PartCard *m_left;
    PartCard *m_pending;
    QGridLayout *m_parts = nullptr;
    QList<PartCard *> m_laid; // that stand in it
    PartCard *m_own; // what the connection's own key has left
    QTimer m_minute; // ages pass while nothing else does
    QTimer m_slow; // waiting is shown only after 300 ms
};

} // namespace pages
