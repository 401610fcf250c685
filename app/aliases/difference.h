// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"

namespace aliases {

// One line of what is different between two catalogs: a setting of an alias, or a whole one.
struct Difference
{
    enum class What { Added, Removed, Changed };
    What what = What::Changed;
    QString alias;
    QString field; // "price in", "route azure/gpt-4o", "families", ...; empty: the alias as a whole
    QString before; // in words; empty: there was none
    QString after;

    friend bool operator==(const Difference &, const Difference &) = default;
};

// By name of alias, then in the order of the fields. Two catalogs with the same canonical bytes have none.
QList<Difference> differences(const QList<Alias> &before, const QList<Alias> &after);

// Nanos of USD per million units as "0.15"; "unknown" for none.
QString priceText(const std::optional<qint64> &nanos);
// "upstream/model", or the model alone.
QString nameOf(const Route &route);

} // namespace aliases
