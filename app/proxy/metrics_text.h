// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace proxy {

// Writes Prometheus text, version 0.0.4: first the head of a metric, then its samples.
class MetricsText final
{
public:
    MetricsText &head(std::string_view name, std::string_view type, std::string_view help);
    // labels: as labelsOf() makes them, may be empty.
    MetricsText &sample(std::string_view name, std::string_view labels, std::int64_t value);
    MetricsText &sample(std::string_view name, std::string_view labels, std::string_view value);
    // A metric of one sample.
    MetricsText &single(std::string_view name, std::string_view type, std::string_view help, std::int64_t value);

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

// Adds name="value" to labels; nothing when the value is empty, as Prometheus has it.
void addLabel(std::string &labels, std::string_view name, std::string_view value);
// 1500 with 3 places: 1.5
std::string decimal(std::int64_t value, int places);

} // namespace proxy
