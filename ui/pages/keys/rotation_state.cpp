// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/chart_panel.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/line_chart.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/table.h"
#include "pages/facts.h"
#include "pages/key_words.h"
#include "pages/keys/rotation_chart.h"
#include "pages/keys/rotation_view.h"
#include "pages/words.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the runbook that follows the service's state.
namespace pages {

using namespace kit;

void RotationView::showState()
{
    const RotationScreen screen = screenOf(m_service.state(), m_place.zone, m_clock.now());
    showHead();
    m_steps->setSteps(stepsOf(m_service.state(), m_place.zone));
    const keys::RotationService::State &state = m_service.state();
    if (m_said != screen || m_shownFailure != state.failure || m_shownRun != state.refutedRun) {
        m_said = screen;
        m_shownFailure = state.failure;
        m_shownRun = state.refutedRun;
        showNotice();
        showAsked(screen);
    }
    showFacts();
    showCourse();
    showVerbs();
}

void RotationView::showHead()
{
    const auto &shown = m_service.state().shown;
    m_header->setTitle(tr("Rotate key “%1”").arg(shown ? shown->oldName : m_key.name));
    m_header->setNote(shown ? tr("begun %1 on %2").arg(dayAndTime(shown->begun, m_place.zone), m_place.profile)
                            : tr("on %1").arg(m_place.profile));
}

QWidget *RotationView::noticeOf(const RotationScreen &screen)
{
    const keys::RotationService::State &state = m_service.state();
    if (state.failure)
        return failureNotice(tr("The step was not done"), *state.failure, attemptOn(m_place));
    if (state.refutedRun.isEmpty())
        return new Notice(screen.status, screen.title, screen.text);
    auto *notice = new Notice(Status::Bad, tr("The proof does not hold"),
        tr("Run %1 says which call went otherwise, and why.").arg(state.refutedRun));
    connect(notice->addAction(tr("Show the run")), &QPushButton::clicked, this, &RotationView::runWanted);
    return notice;
}

void RotationView::showNotice()
{
    delete m_notice;
    m_notice = noticeOf(*m_said);
    m_notice->setObjectName(u"rotationNotice"_s);
    m_notices->addWidget(m_notice);
}

void RotationView::showAsked(const RotationScreen &screen)
{
    const bool begins = !m_service.state().shown;
    m_beginRows->setVisible(begins);
    m_secretRow->setName(screen.secret);
    m_secretRow->setVisible(!screen.secret.isEmpty());
    m_noteRow->setName(screen.note);
    m_noteRow->withHint(screen.noteHint);
    m_noteRow->setVisible(!screen.note.isEmpty());
    m_ask->setVisible(begins || !screen.secret.isEmpty() || !screen.note.isEmpty());
    m_panel->setVisible(!begins);
    m_who->setVisible(!begins);
}

QList<QWidget *> RotationView::factsOf() const
{
    const auto &shown = m_service.state().shown;
    if (!shown)
        return {fact(tr("Old key"), m_key.name), fact(tr("Its secret"), prefixShown(m_key)),
            fact(tr("Owner"), m_key.passport.owner), fact(tr("Rotation owner"), m_key.passport.rotationOwner)};
    return {fact(tr("Old key"), shown->oldName), fact(tr("New key"), shown->newName), fact(tr("Why"), shown->reason),
        fact(tr("Drained after"), tr("%n hour(s)", nullptr, shown->drainHours))};
}

void RotationView::showFacts()
{
    delete m_factGrid;
    m_factGrid = gridOf(factsOf());
    m_facts->addWidget(m_factGrid);
}

void RotationView::showCourse()
{
    const keys::RotationService::State &state = m_service.state();
    if (!state.course || !state.shown)
        return;
    m_chart->setData(courseData(*state.course, m_place.zone));
    m_panel->setLegend(tr("Keys"), courseLegend(*state.course, m_place.zone, m_clock.now()));
    const bool whole = !state.course->oldCalls.contains(std::nullopt);
    m_panel->setNote(whole ? QString() : tr("Hatched: rows can be missing"));
    m_panel->refresh();
    m_callers.apply(state.course->callers);
    m_table->setVisible(!state.course->callers.isEmpty());
    m_table->fitRows();
    m_noCallers->setVisible(state.course->callers.isEmpty());
    m_noCallers->setText(tr("No stored row of the last %n hour(s) has this key.", nullptr, state.shown->drainHours));
}

void RotationView::showVerbs()
{
    if (!m_said)
        return;
    const RotationScreen &screen = *m_said;
    const bool named = m_service.state().shown || !m_name->text().trimmed().isEmpty();
    const bool told = (screen.secretWillDo && !m_secret->text().isEmpty())
        || (screen.noteWillDo && !m_note->text().trimmed().isEmpty());
    const bool can = (screen.ready && named) || told;
    m_primary->setText(screen.primary);
    m_primary->setVisible(!screen.primary.isEmpty());
    m_primary->setEnabled(
        can && (m_service.state().shown || reasonAgainst(m_place, gateway::Feature::CreateKey).isEmpty()));
    m_why->setText(can ? QString() : screen.why);
    m_reopen->setVisible(screen.reopens);
    m_abandon->setVisible(screen.abandons && m_service.state().shown);
    m_requests->setVisible(m_service.state().shown.has_value());
}

} // namespace pages
