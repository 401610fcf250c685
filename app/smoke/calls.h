// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/recorder.h"
#include "smoke/stream_facts.h"

namespace smoke {

// A plain chat call, its parameters adapted where the specification allows it.
struct Answer
{
    QJsonObject body; // as sent last
    QString nonce;
    net::Exchange exchange;
    Reply reply;
};
Task<Answer> chat(Bench &bench, QString label, QJsonObject body, QString nonce);

// A streamed one. `enough` ends it from our side as soon as it says so; empty: it runs to its end.
using Enough = std::function<bool(const StreamFacts &, const net::Frame &)>;
struct Streamed
{
    net::Exchange exchange;
    StreamFacts facts;
    qint64 maxTokens = 0; // as sent last
    bool closedByUs = false;
    qint64 closeNs = 0; // how long closing took
};
Task<Streamed> streamChat(Bench &bench, QString label, QJsonObject body, QString nonce, Enough enough);

} // namespace smoke
