// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_session.h"
#include "base/or_return.h"
#include "gateway/newapi/newapi_address.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

// How far the server's clock is ahead of ours; 0 when it does not tell.
qint64 skewOf(const net::Exchange &answer, const QDateTime &now)
{
    const QString date = QString::fromLatin1(answer.header("date"));
    QDateTime theirs = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    theirs.setTimeSpec(Qt::UTC);
    return theirs.isValid() ? now.secsTo(theirs) : 0;
}

Failure tokenRefused(Failure failure, bool knowsUser)
{
    failure.kind = FailureKind::Unauthorized;
    failure.detail = u"the access token was refused: "_s + failure.detail;
    if (!knowsUser)
        failure.detail += u" (the id of its user is not set, and most of these gateways want it)"_s;
    return failure;
}

} // namespace

Manner mannerOf(const QString &userId)
{
    Manner manner;
    manner.headers << net::Header{"Accept", "application/json"} << net::Header{"Accept-Language", "en"};
    if (!userId.isEmpty())
        manner.headers << net::Header{"New-Api-User", userId.toUtf8()};
    manner.answer = envelopeOf;
    return manner;
}

Session::Session(const Connection &c)
    : m_open(c.http, rootOf(c.dataUrl, c.adminUrl), Secret(), mannerOf(QString()))
    , m_api(c.http, rootOf(c.dataUrl, c.adminUrl), c.adminSecret, mannerOf(c.userId))
    , m_clock(c.clock)
    , m_knowsUser(!c.userId.isEmpty())
{}

QDateTime Session::now() const
{
    return m_clock.now().addSecs(m_skewSeconds - 2);
}

Task<Result<Server>> Session::status()
{
    Call call{"GET", u"api/status"_s};
    call.patience = lifeSign;
    const net::Exchange answer = co_await orReturn(m_open.ask(std::move(call)));
    m_skewSeconds = skewOf(answer, m_clock.now());
    co_return readStatus(answer);
}

Task<Result<Account>> Session::account()
{
    Call call{"GET", u"api/user/self"_s};
    const auto answer = co_await m_api.ask(std::move(call));
    if (answer)
        co_return readAccount(answer->body);
    const Failure &failure = answer.error();
    const bool refused = wasRefused(failure) || failure.kind == FailureKind::Unauthorized;
    co_return tl::unexpected<Failure>(refused ? tokenRefused(failure, m_knowsUser) : failure);
}

Task<Result<>> Session::lookAgain()
{
    Server server = co_await orReturn(status());
    const Account owner = co_await orReturn(account());
    Call call{"GET", u"api/token/"_s};
    call.query.setQuery(u"p=1&page_size=1&size=1"_s);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const ListPage keys = co_await orReturn(listOf(answer.body, u"key list"_s));
    m_server = seenList(server, keys);
    m_owner = owner;
    co_return Result<>();
}

Task<Result<>> Session::ready()
{
    if (!known())
        co_await orReturn(lookAgain());
    co_return Result<>();
}

Task<Result<net::Exchange>> Session::ask(Call call)
{
    auto answer = co_await m_api.ask(std::move(call));
    if (answer || !wasRefused(answer.error()))
        co_return answer;
    co_return co_await lookedInto(answer.error());
}

Task<Result<net::Exchange>> Session::lookedInto(Failure refusal)
{
    const auto owner = co_await account();
    if (!owner && owner.error().kind == FailureKind::Unauthorized)
        co_return tl::unexpected<Failure>(owner.error());
    if (!owner || !known() || owner->role >= m_owner->role)
        co_return tl::unexpected<Failure>(refusal);
    m_owner = *owner;
    refusal.kind = FailureKind::Forbidden;
    refusal.detail = u"the account's role is only %1 now: %2"_s.arg(owner->role).arg(refusal.detail);
    co_return tl::unexpected<Failure>(refusal);
}

} // namespace gateway::newapi
