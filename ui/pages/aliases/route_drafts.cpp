// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/route_drafts.h"
#include "kit/format.h"
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace pages {

static const QString routeType = u"application/x-gatewright-route"_s;

RouteDrafts::RouteDrafts()
    : RowModel(
        {
            {tr("Order"), [](const RouteLine &r) { return r.place; }, Qt::AlignRight},
            {tr("Upstream"), [](const RouteLine &r) { return kit::format::orNone(r.draft.upstream); }},
            {tr("Model there"), [](const RouteLine &r) { return kit::format::orNone(r.draft.model); }},
            {tr("Weight"), [](const RouteLine &r) { return kit::format::orNone(r.draft.weight); }, Qt::AlignRight},
        },
        [](const RouteLine &r) { return QString::number(r.draft.id); })
{}

Qt::ItemFlags RouteDrafts::flags(const QModelIndex &at) const
{
    if (!m_movable)
        return RowModel::flags(at);
    return at.isValid() ? RowModel::flags(at) | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled; // between rows only
}

QStringList RouteDrafts::mimeTypes() const
{
    return {routeType};
}

QMimeData *RouteDrafts::mimeData(const QModelIndexList &rows) const
{
    auto *data = new QMimeData;
    data->setData(routeType, QByteArray::number(rows.isEmpty() ? -1 : rows.first().row()));
    return data;
}

// False: the view must not take the old row away, as the form moves it.
bool RouteDrafts::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(routeType))
        return false;
    const int from = data->data(routeType).toInt();
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int to = before > from ? before - 1 : before;
    if (from >= 0 && from < rowCount() && to != from)
        emit moveWanted(from, to);
    return false;
}

} // namespace pages
