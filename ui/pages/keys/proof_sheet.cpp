// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/proof_sheet.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/pill.h"
#include "kit/sheet.h"
#include "pages/keys/proof_words.h"
#include "pages/words.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pages {

using namespace kit;
using Phase = workspace::RefusalProof::State::Phase;

ProofSheet::ProofSheet(Subject subject, workspace::RefusalProof &proof, const KeyPlace &place, QWidget *window)
    : m_subject(std::move(subject))
    , m_zone(place.zone)
    , m_proof(&proof)
    , m_sheet(new Sheet(
          m_subject.key ? tr("Prove that “%1” is refused").arg(m_subject.key->name) : tr("Prove that a key is refused"),
          tr("on %1").arg(place.profile), window))
    , m_secret(new QLineEdit)
    , m_alias(new QComboBox)
    , m_minutes(new QSpinBox)
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_show(button(tr("Show the run"), Role::Quiet))
    , m_close(button({}))
    , m_start(button({}, Role::Primary))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"proofSheet"_s);
    m_ask = askPart();
    m_live = livePart();
    m_sheet->body()->addWidget(m_ask);
    m_sheet->body()->addWidget(m_live);
    buildFoot();
    m_sheet->setWidth(600);
    follow();
    showState();
    m_sheet->open();
    QWidget *first = m_subject.secret.isEmpty() ? static_cast<QWidget *>(m_secret) : m_alias;
    first->setFocus(Qt::OtherFocusReason);
    if (m_subject.begins && m_start->isEnabled() && m_proof->state().phase == Phase::Ready && !secret().isEmpty())
        start();
    if (m_proof->state().phase == Phase::Running)
        m_second.start();
}

ProofSheet::~ProofSheet()
{
    if (m_proof)
        m_proof->cancel();
}

static Notice *stillWorks()
{
    return new Notice(Status::Warn, ProofSheet::tr("This key is in force"),
        ProofSheet::tr("Only what it may no longer call can be refused: name such an alias."));
}

// One that is known is not shown.
QWidget *ProofSheet::secretPart()
{
    const bool known = !m_subject.secret.isEmpty();
    m_secretRow = (new FormRow(tr("Its old secret"), m_secret))
                      ->withHint(tr("Used for these calls and kept nowhere. "
                                    "Paste it whole: a mistyped one is refused too."));
    auto *said = paragraph(tr("Its secret is known here, and is used for these calls."), Ink::Text);
    said->setObjectName(u"proofKnownSecret"_s);
    auto *since = paragraph(countsFrom(), Ink::Muted);
    since->setObjectName(u"proofCountsFrom"_s);
    QWidget *part = stacked({m_secretRow, said, since}, space::s);
    m_secretRow->setHidden(known);
    said->setHidden(!known);
    return part;
}

QString ProofSheet::countsFrom() const
{
    if (!m_subject.act)
        return tr("When it was given up is not known here: times count from the first call.");
    return tr("%1; times count from then.").arg(actInWords(*m_subject.act, m_zone));
}

Secret ProofSheet::secret() const
{
    return m_subject.secret.isEmpty() ? Secret(m_secret->text().trimmed().toUtf8()) : m_subject.secret;
}

QWidget *ProofSheet::askPart()
{
    m_secret->setObjectName(u"proofSecret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_alias->setObjectName(u"proofAlias"_s);
    m_alias->setEditable(true);
    m_alias->setInsertPolicy(QComboBox::NoInsert);
    m_alias->addItems(QStringList(QString()) + m_subject.offered);
    m_alias->lineEdit()->setPlaceholderText(tr("none: the model list is asked for"));
    m_minutes->setObjectName(u"proofMinutes"_s);
    m_minutes->setRange(1, 60);
    m_minutes->setValue(10);
    m_minutes->setSuffix(tr(" min"));
    m_alias->setEditText(m_subject.alias);
    QWidget *secretRow = secretPart();
    QList<QWidget *> parts{paragraph(tr("The gateway is called with the old secret once a second, until it was refused "
                                        "%Ln time(s) running. One with several workers may serve it for a minute more.",
                                         nullptr, smoke::RevocationFacts::refusalsWanted),
        Ink::Text)};
    m_blocked = new Notice(Status::Info, tr("Another smoke run is under way"),
        tr("One runs at a time. Wait for its end, or stop it on the page Smoke tests."));
    m_blocked->setObjectName(u"proofBlocked"_s);
    parts << m_blocked;
    if (m_subject.works)
        parts << stillWorks();
    parts << secretRow
          << (new FormRow(tr("Alias that is called"), m_alias))
                 ->withHint(tr("With one, each call costs a token. Without, nothing."))
          << new FormRow(tr("Give up after"), m_minutes);
    return stacked(parts, space::m);
}

static QWidget *figure(const QString &name, QLabel *value)
{
    value->setAccessibleName(name);
    return stacked({label(name, Type::Caption, Ink::Muted), value}, space::hair);
}

QWidget *ProofSheet::figures()
{
    for (QLabel **value : {&m_calls, &m_refused, &m_admitted, &m_elapsed})
        *value = label({}, Type::Figure);
    m_calls->setObjectName(u"proofCalls"_s);
    m_refused->setObjectName(u"proofRefused"_s);
    m_admitted->setObjectName(u"proofAdmitted"_s);
    m_elapsed->setObjectName(u"proofElapsed"_s);
    return row({figure(tr("Calls"), m_calls), figure(tr("Refused running"), m_refused),
                   figure(tr("Admitted"), m_admitted), figure(tr("Elapsed"), m_elapsed), spacer()},
        space::xl);
}

QWidget *ProofSheet::livePart()
{
    m_pill = new Pill(Status::Running, {});
    m_sentence = wrapped({}, Type::Strong);
    m_sentence->setObjectName(u"proofSentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_advice = wrapped({}, Type::Body);
    m_advice->setObjectName(u"proofAdvice"_s);
    return stacked({row({m_pill, spacer()}), figures(), m_sentence, m_advice}, space::m);
}

void ProofSheet::buildFoot()
{
    m_reason->setObjectName(u"proofReason"_s);
    m_show->setObjectName(u"proofShowRun"_s);
    m_close->setObjectName(u"proofClose"_s);
    m_start->setObjectName(u"proofStart"_s);
    m_sheet->foot()->addWidget(m_reason, 1);
    for (QPushButton *verb : {m_show, m_close, m_start})
        m_sheet->foot()->addWidget(verb);
}

void ProofSheet::follow()
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ProofSheet::showFigures);
    connect(m_proof, &Observable::changed, this, &ProofSheet::showState);
    connect(m_proof, &QObject::destroyed, this, &ProofSheet::close); // its page went
    connect(m_secret, &QLineEdit::textChanged, this, &ProofSheet::showState);
    connect(m_alias, &QComboBox::currentTextChanged, this, &ProofSheet::showState);
    connect(
        m_start, &QPushButton::clicked, this, [this] { m_proof->state().phase == Phase::Ended ? again() : start(); });
    connect(m_close, &QPushButton::clicked, this, &ProofSheet::closeOrStop);
    connect(m_sheet, &Sheet::closeWanted, this, &ProofSheet::closeOrStop);
    connect(m_show, &QPushButton::clicked, this, [this] {
        emit runWanted();
        close();
    });
}

