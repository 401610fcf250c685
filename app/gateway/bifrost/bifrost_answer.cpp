// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_answer.h"
#include "gateway/refusal.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

std::optional<FailureKind> kindOfType(const QString &type)
{
    static const QHash<QString, FailureKind> kinds{
        {u"budget_exceeded"_s, FailureKind::Budget},
        {u"rate_limited"_s, FailureKind::RateLimited},
        {u"token_limited"_s, FailureKind::RateLimited},
        {u"request_limited"_s, FailureKind::RateLimited},
        {u"virtual_key_required"_s, FailureKind::Unauthorized},
        {u"virtual_key_not_found"_s, FailureKind::Unauthorized},
        {u"access_not_found"_s, FailureKind::Unauthorized},
        {u"virtual_key_blocked"_s, FailureKind::Forbidden},
        {u"model_blocked"_s, FailureKind::Forbidden},
        {u"provider_blocked"_s, FailureKind::Forbidden},
        {u"access_blocked"_s, FailureKind::Forbidden},
    };
    const auto kind = kinds.constFind(type);
    return kind == kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

bool isTaken(const QString &message)
{
    const QString words = message.toLower();
    return words.contains("already exists"_L1) || words.contains("duplicate"_L1) || words.contains("must be unique"_L1);
}

bool wantsSetupToken(const QString &message)
{
    const QString words = message.toLower().replace(u'-', u' ');
    return words.contains("setup token"_L1);
}

// Since 2.2.6, while sign-in is off. We know no token: an administrator is to be made instead.
const QString setupAdvice = u"; this Bifrost lets nobody administer it while its sign-in is off: make an administrator "
                            u"in its web page and give "
                            "user:password as the admin secret"_s;

} // namespace

Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent)
{
    const auto refusal = refusalIn(exchange);
    auto told = answerOrRefusal(std::move(exchange), sent);
    if (told || !refusal)
        return told;
    Failure &failure = told.error();
    failure.kind = kindOfType(refusal->type).value_or(failure.kind);
    if (failure.kind == FailureKind::Rejected && isTaken(refusal->message))
        failure.kind = FailureKind::Conflict;
    if (wantsSetupToken(refusal->message))
        failure.detail += setupAdvice;
    return told;
}

} // namespace gateway::bifrost
