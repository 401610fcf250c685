// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/context.h"
#include "cli/trouble.h"
#include "workspace/gateway_calls.h"

namespace cli {

using RunningGateway = std::unique_ptr<workspace::GatewayCalls>;

// The embedded gateway of this data dir, reached. Exit 3 when nobody runs it.
Task<Maybe<RunningGateway>> reachGateway(Context &context, QString what);
// The same for a command that lists, with the number of rows it may print: --limit, else `usualLimit`.
struct GatewayListing
{
    RunningGateway calls;
    int limit = 0;
};
Task<Maybe<GatewayListing>> reachForList(Context &context, QString what, int usualLimit);
// Why it did not answer, for `what`, the command's name: exit 3.
Trouble notAnswered(const Context &context, const QString &what, const Failure &failure);
// "2 h 5 min"
QString spanOf(qint64 seconds);

} // namespace cli
