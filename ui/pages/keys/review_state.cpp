// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_words.h"
#include "kit/format.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/key_words.h"
#include "pages/keys/review_detail.h"
#include "pages/keys/review_view.h"
#include "pages/words.h"
#include <algorithm>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the review that follows the service's state.
namespace pages {

using namespace kit;
using keys::Decision;

bool ReviewView::open() const
{
    const keys::Review &shown = m_service.state().shown;
    return shown.id != 0 && !shown.closedAt;
}

void ReviewView::showState()
{
    showHead();
    showPicker();
    showNotice();
    showRows();
    showVerbs();
}

void ReviewView::showHead()
{
    const keys::Review &shown = m_service.state().shown;
    const QString at = dayAndTime(shown.at, m_place.zone);
    const QString count = tr("%Ln key(s)", nullptr, int(shown.rows.size()));
    if (!m_service.state().ready)
        m_header->setNote(tr("reading"));
    else if (shown.id == 0)
        m_header->setNote(tr("%1, as of %2, not kept").arg(count, at));
    else if (shown.closedAt)
        m_header->setNote(tr("%1, taken %2 by %3, closed").arg(count, at, shown.by));
    else
        m_header->setNote(tr("%1, taken %2 by %3, %L4 decided").arg(count, at, shown.by).arg(shown.decided));
}

void ReviewView::showPicker()
{
    const keys::ReviewService::State &state = m_service.state();
    const QSignalBlocker quiet(m_picker);
    m_picker->clear();
    m_picker->addItem(tr("As of now"), 0);
    for (const keys::Review &each : state.kept) {
        const QString at = dayAndTime(each.at, m_place.zone);
        m_picker->addItem(each.closedAt ? tr("%1, closed").arg(at) : at, each.id);
    }
    m_picker->setCurrentIndex(qMax(0, m_picker->findData(state.shown.id)));
    m_export->setEnabled(!state.shown.rows.isEmpty());
}

void ReviewView::showNotice()
{
    const std::optional<Failure> &failure = m_service.state().failure;
    if (failure == std::exchange(m_shownFailure, failure))
        return;
    delete m_notice;
    m_notice = failure ? failureNotice(tr("The review could not be read or kept"), *failure) : nullptr;
    if (m_notice)
        m_notices->addWidget(m_notice);
}

QList<ReviewLine> ReviewView::lines() const
{
    QSet<QString> changed;
    for (const keys::ReviewDifference &each : m_service.state().changed)
        changed << each.keyId;
    QList<ReviewLine> out;
    for (const keys::ReviewRow &row : m_service.state().shown.rows)
        out << ReviewLine{row, changed.contains(row.key.id)};
    return out;
}

static bool found(const ReviewLine &line, const QString &text)
{
    const Passport &passport = line.row.key.passport;
    return text.isEmpty()
        || std::ranges::any_of(
            QStringList{line.row.key.name, passport.owner, passport.purpose, passport.ticket, passport.application},
            [&text](const QString &each) { return each.contains(text, Qt::CaseInsensitive); });
}

void ReviewView::showRows()
{
    const QList<ReviewLine> all = lines();
    const QStringList names{tr("All %L1"), tr("With risks %L1"), tr("Undecided %L1"), tr("Changed %L1")};
    for (int group = 0; group < names.size(); ++group)
        m_groups->setText(group, names.at(group).arg(std::ranges::count_if(all, [group](const ReviewLine &line) {
            return belongs(line, ReviewGroup(group));
        })));
    QList<ReviewLine> rows;
    for (const ReviewLine &line : all)
        if (belongs(line, ReviewGroup(m_groups->current())) && found(line, m_search->text()))
            rows << line;
    m_model.apply(rows);
    m_body->setCurrentIndex(rows.isEmpty() && m_service.state().ready ? 1 : 0);
    if (!m_table->currentIndex().isValid() && !rows.isEmpty())
        m_table->selectionModel()->setCurrentIndex(
            m_model.index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    showChosen();
}

void ReviewView::showChosen()
{
    const int at = m_table->currentIndex().row();
    if (at < 0 || at >= m_model.rowCount())
        return m_detail->show({}, {}, false, {});
    const keys::ReviewRow &row = m_model.row(at).row;
    QList<keys::ReviewDifference> changed;
    for (const keys::ReviewDifference &each : m_service.state().changed)
        if (each.keyId == row.key.id)
            changed << each;
    const bool kept = m_service.state().shown.id != 0;
    const QString why = open() ? QString()
        : kept                 ? tr("This review is closed.")
                               : tr("Keep the review to decide about its keys.");
    m_detail->show(row, changed, open(), why);
}

// What is to be disabled or deleted, of keys that are still there and not yet so.
QList<changes::Edit> ReviewView::edits() const
{
    QList<changes::Edit> out;
    for (const keys::ReviewRow &row : m_service.state().shown.rows) {
        const auto key = std::ranges::find(m_keys, row.key.id, &Key::id);
        if (key == m_keys.end())
            continue;
        changes::Change change{*key, {}};
        if (row.decision == Decision::Disable && key->enabled) {
            change.after = *key;
            change.after->enabled = false;
            out << changes::Edit(change);
        } else if (row.decision == Decision::Delete) {
            out << changes::Edit(change);
        }
    }
    return out;
}

void ReviewView::showVerbs()
{
    const keys::ReviewService::State &state = m_service.state();
    const qsizetype left = state.shown.rows.size() - state.shown.decided;
    const bool kept = state.shown.id != 0;
    m_primary->setText(kept ? tr("Close review") : tr("Keep review"));
    m_primary->setVisible(!state.shown.closedAt);
    m_primary->setEnabled(state.ready && !state.writing && !state.shown.rows.isEmpty() && (!kept || left == 0));
    const QString why = kept && left > 0 ? tr("%Ln key(s) are undecided.", nullptr, int(left)) : QString();
    m_primary->setToolTip(why);
    m_primary->setAccessibleDescription(why);
    const qsizetype writes = edits().size();
    m_stage->setText(tr("Stage %Ln change(s)", nullptr, int(writes)));
    m_stage->setVisible(writes > 0 && bool(m_place.stage));
    const QString risks = keys::risksInShort(state.shown.rows);
    m_risks->setText(risks.isEmpty() && state.ready ? tr("No key needs a look.") : risks);
}

} // namespace pages
