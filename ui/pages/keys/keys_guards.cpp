// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/guard_sheet.h"
#include "pages/keys/keys_page.h"
#include "pages/keys/raise_sheet.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include <QAction>

using namespace Qt::StringLiterals;

// The period quotas that this program keeps for the keys, and budgets that are larger for some time.
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

bool KeysPage::raises() const
{
    const bool itself = m_place.features.has(gateway::Feature::BudgetRaise);
    return itself || (m_place.guards && m_place.features.has(gateway::Feature::Budget));
}

// By the gateway where it can, else by this program, which has to run to take it back.
void KeysPage::openRaise()
{
    const auto key = current();
    if (!key || !m_raiseAction->isEnabled())
        return;
    auto *sheet = new RaiseSheet(*key, m_place, m_clock.now(), m_navigation.frame());
    const bool itself = m_place.features.has(gateway::Feature::BudgetRaise);
    connect(sheet, &RaiseSheet::wanted, this,
        [this, itself, key = *key](const QString &window, qint64 more, const QDateTime &until) {
            if (!itself)
                return m_place.guards->raise(key, window, more, until);
            Key after = key;
            for (Budget &budget : after.budgets)
                if (budget.window == window) {
                    budget.raiseNanos = more;
                    budget.raiseUntil = until;
                }
            m_service.edit(after);
        });
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
