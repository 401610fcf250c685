// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a client sees of each scripted model; tst_scenarios has a test that none is missing.
namespace rows {

struct StreamRow
{
    const char *model;
    const char *seen; // finish, done, usage, error, clean
    const char *ended;
};

inline constexpr const char *allThere = "finish done usage clean";
inline constexpr StreamRow streams[] = {
    {"test-echo", allThere, "complete"},
    {"test-slow", allThere, "complete"},
    {"test-slow-header", allThere, "complete"},
    {"test-prose", allThere, "complete"},
    {"test-refusal", allThere, "complete"},
    {"test-content-filter", allThere, "complete"},
    {"test-empty", allThere, "complete"},
    {"test-reasoning", allThere, "complete"},
    {"test-reasoning-only", allThere, "complete"},
    {"test-cached-prompt", allThere, "complete"},
    {"test-json-broken", allThere, "complete"},
    {"test-tools", allThere, "complete"},
    {"test-tools-parallel", allThere, "complete"},
    {"test-tools-interleaved", allThere, "complete"},
    {"test-tools-bad-json", allThere, "complete"},
    {"test-tools-whole", allThere, "complete"},
    {"test-tools-no-index", allThere, "complete"},
    {"test-tools-empty-id", allThere, "complete"},
    {"test-tools-stop", allThere, "complete"},
    {"test-comments", allThere, "complete"},
    {"test-crlf", allThere, "complete"},
    {"test-cr", allThere, "complete"},
    {"test-bom", allThere, "complete"},
    {"test-no-space", allThere, "complete"},
    {"test-split-data", allThere, "complete"},
    {"test-bytewise", allThere, "complete"},
    {"test-buffered", allThere, "complete"},
    {"test-duplicate-chunk", allThere, "complete"},
    {"test-bad-json-chunk", allThere, "complete"},
    {"test-huge-line", allThere, "complete"},
    {"test-no-done", "finish usage clean", "complete"},
    {"test-no-finish", "usage clean", "upstream_cut"},
    {"test-done-no-finish", "done usage clean", "upstream_cut"},
    {"test-odd-finish", allThere, "complete"},
    {"test-invented-stop", "finish done clean", "complete"},
    {"test-cut", "", "upstream_cut"},
    {"test-clean-cut", "clean", "upstream_cut"},
    {"test-stall", "", "limit"},
    {"test-mid-error", "error clean", "error"},
    {"test-mid-error-text", "error clean", "error"},
    {"test-event-error", "error clean", "error"},
    {"test-error-then-done", "done error clean", "error"},
    {"test-no-usage", "finish done clean", "complete"},
    {"test-usage-in-finish-chunk", allThere, "complete"},
    {"test-usage-unasked", allThere, "complete"},
    {"test-usage-with-choice", allThere, "complete"},
    {"test-duplicate-id", allThere, "complete"},
    {"test-cache", allThere, "complete"},
    {"test-no-id", allThere, "complete"},
    {"test-role-each-chunk", allThere, "complete"},
    {"test-azure-first-chunk", allThere, "complete"},
    {"test-obfuscation", allThere, "complete"},
};

inline constexpr const char *jsonType = "application/json";
inline constexpr const char *htmlType = "text/html; charset=utf-8";

struct RefusalRow
{
    const char *model;
    int status;
    const char *type;
    const char *header = "";
    const char *value = "";
};
inline constexpr RefusalRow refusals[] = {
    {"test-200-error", 200, jsonType},
    {"test-200-empty", 200, ""},
    {"test-html-200", 200, htmlType},
    {"test-400", 400, jsonType},
    {"test-400-should-retry", 400, jsonType, "x-should-retry", "true"},
    {"test-401", 401, jsonType},
    {"test-402", 402, jsonType},
    {"test-403", 403, jsonType},
    {"test-404", 404, jsonType},
    {"test-408", 408, jsonType},
    {"test-409", 409, jsonType},
    {"test-413-html", 413, htmlType},
    {"test-422", 422, jsonType},
    {"test-422-budget", 422, jsonType},
    {"test-429", 429, jsonType},
    {"test-429-retry-after", 429, jsonType, "retry-after", "1"},
    {"test-429-retry-after-ms", 429, jsonType, "retry-after-ms", "250"},
    {"test-429-retry-date", 429, jsonType},
    {"test-429-retry-long", 429, jsonType, "retry-after", "3600"},
    {"test-429-should-retry", 429, jsonType, "x-should-retry", "true"},
    {"test-429-should-not-retry", 429, jsonType, "x-should-retry", "false"},
    {"test-429-once", 429, jsonType, "retry-after-ms", "20"},
    {"test-429-twice", 429, jsonType, "retry-after-ms", "20"},
    {"test-429-empty", 429, ""},
    {"test-429-quota", 429, jsonType},
    {"test-500", 500, jsonType},
    {"test-500-html", 500, htmlType},
    {"test-502-html", 502, htmlType},
    {"test-503-overload", 503, jsonType, "retry-after", "2"},
    {"test-504", 504, jsonType},
    {"test-529", 529, jsonType},
    {"test-blocked-prompt", 400, jsonType},
};

// Those with a test of their own.
inline constexpr const char *others[] = {"test-not-streamed", "test-wrong-content-type", "test-hang-up"};

} // namespace rows
