// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/seed.h"
#include "proxy/tables.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace proxy {

namespace {

constexpr int days = 14;
constexpr int callsAtPeak = 60; // an hour, on a working day

struct DemoAlias
{
    const char *name;
    const char *model; // of the scripted upstream
    std::int64_t input, output, cached; // nanos per million
    int share; // of the calls
    int typicalInput, typicalOutput; // tokens
};

constexpr std::array aliases = {
    DemoAlias{"fast-chat", "test-echo", 150'000'000, 600'000'000, 75'000'000, 46, 620, 180},
    DemoAlias{"smart-chat", "test-echo", 2'500'000'000, 10'000'000'000, 1'250'000'000, 18, 1400, 420},
    DemoAlias{"long-context", "test-slow", 1'250'000'000, 5'000'000'000, 312'500'000, 6, 14'000, 700},
    DemoAlias{"code-review", "test-echo", 3'000'000'000, 15'000'000'000, 300'000'000, 10, 3200, 640},
    DemoAlias{"tools", "test-tools", 400'000'000, 1'600'000'000, 100'000'000, 12, 900, 120},
    DemoAlias{"draft", "test-slow", 50'000'000, 200'000'000, 25'000'000, 8, 400, 300},
};

struct DemoKey
{
    const char *name;
    const char *environment;
    const char *owner;
    int share; // of the calls
    bool enabled;
    int expiresInDays; // 0: never
};

constexpr std::array keys = {
    DemoKey{"shop-assistant", "production", "Shop team", 52, true, 0},
    DemoKey{"support-bot", "production", "Support team", 27, true, 120},
    DemoKey{"ci-review", "staging", "Build team", 15, true, 45},
    DemoKey{"old-prototype", "development", "Research team", 4, false, 0},
    DemoKey{"hackathon", "development", "Research team", 2, true, -3},
};

using Random = std::mt19937_64;

// The same on every machine, unlike the distributions of the standard library.
double unit(Random &random)
{
    return double(random() >> 11) * 0x1.0p-53;
}

// Around the typical value, never below one, with a long tail.
std::int64_t spread(Random &random, double typical)
{
    const double sum = unit(random) + unit(random) + unit(random) - 1.5;
    return std::max<std::int64_t>(1, std::int64_t(typical * std::exp(sum * 0.9)));
}

template<class Shares>
std::size_t pick(Random &random, const Shares &shares)
{
    int total = 0;
    for (const auto &one : shares)
        total += one.share;
    int at = int(unit(random) * total);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if ((at -= shares[i].share) < 0)
            return i;
    }
    return shares.size() - 1;
}

// How busy an hour is: a working day's curve, quieter at weekends.
double busyness(std::int64_t ts)
{
    const std::int64_t day = ts / microsPerDay;
    const double hour = double(ts % microsPerDay) / double(microsPerHour);
    const bool weekend = (day + 3) % 7 >= 5;
    const double curve =
        0.08 + std::exp(-std::pow((hour - 10.5) / 2.6, 2)) + 0.9 * std::exp(-std::pow((hour - 15.5) / 2.4, 2));
    return curve * (weekend ? 0.35 : 1.0);
}

struct Fault
{
    int share;
    int status;
    const char *errorClass;
    Ended ended;
};

constexpr std::array outcomes = {
    Fault{952, 200, nullptr, Ended::Complete},
    Fault{14, 429, "rate_limit", Ended::Error},
    Fault{9, 200, nullptr, Ended::ClientLeft},
    Fault{7, 503, "upstream", Ended::Error},
    Fault{6, 400, "bad_request", Ended::Refused},
    Fault{5, 200, "upstream", Ended::UpstreamCut},
    Fault{4, 504, "timeout", Ended::Error},
    Fault{3, 404, "model_not_found", Ended::Refused},
};

Price priceOf(const DemoAlias &alias)
{
    return {alias.input, alias.output, alias.cached, "2026-11-01"};
}

void fillTimes(Random &random, UsageRow &row)
{
    const std::int64_t output = row.tokens.output.value_or(0);
    row.firstByteMs = spread(random, row.status == 504 ? 60'000 : 240);
    if (row.streamed && row.status == 200)
        row.firstTokenMs = *row.firstByteMs + spread(random, 120);
    row.totalMs = row.firstTokenMs.value_or(*row.firstByteMs) + output * 9 + spread(random, 20);
}

void fillTokens(Random &random, const DemoAlias &alias, UsageRow &row)
{
    // A call that was cut or left tells no counts.
    if (row.ended != Ended::Complete) {
        row.costNanos = row.status >= 400 ? std::optional<std::int64_t>(0) : std::nullopt;
        return;
    }
    const std::int64_t input = spread(random, alias.typicalInput);
    const std::int64_t cached = unit(random) < 0.3 ? input / 2 : 0;
    row.tokens = {input, spread(random, alias.typicalOutput), cached, 0};
    row.costNanos = costOf(row.tokens, priceOf(alias));
    row.chargedNanos = row.costNanos.value_or(0);
}

UsageRow rowAt(Random &random, std::int64_t ts, const std::vector<Key> &issued)
{
    const DemoAlias &alias = aliases[pick(random, aliases)];
    const Key &key = issued[pick(random, keys)];
    const Fault &outcome = outcomes[pick(random, outcomes)];
    UsageRow row;
    row.ts = ts;
    row.keyId = key.id;
    row.key = key.settings.name;
    row.alias = alias.name;
    row.status = outcome.status;
    row.ended = outcome.ended;
    if (outcome.errorClass)
        row.errorClass = outcome.errorClass;
    if (outcome.ended != Ended::Refused) {
        row.upstream = "scripted";
        row.model = alias.model;
    }
    row.streamed = unit(random) < 0.7;
    row.sample = true;
    row.priceDate = "2026-11-01";
    fillTokens(random, alias, row);
    fillTimes(random, row);
    return row;
}

std::vector<UsageRow> sampleRows(std::int64_t now, const std::vector<Key> &issued)
{
    Random random(1);
    std::vector<UsageRow> rows;
    const std::int64_t first = now - now % microsPerHour - days * microsPerDay;
    for (std::int64_t hour = first; hour < now; hour += microsPerHour) {
        const std::int64_t calls = spread(random, callsAtPeak * busyness(hour) + 1);
        for (std::int64_t i = 0; i < calls; ++i) {
            const std::int64_t ts = hour + std::int64_t(unit(random) * double(microsPerHour));
            if (ts < now)
                rows.push_back(rowAt(random, ts, issued));
        }
    }
    std::ranges::sort(rows, {}, &UsageRow::ts);
    return rows;
}

sql::Result<> writeRows(sql::Database &database, std::vector<UsageRow> &rows)
{
    sql::Result<sql::Statement> insert = database.prepare(insertUsage);
    if (!insert)
        return sql::fail(insert.error());
    std::int64_t id = 0;
    for (UsageRow &row : rows) {
        row.id = ++id;
        row.requestId = "req_sample_" + std::to_string(1'000'000 + id);
        if (const sql::Result<> added = addUsage(*insert, row); !added)
            return added;
    }
    return {};
}

std::vector<Key> demoKeys(std::int64_t now)
{
    std::vector<Key> issued;
    for (const DemoKey &one : keys) {
        Key key = newKey(newSecret());
        key.settings.name = one.name;
        key.settings.enabled = one.enabled;
        if (one.expiresInDays != 0)
            key.settings.expiresUs = now + one.expiresInDays * microsPerDay;
        key.settings.passport = R"({"app":")" + std::string(one.name) + R"(","environment":")" + one.environment
            + R"(","owner":")" + one.owner + "\"}";
        key.createdUs = now - 20 * microsPerDay + std::int64_t(issued.size());
        key.origin = "sample";
        issued.push_back(std::move(key));
    }
    return issued;
}

// The first key has spent 92 % of its cap, the others have room.
void setBudgets(std::vector<Key> &issued, const std::vector<UsageRow> &rows)
{
    for (Key &key : issued) {
        std::int64_t spent = 0;
        for (const UsageRow &row : rows)
            spent += row.keyId == key.id ? row.chargedNanos : 0;
        const double share = &key == &issued.front() ? 0.92 : 0.35;
        key.settings.budgets = {
            {std::max<std::int64_t>(1'000'000'000, std::int64_t(double(spent) / share)), "lifetime"}};
    }
    issued[1].settings.budgets.push_back({20'000'000'000, "day"});
}

} // namespace

sql::Result<> seedDemo(sql::Database &database, std::int64_t now)
{
    std::vector<Key> issued = demoKeys(now);
    std::vector<UsageRow> rows = sampleRows(now, issued);
    setBudgets(issued, rows);
    sql::Result<> done = writeRows(database, rows);
    for (const DemoAlias &alias : aliases) {
        if (done)
            done = saveAlias(database, {{alias.name, {{"scripted", alias.model, 1}}, priceOf(alias)}, "sample"});
    }
    for (const Key &key : issued) {
        if (done)
            done = saveKey(database, key);
    }
    return done;
}

} // namespace proxy
