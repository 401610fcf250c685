// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/admin.h"

// How the calls of an alias would go over its routes: tried out without a gateway.
namespace aliases {

// What is tried.
struct Trial
{
    gateway::Draw draw = gateway::Draw::ByLot;
    QStringList down = {}; // routes that rest, by nameOf(route): no call is sent there
    int calls = 100;
    quint64 seed = 1; // of the lots, or the turn it begins with: the same seed gives the same picks
};

// A route and the calls it took.
struct Picked
{
    Route route;
    QString fallback; // the other alias whose route it is; empty: the alias's own
    qint64 calls = 0;

    friend bool operator==(const Picked &, const Picked &) = default;
};

struct Picks
{
    QList<Picked> routes; // its own in their order, also without calls; then fallbacks that took some
    qint64 refused = 0; // no route was left for them
    bool decided = true; // false: which route is first shows only call by call, so nothing is counted

    friend bool operator==(const Picks &, const Picks &) = default;
};

// By the rules of the embedded gateway where the draw is in turn, else a lot by weight among the routes that are well.
Picks picksOf(const Alias &alias, const QList<Alias> &catalog, const Trial &trial);
// Where a call goes whose first attempt failed at this route, before that route rests. Empty: nowhere, or a lot decides.
QString nextAfter(const Route &failed, const Alias &alias, const QList<Alias> &catalog, const Trial &trial);

} // namespace aliases
