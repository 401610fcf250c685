// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/demo.h"
#include "proxy/seed.h"
#include "proxy/tables.h"
#include "proxy/usage_writer.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::int64_t cent = 10'000'000; // nanos

sql::Result<> writeRows(sql::Database &database, std::vector<UsageRow> &rows)
{
    std::int64_t id = 0;
    for (UsageRow &row : rows) {
        row.id = ++id;
        row.requestId = "req_sample_" + std::to_string(1'000'000 + id);
    }
    UsageWriter writer(database);
    return writer.write(rows);
}

std::vector<Key> demoKeys(std::int64_t now)
{
    std::vector<Key> issued;
    for (const demo::KeyPlan &plan : demo::keys()) {
        Key key = newKey(newSecret());
        key.settings.name = plan.name;
        key.settings.enabled = plan.enabled;
        if (plan.expiresInDays != 0)
            key.settings.expiresUs = now + plan.expiresInDays * microsPerDay;
        key.settings.passport = R"({"app":")" + std::string(plan.name) + R"(","environment":")" + plan.environment
            + R"(","owner":")" + plan.owner + "\"}";
        key.createdUs = now - (plan.firstDay + 1) * microsPerDay + std::int64_t(issued.size());
        key.origin = "sample";
        issued.push_back(std::move(key));
    }
    return issued;
}

// Caps in whole cents of which each key has spent another share.
void setBudgets(std::vector<Key> &issued, const std::vector<UsageRow> &rows)
{
    for (std::size_t i = 0; i < issued.size(); ++i) {
        std::int64_t spent = 0;
        for (const UsageRow &row : rows)
            spent += row.keyId == issued[i].id ? row.chargedNanos : 0;
        const std::int64_t cap = spent * 100 / demo::keys()[i].spentPercent;
        issued[i].settings.budgets = {{std::max(cent, (cap + cent / 2) / cent * cent), "lifetime"}};
    }
    issued[1].settings.budgets.push_back({20'000'000'000, "day"});
}

} // namespace

sql::Result<> seedDemo(sql::Database &database, std::int64_t now)
{
    std::vector<Key> issued = demoKeys(now);
    std::vector<UsageRow> rows = demo::calls(now, issued);
    setBudgets(issued, rows);
    sql::Result<> done = writeRows(database, rows);
    for (const demo::Alias &alias : demo::aliases()) {
        if (done)
            done = saveAlias(database, {{alias.name, {{"scripted", alias.model, 1}}, alias.price}, "sample"});
    }
    for (const Key &key : issued) {
        if (done)
            done = saveKey(database, key);
    }
    return done;
}

} // namespace proxy
