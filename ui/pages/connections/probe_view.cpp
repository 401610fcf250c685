// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/probe_view.h"
#include "gateway/address.h"
#include "kit/card.h"
#include "kit/chips.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/pill.h"
#include "text/units.h"
#include "workspace/connection_words.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using kit::Status;

ProbeView::ProbeView(workspace::ConnectionProbe &probe, const Clock &clock)
    : m_probe(probe)
    , m_clock(clock)
    , m_signs(new FactCard(tr("Which gateway it is"), {tr("Signs"), {tr("Sign"), tr("What was seen")}, {180, 0}}))
    , m_offers(new QWidget)
    , m_places(
          new FactCard(tr("What will be called"), {tr("Addresses"), {tr("For"), tr("Exact address")}, {108, 0}, true}))
    , m_steps(new FactCard(
          tr("Connection test"), {tr("Steps"), {tr("Step"), tr("Found"), tr("Time")}, {116, 0, 76}, false, true}))
    , m_fix(new QWidget)
    , m_sureness(new kit::Pill(Status::Unknown, tr("not asked yet")))
    , m_time(kit::label({}, kit::Type::Caption, kit::Ink::Muted))
    , m_test(kit::button(tr("Test")))
{
    kit::plainColumn(m_fix, 0);
    kit::plainColumn(m_offers, kit::space::xs);
    m_test->setObjectName(u"test"_s);
    m_signs->card()->addToHead(m_sureness);
    m_steps->card()->addToHead(m_time);
    m_steps->card()->addToHead(m_test);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_probe.state().trying)
            m_probe.stop();
        else
            emit testWanted();
    });
    connect(&probe, &Observable::changed, this, &ProbeView::show);
    show();
}

static QList<Fact> placesOf(const Profile &draft)
{
    QList<Fact> facts;
    const gateway::Adapter *adapter = gateway::adapterOf(draft.kind);
    if (!adapter || !draft.dataUrl.isValid())
        return facts;
    for (const gateway::Place &place : gateway::placesOf(*adapter, draft.dataUrl, draft.adminUrl))
        facts << Fact{workspace::titleOf(place), place.url.toString()};
    return facts;
}

void ProbeView::showDraft(const Profile &draft, bool usable)
{
    m_draft = draft;
    const QList<Fact> facts = placesOf(draft);
    m_places->setFacts(facts);
    m_places->say(
        facts.isEmpty() ? tr("Give an address: each one that will be called is then written out here.") : QString());
    showOffers();
    m_test->setEnabled(usable || m_probe.state().trying);
    show();
}

