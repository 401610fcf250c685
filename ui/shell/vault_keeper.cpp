// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/vault_keeper.h"
#include "keys/key_service.h"
#include "secrets/vaults.h"
#include "workspace/change_service.h"
#include "workspace/workspace.h"
#include <QApplication>
#include <QEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace shell {

static const QString place = u"vault/idle-minutes"_s;
static constexpr int longest = 24 * 60;

// What needs its secrets to the end: it would stop in the middle.
static bool works(workspace::Workspace &workspace)
{
    workspace::Session *session = workspace.session();
    const bool writes = session
        && (!session->keys().state().writing.isEmpty() || !session->keys().state().leaving.isEmpty()
            || session->changes().state().working != 0);
    return writes || !workspace.state().tasks.isEmpty();
}

VaultKeeper::VaultKeeper(QApplication &app, workspace::Workspace &workspace, QSettings &settings)
    : m_settings(settings), m_lock(workspace.vaults(), workspace.clock(), [&workspace] { return works(workspace); })
{
    const int kept = settings.value(place, secrets::IdleLock::usualMinutes).toInt();
    m_lock.setMinutes(kept < 0 || kept > longest ? secrets::IdleLock::usualMinutes : kept);
    app.installEventFilter(this);
}

void VaultKeeper::choose(int minutes)
{
    m_settings.setValue(place, minutes);
    m_lock.setMinutes(minutes);
}

bool VaultKeeper::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        m_lock.touched();
        break;
    default:
        break;
    }
    return false;
}

} // namespace shell
