// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/smoke_page.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pane_row.h"
#include "kit/pill.h"
#include "pages/navigation.h"
#include "pages/smoke/chooser.h"
#include "pages/smoke/decided_card.h"
#include "pages/smoke/live_pane.h"
#include "pages/smoke/proof_pane.h"
#include "pages/smoke/smoke_words.h"
#include "pages/smoke/suite_tree.h"
#include "pages/words.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <algorithm>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using smoke_words::keyShown;

static constexpr int renewEvery = 40;
static constexpr int patience = 300;
static constexpr int proofNeeds = 1040; // of page width

SmokePage::SmokePage(workspace::Workspace &workspace, Navigation &navigation)
    : SmokePage(*workspace.session(), navigation, &workspace.testGateway())
{}

SmokePage::SmokePage(workspace::Session &session, Navigation &navigation, workspace::TestGateway *gateway)
    : m_session(session)
    , m_runs(session.smoke())
    , m_navigation(navigation)
    , m_gateway(gateway)
    , m_header(new PageHeader(tr("Smoke tests")))
    , m_pill(new Pill(Status::Neutral, tr("no run yet")))
    , m_run(button(Glyph::Play, tr("Run"), Role::Primary))
    , m_stop(button(Glyph::Stop, tr("Stop run")))
    , m_again(button(tr("Choose checks…")))
    , m_notices(new QVBoxLayout)
    , m_chooser(new SmokeChooser(session.state().profile.kind))
    , m_tree(new SuiteTree)
    , m_live(new LivePane)
    , m_proof(new ProofPane)
    , m_decided(new DecidedCard)
{
    build();
    wire();
    m_patience.setSingleShot(true);
    m_patience.start(patience);
    m_choosing = !m_runs.state().running && m_runs.state().items.isEmpty();
    if (!m_runs.state().recentLoaded)
        m_runs.loadRecent();
    showState();
}

void SmokePage::build()
{
    QVBoxLayout *column = pageColumn(this);
    m_run->setObjectName(u"run"_s);
    m_stop->setObjectName(u"stop"_s);
    m_again->setObjectName(u"again"_s);
    m_header->addBesideTitle(m_pill);
    for (QPushButton *verb : {m_again, m_stop, m_run})
        m_header->addControl(verb);
    column->addWidget(m_header);
    column->addLayout(m_notices);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(space::m);
    split->addWidget(suiteCard());
    split->addWidget(liveCard());
    split->setSizes({scaled(350), scaled(405)});
    auto *panes = new PaneRow;
    panes->add(split, 2, 0);
    QWidget *side = proofCard();
    side->setMinimumWidth(scaled(300));
    panes->add(side, 1, proofNeeds);
    connect(panes, &PaneRow::paneHidden, this, [this](QWidget *, bool hidden) {
        m_live->setNarrow(hidden); // then the proof is a view of the call
        renewChosen();
    });
    column->addWidget(panes, 1);
    column->addWidget(m_decided);
}

QWidget *SmokePage::suiteCard()
{
    m_suiteCard = new Card(tr("Suite"));
    m_suite = new QStackedWidget;
    m_suite->addWidget(m_chooser);
    m_suite->addWidget(m_tree);
    m_suiteCard->setFlush();
    m_suiteCard->body()->addWidget(m_suite);
    m_suiteCard->setMinimumWidth(scaled(200));
    return m_suiteCard;
}

QWidget *SmokePage::liveCard()
{
    m_liveCard = new Card(tr("The call"));
    m_liveCard->addToHead(m_live->views());
    m_liveCard->setFlush();
    m_liveStack = new QStackedWidget;
    m_liveStack->addWidget(new QWidget);
    m_liveStack->addWidget(m_live);
    m_liveCard->body()->addWidget(m_liveStack);
    return m_liveCard;
}

QWidget *SmokePage::proofCard()
{
    auto *card = new Card(tr("What it shows"));
    card->body()->addWidget(m_proof);
    return scrolled(card);
}

