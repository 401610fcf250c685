// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/price.h"

namespace proxy {

// How a call ended.
enum class Ended { Complete, ClientLeft, UpstreamCut, Refused, Limit, Error };
const char *nameOf(Ended ended);

// One attempt of a call that had several: which route, and how it went.
struct Attempt
{
    std::string upstream;
    std::string model;
    int status = 0;
    std::string errorClass; // empty when all went well
    std::int64_t ms = 0; // how long it took until it was given up or answered
};

// One call as it is kept: a row of the usage table.
struct UsageRow
{
    std::int64_t id = 0; // given by the writer
    std::string requestId;
    std::int64_t ts = 0; // arrival, microseconds since 1970, UTC
    std::optional<std::string> keyId;
    std::optional<std::string> key;
    std::optional<std::string> owner; // of the key's passport at that time
    std::optional<std::string> alias;
    std::optional<std::string> upstream;
    std::optional<std::string> model;
    std::string family = "chat";
    std::string unit = "tokens"; // what a price counts; requests: nothing is generated
    int status = 0;
    std::optional<std::string> errorClass;
    Ended ended = Ended::Complete;
    bool streamed = false;
    Tokens tokens;
    std::optional<std::int64_t> costNanos;
    std::int64_t chargedNanos = 0; // counted against the caps: the cost, or an estimate where it is unknown
    std::optional<std::int64_t> firstByteMs;
    std::optional<std::int64_t> firstTokenMs;
    std::int64_t totalMs = 0;
    bool sample = false;
    bool previousSecret = false; // made with the secret that a rotation replaced
    std::optional<std::string> priceDate;
    int attempts = 1; // 0: refused before any
    std::string chain = "[]"; // JSON list of the attempts before the one that answered
};

} // namespace proxy
