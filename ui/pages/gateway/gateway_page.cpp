// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/gateway_page.h"
#include "kit/controls.h"
#include "kit/figure.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "pages/gateway/gateway_tables.h"
#include "pages/gateway/reach_card.h"
#include "pages/navigation.h"
#include "workspace/workspace.h"
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using workspace::TestGateway;

GatewayPage::GatewayPage(workspace::Workspace &workspace, Navigation &navigation)
    : m_gateway(workspace.testGateway())
    , m_navigation(navigation)
    , m_header(new PageHeader(tr("Test gateway")))
    , m_pill(new Pill(Status::Neutral, tr("off")))
    , m_start(button(Glyph::Play, tr("Start gateway"), Role::Primary))
    , m_stop(button(Glyph::Stop, tr("Stop gateway")))
    , m_notices(new QVBoxLayout)
    , m_tables(new GatewayTables)
    , m_reach(new ReachCard)
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &GatewayPage::showState);
    connect(&m_gateway, &TestGateway::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_start, &QPushButton::clicked, this, &GatewayPage::toggle);
    connect(m_stop, &QPushButton::clicked, this, &GatewayPage::toggle);
    connect(m_tables, &GatewayTables::startWanted, this, &GatewayPage::toggle);
    connect(m_tables, &GatewayTables::viewChanged, this, &GatewayPage::heed);
    connect(m_tables, &GatewayTables::createKeyWanted, this, [this] { m_navigation.perform(u"keys"_s, u"create"_s); });
    connect(m_reach, &ReachCard::copied, this, [this](const QString &what) { m_navigation.toast(what); });
    showState();
}

GatewayPage::~GatewayPage()
{
    m_gateway.watch(false);
}

void GatewayPage::build()
{
    QVBoxLayout *column = pageColumn(this);
    m_header->addBesideTitle(m_pill);
    m_header->addControl(m_start);
    m_header->addControl(m_stop);
    m_start->setObjectName(u"start"_s);
    m_stop->setObjectName(u"stop"_s);
    column->addWidget(m_header);
    column->addLayout(m_notices);
    column->addWidget(figures());
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(m_tables, 1);
    line->addWidget(sideCards());
    column->addLayout(line, 1);
}

QWidget *GatewayPage::figures()
{
    auto *made = new FigureRow;
    m_requests = made->add({tr("Requests since start"), {}, {}, {}});
    m_refused = made->add({tr("Refused since start"), {}, {}, {}});
    m_streams = made->add({tr("Open streams"), {}, {}, {}});
    m_lost = made->add({tr("Calls not recorded"), {}, {}, {}});
    m_requests->setVerb(tr("Show every call in the log"));
    m_refused->setVerb(tr("Show the refused calls in the log"));
    const auto show = [this](bool refused) { m_tables->choose(GatewayTables::Requests, refused); };
    connect(m_requests, &QAbstractButton::clicked, this, [show] { show(false); });
    connect(m_refused, &QAbstractButton::clicked, this, [show] { show(true); });
    return made;
}

QWidget *GatewayPage::sideCards()
{
    auto *side = stacked({m_reach, spacer()}, space::m, 1);
    const int width = qMax(scaled(320), fontMetrics().averageCharWidth() * 44);
    QWidget *area = scrolled(side);
    area->setFixedWidth(width);
    return area;
}

void GatewayPage::perform(const QString &verb)
{
    if (verb == u"toggle"_s)
        toggle();
}

void GatewayPage::toggle()
{
    const TestGateway::State &state = m_gateway.state();
    if (state.mode == TestGateway::Mode::Stopped)
        m_gateway.start(m_reach->port());
    else if (state.mode == TestGateway::Mode::Here)
        m_gateway.stop();
}

// Routes and limits are asked for only while somebody looks at them.
void GatewayPage::heed()
{
    m_gateway.watch(isVisible() && m_tables->view() != GatewayTables::Requests);
}

void GatewayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    heed();
    showState();
}

void GatewayPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    heed();
}

} // namespace pages