void SmokePage::wire()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(renewEvery);
    connect(&m_soon, &QTimer::timeout, this, &SmokePage::showState);
    connect(&m_patience, &QTimer::timeout, this, &SmokePage::showState);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_runs, &smoke::RunService::changed, this, soon);
    connect(&m_session, &workspace::Session::changed, this, soon);
    connect(m_chooser, &SmokeChooser::changed, this, soon);
    if (m_gateway)
        connect(m_gateway, &workspace::TestGateway::changed, this, soon);
    connect(m_run, &QPushButton::clicked, this, &SmokePage::run);
    connect(m_stop, &QPushButton::clicked, &m_runs, &smoke::RunService::cancel);
    connect(m_again, &QPushButton::clicked, this, &SmokePage::choose);
    connect(m_live, &LivePane::cancelWanted, &m_runs, &smoke::RunService::cancelCheck);
    connect(m_tree, &SuiteTree::chosenChanged, this, [this](int item) {
        m_follows = item == m_runs.state().current;
        showChosen(item);
    });
    connect(m_decided, &DecidedCard::checkChosen, this, [this](int item) { m_tree->choose(item); });
    connect(m_decided, &DecidedCard::runChosen, this, &SmokePage::openRun);
}

void SmokePage::run()
{
    if (m_runs.state().running || gatewayOff())
        return;
    if (!m_choosing)
        return runAgain();
    if (!m_chooser->reason().isEmpty())
        return;
    m_showsPast = false;
    m_choosing = false;
    m_follows = true;
    m_session.runSmoke(m_chooser->checks(), m_chooser->aliases());
    showState();
}

bool SmokePage::wantsSecret() const
{
    return !m_choosing && std::ranges::any_of(items(), [](const smoke::Item &item) {
        return smoke::isApart(item.report.check + item.report.variant);
    });
}

void SmokePage::runAgain()
{
    if (wantsSecret())
        return m_navigation.perform(u"keys"_s, u"prove"_s);
    QStringList checks;
    QStringList aliases;
    for (const smoke::Item &item : items()) {
        checks << item.report.check + item.report.variant;
        if (!item.report.alias.isEmpty())
            aliases << item.report.alias;
    }
    checks.removeDuplicates();
    aliases.removeDuplicates();
    m_showsPast = false;
    m_follows = true;
    m_session.runSmoke(checks, aliases);
    showState();
}

void SmokePage::choose()
{
    m_choosing = true;
    showState();
    m_chooser->setFocus();
}

int SmokePage::firstToShow(const QList<smoke::Item> &items)
{
    int shown = int(items.size()) - 1;
    Outcome worst = Outcome::Unsupported; // what was skipped or cannot be is no finding
    for (int at = 0; at < items.size(); ++at)
        if (items.at(at).report.outcome > worst) {
            worst = items.at(at).report.outcome;
            shown = at;
        }
    return shown;
}

void SmokePage::openLast()
{
    const smoke::RunService::State &state = m_runs.state();
    if (m_opened || state.running || (state.items.isEmpty() && !state.recentLoaded))
        return;
    m_opened = true;
    if (!state.items.isEmpty() && m_shown < 0) {
        m_choosing = false;
        m_tree->show(items());
        m_tree->choose(firstToShow(items()));
    } else if (state.items.isEmpty() && m_choosing && !state.recent.isEmpty()) {
        openRun(state.recent.first().id);
    }
}

// A kept run as it was: verdicts and figures at once, its calls as soon as the evidence is read.
void SmokePage::openRun(const QString &id)
{
    const auto &recent = m_runs.state().recent;
    const auto found = std::find_if(recent.cbegin(), recent.cend(), [&](const RunReport &run) { return run.id == id; });
    if (found == recent.cend() || m_runs.state().running)
        return;
    m_showsPast = id != m_runs.state().report.id || m_runs.state().items.isEmpty();
    m_past.clear();
    for (const CheckReport &check : found->checks) {
        smoke::Item item;
        item.alias = check.alias;
        item.progress = smoke::Item::Progress::Done;
        item.report = check;
        m_past << item;
    }
    m_pastSuite = found->suite;
    m_pastId = id;
    m_pastNote = tr("kept run of %1, key %2").arg(clock(found->started), keyShown(found->keyFingerprint));
    m_pastRead = false;
    m_choosing = false;
    m_opened = true;
    m_shown = -1;
    if (m_showsPast)
        m_runs.loadCalls(*found);
    showState();
    m_decided->showItems(items());
    m_tree->choose(firstToShow(items()));
}

void SmokePage::refresh()
{
    if (!m_runs.state().running)
        m_runs.loadRecent();
}

void SmokePage::setFilter(const QString &)
{
    m_opened = true;
    choose();
}

void SmokePage::perform(const QString &verb)
{
    if (verb == u"stop")
        m_runs.cancel();
    else if (verb == u"run")
        run();
}

bool SmokePage::back()
{
    if (m_choosing || m_runs.state().running)
        return false;
    choose();
    return true;
}

void SmokePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showState();
}

} // namespace pages
