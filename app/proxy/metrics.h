// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_row.h"
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proxy {

class MetricsText;

// Counts in buckets, as Prometheus tells them. Whole numbers only, so that sums equal those of the rows.
class Histogram final
{
public:
    explicit Histogram(std::span<const std::int64_t> bounds) : m_bounds(bounds), m_buckets(bounds.size()) {}
    void count(std::int64_t value);
    // places: decimal places of the values told.
    void write(MetricsText &out, const std::string &name, const std::string &labels, int places) const;

private:
    std::span<const std::int64_t> m_bounds;
    std::vector<std::int64_t> m_buckets;
    std::int64_t m_count = 0;
    std::int64_t m_sum = 0;
};

// What the usage rows since the start add up to. Names after the OpenTelemetry GenAI conventions where there is one.
// Labels hold configured names only, never what a caller sent, and at most mostSeries combinations. On one thread.
class Metrics final
{
public:
    using Providers = std::map<std::string, std::string, std::less<>>; // by upstream
    static constexpr std::size_t mostSeries = 500;

    explicit Metrics(Providers providers) : m_providers(std::move(providers)) {}
    void count(const UsageRow &row);
    void write(MetricsText &out) const;

private:
    using Histograms = std::map<std::string, Histogram>; // by labels
    using Counters = std::map<std::string, std::int64_t>;

    // Where rows that say the same words count: found once, as labels are dear to make. None is there before it counts.
    struct Series
    {
        std::int64_t *calls = nullptr;
        std::int64_t *refusals = nullptr;
        std::int64_t *spend = nullptr;
        Histogram *durations = nullptr;
        Histogram *firstTokens = nullptr;
        Histogram *inputs = nullptr;
        Histogram *outputs = nullptr;
    };

    Series &seriesOf(const UsageRow &row);
    void countCall(const UsageRow &row, Series &series);
    std::string labelsOf(const UsageRow &row) const;

    Providers m_providers;
    std::string m_words; // of the row that is counted
    std::unordered_map<std::string, Series> m_known; // by words
    Histograms m_durations;
    Histograms m_firstTokens;
    Histograms m_tokens;
    Counters m_calls;
    Counters m_refusals;
    Counters m_spend;
    std::int64_t m_failovers = 0;
    std::int64_t m_unpriced = 0;
};

} // namespace proxy
