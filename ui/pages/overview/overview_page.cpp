// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/overview_page.h"
#include "aliases/catalog_service.h"
#include "base/clock.h"
#include "keys/key_service.h"
#include "keys/rotation_service.h"
#include "keys/schedule_service.h"
#include "kit/chart_panel.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "kit/skeleton.h"
#include "pages/chart_file.h"
#include "pages/navigation.h"
#include "pages/overview/attention_card.h"
#include "pages/overview/cards.h"
#include "pages/overview/today_row.h"
#include "smoke/run_service.h"
#include "usage/left_to_spend.h"
#include "usage/sync_service.h"
#include "workspace/change_service.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <algorithm>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

static std::unique_ptr<keys::RotationService> rotationsOf(workspace::Workspace &workspace)
{
    workspace::Session &session = *workspace.session();
    const QString profile = session.state().profile.id;
    return std::make_unique<keys::RotationService>(session.rotationWork(), keys::Rotations(workspace.store(), profile),
        keys::Schedules(workspace.store(), profile), QString(), workspace.clock());
}

static std::unique_ptr<keys::ScheduleService> schedulesOf(workspace::Workspace &workspace)
{
    const QString profile = workspace.session()->state().profile.id;
    return std::make_unique<keys::ScheduleService>(keys::Schedules(workspace.store(), profile), workspace.clock());
}

