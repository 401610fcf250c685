// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/matrix_model.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "kit/row_model.h"
#include "kit/status.h"

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

void MatrixModel::apply(const QList<MatrixRow> &rows, const QList<ChannelColumn> &channels)
{
    if (rows == m_rows && channels == m_channels)
        return;
    const bool sameRows = std::ranges::equal(rows, m_rows, {}, &MatrixRow::name, &MatrixRow::name);
    if (sameRows && channels == m_channels) { // the chosen cell stays
        m_rows = rows;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    m_channels = channels;
    endResetModel();
}

const ChannelColumn *MatrixModel::channelAt(int column) const
{
    const int at = column - FirstChannel;
    return at >= 0 && at < m_channels.size() ? &m_channels.at(at) : nullptr;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstChannel + int(m_channels.size());
}

QVariant MatrixModel::headerData(int section, Qt::Orientation o, int role) const
{
    if (o != Qt::Horizontal)
        return {};
    const ChannelColumn *channel = channelAt(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == PriceOf ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && channel)
        return tr("%1, weight %2: %3")
            .arg(channel->name)
            .arg(channel->weight)
            .arg(tr("%Ln alias(es)", nullptr, channel->serves));
    if (role != Qt::DisplayRole)
        return {};
    return channel ? channel->name : section == Name ? tr("Alias") : tr("In / out, USD");
}

static QString priceWords(const MatrixRow &row)
{
    const Price price = (row.after ? row.after : row.before).value_or(Alias()).price;
    if (!price.inputNanos && !price.outputNanos)
        return format::none();
    const auto told = [](const std::optional<qint64> &nanos) { return nanos ? format::money(*nanos) : format::none(); };
    return u"%1 / %2"_s.arg(told(price.inputNanos), told(price.outputNanos));
}

QVariant MatrixModel::nameData(const MatrixRow &row, int role) const
{
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == cell::Note && row.before != row.after)
        return !row.before ? tr("new") : row.after ? tr("edited") : tr("removed");
    return role == Qt::ToolTipRole ? QVariant(row.name) : QVariant();
}

static QString cellWords(const MatrixCell &cell, const MatrixRow &row)
{
    if (!cell.served)
        return cell.staged ? MatrixModel::tr("off, staged") : MatrixModel::tr("off");
    const QString words = cell.model == row.name || cell.model.isEmpty() ? MatrixModel::tr("served")
                                                                         : MatrixModel::tr("as %1").arg(cell.model);
    return cell.staged ? MatrixModel::tr("%1, staged").arg(words) : words;
}

static Status statusOf(const MatrixCell &cell)
{
    if (cell.staged)
        return Status::Draft;
    return cell.served ? Status::Ok : Status::Skipped;
}

QVariant MatrixModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid))
        return {};
    const MatrixRow &row = m_rows.at(at.row());
    if (role == IdRole)
        return row.name;
    if (role == Qt::TextAlignmentRole)
        return int((at.column() == PriceOf ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const ChannelColumn *channel = channelAt(at.column());
    if (!channel && at.column() == Name)
        return nameData(row, role);
    if (!channel)
        return role == Qt::DisplayRole ? QVariant(priceWords(row)) : QVariant();
    const MatrixCell here = cellOf(row, channel->name);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cellWords(here, row);
    if (role == Qt::AccessibleTextRole)
        return tr("%1 through %2: %3").arg(row.name, channel->name, cellWords(here, row));
    return role == cell::State ? QVariant(int(statusOf(here))) : QVariant();
}

} // namespace pages
