// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"

namespace smoke {

// What the probes of T07g brought: calls with a key that was given up, one after the other.
struct RevocationFacts
{
    enum class Probe { Admitted, Refused, Undecided };

    net::Exchange control; // a key that never existed, the same way
    net::Exchange last;
    int admitted = 0;
    int refused = 0;
    int undecided = 0; // neither: a rate limit, a fault, nobody there
    int running = 0; // refusals in a row, up to now
    int swings = 0; // admitted once more after a refusal: several workers, not all of which know
    std::chrono::milliseconds lastAdmitted{0}; // after the first probe
    std::chrono::milliseconds tried{0}; // in all
    bool byChat = false; // by one-token chats; else by the model list

    // after: how long after the first probe.
    void take(const net::Exchange &exchange, std::chrono::milliseconds after);
    bool proven() const { return running >= refusalsWanted; }

    static constexpr int refusalsWanted = 5;
};

RevocationFacts::Probe probeOf(const net::Exchange &exchange);
// What the calls of a T07g brought so far, in their order; one that still runs is left out.
RevocationFacts factsSoFar(const QList<Evidence> &calls);
void judgeRevocation(const RevocationFacts &facts, Verdict &verdict); // T07.V8

} // namespace smoke
