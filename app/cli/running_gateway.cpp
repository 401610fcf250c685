// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/running_gateway.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

Trouble notAnswered(const Context &context, const QString &what, const Failure &failure)
{
    Trouble why = trouble(what, failure).value();
    why.exit = Unreachable;
    if (!workspace::ownerOf(context.dataDir())) {
        why.kind = nameOf(FailureKind::Network);
        why.why = Words::tr("the embedded gateway of %1 does not run").arg(context.dataDir());
        why.next = u"gwctl gateway serve"_s;
    }
    return why;
}

Task<Maybe<RunningGateway>> reachGateway(Context &context, QString what)
{
    auto calls = std::make_unique<workspace::GatewayCalls>(context.dataDir());
    const Result<> reached = co_await calls->reach();
    if (!reached)
        co_return tl::unexpected<Trouble>(notAnswered(context, what, reached.error()));
    co_return std::move(calls);
}

Task<Maybe<GatewayListing>> reachForList(Context &context, QString what, int usualLimit)
{
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return tl::unexpected<Trouble>(limit.error());
    auto calls = co_await reachGateway(context, what);
    if (!calls)
        co_return tl::unexpected<Trouble>(calls.error());
    GatewayListing listing;
    listing.calls = std::move(*calls);
    listing.limit = *limit;
    co_return std::move(listing);
}

QString spanOf(qint64 seconds)
{
    if (seconds < 120)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 7200)
        return Words::tr("%1 min").arg(seconds / 60);
    if (seconds < 172'800)
        return Words::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return Words::tr("%1 d %2 h").arg(seconds / 86'400).arg(seconds / 3600 % 24);
}

} // namespace cli
