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
constexpr Option fromOption{
    "from", "TIME", QT_TRANSLATE_NOOP("Words", "from then on: 2026-11-01, 2026-11-01T12:00:00Z or -24h")};
constexpr Option toOption{"to", "TIME", QT_TRANSLATE_NOOP("Words", "until before then")};
// The time that such an option names, in UTC; invalid: it was not given.
Maybe<QDateTime> timeOf(const Args &args, const char *option, const QDateTime &now);

} // namespace cli
