// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/edit.h"
#include "changes/alias_change.h"
#include "changes/judge.h"
#include "changes/plan.h"

using namespace Qt::StringLiterals;

namespace changes {

namespace {

bool renames(const Change &change)
{
    return change.before && change.after && change.before->name != change.after->name;
}

Verb verb(bool before, bool after)
{
    return !before ? Verb::Create : after ? Verb::Change : Verb::Delete;
}

// What is asked of each alternative.
struct VerbOf
{
    Verb operator()(const Change &change) const
    {
        if (change.reveals)
            return Verb::Reveal;
        return change.before && change.after && change.rotation ? Verb::Rotate
                                                                : verb(bool(change.before), bool(change.after));
    }
    Verb operator()(const AliasChange &change) const { return verb(bool(change.before), bool(change.after)); }
};

struct ObjectOf
{
    QString operator()(const Change &) const { return u"key"_s; }
    QString operator()(const AliasChange &) const { return u"alias"_s; }
};

struct IdOf
{
    QString operator()(const Change &change) const
    {
        return change.before ? change.before->id : change.after ? change.after->id : QString();
    }
    QString operator()(const AliasChange &change) const { return change.before ? change.before->name : QString(); }
};

struct NameOf
{
    template<typename Each>
    QString operator()(const Each &change) const
    {
        return change.after ? change.after->name : change.before ? change.before->name : QString();
    }
};

struct Nothing
{
    bool operator()(const Change &change) const
    {
        return !change.rotation && change.before && change.after && sameSettings(*change.before, *change.after);
    }
    bool operator()(const AliasChange &change) const { return change.before == change.after; }
};

struct FreedBy
{
    QString operator()(const Change &change) const
    {
        return change.before && (!change.after || renames(change)) ? change.before->name : QString();
    }
    QString operator()(const AliasChange &change) const { return change.after ? QString() : change.before->name; }
};

struct TakenBy
{
    QString operator()(const Change &change) const
    {
        return change.after && (!change.before || renames(change)) ? change.after->name : QString();
    }
    QString operator()(const AliasChange &change) const { return change.before ? QString() : change.after->name; }
};

struct FieldsOf
{
    QStringList operator()(const Change &change) const
    {
        QStringList fields = differences(change.before.value_or(Key()), change.after.value_or(Key()));
        if (change.rotation)
            fields << u"secret"_s;
        return fields;
    }
    QStringList operator()(const AliasChange &change) const
    {
        return differences(change.before.value_or(Alias()), change.after.value_or(Alias()));
    }
};

// The fields that a change sets, with their new values.
QJsonObject setBy(const Change &change)
{
    const QJsonObject before = settingsOf(*change.before);
    const QJsonObject after = settingsOf(*change.after);
    QJsonObject fields;
    for (const QString &field : planFields())
        if (before[field] != after[field])
            fields.insert(field, after[field]);
    return fields;
}

Change joinedKey(const Change &earlier, const Change &later)
{
    Change both = later;
    Key after = withSettings(withSettings(*both.before, setBy(earlier)), setBy(later));
    after.name = renames(later) ? later.after->name : renames(earlier) ? earlier.after->name : later.before->name;
    both.after = after;
    return both;
}

// What the later one leaves as it was before it is as the earlier one wants it.
AliasChange joinedAlias(const AliasChange &earlier, const AliasChange &later)
{
    AliasChange both = later;
    const auto keep = [&](auto field) {
        if ((*later.before).*field == (*later.after).*field && (*earlier.before).*field != (*earlier.after).*field)
            (*both.after).*field = (*earlier.after).*field;
    };
    keep(&Alias::routes);
    keep(&Alias::families);
    keep(&Alias::price);
    keep(&Alias::fallbacks);
    keep(&Alias::contextTokens);
    keep(&Alias::strategy);
    return both;
}

} // namespace

Verb verbOf(const Edit &edit)
{
    return std::visit(VerbOf(), edit);
}

QString objectOf(const Edit &edit)
{
    return std::visit(ObjectOf(), edit);
}

QString idOf(const Edit &edit)
{
    return std::visit(IdOf(), edit);
}

QString nameOf(const Edit &edit)
{
    return std::visit(NameOf(), edit);
}

bool changesNothing(const Edit &edit)
{
    return std::visit(Nothing(), edit);
}

Edit joined(const Edit &earlier, const Edit &later)
{
    if (verbOf(earlier) != Verb::Change || verbOf(later) != Verb::Change || earlier.index() != later.index())
        return later;
    if (const auto *key = std::get_if<Change>(&later))
        return joinedKey(std::get<Change>(earlier), *key);
    return joinedAlias(std::get<AliasChange>(earlier), std::get<AliasChange>(later));
}

QString nameFreedBy(const Edit &edit)
{
    return std::visit(FreedBy(), edit);
}

QString nameTakenBy(const Edit &edit)
{
    return std::visit(TakenBy(), edit);
}

QStringList fieldsOf(const Edit &edit)
{
    return std::visit(FieldsOf(), edit);
}

Edit inWholeSeconds(Edit edit)
{
    if (auto *key = std::get_if<Change>(&edit))
        *key = inWholeSeconds(std::move(*key));
    return edit;
}

} // namespace changes
