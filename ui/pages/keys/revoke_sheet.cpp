// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/revoke_sheet.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "kit/sheet.h"
#include "kit/table.h"
#include "pages/keys/revoke_words.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

RevokeSheet::RevokeSheet(
    const QString &owner, const QStringList &known, workspace::OwnerRevocation &revocation, QWidget *window)
    : m_revocation(&revocation)
    , m_production(anyProduction(revocation.profiles()))
    , m_sheet(new Sheet(tr("Revoke every key of an owner"), tr("on all connections, at once"), window))
    , m_owner(new QComboBox)
    , m_why(new QLineEdit)
    , m_typed(new QLineEdit)
    , m_pill(new Pill(Status::Running, {}))
    , m_sentence(wrapped({}, Type::Strong))
    , m_advice(wrapped({}, Type::Body))
    , m_model(new RevokedModel)
    , m_table(new Table(tr("What became of the keys")))
    , m_whole(wrapped({}, Type::Body))
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_close(button({}))
    , m_retry(button(tr("Try the failed again")))
    , m_prove(button(tr("Prove a refusal…"), Role::Primary))
    , m_revoke(button(tr("Disable every key"), Role::Danger))
{
    setParent(m_sheet);
    m_model->setParent(this);
    m_sheet->setObjectName(u"revokeSheet"_s);
    m_ask = askPart(owner, known);
    m_live = livePart();
    m_sheet->body()->addWidget(m_ask);
    m_sheet->body()->addWidget(m_live);
    buildFoot();
    m_sheet->setWidth(760);
    follow();
    showState();
    m_sheet->open();
    (owner.isEmpty() ? static_cast<QWidget *>(m_owner) : m_why)->setFocus(Qt::OtherFocusReason);
}

QWidget *RevokeSheet::askPart(const QString &owner, const QStringList &known)
{
    m_owner->setObjectName(u"revokeOwner"_s);
    m_owner->setEditable(true);
    m_owner->setInsertPolicy(QComboBox::NoInsert);
    m_owner->addItems(known);
    m_owner->setEditText(owner);
    m_why->setObjectName(u"revokeWhy"_s);
    m_typed->setObjectName(u"revokeTyped"_s);
    const QList<Profile> profiles = m_revocation->profiles();
    QLabel *asked = wrapped(connectionsInWords(profiles), Type::Body);
    asked->setObjectName(u"revokeConnections"_s);
    QList<QWidget *> parts{
        paragraph(tr("For a leak: every enabled key whose passport names this owner is disabled, and read back. Each "
                     "connection gets a change set, by which it can be taken back."),
            Ink::Text),
        new FormRow(tr("Owner"), m_owner),
        stacked({label(tr("Asked: %Ln connection(s)", nullptr, int(profiles.size()))), asked}, space::xs),
        (new FormRow(tr("Why"), m_why))->withHint(tr("Kept in the journal: “leaked, INC-204”."))};
    auto *typed = new FormRow(tr("Production is among them. Type the name of the owner to go on."), m_typed);
    if (m_production)
        parts << typed;
    QWidget *made = stacked(parts, space::m);
    if (!m_production) {
        typed->setParent(made);
        typed->hide();
    }
    return made;
}

QWidget *RevokeSheet::livePart()
{
    m_sentence->setObjectName(u"revokeSentence"_s);
    m_advice->setObjectName(u"revokeAdvice"_s);
    m_table->setObjectName(u"revokedTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(RevokedModel::Result, new StatusCell(m_table));
    m_table->setWidths({140, 140, 150, 0});
    m_table->setMinimumHeight(scaled(220));
    m_whole->setObjectName(u"revokeWhole"_s);
    return stacked({row({m_pill, spacer()}), m_sentence, m_advice, m_table, m_whole}, space::m, 3);
}

void RevokeSheet::buildFoot()
{
    m_reason->setObjectName(u"revokeReason"_s);
    m_close->setObjectName(u"revokeClose"_s);
    m_retry->setObjectName(u"revokeRetry"_s);
    m_prove->setObjectName(u"revokeProve"_s);
    m_revoke->setObjectName(u"revokeNow"_s);
    m_sheet->foot()->addWidget(m_reason, 1);
    for (QPushButton *verb : {m_close, m_retry, m_prove, m_revoke})
        m_sheet->foot()->addWidget(verb);
}

void RevokeSheet::follow()
{
    connect(m_revocation, &Observable::changed, this, &RevokeSheet::showState);
    connect(m_revocation, &QObject::destroyed, this, &RevokeSheet::close); // its page went
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RevokeSheet::showWhole);
    connect(m_owner, &QComboBox::currentTextChanged, this, &RevokeSheet::judge);
    connect(m_typed, &QLineEdit::textChanged, this, &RevokeSheet::judge);
    connect(m_revoke, &QPushButton::clicked, this, &RevokeSheet::revoke);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_revocation->retry();
        showState();
    });
    connect(m_close, &QPushButton::clicked, this, &RevokeSheet::closeIfIdle);
    connect(m_sheet, &Sheet::closeWanted, this, &RevokeSheet::closeIfIdle);
    connect(m_prove, &QPushButton::clicked, this, &RevokeSheet::proveChosen);
    connect(m_table, &QTableView::activated, this, &RevokeSheet::proveChosen);
}

