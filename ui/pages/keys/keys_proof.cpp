// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/page_header.h"
#include "pages/key_words.h"
#include "pages/keys/gone_sheet.h"
#include "pages/keys/key_proofs.h"
#include "pages/keys/keys_page.h"
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
        [this] { m_proofs->openRevocation(current() ? current()->passport.owner : QString()); });
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
        add(tr("Prove that a key is refused…"), u"proveAnyKey"_s, [this] { m_proofs->open({}); });
    if (m_sources.revocation)
        add(tr("Revoke every key of an owner…"), u"revokeAnyOwner"_s, [this] { m_proofs->openRevocation({}); });
    if (m_sources.gone)
        add(tr("Keys that are gone…"), u"goneKeysAction"_s, [this] { openGone(); });
    connect(
        more, &QToolButton::clicked, this, [more, menu] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    m_header->addControl(more);
}

void KeysPage::openProof()
{
    if (m_proveAction->isEnabled())
        m_proofs->open(current());
}

void KeysPage::openGone()
{
    const auto *open = m_navigation.frame()->findChild<QWidget *>(u"goneSheet"_s);
    if (!m_sources.gone || (open && !open->isHidden()))
        return;
    auto *sheet = new GoneSheet(*m_sources.gone, m_place, m_clock.now(), m_navigation.frame());
    connect(sheet, &GoneSheet::proofWanted, this, [this](const Key &key) { m_proofs->open(key); });
    connect(sheet, &GoneSheet::requestsWanted, this,
        [this](const Key &key) { m_navigation.open(u"requests"_s, rowsOf(key)); });
}

} // namespace pages