OverviewPage::OverviewPage(workspace::Workspace &workspace, Navigation &navigation)
    : m_workspace(workspace)
    , m_navigation(navigation)
    , m_session(*workspace.session())
    , m_staged(m_session.changes())
    , m_hours(workspace.newExplorer())
    , m_stack(workspace.newExplorer())
    , m_newest(workspace.newRequestList())
    , m_rotations(rotationsOf(workspace))
    , m_schedules(schedulesOf(workspace))
    , m_header(new PageHeader(tr("Overview")))
    , m_pill(new Pill(Status::Ok, {}))
    , m_failure(new QVBoxLayout)
    , m_attention(new AttentionCard)
    , m_figures(new TodayRow)
    , m_chart(new StackChart(tr("Spend by hour")))
    , m_panel(new ChartPanel(tr("Spend by hour, USD"), m_chart))
    , m_spend(new QStackedWidget)
    , m_budgets(new BudgetCard)
    , m_connections(new PartCard(tr("Connections"), {}, {}))
    , m_run(new PartCard(
          tr("Last smoke run"), tr("No smoke test has run on this connection yet."), tr("Run smoke tests")))
    , m_left(new PartCard(tr("Left to spend"),
          tr("What wallets, teams and keys have left is asked for only when you want to know: it costs calls."),
          tr("Read now")))
    , m_pending(new PartCard(tr("Pending changes"), {}, {}))
    , m_own(new PartCard(tr("Your key"), {}, {}))
{
    build();
    listen();
    m_minute.start(20'000);
    m_slow.setSingleShot(true);
    m_slow.start(300);
    m_session.smoke().loadRecent();
    m_session.keys().refresh();
    reload();
    showUsage();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::build()
{
    auto *content = new QWidget;
    QVBoxLayout *column = pageColumn(content);
    m_header->addBesideTitle(m_pill);
    QToolButton *again = iconButton(Glyph::Refresh, tr("Refresh"));
    QPushButton *run = button(Glyph::Play, tr("Run smoke tests"));
    connect(again, &QToolButton::clicked, this, &OverviewPage::refresh);
    connect(run, &QPushButton::clicked, this, [this] { m_navigation.perform(u"smoke"_s, u"run"_s); });
    m_header->addControl(again);
    m_header->addControl(run);
    column->addWidget(m_header);
    column->addLayout(m_failure);
    column->addWidget(m_attention);
    column->addWidget(m_figures);
    column->addWidget(middle(), 3);
    column->addWidget(parts(), 2);
    plainColumn(this, 0)->addWidget(scrolled(content));
}

QWidget *OverviewPage::middle()
{
    for (QWidget *side : QList<QWidget *>{m_panel, new Skeleton(6), new QWidget})
        m_spend->addWidget(side);
    QWidget *made = row({m_spend, m_budgets}, space::m);
    qobject_cast<QHBoxLayout *>(made->layout())->setStretch(0, 2);
    qobject_cast<QHBoxLayout *>(made->layout())->setStretch(1, 1);
    made->setMaximumHeight(scaled(620));
    return made;
}

QWidget *OverviewPage::parts()
{
    auto *made = new QWidget;
    m_parts = new QGridLayout(made);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(space::m);
    for (PartCard *part : {m_connections, m_run, m_left, m_own, m_pending}) {
        part->setParent(made); // only then it is hidden when somebody hides it
        part->setMinimumHeight(scaled(180));
        part->setMaximumHeight(scaled(240));
    }
    m_left->fitAmounts();
    m_own->fitSentences();
    m_pending->hide();
    layParts();
    return made;
}

// Side by side those that are there; four of them two by two.
void OverviewPage::layParts()
{
    QList<PartCard *> there{m_connections, m_run, m_left, m_own, m_pending};
    there.removeIf([](const PartCard *part) { return part->isHidden(); });
    if (there == std::exchange(m_laid, there))
        return;
    const int columns = there.size() > 3 ? 2 : int(there.size());
    for (int i = 0; i < there.size(); ++i)
        m_parts->addWidget(there.at(i), i / columns, i % columns);
    for (int column = 0; column < 3; ++column)
        m_parts->setColumnStretch(column, column < columns ? 1 : 0);
}

void OverviewPage::listen()
{
    const auto show = [this] { showState(); };
    connect(m_hours.get(), &usage::Explorer::changed, this, &OverviewPage::showUsage);
    connect(m_stack.get(), &usage::Explorer::changed, this, &OverviewPage::showUsage);
    connect(m_newest.get(), &usage::RequestList::changed, this, &OverviewPage::showBlank);
    connect(&m_session, &workspace::Session::changed, this, show);
    connect(&m_session.keys(), &keys::KeyService::changed, this, show);
    connect(&m_session.changes(), &workspace::ChangeService::changed, this, show);
    connect(&m_session.catalog(), &aliases::CatalogService::changed, this, show);
    connect(&m_session.guards(), &guards::GuardService::changed, this, show);
    connect(m_rotations.get(), &keys::RotationService::changed, this, show);
    connect(m_schedules.get(), &keys::ScheduleService::changed, this, show);
    connect(&m_session.smoke(), &smoke::RunService::changed, this, show);
    connect(&m_workspace.testGateway(), &workspace::TestGateway::changed, this, show);
    connect(&m_workspace, &workspace::Workspace::changed, this, show);
    connect(&m_session.sync(), &usage::SyncService::changed, this, &OverviewPage::reload);
    connect(&m_minute, &QTimer::timeout, this, &OverviewPage::reload);
    connect(&m_slow, &QTimer::timeout, this, &OverviewPage::showUsage);
    connect(m_attention, &AttentionCard::wanted, this, &OverviewPage::act);
    connect(m_figures, &TodayRow::wanted, this, [this](const QString &filter) {
        const QString day = u"ts >= "_s + today().from.toString(Qt::ISODate);
        m_navigation.open(u"requests"_s, filter.isEmpty() ? day : filter + u" and "_s + day);
    });
    connect(m_chart, &MarkChart::markChosen, this, [this](int hour) {
        const QDateTime from = today().from.addSecs(qint64(hour) * 3600);
        m_navigation.open(u"requests"_s,
            u"ts >= %1 and ts < %2"_s.arg(from.toString(Qt::ISODate), from.addSecs(3600).toString(Qt::ISODate)));
    });
    connect(m_panel, &ChartPanel::exportWanted, this, [this] {
        exportChart(this, *m_chart, u"spend-today.csv"_s, [this](const QString &said) { m_navigation.toast(said); });
    });
    connect(m_budgets, &BudgetCard::allWanted, this, [this] { m_navigation.open(u"keys"_s); });
    connect(m_connections, &PartCard::chosen, this, [this](const QString &id) { m_navigation.switchTo(id); });
    connect(&m_session.leftToSpend(), &usage::LeftToSpend::changed, this, &OverviewPage::showLeft);
    if (usage::OwnKeyGauge *own = m_session.leftToSpend().ownKey())
        connect(own, &usage::OwnKeyGauge::changed, this, &OverviewPage::showOwnKey);
    connect(m_left, &PartCard::verbChosen, this, [this] { m_session.leftToSpend().read(); });
    connect(m_left, &PartCard::chosen, this, [this] { m_navigation.open(u"keys"_s); });
    connect(&m_staged, &workspace::StagedSet::changed, this, &OverviewPage::showPending);
    connect(m_pending, &PartCard::chosen, this,
        [this] { m_navigation.open(u"changes"_s, QString::number(m_staged.state().set)); });
    connect(m_run, &PartCard::chosen, this, [this] { m_navigation.open(u"smoke"_s); });
    connect(m_run, &PartCard::verbChosen, this, [this] { m_navigation.perform(u"smoke"_s, u"run"_s); });
}

// What was scheduled on another page meanwhile.
void OverviewPage::showEvent(QShowEvent *event)
{
    m_rotations->refresh();
    m_schedules->refresh();
    Page::showEvent(event);
}

void OverviewPage::refresh()
{
    m_rotations->refresh();
    m_schedules->refresh();
    m_session.check();
    m_session.keys().refresh();
    if (m_session.sync().supported())
        m_session.sync().sync();
    if (m_session.leftToSpend().state().readAt) // somebody wanted to know
        m_session.leftToSpend().read();
    if (usage::OwnKeyGauge *own = m_session.leftToSpend().ownKey())
        own->read();
}

Day OverviewPage::today() const
{
    const QByteArray zone = m_session.state().profile.timeZone.toUtf8();
    const QTimeZone wanted = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone);
    return dayOf(m_workspace.clock().now(), wanted.isValid() ? wanted : QTimeZone::utc());
}

// Only when rows changed, or the day did.
void OverviewPage::reload()
{
    const Day day = today();
    usage::Explorer::Wish wish;
    wish.query.profile = m_session.state().profile.id;
    wish.query.from = day.from;
    wish.query.to = day.to;
    wish.step = usage::Step::Hour;
    wish.zone = day.zone;
    wish.series = usage::GroupBy::None;
    wish.breakdown = usage::GroupBy::None;
    const quint64 revision = m_session.sync().state().revision;
    if (m_hours->state().wish != wish || m_revision != revision) {
        m_revision = revision;
        m_hours->show(wish);
        wish.series = usage::GroupBy::Alias;
        m_stack->show(wish);
    }
    showState();
}

void OverviewPage::showUsage()
{
    showFigures();
    showChart();
    showState();
}

void OverviewPage::act(const Attention &line)
{
    switch (line.act) {
    case Attention::Act::Open:
        return m_navigation.open(line.page, line.filter);
    case Attention::Act::Sync:
        return m_session.sync().sync();
    case Attention::Act::StartGateway:
        return m_workspace.testGateway().start(m_workspace.testGateway().state().port);
    case Attention::Act::StageRotation:
        return stageRotation(line.filter);
    }
}

// The change that its schedule asks for, ready to be looked over: nothing is sent before it is applied.
void OverviewPage::stageRotation(const QString &name)
{
    const QList<Key> &keys = m_session.keys().state().keys;
    const auto key = std::ranges::find(keys, name, &Key::name);
    if (key == keys.end())
        return m_navigation.open(u"keys"_s, name);
    m_session.changes().stage({changes::Change{*key, *key, std::chrono::days(1)}});
    m_navigation.open(u"changes"_s);
}

} // namespace pages
