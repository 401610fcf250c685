// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"

namespace smoke {

// What the probes of T07g brought: calls with a key that was given up, one after the other.
struct RevocationFacts
{
    enum class Probe { Admitted, Refused, Undecided };

    std::optional<GivenUp> act; // the times count from it; empty: it is not known, they count from the first probe
    net::Exchange control; // a key that never existed, the same way
    net::Exchange last;
    int admitted = 0;
    int refused = 0;
    int undecided = 0; // neither: a rate limit, a fault, nobody there
    int running = 0; // refusals in a row, up to now
    int swings = 0; // admitted once more after a refusal: several workers, not all of which know
    std::chrono::milliseconds lastAdmitted{0};
    std::chrono::milliseconds refusedFrom{0}; // the first of the refusals in a row
    std::chrono::milliseconds tried{0}; // in all
    bool byChat = false; // by one-token chats; else by the model list

    // after: how long after the act, or the first probe.
    void take(const net::Exchange &exchange, std::chrono::milliseconds after);
    // How long the key went on: until the first of the refusals in a row. Of two workers that are met by turns each is
    // called every second time, so it is right within one time between two calls.
    std::chrono::milliseconds lag() const { return admitted == 0 ? std::chrono::milliseconds(0) : refusedFrom; }
    std::optional<QDateTime> refusedSince() const; // UTC; empty: the act is not known, or nothing is proven
    bool proven() const { return running >= refusalsWanted; }

    static constexpr int refusalsWanted = 5;
};

RevocationFacts::Probe probeOf(const net::Exchange &exchange);
// What the calls of a T07g brought so far, in their order; one that still runs is left out.
RevocationFacts factsSoFar(const QList<Evidence> &calls, const std::optional<GivenUp> &act);
void judgeRevocation(const RevocationFacts &facts, Verdict &verdict); // T07.V8

} // namespace smoke
