// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/keys_page.h"
#include "pages/keys/rotation_view.h"
#include "pages/keys/schedule_sheet.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include <algorithm>
#include <QAction>
#include <QPointer>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// The rotation of a key by a successor, and what the page says of one.
namespace pages {

void KeysPage::addRotations()
{
    if (!m_sources.rotations)
        return;
    keys::RotationService &rotations = *m_sources.rotations;
    m_runbook = new RotationView(rotations, m_place, m_clock);
    connect(&rotations, &Observable::changed, this, &KeysPage::showRotations);
    connect(m_runbook, &RotationView::closed, this, &KeysPage::closeForm);
    connect(m_runbook, &RotationView::said, this, [this](const QString &text) { m_navigation.toast(text); });
    connect(m_runbook, &RotationView::runWanted, this, [this] { m_navigation.open(u"smoke"_s); });
    connect(m_runbook, &RotationView::requestsWanted, this, [this](const QString &name) {
        Key key;
        key.name = name;
        m_navigation.open(u"requests"_s, rowsOf(key));
    });
    connect(m_runbook, &RotationView::removalWanted, this, &KeysPage::removeRotated);
    rotations.refresh();
}

void KeysPage::openRunbook()
{
    const auto key = current();
    if (!key || !m_runbook || !m_runbookAction->isEnabled())
        return;
    m_views->setCurrentWidget(m_runbook);
    m_runbook->start(*key, m_service.state().keys);
}

// The successor's secret is shown the one time there is; the rest stands in the runbook and the passport.
void KeysPage::showRotations()
{
    keys::RotationService &rotations = *m_sources.rotations;
    const std::optional<Key> made = rotations.state().issued;
    if (made)
        if (const std::optional<Secret> secret = rotations.takeSecret())
            showSecretOf(*made, *secret, {});
    showChosen();
}

std::optional<keys::Rotation> KeysPage::rotationOf(const Key &key) const
{
    const keys::Rotation *under = m_sources.rotations ? m_sources.rotations->underWay(key.id) : nullptr;
    return under ? std::optional(*under) : std::nullopt;
}

// The keys whose place it took, the nearest first: their usage goes on with it.
QStringList KeysPage::lineageOf(const Key &key) const
{
    QStringList names;
    if (!m_sources.rotations)
        return names;
    QString id = key.id;
    const QList<keys::Rotation> &all = m_sources.rotations->state().all;
    while (names.size() < all.size()) {
        const auto before = std::ranges::find_if(all,
            [&id](const keys::Rotation &each) { return !each.abandoned && !each.newId.isEmpty() && each.newId == id; });
        if (before == all.cend())
            break;
        names << before->oldName;
        id = before->oldId;
    }
    return names;
}

void KeysPage::addSchedules()
{
    if (!m_sources.schedules)
        return;
    keys::ScheduleService &schedules = *m_sources.schedules;
    connect(&schedules, &Observable::changed, this, &KeysPage::showSchedules);
    if (m_sources.rotations) // a successor takes the schedule over
        connect(m_sources.rotations.get(), &Observable::changed, &schedules, &keys::ScheduleService::refresh);
    schedules.refresh();
}

void KeysPage::showSchedules()
{
    const std::optional<Failure> failure = m_sources.schedules->state().failure;
    if (failure && failure != std::exchange(m_scheduleFailure, failure))
        m_navigation.toast(tr("The schedule could not be read or kept: %1").arg(whyOf(*failure, attemptOn(m_place))));
    m_scheduleFailure = failure;
    showChosen();
}

void KeysPage::openSchedule()
{
    const auto key = current();
    if (!key || !m_scheduleAction->isEnabled())
        return;
    keys::ScheduleService &schedules = *m_sources.schedules;
    const QDate today = m_clock.now().toUTC().date();
    auto *sheet = new ScheduleSheet(*key, schedules.of(key->id), m_place, today, m_navigation.frame());
    connect(sheet, &ScheduleSheet::wanted, &schedules, &keys::ScheduleService::set);
    connect(sheet, &ScheduleSheet::removeWanted, &schedules, &keys::ScheduleService::remove);
}

// Held back as long as the toast stands, as every removal.
void KeysPage::removeRotated()
{
    const auto ended = [rotations = QPointer<keys::RotationService>(m_sources.rotations.get()), undone = m_undone] {
        if (rotations && !*undone)
            rotations->remove();
    };
    *m_undone = false;
    const std::optional<keys::Rotation> &shown = m_sources.rotations->state().shown;
    m_navigation.toast(
        tr("Key “%1” deleted").arg(shown->oldName), tr("Undo"), [undone = m_undone] { *undone = true; }, ended);
}

} // namespace pages
