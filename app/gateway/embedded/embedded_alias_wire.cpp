// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_page.h"
#include "gateway/embedded/embedded_wire.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

Price priceOf(JsonReader &row)
{
    Price price;
    auto part = row.objectOrNull("price"_L1);
    if (!part)
        return price;
    price.inputNanos = part->integerOrNull("input_nanos_per_million"_L1);
    price.outputNanos = part->integerOrNull("output_nanos_per_million"_L1);
    price.cachedNanos = part->integerOrNull("cached_nanos_per_million"_L1);
    price.date = QDate::fromString(part->textOrEmpty("date"_L1), Qt::ISODate);
    row.adopt(*part);
    return price;
}

Route routeOf(JsonReader &part)
{
    Route route;
    route.upstream = part.text("upstream"_L1);
    route.model = part.text("model"_L1);
    route.weight = int(part.integerOrNull("weight"_L1).value_or(1));
    route.times.connect = part.integerOrNull("connect_ms"_L1).value_or(0);
    route.times.firstByte = part.integerOrNull("first_byte_ms"_L1).value_or(0);
    route.times.idle = part.integerOrNull("idle_ms"_L1).value_or(0);
    route.times.total = part.integerOrNull("total_ms"_L1).value_or(0);
    route.price = priceOf(part);
    return route;
}

Alias aliasOf(JsonReader &row)
{
    Alias alias;
    alias.name = row.text("name"_L1);
    for (JsonReader part : row.objects("routes"_L1)) {
        alias.routes << routeOf(part);
        row.adopt(part);
    }
    alias.families = row.texts("families"_L1);
    alias.strategy = row.textOrEmpty("strategy"_L1);
    alias.fallbacks = row.textsOrNone("fallbacks"_L1);
    alias.price = priceOf(row);
    return alias;
}

QJsonValue priceJson(const Price &price)
{
    if (!price.inputNanos || !price.outputNanos)
        return {};
    return QJsonObject{
        {u"input_nanos_per_million"_s, *price.inputNanos},
        {u"output_nanos_per_million"_s, *price.outputNanos},
        {u"cached_nanos_per_million"_s, price.cachedNanos ? QJsonValue(*price.cachedNanos) : QJsonValue()},
        {u"date"_s, price.date.isValid() ? QJsonValue(price.date.toString(Qt::ISODate)) : QJsonValue()},
    };
}

QJsonObject routeJson(const Route &route)
{
    return {{u"upstream"_s, route.upstream}, {u"model"_s, route.model}, {u"weight"_s, route.weight},
        {u"connect_ms"_s, route.times.connect}, {u"first_byte_ms"_s, route.times.firstByte},
        {u"idle_ms"_s, route.times.idle}, {u"total_ms"_s, route.times.total}, {u"price"_s, priceJson(route.price)}};
}

} // namespace

Result<Page<Alias>> readAliasPage(const QByteArray &body)
{
    return readObject(body, u"alias list"_s).and_then([](JsonReader root) {
        return pageOf<Alias>(std::move(root), aliasOf);
    });
}

QByteArray aliasBody(const Alias &alias)
{
    QJsonArray routes;
    for (const Route &route : alias.routes)
        routes << routeJson(route);
    QJsonObject body{{u"routes"_s, routes}, {u"families"_s, QJsonArray::fromStringList(alias.families)}};
    if (!alias.fallbacks.isEmpty())
        body[u"fallbacks"_s] = QJsonArray::fromStringList(alias.fallbacks);
    if (!alias.strategy.isEmpty())
        body[u"strategy"_s] = alias.strategy;
    if (const QJsonValue price = priceJson(alias.price); !price.isNull())
        body[u"price"_s] = price;
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace gateway::embedded
