// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "gateway/admin.h"
#include "gateway/api.h"
#include "gateway/newapi/newapi_server.h"

namespace gateway::newapi {

Manner mannerOf(const QString &userId);

// The admin API of one server under one access token, and what is known of the two. Part of its Admin, main thread.
class Session
{
public:
    explicit Session(const Connection &c);

    Task<Result<>> lookAgain(); // at the server, the account and its first list
    Task<Result<>> ready(); // the same, once
    Task<Result<Server>> status(); // without the token
    Task<Result<Account>> account(); // as it stands now
    // A refusal is looked into: Unauthorized when the token itself is refused, Forbidden when its role was taken away.
    Task<Result<net::Exchange>> ask(Call call);

    // After ready(), as is sawRequestIds().
    const Server &server() const { return *m_server; }
    const Account &owner() const { return *m_owner; }
    bool known() const { return m_server && m_owner; }
    void sawRequestIds() { m_server->namesRequests = true; } // in its usage rows
    QDateTime now() const; // the server's, two seconds late: rows of the present second may still come

private:
    Task<Result<net::Exchange>> lookedInto(Failure refusal);

    Api m_open;
    Api m_api;
    const Clock &m_clock;
    bool m_knowsUser;
    qint64 m_skewSeconds = 0;
    std::optional<Server> m_server;
    std::optional<Account> m_owner;
};

} // namespace gateway::newapi
