// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"

// What a change set is made of: one change of one object, whatever kind of object that is. Pure functions.
namespace changes {

enum class Verb { Create, Change, Delete, Rotate, Reveal };

Verb verbOf(const Edit &edit);
QString objectOf(const Edit &edit); // "key", "alias"
QString idOf(const Edit &edit); // the gateway's, an alias's is its name; empty: it does not exist yet
QString nameOf(const Edit &edit); // the newer one
// The same settings before and after: there is nothing to write.
bool changesNothing(const Edit &edit);
// Two changes of one object staged one after the other, as one: what both set, and the later where they differ.
Edit joined(const Edit &earlier, const Edit &later);
// Names that the object gives up, and that it takes: who gives one up comes before who takes it.
QString nameFreedBy(const Edit &edit);
QString nameTakenBy(const Edit &edit);
// The fields in which before and after differ, by their names.
QStringList fieldsOf(const Edit &edit);
Edit inWholeSeconds(Edit edit); // as of a Change

} // namespace changes
