// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog_service.h"
#include "base/clock.h"
#include "changes/set_words.h"
#include "keys/key_service.h"
#include "keys/rotation_service.h"
#include "keys/schedule_service.h"
#include "kit/chart_panel.h"
#include "kit/format.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "pages/edit_words.h"
#include "pages/overview/attention_card.h"
#include "pages/overview/cards.h"
#include "pages/overview/key_attention.h"
#include "pages/overview/left_rows.h"
#include "pages/overview/overview_page.h"
#include "pages/overview/own_key_rows.h"
#include "pages/overview/today_row.h"
#include "pages/words.h"
#include "smoke/run_service.h"
#include "text/units.h"
#include "text/words.h"
#include "usage/sync_service.h"
#include "workspace/change_service.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the page that follows the states it shows.
namespace pages {

using namespace kit;

Facts OverviewPage::facts() const
{
    Facts out;
    out.now = m_workspace.clock().now();
    const auto &recent = m_session.smoke().state().recent;
    if (!recent.isEmpty())
        out.lastRun = recent.first();
    const usage::SyncService::State &sync = m_session.sync().state();
    out.syncs = m_session.sync().supported();
    out.syncing = sync.running;
    out.syncedAt = sync.syncedAt;
    out.syncFailure = sync.failure;
    out.attempt = m_session.attempt();
    out.keys = m_session.keys().state().keys;
    out.sets = m_session.changes().state().sets;
    out.guards = m_session.guards().state().lines;
    out.schedules = m_schedules->state().all;
    out.rotations = m_rotations->state().all;
    out.rotates = m_session.features().has(gateway::Feature::RotateKey) && !m_session.state().profile.readOnly;
    out.findings = m_session.catalog().state().findings;
    out.since = today().from.toString(Qt::ISODate);
    out.requests = m_hours->state().totals.requests;
    out.unknownCostRows = m_hours->state().totals.unknownCostRows;
    out.embedded = m_session.state().profile.kind == u"embedded"_s;
    out.gatewayOff = m_workspace.testGateway().state().mode == workspace::TestGateway::Mode::Stopped;
    return out;
}

void OverviewPage::showState()
{
    m_answered = m_answered || m_session.state().reach == workspace::Session::Reach::Connected;
    const QList<Attention> lines = attentionLines(facts());
    m_attention->show(lines, known());
    if (m_hours->state().loaded && m_hours->state().totals.requests == 0) {
        showFigures();
        showBlank();
    }
    showHead(lines);
    showFailure();
    showParts();
}

void OverviewPage::showHead(const QList<Attention> &lines)
{
    const bool bad = !lines.isEmpty() && lines.first().status == Status::Bad;
    if (lines.isEmpty() && known() == Known::Told)
        m_pill->show(Status::Ok, tr("all quiet"));
    else if (lines.isEmpty())
        m_pill->show(Status::Unknown, tr("not known yet"));
    else
        m_pill->show(bad ? Status::Bad : Status::Warn, tr("%n thing(s) need you", nullptr, int(lines.size())));
    const auto synced = m_session.sync().state().syncedAt;
    m_header->setNote(
        synced ? tr("as of %1, %2").arg(clock(*synced), text::ago(*synced, m_workspace.clock().now())) : QString());
}

void OverviewPage::showFailure()
{
    const auto &failure = m_hours->state().failure;
    const QString what = failure ? failure->detail + u'!' : QString();
    if (what == std::exchange(m_said, what))
        return;
    while (QLayoutItem *old = m_failure->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    if (failure)
        m_failure->addWidget(failureNotice(tr("The figures could not be renewed; you see the last ones"), *failure));
}

void OverviewPage::showFigures()
{
    const usage::Explorer::State &hours = m_hours->state();
    if (!hours.loaded)
        return m_figures->showNothing();
    if (const QString why = untoldWhy(); !why.isEmpty())
        return m_figures->show(untold(why), {}, {});
    m_figures->show(todayOf(hours.totals, hours.usual, today()), hours.series, today());
}

void OverviewPage::showChart()
{
    const usage::Explorer::State &stack = m_stack->state();
    enum Side { Chart, Waiting };
    if (!stack.loaded || !m_hours->state().loaded)
        return m_spend->setCurrentIndex(m_slow.isActive() ? int(Chart) : int(Waiting));
    if (stack.totals.requests == 0)
        return showBlank();
    const QList<usage::Bucket> &usual = m_hours->state().usual;
    const StackData spend = spendByHour(stack.series, usual, today());
    m_chart->setData(spend);
    m_panel->setLegend(tr("Aliases"), legendOf(spend));
    m_panel->setNote(usual.isEmpty() ? QString() : tr("Line: a usual %1 (median)").arg(today().name()));
    m_panel->refresh();
    m_spend->setCurrentIndex(Chart);
}

static QString troubleOf(const workspace::Session::State &open)
{
    if (open.profile.kind == u"embedded"_s && open.failure->kind == FailureKind::Network)
        return OverviewPage::tr("off; start it on its page");
    return text::wordsOf(*open.failure).what;
}

static PartRow rowOf(const Profile &profile, const workspace::Session::State &open)
{
    PartRow out{profile.id, Status::Neutral, profile.name, kindName(profile.kind), {}};
    if (profile.id != open.profile.id) {
        out.figure = OverviewPage::tr("not open");
        return out;
    }
    using Reach = workspace::Session::Reach;
    out.status = open.reach == Reach::Connected ? Status::Ok
        : open.reach == Reach::Offline          ? Status::Bad
        : open.reach == Reach::Checking         ? Status::Running
                                                : Status::Unknown;
    if (open.reach == Reach::Offline && open.failure)
        out.what = troubleOf(open);
    out.figure =
        open.roundTripMs && open.reach == Reach::Connected ? format::duration(*open.roundTripMs) : format::none();
    return out;
}

void OverviewPage::showParts()
{
    QList<PartRow> connections;
    for (const Profile &profile : m_workspace.state().profiles)
        connections << rowOf(profile, m_session.state());
    m_connections->show(connections);
    QList<Key> living = m_session.keys().state().keys;
    living.removeIf([this](const Key &key) { return expired(key, m_workspace.clock().now()); });
    m_budgets->setVisible(m_budgets->show(living));
    showLeft();
    showOwnKey();
    showPending();
    const auto &recent = m_session.smoke().state().recent;
    if (recent.isEmpty())
        return m_run->show({});
    const RunReport &run = recent.first();
    const auto passed = std::count_if(
        run.checks.cbegin(), run.checks.cend(), [](const CheckReport &c) { return c.outcome == Outcome::Passed; });
    m_run->show(runRows(run, 5));
    m_run->showPill(statusOf(run.outcome()), tr("%1 of %2 passed").arg(passed).arg(run.checks.size()));
}

// What waits in the open set, in the order of its numbers.
void OverviewPage::showPending()
{
    constexpr int most = 5;
    const auto &staged = m_staged.state();
    QList<PartRow> rows;
    for (const changes::Step &step : staged.steps.first(qMin<qsizetype>(most, staged.steps.size())))
        rows << PartRow{QString::number(step.place), Status::Draft, titleOf(step.wanted),
            inOneLine(step.wanted, today().zone), changes::inWords(step.state)};
    m_pending->show(rows);
    m_pending->showPill(Status::Draft, tr("%Ln change(s)", nullptr, int(staged.steps.size())));
    m_pending->setVisible(!rows.isEmpty());
    layParts();
}

void OverviewPage::showLeft()
{
    const usage::LeftToSpend::State &left = m_session.leftToSpend().state();
    const bool told = m_session.leftToSpend().supported() && m_session.features().has(gateway::Feature::Allowances);
    m_left->setVisible(told && !m_session.leftToSpend().ownKey());
    m_left->show(leftRows(left, m_session.attempt(), 5));
    m_left->showPill(Status::Neutral,
        left.reading      ? tr("reading")
            : left.readAt ? tr("read %1").arg(clock(*left.readAt))
                          : QString());
}

// Of a connection that has nothing but a key.
void OverviewPage::showOwnKey()
{
    const usage::OwnKeyGauge *own = m_session.leftToSpend().ownKey();
    m_own->setVisible(own);
    if (!own)
        return;
    const usage::OwnKeyGauge::State &state = own->state();
    m_own->show(ownKeyRows(state, m_session.attempt(), m_workspace.clock().now(), m_session.state().profile.timeZone));
    m_own->showPill(Status::Neutral,
        state.reading      ? tr("reading")
            : state.readAt ? tr("read %1").arg(clock(*state.readAt))
                           : QString());
}

} // namespace pages
