// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/table.h"
#include "pages/keys/key_course.h"
#include "pages/keys/key_detail.h"
#include "pages/keys/key_form.h"
#include "pages/keys/key_proofs.h"
#include "pages/keys/keys_model.h"
#include "pages/keys/keys_page.h"
#include "pages/navigation.h"
#include <algorithm>
#include <QAction>
#include <QPointer>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What a person does to the chosen keys, and what comes of it.
namespace pages {

using namespace kit;
using gateway::Feature;

QStringList KeysPage::chosen() const
{
    QStringList ids;
    for (const QModelIndex &at : m_table->selectionModel()->selectedRows())
        ids << at.data(IdRole).toString();
    return ids;
}

std::optional<Key> KeysPage::current() const
{
    const QStringList ids = chosen();
    const QString id = ids.size() == 1 ? ids.first() : m_table->currentIndex().data(IdRole).toString();
    if (ids.isEmpty())
        return {};
    const auto &keys = m_service.state().keys;
    const auto found = std::ranges::find(keys, id, &Key::id);
    return found == keys.cend() ? std::nullopt : std::optional(*found);
}

QList<Key> KeysPage::chosenKeys() const
{
    const QStringList ids = chosen();
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    QList<Key> keys;
    for (const Key &key : m_service.state().keys)
        if (wanted.contains(key.id))
            keys << key;
    return keys;
}

KeyKnown KeysPage::knownOf(const Key &key, const QDateTime &now) const
{
    const bool writing = m_service.state().writing.contains(key.id);
    const RotationSchedule *schedule = m_sources.schedules ? m_sources.schedules->of(key.id) : nullptr;
    return {rowOf(key, now, writing), m_service.state().aliases, m_sources.tracer->traces(key), guardsOf(key),
        rotationOf(key), schedule ? std::optional(*schedule) : std::nullopt, lineageOf(key), now,
        m_sources.proof && !works(key, now)};
}

void KeysPage::showChosen()
{
    const QDateTime now = m_clock.now();
    const auto key = current();
    const bool writing = key && m_service.state().writing.contains(key->id);
    if (key)
        m_sources.tracer->follow(*key, lineageOf(*key), m_place, now);
    m_detail->show(key ? std::optional(knownOf(*key, now)) : std::nullopt);
    showVerbs(key, writing);
    m_chosen->setText(tr("%L1 of %L2 chosen").arg(chosen().size()).arg(m_filter->rowCount()));
    qint64 sum = 0;
    for (int r = 0; r < m_model->rowCount(); ++r)
        sum += m_model->row(r).key.spentNanos.value_or(0);
    m_sum->setText(tr("Spent by all of them: %1").arg(format::moneyWithCode(sum, u"USD"_s)));
}

void KeysPage::showVerbs(const std::optional<Key> &key, bool writing)
{
    const bool one = key && chosen().size() == 1;
    m_editAction->setEnabled(key && !writing && reasonAgainstEdit(m_place).isEmpty());
    m_rotateAction->setEnabled(one && !writing && reasonAgainstRotation(m_place).isEmpty());
    const QString unrevealed = reasonAgainst(m_place, Feature::RevealKey);
    m_revealAction->setEnabled(one && !writing && unrevealed.isEmpty());
    m_revealAction->setToolTip(unrevealed.isEmpty() ? m_sources.revealsLeft() : unrevealed);
    m_runbookAction->setEnabled(one && (rotationOf(*key) || reasonAgainst(m_place, Feature::CreateKey).isEmpty()));
    for (QAction *verb : {m_scheduleAction, m_guardAction, m_proveAction})
        verb->setEnabled(one);
    m_raiseAction->setEnabled(one && !key->budgets.isEmpty() && reasonAgainstEdit(m_place).isEmpty());
    m_revokeAction->setEnabled(one && !key->passport.owner.isEmpty());
    m_toggleAction->setEnabled(key && reasonAgainst(m_place, Feature::DisableKey).isEmpty());
    m_removeAction->setEnabled(key && reasonAgainst(m_place, Feature::DeleteKey).isEmpty());
    m_stageToggle->setEnabled(m_toggleAction->isEnabled());
    m_stageRemoval->setEnabled(m_removeAction->isEnabled());
    nameVerbs(key && !key->enabled, int(chosen().size()));
}

// Of several keys the verbs lead to a set, which the dots tell.
void KeysPage::nameVerbs(bool enables, int keys)
{
    const QString one = enables ? tr("Enable") : tr("Disable");
    const QString many = enables ? tr("Enable %Ln key(s)…", nullptr, keys) : tr("Disable %Ln key(s)…", nullptr, keys);
    m_toggleAction->setText(keys < 2 ? one : many);
    m_removeAction->setText(keys < 2 ? tr("Delete") : tr("Delete %Ln key(s)…", nullptr, keys));
    m_stageToggle->setText(enables ? tr("Stage: enable") : tr("Stage: disable"));
}

void KeysPage::toggleChosen()
{
    const auto key = current();
    if (!key || !m_toggleAction->isEnabled())
        return;
    if (chosen().size() > 1)
        return stageMany(&KeysPage::stageToggle);
    m_toggling = Toggle{key->id, !key->enabled, key->name};
    m_service.setEnabled(key->id, !key->enabled);
}

// Many keys at once are a set: looked over before anything is sent, applied with a result for each, and taken back whole.
void KeysPage::stageMany(void (KeysPage::*stages)())
{
    (this->*stages)();
    m_navigation.open(u"changes"_s);
}

// Into a change set: nothing is sent before it is applied there.
void KeysPage::stage(const QList<changes::Edit> &edits)
{
    m_place.stage(edits);
    m_navigation.toast(tr(
        "%Ln change(s) staged. Nothing is sent before you apply the set under Changes.", nullptr, int(edits.size())));
}

void KeysPage::stageToggle()
{
    const auto first = current();
    QList<changes::Edit> edits;
    for (const Key &key : chosenKeys()) {
        changes::Change change{key, key};
        change.after->enabled = first && !first->enabled;
        edits << changes::Edit(change);
    }
    if (first)
        stage(edits);
}

void KeysPage::stageRemoval()
{
    QList<changes::Edit> edits;
    for (const Key &key : chosenKeys())
        edits << changes::Edit(changes::Change{key, {}});
    if (!edits.isEmpty())
        stage(edits);
}

// Only what the gateway itself says is told as done; why the rest was not stands above the table.
void KeysPage::showToggle()
{
    const auto &state = m_service.state();
    if (!m_toggling || state.writing.contains(m_toggling->id))
        return;
    const Toggle toggle = *std::exchange(m_toggling, {});
    const auto done = [&toggle](const Key &key) { return key.id == toggle.id && key.enabled == toggle.enable; };
    const auto key = std::ranges::find_if(state.keys, done);
    if (key == state.keys.end())
        return;
    if (!toggle.enable)
        m_proofs->disabled(*key);
    const QString said = toggle.enable ? tr("Key “%1” enabled") : tr("Key “%1” disabled");
    m_navigation.toast(
        said.arg(toggle.name), tr("Undo"), [this, toggle] { m_service.setEnabled(toggle.id, !toggle.enable); });
}

void KeysPage::openEdit()
{
    const auto key = current();
    if (!key || !m_editAction->isEnabled())
        return;
    m_form->setKnown(m_service.state().keys, m_service.state().aliases);
    m_form->edit(*key);
    m_views->setCurrentWidget(m_form);
    m_form->start();
}

void KeysPage::save(const Key &after)
{
    m_saving = m_form->edited();
    m_form->refuse({});
    m_form->setBusy(true);
    m_service.edit(after);
}

// The old settings, as a change of their own.
void KeysPage::takeBack()
{
    const auto key = current();
    const KeyTraces traces = key ? m_sources.tracer->traces(*key) : KeyTraces();
    const keys::Past *past = undoable(traces.past);
    if (!past)
        return;
    const Key before = *past->entry.change.before;
    m_service.edit(before);
    m_navigation.toast(tr("The last change of “%1” is taken back").arg(before.name));
}

void KeysPage::removeChosen()
{
    const auto key = current();
    if (!key || !m_removeAction->isEnabled())
        return;
    if (chosen().size() > 1)
        return stageMany(&KeysPage::stageRemoval);
    const QString id = key->id;
    m_proofs->removing({*key});
    m_service.remove(id, keys::KeyService::Hold::UntilTold);
    const auto ended = [service = QPointer<keys::KeyService>(&m_service), id] {
        if (service)
            service->writeRemovals({id});
    };
    m_navigation.toast(
        tr("Key “%1” deleted").arg(key->name), tr("Undo"), [this, id] { m_service.undoRemove(id); }, ended);
}

void KeysPage::showCreate()
{
    const auto &state = m_service.state();
    m_form->setKnown(state.keys, state.aliases);
    if (!m_creating || state.writing.contains(QString()))
        return;
    if (state.hasSecret)
        return openSecret();
    const auto failure = state.failureOf({});
    if (!failure)
        return;
    m_creating = false;
    m_shownNotMade = state.notMade; // the form says it
    m_form->setBusy(false);
    m_form->refuse(failure);
}

void KeysPage::showSave()
{
    const auto &state = m_service.state();
    if (!m_saving || state.writing.contains(m_saving->id))
        return;
    const Key before = *std::exchange(m_saving, {});
    m_form->setBusy(false);
    if (const auto failure = state.failureOf(before.id)) {
        m_shownNotMade = state.notMade; // the form says it
        return m_form->refuse(failure);
    }
    m_form->clear();
    closeForm();
    m_proofs->saved(before);
    m_navigation.toast(tr("Key “%1” changed").arg(before.name), tr("Undo"), [this, before] { m_service.edit(before); });
}

} // namespace pages
