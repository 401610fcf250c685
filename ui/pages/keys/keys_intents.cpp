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
    m_editAction->setEnabled(key && !writing && reasonAgainstEdit(m_place).isEmpty());
    m_rotateAction->setEnabled(key && !writing && chosen().size() == 1 && reasonAgainstRotation(m_place).isEmpty());
    m_runbookAction->setEnabled(
        key && chosen().size() == 1 && (rotationOf(*key) || reasonAgainst(m_place, Feature::CreateKey).isEmpty()));
    m_scheduleAction->setEnabled(key && chosen().size() == 1);
    m_guardAction->setEnabled(key && chosen().size() == 1);
    m_proveAction->setEnabled(key && chosen().size() == 1);
    m_revokeAction->setEnabled(key && chosen().size() == 1 && !key->passport.owner.isEmpty());
    m_toggleAction->setText(key && !key->enabled ? tr("Enable") : tr("Disable"));
    m_toggleAction->setEnabled(key && reasonAgainst(m_place, Feature::DisableKey).isEmpty());
    m_removeAction->setEnabled(key && reasonAgainst(m_place, Feature::DeleteKey).isEmpty());
    m_stageToggle->setText(key && !key->enabled ? tr("Stage: enable") : tr("Stage: disable"));
    m_stageToggle->setEnabled(m_toggleAction->isEnabled());
    m_stageRemoval->setEnabled(m_removeAction->isEnabled());
    m_chosen->setText(tr("%L1 of %L2 chosen").arg(chosen().size()).arg(m_filter->rowCount()));
    qint64 sum = 0;
    for (int r = 0; r < m_model->rowCount(); ++r)
        sum += m_model->row(r).key.spentNanos.value_or(0);
    m_sum->setText(tr("Spent by all of them: %1").arg(format::moneyWithCode(sum, u"USD"_s)));
}

void KeysPage::toggleChosen()
{
    const auto key = current();
    if (!key || !m_toggleAction->isEnabled())
        return;
    const bool enable = !key->enabled;
    const QStringList ids = chosen();
    m_toggling = Toggle{ids, enable, key->name};
    for (const QString &id : ids)
        m_service.setEnabled(id, enable);
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
    const auto writing = [&state](const QString &id) { return state.writing.contains(id); };
    if (!m_toggling || std::ranges::any_of(m_toggling->ids, writing))
        return;
    const Toggle toggle = *std::exchange(m_toggling, {});
    const bool enable = toggle.enable;
    QStringList ids;
    for (const Key &key : state.keys)
        if (toggle.ids.contains(key.id) && key.enabled == enable)
            ids << key.id;
    if (ids.isEmpty())
        return;
    if (!enable && ids.size() == 1)
        m_proofs->disabled(*std::ranges::find(state.keys, ids.first(), &Key::id));
    const QString verb = toggle.ids.size() > 1
        ? (enable ? tr("%Ln key(s) enabled", nullptr, int(ids.size()))
                  : tr("%Ln key(s) disabled", nullptr, int(ids.size())))
        : (enable ? tr("Key “%1” enabled") : tr("Key “%1” disabled")).arg(toggle.name);
    m_navigation.toast(verb, tr("Undo"), [this, ids, enable] {
        for (const QString &id : ids)
            m_service.setEnabled(id, !enable);
    });
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
    const QStringList ids = chosen();
    m_proofs->removing(chosenKeys());
    for (const QString &id : ids)
        m_service.remove(id, keys::KeyService::Hold::UntilTold);
    const QString text =
        ids.size() > 1 ? tr("%Ln key(s) deleted", nullptr, int(ids.size())) : tr("Key “%1” deleted").arg(key->name);
    const auto ended = [service = QPointer<keys::KeyService>(&m_service), ids] {
        if (service)
            service->writeRemovals(ids);
    };
    m_navigation.toast(
        text, tr("Undo"), [this, ids] { undo(ids); }, ended);
}

void KeysPage::undo(const QStringList &ids)
{
    for (const QString &id : ids)
        m_service.undoRemove(id);
}

void KeysPage::showCreate()
{
    const auto &state = m_service.state();
    m_form->setKnown(state.keys, state.aliases);
    if (!m_creating || state.writing.contains(QString()))
        return;
    if (state.hasSecret)
        return openSecret();
    if (!state.writeFailure)
        return;
    m_creating = false;
    m_shownWriteFailure = state.writeFailure; // the form says it
    m_form->setBusy(false);
    m_form->refuse(state.writeFailure);
}

void KeysPage::showSave()
{
    const auto &state = m_service.state();
    if (!m_saving || state.writing.contains(m_saving->id))
        return;
    const Key before = *std::exchange(m_saving, {});
    m_form->setBusy(false);
    if (state.writeFailure) {
        m_shownWriteFailure = state.writeFailure; // the form says it
        return m_form->refuse(state.writeFailure);
    }
    m_form->clear();
    closeForm();
    m_proofs->saved(before);
    m_navigation.toast(tr("Key “%1” changed").arg(before.name), tr("Undo"), [this, before] { m_service.edit(before); });
}

} // namespace pages
