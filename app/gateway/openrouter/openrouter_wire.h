// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/json_reader.h"

// OpenRouter's JSON, as pure functions. Money is USD; times are UTC. A failure is Decode and names the field.
namespace gateway::openrouter {

Result<JsonReader> readData(const QByteArray &body, const QString &what); // the object under "data"

// What GET /key says about the secret it was asked with.
struct Holder
{
    bool management = false; // may administer, and nothing else
    Allowance allowance; // of the key
};
Result<Holder> readHolder(const QByteArray &body);

constexpr int keysPerPage = 100; // fixed by the service
Result<QList<Key>> readKeys(const QByteArray &body); // without their models, which guardrails hold
Result<Key> readKey(const QByteArray &body);
Result<IssuedKey> readIssuedKey(const QByteArray &body);
Result<> readDeleted(const QByteArray &body);
Result<> writableBudgets(const Key &key); // one at most, of a window that the service knows
QByteArray createBody(const Key &wanted);
QByteArray patchBody(const Key &before, const Key &after); // only what differs; "{}": nothing

// A rule that says which models the keys it is assigned to may ask for.
struct Guardrail
{
    QString id;
    QString name;
    QStringList models; // permanent slugs; empty: all
};
struct Assignment
{
    QString guardrail;
    QString key; // hash
};
Result<QList<Guardrail>> readGuardrails(const QByteArray &body);
Result<QList<Assignment>> readAssignments(const QByteArray &body);
Result<QString> readGuardrailId(const QByteArray &body);
Result<qint64> readAssignedCount(const QByteArray &body);
QByteArray guardrailBody(const Key &key, const QStringList &models);
QByteArray modelsBody(const QStringList &models); // empty: every model
QByteArray hashesBody(const QString &hash);

// A model under its id, and its permanent slug, which is what guardrails give back.
struct Model
{
    Alias alias;
    QString slug;
};
Result<QList<Model>> readModels(const QByteArray &body);

Result<Allowance> readCredits(const QByteArray &body);
Result<UsageRecord> readGeneration(const QByteArray &body, const QString &asked);
// The sums of the completed days in [from, to); days that are not in the answer are cut off the span.
Result<UsageTotals> readActivity(
    const QByteArray &body, const QDateTime &from, const QDateTime &to, const QDate &today);

bool rowsAreOffered(const QByteArray &meta); // GET /analytics/meta names what rowsBody() asks for
// The calls of [from, to), each with one further column: "model" or "api_key_id" (a query has two dimensions at most).
QByteArray rowsBody(const QDateTime &from, const QDateTime &to, const QString &column);
QByteArray totalsBody(const QDateTime &from, const QDateTime &to);
struct Calls
{
    QList<UsageRecord> rows;
    bool truncated = false; // more than one answer holds: ask for less time
};
Result<Calls> readCalls(const QByteArray &body);
Result<QHash<QString, QString>> readKeyNames(const QByteArray &body); // by generation id
Result<UsageTotals> readTotals(const QByteArray &body, const QDateTime &from, const QDateTime &to);

} // namespace gateway::openrouter