void ProofSheet::start()
{
    const Secret old = secret();
    m_secret->clear();
    m_second.start();
    m_proof->start({old, m_alias->currentText().trimmed(), std::chrono::minutes(m_minutes->value()), m_subject.act});
    showState();
    m_close->setFocus(Qt::OtherFocusReason);
}

void ProofSheet::again()
{
    m_proof->reset();
    showState();
    m_secret->setFocus(Qt::OtherFocusReason);
}

QString ProofSheet::reasonAgainst() const
{
    if (m_proof->state().blocked)
        return tr("Another smoke run is under way.");
    if (secret().isEmpty())
        return tr("Paste the old secret first.");
    if (m_subject.works && m_alias->currentText().trimmed().isEmpty())
        return tr("Name an alias that this key may no longer call.");
    return {};
}

void ProofSheet::showState()
{
    if (!m_proof)
        return;
    const workspace::RefusalProof::State &state = m_proof->state();
    const bool asks = state.phase == Phase::Ready;
    m_ask->setVisible(asks);
    m_live->setVisible(!asks);
    m_blocked->setVisible(state.blocked);
    const QString strange = m_subject.key ? strangeSecret(*m_subject.key, m_secret->text().trimmed()) : QString();
    strange.isEmpty() ? m_secretRow->accept() : m_secretRow->refuse(strange);
    const ProofSaid said = saidOf(state, m_zone);
    m_pill->show(said.status, said.word);
    m_sentence->setText(said.sentence);
    m_sentence->setVisible(!said.sentence.isEmpty());
    const QString unkept = state.unkept ? tr("The run could not be kept: %1").arg(whyOf(*state.unkept)) : QString();
    const QString advice = QStringList{said.advice, unkept}.join(u' ').trimmed();
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    showFigures();
    showVerbs();
    if (state.phase == Phase::Ended)
        m_second.stop();
}

void ProofSheet::showFigures()
{
    const smoke::RevocationFacts &facts = m_proof->state().facts;
    m_calls->setText(format::count(facts.admitted + facts.refused + facts.undecided));
    m_refused->setText(refusalsInWords(facts));
    m_admitted->setText(format::count(facts.admitted));
    const qint64 elapsed = m_second.isActive() ? m_proof->elapsed().count() / 1000 * 1000 : -1;
    if (elapsed >= 0)
        m_elapsed->setText(elapsed < 60'000 ? tr("%1 s").arg(elapsed / 1000) : format::duration(elapsed));
}

void ProofSheet::showVerbs()
{
    const workspace::RefusalProof::State &state = m_proof->state();
    const bool runs = state.phase == Phase::Running;
    const bool over = state.phase == Phase::Ended;
    const QString against = state.phase == Phase::Ready ? reasonAgainst() : QString();
    m_reason->setText(over ? tr("Kept with its evidence among the smoke runs.") : against);
    m_show->setVisible(over || state.blocked);
    m_close->setText(runs ? tr("Stop") : over ? tr("Close") : tr("Cancel"));
    m_close->setEnabled(!state.stopping);
    m_start->setVisible(!runs);
    m_start->setText(over ? tr("Prove again…") : tr("Start calling"));
    m_start->setEnabled(against.isEmpty());
    m_start->setAccessibleDescription(against);
}

// A run under way is stopped first; how far it came is then read.
void ProofSheet::closeOrStop()
{
    if (m_proof->state().phase == Phase::Running)
        return m_proof->cancel();
    close();
}

void ProofSheet::close()
{
    m_second.stop();
    m_secret->clear();
    if (m_proof)
        m_proof->reset();
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
