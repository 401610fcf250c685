// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/json_reader.h"
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

// One graph of the analytics: its sum ("summary.total") times 10^shift in billionths (cents: shift -2), and when its first
// step that is not zero begins.
struct Graph
{
    std::optional<qint64> total;
    std::optional<QDateTime> first;
};
Result<Graph> readGraph(const QByteArray &body, int shift);
Result<QString> readOnlyModel(const QByteArray &body); // of groups/ai-models; empty: none, or several

// The slugs of providers, which callers put before a model as "@slug/model".
struct SlugPage
{
    QStringList slugs;
    qint64 total = 0;
};
Result<SlugPage> readSlugs(const QByteArray &body, const QString &what);
// A config: callers name it by its slug, and it sends them to its targets. One that decides by conditions, or has targets
// within targets, is a program: no routes are told of it.
Result<Alias> readConfig(const QByteArray &body, const QString &slug);
Alias aliasOfModel(const QString &id); // "@slug/model"

// What keys, or providers, may spend: a limit in tokens counts in "tokens", in billionths. Spent and left are told of an
// exhausted one only. Providers without a limit are left out.
struct AllowancePage
{
    QList<Allowance> rows;
    qsizetype read = 0;
    qint64 total = 0;
};
Result<AllowancePage> readAllowances(const QByteArray &body, const QString &scope);
QString windowIn(JsonReader &limits); // of "usage_limits"

} // namespace gateway::portkey
