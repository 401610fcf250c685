// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/ending.h"
#include "domain/refund.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using kit::Status;

namespace pages {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(EndingWords)
};

// The error class, or what the status says when the gateway told none.
static QString classOf(const UsageRecord &row)
{
    if (!row.errorClass.isEmpty())
        return row.errorClass;
    switch (row.status.value_or(0)) {
    case 401:
        return u"auth"_s;
    case 402:
        return u"quota"_s;
    case 403:
        return u"permission"_s;
    case 404:
        return u"model_not_found"_s;
    case 408:
    case 504:
        return u"timeout"_s;
    case 429:
        return u"rate_limit"_s;
    default:
        break;
    }
    return row.status.value_or(0) >= 500 ? u"upstream"_s : row.status.value_or(0) >= 400 ? u"bad_request"_s : QString();
}

static QString aliasOf(const UsageRecord &row)
{
    return row.alias.isEmpty() ? W::tr("the alias asked for") : u"“"_s + row.alias + u"”"_s;
}

static QString keyOf(const UsageRecord &row)
{
    return row.key.isEmpty() ? W::tr("the key it came with") : u"“"_s + row.key + u"”"_s;
}

static QString upstreamOf(const UsageRecord &row)
{
    return row.upstream.isEmpty() ? W::tr("the upstream") : u"“"_s + row.upstream + u"”"_s;
}

static Ending refusedByKey(const UsageRecord &row, const QString &kind)
{
    if (kind == u"auth"_s)
        return {Status::Bad, W::tr("refused"), W::tr("The gateway did not accept the key: wrong, disabled or expired."),
            W::tr("caller"), W::tr("Look up %1 on the Keys page; enable it, or issue a new one.").arg(keyOf(row))};
    if (kind == u"permission"_s)
        return {Status::Bad, W::tr("refused"), W::tr("The key may not call %1.").arg(aliasOf(row)),
            W::tr("owner of the key"),
            W::tr("Add the alias to the scope of %1, or call an alias that it has.").arg(keyOf(row))};
    return {Status::Bad, W::tr("budget used up"), W::tr("The spend cap of the key or of the account was reached."),
        W::tr("owner of the budget"), W::tr("Raise the cap of %1, or wait for its next period.").arg(keyOf(row))};
}

static Ending refusedByRequest(const UsageRecord &row, const QString &kind)
{
    if (kind == u"model_not_found"_s)
        return {Status::Bad, W::tr("unknown model"),
            W::tr("No alias of this name leads anywhere: %1.").arg(aliasOf(row)), W::tr("caller"),
            W::tr("Compare the name with the aliases of the gateway; a smoke run lists them.")};
    if (kind == u"rate_limit"_s)
        return {Status::Warn, W::tr("rate limited"), W::tr("Too many calls or tokens in too short a time."),
            row.upstream.isEmpty() ? W::tr("owner of the key") : W::tr("provider"),
            W::tr("Send less at once, retry after the time the answer names, or raise the limit.")};
    return {Status::Bad, W::tr("rejected"), W::tr("The request was not understood or not allowed as it was sent."),
        W::tr("caller"), W::tr("Read the error text in the caller's log; it names the field.")};
}

static Ending failedUpstream(const UsageRecord &row, const QString &kind)
{
    if (kind == u"timeout"_s)
        return {Status::Bad, W::tr("timed out"), W::tr("%1 sent nothing within the limit.").arg(upstreamOf(row)),
            W::tr("provider"), W::tr("Run the streaming smoke test on %1, then compare the times.").arg(aliasOf(row))};
    return {Status::Bad, W::tr("failed"), W::tr("%1 failed or could not be reached.").arg(upstreamOf(row)),
        W::tr("provider"), W::tr("Run the smoke tests on %1; move its route when they fail too.").arg(aliasOf(row))};
}

static Ending failed(const UsageRecord &row, const QString &kind)
{
    if (kind == u"auth"_s || kind == u"permission"_s || kind == u"quota"_s)
        return refusedByKey(row, kind);
    if (kind == u"timeout"_s || kind == u"upstream"_s)
        return failedUpstream(row, kind);
    return refusedByRequest(row, kind);
}

static Ending brokenOff(const UsageRecord &row)
{
    return {Status::Bad, W::tr("cut off"),
        W::tr("The answer began, then %1 closed it before its end.").arg(upstreamOf(row)), W::tr("provider"),
        W::tr("Run the streaming smoke test on %1; a cut that repeats is a case for the provider.").arg(aliasOf(row))};
}

Ending endingOf(const UsageRecord &row)
{
    const QString kind = classOf(row);
    if (isRefund(row))
        return {Status::Neutral, W::tr("refund, no call"),
            W::tr("The gateway gave money back for a task that failed after it was paid for."), {},
            W::tr("The task is an earlier row of %1, at the price that came back.").arg(keyOf(row))};
    if (row.ended == u"client_left"_s)
        return {Status::Skipped, W::tr("client left"),
            W::tr("The caller closed the connection before the answer was over."), W::tr("caller"),
            W::tr("Raise the caller's time limit if it did not mean to.")};
    if (row.ended == u"upstream_cut"_s)
        return brokenOff(row);
    if (row.ended == u"limit"_s)
        return {Status::Warn, W::tr("limit"), W::tr("The gateway ended the call at a limit of its own."),
            W::tr("owner of the gateway"), W::tr("Look at the caps and limits of %1.").arg(keyOf(row))};
    if (!kind.isEmpty() || row.ended == u"refused"_s || row.ended == u"error"_s)
        return failed(row, kind);
    if (row.ended == u"complete"_s)
        return {Status::Ok, W::tr("complete"), W::tr("The answer came to its regular end."), {}, {}};
    if (row.status && *row.status < 400)
        return {Status::Ok, W::tr("answered"), W::tr("The gateway tells the status only, not how the answer ended."),
            {}, {}};
    return {Status::Unknown, W::tr("not told"), W::tr("The gateway does not tell how this call ended."), {},
        W::tr("Look for the request id in the log of the gateway.")};
}

QString endWords(const UsageRecord &row)
{
    const Ending ending = endingOf(row);
    const QString status = row.status ? QString::number(*row.status) : QString();
    if (ending.status == Status::Ok && row.status)
        return status;
    return row.status && *row.status >= 400 ? status + u", "_s + ending.word : ending.word;
}

} // namespace pages
