// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/grid_model.h"
#include "kit/cells.h"
#include "kit/row_model.h"
#include "pages/words.h"

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::GridCell;
using aliases::GridRow;
using aliases::KnownCatalog;

void GridModel::apply(const workspace::AllCatalogs::State &state, const QDateTime &now)
{
    m_now = now;
    if (state.connections == m_state.connections && state.rows == m_state.rows) {
        if (columnCount() > 0)
            emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); // they are older now
        return;
    }
    beginResetModel();
    m_state = state;
    m_shown = aliases::gridFound(m_state.rows, m_text, m_onlyDiffering);
    endResetModel();
}

void GridModel::narrow(const QString &text, bool onlyDiffering)
{
    if (text == m_text && onlyDiffering == m_onlyDiffering)
        return;
    m_text = text;
    m_onlyDiffering = onlyDiffering;
    beginResetModel();
    m_shown = aliases::gridFound(m_state.rows, m_text, m_onlyDiffering);
    endResetModel();
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstConnection + int(m_state.connections.size());
}

QVariant GridModel::headerData(int section, Qt::Orientation o, int role) const
{
    if (o != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!text)
        return {};
    if (section == Name)
        return role == Qt::DisplayRole ? QVariant(tr("Alias")) : QVariant();
    const KnownCatalog &connection = m_state.connections.at(section - FirstConnection);
    return tr("%1, %2").arg(connection.name, freshnessOf(connection, m_now));
}

QVariant GridModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid))
        return {};
    const GridRow &here = row(at.row());
    if (role == IdRole)
        return here.name;
    if (at.column() != Name)
        return cellData(here, at.column() - FirstConnection, role);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(here.name) : QVariant();
}

QVariant GridModel::cellData(const GridRow &row, int connection, int role) const
{
    const GridCell &cell = row.cells.at(connection);
    const KnownCatalog &there = m_state.connections.at(connection);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cellWords(cell, there);
    if (role == Qt::AccessibleTextRole)
        return tr("%1 at %2: %3").arg(row.name, there.name, cellWords(cell, there));
    return role == cell::State ? QVariant(int(statusOf(cell, there))) : QVariant();
}

QString cellWords(const GridCell &cell, const KnownCatalog &connection)
{
    if (cell.place < 0)
        return connection.asOf ? GridModel::tr("not there") : GridModel::tr("never read");
    const Alias &alias = connection.aliases.at(cell.place);
    QStringList said{aliases::firstRouteOf(alias), alias.families.join(u' '), aliases::priceWords(alias.price)};
    said.removeAll(QString());
    const QString words = said.isEmpty() ? GridModel::tr("there, nothing told") : said.join(u", "_s);
    return cell.differs() ? GridModel::tr("other %1: %2").arg(aliases::whatDiffers(cell), words) : words;
}

Status statusOf(const GridCell &cell, const KnownCatalog &connection)
{
    if (cell.place < 0)
        return connection.asOf ? Status::Skipped : Status::Unknown;
    return cell.differs() ? Status::Warn : Status::Ok;
}

QString freshnessOf(const KnownCatalog &connection, const QDateTime &now)
{
    if (!connection.asOf)
        return GridModel::tr("never read");
    return aliases::isOld(connection, now) ? GridModel::tr("old: seen %1 ago").arg(ago(*connection.asOf, now))
                                           : GridModel::tr("as of %1").arg(clock(*connection.asOf));
}

} // namespace pages
