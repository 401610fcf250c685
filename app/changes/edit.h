// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"
#include <variant>

// What a change set is made of: one change of one object, whatever kind of object that is. Pure functions.
namespace changes {

// One alternative for each kind of object that can be written to a gateway.
using Edit = std::variant<Change>;

enum class Verb { Create, Change, Delete, Rotate };

Verb verbOf(const Edit &edit);
QString objectOf(const Edit &edit); // "key"
QString idOf(const Edit &edit); // the gateway's; empty: it does not exist yet
QString nameOf(const Edit &edit); // the newer one
// The same settings before and after: there is nothing to write.
bool changesNothing(const Edit &edit);
// Whether both are about one object; two that are yet to be created are told apart by their names.
bool sameObject(const Edit &a, const Edit &b);
// Names that the object gives up, and that it takes: who gives one up comes before who takes it.
QString nameFreedBy(const Edit &edit);
QString nameTakenBy(const Edit &edit);
// The fields in which before and after differ, by their names.
QStringList fieldsOf(const Edit &edit);

} // namespace changes
