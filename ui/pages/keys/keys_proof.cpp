// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/page_header.h"
#include "pages/keys/keys_page.h"
#include "pages/keys/proof_sheet.h"
#include "pages/keys/revoke_sheet.h"
#include "pages/keys/revoke_words.h"
#include "pages/navigation.h"
#include <QAction>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Keys that are given up: every key of an owner disabled on all connections, and the proof that one is refused.
namespace pages {

// A key that is deleted already has no row: its proof begins in the menu of the page.
void KeysPage::addProof()
{
    m_revokeAction->setObjectName(u"revokeKey"_s);
    connect(m_revokeAction, &QAction::triggered, this,
        [this] { openRevocation(current() ? current()->passport.owner : QString()); });
    if (!m_sources.proof && !m_sources.revocation)
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
    connect(
        more, &QToolButton::clicked, this, [more, menu] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    m_header->addControl(more);
}

static bool isOpen(const QWidget *window)
{
    for (const auto *name : {"proofSheet", "revokeSheet"})
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

void KeysPage::openRevocation(const QString &owner)
{
    if (!m_sources.revocation || isOpen(m_navigation.frame()))
        return;
    auto *sheet = new RevokeSheet(owner, ownersOf(m_service.state().keys), *m_sources.revocation, m_navigation.frame());
    connect(sheet, &RevokeSheet::ended, &m_service, &keys::KeyService::refresh);
    connect(sheet, &RevokeSheet::proofWanted, this, [this] { openProofOf({}); });
}

} // namespace pages
