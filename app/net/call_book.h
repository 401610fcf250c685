// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>
#include <functional>
#include <map>
#include <QByteArray>

namespace net {

// What is known of the calls under one limit. Times are milliseconds of one clock.
struct CallsMade
{
    std::deque<qint64> times; // in order; some may be to come
    qint64 closedUntil = 0; // the gateway wants no call before
    qint64 lastPause = 0; // milliseconds, after its last 429 that named no time; 0: something was served since

    friend bool operator==(const CallsMade &, const CallsMade &) = default;
};
using CallsByLane = std::map<QByteArray, CallsMade>;

// Where the programs of one machine that ask the same gateway count their calls together: gateways count by address.
// Times are milliseconds since 1970. Main thread.
class CallBook
{
public:
    virtual ~CallBook() = default;
    // Busy: somebody else is writing at this moment. Never: it cannot be kept, so that each counts alone.
    enum class Opened { Done, Busy, Never };
    // Hands what all have counted to `change` and keeps what that makes of it, as one step.
    virtual Opened open(const std::function<void(CallsByLane &)> &change) = 0;
};

} // namespace net
