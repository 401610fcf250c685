// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/page.h"
#include "smoke/run_service.h"
#include <QTimer>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;
namespace kit {
class Card;
class PageHeader;
class Pill;
} // namespace kit
namespace workspace {
class Session;
class TestGateway;
class Workspace;
} // namespace workspace

namespace pages {

class DecidedCard;
class LivePane;
class Navigation;
class ProofPane;
class SmokeChooser;
class SuiteTree;

// Choose checks and aliases, run them, watch one call live, read what each assertion found. The shell owns it; it dies
// before its session.
class SmokePage final : public Page
{
    Q_OBJECT

public:
    SmokePage(workspace::Workspace &workspace, Navigation &navigation);
    SmokePage(workspace::Session &session, Navigation &navigation, workspace::TestGateway *gateway = nullptr);

    void refresh() override;
    void setFilter(const QString &filter) override; // an alias to choose
    void perform(const QString &verb) override; // "run", "stop"
    bool back() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wire();
    QWidget *suiteCard();
    QWidget *liveCard();
    QWidget *proofCard();
    void run();
    void choose(); // leaves the run shown and offers the check boxes again
    void runAgain(); // the checks and aliases of the run shown
    bool wantsSecret() const; // the run shown proves a refusal: it wants the old secret, which nobody keeps
    void openRun(const QString &id);
    static int firstToShow(const QList<smoke::Item> &items);
    void openLast(); // once: what was proved last is what one comes to see
    bool gatewayOff() const; // the test gateway of this machine, and it is stopped

    void showState();
    void showHead();
    void showNotices();
    void showVerbs();
    void takeKept();
    void showSuite();
    void showNothing();
    void takeLive();
    void showChosen(int item);
    void renewChosen();
    const QList<smoke::Item> &items() const; // of the run shown: live, or one of the past
    QList<net::Recorded> callsOf(int item) const;

    workspace::Session &m_session;
    smoke::RunService &m_runs;
    Navigation &m_navigation;
    workspace::TestGateway *m_gateway; // null: none of this machine
    kit::PageHeader *m_header;
    kit::Pill *m_pill;
    QPushButton *m_run;
    QPushButton *m_stop;
    QPushButton *m_again;
    QVBoxLayout *m_notices;
    kit::Card *m_suiteCard = nullptr;
    QStackedWidget *m_suite = nullptr; // chooser, tree
    SmokeChooser *m_chooser;
    SuiteTree *m_tree;
    kit::Card *m_liveCard = nullptr;
    QStackedWidget *m_liveStack = nullptr; // nothing yet, the call
    LivePane *m_live;
    ProofPane *m_proof;
    DecidedCard *m_decided;
    QTimer m_soon; // at most 25 renewals a second
    QTimer m_patience; // a skeleton shows after 300 ms
    QList<smoke::Item> m_past; // of a kept run that is shown
    QString m_pastId;
    QString m_pastNote;
    bool m_pastRead = false; // its calls are there
    bool m_opened = false;
    bool m_showsPast = false;
    bool m_choosing = true;
    bool m_follows = true; // the check that runs is the one shown
    bool m_ends = false; // this run was not seen to be over yet
    QString m_followedRun; // id
    int m_shown = -1; // item
    QString m_pastSuite;
    QString m_said; // by the notices
    QString m_nothing; // by the empty state
};

} // namespace pages
