// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_sign_in.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/newapi/newapi_address.h"
#include "gateway/newapi/newapi_session.h"
#include "net/endpoint.h"
#include "net/redact.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

const QString ownToken = u"make an access token in the gateway's console"_s;

Api openApi(const Connection &c)
{
    return Api(c.http, rootOf(c.dataUrl, c.adminUrl), Secret(), mannerOf(QString()));
}

// Signed in: by cookie and user id, or by bearer.
Api apiOf(const Connection &c, const Login &login)
{
    Manner manner = mannerOf(login.userId);
    manner.headers << login.cookie;
    return Api(c.http, rootOf(c.dataUrl, c.adminUrl), login.bearer, manner);
}

Call loginCall(const QString &user, const Secret &password)
{
    Call call{"POST", u"api/user/login"_s};
    call.json = net::jsonWith({{u"username"_s, user}}, u"password"_s, password);
    call.lane = "critical";
    return call;
}

Result<> takesPasswords(const net::Exchange &status)
{
    const auto data = objectOf(status.body, u"status"_s);
    if (!data)
        return tl::unexpected<Failure>(data.error());
    if ((*data)["turnstile_check"_L1].toBool())
        return fail(FailureKind::Unsupported,
            u"sign-in with a password: the gateway wants a person in a browser (Turnstile); "_s + ownToken);
    if (!(*data)["password_login_enabled"_L1].toBool(true))
        return fail(
            FailureKind::Unsupported, u"sign-in with a password: it is switched off at the gateway; "_s + ownToken);
    return {};
}

// What the gateway says of a refusal may repeat what it was sent.
Failure without(const Secret &password, Failure failure)
{
    failure.detail = net::excerpt(failure.detail.toUtf8(), password);
    if (wasRefused(failure))
        failure.kind = FailureKind::Unauthorized;
    return failure;
}

// One token a user: whoever used the one before is signed out by this.
Task<Result<Secret>> newToken(Api &api)
{
    Call call{"GET", u"api/user/token"_s};
    call.effect = net::Effect::Writes;
    call.lane = "critical";
    const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
    const QJsonValue token = co_await orReturn(dataOf(answer.body, u"access token"_s));
    if (token.toString().isEmpty())
        co_return fail(FailureKind::Decode, u"access token.data: no text"_s);
    co_return Secret(token.toString().toUtf8());
}

// Live sessions are counted there; that one could not be ended changes nothing for us.
Task<> leave(Api &api, bool bearer)
{
    Call call{"GET", u"api/user/logout"_s};
    if (bearer)
        call = Call{"POST", u"api/user/auth/logout"_s};
    call.effect = net::Effect::Writes;
    co_await api.ask(std::move(call));
}

Task<Result<Obtained>> withPassword(Connection c, QString user, Secret password)
{
    Api open = openApi(c);
    Call look{"GET", u"api/status"_s};
    const net::Exchange status = co_await orReturn(open.ask(std::move(look)));
    co_await orReturn(readStatus(status));
    co_await orReturn(takesPasswords(status));
    Call call = loginCall(user, password);
    const auto answer = co_await open.ask(std::move(call));
    if (!answer)
        co_return tl::unexpected<Failure>(without(password, answer.error()));
    const Login login = co_await orReturn(readLogin(*answer));
    Api api = apiOf(c, login);
    const auto token = co_await newToken(api);
    co_await leave(api, !login.bearer.isEmpty());
    if (!token)
        co_return tl::unexpected<Failure>(token.error());
    Obtained found;
    found.adminSecret = *token;
    found.userId = login.userId;
    found.account = login.account;
    co_return found;
}

Call posting(const QString &path, const QByteArray &json)
{
    Call call{"POST", path};
    call.json = json;
    return call;
}

Task<Result<DeviceGrant>> askForCode(Connection c, QString device)
{
    Api open = openApi(c);
    Call look{"GET", u"api/status"_s};
    const net::Exchange status = co_await orReturn(open.ask(std::move(look)));
    const Server server = co_await orReturn(readStatus(status));
    if (server.generation != Generation::Flatkey)
        co_return fail(FailureKind::Unsupported, u"sign-in by a code: only Flatkey has it; "_s + ownToken);
    const QJsonObject client{{u"client_name"_s, u"gatewright"_s},
        {u"client_version"_s, QCoreApplication::applicationVersion()}, {u"device_id"_s, device}};
    Call call = posting(u"api/cli/device_authorizations"_s, QJsonDocument(client).toJson(QJsonDocument::Compact));
    const net::Exchange answer = co_await orReturn(open.ask(std::move(call)));
    co_return readGrant(answer.body);
}

Task<Result<std::optional<Obtained>>> takeUp(Connection c, DeviceGrant grant)
{
    Api open = openApi(c);
    const QByteArray json = net::jsonWith({}, u"device_code"_s, grant.deviceCode);
    Call call = posting(u"api/cli/device_authorizations/token"_s, json);
    const net::Exchange answer = co_await orReturn(open.ask(std::move(call)));
    co_return readTakeUp(answer.body);
}

} // namespace

const SignIns signIns{.withPassword = withPassword, .askForCode = askForCode, .takeUp = takeUp};

} // namespace gateway::newapi
