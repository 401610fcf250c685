// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <QJsonObject>

// Bifrost's JSON, as pure functions. Money is USD. A failure is Decode and names the field.
namespace gateway::bifrost {

// How a version writes virtual keys.
enum class Shape {
    OneBudget, // before 1.5: "budget"; an empty list of providers or models allows all
    Budgets, // "budgets"; an empty list allows nothing
};
std::optional<Shape> shapeOf(const QString &version); // "v1.6.7"; empty: not told
std::optional<Shape> shapeIn(const QByteArray &listOrKey); // by the fields of its first key

Result<QString> readVersion(const QByteArray &body); // a bare text; an object with "version" in some
struct SignIn
{
    bool asked = false;
};
Result<SignIn> readSignIn(const QByteArray &body);

constexpr int keysPerPage = 100;
struct KeyRows
{
    QList<Key> rows;
    bool paged = false; // older versions give all rows, whatever is asked for
    qint64 total = 0;
};
Result<KeyRows> readKeys(const QByteArray &body, Shape otherwise);
Result<Key> readKey(const QByteArray &body, Shape otherwise);
Result<IssuedKey> readIssuedKey(const QByteArray &body, Shape otherwise);
Result<Secret> readValue(const QByteArray &body);
QJsonObject rawKey(const QByteArray &body); // without its value

Result<> writableScope(const QStringList &aliases, Shape shape);
Result<> writableBudgets(const QList<Budget> &budgets, Shape shape);
QByteArray createBody(const Key &wanted, Shape shape);
// The whole key as it is to be: what differs, and everything else as it is in `raw`.
QByteArray updateBody(const QJsonObject &raw, const Key &before, const Key &after, Shape shape);

QString windowOf(const QString &duration); // "1d": "day"; what we have no word for stays
QString durationOf(const QString &window); // empty: it has none such

// Rows of calls that still run are left out: they come again when they have ended.
struct LogRows
{
    QList<UsageRecord> rows;
    qsizetype read = 0; // with those left out
};
Result<LogRows> readLogs(const QByteArray &body);
Result<UsageRecord> readLog(const QByteArray &body);
Result<UsageTotals> readStats(const QByteArray &body, const QDateTime &from, const QDateTime &to);

Result<QList<Alias>> readModels(const QByteArray &body); // "provider/model"
// A routing rule that gives one model name other targets, everywhere.
struct Rule
{
    QString id;
    Alias alias;
    QJsonObject raw;
};
Result<QList<Rule>> readRules(const QByteArray &body); // all others are left out
Result<> writableAlias(const Alias &before, const Alias &after); // as a rule; without a name: there is none
// The whole rule that makes `after` of it: targets keep what we do not know of them. `raw` is empty: a new one.
QByteArray ruleBody(const QJsonObject &raw, const Alias &before, const Alias &after);
bool shows(const Alias &found, const Alias &wanted); // the targets, with their shares where they were given

Result<QList<Allowance>> readBudgets(const QByteArray &body);
// Counted in "requests" or "tokens" instead of a currency, in billionths like money.
Result<QList<Allowance>> readRateLimits(const QByteArray &body);

} // namespace gateway::bifrost
