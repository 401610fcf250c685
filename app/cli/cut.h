// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/trouble.h"
#include <algorithm>
#include <limits>
#include <QList>

namespace cli {

// One page of a list whose items have numbers.
template<typename Item>
struct Cut
{
    QList<Item> items;
    QString next; // for --after; empty: there are no more
};

// How many have to be read for one page of `limit`: one more tells whether there are others, a cursor can stand anywhere.
inline int readFor(const QString &after, int limit)
{
    return after.isEmpty() ? limit + 1 : std::numeric_limits<int>::max();
}

// What follows the item with the number `after`, `limit` at most. Misuse: the list has no such item.
template<typename Item, typename IdOf>
Maybe<Cut<Item>> cutOf(const QList<Item> &all, const QString &after, int limit, IdOf idOf)
{
    const auto cursor =
        std::ranges::find(all, after, [&idOf](const Item &item) { return QString::number(idOf(item)); });
    if (!after.isEmpty() && cursor == all.end())
        return unknownCursor(after);
    const auto rest = after.isEmpty() ? all : all.mid(cursor - all.begin() + 1);
    const QString next = rest.size() > limit ? QString::number(idOf(rest.at(limit - 1))) : QString();
    return Cut<Item>{rest.mid(0, limit), next};
}

} // namespace cli
