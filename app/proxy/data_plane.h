// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/body_scan.h"
#include "proxy/call.h"
#include "proxy/event.h"
#include "proxy/failover.h"
#include "proxy/journal.h"
#include "proxy/routing.h"

namespace proxy {

// Decides every data-plane request: who may call what, what it may cost, where it goes; and records how it ended.
// On the gateway's thread; does no I/O.
class DataPlane final
{
public:
    DataPlane(Catalog &catalog, Journal &journal, const Limits &limits);

    // Starts a call: its id and arrival.
    Call begin(const Request &request);
    // Fills the call and says what to answer; a cap is reserved when the answer is not a Reply.
    Answer decide(const Request &request, Call &call);
    // The attempt was answered with this status, or ended so without an answer, and the client has seen nothing yet:
    // the answer of the next route, or nothing when the client gets this one.
    std::optional<Answer> another(const Request &request, Call &call, int status, const char *errorClass);
    // After a Held: asks for room once more.
    Answer again(const Request &request, Call &call);
    // The answer to a call whose upstream failed before it answered.
    Reply refused(Call &call, const Refusal &refusal);
    // The upstream answered: its verdict comes from the call's meter, its counts are given.
    void answered(Call &call, const Tokens &tokens);
    // The answer ended otherwise than by the upstream.
    void broken(Call &call, Ended ended, const char *errorClass);
    // Settles the cap, adds the row and the event. Once a call, last.
    void finish(Call &call);

    // The newest calls, for who wants them: at most a hundred between two readings, as nobody reads a log faster; the
    // rows have them all.
    void wantEvents(bool wanted) { m_eventsWanted = wanted; }
    std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }
    std::int64_t requests() const { return m_requests; }
    std::int64_t refusedCalls() const { return m_refused; }
    const RouteHealth &health() const { return m_health; }

private:
    std::optional<Refusal> authorize(const Request &request, Call &call);
    Reply free(Call &call, Reply reply);
    Answer models(Call &call);
    Answer generate(const Request &request, Call &call);
    Reply counted(const Request &request, Call &call);
    std::optional<Refusal> admit(const Request &request, Call &call);
    std::optional<Refusal> admitAlias(const Request &request, Call &call, const std::string &model);
    const RouteConfig *next(Call &call);
    Answer route(const Request &request, Call &call, const RouteConfig &chosen);
    Answer ask(const Request &request, Call &call);
    Answer forward(const UpstreamConfig &upstream, const Request &request, Call &call);
    Answer attempt(const Request &request, Call &call);
    std::optional<Refusal> reserve(Call &call, const Tokens &bound);
    std::optional<Refusal> takeRate(Call &call, std::int64_t tokens);
    Answer heldOrRefused(Call &call, const Refusal &refusal);
    void settle(Call &call, std::int64_t nanos, std::int64_t tokens);
    std::int64_t charge(const Call &call) const;
    void event(const Call &call);

    Catalog &m_catalog;
    Journal &m_journal;
    const Limits &m_limits;
    RouteHealth m_health;
    RetryBudget m_retries;
    std::string m_idStart;
    std::uint64_t m_lastId = 0;
    std::int64_t m_requests = 0;
    std::int64_t m_refused = 0;
    bool m_eventsWanted = false;
    std::vector<Event> m_events;
};

} // namespace proxy
