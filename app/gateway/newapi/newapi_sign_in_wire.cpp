// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_envelope.h"
#include "gateway/newapi/newapi_sign_in.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

QList<net::Header> cookieIn(const net::Exchange &answer)
{
    static const QRegularExpression session(u"(?:^|[\\n,]\\s*)(session=[^;\\s]+)"_s);
    const auto found = session.match(QString::fromLatin1(answer.header("set-cookie")));
    return found.hasMatch() ? QList<net::Header>{{"Cookie", found.captured(1).toLatin1()}} : QList<net::Header>();
}

int secondsIn(const QJsonObject &data, QLatin1StringView field, int usual)
{
    return std::clamp(data[field].toInt(usual), 1, 3600);
}

} // namespace

Result<Login> readLogin(const net::Exchange &answer)
{
    const auto data = objectOf(answer.body, u"login"_s);
    if (!data)
        return tl::unexpected<Failure>(data.error());
    if ((*data)["require_2fa"_L1].toBool())
        return fail(FailureKind::Unsupported,
            u"sign-in with a password: the account has a second factor; make an access token in the gateway's console"_s);
    const bool nested = (*data)["user"_L1].isObject(); // with a bearer
    JsonReader reader(nested ? (*data)["user"_L1].toObject() : *data, nested ? u"login.data.user"_s : u"login.data"_s);
    Login login;
    login.userId = QString::number(reader.integer("id"_L1));
    login.account = reader.textOrEmpty("username"_L1);
    login.cookie = cookieIn(answer);
    if (nested)
        login.bearer = Secret((*data)["access_token"_L1].toString().toUtf8());
    if (login.cookie.isEmpty() && login.bearer.isEmpty() && !reader.failure())
        return fail(FailureKind::Decode, u"login: neither a session cookie nor a bearer"_s);
    return reader.result(login);
}

Result<DeviceGrant> readGrant(const QByteArray &body)
{
    return objectOf(body, u"device code"_s).and_then([](const QJsonObject &data) {
        JsonReader reader(data, u"device code.data"_s);
        DeviceGrant grant;
        grant.deviceCode = Secret(reader.text("device_code"_L1).toUtf8());
        grant.userCode = reader.text("user_code"_L1);
        const QString page = reader.textOrEmpty("verification_uri_complete"_L1);
        grant.page = QUrl(page.isEmpty() ? reader.text("verification_uri"_L1) : page);
        if (grant.page.scheme() != "https"_L1 && grant.page.scheme() != "http"_L1)
            reader.refuse("verification_uri"_L1, u"no address of a page"_s);
        grant.interval = secondsIn(data, "interval"_L1, grant.interval);
        grant.expiresIn = secondsIn(data, "expires_in"_L1, grant.expiresIn);
        return reader.result(grant);
    });
}

Result<std::optional<Obtained>> readTakeUp(const QByteArray &body)
{
    const auto data = objectOf(body, u"device sign-in"_s);
    if (!data)
        return tl::unexpected<Failure>(data.error());
    const QString status = (*data)["status"_L1].toString();
    if (status == "pending"_L1)
        return std::nullopt;
    const QString key = (*data)["api_key"_L1].toString();
    if (status != "approved"_L1)
        return fail(FailureKind::Rejected, u"the sign-in was not approved: "_s + status.left(40));
    if (key.isEmpty()) // it is given out in one answer only
        return fail(FailureKind::Rejected, u"the key of this sign-in was given out already: begin anew"_s);
    Obtained found;
    found.dataSecret = Secret(key.toUtf8());
    if ((*data)["user_id"_L1].isDouble())
        found.userId = QString::number((*data)["user_id"_L1].toInteger());
    return std::optional(found);
}

} // namespace gateway::newapi
