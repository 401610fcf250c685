// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/format.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "kit/skeleton.h"
#include "pages/smoke/chooser.h"
#include "pages/smoke/decided_card.h"
#include "pages/smoke/live_pane.h"
#include "pages/smoke/proof_pane.h"
#include "pages/smoke/smoke_page.h"
#include "pages/smoke/smoke_words.h"
#include "pages/smoke/suite_tree.h"
#include "pages/words.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

// The half of the page that follows the state of the run.
namespace pages {

using namespace kit;
using namespace smoke_words;
using smoke::Item;

const QList<Item> &SmokePage::items() const
{
    return m_showsPast ? m_past : m_runs.state().items;
}

QList<net::Recorded> SmokePage::callsOf(int item) const
{
    if (!m_showsPast)
        return m_runs.callsOf(item);
    if (m_runs.state().keptRun != m_pastId || item < 0 || item >= m_past.size())
        return {};
    QList<net::Recorded> calls = m_runs.state().keptCalls;
    calls.removeIf([name = nameOf(m_past.at(item).report)](const net::Recorded &call) { return call.subject != name; });
    return calls;
}

bool SmokePage::gatewayOff() const
{
    return m_gateway && m_session.state().profile.kind == u"embedded"_s
        && m_gateway->state().mode == workspace::TestGateway::Mode::Stopped;
}

void SmokePage::showState()
{
    const smoke::RunService::State &state = m_runs.state();
    if (!state.items.isEmpty() && state.report.id != m_followedRun) { // also one that was over before one could look
        m_followedRun = state.report.id;
        m_showsPast = false;
        m_choosing = false;
        m_follows = true;
        m_ends = true;
        m_opened = false;
        m_shown = -1;
    }
    m_chooser->offer(m_session.state().aliases, m_session.state().reach == workspace::Session::Reach::Connected);
    openLast();
    showHead();
    showVerbs();
    showNotices();
    showSuite();
    if (state.running && m_follows && state.current >= 0)
        m_tree->choose(state.current);
    if (!state.running && std::exchange(m_ends, false) && m_follows && !m_showsPast)
        m_tree->choose(firstToShow(state.items)); // who looked on sees what went wrong first
    takeLive();
    takeKept();
    renewChosen();
    m_decided->setBusy(state.running);
    m_decided->showItems(items());
    m_decided->showRuns(state.recent);
    showNothing();
}

static int doneOf(const QList<Item> &items)
{
    return int(std::count_if(
        items.cbegin(), items.cend(), [](const Item &item) { return item.progress == Item::Progress::Done; }));
}

static Outcome worstOf(const QList<Item> &items)
{
    Outcome worst = Outcome::Passed;
    for (const Item &item : items)
        worst = std::max(worst, item.report.outcome);
    return worst;
}

void SmokePage::showHead()
{
    const smoke::RunService::State &state = m_runs.state();
    const bool offline = m_session.state().reach == workspace::Session::Reach::Offline;
    if (state.cancelling)
        m_pill->show(Status::Running, tr("stopping"));
    else if (state.running)
        m_pill->show(Status::Running, tr("running, %1 of %2").arg(doneOf(state.items) + 1).arg(state.items.size()));
    else if (items().isEmpty())
        m_pill->show(Status::Neutral, tr("no run yet"));
    else
        m_pill->show(statusOf(worstOf(items())), wordOf(worstOf(items())));
    QStringList note;
    if (!m_showsPast && !state.items.isEmpty()) {
        note << tr("key %1").arg(keyShown(state.report.keyFingerprint));
        note << tr("cost so far %1 of %2")
                    .arg(format::money(state.spentNanos), format::moneyWithCode(state.report.costCapNanos, u"USD"_s));
    }
    if (m_showsPast)
        note << m_pastNote;
    if (!state.pause.isEmpty())
        note << state.pause;
    if (offline && !gatewayOff()) // a notice says that
        note << tr("the gateway was not reached just now");
    m_header->setNote(note.join(u", "_s));
}

void SmokePage::showVerbs()
{
    const smoke::RunService::State &state = m_runs.state();
    const QString off = gatewayOff() ? tr("Start the test gateway first.") : QString();
    const QString missing = m_choosing ? m_chooser->reason() : QString();
    const QString reason = off.isEmpty() ? missing : off;
    const int checks = int(m_chooser->checks().size());
    m_run->setVisible(!state.running);
    m_run->setEnabled(reason.isEmpty());
    m_run->setToolTip(reason);
    m_run->setAccessibleDescription(reason);
    m_run->setText(!missing.isEmpty() ? missing
            : m_choosing              ? tr("Run %n check(s)", nullptr, checks)
            : wantsSecret()           ? tr("Prove again…")
                                      : tr("Run again"));
    m_stop->setVisible(state.running);
    m_stop->setEnabled(!state.cancelling);
    m_again->setVisible(!state.running && !m_choosing);
}

static void empty(QLayout *layout)
{
    while (QLayoutItem *old = layout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

static QString tokenOf(const std::optional<Failure> &failure)
{
    return failure ? failure->detail + u'\n' : QString();
}

void SmokePage::showNotices()
{
    const smoke::RunService::State &state = m_runs.state();
    const bool off = gatewayOff() && !state.running;
    const std::optional<Failure> begun = state.running || off ? std::nullopt : m_session.state().failure;
    const std::optional<Failure> unread = m_showsPast && m_pastRead ? state.keptFailure : std::nullopt;
    const QString what =
        tokenOf(state.archiveFailure) + u'!' + tokenOf(begun) + u'?' + tokenOf(unread) + (off ? u'.' : u' ');
    if (what == std::exchange(m_said, what))
        return;
    empty(m_notices);
    if (state.archiveFailure)
        m_notices->addWidget(failureNotice(tr("The run could not be kept"), *state.archiveFailure));
    if (unread)
        m_notices->addWidget(failureNotice(tr("The calls of this run could not be read"), *unread));
    if (begun)
        m_notices->addWidget(failureNotice(tr("The gateway could not be asked"), *begun, m_session.attempt()));
    if (!off)
        return;
    auto *notice = new Notice(Status::Warn, tr("The test gateway is off"),
        tr("Nothing can be run against it. What was proved before stays readable."));
    connect(notice->addAction(tr("Start gateway")), &QPushButton::clicked, this,
        [this] { m_gateway->start(m_gateway->state().port); });
    m_notices->addWidget(notice);
}

void SmokePage::showSuite()
{
    m_suite->setCurrentIndex(m_choosing ? 0 : 1);
    const QString suite = m_showsPast ? m_pastSuite : m_runs.state().report.suite;
    const bool named = !m_choosing && !suite.isEmpty();
    m_suiteCard->setTitle(m_choosing ? tr("What to run") : named ? tr("Suite “%1”").arg(suite) : tr("Suite"));
    if (!m_choosing)
        m_tree->show(items());
}

void SmokePage::takeLive()
{
    for (const smoke::Live &said : m_runs.takeLive())
        if (!m_showsPast && said.item == m_shown)
            m_live->take(said);
}

// The calls of the kept run have been read: the check shown begins anew with them.
void SmokePage::takeKept()
{
    if (m_showsPast && m_runs.state().keptRun == m_pastId && !std::exchange(m_pastRead, true))
        showChosen(m_shown);
}

void SmokePage::showChosen(int item)
{
    if (item < 0 || item >= items().size())
        return;
    takeLive(); // what was said so far belongs to the check shown before
    m_shown = item;
    m_live->begin(items().at(item), callsOf(item));
    const Item &shown = items().at(item);
    if (shown.progress == Item::Progress::Running) { // it began before somebody looked
        Item soFar = shown;
        soFar.progress = Item::Progress::Done;
        m_live->begin(soFar, callsOf(item));
        m_runs.takeLive();
    }
    renewChosen();
}

void SmokePage::renewChosen()
{
    const bool any = !m_choosing && m_shown >= 0 && m_shown < items().size();
    const QList<net::Recorded> calls = any ? callsOf(m_shown) : QList<net::Recorded>();
    if (any) {
        const Item &item = items().at(m_shown);
        m_liveCard->setTitle(fullTitleOf(item.report));
        m_live->renew(item, calls, net::Limits());
        m_proof->show(item, calls);
        if (item.progress == Item::Progress::Done)
            m_live->end();
    } else {
        m_liveCard->setTitle(tr("The call"));
        m_proof->clear();
    }
    m_live->views()->setVisible(any);
}

void SmokePage::showNothing()
{
    const bool any = !m_choosing && m_shown >= 0;
    const bool loading = !m_runs.state().recentLoaded;
    m_liveStack->setCurrentIndex(any ? 1 : 0);
    if (any)
        return;
    const bool patient = m_patience.isActive();
    const bool ran = !m_runs.state().recent.isEmpty() || !m_runs.state().items.isEmpty();
    const QString what = loading ? (patient ? u"wait"_s : u"load"_s) : ran ? u"ran"_s : u"none"_s;
    if (what == std::exchange(m_nothing, what))
        return;
    QWidget *made = nullptr;
    if (loading)
        made = patient ? new QWidget : static_cast<QWidget *>(new Skeleton(6));
    else if (ran)
        made = new EmptyState(Glyph::Smoke, tr("Ready to run"),
            tr("Choose checks and aliases at the left. What each call says appears here, token by token."));
    else
        made = new EmptyState(Glyph::Smoke, tr("No run yet"),
            tr("A run calls the gateway as a client would and proves each promise by its own assertion. It costs at "
               "most %1.")
                .arg(format::moneyWithCode(smoke::Plan().costCapNanos, u"USD"_s)));
    QWidget *old = m_liveStack->widget(0);
    m_liveStack->removeWidget(old);
    delete old;
    m_liveStack->insertWidget(0, made);
    m_liveStack->setCurrentIndex(0);
}

} // namespace pages
