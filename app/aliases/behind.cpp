// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/behind.h"
#include <algorithm>

namespace aliases {

namespace {

void follow(const QList<Alias> &catalog, const Alias &from, QStringList &seen)
{
    for (const QString &name : from.fallbacks) {
        const Alias *next = named(catalog, name);
        if (!next || seen.contains(name))
            continue;
        seen << name;
        follow(catalog, *next, seen);
    }
}

// The way on from one alias to `goal`, which ends it; empty: there is none.
QStringList wayTo(const QList<Alias> &catalog, const Alias &from, const QString &goal, QStringList &seen)
{
    seen << from.name;
    for (const QString &name : from.fallbacks) {
        if (name == goal)
            return {from.name, goal};
        const Alias *next = seen.contains(name) ? nullptr : named(catalog, name);
        if (!next)
            continue;
        if (const QStringList way = wayTo(catalog, *next, goal, seen); !way.isEmpty())
            return QStringList{from.name} + way;
    }
    return {};
}

} // namespace

const Alias *named(const QList<Alias> &catalog, const QString &name)
{
    const auto found = std::ranges::find(catalog, name, &Alias::name);
    return found == catalog.cend() ? nullptr : &*found;
}

bool isPointer(const Alias &alias)
{
    return alias.routes.size() == 1 && alias.routes.first().upstream.isEmpty();
}

const Alias &ledTo(const QList<Alias> &catalog, const Alias &alias)
{
    const Alias *at = &alias;
    for (qsizetype steps = 0; steps < catalog.size() && isPointer(*at); ++steps) {
        const Alias *next = named(catalog, at->routes.first().model);
        if (!next)
            return *at;
        at = next;
    }
    return *at;
}

QStringList fallbacksBehind(const QList<Alias> &catalog, const Alias &alias)
{
    QStringList names{alias.name};
    follow(catalog, alias, names);
    return names.mid(1);
}

QStringList circleOf(const QList<Alias> &catalog, const Alias &alias)
{
    QStringList seen;
    return wayTo(catalog, alias, alias.name, seen);
}

} // namespace aliases
