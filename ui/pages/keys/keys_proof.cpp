// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/page_header.h"
#include "pages/keys/key_proofs.h"
#include "pages/keys/keys_page.h"
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
        [this] { m_proofs->openRevocation(current() ? current()->passport.owner : QString()); });
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
        add(tr("Prove that a key is refused…"), u"proveAnyKey"_s, [this] { m_proofs->open({}); });
    if (m_sources.revocation)
        add(tr("Revoke every key of an owner…"), u"revokeAnyOwner"_s, [this] { m_proofs->openRevocation({}); });
    connect(
        more, &QToolButton::clicked, this, [more, menu] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    m_header->addControl(more);
}

void KeysPage::openProof()
{
    if (m_proveAction->isEnabled())
        m_proofs->open(current());
}

} // namespace pages
