// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/review_detail.h"
#include "keys/review_words.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "kit/segmented.h"
#include "pages/facts.h"
#include "pages/keys/review_model.h"
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using keys::Decision;

ReviewDetail::ReviewDetail()
    : m_name(wrapped({}, Type::Title))
    , m_facts(new QVBoxLayout)
    , m_choice(new Segmented(tr("Decision"), {tr("Undecided"), tr("Keep"), tr("Narrow"), tr("Disable"), tr("Delete")}))
    , m_note(new QLineEdit)
    , m_why(wrapped({}, Type::Body, Ink::Muted))
{
    auto *card = new Card;
    plainColumn(this)->addWidget(card);
    auto *all = new QWidget;
    QVBoxLayout *column = plainColumn(all, space::m);
    card->body()->addWidget(all, 1);
    m_decision = decision();
    column->addWidget(m_name);
    column->addWidget(m_decision);
    column->addWidget(m_why);
    column->addLayout(m_facts);
    column->addStretch(1);
}

QWidget *ReviewDetail::decision()
{
    m_choice->setObjectName(u"reviewDecision"_s);
    m_note->setObjectName(u"reviewNote"_s);
    m_note->setPlaceholderText(tr("Why, for those who read it later"));
    connect(m_choice, &Segmented::chosen, this, &ReviewDetail::say);
    connect(m_note, &QLineEdit::editingFinished, this, &ReviewDetail::say);
    return stacked({m_choice, new FormRow(tr("Note"), m_note)}, space::s);
}

// Nothing is said that is so already: leaving a field is no decision.
void ReviewDetail::say()
{
    if (!m_row)
        return;
    const keys::Verdict verdict{m_row->key.id, Decision(m_choice->current()), m_note->text().trimmed()};
    if (verdict.decision == m_row->decision && verdict.note == m_row->note)
        return;
    m_row->decision = verdict.decision;
    m_row->note = verdict.note;
    emit decided(verdict);
}

void ReviewDetail::show(const std::optional<keys::ReviewRow> &row, const QList<keys::ReviewDifference> &changed,
    bool decidable, const QString &why)
{
    const bool other = !row || !m_row || row->key.id != m_row->key.id;
    m_row = row;
    setVisible(row.has_value());
    if (!row)
        return;
    m_name->setText(row->key.name);
    m_decision->setEnabled(decidable);
    m_choice->setCurrent(int(row->decision));
    if (other || !m_note->hasFocus())
        m_note->setText(row->note);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    showFacts(*row, changed);
}

static QList<QWidget *> risksOf(const keys::ReviewRow &row)
{
    QList<QWidget *> pills;
    for (const keys::Risk risk : row.risks)
        pills << new Pill(statusOf(row), keys::inWords(risk));
    return pills;
}

static QList<QWidget *> factsOf(const keys::ReviewRow &row)
{
    const Passport &passport = row.key.passport;
    return {fact(ReviewDetail::tr("Owner"), keys::ownerOf(row)), fact(ReviewDetail::tr("Reason"), keys::reasonOf(row)),
        fact(ReviewDetail::tr("Scope"), keys::scopeOf(row)), fact(ReviewDetail::tr("Can call"), keys::reachOf(row)),
        fact(ReviewDetail::tr("Most in 31 days"), mostOf(row)),
        fact(ReviewDetail::tr("Last use"), keys::lastUseOf(row)),
        fact(ReviewDetail::tr("Application"), passport.application),
        fact(ReviewDetail::tr("Review date"), passport.reviewDate.toString(Qt::ISODate))};
}

void ReviewDetail::showFacts(const keys::ReviewRow &row, const QList<keys::ReviewDifference> &changed)
{
    delete m_shown;
    QList<QWidget *> parts;
    if (const QList<QWidget *> risks = risksOf(row); !risks.isEmpty())
        parts << flow(risks);
    parts << gridOf(factsOf(row));
    QList<QWidget *> lines;
    for (const keys::ReviewDifference &each : changed)
        lines << wrapped(keys::inWords(each), Type::Body);
    if (!lines.isEmpty()) {
        lines.prepend(label(tr("Changed since the review before"), Type::Strong));
        parts << stacked(lines, space::xs);
    }
    m_shown = stacked(parts, space::m);
    m_facts->addWidget(m_shown);
}

} // namespace pages
