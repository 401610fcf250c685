// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/key.h"
#include "domain/usage_record.h"
#include "usage/filter.h"

// The fields of the lists that can be filtered, by their names on the command line, and how rows show them to a filter.
namespace usage {

const QList<Field> &usageFields();
const QList<Field> &keyFields();
const QList<Field> &aliasFields();

CellsOf cellsOf(const UsageRecord &row);
CellsOf cellsOf(const Key &key);
CellsOf cellsOf(const Alias &alias);

} // namespace usage
