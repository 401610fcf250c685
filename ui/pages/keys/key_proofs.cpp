// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_proofs.h"
#include "keys/given_up.h"
#include "keys/key_service.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "pages/key_words.h"
#include "pages/keys/proof_words.h"
#include "pages/keys/revoke_sheet.h"
#include "pages/keys/revoke_words.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include <algorithm>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pages {

using Phase = workspace::RefusalProof::State::Phase;

static constexpr auto longest = 10min; // of a proof that begins by itself

KeyProofs::KeyProofs(
    keys::KeyService &service, const Clock &clock, const KeyPlace &place, Navigation &navigation, KeySources &sources)
    : m_service(service)
    , m_clock(clock)
    , m_place(place)
    , m_navigation(navigation)
    , m_sources(sources)
    , m_notice(new QWidget)
    , m_column(kit::plainColumn(m_notice, 0))
{
    m_notice->setObjectName(u"proofNotice"_s);
    m_notice->hide();
    connect(&m_service, &Observable::changed, this, &KeyProofs::followService);
    if (m_sources.proof)
        connect(m_sources.proof.get(), &Observable::changed, this, &KeyProofs::followProof);
}

static bool isOpen(const QWidget *window, const char *sheet)
{
    const auto *open = window->findChild<QWidget *>(QLatin1String(sheet));
    return open && !open->isHidden();
}

ProofSheet::Subject KeyProofs::subjectOf(const std::optional<Key> &key, const workspace::ProofKnown &known) const
{
    ProofSheet::Subject subject;
    subject.key = key;
    subject.works = key && works(*key, m_clock.now());
    subject.act = known.act;
    subject.secret = known.secret;
    for (const Alias &alias : m_service.state().aliases)
        subject.offered << alias.name;
    return subject;
}

void KeyProofs::open(const std::optional<Key> &key)
{
    if (!m_sources.proof || isOpen(m_navigation.frame(), "proofSheet") || isOpen(m_navigation.frame(), "revokeSheet"))
        return;
    if (!key || !m_sources.known)
        return openSheet(subjectOf(key, {}));
    m_tasks.cancel(); // the newest wish wins
    m_tasks.run(openTask(*key));
}

Task<> KeyProofs::openTask(Key key)
{
    const workspace::ProofKnown known = co_await m_sources.known->of(key);
    const ProofSheet::Subject subject = subjectOf(key, known);
    openSheet(subject);
}

void KeyProofs::openSheet(const ProofSheet::Subject &subject)
{
    if (isOpen(m_navigation.frame(), "proofSheet"))
        return;
    const ProofSheet::Subject &shown = m_begun ? *m_offered : subject; // it shows the one that is under way
    auto *sheet = new ProofSheet(shown, *m_sources.proof, m_place, m_navigation.frame());
    connect(sheet, &ProofSheet::runWanted, this, [this] { m_navigation.open(u"smoke"_s); });
}

// What was offered

void KeyProofs::disabled(const Key &key)
{
    if (!m_sources.proof)
        return;
    m_tasks.cancel();
    m_tasks.run(afterTask(key, {}));
}

void KeyProofs::removing(const QList<Key> &keys)
{
    m_removing = keys;
}

void KeyProofs::saved(const Key &before)
{
    const auto &keys = m_service.state().keys;
    const auto now = std::ranges::find(keys, before.id, &Key::id);
    const QStringList lost = now == keys.cend() ? QStringList() : keys::aliasesLost({before, *now});
    if (!m_sources.proof || lost.isEmpty() || !works(*now, m_clock.now()))
        return;
    m_tasks.cancel();
    m_tasks.run(afterTask(*now, lost.first()));
}

Task<> KeyProofs::afterTask(Key key, QString alias)
{
    workspace::ProofKnown known;
    if (m_sources.known)
        known = co_await m_sources.known->of(key);
    ProofSheet::Subject subject = subjectOf(key, known);
    subject.alias = alias;
    if (subject.act && subject.act->act == GivenUp::Act::Deleted)
        subject.works = false;
    const bool free = !m_sources.proof->state().blocked && m_sources.proof->state().phase == Phase::Ready;
    if (free && !subject.works && !subject.secret.isEmpty())
        begin(subject);
    else
        offer(subject);
}

void KeyProofs::offer(const ProofSheet::Subject &subject)
{
    m_offered = subject;
    m_begun = false;
    auto *notice = new kit::Notice(kit::Status::Info, offerInWords(*subject.key, subject.works, subject.act),
        tr("That the gateway says so is no proof: some go on serving such a key for a minute."));
    QPushButton *prove = notice->addAction(tr("Prove it is refused…"));
    prove->setObjectName(u"offeredProof"_s);
    connect(prove, &QPushButton::clicked, this, [this] {
        const ProofSheet::Subject wanted = *m_offered;
        withdraw();
        openSheet(wanted);
    });
    notice->addCloseButton();
    say(notice);
}

void KeyProofs::begin(const ProofSheet::Subject &subject)
{
    m_sources.proof->start({subject.secret, {}, longest, subject.act});
    m_offered = subject;
    m_offered->secret = {}; // the run has it now
    m_begun = true;
    auto *notice = new kit::Notice(kit::Status::Running, tr("Proving that “%1” is refused").arg(subject.key->name),
        tr("Its secret is known here: the gateway is called with it once a second."));
    QPushButton *show = notice->addAction(tr("Show the calls"));
    show->setObjectName(u"showProof"_s);
    connect(show, &QPushButton::clicked, this, [this] { openSheet(*m_offered); });
    say(notice);
}

