// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/plan_file_aliases.h"
#include "base/money.h"
#include "changes/plan_aliases.h"
#include "workspace/words.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr qint64 most = 10'000'000'000;
constexpr qint64 heaviest = 1'000'000;
constexpr std::pair<const char *, const char *> amounts[] = {
    {"input_usd", "input_nanos"}, {"output_usd", "output_nanos"}, {"cached_usd", "cached_nanos"}};
constexpr const char *waits[] = {"connect_ms", "first_byte_ms", "idle_ms", "total_ms"};

// Reads one alias. Lives for one reading.
struct AliasReader
{
    StrictYaml &yaml;

    bool has(const YAML::Node &node, const char *field) const { return yaml.member(node, field).IsDefined(); }

    QJsonObject price(const YAML::Node &owner)
    {
        QJsonObject out;
        const YAML::Node node = yaml.member(owner, "price");
        if (!node.IsDefined())
            return out;
        yaml.fields(node, {"input_usd", "output_usd", "cached_usd"});
        for (const auto &[field, as] : amounts)
            if (const auto nanos = yaml.amount(node, field))
                out.insert(QLatin1StringView(as), *nanos);
        return out;
    }
    QJsonObject times(const YAML::Node &owner)
    {
        QJsonObject out;
        const YAML::Node node = yaml.member(owner, "times");
        if (!node.IsDefined())
            return out;
        yaml.fields(node, {"connect_ms", "first_byte_ms", "idle_ms", "total_ms"});
        for (const char *field : waits)
            if (const qint64 ms = yaml.integer(node, field, 0, most).value_or(0))
                out.insert(QLatin1StringView(field), ms);
        return out;
    }
    QJsonObject route(const YAML::Node &node)
    {
        yaml.fields(node, {"upstream", "model", "weight", "times", "price"});
        QJsonObject out{{u"model"_s, yaml.neededText(node, "model")}};
        if (const QString upstream = yaml.text(node, "upstream"); !upstream.isEmpty())
            out.insert(u"upstream"_s, upstream);
        if (const qint64 weight = yaml.integer(node, "weight", 0, heaviest).value_or(1); weight != 1)
            out.insert(u"weight"_s, weight);
        if (const QJsonObject waited = times(node); !waited.isEmpty())
            out.insert(u"times"_s, waited);
        if (const QJsonObject own = price(node); !own.isEmpty())
            out.insert(u"price"_s, own);
        return out;
    }
    QJsonArray routes(const YAML::Node &owner)
    {
        QJsonArray out;
        for (const YAML::Node &node : yaml.maps(owner, "routes"))
            out << route(node);
        return out;
    }
    QJsonObject all(const YAML::Node &node)
    {
        QJsonObject out;
        if (has(node, "routes"))
            out.insert(u"routes"_s, routes(node));
        for (const char *field : {"families", "fallbacks"})
            if (has(node, field))
                out.insert(QLatin1StringView(field), QJsonArray::fromStringList(yaml.texts(node, field)));
        if (has(node, "price"))
            out.insert(u"price"_s, price(node));
        if (has(node, "context_tokens"))
            out.insert(u"context_tokens"_s, yaml.integer(node, "context_tokens", 1, most).value_or(1));
        if (has(node, "strategy"))
            out.insert(u"strategy"_s, yaml.text(node, "strategy"));
        return out;
    }
};

Yaml textsOut(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &text : value.toArray())
        texts << text.toString();
    return Yaml::texts(texts);
}

Yaml priceOut(const QJsonObject &price)
{
    Yaml out = Yaml::map();
    for (const auto &[as, field] : amounts)
        if (price.contains(QLatin1StringView(field)))
            out.put(as, Yaml::decimal(money::decimal(price[QLatin1StringView(field)].toInteger())));
    return out;
}

Yaml timesOut(const QJsonObject &times)
{
    Yaml out = Yaml::map();
    for (const char *field : waits)
        if (times.contains(QLatin1StringView(field)))
            out.put(field, Yaml::number(times[QLatin1StringView(field)].toInteger()));
    return out;
}

Yaml routeOut(const QJsonObject &route)
{
    Yaml out = Yaml::map();
    if (route.contains(u"upstream"_s))
        out.put("upstream", Yaml::text(route[u"upstream"_s].toString()));
    out.put("model", Yaml::text(route[u"model"_s].toString()));
    if (route.contains(u"weight"_s))
        out.put("weight", Yaml::number(route[u"weight"_s].toInteger()));
    if (route.contains(u"times"_s))
        out.put("times", timesOut(route[u"times"_s].toObject()));
    if (route.contains(u"price"_s))
        out.put("price", priceOut(route[u"price"_s].toObject()));
    return out;
}

Yaml fieldOut(const QString &field, const QJsonValue &value)
{
    if (field == "price"_L1)
        return priceOut(value.toObject());
    if (field != "routes"_L1)
        return value.isArray() ? textsOut(value)
            : value.isDouble() ? Yaml::number(value.toInteger())
                               : Yaml::text(value.toString());
    Yaml routes = Yaml::list();
    for (const auto &route : value.toArray())
        routes.add(routeOut(route.toObject()));
    return routes;
}

} // namespace

QJsonObject aliasFieldsIn(StrictYaml &yaml, const YAML::Node &node, const QStringList &more)
{
    yaml.fields(node, QStringList{u"name"_s} + changes::aliasPlanFields() + more);
    return AliasReader{yaml}.all(node);
}

Yaml aliasOut(const QString &name, const QJsonObject &fields)
{
    Yaml out = Yaml::map();
    out.put("name", Yaml::text(name));
    for (const QString &field : changes::aliasPlanFields())
        if (fields.contains(field))
            out.put(field.toLatin1().constData(), fieldOut(field, fields[field]));
    return out;
}

} // namespace workspace
