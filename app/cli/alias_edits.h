// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/set_writes.h"
#include "domain/alias.h"
#include <functional>

namespace cli {

// ROUTE of the contract: --to UPSTREAM/MODEL[@WEIGHT], --fallback, --family, --price-in, --price-out, --price-cached.
const QList<Option> &routeOptions();
// "UPSTREAM/MODEL[@WEIGHT]": split at the first "/", the weight after the last "@". "/GROUP" leads to another alias.
Maybe<Route> routeFrom(const QString &text, const QString &what);
// The alias with what the options say of it; a route that it has already keeps its times and its price.
Maybe<Alias> routed(Alias alias, const Args &args, const QString &what);

// What a command makes of the aliases that the gateway lists now.
using AliasPlan = std::function<Maybe<QList<changes::Edit>>(const QList<Alias> &)>;
struct AliasEdit
{
    QString what; // the command's name
    QString question; // "change the alias fast"
    AliasPlan plan;
};
// The whole command: through a change set, and with --stage or --dry-run not further than that.
Task<int> editAliases(Context &context, AliasEdit edit);

} // namespace cli