void KeyProofs::followProof()
{
    const Phase phase = m_sources.proof->state().phase;
    if (m_withdrawn && phase == Phase::Ended) {
        m_withdrawn = false;
        return m_sources.proof->reset();
    }
    if (!m_begun)
        return;
    if (phase == Phase::Ended && !isOpen(m_navigation.frame(), "proofSheet"))
        return showEnd();
    if (phase == Phase::Ready) // its sheet told the end
        withdraw();
}

void KeyProofs::showEnd()
{
    const ProofSaid said = saidOf(m_sources.proof->state(), m_place.zone);
    const QString title = tr("“%1”: %2").arg(m_offered->key->name, said.word);
    m_begun = false;
    m_sources.proof->reset();
    auto *notice = new kit::Notice(said.status, title, QStringList{said.sentence, said.advice}.join(u' ').trimmed());
    QPushButton *show = notice->addAction(tr("Show the run"));
    show->setObjectName(u"showProofRun"_s);
    connect(show, &QPushButton::clicked, this, [this] { m_navigation.open(u"smoke"_s); });
    notice->addCloseButton();
    say(notice);
}

// The act was taken back: there is nothing to prove any more.
void KeyProofs::withdraw()
{
    m_withdrawn = std::exchange(m_begun, false) && m_sources.proof->state().phase == Phase::Running;
    if (m_withdrawn)
        m_sources.proof->cancel();
    m_offered.reset();
    say(nullptr);
}

void KeyProofs::say(QWidget *notice)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what was pressed
        delete item;
    }
    if (notice)
        m_column->addWidget(notice);
    m_notice->setVisible(notice);
}

void KeyProofs::followService()
{
    const auto &state = m_service.state();
    const auto named = [&state](const QString &id) { return std::ranges::find(state.keys, id, &Key::id); };
    if (m_offered && m_offered->key && !m_offered->works) {
        const auto now = named(m_offered->key->id);
        if (now != state.keys.cend() && works(*now, m_clock.now()))
            withdraw();
    }
    const auto settled = [&](const Key &key) {
        return !state.leaving.contains(key.id) && !state.writing.contains(key.id);
    };
    if (m_removing.isEmpty() || !std::ranges::all_of(m_removing, settled))
        return;
    QList<Key> gone = std::exchange(m_removing, {});
    gone.removeIf([&](const Key &key) { return named(key.id) != state.keys.cend(); });
    if (gone.size() == 1 && m_sources.proof)
        m_tasks.run(afterTask(gone.first(), {}));
}

// On all connections

void KeyProofs::openRevocation(const QString &owner)
{
    if (!m_sources.revocation || isOpen(m_navigation.frame(), "proofSheet")
        || isOpen(m_navigation.frame(), "revokeSheet"))
        return;
    auto *sheet = new RevokeSheet(owner, ownersOf(m_service.state().keys), *m_sources.revocation, m_navigation.frame());
    connect(sheet, &RevokeSheet::ended, &m_service, &keys::KeyService::refresh);
    connect(sheet, &RevokeSheet::proofWanted, this, &KeyProofs::openLine);
}

void KeyProofs::openLine(const workspace::RevokedLine &line)
{
    m_tasks.cancel();
    m_tasks.run(line.profileId == m_place.profileId && m_sources.proof ? lineTask(line) : elsewhereTask(line));
}

// The line has the key as it was before.
ProofSheet::Subject KeyProofs::subjectOf(const workspace::RevokedLine &line, const workspace::ProofKnown &known) const
{
    Key key = line.key;
    key.enabled = false;
    ProofSheet::Subject subject = subjectOf(key, known);
    subject.begins = true;
    return subject;
}

Task<> KeyProofs::lineTask(workspace::RevokedLine line)
{
    workspace::ProofKnown known;
    if (m_sources.known)
        known = co_await m_sources.known->of(line.key);
    const ProofSheet::Subject subject = subjectOf(line, known);
    openSheet(subject);
}

Task<> KeyProofs::elsewhereTask(workspace::RevokedLine line)
{
    const auto ready = co_await m_sources.revocation->proofOf(line);
    if (!ready) {
        const QString why = whyOf(ready.error(), text::Attempt{{}, line.profile, {}});
        m_navigation.toast(tr("Nothing can be proven on %1: %2").arg(line.profile, why));
        co_return;
    }
    ProofSheet::Subject subject = subjectOf(line, (*ready)->known);
    subject.offered.clear(); // those of the open connection
    KeyPlace place = m_place;
    place.profile = line.profile;
    m_elsewhere = *ready;
    auto *sheet = new ProofSheet(subject, *m_elsewhere->proof, place, m_navigation.frame());
    const std::weak_ptr<workspace::ProofElsewhere> own = m_elsewhere;
    connect(sheet, &QObject::destroyed, this, [this, own] {
        const auto drop = [this, own] { m_elsewhere = m_elsewhere == own.lock() ? nullptr : m_elsewhere; };
        QMetaObject::invokeMethod(this, drop, Qt::QueuedConnection); // the sheet still hears its proof
    });
}

} // namespace pages
