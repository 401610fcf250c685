// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/difference.h"
#include "aliases/proven.h"

// The catalogs of all connections side by side, as they were last seen: product rows 36 and 46.
namespace aliases {

// One connection's newest kept catalog.
struct KnownCatalog
{
    QString profile; // id
    QString name;
    QString kind; // of its gateway
    std::optional<QDateTime> asOf; // UTC; empty: none was ever kept
    QString hash;
    QList<Alias> aliases;
    Proofs proofs;

    friend bool operator==(const KnownCatalog &, const KnownCatalog &) = default;
};
constexpr int oldHours = 24; // a catalog that was seen longer ago is called old
bool isOld(const KnownCatalog &catalog, const QDateTime &now);

// What stands behind a name at one connection.
struct GridCell
{
    int place = -1; // in the catalog's aliases; -1: it is not there
    bool model = false; // differs from what most connections say; where as many say each, all differ
    bool family = false;
    bool price = false;

    bool differs() const { return model || family || price; }
    friend bool operator==(const GridCell &, const GridCell &) = default;
};

// One name, over all connections.
struct GridRow
{
    QString name;
    QList<GridCell> cells; // one a connection
    bool differs = false; // a cell does, or it is missing where a catalog is known
    QString text; // to search in, without case

    friend bool operator==(const GridRow &, const GridRow &) = default;
};

// A row for each name that any of them has, by name.
QList<GridRow> gridRows(const QList<KnownCatalog> &connections);
// Indexes of the rows whose name, family, upstream or model holds the text; empty: all.
QList<int> gridFound(const QList<GridRow> &rows, const QString &text, bool onlyDiffering);
// "upstream/model", with how many more routes there are; empty: no route is told.
QString firstRouteOf(const Alias &alias);
// "0.15 / 0.60", USD per million in and out; empty: neither is told.
QString priceWords(const Price &price);
// What differs, in words: "model, price"; empty: nothing.
QString whatDiffers(const GridCell &cell);
// Every setting that is not the same, but for the dates of price lists.
QList<Difference> settingsApart(const Alias &here, const Alias &there);

} // namespace aliases
