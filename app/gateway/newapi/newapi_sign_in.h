// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/sign_in.h"
#include "net/http.h"
#include <QJsonObject>

// Sign-in to this family (contract 2.2 and 13.6): user and password open a session that makes one access token; Flatkey
// gives a key to whoever a person lets in by a code.
namespace gateway::newapi {

extern const SignIns signIns;

// What a login opened: a session cookie, or since 2026-07 a bearer that lives 15 minutes.
struct Login
{
    QList<net::Header> cookie; // empty: none
    Secret bearer;
    QString userId;
    QString account;
};
Result<Login> readLogin(const net::Exchange &answer); // Unsupported: it wants a second factor
Result<DeviceGrant> readGrant(const QByteArray &body);
// Nothing: pending. Rejected: refused, run out, or taken up before.
Result<std::optional<Obtained>> readTakeUp(const QByteArray &body);

} // namespace gateway::newapi
