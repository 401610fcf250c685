// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_json.h"
#include "proxy/clock.h"
#include "proxy/metrics_text.h"
#include <unistd.h>

namespace proxy {

namespace {

void writer(JsonOut &out, const StatusFacts &facts)
{
    const std::int64_t since = facts.failingSinceUs;
    out.number("rows_written", facts.rowsWritten).number("rows_queued", facts.rowsQueued);
    out.number("rows_unfiled", facts.rowsUnfiled);
    out.number("rows_lost", facts.rowsLost);
    out.text("rows_lost_since", since ? std::optional(isoTime(since)) : std::nullopt);
    out.text("db_error", facts.dbError.empty() ? std::nullopt : std::optional(facts.dbError));
}

} // namespace

std::string statusJson(const StatusFacts &facts)
{
    JsonOut out;
    out.open('{').text("version", facts.version).text("started_at", isoTime(facts.startedUs));
    out.text("data_url", facts.dataUrl).text("admin_url", facts.adminUrl).text("db_path", facts.dbPath);
    out.number("pid", std::int64_t(getpid()));
    writer(out, facts);
    out.number("requests", facts.requests).number("connections", facts.connections);
    out.number("open_streams", facts.openStreams).number("running", facts.running).number("waiting", facts.waiting);
    out.key("warnings").open('[');
    for (const std::string &warning : facts.warnings)
        out.text(warning);
    return out.close(']').text("seed", facts.seed).close('}').take();
}

// Calls go on when rows are lost or routes rest: that is degraded, not down.
std::string healthJson(const StatusFacts &facts)
{
    const bool degraded = facts.failingSinceUs != 0 || facts.restingRoutes > 0;
    JsonOut out;
    out.open('{').text("status", degraded ? "degraded" : "ok");
    writer(out, facts);
    return out.number("resting_routes", facts.restingRoutes).close('}').take();
}

void writeGauges(MetricsText &out, const StatusFacts &facts)
{
    std::string version;
    addLabel(version, "version", facts.version);
    out.head("gatewright_build_info", "gauge", "The running version.");
    out.sample("gatewright_build_info", version, std::int64_t(1));
    out.head("gatewright_start_time_seconds", "gauge", "When the gateway began to listen, since 1970.");
    out.sample("gatewright_start_time_seconds", {}, decimal(facts.startedUs / 1000, 3));
    out.single("gatewright_requests_received_total", "counter", "Data-plane requests that have begun.", facts.requests);
    out.single("gatewright_calls_in_flight", "gauge", "Calls that run now.", facts.running);
    out.single("gatewright_calls_waiting", "gauge", "Calls that wait for room in their key's limits.", facts.waiting);
    out.single("gatewright_reserved_nanos", "gauge", "Held back for calls that run now.", facts.reservedNanos);
    out.single("gatewright_open_streams", "gauge", "Streams that run now.", facts.openStreams);
    out.single("gatewright_connections", "gauge", "Open client connections.", facts.connections);
    out.single("gatewright_usage_rows_written_total", "counter", "Usage rows in the database.", facts.rowsWritten);
    out.single("gatewright_usage_rows_unfiled", "gauge", "Usage rows written that are not in their table yet.",
        facts.rowsUnfiled);
    out.single("gatewright_usage_rows_queued", "gauge", "Usage rows that wait for the writer.", facts.rowsQueued);
    out.single("gatewright_usage_rows_lost_total", "counter", "Usage rows that could not be written.", facts.rowsLost);
    out.single(
        "gatewright_usage_rows_failing", "gauge", "1 while usage rows cannot be written.", facts.failingSinceUs != 0);
    out.single("gatewright_resting_routes", "gauge", "Routes whose breaker is not closed.", facts.restingRoutes);
}

} // namespace proxy
