// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/given_up.h"

namespace keys {

QStringList aliasesLost(const changes::Change &change)
{
    if (!change.before || !change.after || change.after->aliases.isEmpty())
        return {};
    if (change.before->aliases.isEmpty())
        return {QString()};
    QStringList lost = change.before->aliases;
    lost.removeIf([&change](const QString &alias) { return change.after->aliases.contains(alias); });
    return lost;
}

static bool isAbout(const changes::Change &change, const QString &key)
{
    return (change.before && change.before->id == key) || (change.after && change.after->id == key);
}

// What a change did to the right: nothing (empty), an act, or `back`: the key was made or got it back.
static std::optional<GivenUp::Act> actOf(const changes::Change &change, bool &back)
{
    back = !change.before;
    if (!change.before || !change.after)
        return change.before ? std::optional(GivenUp::Act::Deleted) : std::nullopt;
    if (change.before->enabled != change.after->enabled) {
        back = change.after->enabled;
        return back ? std::nullopt : std::optional(GivenUp::Act::Disabled);
    }
    if (!aliasesLost(change).isEmpty())
        return GivenUp::Act::Narrowed;
    back = !aliasesLost(change.inverse()).isEmpty();
    return {};
}

std::optional<GivenUp> givenUpBy(const QList<changes::Entry> &entries, const QString &key)
{
    for (const changes::Entry &entry : entries) {
        if (!entry.closed || entry.failure || entry.alias || !isAbout(entry.change, key))
            continue;
        bool back = false;
        if (const auto act = actOf(entry.change, back))
            return GivenUp{*act, entry.at};
        if (back)
            return {};
    }
    return {};
}

std::optional<GivenUp> givenUpOf(const Key &key, const QList<changes::Entry> &entries, const QDateTime &now)
{
    const std::optional<GivenUp> act = givenUpBy(entries, key.id);
    const bool expired = key.expiresAt && *key.expiresAt <= now;
    if (expired && (!act || act->act == GivenUp::Act::Narrowed || *key.expiresAt < act->at))
        return GivenUp{GivenUp::Act::Expired, *key.expiresAt};
    return act;
}

} // namespace keys
