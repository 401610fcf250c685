// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/seed.h"
#include "proxy/clock.h"
#include "proxy/scripted/scenarios.h"
#include "proxy/tables.h"
#include "sql/transaction.h"

namespace proxy {

namespace {

// What a small model costs: 0.15, 0.60 and 0.075 USD per million tokens.
const Price smallPrice{150'000'000, 600'000'000, 75'000'000, "2026-11-01"};

sql::Result<> seedScenarios(sql::Database &database)
{
    sql::Result<> done;
    for (const scripted::Scenario &scenario : scripted::scenarios()) {
        const std::string name(scenario.name);
        if (done)
            done = saveAlias(database, {{name, {{"scripted", name, 1}}, smallPrice}, "builtin"});
    }
    return done;
}

} // namespace

sql::Result<> seed(sql::Database &database, Seed seed)
{
    const sql::Result<std::string> before = fact(database, "seed");
    if (!before)
        return sql::fail(before.error());
    if (!before->empty())
        return {};
    sql::Result<sql::Transaction> transaction = sql::Transaction::begin(database);
    if (!transaction)
        return sql::fail(transaction.error());
    sql::Result<> done = seed == Seed::Demo ? seedDemo(database, wallMicros()) : seedScenarios(database);
    if (done)
        done = setFact(database, "seed", seed == Seed::Demo ? "demo" : "empty");
    return done ? transaction->commit() : done;
}

} // namespace proxy
