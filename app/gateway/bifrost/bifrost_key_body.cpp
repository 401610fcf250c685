// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_scope.h"
#include "gateway/json_numbers.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

// The budget there of the same window: with its id its counter goes on.
QJsonObject budgetThere(const QJsonArray &there, const QString &window)
{
    for (const QJsonValue budget : there)
        if (windowOf(budget["reset_duration"_L1].toString()) == window)
            return budget.toObject();
    return {};
}

QJsonObject budgetJson(const Budget &budget, const QJsonObject &there)
{
    QJsonObject out{{u"max_limit"_s, decimalJson(budget.nanos)}, {u"reset_duration"_s, durationOf(budget.window)}};
    if (there.contains("id"_L1))
        out[u"id"_s] = there["id"_L1];
    return out;
}

QJsonArray budgetsThere(const QJsonObject &raw)
{
    if (raw["budget"_L1].isObject())
        return {raw["budget"_L1]};
    return raw["budgets"_L1].toArray();
}

void putBudgets(QJsonObject &body, const QList<Budget> &budgets, const QJsonObject &raw, Shape shape)
{
    QJsonArray out;
    for (const Budget &budget : budgets)
        out << budgetJson(budget, budgetThere(budgetsThere(raw), budget.window));
    if (shape == Shape::Budgets)
        body[u"budgets"_s] = out;
    else
        body[u"budget"_s] = out.isEmpty() ? QJsonValue() : out.first();
}

void putRate(QJsonObject &limit, const QString &unit, qint64 perMinute)
{
    limit[unit + u"_max_limit"_s] = perMinute > 0 ? QJsonValue(perMinute) : QJsonValue();
    limit[unit + u"_reset_duration"_s] = perMinute > 0 ? QJsonValue(u"1m"_s) : QJsonValue();
}

// A limit that counts by another time than the minute is not ours to see: it changes only when one is set in its place.
void putRates(QJsonObject &body, const KeyRates &before, const KeyRates &after, const QJsonObject &raw)
{
    QJsonObject limit = carriedRateLimit(raw["rate_limit"_L1].toObject());
    if (before.requestsPerMinute != after.requestsPerMinute)
        putRate(limit, u"request"_s, after.requestsPerMinute);
    if (before.tokensPerMinute != after.tokensPerMinute)
        putRate(limit, u"token"_s, after.tokensPerMinute);
    if (!limit.isEmpty())
        body[u"rate_limit"_s] = limit;
}

QString worded(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void putExpiry(QJsonObject &body, const Key &before, const Key &after)
{
    if (before.expiresAt != after.expiresAt) // one that has passed would be refused; an empty text clears it
        body[u"expires_at"_s] = after.expiresAt ? worded(*after.expiresAt) : QString();
}

void putScope(QJsonObject &body, const QJsonObject &raw, const QStringList &scope, Shape shape)
{
    body[u"provider_configs"_s] = scopedConfigs(raw["provider_configs"_L1].toArray(), scope, shape);
    if (shape == Shape::Budgets)
        body[u"allow_all_providers"_s] = allowsOthers(scope);
}

} // namespace

Result<> writableBudgets(const QList<Budget> &budgets, Shape shape)
{
    if (shape == Shape::OneBudget && budgets.size() > 1)
        return fail(FailureKind::Unsupported, u"more than one budget on a key before Bifrost 1.5"_s);
    QStringList durations;
    for (const Budget &budget : budgets) {
        const QString duration = durationOf(budget.window);
        if (duration.isEmpty())
            return fail(FailureKind::Unsupported, u"a budget window of %1; the longest is 1Y"_s.arg(budget.window));
        if (durations.contains(duration))
            return fail(FailureKind::Input, u"two budgets of one window: "_s + budget.window);
        durations << duration;
    }
    return {};
}

QByteArray createBody(const Key &wanted, Shape shape)
{
    QJsonObject body{{u"name"_s, wanted.name}, {u"is_active"_s, wanted.enabled}};
    putScope(body, {}, wanted.aliases, shape);
    if (!wanted.budgets.isEmpty())
        putBudgets(body, wanted.budgets, {}, shape);
    putRates(body, {}, wanted.rates, {});
    putExpiry(body, {}, wanted);
    return compactJson(body);
}

QByteArray updateBody(const QJsonObject &raw, const Key &before, const Key &after, Shape shape)
{
    QJsonObject body;
    for (const QLatin1StringView field : {"description"_L1, "team_id"_L1, "customer_id"_L1, "calendar_aligned"_L1,
             "allow_all_providers"_L1, "delete_after_expire"_L1, "disable_content_logging"_L1})
        if (raw.contains(field) && !raw[field].isNull())
            body[field] = raw[field];
    body[u"name"_s] = after.name;
    body[u"is_active"_s] = after.enabled;
    body[u"provider_configs"_s] = carriedConfigs(raw["provider_configs"_L1].toArray());
    if (before.aliases != after.aliases)
        putScope(body, raw, after.aliases, shape);
    putBudgets(body, after.budgets, raw, shape);
    putRates(body, before.rates, after.rates, raw);
    putExpiry(body, before, after);
    return compactJson(body);
}

} // namespace gateway::bifrost
