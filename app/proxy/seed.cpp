// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/seed.h"
#include "proxy/clock.h"
#include "proxy/scripted/scenarios.h"
#include "proxy/tables.h"
#include "sql/transaction.h"
#include <algorithm>

namespace proxy {

namespace {

// What a small model costs: 0.15, 0.60 and 0.075 USD per million tokens.
const Price smallPrice{150'000'000, 600'000'000, 75'000'000, "2026-11-01"};

std::string namesOfAll()
{
    std::string all;
    for (const scripted::Scenario &scenario : scripted::scenarios())
        all += std::string(scenario.name) + '\n';
    return all;
}

bool isNamed(const std::string &names, const std::string &name)
{
    return names.starts_with(name + '\n') || names.find('\n' + name + '\n') != std::string::npos;
}

// An alias for each scripted model this file was never given one for; one that was removed stays away.
sql::Result<> seedScenarios(sql::Database &database, const std::string &given)
{
    const sql::Result<std::vector<Alias>> aliases = loadAliases(database);
    if (!aliases)
        return sql::fail(aliases.error());
    sql::Result<> done;
    for (const scripted::Scenario &scenario : scripted::scenarios()) {
        const std::string name(scenario.name);
        const bool there = isNamed(given, name)
            || std::ranges::any_of(*aliases, [&name](const Alias &alias) { return alias.config.name == name; });
        if (done && !there)
            done = saveAlias(database, {{name, {{"scripted", name, 1}}, smallPrice}, "builtin"});
    }
    return done ? setFact(database, "scenarios", namesOfAll()) : done;
}

} // namespace

sql::Result<> seed(sql::Database &database, Seed seed)
{
    const sql::Result<std::string> before = fact(database, "seed");
    if (!before)
        return sql::fail(before.error());
    const sql::Result<std::string> given = fact(database, "scenarios");
    if (!given)
        return sql::fail(given.error());
    if (*before == "demo" || (!before->empty() && *given == namesOfAll()))
        return {};
    const bool demo = before->empty() && seed == Seed::Demo;
    sql::Result<sql::Transaction> transaction = sql::Transaction::begin(database);
    if (!transaction)
        return sql::fail(transaction.error());
    sql::Result<> done = demo ? seedDemo(database, wallMicros()) : seedScenarios(database, *given);
    if (done)
        done = setFact(database, "seed", demo ? "demo" : "empty");
    return done ? transaction->commit() : done;
}

} // namespace proxy
