// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics_text.h"

namespace proxy {

MetricsText &MetricsText::head(std::string_view name, std::string_view type, std::string_view help)
{
    m_text.append("# HELP ").append(name).append(" ").append(help);
    m_text.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
    return *this;
}

MetricsText &MetricsText::sample(std::string_view name, std::string_view labels, std::int64_t value)
{
    return sample(name, labels, std::to_string(value));
}

MetricsText &MetricsText::sample(std::string_view name, std::string_view labels, std::string_view value)
{
    m_text.append(name);
    if (!labels.empty())
        m_text.append("{").append(labels).append("}");
    m_text.append(" ").append(value).append("\n");
    return *this;
}

MetricsText &MetricsText::single(
    std::string_view name, std::string_view type, std::string_view help, std::int64_t value)
{
    return head(name, type, help).sample(name, {}, value);
}

void addLabel(std::string &labels, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    labels.append(labels.empty() ? "" : ",").append(name).append("=\"");
    for (const char c : value) {
        if (c == '\\' || c == '"')
            labels += '\\';
        if (c == '\n')
            labels += "\\n";
        else
            labels += c;
    }
    labels += '"';
}

std::string decimal(std::int64_t value, int places)
{
    std::string text = std::to_string(value);
    if (places == 0)
        return text;
    if (text.size() <= std::size_t(places))
        text.insert(0, std::size_t(places) + 1 - text.size(), '0');
    text.insert(text.size() - std::size_t(places), 1, '.');
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace proxy
