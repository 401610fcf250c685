// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/key_standing.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"
#include "proxy/metrics_text.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr int nanoPlaces = 9;

void writeTime(JsonOut &out, const char *name, std::optional<std::int64_t> micros)
{
    out.text(name, micros ? std::optional(isoTime(*micros)) : std::nullopt);
}

void writeAmount(JsonOut &out, const char *name, std::int64_t nanos)
{
    out.key(name).raw(decimal(nanos, nanoPlaces));
}

// OpenRouter's word for a window; a rolling one keeps its own.
std::optional<std::string> resetOf(const std::string &window)
{
    if (window == "lifetime")
        return {};
    return window == "day" ? "daily" : window == "week" ? "weekly" : window == "month" ? "monthly" : window;
}

const BudgetLine *tightest(const std::vector<BudgetLine> &lines, std::int64_t now)
{
    const auto least = std::ranges::min_element(lines, {}, [now](const BudgetLine &line) { return line.freeAt(now); });
    return least == lines.end() ? nullptr : &*least;
}

void writeLimit(JsonOut &out, const BudgetLine *line, std::int64_t now)
{
    if (!line) {
        out.key("limit").null().key("limit_remaining").null().key("limit_reset").null().key("limit_resets_at").null();
        return;
    }
    writeAmount(out, "limit", line->capAt(now));
    writeAmount(out, "limit_remaining", line->freeAt(now));
    out.text("limit_reset", resetOf(line->budget().window));
    writeTime(out, "limit_resets_at", line->windowEnd(now));
}

void writeUsage(JsonOut &out, const Ledger &ledger, std::int64_t now)
{
    writeAmount(out, "usage", ledger.spent());
    for (const auto &[name, window] :
        {std::pair("usage_daily", "day"), std::pair("usage_weekly", "week"), std::pair("usage_monthly", "month")})
        writeAmount(out, name, ledger.spentSince(*Window::parse(window)->startAt(now)));
}

} // namespace

std::string standingJson(Key &key, std::int64_t now)
{
    JsonOut out;
    out.open('{').key("data").open('{').text("label", key.prefix + "..." + key.lastFour);
    out.text("name", key.settings.name);
    writeLimit(out, tightest(key.ledger.lines(now), now), now);
    writeUsage(out, key.ledger, now);
    writeTime(out, "created_at", key.createdUs);
    writeTime(out, "expires_at", key.settings.expiresUs);
    out.key("is_management_key").boolean(false).key("is_provisioning_key").boolean(false);
    return out.close('}').close('}').take();
}

} // namespace proxy
