// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_set.h"
#include <algorithm>
#include <QMultiHash>

using namespace Qt::StringLiterals;

// Which steps of a set wait for which: gateways refuse a name that is taken, a fallback on an alias that is not there,
// and the removal of an alias that another one still falls back on.
namespace changes {

namespace {

// Steps by a name they have to do with.
using ByName = QMultiHash<QString, qsizetype>;

QStringList namedBy(const std::optional<Alias> &alias)
{
    return alias ? alias->fallbacks : QStringList();
}

QStringList namedBy(const std::optional<Key> &key)
{
    return key ? key->aliases : QStringList();
}

QStringList without(QStringList names, const QStringList &others)
{
    names.removeIf([&others](const QString &name) { return others.contains(name); });
    return names;
}

// The aliases that a step's object begins to name, and those it names no longer.
QStringList gainedBy(const Edit &edit)
{
    return std::visit([](const auto &change) { return without(namedBy(change.after), namedBy(change.before)); }, edit);
}

QStringList lostBy(const Edit &edit)
{
    return std::visit([](const auto &change) { return without(namedBy(change.before), namedBy(change.after)); }, edit);
}

struct Ties
{
    ByName freed; // who gives up a name, by kind and name
    ByName aliases; // whose step it is
    ByName lost; // who no longer names an alias
};

Ties tiesOf(const ChangeSet &set)
{
    Ties ties;
    for (qsizetype i = 0; i < set.steps.size(); ++i) {
        const Edit &wanted = set.steps.at(i).wanted;
        if (const QString name = nameFreedBy(wanted); !name.isEmpty())
            ties.freed.insert(objectOf(wanted) + u'/' + name, i);
        if (std::holds_alternative<AliasChange>(wanted))
            ties.aliases.insert(nameOf(wanted), i);
        for (const QString &name : lostBy(wanted))
            ties.lost.insert(name, i);
    }
    return ties;
}

// Of an alias that this step begins to name: its creation, or what would close a circle with it.
void addGained(const ChangeSet &set, const Ties &ties, const Edit &wanted, QList<qsizetype> &needs)
{
    for (const QString &name : gainedBy(wanted))
        for (const qsizetype other : ties.aliases.values(name)) {
            const Edit &there = set.steps.at(other).wanted;
            if (verbOf(there) == Verb::Create || lostBy(there).contains(nameOf(wanted)))
                needs << other;
        }
}

QList<qsizetype> needsOf(const ChangeSet &set, const Ties &ties, qsizetype at)
{
    const Edit &wanted = set.steps.at(at).wanted;
    QList<qsizetype> needs = ties.freed.values(objectOf(wanted) + u'/' + nameTakenBy(wanted));
    addGained(set, ties, wanted, needs);
    if (std::holds_alternative<AliasChange>(wanted) && verbOf(wanted) == Verb::Delete)
        needs << ties.lost.values(nameOf(wanted));
    needs.removeAll(at);
    return needs;
}

} // namespace

QList<QList<qsizetype>> needsIn(const ChangeSet &set)
{
    const Ties ties = tiesOf(set);
    QList<QList<qsizetype>> needs;
    for (qsizetype i = 0; i < set.steps.size(); ++i)
        needs << needsOf(set, ties, i);
    return needs;
}

Result<QList<qsizetype>> orderOf(const ChangeSet &set)
{
    QList<qsizetype> order;
    QList<qsizetype> left;
    const QList<QList<qsizetype>> needs = needsIn(set);
    for (qsizetype i = 0; i < set.steps.size(); ++i)
        left << i;
    const auto ready = [&](qsizetype at) {
        return std::ranges::all_of(needs.at(at), [&order](qsizetype need) { return order.contains(need); });
    };
    while (!left.isEmpty()) {
        const auto next = std::ranges::find_if(left, ready);
        if (next == left.end())
            return fail(FailureKind::Input,
                u"these changes wait for each other: %1"_s.arg(
                    nameOf(set.steps.at(left.first()).wanted) + u", "_s + nameOf(set.steps.at(left.last()).wanted)));
        order << *next;
        left.erase(next);
    }
    return order;
}

} // namespace changes
