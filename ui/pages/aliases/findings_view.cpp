// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/findings_view.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/empty_state.h"
#include "kit/table.h"
#include "pages/aliases/alias_model.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::Finding;

QList<Column<Finding>> FindingsView::columns()
{
    const auto state = [](const Finding &f, int role) {
        return role == cell::State ? QVariant(int(statusOf(f.severity))) : QVariant();
    };
    const auto whole = [](const QString &text, int role) {
        return role == Qt::ToolTipRole ? QVariant(text) : QVariant();
    };
    return {{tr("Rule"), [](const Finding &f) { return f.rule; }, Qt::AlignLeft, state},
        {tr("Alias"), [](const Finding &f) { return f.alias; }},
        {tr("What"), [](const Finding &f) { return f.what; }, Qt::AlignLeft,
            [whole](const Finding &f, int role) { return whole(f.what, role); }},
        {tr("Next step"), [](const Finding &f) { return f.next; }, Qt::AlignLeft,
            [whole](const Finding &f, int role) { return whole(f.next, role); }}};
}

FindingsView::FindingsView()
    : m_model(columns(), [](const Finding &f) { return f.rule + u'\n' + f.alias + u'\n' + f.what; })
    , m_table(new Table(tr("Findings")))
{
    m_table->setObjectName(u"findings"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(0, new StatusCell(m_table));
    m_table->setItemDelegateForColumn(1, new MonoCell(m_table));
    m_table->setWidths({72, 148, 0, 380});
    m_table->setYielding({3});
    connect(m_table, &QAbstractItemView::activated, this,
        [this](const QModelIndex &at) { emit aliasWanted(m_model.row(at.row()).alias); });
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_table, 1);
    addWidget(card);
    addWidget(new EmptyState(Glyph::Aliases, tr("Nothing is wrong with this catalog"),
        tr("No rule found anything: no dead route, no circle of fallbacks, no missing price, no model that ends "
           "soon.")));
}

void FindingsView::show(const QList<Finding> &findings)
{
    m_model.apply(findings);
    setCurrentIndex(findings.isEmpty() ? 1 : 0);
}

} // namespace pages
