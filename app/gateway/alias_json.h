// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/json_reader.h"

// An alias as an object of fields: of the catalog's file, and of steps and notes that are kept.
namespace gateway {

// What is not told is left out.
QJsonObject aliasJson(const Alias &alias);
// Refuses, in the reader's words, what does not fit and what it does not know.
Alias readAlias(JsonReader &row);
// A typing mistake must not be taken for a field that is not told.
void knowOnly(JsonReader &row, std::initializer_list<QLatin1StringView> fields);

} // namespace gateway
