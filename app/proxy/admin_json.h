// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/json_out.h"
#include "proxy/route_lines.h"
#include "proxy/usage_row.h"

namespace proxy {

class MetricsText;

// The admin API's values in JSON, as resources/gateway-openapi.json says.
std::string keyJson(Key &key, std::int64_t now);
// Everything that bounds a key, as it is now. The second time is of the steady clock.
std::string limitsJson(Key &key, std::int64_t now, std::int64_t steadyUs);
void writeBudgets(JsonOut &out, Key &key, std::int64_t now);
std::string aliasJson(const Alias &alias);
std::string routeStateJson(const RouteLine &line, const RouteState &state, std::int64_t nowMs);
std::string upstreamJson(const UpstreamConfig &upstream);
std::string usageJson(const UsageRow &row);
// The whole set-up at one moment, for export: no secret, but where each came from. Without the built-in aliases.
std::string configJson(const Catalog &catalog, const Limits &limits);
// {"items":[...],"next":...,"complete":...}
std::string pageJson(const std::vector<std::string> &items, const std::optional<std::string> &next, bool complete);

// Numbers of the status answer that change.
struct StatusFacts
{
    std::string version;
    std::int64_t startedUs = 0;
    std::string dataUrl;
    std::string adminUrl;
    std::string dbPath;
    std::int64_t rowsWritten = 0;
    std::int64_t rowsQueued = 0;
    std::int64_t rowsUnfiled = 0;
    std::int64_t rowsLost = 0;
    std::string dbError;
    std::int64_t requests = 0;
    std::int64_t connections = 0;
    std::int64_t openStreams = 0;
    std::vector<std::string> warnings;
    std::string seed;
    std::int64_t failingSinceUs = 0; // rows are lost since then; 0: they are written
    std::int64_t running = 0; // calls of all keys
    std::int64_t waiting = 0;
    std::int64_t reservedNanos = 0;
    std::int64_t restingRoutes = 0; // whose breaker is not closed
    Limits limits = {};
};
std::string statusJson(const StatusFacts &facts);
std::string healthJson(const StatusFacts &facts);
// As Prometheus text.
void writeGauges(MetricsText &out, const StatusFacts &facts);

} // namespace proxy
