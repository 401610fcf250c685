// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_reader.h"
#include "proxy/routing.h"
#include "workspace/config_reader.h"
#include "workspace/exports.h"
#include "workspace/gateway_limits.h"
#include "workspace/words.h"
#include <algorithm>
#include <functional>
#include <map>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using gateway::JsonReader;

namespace workspace {

namespace {

proxy::UpstreamKind kindOf(const QString &name)
{
    using enum proxy::UpstreamKind;
    for (const proxy::UpstreamKind kind : {OpenAi, Anthropic, Gemini})
        if (nameOf(kind) == name)
            return kind;
    return Scripted;
}

std::int64_t microsOf(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() * 1000 : 0;
}

proxy::UpstreamConfig upstreamOf(JsonReader &row)
{
    proxy::UpstreamConfig upstream;
    upstream.name = row.text("name"_L1).toStdString();
    upstream.kind = kindOf(row.text("kind"_L1));
    upstream.baseUrl = row.textOrEmpty("base_url"_L1).toStdString();
    upstream.keyRef = row.textOrEmpty("key_ref"_L1).toStdString();
    upstream.caFile = row.textOrEmpty("ca_file"_L1).toStdString();
    return upstream;
}

std::optional<proxy::Price> priceOf(JsonReader &row)
{
    auto part = row.objectOrNull("price"_L1);
    if (!part)
        return std::nullopt;
    proxy::Price price;
    price.input = part->integer("input_nanos_per_million"_L1);
    price.output = part->integer("output_nanos_per_million"_L1);
    if (const auto cached = part->integerOrNull("cached_nanos_per_million"_L1))
        price.cached = *cached;
    price.date = part->textOrEmpty("date"_L1).toStdString();
    row.adopt(*part);
    return price;
}

proxy::RouteConfig routeOf(JsonReader &row)
{
    proxy::RouteConfig route;
    route.upstream = row.text("upstream"_L1).toStdString();
    route.model = row.text("model"_L1).toStdString();
    route.weight = int(row.integer("weight"_L1));
    route.times = {int(row.integer("connect_ms"_L1)), int(row.integer("first_byte_ms"_L1)),
        int(row.integer("idle_ms"_L1)), int(row.integer("total_ms"_L1))};
    route.price = priceOf(row);
    return route;
}

proxy::AliasConfig aliasOf(JsonReader &row)
{
    proxy::AliasConfig alias;
    alias.name = row.text("name"_L1).toStdString();
    alias.strategy = proxy::strategyOf(row.text("strategy"_L1).toStdString()).value_or(proxy::Strategy::Weighted);
    alias.families = stdTexts(row.texts("families"_L1));
    alias.fallbacks = stdTexts(row.texts("fallbacks"_L1));
    for (JsonReader route : row.objects("routes"_L1)) {
        alias.routes.push_back(routeOf(route));
        row.adopt(route);
    }
    alias.price = priceOf(row);
    return alias;
}

proxy::Budget budgetOf(JsonReader &row)
{
    proxy::Budget budget;
    budget.nanos = row.integer("nanos"_L1);
    budget.window = row.text("window"_L1).toStdString();
    budget.raiseNanos = row.integerOrNull("raise_nanos"_L1).value_or(0);
    budget.raiseUntilUs = microsOf(row.time("raise_until"_L1));
    if (budget.raiseNanos == 0 || budget.raiseUntilUs == 0) // half a raise is none
        budget.raiseNanos = budget.raiseUntilUs = 0;
    return budget;
}

proxy::KeyConfig keyOf(JsonReader &row)
{
    proxy::KeyConfig key;
    key.name = row.text("name"_L1).toStdString();
    key.secretRef = row.textOrEmpty("secret_ref"_L1).toStdString();
    key.enabled = row.boolean("enabled"_L1);
    key.aliases = stdTexts(row.texts("aliases"_L1));
    for (JsonReader budget : row.objects("budgets"_L1)) {
        key.budgets.push_back(budgetOf(budget));
        row.adopt(budget);
    }
    key.scope = {
        stdTexts(row.texts("families"_L1)), stdTexts(row.texts("upstreams"_L1)), stdTexts(row.texts("cidrs"_L1))};
    key.rates = {row.integer("rpm"_L1), row.integer("tpm"_L1), row.integer("parallel"_L1)};
    key.waitMs = int(row.integer("wait_ms"_L1));
    for (const qint64 percent : row.integersOrNone("soft_percents"_L1))
        key.softPercents.push_back(int(percent));
    if (const auto expires = row.time("expires_at"_L1))
        key.expiresUs = microsOf(expires);
    return key;
}

// The facts that the file has fields for; the others are noted.
void takePassport(const QJsonObject &told, proxy::KeyConfig &key, GatewayConfig &config)
{
    static const QStringList known{u"app"_s, u"environment"_s, u"owner"_s, u"rotation_owner"_s, u"budget_owner"_s,
        u"ticket"_s, u"purpose"_s, u"review_date"_s};
    QJsonObject facts;
    for (auto fact = told.begin(); fact != told.end(); ++fact) {
        if (known.contains(fact.key()) && fact.value().isString() && !fact.value().toString().isEmpty())
            facts[fact.key()] = fact.value();
        else if (!fact.value().isNull() && fact.value() != QJsonValue(QString()))
            config.notes.append(FileProblem{0, 0,
                Words::tr("key \"%1\": the passport's \"%2\"").arg(QString::fromStdString(key.name), fact.key())});
    }
    if (!facts.isEmpty())
        key.passport = QJsonDocument(facts).toJson(QJsonDocument::Compact).toStdString();
}

void readLimits(JsonReader &root, proxy::Limits &limits)
{
    auto part = root.objectOrNull("limits"_L1);
    if (!part)
        return root.refuse("limits"_L1, u"no object"_s);
    for (const LimitField &field : limitFields())
        if (const auto value = part->integerOrNull(QLatin1StringView(field.name)))
            field.set(limits, *value);
    root.adopt(*part);
}

using Note = std::function<void(const QString &what)>;
using Kinds = std::map<std::string, proxy::UpstreamKind>;

// Routes to upstreams that are not there, and families that no route speaks.
void dropStrays(proxy::AliasConfig &alias, const Kinds &kinds, const Note &note)
{
    const QString name = QString::fromStdString(alias.name);
    std::erase_if(alias.routes, [&](const proxy::RouteConfig &route) {
        const bool stray = !kinds.contains(route.upstream);
        if (stray)
            note(Words::tr("alias \"%1\": a route to \"%2\", an upstream that is not configured")
                     .arg(name, QString::fromStdString(route.upstream)));
        return stray;
    });
    const bool any = alias.families.empty();
    std::erase_if(alias.families, [&](const std::string &family) {
        const bool spoken = std::ranges::any_of(alias.routes, [&](const proxy::RouteConfig &route) {
            return speaks(kinds.at(route.upstream), QString::fromStdString(family));
        });
        if (!spoken)
            note(Words::tr("alias \"%1\": the family %2, which none of its upstreams speaks")
                     .arg(name, QString::fromStdString(family)));
        return !spoken;
    });
    if (!any && alias.families.empty())
        alias.routes.clear(); // nothing could be asked of it
}

// Those on an alias that has no place in the file either.
void dropStrayFallbacks(GatewayConfig &config)
{
    const proxy::AliasLookup known = aliasesOf(config);
    for (proxy::AliasConfig &alias : config.options.aliases)
        std::erase_if(alias.fallbacks, [&](const std::string &name) { return !known(name) && !isBuiltIn(name); });
}

// What the gateway keeps although nothing stands behind it any more has no place in a file: the upstreams of an earlier
// one. A key that is bound to such an upstream goes as a whole: without the bond it could do more.
void dropStrays(GatewayConfig &config)
{
    Kinds kinds{{"scripted", proxy::UpstreamKind::Scripted}};
    for (const proxy::UpstreamConfig &upstream : config.options.upstreams)
        kinds.emplace(upstream.name, upstream.kind);
    const Note note = [&config](const QString &what) { config.notes.append(FileProblem{0, 0, what}); };
    for (proxy::AliasConfig &alias : config.options.aliases)
        dropStrays(alias, kinds, note);
    std::erase_if(config.options.aliases, [](const proxy::AliasConfig &alias) { return alias.routes.empty(); });
    dropStrayFallbacks(config);
    std::erase_if(config.options.keys, [&](const proxy::KeyConfig &key) {
        const auto gone = std::ranges::find_if_not(
            key.scope.upstreams, [&kinds](const std::string &upstream) { return kinds.contains(upstream); });
        if (gone == key.scope.upstreams.end())
            return false;
        note(Words::tr("key \"%1\": bound to \"%2\", an upstream that is not configured")
                 .arg(QString::fromStdString(key.name), QString::fromStdString(*gone)));
        return true;
    });
}

// Soft shares without a budget do nothing, and a file may not have them.
void dropIdleShares(proxy::KeyConfig &key)
{
    if (key.budgets.empty())
        key.softPercents.clear();
}

} // namespace

Result<GatewayConfig> toldConfig(const QByteArray &body)
{
    auto read = gateway::readObject(body, u"set-up"_s);
    if (!read)
        return tl::unexpected<Failure>(read.error());
    JsonReader &root = *read;
    const QJsonObject whole = QJsonDocument::fromJson(body).object();
    GatewayConfig config;
    readLimits(root, config.options.limits);
    for (JsonReader row : root.objects("upstreams"_L1)) {
        if (proxy::UpstreamConfig upstream = upstreamOf(row); upstream.name != "scripted")
            config.options.upstreams.push_back(std::move(upstream));
        root.adopt(row);
    }
    for (JsonReader row : root.objects("aliases"_L1)) {
        config.options.aliases.push_back(aliasOf(row));
        root.adopt(row);
    }
    const QList<JsonReader> keys = root.objects("keys"_L1);
    for (qsizetype i = 0; i < keys.size(); ++i) {
        JsonReader row = keys.at(i);
        proxy::KeyConfig key = keyOf(row);
        takePassport(whole["keys"_L1][i]["passport"_L1].toObject(), key, config);
        dropIdleShares(key);
        config.options.keys.push_back(std::move(key));
        root.adopt(row);
    }
    dropStrays(config);
    return root.result(std::move(config));
}

} // namespace workspace
