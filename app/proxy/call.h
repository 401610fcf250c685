// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/body_scan.h"
#include "proxy/catalog.h"
#include "proxy/errors.h"
#include "proxy/family.h"
#include "proxy/meter.h"
#include "proxy/request.h"
#include "proxy/scripted/script.h"
#include <variant>

namespace proxy {

// A finished answer of the gateway itself.
struct Reply
{
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers = {};
};

// A request to send on: the body goes out with the bytes of its model value replaced.
struct Forward
{
    const UpstreamConfig *upstream = nullptr;
    std::string_view path; // behind the base URL
    std::string ownPath; // instead, where it names the model
    std::string model; // JSON, in quotes
    std::size_t modelStart = 0;
    std::size_t modelLength = 0;
};

// There is no room now, but may be soon: ask again within the time, or be refused so.
struct Held
{
    Refusal refusal;
    std::int64_t waitMs = 0; // at most, until the next try
};

using Answer = std::variant<Reply, scripted::Script, Forward, Held>;

// One data-plane request from its arrival to its row.
struct Call
{
    std::string_view method; // of the request, as is the path
    std::string_view path;
    std::string words; // holds both, once the request is let go
    std::int64_t startUs = 0; // steady clock
    UsageRow row;
    std::shared_ptr<Key> key;
    Endpoint endpoint;
    Family skin = Family::Chat; // in whose words the gateway itself answers
    BodyScan scan;
    std::shared_ptr<Alias> alias;
    std::string pinned; // the route x-model asked for; no other is tried
    const RouteConfig *route = nullptr; // of the running attempt, or the last; lives as long as the alias here does
    RouteTimes times; // its limits, all of them set
    int attempts = 0; // with the running one
    std::vector<const RouteConfig *> tried; // in vain
    std::vector<Attempt> chain; // the attempts that were given up
    std::int64_t attemptUs = 0; // steady clock
    bool routed = false; // an attempt runs whose health is not told yet
    std::optional<Price> price;
    std::int64_t reserved = 0;
    bool holds = false; // a reservation is held
    std::int64_t tokenBound = 0; // reserved with it, of the tokens a minute
    std::int64_t patientUntilMs = 0; // steady clock; 0: has not waited yet
    std::int64_t promptTokens = 0; // estimate
    Meter meter;

    std::int64_t elapsedMs() const;
};

} // namespace proxy
