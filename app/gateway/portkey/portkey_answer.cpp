// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_answer.h"
#include "gateway/refusal.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

static const QString openSource =
    u"this is the open-source Portkey gateway: it has no admin API, no keys and no log of its own"_s;
static const QString namelessCall =
    u"this is the open-source Portkey gateway: it lists models only to a call that names "
    "a provider or a config in its headers"_s;
static constexpr char secretHeader[] = "x-portkey-api-key";

static FailureKind kindOf(const Refusal &refusal, const Failure &failure)
{
    if (refusal.type == "AB03"_L1) // a scope is missing
        return FailureKind::Forbidden;
    return failure.httpStatus == 412 ? FailureKind::Budget : failure.kind; // the key's budget
}

static bool wantsAProvider(const net::Exchange &exchange, const std::optional<Refusal> &refusal)
{
    return refusal && exchange.status == 400 && refusal->message.contains("x-portkey-config or x-portkey-provider"_L1);
}

static Result<net::Exchange> told(net::Exchange exchange, const Secret &sent, const QString &withoutProvider)
{
    const auto refusal = refusalIn(exchange);
    if (wantsAProvider(exchange, refusal))
        return fail(FailureKind::Unsupported, withoutProvider, exchange.status);
    auto answer = answerOrRefusal(std::move(exchange), sent);
    if (!answer && refusal)
        answer.error().kind = kindOf(*refusal, answer.error());
    return answer;
}

Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent)
{
    return told(std::move(exchange), sent, openSource);
}

Manner adminManner()
{
    return {.secretHeader = secretHeader, .answer = answer};
}

Manner callerManner()
{
    const auto answered = [](net::Exchange exchange, const Secret &sent) {
        return told(std::move(exchange), sent, namelessCall);
    };
    return {.secretHeader = secretHeader, .answer = answered};
}

} // namespace gateway::portkey
