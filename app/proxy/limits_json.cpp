// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_json.h"
#include "proxy/clock.h"
#include "proxy/settings_json.h"

namespace proxy {

namespace {

std::optional<std::string> timeOrNull(std::optional<std::int64_t> micros)
{
    return micros ? std::optional(isoTime(*micros)) : std::nullopt;
}

void writeBudgetLine(JsonOut &out, const Key &key, const BudgetLine &line, std::int64_t now)
{
    const Budget &budget = line.budget();
    const int soft = key.softReached(line, now);
    out.open('{').number("nanos", budget.nanos).text("window", budget.window);
    out.number("spent_nanos", line.spent()).number("reserved_nanos", line.reserved());
    out.number("free_nanos", line.freeAt(now)).number("cap_nanos", line.capAt(now));
    out.number("raise_nanos", budget.raiseNanos);
    out.text("raise_until", budget.raiseUntilUs ? std::optional(isoTime(budget.raiseUntilUs)) : std::nullopt);
    out.key("raise_in_force").boolean(line.capAt(now) != budget.nanos);
    out.number("soft_reached_percent", soft ? std::optional<std::int64_t>(soft) : std::nullopt);
    out.text("window_start", timeOrNull(line.windowStart())).text("resets_at", timeOrNull(line.windowEnd(now)));
    out.close('}');
}

void writeRate(JsonOut &out, const char *name, const RateLine &line, std::int64_t steadyUs)
{
    out.key(name);
    if (line.limit() == 0) {
        out.null();
        return;
    }
    out.open('{').number("limit", line.limit()).number("used", line.used(steadyUs));
    out.number("free", line.free(steadyUs)).number("full_in_ms", (line.resetUs(steadyUs) + 999) / 1000).close('}');
}

} // namespace

void writeBudgets(JsonOut &out, Key &key, std::int64_t now)
{
    out.key("budgets").open('[');
    for (const BudgetLine &line : key.ledger.lines(now))
        writeBudgetLine(out, key, line, now);
    out.close(']');
}

std::string limitsJson(Key &key, std::int64_t now, std::int64_t steadyUs)
{
    const std::int64_t parallel = key.settings.rates.parallel;
    const std::int64_t running = key.throttle.running();
    JsonOut out;
    out.open('{').text("key_id", key.id).text("name", key.settings.name).text("at", isoTime(now));
    out.text("currency", "USD")
        .number("spent_nanos", key.ledger.spent())
        .number("reserved_nanos", key.ledger.reserved());
    writeBudgets(out, key, now);
    writeRate(out, "requests_per_minute", key.throttle.requests(), steadyUs);
    writeRate(out, "tokens_per_minute", key.throttle.tokens(), steadyUs);
    out.number("parallel", parallel ? std::optional(parallel) : std::nullopt).number("running", running);
    out.number("parallel_free", parallel ? std::optional(std::max<std::int64_t>(0, parallel - running)) : std::nullopt);
    out.number("waiting", std::int64_t(key.waiting.size())).number("wait_ms", std::int64_t(key.settings.waitMs));
    return out.close('}').take();
}

} // namespace proxy
