// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_answer.h"
#include "gateway/refusal.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

static const QString openSource =
    u"this is the open-source Portkey gateway: it has no admin API, no keys and no log of its own"_s;

static FailureKind kindOf(const Refusal &refusal, const Failure &failure)
{
    if (refusal.type == "AB03"_L1) // a scope is missing
        return FailureKind::Forbidden;
    return failure.httpStatus == 412 ? FailureKind::Budget : failure.kind; // the key's budget
}

Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent)
{
    const auto refusal = refusalIn(exchange);
    if (refusal && exchange.status == 400 && refusal->message.contains("x-portkey-config or x-portkey-provider"_L1))
        return fail(FailureKind::Unsupported, openSource, exchange.status);
    auto told = answerOrRefusal(std::move(exchange), sent);
    if (!told && refusal)
        told.error().kind = kindOf(*refusal, told.error());
    return told;
}

} // namespace gateway::portkey
