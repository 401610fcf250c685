// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"
#include "net/http_options.h"
#include <functional>

namespace gateway {

// The steps of a connection test, in their order. The first that fails ends the test of its plane.
enum class TrialStep { Name, Connect, Encrypt, AdminSignIn, Keys, Usage, DataSignIn, Models };

struct TrialLine
{
    TrialStep step = TrialStep::Name;
    QString host; // of the first three; the others: empty
    std::optional<qint64> ms; // empty: not tried
    // Facts, in this order. Name: addresses. Connect: the proxy. Encrypt: protocol, last day of the certificate. AdminSignIn:
    // kind, version, evidence. Keys: how many, "more". Usage: rows. Models: how many, "public" (listed without a key too).
    QStringList found;
    std::optional<Failure> failure;
    bool skipped = false; // no secret, or this gateway does not have it
    QString why = {}; // of a skipped one: what the gateway said to it; empty: it was not asked
};

// Tries a connection out, reads only: the way to both hosts, both sign-ins, and what each shows. `tell` is called after
// each step. Main thread; `connection` outlives the task.
Task<QList<TrialLine>> tryOut(const Adapter &adapter, Connection connection, net::HttpOptions options,
    std::function<void(const TrialLine &)> tell = {});

} // namespace gateway
