// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "gateway/json_reader.h"
#include "net/http.h"

// What all answers of this family's admin API have in common, as pure functions (contract 1.1 and 1.2).
namespace gateway::newapi {

// The `answer` of a Manner. {"success": false} with 200 is Rejected, with httpStatus 200: whether it was the credential,
// the role or the request only a look at the account can tell. Its text is the gateway's, in any language. Bodies are
// never quoted: they may hold keys and tokens in clear.
Result<net::Exchange> envelopeOf(net::Exchange exchange, const Secret &sent);
bool wasRefused(const Failure &failure); // by success:false

Result<QJsonValue> dataOf(const QByteArray &body, const QString &what);
Result<QJsonObject> objectOf(const QByteArray &body, const QString &what);

// One page, of either shape: a bare array (One API, old New API) or an object that tells where it stands.
struct ListPage
{
    QList<QJsonObject> rows;
    bool bare = false;
    qint64 page = 0; // not told by a bare one, as all that follows
    qint64 size = 0;
    qint64 total = 0;

    bool isLast() const; // of a bare one: as far as this page alone can tell
};
Result<ListPage> listOf(const QByteArray &body, const QString &what);

} // namespace gateway::newapi
