// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_detail.h"
#include "kit/card.h"
#include "kit/chips.h"
#include "kit/controls.h"
#include "kit/flow_layout.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/mark_widgets.h"
#include "kit/notice.h"
#include "kit/pill.h"
#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

namespace {

QWidget *fact(const QString &name, const QString &value)
{
    auto *shown = wrapped(value.isEmpty() ? format::none() : value, Type::Body);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    shown->setAccessibleName(name);
    return stacked({label(name, Type::Caption, Ink::Muted), shown, spacer()}, 0, 2);
}

QWidget *gridOf(const QList<QWidget *> &facts)
{
    auto *made = new QWidget;
    auto *grid = new QGridLayout(made);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < facts.size(); ++i)
        grid->addWidget(facts.at(i), i / 2, i % 2);
    return made;
}

} // namespace

KeyDetail::KeyDetail(const KeyPlace &place)
    : m_place(place)
    , m_none(paragraph(tr("Choose a key to see whose it is, what it may call and what it may spend.")))
    , m_name(elided({}, Type::Title))
    , m_pill(new Pill(Status::Neutral, {}))
    , m_prefix(label({}, Type::Mono))
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_toggle(button(Glyph::Lock, tr("Disable"), Role::Danger))
    , m_remove(button(Glyph::Delete, tr("Delete"), Role::Danger))
    , m_menu(new QMenu(this))
{
    auto *card = new Card;
    plainColumn(this)->addWidget(card);
    m_all = new QWidget;
    m_body = plainColumn(m_all, space::m);
    m_body->addWidget(head());
    m_body->addWidget(verbs());
    m_body->addStretch(1);
    card->body()->addWidget(m_none);
    card->body()->addWidget(m_all, 1);
    m_toggle->setObjectName(u"toggleKey"_s);
    m_remove->setObjectName(u"removeKey"_s);
    connect(m_toggle, &QPushButton::clicked, this, &KeyDetail::toggleWanted);
    connect(m_remove, &QPushButton::clicked, this, &KeyDetail::removeWanted);
    show({}, {});
}

