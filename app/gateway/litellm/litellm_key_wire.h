// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/litellm/litellm_row.h"

// Keys as LiteLLM words them (contract 4), as pure functions. A failure of reading is Decode and names the field.
namespace gateway::litellm {

// Our facts lie in this object of a key's metadata: the passport, and what LiteLLM cannot hold as it was asked for.
inline constexpr QLatin1StringView ourFacts("gatewright");

// A page of /key/list. Servers that do not know return_full_object give ids only.
struct KeyPage
{
    QList<Key> keys;
    QStringList ids; // of keys that are not told
    QHash<QString, QString> budgetRows; // id of a key -> that of its budget row, where the row itself is not told
    QString next; // page number; empty: that was the last one
};
Result<KeyPage> readKeyPage(const QByteArray &body, int page);
Result<Key> readKeyInfo(const QByteArray &body, const QString &id);
Result<QJsonObject> readMetadata(const QByteArray &body); // of /key/info, as it came, numbers as numbers
Result<IssuedKey> readIssuedKey(const QByteArray &body);
// Budget row -> its soft budget in nanos of USD, of /budget/info.
Result<QHash<QString, qint64>> readSoftBudgets(const QByteArray &body);
void giveSoftBudget(Key &key, qint64 nanos);

// Which of the differences LiteLLM cannot hold, in words; empty: it can hold them all.
QString unheld(const Key &before, const Key &after);
// To create it. `mark` goes into our facts, so that a key whose answer was lost is known again.
QByteArray createBody(const Key &wanted, const QString &mark, const QDateTime &now);
// To change it: only what differs, and nothing if that is only whether it is enabled. `metadata` is the present one.
QByteArray updateBody(const Key &before, const Key &after, const QJsonObject &metadata, const QDateTime &now);
bool bears(const QByteArray &info, const QString &mark); // whether a key of /key/info is the one made with it

} // namespace gateway::litellm
