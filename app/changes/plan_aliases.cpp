// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan_aliases.h"
#include "gateway/alias_json.h"
#include <algorithm>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

bool isEmpty(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray().isEmpty();
    if (value.isObject())
        return value.toObject().isEmpty();
    return value.isString() ? value.toString().isEmpty() : !value.isDouble();
}

bool sameAmounts(const Price &a, const Price &b)
{
    return a.inputNanos == b.inputNanos && a.outputNanos == b.outputNanos && a.cachedNanos == b.cachedNanos;
}

Alias withoutDates(Alias alias)
{
    alias.price.date = {};
    for (Route &route : alias.routes)
        route.price.date = {};
    return alias;
}

// Of prices that stay as they are.
void keepDates(Alias &now, const Alias &was)
{
    if (sameAmounts(now.price, was.price))
        now.price.date = was.price.date;
    for (Route &route : now.routes)
        for (const Route &old : was.routes)
            if (route.upstream == old.upstream && route.model == old.model && sameAmounts(route.price, old.price))
                route.price.date = old.price.date;
}

} // namespace

const QStringList &aliasPlanFields()
{
    static const QStringList all{
        u"routes"_s, u"families"_s, u"price"_s, u"fallbacks"_s, u"context_tokens"_s, u"strategy"_s};
    return all;
}

QJsonObject settingsOf(const Alias &alias)
{
    QJsonObject out{{u"routes"_s, QJsonArray()}, {u"families"_s, QJsonArray()}, {u"price"_s, QJsonObject()},
        {u"fallbacks"_s, QJsonArray()}, {u"context_tokens"_s, QJsonValue()}, {u"strategy"_s, QString()}};
    const QJsonObject told = toldSettingsOf(alias);
    for (auto field = told.begin(); field != told.end(); ++field)
        out.insert(field.key(), field.value());
    return out;
}

QJsonObject toldSettingsOf(const Alias &alias)
{
    QJsonObject told = gateway::aliasJson(withoutDates(alias));
    told.remove(u"name"_s);
    return told;
}

Alias withSettings(const Alias &alias, const QJsonObject &fields)
{
    QJsonObject whole = gateway::aliasJson(alias);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        if (isEmpty(field.value()))
            whole.remove(field.key());
        else
            whole.insert(field.key(), field.value());
    gateway::JsonReader reader(whole, u"plan"_s);
    Alias made = gateway::readAlias(reader);
    keepDates(made, alias);
    return made;
}

} // namespace changes
