// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_key_wire.h"
#include "gateway/litellm/litellm_scope.h"
#include "gateway/passport_json.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

// The budget that LiteLLM keeps as max_budget: that of the lifetime, which can stand nowhere else, or the first.
qsizetype mainIn(const QList<Budget> &budgets)
{
    for (qsizetype i = 0; i < budgets.size(); ++i)
        if (budgets[i].window == "lifetime"_L1)
            return i;
    return 0;
}

QList<Budget> othersIn(QList<Budget> budgets)
{
    if (!budgets.isEmpty())
        budgets.removeAt(mainIn(budgets));
    return budgets;
}

QJsonValue orNull(qint64 limit)
{
    return limit > 0 ? QJsonValue(limit) : QJsonValue();
}

// What the server has and we have no word for goes back as it came.
QJsonValue durationJson(const QString &window)
{
    return durationOf(window).value_or(QJsonValue(window));
}

QJsonArray windowsJson(const QList<Budget> &budgets)
{
    QJsonArray out;
    for (const Budget &budget : othersIn(budgets))
        out << QJsonObject{{u"budget_duration"_s, durationJson(budget.window)}, {u"max_budget"_s, usd(budget.nanos)}};
    return out;
}

QJsonValue softJson(const Key &key)
{
    if (key.softPercents.empty() || key.budgets.isEmpty())
        return {};
    const Budget &main = key.budgets[mainIn(key.budgets)];
    const qint64 percent = key.softPercents.front();
    return usd(main.nanos / 100 * percent + main.nanos % 100 * percent / 100);
}

// What is kept beside metadata, by its names there.
QJsonObject settingsJson(const Key &key)
{
    const bool limited = !key.budgets.isEmpty();
    const Budget main = limited ? key.budgets[mainIn(key.budgets)] : Budget{0, u"lifetime"_s, {}};
    return {
        {u"key_alias"_s, key.name},
        {u"models"_s, QJsonArray::fromStringList(key.aliases)},
        {u"allowed_routes"_s, QJsonArray::fromStringList(routesOf(key.families).value_or(key.families))},
        {u"rpm_limit"_s, orNull(key.rates.requestsPerMinute)},
        {u"tpm_limit"_s, orNull(key.rates.tokensPerMinute)},
        {u"max_parallel_requests"_s, orNull(key.rates.parallel)},
        {u"max_budget"_s, limited ? usd(main.nanos) : QJsonValue()},
        {u"budget_duration"_s, durationJson(main.window)},
        {u"budget_limits"_s, windowsJson(key.budgets)},
        {u"soft_budget"_s, softJson(key)},
    };
}

QStringList windowsOf(const QList<Budget> &budgets)
{
    QStringList out;
    for (const Budget &budget : budgets)
        out << budget.window;
    return out;
}

QJsonObject factsJson(const Key &key, const QJsonObject &now)
{
    QJsonObject facts = passportJson(key.passport, now);
    facts.remove(u"expires_at"_s);
    facts.remove(u"budget_order"_s);
    if (key.expiresAt)
        facts[u"expires_at"_s] = key.expiresAt->toUTC().toString(Qt::ISODate);
    if (!key.budgets.isEmpty() && mainIn(key.budgets) != 0)
        facts[u"budget_order"_s] = QJsonArray::fromStringList(windowsOf(key.budgets));
    return facts;
}

qint64 raiseOf(const Key &key)
{
    return key.budgets.isEmpty() ? 0 : key.budgets[mainIn(key.budgets)].raiseNanos;
}

std::optional<QDateTime> raiseEndOf(const Key &key)
{
    return raiseOf(key) > 0 ? key.budgets[mainIn(key.budgets)].raiseUntil : std::nullopt;
}

bool sameRaise(const Key &a, const Key &b)
{
    return raiseOf(a) == raiseOf(b) && raiseEndOf(a) == raiseEndOf(b);
}

void putRaise(const Key &key, QJsonObject &body)
{
    body[u"temp_budget_increase"_s] = usd(raiseOf(key));
    body[u"temp_budget_expiry"_s] = raiseEndOf(key)->toUTC().toString(Qt::ISODate);
}

