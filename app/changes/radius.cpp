// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/radius.h"
#include <QHash>

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

} // namespace

QStringList idsIn(const ChangeSet &set)
{
    QStringList ids;
    for (const Step &step : set.steps)
        if (const Key *key = keyOf(step))
            ids << key->id;
    return ids;
}

QStringList namesIn(const ChangeSet &set)
{
    QStringList names;
    for (const Step &step : set.steps)
        if (const Key *key = keyOf(step))
            names << key->name;
    return names;
}

Radius radiusOf(const ChangeSet &set, const QList<store::KeyUse> &uses)
{
    QMultiHash<QString, const store::KeyUse *> by; // last in, first out: the order of `uses` is turned round
    for (auto use = uses.crbegin(); use != uses.crend(); ++use)
        by.insert(use->keyId.isEmpty() ? u"name "_s + use->key : u"id "_s + use->keyId, &*use);
    Radius radius;
    for (const Step &step : set.steps) {
        const Key *key = keyOf(step);
        Reach reach{key ? key->id : QString(), nameOf(step.wanted), key ? key->passport.application : QString(),
            verbOf(step.wanted), 0, 0, 0, {}, {}};
        const auto mine =
            key ? by.values(u"id "_s + key->id) + by.values(u"name "_s + key->name) : decltype(by.values())();
        for (const store::KeyUse *use : mine) {
            add(reach, *use);
            join(radius.aliases, use->alias);
            radius.samples += use->samples;
        }
        join(radius.applications, reach.application);
        radius.calls += reach.calls;
        radius.costNanos += reach.costNanos;
        radius.untold += reach.untold;
        radius.keys << reach;
    }
    return radius;
}

} // namespace changes
