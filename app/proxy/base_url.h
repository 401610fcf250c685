// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace proxy {

// The parts of an upstream's base URL.
struct BaseUrl
{
    bool tls = false;
    std::string host; // without brackets
    std::string port;
    std::string path; // without a slash at the end: "/v1"

    // The Host header.
    std::string authority() const;
};

// Empty unless it is http(s)://host[:port][/path] without user, query and fragment.
std::optional<BaseUrl> parseBaseUrl(std::string_view text);

} // namespace proxy