QString RevokeSheet::owner() const
{
    return m_owner->currentText().trimmed();
}

void RevokeSheet::revoke()
{
    workspace::RevokeWish wish;
    wish.owner = owner();
    wish.title = tr("Revoke every key of %1").arg(owner());
    wish.reason = m_why->text().trimmed();
    m_begun = true;
    m_revocation->revoke(wish);
    showState();
}

QString RevokeSheet::reasonAgainst() const
{
    if (owner().isEmpty())
        return tr("Name the owner first.");
    if (m_production && m_typed->text().trimmed() != owner())
        return tr("Type the name of the owner once more.");
    return {};
}

void RevokeSheet::judge()
{
    const QString against = m_begun ? QString() : reasonAgainst();
    m_reason->setText(against);
    m_revoke->setEnabled(against.isEmpty());
    m_revoke->setAccessibleDescription(against);
}

void RevokeSheet::showState()
{
    if (!m_revocation)
        return;
    const workspace::OwnerRevocation::State &state = m_revocation->state();
    const RevokedSaid said = m_begun ? saidOf(state) : RevokedSaid();
    m_ask->setVisible(!m_begun);
    m_live->setVisible(m_begun);
    m_pill->show(said.status, said.word);
    m_sentence->setText(said.sentence);
    m_advice->setText(said.advice);
    m_advice->setVisible(!said.advice.isEmpty());
    m_model->apply(revokedRows(state.lines));
    m_close->setText(m_begun ? tr("Close") : tr("Cancel"));
    m_close->setEnabled(!state.running);
    m_retry->setVisible(said.retries);
    setRole(m_retry, said.retries ? Role::Primary : Role::Normal);
    setRole(m_prove, said.retries ? Role::Normal : Role::Primary);
    m_prove->setVisible(said.proves);
    if (said.proves && !said.retries)
        chooseFirst();
    m_revoke->setVisible(!m_begun);
    showWhole();
    judge();
    moveFocus(state.running);
}

// Why the chosen row was not disabled, in full; with none chosen, the first that was not.
void RevokeSheet::showWhole()
{
    const int chosen = m_table->currentIndex().row();
    QString why = chosen >= 0 ? m_model->row(chosen).why : QString();
    for (int r = 0; r < m_model->rowCount() && chosen < 0 && why.isEmpty(); ++r)
        why = m_model->row(r).why;
    m_whole->setText(why);
    m_whole->setVisible(!why.isEmpty());
    showProof();
}

std::optional<workspace::RevokedLine> RevokeSheet::chosenLine() const
{
    using Result = workspace::RevokedLine::Result;
    const int row = m_table->currentIndex().row();
    if (!m_revocation || row < 0 || row >= m_revocation->state().lines.size())
        return {};
    const workspace::RevokedLine line = m_revocation->state().lines.at(row);
    const bool off = line.result == Result::Disabled || line.result == Result::WasDisabled;
    return off && !line.key.name.isEmpty() ? std::optional(line) : std::nullopt;
}

// The verb names its key: each row has a proof of its own.
void RevokeSheet::showProof()
{
    const auto line = chosenLine();
    m_prove->setEnabled(line.has_value());
    m_prove->setText(line ? tr("Prove “%1”…").arg(line->key.name) : tr("Prove a refusal…"));
    m_prove->setAccessibleDescription(
        line ? tr("on %1").arg(line->profile) : tr("Choose a key that is disabled in the list."));
}

void RevokeSheet::chooseFirst()
{
    if (m_table->currentIndex().isValid())
        return;
    for (int row = 0; row < m_model->rowCount() && !chosenLine(); ++row)
        m_table->setCurrentIndex(m_model->index(row, 0));
    if (!chosenLine())
        m_table->setCurrentIndex({});
}

void RevokeSheet::proveChosen()
{
    if (const auto line = chosenLine())
        emit proofWanted(*line);
}

// At the end to what follows from it.
void RevokeSheet::moveFocus(bool running)
{
    if (std::exchange(m_running, running) == running || running)
        return;
    QPushButton *next = m_close;
    if (!m_prove->isHidden())
        next = m_prove;
    if (!m_retry->isHidden())
        next = m_retry;
    next->setFocus(Qt::OtherFocusReason);
}

// What is being written is written to its end.
void RevokeSheet::closeIfIdle()
{
    if (m_revocation && m_revocation->state().running)
        return;
    close();
}

void RevokeSheet::close()
{
    if (m_begun && m_revocation)
        emit ended();
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
