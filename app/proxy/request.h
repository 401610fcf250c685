// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/cidr.h"
#include "proxy/digest.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace proxy {

// One HTTP request as the planes see it: views into the connection's buffers, alive until the answer is written.
struct Request
{
    std::string_view method;
    std::string_view target;
    std::string_view authorization;
    std::string_view xApiKey;
    std::string_view apiKey;
    std::string_view xGoogApiKey;
    std::string_view xModel;
    std::string_view anthropicVersion;
    std::string_view anthropicBeta;
    std::string_view clientRequestId; // X-Client-Request-Id, else X-Request-Id
    std::string_view otherRequestId; // X-Request-Id
    std::string_view idempotencyKey;
    std::string_view ifMatch; // this one and the next two: on the admin port only
    std::string_view ifNoneMatch;
    std::string_view contentType;
    std::string_view retryCount; // X-Stainless-Retry-Count: how often an SDK has tried before
    const char *body = nullptr; // with JSON padding behind it
    std::size_t size = 0;
    std::size_t capacity = 0;
    DigestMemory *secrets = nullptr; // of the connection; nullptr: none are remembered
    Address peer{}; // of the connection; a header never says it
    std::int64_t arrivedUs = 0; // wall clock
    std::int64_t startUs = 0; // steady clock

    std::string_view path() const { return target.substr(0, target.find('?')); }
    std::string_view query() const
    {
        const std::size_t at = target.find('?');
        return at == std::string_view::npos ? std::string_view() : target.substr(at + 1);
    }
    // The text behind "Bearer "; empty when there is none.
    std::string_view bearer() const;
};

// The value of a query member, percent-decoded; empty when it is not there.
std::string queryValue(std::string_view query, std::string_view name);
std::string percentDecoded(std::string_view text);
// Everything but letters, digits and -._~ as %XX.
std::string percentEncoded(std::string_view text);

} // namespace proxy
