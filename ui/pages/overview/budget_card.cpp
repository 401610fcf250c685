// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/mark_widgets.h"
#include "pages/overview/cards.h"
#include "pages/overview/key_attention.h"
#include "pages/words.h"
#include <algorithm>

namespace pages {

using namespace kit;

static constexpr qsizetype shown = 4;

BudgetCard::BudgetCard()
{
    auto *card = new Card(tr("Budgets nearest their end"));
    plainColumn(this, 0)->addWidget(card);
    QPushButton *all = button(tr("All keys"), Role::Quiet);
    connect(all, &QPushButton::clicked, this, &BudgetCard::allWanted);
    card->addToHead(all);
    m_column = card->body();
}

static QWidget *lineOf(const Key &key)
{
    const Budget &budget = *tightestBudget(key);
    const double share = *spentShare(key);
    const QString figure =
        BudgetCard::tr("%1 / %2 USD").arg(format::money(*budget.spentNanos), format::money(budget.nanos));
    const Meter meter{share, -1, 0.8, 0.95};
    const QString note = BudgetCard::tr("%1 spent, %2").arg(format::percent(share), windowName(budget.window));
    return stacked({row({elided(key.name), label(figure, Type::Caption)}, space::s, 0), new MeterBar(meter, figure),
                       label(note, Type::Caption, share >= meter.badAt ? Ink::Bad : Ink::Muted)},
        1);
}

bool BudgetCard::show(const QList<Key> &keys)
{
    QList<Key> capped;
    for (const Key &key : keys)
        if (key.enabled && spentShare(key))
            capped << key;
    std::stable_sort(
        capped.begin(), capped.end(), [](const Key &a, const Key &b) { return *spentShare(a) > *spentShare(b); });
    capped.resize(qMin(shown, capped.size()));
    if (m_lines && capped == m_keys)
        return !capped.isEmpty();
    m_keys = capped;
    delete m_lines;
    QList<QWidget *> lines;
    for (const Key &key : capped)
        lines << lineOf(key);
    lines << spacer();
    m_lines = stacked(lines, space::m, int(lines.size()) - 1);
    m_column->addWidget(m_lines, 1);
    return !capped.isEmpty();
}

} // namespace pages
