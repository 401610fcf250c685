// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/all_view.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/icons.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/pane_row.h"
#include "kit/skeleton.h"
#include "kit/table.h"
#include "pages/aliases/side_by_side.h"
#include "pages/words.h"
#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

AllView::AllView(workspace::AllCatalogs &catalogs, const Clock &clock, const QString &own)
    : m_catalogs(catalogs)
    , m_clock(clock)
    , m_own(own)
    , m_table(new Table(tr("Aliases of all connections")))
    , m_search(new QLineEdit)
    , m_differing(new QCheckBox(tr("Only differing")))
    , m_count(label({}, Type::Caption, Ink::Muted))
    , m_detail(new SideBySide)
    , m_grid(grid())
    , m_blank(new QWidget)
{
    plainColumn(m_blank);
    addWidget(m_grid);
    addWidget(m_blank);
    connect(&m_catalogs, &Observable::changed, this, &AllView::showState);
    connect(m_search, &QLineEdit::textChanged, this, &AllView::narrow);
    connect(m_differing, &QCheckBox::toggled, this, &AllView::narrow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AllView::showDetail);
    showState();
}

QWidget *AllView::grid()
{
    m_search->setObjectName(u"searchAll"_s);
    m_search->setPlaceholderText(tr("Alias, family, upstream or model"));
    m_search->setAccessibleName(tr("Search the aliases of all connections"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
    m_differing->setObjectName(u"onlyDiffering"_s);
    m_differing->setToolTip(tr("Names that one connection lacks, or has with another model, family or price"));
    m_count->setObjectName(u"allCount"_s);
    m_table->setObjectName(u"allAliases"_s);
    m_table->setModel(&m_model);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new StatusCell(m_table));
    m_table->setItemDelegateForColumn(GridModel::Name, new MonoCell(m_table));
    m_table->freezeFirst();
    keepSelection(m_table);
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_table, 1);
    auto *panes = new PaneRow;
    panes->add(stacked({row({m_search, m_differing, m_count}, space::m, 0), card}, space::s, 1), 3, 0);
    panes->add(m_detail, 2, 900);
    return panes;
}

void AllView::find()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool AllView::back()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

// What stands there instead of the grid; null: there is one.
static QWidget *blankOf(const workspace::AllCatalogs::State &state)
{
    if (!state.rows.isEmpty())
        return nullptr;
    if (state.failure)
        return new EmptyState(
            Glyph::Aliases, AllView::tr("The kept catalogs could not be read"), whyOf(*state.failure));
    if (!state.looked)
        return new Skeleton(8);
    return new EmptyState(Glyph::Aliases, AllView::tr("No catalog was read yet"),
        AllView::tr("A connection's aliases show here once it was open while its gateway answered, then also while the "
                    "gateway is away."));
}

void AllView::showState()
{
    const auto &state = m_catalogs.state();
    const int columns = m_model.columnCount();
    m_model.apply(state, m_clock.now());
    if (columns != m_model.columnCount())
        showColumns();
    qDeleteAll(m_blank->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    QWidget *blank = blankOf(state);
    if (blank)
        m_blank->layout()->addWidget(blank);
    setCurrentWidget(blank ? m_blank : m_grid);
    say();
    showDetail();
}

void AllView::showColumns()
{
    m_table->setColumnWidth(GridModel::Name, scaled(190));
    for (int column = GridModel::FirstConnection; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column, scaled(248));
}

void AllView::narrow()
{
    m_model.narrow(m_search->text(), m_differing->isChecked());
    say();
    showDetail();
}

void AllView::say()
{
    const auto connections = m_catalogs.state().connections.size();
    const QString found = tr("%Ln alias(es)", nullptr, m_model.rowCount());
    const QString over = tr("%Ln connection(s)", nullptr, int(connections));
    m_count->setText(connections == 1 ? tr("%1, the only connection: nothing to compare with yet").arg(found)
                                      : tr("%1 over %2").arg(found, over));
}

void AllView::showDetail()
{
    int at = m_table->currentIndex().row();
    if (at < 0 && m_model.rowCount() > 0)
        return m_table->selectRow(0); // comes back here
    const bool some = at >= 0 && at < m_model.rowCount();
    m_detail->show(m_catalogs.state(), some ? &m_model.row(at) : nullptr, m_own, m_clock.now());
}

} // namespace pages
