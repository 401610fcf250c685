// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "pages/aliases/alias_draft.h"

namespace pages {

// A route in the form's table.
struct RouteLine
{
    RouteDraft draft;
    int place = 1;

    friend bool operator==(const RouteLine &, const RouteLine &) = default;
};

// The routes as they stand in the form. A row that is dragged asks to be moved; the form moves it.
class RouteDrafts final : public kit::RowModel<RouteLine>
{
    Q_OBJECT

public:
    enum Column { Place, Upstream, Model, Weight };
    RouteDrafts();
    void setMovable(bool movable) { m_movable = movable; }

    Qt::ItemFlags flags(const QModelIndex &at) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &rows) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

signals:
    void moveWanted(int from, int to); // `to`: its place afterwards

private:
    bool m_movable = true;
};

} // namespace pages
