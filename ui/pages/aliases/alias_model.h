// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "changes/change.h"
#include "kit/row_model.h"
#include "kit/status.h"

namespace pages {

// One alias as the list shows it.
struct AliasRow
{
    Alias alias;
    std::optional<qint64> calls; // of the last 24 h; empty: no usage is known
    kit::Status status = kit::Status::Ok;
    QString word; // the one thing to know first
    QString proven; // "passed 2026-11-28"
    kit::Status proof = kit::Status::Unknown;

    friend bool operator==(const AliasRow &, const AliasRow &) = default;
};

// The aliases whose name, family, upstream or model holds the text; empty: all. What is staged of one is said first.
QList<AliasRow> aliasRows(
    const aliases::CatalogService::State &state, const QString &text, const QList<changes::AliasChange> &staged = {});
kit::Status statusOf(aliases::Severity severity);
kit::Status statusOf(aliases::Standing standing);

// What the list is sorted by. What is unknown is least; rows that are alike stay in the order of their names.
struct AliasOrder
{
    int column = 0; // AliasModel::Column
    Qt::SortOrder direction = Qt::AscendingOrder;
};
void arrange(QList<AliasRow> &rows, const AliasOrder &order);

class AliasModel final : public kit::RowModel<AliasRow>
{
    Q_OBJECT

public:
    enum Column { Name, Family, Routes, Calls, State, Proven };
    AliasModel();
    const AliasOrder &order() const { return m_order; }
    void sort(int column, Qt::SortOrder direction) override; // by the head of a column

signals:
    void orderWanted(); // the rows are to be given anew

private:
    AliasOrder m_order;
};

// One route of an alias.
struct RouteRow
{
    Route route;
    int place = 1;
    std::optional<double> share; // of the calls; empty: decided call by call, or not told

    friend bool operator==(const RouteRow &, const RouteRow &) = default;
};
QList<RouteRow> routeRows(const Alias &alias);

class AliasRoutesModel final : public kit::RowModel<RouteRow>
{
    Q_OBJECT

public:
    enum Column { Model, Upstream, Share, In, Out };
    AliasRoutesModel();
};

} // namespace pages
