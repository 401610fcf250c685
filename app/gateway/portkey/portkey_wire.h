// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <QJsonObject>

// The JSON of Portkey's hosted admin API, as pure functions. A failure is Decode and names the field.
namespace gateway::portkey {

constexpr int keysPerPage = 100;
struct KeyRows
{
    QList<Key> rows;
    qint64 total = 0;
};
Result<KeyRows> readKeys(const QByteArray &body);
Result<Key> readKey(const QByteArray &body);
// Of a created or rotated key: its id and secret, and how long the one before works.
struct Issued
{
    QString id;
    Secret secret;
    std::optional<QDateTime> previousUntil;
};
Result<Issued> readIssued(const QByteArray &body);
Result<QJsonObject> readRaw(const QByteArray &body);

Result<> writableLimits(const Key &key); // one budget of whole USD, of a window that it knows
QByteArray createBody(const Key &wanted, const QString &workspace);
QByteArray updateBody(const QJsonObject &raw, const Key &before, const Key &after);
QByteArray rotateBody(std::chrono::seconds overlap);

// The sum of one graph, times 10^shift in billionths ("summary.total"; cents: shift -2).
Result<std::optional<qint64>> readGraphTotal(const QByteArray &body, int shift);

} // namespace gateway::portkey
