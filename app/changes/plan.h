// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"
#include <QJsonObject>
#include <QMap>

// The declared state of a gateway's keys and aliases, and how it differs from what is there. Pure functions; never a secret.
namespace changes {

// The settings of keys by name: flat fields ("aliases", "rpm", "passport.owner"), only those that are declared. A field
// that is not declared is left as the gateway has it. Those of aliases in the same way (plan_aliases.h); a plan without any
// says nothing about aliases.
struct Plan
{
    QMap<QString, QJsonObject> keys;
    QMap<QString, QJsonObject> aliases = {};

    friend bool operator==(const Plan &, const Plan &) = default;
};

// What is different in one environment: a key or alias of another name, other fields, or none at all.
struct Overlay
{
    struct Entry
    {
        QString as; // its name there; empty: the same
        bool absent = false;
        QJsonObject fields;
    };
    QMap<QString, Entry> keys; // by the plan's names
    QMap<QString, Entry> aliases = {};
};

// Every setting of a key, by the plan's names.
QJsonObject settingsOf(const Key &key);
// The key with these fields as they say.
Key withSettings(const Key &key, const QJsonObject &fields);
// The names of all fields, in the order in which they are written.
const QStringList &planFields();

// Every key with its whole settings. Input: two have one name, so that a plan could not tell them apart. Every alias with
// what is told of it.
Result<Plan> planOf(const QList<Key> &keys, const QList<Alias> &aliases = {});
// The keys as they are once what waits in the set is done.
QList<Key> keysAfter(QList<Key> keys, const ChangeSet &set);
// The plan as it is in the overlay's environment. Input: an entry is about none of the plan, or two get one name.
Result<Plan> overlaid(const Plan &plan, const Overlay &overlay);

// Who made a field differ since the plan was last applied.
enum class Since { File, Server, Both };
QString nameOf(Since since);

struct PlanField
{
    QString name;
    QJsonValue applied; // null: never applied
    QJsonValue file;
    QJsonValue server;
    Since since = Since::File;

    friend bool operator==(const PlanField &, const PlanField &) = default;
};

// One key or alias that differs, and what makes it as declared.
struct PlanRow
{
    QString name;
    Edit change;
    QList<PlanField> fields; // of one that is on both sides
    Since since = Since::File; // Both: file and server were changed to different ends
    bool removed = false; // it was applied once, and the file no longer has it

    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

struct PlanDiff
{
    QList<PlanRow> rows; // keys by name, then aliases by name, but what others fall back on first and removals last
    QStringList unmanaged; // keys of the server that no plan knows
    QStringList unmanagedAliases; // the same; empty where the plan says nothing about aliases
    qsizetype same = 0;

    friend bool operator==(const PlanDiff &, const PlanDiff &) = default;
};

// The three sides: what was applied last, what the file says, what the server has. Input: a declared name is there twice.
Result<PlanDiff> diffOf(
    const Plan &applied, const Plan &file, const QList<Key> &server, const QList<Alias> &serverAliases = {});

} // namespace changes
