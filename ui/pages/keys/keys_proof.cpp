// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/page_header.h"
#include "pages/key_words.h"
#include "pages/keys/gone_sheet.h"
#include "pages/keys/keys_page.h"
#include "pages/keys/proof_sheet.h"
#include "pages/keys/revoke_sheet.h"
#include "pages/keys/revoke_words.h"
#include "pages/navigation.h"
#include <QAction>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Keys that are given up: every key of an owner disabled on all connections, the proof that one is refused, and what is
// left of those that are gone.
namespace pages {

// A key that is deleted already has no row: its proof begins in the menu of the page.
void KeysPage::addProof()
{
    m_revokeAction->setObjectName(u"revokeKey"_s);
    connect(m_revokeAction, &QAction::triggered, this,
        [this] { openRevocation(current() ? current()->passport.owner : QString()); });
    if (!m_sources.proof && !m_sources.revocation && !m_sources.gone)
        return;
    QToolButton *more = kit::iconButton(kit::Glyph::More, tr("More on keys"));
    more->setObjectName(u"moreOnKeys"_s);
    auto *menu = new QMenu(more);
    const auto add = [this, menu](const QString &words, const QString &name, const std::function<void()> &act) {
        QAction *action = menu->addAction(words);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
    };
    if (m_sources.proof)
        add(tr("Prove that a key is refused…"), u"proveAnyKey"_s, [this] { openProofOf({}); });
    if (m_sources.revocation)
        add(tr("Revoke every key of an owner…"), u"revokeAnyOwner"_s, [this] { openRevocation({}); });
    if (m_sources.gone)
        add(tr("Keys that are gone…"), u"goneKeysAction"_s, [this] { openGone(); });
    connect(
        more, &QToolButton::clicked, this, [more, menu] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    m_header->addControl(more);
}

static bool isOpen(const QWidget *window)
{
    for (const auto *name : {"proofSheet", "revokeSheet", "goneSheet"})
        if (const auto *sheet = window->findChild<QWidget *>(QLatin1String(name)); sheet && !sheet->isHidden())
            return true;
    return false;
}

void KeysPage::openProof()
{
    if (m_proveAction->isEnabled())
        openProofOf(current());
}

void KeysPage::openProofOf(const std::optional<Key> &key)
{
    if (!m_sources.proof || isOpen(m_navigation.frame()))
        return;
    ProofSheet::Subject subject{key, key && works(*key, m_clock.now()), {}};
    for (const Alias &alias : m_service.state().aliases)
        subject.offered << alias.name;
    auto *sheet = new ProofSheet(std::move(subject), *m_sources.proof, m_place, m_navigation.frame());
    connect(sheet, &ProofSheet::runWanted, this, [this] { m_navigation.open(u"smoke"_s); });
}

void KeysPage::openGone()
{
    if (!m_sources.gone || isOpen(m_navigation.frame()))
        return;
    auto *sheet = new GoneSheet(*m_sources.gone, m_place, m_clock.now(), m_navigation.frame());
    connect(sheet, &GoneSheet::proofWanted, this, [this](const Key &key) { openProofOf(key); });
    connect(sheet, &GoneSheet::requestsWanted, this,
        [this](const Key &key) { m_navigation.open(u"requests"_s, rowsOf(key)); });
}

void KeysPage::openRevocation(const QString &owner)
{
    if (!m_sources.revocation || isOpen(m_navigation.frame()))
        return;
    auto *sheet = new RevokeSheet(owner, ownersOf(m_service.state().keys), *m_sources.revocation, m_navigation.frame());
    connect(sheet, &RevokeSheet::ended, &m_service, &keys::KeyService::refresh);
    connect(sheet, &RevokeSheet::proofWanted, this, [this] { openProofOf({}); });
}

} // namespace pages
