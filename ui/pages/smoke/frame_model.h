// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"
#include <QAbstractTableModel>

namespace pages {

// The frames of one stream as they came: when, how long after the one before, and what they carry. Frames only join.
class FrameModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Arrival, Gap, Bytes, Data, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<net::Frame> &frames);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_frames.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &at, int role) const override;

private:
    bool continues(const QList<net::Frame> &frames) const;

    QList<net::Frame> m_frames;
};

} // namespace pages
