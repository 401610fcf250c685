// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics.h"
#include "proxy/metrics_text.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

// The boundaries the conventions recommend; durations in milliseconds.
constexpr std::array<std::int64_t, 14> durations = {
    10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10'240, 20'480, 40'960, 81'920};
constexpr std::array<std::int64_t, 16> firstTokens = {
    1, 5, 10, 20, 40, 60, 80, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10'000};
constexpr std::array<std::int64_t, 14> tokenCounts = {
    1, 4, 16, 64, 256, 1024, 4096, 16'384, 65'536, 262'144, 1'048'576, 4'194'304, 16'777'216, 67'108'864};

const char *operationOf(std::string_view family)
{
    return family == "embeddings" ? "embeddings"
        : family == "images"      ? "image_generation"
        : family == "gemini"      ? "generate_content"
                                  : "chat";
}

std::string_view wordOf(const std::optional<std::string> &text)
{
    return text ? std::string_view(*text) : std::string_view();
}

bool isRouted(const UsageRow &row)
{
    return row.attempts > 0 && row.upstream && row.alias;
}

constexpr std::size_t mostKnown = 4 * Metrics::mostSeries;

// The counter or histogram of these labels; the common one when there are too many.
template<class All, class... Made>
auto *placeOf(All &all, const std::string &labels, const Made &...made)
{
    static const std::string common = "otel_metric_overflow=\"true\""; // as OpenTelemetry says it
    const bool fits = all.contains(labels) || all.size() < Metrics::mostSeries;
    return &all.try_emplace(fits ? labels : common, made...).first->second;
}

// Counts into a series that is looked up, by what makes its place, when it counts for the first time.
template<class Make>
void countIn(Histogram *&series, std::optional<std::int64_t> value, Make make)
{
    if (!value)
        return;
    if (!series)
        series = make();
    series->count(*value);
}

std::string with(std::string labels, std::string_view name, std::string_view value)
{
    addLabel(labels, name, value);
    return labels;
}

} // namespace

void Histogram::count(std::int64_t value)
{
    const auto bucket = std::ranges::lower_bound(m_bounds, value) - m_bounds.begin();
    if (std::size_t(bucket) < m_buckets.size())
        ++m_buckets[std::size_t(bucket)];
    ++m_count;
    m_sum += value;
}

void Histogram::write(MetricsText &out, const std::string &name, const std::string &labels, int places) const
{
    std::int64_t below = 0;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        std::string with = labels;
        addLabel(with, "le", decimal(m_bounds[i], places));
        out.sample(name + "_bucket", with, below += m_buckets[i]);
    }
    std::string all = labels;
    addLabel(all, "le", "+Inf");
    out.sample(name + "_bucket", all, m_count);
    out.sample(name + "_sum", labels, decimal(m_sum, places)).sample(name + "_count", labels, m_count);
}

void Metrics::count(const UsageRow &row)
{
    Series &series = seriesOf(row);
    ++*series.calls;
    if (series.refusals)
        ++*series.refusals;
    if (isRouted(row))
        countCall(row, series);
}

// All that labels are made of: configured names and our own words. The alias of a call without attempts is none.
Metrics::Series &Metrics::seriesOf(const UsageRow &row)
{
    m_words.assign(row.family).push_back('\0');
    m_words.append(wordOf(row.errorClass)).push_back('\0');
    if (isRouted(row)) {
        for (const std::optional<std::string> *name : {&row.alias, &row.upstream, &row.model})
            m_words.append(wordOf(*name)).push_back('\0');
    }
    m_words += char(row.ended);
    m_words += char(row.status & 0xff);
    m_words += char(row.status >> 8);
    if (const auto known = m_known.find(m_words); known != m_known.end())
        return known->second;
    if (m_known.size() >= mostKnown)
        m_known.clear();
    Series &made = m_known[m_words];
    std::string labels;
    addLabel(labels, "family", row.family);
    addLabel(labels, "status", std::to_string(row.status));
    addLabel(labels, "ended", nameOf(row.ended));
    made.calls = placeOf(m_calls, labels);
    if (row.ended == Ended::Refused)
        made.refusals = placeOf(m_refusals, with({}, "reason", row.errorClass.value_or("other")));
    return made;
}

std::string Metrics::labelsOf(const UsageRow &row) const
{
    const auto provider = m_providers.find(*row.upstream);
    std::string labels;
    addLabel(labels, "gen_ai_operation_name", operationOf(row.family));
    addLabel(labels, "gen_ai_provider_name", provider == m_providers.end() ? "_other" : provider->second);
    addLabel(labels, "gen_ai_request_model", *row.alias);
    addLabel(labels, "gen_ai_response_model", row.model.value_or(std::string()));
    addLabel(labels, "gatewright_upstream", *row.upstream);
    return labels;
}

void Metrics::countCall(const UsageRow &row, Series &series)
{
    countIn(series.durations, row.totalMs, [&] {
        return placeOf(
            m_durations, with(labelsOf(row), "error_type", row.errorClass.value_or(std::string())), durations);
    });
    countIn(series.firstTokens, row.firstTokenMs, [&] { return placeOf(m_firstTokens, labelsOf(row), firstTokens); });
    countIn(series.inputs, row.tokens.input,
        [&] { return placeOf(m_tokens, with(labelsOf(row), "gen_ai_token_type", "input"), tokenCounts); });
    countIn(series.outputs, row.tokens.output,
        [&] { return placeOf(m_tokens, with(labelsOf(row), "gen_ai_token_type", "output"), tokenCounts); });
    m_failovers += row.attempts - 1;
    m_unpriced += !row.costNanos;
    if (!series.spend)
        series.spend = placeOf(m_spend, with(with({}, "alias", *row.alias), "upstream", *row.upstream));
    *series.spend += row.costNanos.value_or(0);
}

void Metrics::write(MetricsText &out) const
{
    const auto histograms = [&out](const std::string &name, const char *help, const Histograms &all, int places) {
        out.head(name, "histogram", help);
        for (const auto &[labels, one] : all)
            one.write(out, name, labels, places);
    };
    const auto counters = [&out](const char *name, const char *help, const Counters &all) {
        out.head(name, "counter", help);
        for (const auto &[labels, value] : all)
            out.sample(name, labels, value);
    };
    histograms(
        "gen_ai_client_operation_duration_seconds", "From a call's arrival to the end of its answer.", m_durations, 3);
    histograms("gen_ai_server_time_to_first_token_seconds", "From a call's arrival to the first token of its stream.",
        m_firstTokens, 3);
    histograms("gen_ai_client_token_usage", "Tokens of a call, input with the cached ones, output with the reasoning.",
        m_tokens, 0);
    counters("gatewright_calls_total", "Data-plane requests that have ended: one usage row each.", m_calls);
    counters("gatewright_refusals_total", "Calls the gateway refused itself, by reason.", m_refusals);
    counters("gatewright_spend_nanos_total", "Cost of the calls in billionths of a US dollar.", m_spend);
    out.single("gatewright_unpriced_calls_total", "counter", "Calls whose cost is unknown.", m_unpriced);
    out.single("gatewright_failovers_total", "counter", "Further attempts of calls.", m_failovers);
}

} // namespace proxy
