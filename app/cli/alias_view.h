// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"
#include "domain/alias.h"

namespace cli {

// The aliases that the gateway lists now, in its order, or with --offline as last seen; Unsupported (exit 2) where it has
// none to tell.
Task<Maybe<QList<Alias>>> listedAliases(Context &context, QString what);
// The lines of `alias list`, headings first.
Table rowsOf(const QList<Alias> &aliases);
// The lines of `alias show`: the alias, then its routes.
void printAlias(Context &context, const Alias &alias);

} // namespace cli
