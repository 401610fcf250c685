// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/confirm_card.h"
#include "domain/profile.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include <algorithm>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using changes::ChangeSet;
using changes::SetState;
using changes::StepState;

ConfirmCard::ConfirmCard(const Profile &profile)
    : m_profile(profile.name)
    , m_production(profile.environment == ::Environment::Production)
    , m_readOnly(profile.readOnly)
    , m_title(wrapped({}, Type::Body))
    , m_name(new QLineEdit)
    , m_typed(new FormRow(tr("This is production. Type the name of the connection to go on."), m_name))
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_plan(button(tr("Export plan…")))
    , m_drop(button(tr("Discard")))
    , m_undo(button(tr("Take back")))
    , m_apply(button({}, Role::Primary))
{
    m_name->setObjectName(u"productionName"_s);
    m_name->setPlaceholderText(m_profile);
    m_title->setObjectName(u"setWords"_s);
    m_reason->setObjectName(u"applyReason"_s);
    m_apply->setObjectName(u"applySet"_s);
    m_undo->setObjectName(u"undoSet"_s);
    m_drop->setObjectName(u"dropSet"_s);
    m_plan->setObjectName(u"exportPlan"_s);
    auto *card = new Card;
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_typed);
    card->body()->addWidget(m_reason);
    card->body()->addWidget(row({m_plan, spacer(), m_drop, m_undo, m_apply}));
    plainColumn(this)->addWidget(card);
    connect(m_name, &QLineEdit::textChanged, this, &ConfirmCard::judge);
    connect(m_name, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_apply, &QPushButton::clicked, this, &ConfirmCard::applyWanted);
    connect(m_undo, &QPushButton::clicked, this, &ConfirmCard::undoWanted);
    connect(m_drop, &QPushButton::clicked, this, &ConfirmCard::dropWanted);
    connect(m_plan, &QPushButton::clicked, this, &ConfirmCard::planWanted);
}

static bool waits(const changes::Step &step)
{
    return step.state == StepState::Pending || step.state == StepState::Failed || step.state == StepState::Doing;
}

static int left(const ChangeSet &set)
{
    return int(std::ranges::count_if(set.steps, waits));
}

static bool canApply(const ChangeSet &set)
{
    return set.state == SetState::Open || set.state == SetState::Stopped
        || (set.interrupted && set.state == SetState::Applying);
}

static bool canUndo(const ChangeSet &set)
{
    return set.state == SetState::Stopped || set.state == SetState::Applied || set.state == SetState::HalfUndone
        || set.interrupted;
}

static QString wordsOf(const ChangeSet &set)
{
    if (set.interrupted)
        return ConfirmCard::tr(
            "The program that worked on it ended in between. What was begun is looked up first; then it "
            "goes on, or is taken back.");
    switch (set.state) {
    case SetState::Open:
        return ConfirmCard::tr(
            "Nothing is sent before you apply it. Each change is read back; the first that fails stops "
            "the rest.");
    case SetState::Stopped:
        return ConfirmCard::tr("It stopped at a change that failed. Applying goes on with what is left.");
    case SetState::Applied:
        return ConfirmCard::tr("Applied, and read back from the gateway.");
    case SetState::HalfUndone:
        return ConfirmCard::tr("Not everything could be taken back; the list says why.");
    case SetState::Undone:
        return ConfirmCard::tr("Taken back.");
    case SetState::Dropped:
        return ConfirmCard::tr("Discarded: nothing more of it is sent.");
    case SetState::Applying:
    case SetState::Undoing:
        break;
    }
    return ConfirmCard::tr("Another program works on it now.");
}

void ConfirmCard::show(const workspace::ChosenSet::State &state, bool working, bool offline)
{
    if (state.wanted != m_state.wanted)
        m_name->clear();
    m_state = state;
    m_working = working;
    m_offline = offline;
    if (state.set)
        showVerbs(*state.set);
    judge();
}

void ConfirmCard::showPlan(const QString &against)
{
    m_plan->setEnabled(against.isEmpty());
    m_plan->setToolTip(against.isEmpty()
            ? tr("The keys and their settings as this set leaves them, as a file for review; no secret is in it")
            : against);
    m_plan->setAccessibleDescription(m_plan->toolTip());
}

void ConfirmCard::showVerbs(const ChangeSet &set)
{
    const auto done = std::ranges::count(set.steps, StepState::Done, &changes::Step::state);
    const bool applies = canApply(set) && !m_working;
    const bool undoes = canUndo(set) && !m_working;
    m_title->setText(
        m_working ? tr("%L1 of %Ln change(s) done.", nullptr, int(set.steps.size())).arg(done) : wordsOf(set));
    m_apply->setText(set.state == SetState::Open ? tr("Apply %Ln change(s)", nullptr, left(set))
                                                 : tr("Go on with %Ln change(s)", nullptr, left(set)));
    m_apply->setVisible(applies);
    m_undo->setVisible(undoes);
    m_drop->setVisible(!m_working && (set.state == SetState::Open || set.state == SetState::Stopped));
    m_typed->setVisible(m_production && !m_readOnly && (applies || undoes));
}

QString ConfirmCard::reasonAgainstApply() const
{
    const auto blocks = std::ranges::find_if(m_state.concerns, &changes::Concern::blocks);
    if (m_readOnly)
        return tr("%1 is locked for reading. The set is kept.").arg(m_profile);
    if (m_offline)
        return tr("The gateway cannot be reached. The set is kept until it can.");
    if (m_state.set && left(*m_state.set) == 0 && canApply(*m_state.set))
        return tr("Nothing is left to apply.");
    if (blocks != m_state.concerns.cend())
        return tr("One change cannot be applied like this: %1").arg(blocks->text);
    return m_state.set && m_state.order.isEmpty() && !m_state.set->steps.isEmpty()
        ? tr("These changes wait for each other's names.")
        : QString();
}

void ConfirmCard::judge()
{
    const bool named = !m_production || m_name->text() == m_profile;
    const QString against = reasonAgainstApply();
    const bool shown = m_state.set && (!m_apply->isHidden() || !m_undo->isHidden());
    m_reason->setText(against);
    m_reason->setVisible(shown && !against.isEmpty());
    m_apply->setEnabled(against.isEmpty() && named);
    m_apply->setAccessibleDescription(against);
    m_undo->setEnabled(!m_readOnly && !m_offline && named);
}

} // namespace pages
