// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"

// What stands behind an alias in its catalog: those it falls back on, and the one that a mere name leads to.
namespace aliases {

// The alias of this name; null: the catalog holds none.
const Alias *named(const QList<Alias> &catalog, const QString &name);
// A name that leads to another alias has one route without an upstream.
bool isPointer(const Alias &alias);
// The alias it leads to in the end, or itself.
const Alias &ledTo(const QList<Alias> &catalog, const Alias &alias);
// The aliases it falls back on, each followed by those it falls back on itself; none comes twice, and names that are not
// there are passed over.
QStringList fallbacksBehind(const QList<Alias> &catalog, const Alias &alias);
// The way on which it would fall back on itself: its name first and last. Empty: there is none.
QStringList circleOf(const QList<Alias> &catalog, const Alias &alias);

} // namespace aliases
