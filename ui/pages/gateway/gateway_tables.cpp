// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/gateway_tables.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/layout.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/gateway/limits_model.h"
#include "pages/gateway/log_model.h"
#include "pages/gateway/routes_model.h"
#include "pages/words.h"
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using Mode = workspace::TestGateway::Mode;

GatewayTables::GatewayTables()
    : m_log(new LogModel)
    , m_routes(new RoutesModel)
    , m_limits(new LimitsModel)
    , m_view(new Segmented(tr("View"), {tr("Requests"), tr("Routes"), tr("Limits")}))
    , m_which(new Segmented(tr("Which calls"), {tr("All"), tr("Refused or broken")}))
    , m_ways(new Segmented(tr("Which routes"), {tr("In use"), tr("All")}))
    , m_logTable(new Table(tr("Requests")))
    , m_routeTable(new Table(tr("Routes")))
    , m_limitTable(new Table(tr("Limits")))
    , m_stack(new QStackedWidget)
{
    m_log->setParent(this);
    m_routes->setParent(this);
    m_limits->setParent(this);
    m_view->setObjectName(u"view"_s);
    m_which->setObjectName(u"which"_s);
    m_ways->setObjectName(u"ways"_s);
    m_logTable->setObjectName(u"log"_s);
    m_routeTable->setObjectName(u"routes"_s);
    m_limitTable->setObjectName(u"limits"_s);
    build();
    follow();
    connect(m_view, &Segmented::chosen, this, [this] {
        follow();
        emit viewChanged();
    });
    connect(m_which, &Segmented::chosen, this, &GatewayTables::follow);
    connect(m_ways, &Segmented::chosen, this, &GatewayTables::follow);
}

void GatewayTables::build()
{
    auto *card = new Card(tr("Right now"));
    card->addToHead(m_which);
    card->addToHead(m_ways);
    card->addToHead(m_view);
    m_logTable->setModel(m_log);
    m_logTable->setItemDelegateForColumn(LogModel::Alias, new MonoCell(m_logTable));
    m_logTable->setItemDelegateForColumn(LogModel::End, new StatusCell(m_logTable));
    m_logTable->setWidths({108, 124, 0, 132, 88, 88, 80});
    m_logTable->setYielding({LogModel::Cost, LogModel::FirstToken, LogModel::Key});
    m_logTable->setGrowing({LogModel::Cost, LogModel::Key, LogModel::End});
    m_routeTable->setModel(m_routes);
    for (const int mono : {RoutesModel::Alias, RoutesModel::Model})
        m_routeTable->setItemDelegateForColumn(mono, new MonoCell(m_routeTable));
    m_routeTable->setItemDelegateForColumn(RoutesModel::Health, new StatusCell(m_routeTable));
    m_routeTable->setWidths({0, 120, 150, 64, 132, 84, 72, 72});
    m_routeTable->setYielding({RoutesModel::Weight, RoutesModel::FirstByte, RoutesModel::Model});
    m_limitTable->setModel(m_limits);
    m_limitTable->setItemDelegateForColumn(LimitsModel::Used, new MeterCell(m_limitTable));
    m_limitTable->setWidths({0, 184, 130, 84, 100, 84, 84, 150});
    m_limitTable->setYielding({LimitsModel::Rates, LimitsModel::Running, LimitsModel::Window});
    for (Table *table : {m_logTable, m_routeTable, m_limitTable}) {
        table->setCompact();
        m_stack->addWidget(table);
    }
    m_stack->addWidget(new QWidget);
    card->setFlush();
    card->body()->addWidget(m_stack, 1);
    plainColumn(this)->addWidget(card);
}

GatewayTables::View GatewayTables::view() const
{
    return View(m_view->current());
}

bool GatewayTables::narrow() const
{
    return view() == Requests ? m_which->current() == 1 : view() == Routes && m_ways->current() == 0;
}

