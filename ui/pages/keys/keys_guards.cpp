// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/guard_sheet.h"
#include "pages/keys/keys_page.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include <QAction>

using namespace Qt::StringLiterals;

// The period quotas that this program keeps for the keys.
namespace pages {

QList<guards::GuardService::Line> KeysPage::guardsOf(const Key &key) const
{
    QList<guards::GuardService::Line> lines;
    if (!m_place.guards)
        return lines;
    for (const guards::GuardService::Line &line : m_place.guards->state().lines)
        if (line.guard.keyId == key.id)
            lines << line;
    return lines;
}

void KeysPage::addGuards()
{
    if (!m_place.guards)
        return;
    connect(m_place.guards, &guards::GuardService::changed, this, &KeysPage::showGuards);
    m_place.guards->refresh();
}

// What a guard wrote is the gateway's word only when it is read again.
void KeysPage::showGuards()
{
    const std::optional<Failure> failure = m_place.guards->state().failure;
    if (failure && failure != std::exchange(m_guardFailure, failure))
        m_navigation.toast(tr("The guard could not be set or removed: %1").arg(whyOf(*failure, attemptOn(m_place))));
    m_guardFailure = failure;
    showChosen();
}

void KeysPage::openGuard()
{
    const auto key = current();
    if (!key || !m_guardAction->isEnabled())
        return;
    auto *sheet = new GuardSheet(*key, guardsOf(*key), m_place, m_navigation.frame());
    connect(sheet, &GuardSheet::wanted, m_place.guards, &guards::GuardService::set);
    connect(sheet, &GuardSheet::removeWanted, m_place.guards, &guards::GuardService::remove);
}

} // namespace pages
