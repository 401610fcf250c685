// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/base_url.h"
#include <algorithm>

namespace proxy {

namespace {

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// RFC 3986, section 3.2.2: brackets stand around an IPv6 address, and nowhere else.
bool isHost(std::string_view host, bool bracketed)
{
    if (!bracketed)
        return !host.empty() && host.find_first_of("[]") == std::string_view::npos;
    return host.find(':') != std::string_view::npos
        && host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

// host or host:port or [v6]:port
bool readAuthority(std::string_view text, BaseUrl &url)
{
    const std::size_t close = text.starts_with('[') ? text.find(']') : 0;
    if (close == std::string_view::npos)
        return false;
    const std::size_t colon = text.find(':', close);
    if (close && close + 1 != std::min(colon, text.size()))
        return false;
    url.host = close ? text.substr(1, close - 1) : text.substr(0, colon);
    if (colon != std::string_view::npos)
        url.port = text.substr(colon + 1);
    return isHost(url.host, close) && (colon == std::string_view::npos || isPort(url.port));
}

} // namespace

std::string BaseUrl::authority() const
{
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    const bool usual = port == (tls ? "443" : "80");
    return usual ? name : name + ':' + port;
}

std::optional<BaseUrl> parseBaseUrl(std::string_view text)
{
    BaseUrl url;
    url.tls = text.starts_with("https://");
    if (!url.tls && !text.starts_with("http://"))
        return {};
    text.remove_prefix(url.tls ? 8 : 7);
    if (text.find_first_of("@?# \t\r\n\\") != std::string_view::npos)
        return {};
    const std::size_t slash = std::min(text.find('/'), text.size());
    url.port = url.tls ? "443" : "80";
    if (!readAuthority(text.substr(0, slash), url))
        return {};
    url.path = text.substr(slash);
    while (url.path.ends_with('/'))
        url.path.pop_back();
    return url;
}

} // namespace proxy
