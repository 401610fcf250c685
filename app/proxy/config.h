// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace proxy {

struct Event;

enum class UpstreamKind { Scripted, OpenAi, Anthropic, Gemini };

// A provider endpoint. The key stays in memory and is wiped with the gateway.
struct UpstreamConfig
{
    std::string name;
    UpstreamKind kind = UpstreamKind::Scripted;
    std::string baseUrl; // http(s)://host[:port]/v1, of Gemini /v1beta
    std::string key; // sent as its kind wants it; empty: none
    std::string caFile; // PEM; empty: the system's authorities
    std::string keyRef = {}; // where the key came from ("env:VAR"); only told, never used; empty: no key, or not known

    friend bool operator==(const UpstreamConfig &, const UpstreamConfig &) = default;
};

// Billionths of a US dollar per million tokens.
struct Price
{
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::optional<std::int64_t> cached; // empty: as input
    std::string date; // YYYY-MM-DD, "" when not known

    friend bool operator==(const Price &, const Price &) = default;
};

// How long one attempt may take; 0: as long as the gateway's limits say.
struct RouteTimes
{
    int connectMs = 0;
    int firstByteMs = 0;
    int idleMs = 0; // between two parts of the answer
    int totalMs = 0;

    friend bool operator==(const RouteTimes &, const RouteTimes &) = default;
};

// One way behind an alias.
struct RouteConfig
{
    std::string upstream;
    std::string model;
    int weight = 1;
    RouteTimes times = {};
    std::optional<Price> price = {}; // empty: the alias's
    bool fallback = false; // of an alias fallen back on: its price is its own. Set by the catalog, never written

    friend bool operator==(const RouteConfig &, const RouteConfig &) = default;
};

// Which route a call takes first; when it fails, the others follow in their order.
enum class Strategy { Weighted, Ordered, Cheapest, Fastest };

struct AliasConfig
{
    std::string name;
    std::vector<RouteConfig> routes;
    std::optional<Price> price; // empty: cost unknown
    std::vector<std::string> families = {}; // empty: all that its upstreams speak
    Strategy strategy = Strategy::Weighted;
    std::vector<std::string> fallbacks = {}; // aliases whose routes are tried when its own fail, in their order

    friend bool operator==(const AliasConfig &, const AliasConfig &) = default;
};

// A spend cap: window is lifetime, day, week, month or <N>h.
struct Budget
{
    std::int64_t nanos = 0;
    std::string window = "lifetime";
    std::int64_t raiseNanos = 0; // on top, until raiseUntilUs
    std::int64_t raiseUntilUs = 0;

    friend bool operator==(const Budget &, const Budget &) = default;
};

// What a key may do in a minute and at a time; 0: no limit.
struct RateLimits
{
    std::int64_t requestsPerMinute = 0;
    std::int64_t tokensPerMinute = 0;
    std::int64_t parallel = 0; // calls that run, streams included

    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

// Where a key may be used from, for and through; empty: no limit.
struct KeyScope
{
    std::vector<std::string> families;
    std::vector<std::string> upstreams;
    std::vector<std::string> cidrs;

    friend bool operator==(const KeyScope &, const KeyScope &) = default;
};

struct KeyConfig
{
    std::string name;
    std::optional<std::string> secret; // empty: kept if the name is known, else a new one is made
    std::vector<Budget> budgets;
    std::vector<std::string> aliases; // empty: every alias
    std::optional<std::int64_t> expiresUs; // microseconds since 1970, UTC
    bool enabled = true;
    KeyScope scope = {};
    RateLimits rates = {};
    std::vector<int> softPercents = {}; // of a budget: told when reached
    int waitMs = 0; // how long a call waits for room instead of being refused
    std::string secretRef = {}; // where the secret came from; only told, never used
    std::optional<std::string> passport = {}; // a JSON object; empty: kept if the name is known, else none

    friend bool operator==(const KeyConfig &, const KeyConfig &) = default;
};

enum class Seed { Empty, Demo };

// Time and size limits; tests make them small.
struct Limits
{
    int headMs = 15'000;
    int bodyMs = 60'000;
    int idleMs = 75'000;
    int writeMs = 60'000;
    int connectMs = 10'000;
    int silenceMs = 120'000; // of an upstream
    int totalMs = 1'800'000; // of one attempt
    int mostAttempts = 4; // of one call
    int retryPercent = 20; // further attempts for each hundred calls, over all
    int retryBurst = 50; // further attempts that are free at the start
    int breakerFailures = 5; // in a row, then a route rests
    int breakerRestMs = 10'000;
    std::size_t bodyBytes = 32U << 20;
    std::size_t headFields = 100; // header lines of a request
    std::int64_t connections = 2'000; // at a time, on each of the two ports
    std::int64_t connectionRequests = 100'000; // then a connection is closed
    std::int64_t databasePages = 0; // PRAGMA max_page_count; 0: no limit
    std::int64_t wholeCheckBytes = 16 << 20; // a larger database is checked whole only after a crash

    friend bool operator==(const Limits &, const Limits &) = default;
};

// What a gateway is started with.
struct Options
{
    std::string host = "127.0.0.1"; // loopback, unless TLS is served or plain HTTP is allowed there
    std::string certFile; // PEM: serve TLS on both ports
    std::string keyFile;
    bool insecureListen = false; // plain HTTP beyond loopback
    std::uint16_t dataPort = 0; // 0: any
    std::uint16_t adminPort = 0;
    std::string dbPath;
    std::string adminKey;
    std::vector<UpstreamConfig> upstreams; // "scripted" is always there
    std::vector<AliasConfig> aliases; // win over the database by name
    std::vector<KeyConfig> keys; // win over the database by name
    Seed seed = Seed::Empty; // acts on a new database only
    Limits limits;
    // Called on the gateway's thread with what happened, at most every 40 ms.
    std::function<void(std::vector<Event>)> onEvents;
};

} // namespace proxy
