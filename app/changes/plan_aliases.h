// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include <QJsonObject>

// The settings of an alias as a plan declares them: the fields of gateway::aliasJson() without its name, and without the
// dates of price lists, which nobody declares. Pure functions.
namespace changes {

// The names of all fields, in the order in which they are written.
const QStringList &aliasPlanFields();
// Every setting; what the gateway does not tell is an empty list or object, "" or null.
QJsonObject settingsOf(const Alias &alias);
// The same without what is empty: what a plan of this alias declares.
QJsonObject toldSettingsOf(const Alias &alias);
// The alias with these fields as they say. What does not fit is left out: a file's fields were read strictly.
Alias withSettings(const Alias &alias, const QJsonObject &fields);

} // namespace changes