// Of a kind that is recognised or chosen: of one that is only supposed nothing is said.
void ProbeView::showOffers()
{
    const auto features = workspace::featuresOf(m_draft, m_clock);
    if (m_draft.kind == std::exchange(m_offered, m_draft.kind) || !features)
        return;
    qDeleteAll(m_offers->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const workspace::Offer offer = workspace::offerOf(*features);
    QList<QWidget *> chips{kit::label(tr("It offers"), kit::Type::Caption, kit::Ink::Muted)};
    for (const QString &what : offer.has)
        chips << new kit::Chip(what, false);
    m_offers->layout()->addWidget(kit::flow(chips));
    if (!offer.lacks.isEmpty())
        m_offers->layout()->addWidget(kit::wrapped(
            tr("Not offered by this kind: %1.").arg(offer.lacks.join(u", "_s)), kit::Type::Caption, kit::Ink::Muted));
}

void ProbeView::show()
{
    showSigns();
    showSteps();
    showFix();
}

static QList<Fact> signsOf(const gateway::Detection &detection)
{
    QList<Fact> facts;
    QList<Fact> ruledOut;
    for (const gateway::BaseAnswer &answer : detection.bases)
        facts << Fact{u"GET %1/models"_s.arg(answer.base.path()), workspace::sentenceOf(answer), {},
            answer.speaksApi() ? Status::Ok : Status::Neutral};
    for (const gateway::Verdict &verdict : detection.verdicts) {
        const Fact fact{workspace::titleOf(*verdict.adapter), workspace::sentenceOf(verdict), {},
            verdict.said ? Status::Ok : Status::Neutral};
        (verdict.said ? facts : ruledOut) << fact;
    }
    return facts + ruledOut;
}

// What the title leaves open.
static QString noteOn(const gateway::Detection &detection)
{
    if (!detection.adapter)
        return workspace::sentenceOf(detection);
    if (qstrcmp(detection.adapter->id, "embedded") != 0)
        return {};
    return ProbeView::tr("That is an admin port. Here only the address for its clients can be used: its data port.");
}

// The signs belong to the address they were seen at.
void ProbeView::showSigns()
{
    const auto &state = m_probe.state();
    const bool told = state.detection && state.detection->dataUrl == m_draft.dataUrl;
    m_signs->card()->setTitle(tr("Which gateway it is"));
    if (state.looking) {
        m_sureness->show(Status::Running, tr("asking"));
        m_signs->say(tr("It is asked without a key, and only for what anybody may read."));
        m_signs->setFacts({});
        return;
    }
    if (!told) {
        m_sureness->show(Status::Unknown, tr("not asked yet"));
        m_signs->say(tr("“Recognise” asks /models and the public sign of each kind, without a key."));
        m_signs->setFacts({});
        return;
    }
    const gateway::Detection &detection = *state.detection;
    const bool known = detection.adapter;
    const bool nothing = detection.failure.has_value();
    m_sureness->show(known ? Status::Ok
            : nothing      ? Status::Bad
                           : Status::Unknown,
        known         ? tr("recognised")
            : nothing ? tr("no answer")
                      : tr("not told"));
    if (known)
        m_signs->card()->setTitle(workspace::sentenceOf(detection));
    m_signs->say(noteOn(detection));
    m_signs->setFacts(signsOf(detection));
}

static Status statusOf(const gateway::TrialLine &line)
{
    return line.failure ? Status::Bad : line.skipped ? Status::Skipped : Status::Ok;
}

static QString timeOf(const gateway::TrialLine &line)
{
    return line.ms ? text::duration(std::chrono::milliseconds(*line.ms)) : QString();
}

void ProbeView::showSteps()
{
    const auto &state = m_probe.state();
    QList<Fact> facts;
    qint64 total = 0;
    for (const gateway::TrialLine &line : state.lines) {
        facts << Fact{workspace::titleOf(line.step), workspace::foundIn(line), timeOf(line), statusOf(line)};
        total += line.ms.value_or(0);
    }
    if (state.trying)
        facts << Fact{tr("Next step"), tr("under way"), {}, Status::Running};
    m_steps->setFacts(facts);
    const gateway::TrialLine *failed = failedStep();
    if (failed)
        m_steps->select(int(failed - state.lines.constData()));
    m_steps->say(facts.isEmpty() ? tr("Name, connection, TLS, both keys and the models, step by step. It only reads.")
                                 : QString());
    m_time->setText(state.lines.isEmpty() || state.trying ? QString()
                                                          : tr("%n step(s), %1", nullptr, int(state.lines.size()))
                                                                .arg(text::duration(std::chrono::milliseconds(total))));
    m_test->setText(state.trying ? tr("Stop") : state.lines.isEmpty() ? tr("Test") : tr("Test again"));
}

const gateway::TrialLine *ProbeView::failedStep() const
{
    const auto &lines = m_probe.state().lines;
    const auto at = std::ranges::find_if(lines, [](const auto &line) { return line.failure.has_value(); });
    return at == lines.cend() ? nullptr : &*at;
}

QString ProbeView::verdict() const
{
    if (m_probe.state().trying)
        return tr("The test is under way.");
    if (const gateway::TrialLine *failed = failedStep())
        return tr("You can save it all the same; the test failed at “%1”.").arg(workspace::titleOf(failed->step));
    return m_probe.state().lines.isEmpty() ? QString() : tr("Every step of the test passed.");
}

void ProbeView::showFix()
{
    const gateway::TrialLine *failed = failedStep();
    const text::Words words = failed ? workspace::wordsOf(*failed, {{}, m_draft.name, m_draft.dataUrl}) : text::Words();
    const QString whole = failed ? u"%1 %2"_s.arg(words.why, words.next) : QString();
    if (whole == m_fixText)
        return;
    m_fixText = whole;
    delete std::exchange(m_notice, nullptr);
    m_fix->setVisible(failed);
    if (!failed)
        return;
    m_notice =
        new kit::Notice(Status::Bad, tr("Step “%1”: %2").arg(workspace::titleOf(failed->step), words.what), whole);
    QPushButton *copy = m_notice->addAction(tr("Copy the fix"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_fixText); });
    connect(m_notice->addAction(tr("Run again")), &QPushButton::clicked, this, &ProbeView::testWanted);
    m_fix->layout()->addWidget(m_notice);
}

} // namespace pages
