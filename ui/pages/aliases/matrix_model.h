// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/matrix.h"
#include <QAbstractTableModel>

namespace pages {

// Aliases down, channels across. Two columns stand before the channels: the name, and what it costs.
class MatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, PriceOf, FirstChannel };
    using QAbstractTableModel::QAbstractTableModel;
    void apply(const QList<MatrixRow> &rows, const QList<ChannelColumn> &channels);

    const MatrixRow &row(int at) const { return m_rows.at(at); }
    const ChannelColumn *channelAt(int column) const; // null: it is none
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation o, int role) const override;
    QVariant data(const QModelIndex &at, int role) const override;

private:
    QVariant nameData(const MatrixRow &row, int role) const;

    QList<MatrixRow> m_rows;
    QList<ChannelColumn> m_channels;
};

} // namespace pages
