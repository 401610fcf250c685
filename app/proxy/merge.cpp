// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/merge.h"
#include "proxy/clock.h"
#include "proxy/fallbacks.h"
#include "proxy/scripted/scenarios.h"
#include "proxy/settings_json.h"
#include "proxy/tables.h"

namespace proxy {

namespace {

tl::unexpected<sql::Error> bad(std::string why)
{
    return sql::fail({badOptions, std::move(why)});
}

KeySettings settingsOf(const KeyConfig &config)
{
    return {config.name, config.aliases, config.budgets, config.enabled, config.expiresUs,
        config.passport.value_or("{}"), config.scope, config.rates, config.softPercents, config.waitMs};
}

void warnIfChanged(Opened &opened, const char *what, const std::string &name, bool changed)
{
    if (changed)
        opened.warnings.push_back(
            std::string(what) + " \"" + name + "\": the configuration differs from the database and wins");
}

sql::Result<> mergeKey(Opened &opened, KeyConfig &config)
{
    std::shared_ptr<Key> key = opened.catalog.keyNamed(config.name);
    const bool known = key != nullptr;
    if (!known) {
        std::string secret = config.secret ? *config.secret : newSecret();
        key = std::make_shared<Key>(newKey(secret));
        if (!config.secret)
            opened.issued.push_back({config.name, secret});
        wipe(secret);
    } else if (config.secret && !(digestOf(*config.secret) == key->digest)) {
        key->digest = digestOf(*config.secret);
        key->prefix = displayPrefix(*config.secret);
        key->lastFour = displayEnd(*config.secret);
        key->previous.reset();
    }
    key->fixedSecret = config.secret.has_value();
    if (config.secret)
        wipe(*config.secret);
    KeySettings wanted = settingsOf(config);
    if (known && !config.passport)
        wanted.passport = key->settings.passport;
    warnIfChanged(opened, "key", config.name, known && textOf(wanted) != textOf(key->settings));
    key->settings = std::move(wanted);
    key->origin = "config";
    key->secretRef = config.secretRef;
    if (!key->apply(wallMicros()))
        return bad("key \"" + config.name + "\": a budget window must be lifetime, day, week, month or <N>h");
    if (!known)
        opened.catalog.addKey(key);
    opened.catalog.reindex();
    return saveKey(opened.database, *key);
}

sql::Result<> mergeAlias(Opened &opened, const AliasConfig &config)
{
    if (config.routes.empty())
        return bad("alias \"" + config.name + "\" has no route");
    for (const RouteConfig &route : config.routes) {
        if (!opened.catalog.upstream(route.upstream))
            return bad("alias \"" + config.name + "\": the upstream \"" + route.upstream + "\" is not configured");
    }
    const std::shared_ptr<Alias> known = opened.catalog.alias(config.name);
    warnIfChanged(opened, "alias", config.name, known && textOf(known->config) != textOf(config));
    const Alias alias{config, "config"};
    opened.catalog.setAlias(alias);
    return saveAlias(opened.database, alias);
}

sql::Result<> checkFallbacks(const Opened &opened, const AliasConfig &config)
{
    const std::string wrong = wrongFallbacks(opened.catalog, config);
    return wrong.empty() ? sql::Result<>() : bad("alias \"" + config.name + "\": fallbacks " + wrong);
}

sql::Result<> mergeUpstreams(Opened &opened, Options &options)
{
    std::vector<UpstreamConfig> upstreams = {{"scripted", UpstreamKind::Scripted, {}, {}, {}}};
    for (UpstreamConfig &upstream : options.upstreams) {
        if (upstream.name == "scripted" && upstream.kind == UpstreamKind::Scripted)
            continue;
        for (const UpstreamConfig &other : upstreams) {
            if (other.name == upstream.name)
                return bad("two upstreams are named \"" + upstream.name + '"');
        }
        upstreams.push_back(upstream);
        wipe(upstream.key);
    }
    opened.catalog.setUpstreams(std::move(upstreams));
    return {};
}

} // namespace

sql::Result<> load(Opened &opened)
{
    sql::Result<std::vector<Key>> keys = loadKeys(opened.database);
    sql::Result<std::vector<Alias>> aliases = loadAliases(opened.database);
    sql::Result<ByText<Spent>> spent = loadSpent(opened.database);
    const sql::Result<std::int64_t> last = lastUsageId(opened.database);
    if (!keys || !aliases || !spent || !last)
        return sql::fail(!keys ? keys.error() : !aliases ? aliases.error() : !spent ? spent.error() : last.error());
    opened.lastUsageId = *last;
    for (Key &key : *keys) {
        Spent &known = (*spent)[key.id];
        key.lastUsedUs = known.lastUsedUs;
        if (key.previous && known.previousUsedUs >= key.rotatedUs)
            key.previous->lastUsedUs = known.previousUsedUs;
        key.ledger.load(std::move(known.byMinute), known.lifetime);
        key.apply(wallMicros());
        opened.catalog.addKey(std::make_shared<Key>(std::move(key)));
    }
    for (Alias &alias : *aliases)
        opened.catalog.setAlias(std::move(alias));
    return {};
}

sql::Result<> merge(Opened &opened, Options &options)
{
    sql::Result<> done = mergeUpstreams(opened, options);
    for (std::size_t i = 0; done && i < options.aliases.size(); ++i)
        done = mergeAlias(opened, options.aliases[i]);
    for (std::size_t i = 0; done && i < options.aliases.size(); ++i) // they may name later ones
        done = checkFallbacks(opened, options.aliases[i]);
    for (std::size_t i = 0; done && i < options.keys.size(); ++i)
        done = mergeKey(opened, options.keys[i]);
    return done;
}

} // namespace proxy
