// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/set_words.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/diff_view.h"
#include "kit/empty_state.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/table.h"
#include "pages/changes/changes_page.h"
#include "pages/changes/confirm_card.h"
#include "pages/changes/journal_view.h"
#include "pages/changes/sets_view.h"
#include "pages/changes/touched_card.h"
#include "pages/edit_words.h"
#include "pages/navigation.h"
#include "pages/sync_notice.h"
#include "pages/words.h"
#include <algorithm>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the page that follows the state.
namespace pages {

using namespace kit;
using changes::SetState;

static bool needsAPerson(const changes::SetSummary &set)
{
    return set.head.interrupted || set.head.state == SetState::Open || set.head.state == SetState::Stopped
        || set.head.state == SetState::HalfUndone || set.head.state == SetState::Applying;
}

// What waits for a person comes first, else the newest.
qint64 ChangesPage::usualSet() const
{
    const auto &sets = m_service.state().sets;
    const auto first = std::ranges::find_if(sets, needsAPerson);
    if (first != sets.cend())
        return first->head.id;
    return sets.isEmpty() ? 0 : sets.first().head.id;
}

void ChangesPage::showState()
{
    m_chosen.show(m_wanted != 0 ? m_wanted : usualSet());
    const auto &chosen = m_chosen.state();
    const bool offline = m_session.state().reach == workspace::Session::Reach::Offline;
    showHeader();
    showNotices();
    showSteps();
    m_touched->show(chosen);
    m_confirm->show(chosen, m_service.state().working == chosen.wanted && chosen.wanted != 0, offline);
    m_confirm->showPlan(m_session.keys().state().asOf ? QString() : tr("The keys of the gateway were never read."));
    m_sets->show(m_service.state().sets);
    showBody();
    showSecrets();
}

void ChangesPage::showHeader()
{
    const auto &set = m_chosen.state().set;
    const bool one = m_view->current() == OneSet && set;
    const qsizetype sets = m_service.state().sets.size();
    m_view->setText(AllSets, sets > 0 ? tr("All sets %L1").arg(sets) : tr("All sets"));
    m_pill->setVisible(one);
    if (!one)
        return m_header->setNote({});
    const bool draft = set->state == SetState::Open;
    m_pill->show(pages::statusOf(*set), draft ? tr("draft, nothing sent") : changes::inWords(*set));
    QStringList said{set->title.isEmpty() ? tr("Set #%1").arg(set->id) : tr("#%1 %2").arg(set->id).arg(set->title)};
    if (!set->reason.isEmpty())
        said << set->reason;
    if (const auto &at = m_session.keys().state().asOf; at && draft)
        said << tr("held against the keys as of %1").arg(clock(*at));
    m_header->setNote(said.join(u" · "_s));
}

void ChangesPage::showNotices()
{
    clearNotices(m_notices);
    const auto &state = m_service.state();
    if (state.failure)
        addFailure(m_notices, Status::Warn, tr("The change sets could not be read"), *state.failure, {});
    if (state.writeFailure)
        addFailure(m_notices, Status::Bad, tr("It was not done"), *state.writeFailure, {});
    if (m_journal.state().failure && m_view->current() == Journal && m_journal.state().loaded)
        addFailure(m_notices, Status::Warn, tr("The journal could not be read"), *m_journal.state().failure, {});
    if (const auto &failure = m_chosen.state().failure)
        addFailure(m_notices, Status::Warn, tr("The change set could not be read"), *failure, {});
    for (const changes::Step &step : m_chosen.state().set ? m_chosen.state().set->steps : QList<changes::Step>())
        if (step.failure && step.state == changes::StepState::Failed)
            addFailure(m_notices, Status::Bad, titleOf(step.wanted), *step.failure, {});
}

void ChangesPage::showBody()
{
    if (m_view->current() == AllSets && !m_service.state().sets.isEmpty())
        return m_stack->setCurrentWidget(m_sets);
    if (m_view->current() == Journal) {
        QWidget *blank = blankOfJournal();
        return blank ? showBlank(blank) : m_stack->setCurrentWidget(m_lines);
    }
    if (m_chosen.state().set && !m_chosen.state().set->steps.isEmpty())
        return m_stack->setCurrentWidget(m_one);
    showBlank(blankOfSet());
}

void ChangesPage::showBlank(QWidget *blank)
{
    qDeleteAll(m_blank->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_blank->layout()->addWidget(blank);
    m_stack->setCurrentWidget(m_blank);
}

// What stands there instead of lines; null: there are some.
QWidget *ChangesPage::blankOfJournal()
{
    const auto &journal = m_journal.state();
    if (!journal.entries.isEmpty())
        return nullptr;
    if (journal.failure)
        return new EmptyState(Glyph::Changes, tr("The journal could not be read"), whyOf(*journal.failure));
    if (!journal.loaded)
        return new Skeleton(8);
    return new EmptyState(Glyph::Changes, tr("Nothing was written yet"),
        tr("Whatever this window or gwctl writes to the gateway gets a line here: when, by whom, why, and what became "
           "of "
           "it."));
}

QWidget *ChangesPage::blankOfSet()
{
    const bool waiting = m_service.state().loading || m_chosen.state().wanted != 0;
    if (waiting && !m_chosen.state().set && !m_chosen.state().failure)
        return new Skeleton(8);
    auto *blank = new EmptyState(Glyph::Changes, tr("Nothing is staged"),
        tr("Stage a change on the pages Keys and Aliases, or with gwctl and --stage: changes gather here, and none is "
           "sent "
           "before you apply them."));
    connect(blank->setPrimary(tr("Open Keys")), &QPushButton::clicked, this, [this] { m_navigation.open(u"keys"_s); });
    return blank;
}

void ChangesPage::showSteps()
{
    const QList<StepRow> rows = stepRows(m_chosen.state(), m_place.zone);
    m_stepsCard->setTitle(tr("%Ln change(s), in the order they are applied", nullptr, int(rows.size())));
    m_model.apply(rows);
    if (!m_table->currentIndex().isValid() && !rows.isEmpty())
        m_table->selectRow(0); // comes to showDifference()
    showDifference();
}

const changes::Step *ChangesPage::currentStep() const
{
    const QModelIndex at = m_table->currentIndex();
    const auto &set = m_chosen.state().set;
    if (!at.isValid() || !set)
        return nullptr;
    const auto found = std::ranges::find(set->steps, m_model.row(at.row()).place, &changes::Step::place);
    return found == set->steps.cend() ? nullptr : &*found;
}

void ChangesPage::showDifference()
{
    const changes::Step *step = currentStep();
    const bool open = m_chosen.state().set
        && (m_chosen.state().set->state == SetState::Open || m_chosen.state().set->state == SetState::Stopped);
    m_takeOut->setEnabled(
        step && open && (step->state == changes::StepState::Pending || step->state == changes::StepState::Failed));
    m_diffCard->setTitle(step ? tr("%1, before → after").arg(titleOf(step->wanted)) : tr("Before and after"));
    m_diff->setLines(step ? linesOf(step->wanted, m_place.zone) : QList<DiffLine>());
}

} // namespace pages
