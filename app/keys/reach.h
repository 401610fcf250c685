// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/key.h"

// Whether a key may call an alias, and the rule that decides. Pure; judged by what the gateway told of the key.
namespace keys {

enum class ReachRule {
    NoList, // every alias
    InList,
    Disabled,
    Expired,
    Spent, // a budget has nothing left
    Network, // it may not come from any of the caller's addresses
    NotInList,
    Upstream, // the alias leads to none of its upstreams
    Family, // nor answers in one of its families
};

struct Reach
{
    QString alias;
    ReachRule rule = ReachRule::NotInList;

    bool allowed() const { return rule == ReachRule::NoList || rule == ReachRule::InList; }
    friend bool operator==(const Reach &, const Reach &) = default;
};

// Who calls. Without addresses the key's list of networks is not judged.
struct Caller
{
    QDateTime now; // UTC
    QStringList addresses = {}; // from any of which the call may come
};

// By the scope of the key alone, whatever its state.
Reach scopeReach(const Key &key, const Alias &alias);
Reach reachOf(const Key &key, const Alias &alias, const Caller &caller);
// Of each alias; what may be called comes first. Without a caller by the scope of the key alone.
QList<Reach> reachOf(const Key &key, const QList<Alias> &catalog, const std::optional<Caller> &caller = {});
// Those of the addresses that the key's networks cover; all of them where it names none.
QStringList admitted(const Key &key, const QStringList &addresses);

QString nameOf(ReachRule rule); // "not_in_list"
QString wordsOf(ReachRule rule); // "not in the list"

} // namespace keys
