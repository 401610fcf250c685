// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/radius.h"
#include <algorithm>
#include <functional>
#include <QHash>
#include <QMap>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

// The key as the gateway has it now; what is yet to be created was never called.
const Key *keyOf(const Step &step)
{
    const auto *change = std::get_if<Change>(&step.wanted);
    return change && change->before ? &*change->before : nullptr;
}

void join(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list << text;
}

void add(Reach &reach, const store::KeyUse &use)
{
    reach.calls += use.calls;
    reach.costNanos += use.costNanos;
    reach.untold += qMax<qint64>(0, use.calls - use.costRows);
    join(reach.aliases, use.alias);
    if (!reach.lastAt || *reach.lastAt < use.lastAt)
        reach.lastAt = use.lastAt;
}

const Alias *aliasOf(const Step &step)
{
    const auto *change = std::get_if<AliasChange>(&step.wanted);
    return change && change->before ? &*change->before : nullptr;
}

// Rows by what they are found under.
using Found = QMultiHash<QString, const store::KeyUse *>;

Found indexOf(const QList<store::KeyUse> &uses)
{
    Found by; // last in, first out: the order of `uses` is turned round
    for (auto use = uses.crbegin(); use != uses.crend(); ++use) {
        by.insert(use->keyId.isEmpty() ? u"name "_s + use->key : u"id "_s + use->keyId, &*use);
        by.insert(u"alias "_s + use->alias, &*use);
    }
    return by;
}

Reach reachOf(const Step &step, const Found &by)
{
    Reach reach;
    reach.object = objectOf(step.wanted);
    reach.name = nameOf(step.wanted);
    reach.verb = verbOf(step.wanted);
    QList<const store::KeyUse *> mine;
    if (const Key *key = keyOf(step)) {
        reach.id = key->id;
        reach.application = key->passport.application;
        mine = by.values(u"id "_s + key->id) + by.values(u"name "_s + key->name);
    } else if (const Alias *alias = aliasOf(step)) {
        mine = by.values(u"alias "_s + alias->name);
    }
    for (const store::KeyUse *use : std::as_const(mine))
        add(reach, *use);
    return reach;
}

// Who calls the aliases that the set touches.
QList<Reach> callersOf(const ChangeSet &set, const Found &by)
{
    QMap<QString, Reach> keys;
    for (const Step &step : set.steps) {
        const Alias *alias = aliasOf(step);
        const auto uses = alias ? by.values(u"alias "_s + alias->name) : QList<const store::KeyUse *>();
        for (const store::KeyUse *use : uses) {
            Reach &reach = keys[use->keyId + u'\n' + use->key];
            reach.object = u"key"_s;
            reach.id = use->keyId;
            reach.name = use->key;
            add(reach, *use);
        }
    }
    QList<Reach> callers = keys.values();
    std::ranges::stable_sort(callers, std::ranges::greater(), &Reach::calls);
    return callers;
}

} // namespace

store::UseOf touchedBy(const ChangeSet &set)
{
    store::UseOf asked;
    for (const Step &step : set.steps) {
        if (const Key *key = keyOf(step)) {
            asked.ids << key->id;
            asked.names << key->name;
        } else if (const Alias *alias = aliasOf(step)) {
            asked.aliases << alias->name;
        }
    }
    return asked;
}

Radius radiusOf(const ChangeSet &set, const QList<store::KeyUse> &uses)
{
    const Found by = indexOf(uses);
    Radius radius;
    for (const Step &step : set.steps) {
        radius.steps << reachOf(step, by);
        join(radius.applications, radius.steps.last().application);
    }
    radius.callers = callersOf(set, by);
    for (const store::KeyUse &use : uses) { // each row once, though a key and its alias are both touched
        join(radius.aliases, use.alias);
        radius.samples += use.samples;
        radius.calls += use.calls;
        radius.costNanos += use.costNanos;
        radius.untold += qMax<qint64>(0, use.calls - use.costRows);
    }
    return radius;
}

} // namespace changes
