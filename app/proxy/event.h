// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace proxy {

// One line of the live request log: a data-plane request that has ended.
struct Event
{
    std::int64_t ts = 0; // arrival, microseconds since 1970, UTC
    std::string requestId;
    std::string method;
    std::string path;
    std::string key; // name; empty when no known key was given
    std::string alias;
    std::string upstream;
    std::string model;
    int status = 0;
    std::string errorClass; // empty when all went well
    std::string ended; // complete, client_left, upstream_cut, refused, limit, error
    bool streamed = false;
    std::optional<std::int64_t> inputTokens;
    std::optional<std::int64_t> outputTokens;
    std::optional<std::int64_t> costNanos;
    std::optional<std::int64_t> firstTokenMs;
    std::int64_t totalMs = 0;
};

} // namespace proxy
