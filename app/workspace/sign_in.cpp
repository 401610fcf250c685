// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sign_in.h"
#include "base/ids.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "secrets/vaults.h"
#include "workspace/http_options.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

namespace workspace {

static gateway::SignIns waysOf(const Profile &profile)
{
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    return adapter && adapter->signIns ? *adapter->signIns : gateway::SignIns();
}

static QList<net::Pace> pacesOf(const Profile &profile)
{
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    return adapter ? adapter->paces : QList<net::Pace>();
}

SignIn::SignIn(Profile profile, secrets::Vaults &vaults, const Clock &clock, const QString &calls)
    : m_profile(std::move(profile))
    , m_vaults(vaults)
    , m_clock(clock)
    , m_ways(waysOf(m_profile))
    , m_http(httpOptionsOf(m_profile))
    , m_calls(calls, m_profile)
    , m_paced(m_http, pacesOf(m_profile), net::PacedHttp::usualPatience, &m_calls)
{}

bool SignIn::takesPassword() const
{
    return m_ways.withPassword;
}

bool SignIn::takesCode() const
{
    return m_ways.askForCode && m_ways.takeUp;
}

gateway::Connection SignIn::connection()
{
    return {m_profile.dataUrl, m_profile.adminUrl, Secret(), Secret(), QString(), m_paced, m_clock};
}

void SignIn::openClientKey(const Secret &pass)
{
    m_http.useFiles(httpOptionsOf(m_profile, pass));
}

Task<Result<>> SignIn::resolveClientKey()
{
    if (m_profile.clientKeyPassRef.isEmpty())
        co_return Result<>();
    const Secret pass = co_await orReturn(m_vaults.resolve(m_profile.clientKeyPassRef));
    openClientKey(pass);
    co_return Result<>();
}

// Either way writes at the gateway: a password makes a new access token there, an entered code a new key.
Result<> SignIn::offers(bool way, const QString &what) const
{
    if (way && m_profile.readOnly)
        return fail(FailureKind::Locked, u"not sent: the connection is marked read-only"_s);
    if (way)
        return {};
    return fail(FailureKind::Unsupported, what);
}

// The user id belongs to the admin secret: with another one alone it stays.
Task<Result<Profile>> SignIn::kept(gateway::Obtained found)
{
    const QString place = u"profile/"_s + m_profile.id;
    Profile profile = m_profile;
    if (!found.adminSecret.isEmpty())
        profile.adminKeyRef = co_await orReturn(m_vaults.keep(place + u"/admin"_s, found.adminSecret));
    if (!found.dataSecret.isEmpty())
        profile.dataKeyRef = co_await orReturn(m_vaults.keep(place + u"/data"_s, found.dataSecret));
    if (!found.userId.isEmpty() && (!found.adminSecret.isEmpty() || profile.userId.isEmpty())) {
        profile.userId = found.userId;
        profile.userIdTold = true;
    }
    co_return profile;
}

Task<Result<Profile>> SignIn::byPassword(QString user, Secret password)
{
    co_await orReturn(offers(takesPassword(), Words::tr("sign-in with a password")));
    co_await orReturn(resolveClientKey());
    const gateway::Connection way = connection();
    const gateway::Obtained found = co_await orReturn(m_ways.withPassword(way, user, password));
    co_return co_await kept(found);
}

Task<Result<Profile>> SignIn::byCode(
    std::function<void(const gateway::DeviceGrant &)> told, std::chrono::milliseconds second)
{
    co_await orReturn(offers(takesCode(), Words::tr("sign-in by a code")));
    co_await orReturn(resolveClientKey());
    const gateway::Connection way = connection();
    const gateway::DeviceGrant grant = co_await orReturn(m_ways.askForCode(way, newUlid(m_clock)));
    told(grant);
    const gateway::Obtained found = co_await orReturn(takenUp(grant, second));
    co_return co_await kept(found);
}

// The key is given out in one answer: who lost that one is to know that there is one.
static Failure ended(Failure failure, bool lostAnAnswer)
{
    if (lostAnAnswer && failure.kind == FailureKind::Rejected)
        failure.detail += Words::tr("; an answer before this one was lost: a key that was made meanwhile stands in the "
                                    "gateway's list, and nobody has its secret");
    return failure;
}

// A question that fails on its way (a gateway that starts anew, a limit of calls) is asked again while the code holds.
Task<Result<gateway::Obtained>> SignIn::takenUp(gateway::DeviceGrant grant, std::chrono::milliseconds second)
{
    const gateway::Connection way = connection();
    std::optional<Failure> last;
    bool lost = false;
    int interval = grant.interval;
    for (int waited = 0; waited < grant.expiresIn; waited += interval) {
        co_await Pause(second * interval);
        const auto asked = co_await m_ways.takeUp(way, grant);
        if (asked && *asked)
            co_return **asked;
        last = asked ? std::nullopt : std::optional(asked.error());
        if (last && !last->worthRetrying())
            co_return tl::unexpected<Failure>(ended(*last, lost));
        lost = lost || (last && last->kind != FailureKind::RateLimited);
        if (last && last->kind == FailureKind::RateLimited)
            interval += grant.interval;
    }
    if (last)
        co_return tl::unexpected<Failure>(*last);
    co_return fail(FailureKind::Timeout, Words::tr("nobody entered the code in time"));
}

} // namespace workspace
