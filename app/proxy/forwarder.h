// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/chunk_scan.h"
#include "proxy/session.h"
#include "proxy/upstream_pool.h"

namespace proxy {

// Sends one call to an OpenAI-compatible upstream and passes the answer on as it comes. Lives as long as the call.
class Forwarder final
{
public:
    Forwarder(Session &session, Call &call) : m_session(session), m_call(call) {}

    // Sends the call and reads the head of the answer; why there is none, if so. The client sees nothing of it.
    Awaitable<std::optional<Refusal>> reach(const Forward &forward, const Request &request);
    // After reach() gave a head. True when the client got a whole answer and the connection can go on.
    Awaitable<bool> deliver();

private:
    struct Part
    {
        std::string_view head;
        std::string_view body;
        std::size_t count = 0; // bytes of the upstream's it stands for
    };

    Awaitable<std::optional<Refusal>> connect(const Forward &forward);
    TimedWait<Stream::Write> sending(const Forward &forward, const Request &request);
    static Refusal noHttp(const UpstreamConfig &upstream, HeadProblem problem);
    HeadProblem headSoFar();
    void takeHead();
    Awaitable<bool> pass();
    Part nextPart();
    UpstreamRead more(WaitLimit limit);
    void writeClientHead();
    std::size_t scan(std::string_view bytes, std::string &payload);
    void readParts();
    bool wantsMoreFirst() const;
    void judge();
    Refusal cut(const UpstreamConfig &upstream, int limitMs) const;

    Session &m_session;
    Call &m_call;
    UpstreamPlace *m_place = nullptr;
    std::int64_t m_until = 0; // steady ms: the end of this attempt
    std::unique_ptr<UpstreamConnection> m_upstream;
    HeadEnd m_headEnd;
    bool m_headWhole = false;
    ChunkScan m_chunks;
    std::string m_payload; // without chunks, for a client of HTTP/1.0
    std::vector<std::string_view> m_parts; // of the payload, to be read once they are sent
    std::int64_t m_partsMs = 0; // when they came
    bool m_whole = false; // they are all of a body with a length
    std::optional<std::uint64_t> m_left; // of a body with a length
    bool m_chunked = false;
    bool m_passed = false; // bytes of the message have
    bool m_done = false; // all of them
    bool m_written = true; // the last write reached the client
    bool m_reusable = false;
};

} // namespace proxy
