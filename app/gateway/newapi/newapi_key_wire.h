// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "domain/key.h"
#include "gateway/newapi/newapi_server.h"

// The rows of /api/token/, as pure functions (contract 3). A failure names the field.
namespace gateway::newapi {

// A key as the gateway keeps it.
struct KeyRow
{
    Key key;
    QJsonObject raw; // without its secret, which One API and old New API put into every row
    Secret secret; // empty: masked
    qint64 status = 1; // as stored: 1 enabled, 2 disabled, 3 expired, 4 exhausted; anything else blocks too
    qint64 remain = 0; // quota; means nothing when unlimited
    qint64 used = 0;
    bool unlimited = false;
    bool causeHolds = false; // of a stored 3 or 4: it has expired or is spent indeed
};
Result<KeyRow> readKeyRow(QJsonObject row, const Server &server, const QDateTime &now);
Result<QList<KeyRow>> readKeyRows(const ListPage &page, const Server &server, const QDateTime &now);

// What a create told: everything (One API), id and secret (Flatkey), or nothing (New API).
struct MadeKey
{
    QString id; // empty: not told
    Secret secret; // empty: not told, or masked
};
Result<MadeKey> readMadeKey(const QByteArray &body);
// The one key of that name that was not there before. NotFound: there is none; Conflict: several.
Result<MadeKey> foundAnew(const QList<KeyRow> &before, const QList<KeyRow> &now, const QString &name);
Result<Secret> readRevealed(const QByteArray &body);

// What such a gateway has no room for, or takes in another form; said before anything is sent.
Result<> expressible(const Key &before, const Key &after, const Server &server);
Result<QByteArray> newKeyBody(const Key &wanted, const Server &server);

// The whole row to put in place of `now`, with what `after` wants different. Omitted fields would expire, exhaust or widen
// the key, so a row that lacks one is refused. Empty: only the switch differs, or nothing.
Result<QJsonObject> changedRow(const KeyRow &now, const Key &after, const Server &server);
// What the gateway has now, against what was sent: Rejected, it did nothing; Conflict, it has something else.
Result<> judgeRow(const KeyRow &before, const QJsonObject &sent, const KeyRow &after, const Server &server);

} // namespace gateway::newapi
