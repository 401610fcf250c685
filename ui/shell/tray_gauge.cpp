// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tray_gauge.h"
#include "base/clock.h"
#include "pages/allowance_status.h"
#include "usage/left_to_spend.h"
#include "usage/left_words.h"
#include "workspace/workspace.h"
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace shell {

static const QString place = u"window/tray"_s;
static constexpr int iconSide = 64;
static constexpr int ringWidth = 12;
static constexpr int wholeTurn = 360 * 16; // as QPainter counts

// A ring that is as full as the limit; without a figure it is empty.
static QIcon ringOf(const Allowance &own)
{
    const kit::Tokens &tokens = kit::tokensOf(nullptr);
    const double share = own.unlimited ? 1 : pages::shareLeft(own).value_or(0);
    QPixmap picture(iconSide, iconSide);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(picture.rect()).adjusted(ringWidth, ringWidth, -ringWidth, -ringWidth);
    painter.setPen(QPen(tokens.edge, ringWidth));
    painter.drawEllipse(ring);
    painter.setPen(QPen(kit::inkOf(tokens, pages::statusOf(own)), ringWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, wholeTurn / 4, -int(share * wholeTurn));
    return QIcon(picture);
}

// Null: the connection has more than a key, or there is none.
static usage::OwnKeyGauge *gaugeOf(workspace::Session *session)
{
    return session ? session->leftToSpend().ownKey() : nullptr;
}

TrayGauge::TrayGauge(workspace::Workspace &workspace, QSettings &settings, bool hosted)
    : m_workspace(workspace), m_settings(settings), m_hosted(hosted)
{
    connect(&workspace, &workspace::Workspace::changed, this, &TrayGauge::follow);
    follow();
}

TrayGauge::~TrayGauge() = default;

bool TrayGauge::trayIsThere()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

bool TrayGauge::chosen() const
{
    return m_settings.value(place, false).toBool();
}

void TrayGauge::choose(bool on)
{
    m_settings.setValue(place, on);
    showState();
}

void TrayGauge::follow()
{
    workspace::Session *session = m_workspace.session();
    if (session != m_session) {
        m_session = session;
        if (usage::OwnKeyGauge *gauge = gaugeOf(session))
            connect(gauge, &usage::OwnKeyGauge::changed, this, &TrayGauge::showState);
    }
    showState();
}

QString TrayGauge::told() const
{
    const usage::OwnKeyGauge *gauge = gaugeOf(m_session);
    if (!gauge)
        return {};
    const usage::OwnKeyGauge::State &state = gauge->state();
    const Profile &profile = m_session->state().profile;
    QStringList lines{profile.name};
    if (state.notOffered)
        return (lines << usage::notOffered()).join(u'\n');
    KeyStanding standing = state.standing;
    standing.partial = standing.partial || !state.readAt;
    const auto facts = usage::leftFacts(standing, state.readings, m_workspace.clock().now(), profile.timeZone);
    for (const usage::LeftFact &fact : facts)
        lines << tr("%1: %2").arg(fact.name, fact.value);
    if (state.failure)
        lines << tr("not read just now");
    return lines.join(u'\n');
}

void TrayGauge::make()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("Open Gatewright"), this, &TrayGauge::windowWanted);
    // Not at once: the menu goes with the icon.
    m_menu->addAction(tr("Hide this gauge"), this, [this] {
        QMetaObject::invokeMethod(
            this, [this] { choose(false); }, Qt::QueuedConnection);
    });
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            emit windowWanted();
    });
}

void TrayGauge::showState()
{
    const bool wanted = m_hosted && chosen() && gaugeOf(m_session);
    if (!wanted) {
        m_icon.reset();
        m_menu.reset();
        return;
    }
    if (!m_icon)
        make();
    m_icon->setIcon(ringOf(gaugeOf(m_session)->state().standing.allowance));
    m_icon->setToolTip(told());
    m_icon->show();
}

} // namespace shell