QJsonValue lifetimeOf(const Key &key, const QDateTime &now)
{
    if (!key.expiresAt)
        return u"-1"_s;
    return u"%1s"_s.arg(qMax<qint64>(1, now.secsTo(*key.expiresAt)));
}

// Metadata is replaced as a whole, and LiteLLM keeps settings of its own there (contract 4.5): all of it is sent back.
QJsonObject metadataJson(const Key &after, QJsonObject metadata)
{
    const QJsonObject facts = factsJson(after, metadata[ourFacts].toObject());
    metadata.remove(ourFacts);
    if (!facts.isEmpty())
        metadata[ourFacts] = facts;
    if (raiseOf(after) == 0) {
        metadata.remove(u"temp_budget_increase"_s);
        metadata.remove(u"temp_budget_expiry"_s);
    }
    return metadata;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || (value.isArray() && value.toArray().isEmpty()) || value == QJsonValue(QString());
}

QString unheldBudgets(const Key &key)
{
    for (const Budget &budget : key.budgets)
        if (!durationOf(budget.window))
            return u"a budget per "_s + budget.window;
    for (const Budget &budget : othersIn(key.budgets)) {
        if (budget.window == "lifetime"_L1)
            return u"two budgets for the lifetime"_s;
        if (budget.raiseNanos > 0)
            return u"a raise of another budget than the first"_s;
    }
    return raiseOf(key) > 0 && !raiseEndOf(key) ? u"a raise without an end"_s : QString();
}

QString unheldSoft(const Key &key)
{
    if (key.softPercents.size() > 1)
        return u"more than one soft threshold"_s;
    return !key.softPercents.empty() && key.budgets.isEmpty() ? u"a soft threshold without a budget"_s : QString();
}

} // namespace

QString unheld(const Key &before, const Key &after)
{
    if (before.upstreams != after.upstreams)
        return u"a key's upstreams"_s;
    if (before.networks != after.networks)
        return u"a key's networks"_s;
    if (before.group != after.group)
        return u"a key's group"_s;
    if (before.rates.waitMs != after.rates.waitMs)
        return u"calls that wait for room"_s;
    if (before.families != after.families && !routesOf(after.families))
        return u"a scope of one of the families "_s + after.families.join(u", "_s);
    const QString soft = unheldSoft(after);
    return before.budgets == after.budgets || !soft.isEmpty() ? soft : unheldBudgets(after);
}

QByteArray createBody(const Key &wanted, const QString &mark, const QDateTime &now)
{
    QJsonObject body;
    const QJsonObject settings = settingsJson(wanted);
    for (auto field = settings.begin(); field != settings.end(); ++field)
        if (!isEmpty(field.value()))
            body[field.key()] = field.value();
    if (wanted.families.isEmpty())
        body.remove(u"allowed_routes"_s); // the server's default
    if (wanted.expiresAt)
        body[u"duration"_s] = lifetimeOf(wanted, now);
    if (!wanted.enabled)
        body[u"blocked"_s] = true;
    QJsonObject facts = factsJson(wanted, {});
    facts[u"mark"_s] = mark;
    body[u"metadata"_s] = QJsonObject{{ourFacts, facts}};
    return compact(body);
}

QByteArray updateBody(const Key &before, const Key &after, const QJsonObject &metadata, const QDateTime &now)
{
    const QJsonObject was = settingsJson(before);
    QJsonObject body = settingsJson(after);
    for (auto field = was.begin(); field != was.end(); ++field)
        if (body[field.key()] == field.value())
            body.remove(field.key());
    if (before.expiresAt != after.expiresAt)
        body[u"duration"_s] = lifetimeOf(after, now);
    const bool otherFacts = factsJson(before, {}) != factsJson(after, {});
    if (otherFacts || (!sameRaise(before, after) && raiseOf(after) == 0))
        body[u"metadata"_s] = metadataJson(after, metadata);
    if (!sameRaise(before, after) && raiseOf(after) > 0)
        putRaise(after, body);
    if (body.isEmpty())
        return {};
    body[u"key"_s] = before.id;
    return compact(body);
}

} // namespace gateway::litellm
