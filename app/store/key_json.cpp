// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_json.h"
#include "store/json_values.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QJsonArray budgetsJson(const QList<Budget> &budgets)
{
    QJsonArray all;
    for (const Budget &budget : budgets)
        all << QJsonObject{{u"nanos"_s, budget.nanos}, {u"window"_s, budget.window},
            {u"spent_nanos"_s, jsonOf(budget.spentNanos)}, {u"raise_nanos"_s, budget.raiseNanos},
            {u"raise_until"_s, jsonOf(budget.raiseUntil)}, {u"reserved_nanos"_s, jsonOf(budget.reservedNanos)},
            {u"free_nanos"_s, jsonOf(budget.freeNanos)}};
    return all;
}
QList<Budget> budgetsFrom(const QJsonArray &array)
{
    QList<Budget> all;
    for (const auto &value : array) {
        const QJsonObject o = value.toObject();
        all << Budget{o[u"nanos"_s].toInteger(), o[u"window"_s].toString(), numberFrom(o[u"spent_nanos"_s]),
            o[u"raise_nanos"_s].toInteger(), timeFrom(o[u"raise_until"_s]), numberFrom(o[u"reserved_nanos"_s]),
            numberFrom(o[u"free_nanos"_s])};
    }
    return all;
}

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &text : value.toArray())
        texts << text.toString();
    return texts;
}

void putLimits(QJsonObject &o, const Key &key)
{
    QJsonArray soft;
    for (const int percent : key.softPercents)
        soft << percent;
    o[u"families"_s] = QJsonArray::fromStringList(key.families);
    o[u"upstreams"_s] = QJsonArray::fromStringList(key.upstreams);
    o[u"networks"_s] = QJsonArray::fromStringList(key.networks);
    o[u"group"_s] = key.group;
    o[u"holder"_s] = key.holder;
    o[u"rpm"_s] = key.rates.requestsPerMinute;
    o[u"tpm"_s] = key.rates.tokensPerMinute;
    o[u"parallel"_s] = key.rates.parallel;
    o[u"wait_ms"_s] = key.rates.waitMs;
    o[u"soft_percents"_s] = soft;
    o[u"reserved_nanos"_s] = jsonOf(key.reservedNanos);
    o[u"running"_s] = jsonOf(key.running);
    o[u"waiting"_s] = jsonOf(key.waiting);
    o[u"rotated_at"_s] = jsonOf(key.rotatedAt);
    o[u"previous_until"_s] = jsonOf(key.previousUntil);
}

void takeLimits(Key &key, const QJsonObject &o)
{
    key.families = textsFrom(o[u"families"_s]);
    key.upstreams = textsFrom(o[u"upstreams"_s]);
    key.networks = textsFrom(o[u"networks"_s]);
    key.group = o[u"group"_s].toString();
    key.holder = o[u"holder"_s].toString();
    key.rates = {
        o[u"rpm"_s].toInteger(), o[u"tpm"_s].toInteger(), o[u"parallel"_s].toInteger(), o[u"wait_ms"_s].toInteger()};
    for (const auto &percent : o[u"soft_percents"_s].toArray())
        key.softPercents.push_back(percent.toInt());
    key.reservedNanos = numberFrom(o[u"reserved_nanos"_s]);
    key.running = numberFrom(o[u"running"_s]);
    key.waiting = numberFrom(o[u"waiting"_s]);
    key.rotatedAt = timeFrom(o[u"rotated_at"_s]);
    key.previousUntil = timeFrom(o[u"previous_until"_s]);
}

} // namespace

QJsonObject passportJson(const Passport &p)
{
    return {{u"application"_s, p.application}, {u"environment"_s, p.environment}, {u"owner"_s, p.owner},
        {u"rotation_owner"_s, p.rotationOwner}, {u"budget_owner"_s, p.budgetOwner}, {u"ticket"_s, p.ticket},
        {u"purpose"_s, p.purpose}, {u"review_date"_s, p.reviewDate.toString(Qt::ISODate)}};
}

Passport passportFrom(const QJsonObject &o)
{
    return {o[u"application"_s].toString(), o[u"environment"_s].toString(), o[u"owner"_s].toString(),
        o[u"rotation_owner"_s].toString(), o[u"budget_owner"_s].toString(), o[u"ticket"_s].toString(),
        o[u"purpose"_s].toString(), QDate::fromString(o[u"review_date"_s].toString(), Qt::ISODate)};
}

QJsonObject keyJson(const Key &key)
{
    QJsonObject out{{u"id"_s, key.id}, {u"name"_s, key.name}, {u"prefix"_s, key.prefix}, {u"last_four"_s, key.lastFour},
        {u"aliases"_s, QJsonArray::fromStringList(key.aliases)}, {u"budgets"_s, budgetsJson(key.budgets)},
        {u"spent_nanos"_s, jsonOf(key.spentNanos)}, {u"expires_at"_s, jsonOf(key.expiresAt)},
        {u"created_at"_s, jsonOf(key.createdAt)}, {u"last_used_at"_s, jsonOf(key.lastUsedAt)},
        {u"enabled"_s, key.enabled}, {u"passport"_s, passportJson(key.passport)}};
    putLimits(out, key);
    return out;
}

Key keyFrom(const QJsonObject &o)
{
    Key key;
    key.id = o[u"id"_s].toString();
    key.name = o[u"name"_s].toString();
    key.prefix = o[u"prefix"_s].toString();
    key.lastFour = o[u"last_four"_s].toString();
    key.aliases = textsFrom(o[u"aliases"_s]);
    key.budgets = budgetsFrom(o[u"budgets"_s].toArray());
    key.spentNanos = numberFrom(o[u"spent_nanos"_s]);
    key.expiresAt = timeFrom(o[u"expires_at"_s]);
    key.createdAt = timeFrom(o[u"created_at"_s]);
    key.lastUsedAt = timeFrom(o[u"last_used_at"_s]);
    key.enabled = o[u"enabled"_s].toBool(true);
    key.passport = passportFrom(o[u"passport"_s].toObject());
    takeLimits(key, o);
    return key;
}

} // namespace store
