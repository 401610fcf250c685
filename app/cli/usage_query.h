// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/command.h"
#include "cli/opened.h"
#include "usage/filter.h"
#include "usage/query.h"

namespace cli {

// The open data dir and the rows that --profile, --from, --to, --filter and --no-samples mean.
struct UsageScope
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
    usage::Query query;
    usage::FilterMoment moment; // its zone is the profile's
    store::Scope scope; // the query's rows
};
Task<Maybe<UsageScope>> usageScope(Context &context, QString what);
// Says on stderr how many of the rows that a view shows are sample rows; nothing when there are none.
void noteSamples(Context &context, qint64 rows);
// A view without a row says what fills it, on stderr.
void noteNoUsage(Context &context);
// Those options.
const QList<Option> &usageOptions();

} // namespace cli
