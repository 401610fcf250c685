// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/sets_view.h"
#include "changes/set_words.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/table.h"
#include "pages/changes/step_model.h"
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using changes::SetSummary;

static QList<Column<SetSummary>> columns(const QTimeZone &zone)
{
    const auto when = [zone](const SetSummary &s) {
        return QLocale().toString(s.head.created.toTimeZone(zone), u"d MMM yyyy HH:mm"_s);
    };
    const auto state = [](const SetSummary &s, int role) {
        return role == cell::State ? QVariant(int(statusOf(s.head))) : QVariant();
    };
    return {{SetsView::tr("Set"), [](const SetSummary &s) { return u"#%1"_s.arg(s.head.id); }},
        {SetsView::tr("Title"), [](const SetSummary &s) { return format::orNone(s.head.title); }},
        {SetsView::tr("Why"), [](const SetSummary &s) { return format::orNone(s.head.reason); }},
        {SetsView::tr("Begun"), when}, {SetsView::tr("By"), [](const SetSummary &s) { return s.head.by; }},
        {SetsView::tr("Changes"), [](const SetSummary &s) { return format::count(s.steps); }, Qt::AlignRight},
        {SetsView::tr("State"), [](const SetSummary &s) { return changes::inWords(s.head); }, Qt::AlignLeft, state}};
}

SetsView::SetsView(const QTimeZone &zone)
    : m_model(columns(zone), [](const SetSummary &s) { return QString::number(s.head.id); })
    , m_table(new Table(tr("Change sets")))
{
    m_table->setObjectName(u"sets"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(6, new StatusCell(m_table));
    m_table->setWidths({64, 0, 200, 148, 108, 84, 132});
    m_table->setYielding({4, 2, 3});
    keepSelection(m_table);
    connect(m_table, &QAbstractItemView::activated, this,
        [this](const QModelIndex &at) { emit setWanted(m_model.row(at.row()).head.id); });
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_table, 1);
    plainColumn(this)->addWidget(card);
}

void SetsView::show(const QList<SetSummary> &sets)
{
    m_model.apply(sets);
}

} // namespace pages
