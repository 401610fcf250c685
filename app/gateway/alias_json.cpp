// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/alias_json.h"
#include <algorithm>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

void put(QJsonObject &out, const QString &field, const std::optional<qint64> &value)
{
    if (value)
        out.insert(field, *value);
}

void put(QJsonObject &out, const QString &field, const QStringList &values)
{
    if (!values.isEmpty())
        out.insert(field, QJsonArray::fromStringList(values));
}

void put(QJsonObject &out, const QString &field, const Price &price)
{
    QJsonObject inner;
    put(inner, u"input_nanos"_s, price.inputNanos);
    put(inner, u"output_nanos"_s, price.outputNanos);
    put(inner, u"cached_nanos"_s, price.cachedNanos);
    if (price.date.isValid())
        inner.insert(u"date"_s, price.date.toString(Qt::ISODate));
    if (price.unset)
        inner.insert(u"unset"_s, true);
    if (!inner.isEmpty())
        out.insert(field, inner);
}

QJsonObject jsonOf(const RouteTimes &times)
{
    QJsonObject out;
    for (const auto &[field, ms] : {std::pair(u"connect_ms"_s, times.connect), {u"first_byte_ms"_s, times.firstByte},
             {u"idle_ms"_s, times.idle}, {u"total_ms"_s, times.total}})
        if (ms != 0)
            out.insert(field, ms);
    return out;
}

QJsonObject jsonOf(const Route &route)
{
    QJsonObject out{{u"model"_s, route.model}};
    if (!route.upstream.isEmpty())
        out.insert(u"upstream"_s, route.upstream);
    if (route.weight != 1)
        out.insert(u"weight"_s, route.weight);
    if (route.times != RouteTimes())
        out.insert(u"times"_s, jsonOf(route.times));
    put(out, u"price"_s, route.price);
    return out;
}

std::optional<qint64> amount(JsonReader &row, QLatin1StringView field)
{
    const std::optional<qint64> value = row.integerOrNull(field);
    if (value && *value < 0)
        row.refuse(field, u"not below 0"_s);
    return value;
}

Price priceOf(JsonReader &owner, QLatin1StringView field)
{
    std::optional<JsonReader> row = owner.objectOrNull(field);
    if (!row)
        return {};
    knowOnly(*row, {"input_nanos"_L1, "output_nanos"_L1, "cached_nanos"_L1, "date"_L1, "unset"_L1});
    Price price;
    price.inputNanos = amount(*row, "input_nanos"_L1);
    price.outputNanos = amount(*row, "output_nanos"_L1);
    price.cachedNanos = amount(*row, "cached_nanos"_L1);
    if (const QString date = row->textOrEmpty("date"_L1); !date.isEmpty()) {
        price.date = QDate::fromString(date, Qt::ISODate);
        if (!price.date.isValid())
            row->refuse("date"_L1, u"a day such as 2026-11-29"_s);
    }
    price.unset = row->object()["unset"_L1].toBool();
    owner.adopt(*row);
    return price;
}

RouteTimes timesOf(JsonReader &owner)
{
    std::optional<JsonReader> row = owner.objectOrNull("times"_L1);
    if (!row)
        return {};
    knowOnly(*row, {"connect_ms"_L1, "first_byte_ms"_L1, "idle_ms"_L1, "total_ms"_L1});
    const RouteTimes times{amount(*row, "connect_ms"_L1).value_or(0), amount(*row, "first_byte_ms"_L1).value_or(0),
        amount(*row, "idle_ms"_L1).value_or(0), amount(*row, "total_ms"_L1).value_or(0)};
    owner.adopt(*row);
    return times;
}

Route routeOf(JsonReader &row)
{
    knowOnly(row, {"upstream"_L1, "model"_L1, "weight"_L1, "times"_L1, "price"_L1});
    Route route;
    route.upstream = row.textOrEmpty("upstream"_L1);
    route.model = row.text("model"_L1);
    const qint64 weight = amount(row, "weight"_L1).value_or(1);
    if (weight > 1'000'000)
        row.refuse("weight"_L1, u"at most 1000000"_s);
    route.weight = int(weight);
    route.times = timesOf(row);
    route.price = priceOf(row, "price"_L1);
    return route;
}

} // namespace

void knowOnly(JsonReader &row, std::initializer_list<QLatin1StringView> fields)
{
    const QJsonObject object = row.object();
    for (auto at = object.begin(); at != object.end(); ++at)
        if (std::ranges::none_of(fields, [&](QLatin1StringView field) { return at.key() == field; }))
            row.refuse(QLatin1StringView(at.key().toLatin1()), u"no such field in a catalog"_s);
}

QJsonObject aliasJson(const Alias &alias)
{
    QJsonObject out{{u"name"_s, alias.name}};
    QJsonArray routes;
    for (const Route &route : alias.routes)
        routes.append(jsonOf(route));
    if (!routes.isEmpty())
        out.insert(u"routes"_s, routes);
    put(out, u"families"_s, alias.families);
    put(out, u"price"_s, alias.price);
    put(out, u"fallbacks"_s, alias.fallbacks);
    put(out, u"context_tokens"_s, alias.contextTokens);
    if (!alias.strategy.isEmpty())
        out.insert(u"strategy"_s, alias.strategy);
    return out;
}

Alias readAlias(JsonReader &row)
{
    knowOnly(
        row, {"name"_L1, "routes"_L1, "families"_L1, "price"_L1, "fallbacks"_L1, "context_tokens"_L1, "strategy"_L1});
    Alias alias;
    alias.name = row.text("name"_L1);
    if (alias.name.isEmpty())
        row.refuse("name"_L1, u"not empty"_s);
    for (JsonReader &route : objectsOrNone(row, "routes"_L1)) {
        alias.routes << routeOf(route);
        row.adopt(route);
    }
    alias.families = row.textsOrNone("families"_L1);
    alias.price = priceOf(row, "price"_L1);
    alias.fallbacks = row.textsOrNone("fallbacks"_L1);
    alias.contextTokens = amount(row, "context_tokens"_L1);
    alias.strategy = row.textOrEmpty("strategy"_L1);
    return alias;
}

} // namespace gateway
