// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/request.h"
#include <cctype>
#include <charconv>
#include <strings.h>

namespace proxy {

std::string_view Request::bearer() const
{
    if (authorization.size() <= 7 || strncasecmp(authorization.data(), "Bearer ", 7) != 0)
        return {};
    return authorization.substr(7);
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const bool coded = text[i] == '%' && text.size() - i > 2
            && std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
        out += coded ? char(value) : text[i];
        i += coded ? 2 : 0;
    }
    return out;
}

std::string percentEncoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '-' || c == '.' || c == '_' || c == '~')
            out += c;
        else
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

std::string queryValue(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return percentDecoded(pair.substr(name.size() + 1));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
    }
    return {};
}

} // namespace proxy
