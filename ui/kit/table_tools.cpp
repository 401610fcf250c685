// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/table_tools.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/separated.h"
#include "kit/table.h"
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

namespace kit {

static QString headOf(const QAbstractItemModel *model, int column)
{
    return model->headerData(column, Qt::Horizontal).toString();
}

static void fillChooser(QMenu *menu, Table *table)
{
    menu->clear();
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        QAction *action = menu->addAction(headOf(table->model(), column));
        action->setCheckable(true);
        action->setChecked(table->columnWanted(column));
        action->setEnabled(column > 0);
        QObject::connect(
            action, &QAction::toggled, table, [table, column](bool wanted) { table->setColumnWanted(column, wanted); });
    }
}

QToolButton *columnChooser(Table *table)
{
    QToolButton *made = iconButton(Glyph::Columns, Table::tr("Choose columns"));
    auto *menu = new QMenu(made);
    QObject::connect(menu, &QMenu::aboutToShow, table, [menu, table] { fillChooser(menu, table); });
    QObject::connect(
        made, &QToolButton::clicked, menu, [made, menu] { menu->popup(made->mapToGlobal(made->rect().bottomLeft())); });
    return made;
}

static QList<int> shownColumns(const Table &table)
{
    QList<int> out;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        if (!table.isColumnHidden(column))
            out << column;
    return out;
}

static QString lineOf(const Table &table, int row)
{
    QStringList cells;
    for (int column : shownColumns(table)) {
        const QModelIndex index = table.model()->index(row, column);
        const QString note = index.data(cell::Note).toString();
        cells << index.data().toString() + (note.isEmpty() ? QString() : QLatin1Char(' ') + note);
    }
    return tsvLine(cells);
}

QString asTsv(const Table &table)
{
    QStringList heads;
    for (int column : shownColumns(table))
        heads << headOf(table.model(), column);
    QString out = tsvLine(heads);
    const bool all = !table.selectionModel()->hasSelection();
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (all || table.selectionModel()->isRowSelected(row, {}))
            out += lineOf(table, row);
    return out;
}

void ColumnFilter::setNeedle(int column, const QString &needle)
{
    m_needles[column] = needle.trimmed();
    invalidateFilter();
}

bool ColumnFilter::active() const
{
    return std::any_of(m_needles.cbegin(), m_needles.cend(), [](const QString &needle) { return !needle.isEmpty(); });
}

bool ColumnFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    for (auto it = m_needles.cbegin(); it != m_needles.cend(); ++it) {
        const QModelIndex index = sourceModel()->index(row, it.key(), parent);
        const QString text = index.data().toString() + QLatin1Char(' ') + index.data(cell::Note).toString();
        if (!text.contains(it.value(), Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace kit
