// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/admin.h"

// An alias as it stands in a form: texts, as typed. Pure functions.
namespace pages {

struct RouteDraft
{
    int id = 0; // its own while the form is open, so that a route that is moved is still the same
    QString upstream;
    QString model;
    QString weight;
    Route was; // what the form does not show of it: times, a price of its own

    friend bool operator==(const RouteDraft &, const RouteDraft &) = default;
};

struct AliasDraft
{
    QString name;
    QStringList families;
    QString strategy;
    QList<RouteDraft> routes;
    QString priceIn; // USD a million; empty: not known
    QString priceOut;
    QString priceCached;
    QString context; // tokens; empty: not told
    QStringList fallbacks;

    friend bool operator==(const AliasDraft &, const AliasDraft &) = default;
};

AliasDraft draftOf(const Alias &alias);
// What the draft says over `base`; what cannot be read, such as a price of "x", is as in `base`.
Alias aliasOf(const AliasDraft &draft, const Alias &base);

enum class AliasField {
    Name,
    Families,
    Routes,
    Upstream,
    Model,
    Weight,
    PriceIn,
    PriceOut,
    PriceCached,
    Context,
    Fallbacks
};
struct AliasProblem
{
    AliasField field = AliasField::Name;
    int route = -1; // its place, of the fields of a route
    QString sentence; // what is wrong, and what would work
    QString brief; // for the list beside the verb
    bool missing = false; // nothing is there yet: said beside the verb only

    friend bool operator==(const AliasProblem &, const AliasProblem &) = default;
};

// What a draft is held against.
struct AliasGround
{
    QList<Alias> catalog; // with what is staged
    gateway::AliasForm form = {};
    std::optional<Alias> before = {}; // the alias that is changed; empty: a new one
};
QList<AliasProblem> aliasProblems(const AliasDraft &draft, const AliasGround &ground);

// The upstreams that the catalog's routes lead to, and the models asked for there; of any upstream if it is empty.
QStringList upstreamsOf(const QList<Alias> &catalog);
QStringList modelsAt(const QList<Alias> &catalog, const QString &upstream);

} // namespace pages
