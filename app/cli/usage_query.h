// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/command.h"
#include "cli/opened.h"
#include "store/usage_scope.h"

namespace cli {

// The open data dir and the rows that --profile, --from, --to, --filter and --no-samples mean.
struct UsageScope
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
    store::Scope scope;
};
Task<Maybe<UsageScope>> usageScope(Context &context, QString what);
// Those options.
const QList<Option> &usageOptions();

} // namespace cli
