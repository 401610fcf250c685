// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/refusal.h"
#include "net/redact.h"
#include "smoke/chat.h"
#include "smoke/words.h"
#include "text/words.h"

using namespace Qt::StringLiterals;

namespace smoke {

bool isRefusal(const net::Exchange &exchange)
{
    if (exchange.status == 401 || exchange.status == 403)
        return true;
    return exchange.status == 400 && exchange.body.contains("no_db_connection");
}

bool isWebPage(const net::Exchange &exchange)
{
    const QByteArray start = exchange.body.left(200).trimmed().toLower();
    return exchange.header("content-type").startsWith("text/html") || start.startsWith("<!doctype html")
        || start.startsWith("<html");
}

static bool isSpentBudget(const net::Exchange &exchange)
{
    const Reply reply = readReply(exchange.body);
    const bool said = reply.errorCode.contains(u"quota") || exchange.body.contains("budget_exceeded");
    return exchange.status == 402 || exchange.status == 412 || exchange.status == 422 || said;
}

Outcome refusalWeight(const net::Exchange &exchange)
{
    const bool ours = exchange.failure && exchange.failure->kind == FailureKind::Budget;
    const bool rate = exchange.status == 429 && !isSpentBudget(exchange);
    return ours || rate ? Outcome::Inconclusive : Outcome::Failed;
}

static QString limitedText(const net::Exchange &exchange)
{
    const QString after = QString::fromLatin1(exchange.header("retry-after"));
    if (exchange.body.isEmpty())
        return translate(
            "smoke", "Rate limit with an empty body (429): clients that parse the body will crash. Run again later.");
    if (after.isEmpty())
        return translate("smoke", "Refused for its rate (429) without a Retry-After. Run again later.");
    return translate("smoke", "Refused for its rate (429), Retry-After %1 s. Run again after it.").arg(after);
}

// Whether it is the wrong host cannot be told from one call: the model list (T00) may have come as JSON.
static QString pageText(const net::Exchange &exchange)
{
    const QString status = QString::number(exchange.status);
    if (exchange.status >= 500)
        return translate("smoke",
            "An error came as a web page (%1) instead of JSON: the gateway, or a proxy before it, failed at this call.")
            .arg(status);
    return translate("smoke",
        "A web page (%1) came instead of an answer. If the model list came as JSON (T00), a proxy or a sign-in page "
        "stands before this route; else this is the address of a console, and the API is elsewhere.")
        .arg(status);
}

QString causeText(const Failure &failure)
{
    return text::wordsOf(failure).why;
}

QString refusalText(const net::Exchange &exchange)
{
    const QString status = QString::number(exchange.status);
    if (exchange.failure)
        return causeText(*exchange.failure) + u' ' + text::wordsOf(*exchange.failure).next;
    if (isWebPage(exchange))
        return pageText(exchange);
    if (isSpentBudget(exchange))
        return translate("smoke", "The budget of this key is spent (%1): %2").arg(status, net::excerpt(exchange.body));
    if (exchange.status == 429)
        return limitedText(exchange);
    return translate("smoke", "Refused with %1: %2").arg(status, net::excerpt(exchange.body));
}

} // namespace smoke