void GatewayTables::choose(View view, bool narrow)
{
    m_view->setCurrent(view);
    if (view == Requests)
        m_which->setCurrent(narrow ? 1 : 0);
    if (view == Routes)
        m_ways->setCurrent(narrow ? 0 : 1);
    follow();
    emit viewChanged();
}

void GatewayTables::tell(const workspace::TestGateway::State &state)
{
    m_state = state;
    follow();
}

void GatewayTables::follow()
{
    m_which->setVisible(view() == Requests);
    m_ways->setVisible(view() == Routes);
    if (view() == Requests)
        return showLog();
    m_routes->apply(routeRows(m_state.glance.routes, m_ways->current() == 1));
    m_limits->apply(m_state.glance.limits);
    showOther(view() == Routes ? m_routeTable : m_limitTable);
}

// Newest first: at the top the table follows, elsewhere the rows that are read stay where they are.
void GatewayTables::showLog()
{
    QScrollBar *bar = m_logTable->verticalScrollBar();
    const int was = bar->value();
    const int before = m_log->rowCount();
    m_log->apply(logRows(m_state.log, m_which->current() == 1));
    const int added = qMax(0, m_log->rowCount() - before);
    bar->setValue(was == 0 ? 0 : was + added * m_logTable->verticalHeader()->defaultSectionSize());
    showOther(m_logTable);
}

void GatewayTables::showOther(Table *table)
{
    if (table->model()->rowCount() > 0)
        m_stack->setCurrentWidget(table);
    else
        showNothing();
}

struct Nothing
{
    QString title;
    QString why;
};

static Nothing noRows(const workspace::TestGateway::State &state, GatewayTables::View view)
{
    if (state.glance.failure)
        return {GatewayTables::tr("The gateway could not be asked"), whyOf(*state.glance.failure)};
    if (!state.glance.looked)
        return {GatewayTables::tr("Reading…"), {}};
    if (view == GatewayTables::Limits)
        return {GatewayTables::tr("No keys yet"), GatewayTables::tr("What each key may spend, and has, shows here.")};
    return {GatewayTables::tr("No route was called yet"),
        GatewayTables::tr("Routes show here with their health once a call took them. “All” lists those that wait.")};
}

static Nothing noCalls(Mode mode, bool narrow)
{
    if (mode == Mode::Elsewhere)
        return {GatewayTables::tr("The log is with the program that runs it"),
            GatewayTables::tr("Its calls reach the Usage and Requests pages with the next sync.")};
    if (narrow)
        return {GatewayTables::tr("Nothing was refused"), GatewayTables::tr("Every call so far ended as it should.")};
    return {GatewayTables::tr("No calls yet"),
        GatewayTables::tr("Calls show up here as they end. Create a key, then copy the curl line beside this list.")};
}

static Nothing wordsFor(const workspace::TestGateway::State &state, GatewayTables::View view, bool narrow)
{
    if (state.mode == Mode::Stopped || state.mode == Mode::Starting)
        return {GatewayTables::tr("The test gateway is off"),
            GatewayTables::tr("It answers calls on this machine with scripted text and costs nothing.")};
    return view == GatewayTables::Requests ? noCalls(state.mode, narrow) : noRows(state, view);
}

void GatewayTables::showNothing()
{
    const Nothing words = wordsFor(m_state, view(), narrow());
    if (words.title != std::exchange(m_said, words.title)) {
        delete m_stack->widget(m_stack->count() - 1);
        auto *made = new EmptyState(Glyph::Gateway, words.title, words.why);
        const bool wantsKey = view() == Limits || (view() == Requests && !narrow());
        if (m_state.mode == Mode::Stopped)
            connect(made->setPrimary(tr("Start gateway")), &QPushButton::clicked, this, &GatewayTables::startWanted);
        else if (m_state.mode == Mode::Here && wantsKey)
            connect(made->setPrimary(tr("Create key…")), &QPushButton::clicked, this, &GatewayTables::createKeyWanted);
        m_stack->addWidget(made);
    }
    m_stack->setCurrentIndex(m_stack->count() - 1);
}

} // namespace pages