QWidget *KeyDetail::head()
{
    m_more = iconButton(Glyph::More, tr("More actions"));
    connect(m_more, &QToolButton::clicked, this,
        [this] { m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy prefix"));
    connect(copy, &QToolButton::clicked, this, [this] { emit copyWanted(m_row->key.prefix); });
    QWidget *title = row({m_name, m_pill, spacer(), m_more});
    static_cast<QHBoxLayout *>(title->layout())->setStretch(0, 1000); // as wide as its text, and no wider
    static_cast<QHBoxLayout *>(title->layout())->setStretch(2, 1);
    return stacked({title, row({m_prefix, copy, spacer()})}, space::s);
}

QWidget *KeyDetail::verbs()
{
    return stacked({flow({m_toggle, m_remove}), m_reason}, space::xs);
}

void KeyDetail::setVerbs(const QList<QAction *> &verbs)
{
    m_menu->addActions(verbs);
}

void KeyDetail::show(const std::optional<KeyRow> &row, const QDateTime &now)
{
    const bool same = row == m_row && m_shown;
    m_row = row;
    m_now = now;
    m_none->setVisible(!row);
    m_all->setVisible(row.has_value());
    if (!row || same)
        return;
    m_name->setText(row->key.name);
    m_name->setMaximumWidth(m_name->fontMetrics().horizontalAdvance(row->key.name) + space::hair);
    m_pill->show(row->look.status, row->look.word);
    m_prefix->setText(prefixShown(row->key));
    showVerbs();
    rebuild();
}

void KeyDetail::showVerbs()
{
    const bool enabled = m_row->key.enabled;
    m_toggle->setText(enabled ? tr("Disable") : tr("Enable"));
    m_toggle->setIcon(icon(enabled ? Glyph::Lock : Glyph::Unlock, enabled ? Ink::Bad : Ink::Muted));
    setRole(m_toggle, enabled ? Role::Danger : Role::Normal);
    const QString disable = reasonAgainst(m_place, Feature::DisableKey);
    const QString remove = reasonAgainst(m_place, Feature::DeleteKey);
    const bool busy = m_row->look.status == Status::Running;
    m_toggle->setEnabled(disable.isEmpty() && !busy);
    m_remove->setEnabled(remove.isEmpty() && !busy);
    QStringList reasons{disable, remove};
    reasons.removeAll(QString());
    reasons.removeDuplicates();
    m_reason->setText(reasons.join(u' '));
    m_reason->setVisible(!reasons.isEmpty());
}

void KeyDetail::rebuild()
{
    delete m_shown;
    QList<QWidget *> parts;
    if (QWidget *notice = warning())
        parts << notice;
    parts << facts() << reach();
    for (const Budget &each : m_row->key.budgets)
        parts << budget(each);
    if (m_row->key.budgets.isEmpty())
        parts << fact(tr("Budget"), tr("no limit"));
    m_shown = stacked(parts, space::m);
    m_body->insertWidget(2, m_shown);
}

QWidget *KeyDetail::warning()
{
    const Budget *worst = tightestBudget(m_row->key);
    const double share = worst ? shareSpent(*worst).value_or(0) : 0;
    if (share < 0.8)
        return nullptr;
    const qint64 left = qMax<qint64>(0, worst->nanos - *worst->spentNanos);
    const QString title = tr("%1 of the budget is spent").arg(format::percent(share));
    const QString rest = left == 0
        ? tr("Its calls are refused until the budget resets or is raised.")
        : tr("After another %1 its calls are refused.").arg(format::moneyWithCode(left, u"USD"_s));
    auto *notice = new Notice(share >= 0.95 ? Status::Bad : Status::Warn, title, rest);
    connect(notice->addAction(tr("Show its requests")), &QPushButton::clicked, this, &KeyDetail::requestsWanted);
    return notice;
}

QWidget *KeyDetail::facts() const
{
    const Key &key = m_row->key;
    const Passport &passport = key.passport;
    QList<QWidget *> all{fact(tr("Owner"), passport.owner.isEmpty() ? tr("no owner") : passport.owner),
        fact(tr("Application"), passport.application), fact(tr("Environment"), passport.environment),
        fact(tr("Ticket"), passport.ticket), fact(tr("Expires"), expiry(key, m_place.zone)),
        fact(tr("Last call"), key.lastUsedAt ? moment(*key.lastUsedAt, m_place.zone, m_now) : tr("never")),
        fact(tr("Created"), key.createdAt ? moment(*key.createdAt, m_place.zone, m_now) : QString()),
        fact(tr("Spent in all"), key.spentNanos ? format::moneyWithCode(*key.spentNanos, u"USD"_s) : tr("not told"))};
    if (passport.reviewDate.isValid())
        all << fact(tr("Review on"), QLocale().toString(passport.reviewDate, u"d MMM yyyy"_s));
    if (!passport.purpose.isEmpty())
        all << fact(tr("Purpose"), passport.purpose);
    return gridOf(all);
}

QWidget *KeyDetail::reach() const
{
    auto *title = label(tr("Aliases this key may call"), Type::Caption, Ink::Muted);
    if (m_row->key.aliases.isEmpty())
        return stacked({title, label(tr("every alias of the gateway"))}, space::xs);
    auto *chips = new QWidget;
    auto *line = new FlowLayout(space::xs);
    chips->setLayout(line);
    chips->setAccessibleName(tr("Aliases"));
    for (const QString &alias : m_row->key.aliases)
        line->addWidget(new Chip(alias, false));
    return stacked({title, chips}, space::xs);
}

QWidget *KeyDetail::budget(const Budget &budget) const
{
    QWidget *title = wrapped(budgetTitle(budget.window), Type::Caption, Ink::Muted);
    const QString limit = format::moneyWithCode(budget.nanos, u"USD"_s);
    const auto share = shareSpent(budget);
    if (!share)
        return stacked({title, label(tr("%1; what is spent of it is not told").arg(limit))}, space::xs);
    const Meter meter{*share, evenShare(budget, m_now).value_or(-1)};
    const QString percent = format::percent(*share);
    auto *figures = row(
        {label(format::money(*budget.spentNanos), Type::Title), label(tr("of %1").arg(limit), Type::Body, Ink::Muted),
            spacer(), label(percent, Type::Strong, *share >= meter.warnAt ? Ink::Bad : Ink::Text)});
    auto *bar = new MeterBar(meter, tr("%1 used").arg(percent));
    if (meter.expected < 0)
        return stacked({title, figures, bar}, space::xs);
    auto *mark = wrapped(tr("Mark: where an even spend would be by now."), Type::Caption, Ink::Muted);
    return stacked({title, figures, bar, mark}, space::xs);
}

} // namespace pages
