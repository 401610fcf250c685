// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_detail.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "pages/keys/key_reach.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

KeyDetail::KeyDetail(const KeyPlace &place)
    : m_place(place)
    , m_leads{[this] { emit requestsWanted(); }, [this] { emit usageWanted(); }, [this] { emit takeBackWanted(); },
          [this] { emit runbookWanted(); }, [this] { emit proveWanted(); }}
    , m_none(paragraph(tr("Choose a key to see whose it is, what it may call and what it may spend.")))
    , m_name(elided({}, Type::Title))
    , m_pill(new Pill(Status::Neutral, {}))
    , m_prefix(label({}, Type::Mono))
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_edit(button(tr("Edit…")))
    , m_rotate(button(tr("Rotate…")))
    , m_toggle(button(Glyph::Lock, tr("Disable"), Role::Danger))
    , m_remove(button(Glyph::Delete, tr("Delete"), Role::Danger))
    , m_tabs(tabBar(tr("What to show of the key"), {}))
    , m_menu(new QMenu(this))
{
    auto *card = new Card;
    plainColumn(this)->addWidget(card);
    m_all = new QWidget;
    m_body = plainColumn(m_all, space::m);
    m_body->addWidget(head());
    m_body->addWidget(verbs());
    m_body->addWidget(m_tabs);
    m_body->addStretch(1);
    card->body()->addWidget(m_none);
    card->body()->addWidget(m_all, 1);
    m_edit->setObjectName(u"editKey"_s);
    m_rotate->setObjectName(u"rotateKey"_s);
    m_toggle->setObjectName(u"toggleKey"_s);
    m_remove->setObjectName(u"removeKey"_s);
    m_tabs->setObjectName(u"keyTabs"_s);
    connect(m_edit, &QPushButton::clicked, this, &KeyDetail::editWanted);
    connect(m_rotate, &QPushButton::clicked, this, &KeyDetail::rotateWanted);
    connect(m_toggle, &QPushButton::clicked, this, &KeyDetail::toggleWanted);
    connect(m_remove, &QPushButton::clicked, this, &KeyDetail::removeWanted);
    connect(m_tabs, &QTabBar::currentChanged, this, &KeyDetail::rebuild);
    show({});
}

QWidget *KeyDetail::head()
{
    m_more = iconButton(Glyph::More, tr("More actions"));
    connect(m_more, &QToolButton::clicked, this,
        [this] { m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy prefix"));
    connect(copy, &QToolButton::clicked, this, [this] { emit copyWanted(m_known->row.key.prefix); });
    QWidget *title = row({m_name, m_pill, spacer(), m_more});
    static_cast<QHBoxLayout *>(title->layout())->setStretch(0, 1000); // as wide as its text, and no wider
    static_cast<QHBoxLayout *>(title->layout())->setStretch(2, 1);
    return stacked({title, row({m_prefix, copy, spacer()})}, space::s);
}

QWidget *KeyDetail::verbs()
{
    return stacked({flow({m_edit, m_rotate, m_toggle, m_remove}), m_reason}, space::xs);
}

void KeyDetail::setVerbs(const QList<QAction *> &verbs)
{
    m_menu->addActions(verbs);
    m_menu->setToolTipsVisible(true);
}

void KeyDetail::show(const std::optional<KeyKnown> &known)
{
    const bool same = known && m_known && m_shown && known->row == m_known->row && known->traces == m_known->traces
        && known->offered == m_known->offered && known->guards == m_known->guards
        && known->rotation == m_known->rotation && known->schedule == m_known->schedule
        && known->before == m_known->before && known->refusable == m_known->refusable;
    m_known = known;
    m_none->setVisible(!known);
    m_all->setVisible(known.has_value());
    if (!known || same)
        return;
    const KeyRow &row = known->row;
    m_name->setText(row.key.name);
    m_name->setMaximumWidth(m_name->fontMetrics().horizontalAdvance(row.key.name) + space::hair);
    m_pill->show(row.look.status, row.look.word);
    m_prefix->setText(prefixShown(row.key));
    showVerbs();
    showTabs();
    rebuild();
}

void KeyDetail::showVerbs()
{
    const KeyRow &row = m_known->row;
    const bool enabled = row.key.enabled;
    m_toggle->setText(enabled ? tr("Disable") : tr("Enable"));
    m_toggle->setIcon(icon(enabled ? Glyph::Lock : Glyph::Unlock, enabled ? Ink::Bad : Ink::Muted));
    setRole(m_toggle, enabled ? Role::Danger : Role::Normal);
    const QString edit = reasonAgainstEdit(m_place);
    const QString disable = reasonAgainst(m_place, Feature::DisableKey);
    const QString remove = reasonAgainst(m_place, Feature::DeleteKey);
    const bool busy = row.look.status == Status::Running;
    m_edit->setEnabled(edit.isEmpty() && !busy);
    m_edit->setToolTip(edit);
    const QString rotate = reasonAgainstRotation(m_place);
    m_rotate->setEnabled(rotate.isEmpty() && !busy);
    m_rotate->setToolTip(rotate);
    m_rotate->setAccessibleDescription(rotate);
    m_toggle->setEnabled(disable.isEmpty() && !busy);
    m_remove->setEnabled(remove.isEmpty() && !busy);
    QStringList reasons{disable, remove};
    reasons.removeAll(QString());
    reasons.removeDuplicates();
    m_reason->setText(reasons.join(u' '));
    m_reason->setVisible(!reasons.isEmpty());
}

// The tab that was open stays open, if it still exists.
void KeyDetail::showTabs()
{
    QList<KeyView> wanted;
    for (const KeyView view : {KeyView::Passport, KeyView::Reach, KeyView::Usage, KeyView::History})
        if (hasFacts(view, *m_known))
            wanted << view;
    if (wanted == m_views)
        return;
    const KeyView open = m_views.value(m_tabs->currentIndex(), KeyView::Passport);
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_views = wanted;
    for (const KeyView view : wanted)
        m_tabs->addTab(titleOf(view));
    m_tabs->setCurrentIndex(qMax(0, int(wanted.indexOf(open))));
    m_tabs->setVisible(wanted.size() > 1);
}

QWidget *KeyDetail::viewShown()
{
    switch (m_views.value(m_tabs->currentIndex(), KeyView::Passport)) {
    case KeyView::Reach:
        return reachView(m_place, *m_known);
    case KeyView::Usage:
        return usageView(*m_known, m_leads);
    case KeyView::History:
        return historyView(m_place, *m_known, m_leads);
    case KeyView::Passport:
        break;
    }
    return passportView(m_place, *m_known, m_leads);
}

void KeyDetail::rebuild()
{
    delete m_shown;
    m_shown = m_known ? viewShown() : nullptr;
    if (m_shown)
        m_body->insertWidget(3, m_shown);
}

} // namespace pages
