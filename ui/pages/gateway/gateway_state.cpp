// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/figure.h"
#include "kit/format.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "pages/gateway/gateway_page.h"
#include "pages/gateway/gateway_tables.h"
#include "pages/gateway/reach_card.h"
#include "pages/words.h"
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the page that follows the gateway's state.
namespace pages {

using namespace kit;
using Mode = workspace::TestGateway::Mode;

void GatewayPage::showState()
{
    showHead();
    showNotice();
    showFigures();
    m_tables->tell(m_gateway.state());
    m_reach->show(m_gateway.state());
}

void GatewayPage::showHead()
{
    const workspace::TestGateway::State &state = m_gateway.state();
    m_start->setVisible(state.mode == Mode::Stopped);
    m_stop->setVisible(state.mode == Mode::Here);
    const bool on = state.mode == Mode::Here || state.mode == Mode::Elsewhere;
    m_header->setNote(on ? tr("port %1").arg(state.dataUrl.port()) : QString());
    switch (state.mode) {
    case Mode::Stopped:
        return m_pill->show(Status::Neutral, tr("off"));
    case Mode::Starting:
        return m_pill->show(Status::Running, tr("starting"));
    case Mode::Elsewhere:
        return m_pill->show(Status::Info, tr("run by gwctl, pid %1").arg(state.pid));
    case Mode::Here:
        const QString since = state.startedAt ? ago(*state.startedAt, QDateTime::currentDateTimeUtc()) : QString();
        return m_pill->show(Status::Demo, since.isEmpty() ? tr("on") : tr("on for %1").arg(since));
    }
}

void GatewayPage::showFigures()
{
    const workspace::TestGateway::State &state = m_gateway.state();
    const auto count = [](quint64 n) { return format::count(qint64(n)); };
    const QString share = state.requests > 0
        ? tr("%1 of all").arg(format::percent(double(state.refused) / double(state.requests)))
        : tr("no calls yet");
    const QString kept = tr("the log keeps the last %1").arg(QLocale().toString(2000));
    m_requests->tell({tr("Requests since start"), count(state.requests), {}, kept, Ink::Muted});
    m_refused->tell({tr("Refused since start"), count(state.refused), {}, share, Ink::Muted});
    m_streams->tell({tr("Open streams"), count(state.openStreams), {}, tr("right now"), Ink::Muted});
    const bool lost = state.rowsLost > 0;
    m_lost->tell({tr("Calls not recorded"), count(state.rowsLost), {},
        lost ? tr("usage is too low by these") : tr("all written"), lost ? Ink::Bad : Ink::Ok});
}

static void empty(QLayout *layout)
{
    while (QLayoutItem *old = layout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

// What helps against this failure beside what its words propose.
void GatewayPage::addWayOut(Notice &notice, FailureKind kind)
{
    if (kind == FailureKind::PortInUse)
        connect(
            notice.addAction(tr("Start on a free port")), &QPushButton::clicked, this, [this] { m_gateway.start(0); });
    if (kind == FailureKind::Damaged || kind == FailureKind::TooNew)
        connect(notice.addAction(tr("Keep the file under another name and start with a new one")),
            &QPushButton::clicked, this, [this] { m_gateway.startAnew(m_reach->port()); });
}

void GatewayPage::showNotice()
{
    const workspace::TestGateway::State &state = m_gateway.state();
    const bool failed = state.failure && state.mode == Mode::Stopped;
    const bool elsewhere = state.mode == Mode::Elsewhere;
    const QString what = failed ? state.failure->detail + u'!' : elsewhere ? QString::number(state.pid) : QString();
    if (what == std::exchange(m_said, what))
        return;
    empty(m_notices);
    if (failed) {
        Notice *notice = failureNotice(tr("The test gateway did not start"), *state.failure);
        addWayOut(*notice, state.failure->kind);
        m_notices->addWidget(notice);
    }
    if (elsewhere)
        m_notices->addWidget(new Notice(Status::Info, tr("It is run by gwctl, process %1").arg(state.pid),
            tr("This window uses it and does not stop it. End it where it was started; its log is there.")));
}

} // namespace pages
