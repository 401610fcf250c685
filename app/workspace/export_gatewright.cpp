// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "proxy/routing.h"
#include "workspace/exports.h"
#include "workspace/gateway_limits.h"
#include "workspace/words.h"
#include "workspace/yaml_out.h"
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

Yaml text(const std::string &text)
{
    return Yaml::text(QString::fromStdString(text));
}

Yaml usd(std::int64_t nanos)
{
    return Yaml::decimal(money::decimal(nanos));
}

Yaml moment(std::int64_t micros)
{
    return Yaml::text(QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODateWithMs));
}

void putTexts(Yaml &map, const char *name, const std::vector<std::string> &values)
{
    if (!values.empty())
        map.put(name, Yaml::texts(qtTexts(values)));
}

void putText(Yaml &map, const char *name, const std::string &value)
{
    if (!value.empty())
        map.put(name, text(value));
}

void putNumber(Yaml &map, const char *name, std::int64_t value)
{
    if (value != 0)
        map.put(name, Yaml::number(value));
}

Yaml limits(const proxy::Limits &limits)
{
    const proxy::Limits usual;
    Yaml out = Yaml::map();
    for (const LimitField &field : limitFields())
        if (field.value(limits) != field.value(usual))
            out.put(field.name, Yaml::number(field.value(limits)));
    return out;
}

Yaml upstream(const proxy::UpstreamConfig &upstream)
{
    Yaml out = Yaml::map();
    out.put("name", text(upstream.name)).put("kind", Yaml::text(nameOf(upstream.kind)));
    putText(out, "base_url", upstream.baseUrl);
    putText(out, "key_ref", upstream.keyRef);
    putText(out, "ca_file", upstream.caFile);
    return out;
}

void putPrice(Yaml &map, const std::optional<proxy::Price> &price)
{
    if (!price)
        return;
    Yaml out = Yaml::map();
    out.put("input", usd(price->input)).put("output", usd(price->output));
    if (price->cached)
        out.put("cached", usd(*price->cached));
    putText(out, "date", price->date);
    map.put("price", std::move(out));
}

Yaml route(const proxy::RouteConfig &route)
{
    Yaml out = Yaml::map();
    out.put("upstream", text(route.upstream)).put("model", text(route.model)).put("weight", Yaml::number(route.weight));
    putNumber(out, "connect_ms", route.times.connectMs);
    putNumber(out, "first_byte_ms", route.times.firstByteMs);
    putNumber(out, "idle_ms", route.times.idleMs);
    putNumber(out, "total_ms", route.times.totalMs);
    putPrice(out, route.price);
    return out;
}

Yaml alias(const proxy::AliasConfig &alias)
{
    Yaml out = Yaml::map();
    out.put("name", text(alias.name)).put("strategy", text(proxy::nameOf(alias.strategy)));
    putTexts(out, "families", alias.families);
    putTexts(out, "fallbacks", alias.fallbacks);
    Yaml routes = Yaml::list();
    for (const proxy::RouteConfig &one : alias.routes)
        routes.add(route(one));
    out.put("routes", std::move(routes));
    putPrice(out, alias.price);
    return out;
}

Yaml budgets(const std::vector<proxy::Budget> &budgets)
{
    Yaml out = Yaml::list();
    for (const proxy::Budget &budget : budgets) {
        Yaml one = Yaml::map();
        one.put("usd", usd(budget.nanos)).put("window", text(budget.window));
        if (budget.raiseNanos > 0)
            one.put("raise_usd", usd(budget.raiseNanos)).put("raise_until", moment(budget.raiseUntilUs));
        out.add(std::move(one));
    }
    return out;
}

Yaml passport(const std::string &json)
{
    const QJsonObject facts = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    Yaml out = Yaml::map();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        out.put(fact.key().toLatin1().constData(), Yaml::text(fact.value().toString()));
    return out;
}

Yaml key(const proxy::KeyConfig &key)
{
    Yaml out = Yaml::map();
    out.put("name", text(key.name));
    putText(out, "secret_ref", key.secretRef);
    if (!key.enabled)
        out.put("enabled", Yaml::flag(false));
    if (key.expiresUs)
        out.put("expires", moment(*key.expiresUs));
    if (!key.budgets.empty())
        out.put("budgets", budgets(key.budgets));
    if (!key.softPercents.empty()) {
        Yaml soft = Yaml::list();
        for (const int percent : key.softPercents)
            soft.add(Yaml::number(percent));
        out.put("soft", std::move(soft));
    }
    putTexts(out, "aliases", key.aliases);
    putTexts(out, "families", key.scope.families);
    putTexts(out, "upstreams", key.scope.upstreams);
    putTexts(out, "cidrs", key.scope.cidrs);
    putNumber(out, "rpm", key.rates.requestsPerMinute);
    putNumber(out, "tpm", key.rates.tokensPerMinute);
    putNumber(out, "parallel", key.rates.parallel);
    putNumber(out, "wait_ms", key.waitMs);
    if (key.passport)
        out.put("passport", passport(*key.passport));
    return out;
}

QString addressOf(const Listen &listen)
{
    const QString host = listen.host.contains(u':') ? u'[' + listen.host + u']' : listen.host;
    return u"%1:%2"_s.arg(host).arg(listen.port);
}

template<typename One>
void putAll(Yaml &map, const char *name, const std::vector<One> &all, Yaml (*write)(const One &))
{
    Yaml list = Yaml::list();
    for (const One &one : all)
        list.add(write(one));
    if (!list.isEmpty())
        map.put(name, std::move(list));
}

} // namespace

Exported asGatewright(const GatewayConfig &config)
{
    Yaml out = Yaml::map();
    if (config.listen)
        out.put("listen", Yaml::text(addressOf(*config.listen)));
    if (config.adminListen)
        out.put("admin_listen", Yaml::text(addressOf(*config.adminListen)));
    if (Yaml changed = limits(config.options.limits); !changed.isEmpty())
        out.put("limits", std::move(changed));
    putAll(out, "upstreams", config.options.upstreams, upstream);
    putAll(out, "aliases", config.options.aliases, alias);
    putAll(out, "keys", config.options.keys, key);
    Exported exported;
    for (const FileProblem &note : config.notes)
        if (note.line == 0)
            exported.missing << note.what;
    exported.yaml =
        exportHead(
            Words::tr("Gatewright: the embedded gateway. Read by: gwctl gateway serve --config FILE"), exported.missing)
        + out.toText();
    return exported;
}

} // namespace workspace
