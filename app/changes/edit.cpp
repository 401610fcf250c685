// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/edit.h"
#include "changes/judge.h"

using namespace Qt::StringLiterals;

namespace changes {

namespace {

template<typename Value>
Value of(const Edit &edit, Value (*question)(const Change &))
{
    return std::visit(question, edit);
}

bool renames(const Change &change)
{
    return change.before && change.after && change.before->name != change.after->name;
}

} // namespace

Verb verbOf(const Edit &edit)
{
    return of<Verb>(edit, [](const Change &change) {
        if (!change.before)
            return Verb::Create;
        if (!change.after)
            return Verb::Delete;
        return change.rotation ? Verb::Rotate : Verb::Change;
    });
}

QString objectOf(const Edit &edit)
{
    return of<QString>(edit, [](const Change &) { return u"key"_s; });
}

QString idOf(const Edit &edit)
{
    return of<QString>(edit, [](const Change &change) {
        return change.before ? change.before->id : change.after ? change.after->id : QString();
    });
}

QString nameOf(const Edit &edit)
{
    return of<QString>(edit, [](const Change &change) {
        return change.after ? change.after->name : change.before ? change.before->name : QString();
    });
}

bool changesNothing(const Edit &edit)
{
    return of<bool>(edit, [](const Change &change) {
        return !change.rotation && change.before && change.after && sameSettings(*change.before, *change.after);
    });
}

bool sameObject(const Edit &a, const Edit &b)
{
    const bool created = verbOf(a) == Verb::Create && verbOf(b) == Verb::Create;
    if (objectOf(a) != objectOf(b))
        return false;
    if (created)
        return nameOf(a) == nameOf(b);
    return !idOf(a).isEmpty() && idOf(a) == idOf(b);
}

QString nameFreedBy(const Edit &edit)
{
    return of<QString>(edit, [](const Change &change) {
        return change.before && (!change.after || renames(change)) ? change.before->name : QString();
    });
}

QString nameTakenBy(const Edit &edit)
{
    return of<QString>(edit, [](const Change &change) {
        return change.after && (!change.before || renames(change)) ? change.after->name : QString();
    });
}

QStringList fieldsOf(const Edit &edit)
{
    return of<QStringList>(edit, [](const Change &change) {
        const Key none;
        QStringList fields = differences(change.before.value_or(none), change.after.value_or(none));
        if (change.rotation)
            fields << u"secret"_s;
        return fields;
    });
}

} // namespace changes
