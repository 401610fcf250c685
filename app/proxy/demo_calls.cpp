// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/demo.h"
#include <algorithm>
#include <cmath>
#include <random>

namespace proxy::demo {

namespace {

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

template<class Items, class Share>
std::size_t pick(Random &random, const Items &items, Share share)
{
    int total = 0;
    for (const auto &one : items)
        total += share(one);
    int at = int(unit(random) * total);
    for (std::size_t i = 0; i < items.size(); ++i) {
        at -= share(items[i]);
        if (at < 0)
            return i;
    }
    return items.size() - 1;
}

double bell(double hour, double middle, double width)
{
    return std::exp(-std::pow((hour - middle) / width, 2));
}

// How busy an hour of the day is, 1 at its peak.
double dayShape(Rhythm rhythm, double hour)
{
    switch (rhythm) {
    case Rhythm::Office:
        return 0.05 + bell(hour, 10.5, 2.4) + 0.85 * bell(hour, 15.5, 2.2);
    case Rhythm::Evening:
        return 0.10 + 0.45 * bell(hour, 12.5, 2.5) + bell(hour, 19.5, 2.6);
    case Rhythm::Pipeline: // the build of every night, and those of the day
        return 0.04 + 1.2 * bell(hour, 2.5, 0.7) + 0.7 * bell(hour, 14.0, 3.5);
    case Rhythm::Burst:
        break;
    }
    return 0.1 + bell(hour, 16.0, 4.0);
}

// How busy a day of the week is, Monday first.
double weekShape(Rhythm rhythm, std::int64_t day)
{
    static constexpr std::array<double, 7> office = {1.05, 1.12, 1.0, 0.97, 0.78, 0.16, 0.12};
    static constexpr std::array<double, 7> evening = {0.85, 0.85, 0.9, 0.95, 1.15, 1.3, 1.1};
    const std::size_t weekday = std::size_t((day + 3) % 7); // 1970-01-01 was a Thursday
    return rhythm == Rhythm::Evening ? evening[weekday] : rhythm == Rhythm::Burst ? 1.0 : office[weekday];
}

// Calls of a key to expect in the hour that begins then.
double expected(const KeyPlan &key, std::int64_t hour, std::int64_t now)
{
    const std::int64_t age = (now - hour) / microsPerDay;
    if (age > key.firstDay || age < key.lastDay)
        return 0;
    const double growth = 1.1 - 0.006 * double(age);
    const double time = double(hour % microsPerDay) / double(microsPerHour) + 0.5;
    return key.callsAtPeak * growth * weekShape(key.rhythm, hour / microsPerDay) * dayShape(key.rhythm, time);
}

struct Outcome
{
    int share;
    int shareInTrouble;
    int status;
    const char *errorClass;
    Ended ended;
};

constexpr std::array outcomes = {
    Outcome{962, 520, 200, nullptr, Ended::Complete},
    Outcome{8, 280, 429, "rate_limit", Ended::Error},
    Outcome{9, 20, 200, nullptr, Ended::ClientLeft},
    Outcome{5, 40, 503, "upstream", Ended::Error},
    Outcome{6, 6, 400, "bad_request", Ended::Refused},
    Outcome{4, 110, 200, "upstream", Ended::UpstreamCut},
    Outcome{3, 20, 504, "timeout", Ended::Error},
    Outcome{3, 4, 404, "model_not_found", Ended::Refused},
};

// The upstream was in trouble for an hour: the last working day before today, and one three weeks earlier.
bool inTrouble(std::int64_t ts, std::int64_t now)
{
    std::int64_t day = now / microsPerDay - 1;
    while ((day + 3) % 7 >= 5)
        --day;
    const std::int64_t at = ts / microsPerHour;
    return at == day * 24 + 15 || at == (day - 21) * 24 + 10;
}

void fillTimes(Random &random, UsageRow &row, bool slow)
{
    const std::int64_t output = row.tokens.output.value_or(0);
    row.firstByteMs = spread(random, row.status == 504 ? 60'000 : slow ? 1'900 : 240);
    if (row.streamed && row.status == 200)
        row.firstTokenMs = *row.firstByteMs + spread(random, 120);
    row.totalMs = row.firstTokenMs.value_or(*row.firstByteMs) + output * (slow ? 21 : 9) + spread(random, 20);
}

void fillTokens(Random &random, const Alias &alias, UsageRow &row)
{
    // A call that was cut or left tells no counts.
    if (row.ended != Ended::Complete) {
        row.costNanos = row.status >= 400 ? std::optional<std::int64_t>(0) : std::nullopt;
        return;
    }
    const std::int64_t input = spread(random, alias.typicalInput);
    const std::int64_t cached = unit(random) < 0.3 ? input / 2 : 0;
    row.tokens = {input, spread(random, alias.typicalOutput), cached, 0};
    row.costNanos = costOf(row.tokens, alias.price);
    row.chargedNanos = row.costNanos.value_or(0);
}

UsageRow callAt(Random &random, std::int64_t ts, std::int64_t now, const KeyPlan &plan, const Key &key)
{
    const bool trouble = inTrouble(ts, now);
    const Alias &alias = aliases()[pick(random, plan.shares, [](int share) { return share; })];
    const Outcome &outcome = outcomes[pick(
        random, outcomes, [trouble](const Outcome &one) { return trouble ? one.shareInTrouble : one.share; })];
    UsageRow row;
    row.ts = ts;
    row.keyId = key.id;
    row.key = key.settings.name;
    row.owner = plan.owner;
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
    row.priceDate = alias.price.date;
    fillTokens(random, alias, row);
    fillTimes(random, row, trouble);
    return row;
}

} // namespace

const std::array<Alias, aliasCount> &aliases()
{
    static const std::array<Alias, aliasCount> all = {{
        {"fast-chat", "test-echo", {150'000'000, 600'000'000, 75'000'000, "2026-11-01"}, 620, 180},
        {"smart-chat", "test-echo", {2'500'000'000, 10'000'000'000, 1'250'000'000, "2026-11-01"}, 1400, 420},
        {"long-context", "test-slow", {1'250'000'000, 5'000'000'000, 312'500'000, "2026-11-01"}, 14'000, 700},
        {"code-review", "test-echo", {3'000'000'000, 15'000'000'000, 300'000'000, "2026-11-01"}, 3200, 640},
        {"tools", "test-tools", {400'000'000, 1'600'000'000, 100'000'000, "2026-11-01"}, 900, 120},
        {"draft", "test-slow", {50'000'000, 200'000'000, 25'000'000, "2026-11-01"}, 400, 300},
    }};
    return all;
}

const std::array<KeyPlan, keyCount> &keys()
{
    static const std::array<KeyPlan, keyCount> all = {{
        {"shop-assistant", "production", "Shop team", Rhythm::Evening, 24, {55, 20, 0, 0, 20, 5}, days, 0, true, 0, 92},
        {"support-bot", "production", "Support team", Rhythm::Office, 17, {50, 25, 15, 0, 10, 0}, days, 0, true, 120,
            58},
        {"ci-review", "staging", "Build team", Rhythm::Pipeline, 9, {10, 0, 5, 80, 5, 0}, days, 0, true, 45, 9},
        {"old-prototype", "development", "Research team", Rhythm::Office, 5, {20, 20, 0, 0, 0, 60}, days, 11, false, 0,
            35},
        {"hackathon", "development", "Research team", Rhythm::Burst, 11, {40, 30, 0, 0, 20, 10}, 6, 3, true, -3, 71},
    }};
    return all;
}

std::vector<UsageRow> calls(std::int64_t now, const std::vector<Key> &issued)
{
    Random random(1);
    std::vector<UsageRow> rows;
    const std::int64_t first = now - now % microsPerHour - days * microsPerDay;
    for (std::int64_t hour = first; hour < now; hour += microsPerHour) {
        for (std::size_t k = 0; k < keys().size(); ++k) {
            const KeyPlan &plan = keys()[k];
            const std::int64_t count = spread(random, 1 + expected(plan, hour, now)) - 1;
            for (std::int64_t i = 0; i < count; ++i) {
                const std::int64_t ts = hour + std::int64_t(unit(random) * double(microsPerHour));
                const bool used = ts < now - plan.lastDay * microsPerDay && ts >= now - plan.firstDay * microsPerDay;
                if (used)
                    rows.push_back(callAt(random, ts, now, plan, issued[k]));
            }
        }
    }
    std::ranges::sort(rows, {}, &UsageRow::ts);
    return rows;
}

} // namespace proxy::demo
