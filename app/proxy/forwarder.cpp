// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/forwarder.h"
#include "proxy/clock.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::uint64_t smallBody = 32'768; // waited for, so that head and body go out in one write
constexpr std::size_t headLimit = 262'144;
constexpr std::size_t mostFields = 1000;
constexpr std::size_t readSize = 4096;
constexpr std::size_t largeRead = 16'384;

// The upstream's own key, where its kind wants it.
void addKey(HeadText &head, const UpstreamConfig &upstream)
{
    if (upstream.key.empty())
        return;
    switch (upstream.kind) {
    case UpstreamKind::Anthropic:
        head.line("x-api-key: ", upstream.key);
        break;
    case UpstreamKind::Gemini:
        head.line("x-goog-api-key: ", upstream.key);
        break;
    default:
        head.line("Authorization: Bearer ", upstream.key);
    }
}

void writeHead(
    HeadText &head, const UpstreamPlace &place, const Forward &forward, const Call &call, const Request &request)
{
    const std::size_t length = request.size - forward.modelLength + forward.model.size();
    head.clear();
    head.line("POST ", place.url.path, forward.path, forward.ownPath, " HTTP/1.1").line("Host: ", place.authority);
    addKey(head, *forward.upstream);
    if (forward.upstream->kind == UpstreamKind::Anthropic) {
        const bool told = !request.anthropicVersion.empty();
        head.line("anthropic-version: ", told ? request.anthropicVersion : std::string_view("2023-06-01"));
        if (!request.anthropicBeta.empty())
            head.line("anthropic-beta: ", request.anthropicBeta);
    }
    head.line("Content-Type: application/json\r\nAccept: */*\r\nAccept-Encoding: identity\r\nUser-Agent: "
              "gatewright/" GW_VERSION);
    head.line("X-Client-Request-Id: ", call.row.requestId);
    head.line("Content-Length: ", std::int64_t(length)).line();
}

// Headers of the upstream that mean this hop only, or that the gateway says itself; in lower case, by length.
bool staysHere(std::string_view name)
{
    const auto is = [name](std::string_view lower) { return sameWord(name, lower); };
    switch (name.size()) {
    case 4:
        return is("date");
    case 6:
        return is("server");
    case 7:
        return is("upgrade") || is("trailer");
    case 10:
        return is("connection") || is("keep-alive") || is("set-cookie") || is("request-id");
    case 12:
        return is("x-request-id");
    case 18:
        return is("proxy-authenticate");
    case 20:
        return is("openai-processing-ms");
    default:
        return false;
    }
}

} // namespace

Awaitable<std::optional<Refusal>> Forwarder::reach(const Forward &forward, const Request &request)
{
    UpstreamPool &pool = m_session.shared().pool;
    const int limit = m_call.times.firstByteMs;
    bool fresh = false;
    m_place = &pool.place(forward.upstream->name);
    std::int64_t now = steadyMs();
    m_until = now + m_call.times.totalMs;
    m_upstream = pool.take(*m_place, fresh);
    if (fresh) {
        std::optional<Refusal> refusal = co_await connect(forward);
        if (refusal)
            co_return refusal;
        now = steadyMs();
    }
    const bool sent = co_await sending(forward, request);
    if (!sent)
        co_return cut(*forward.upstream, limit);
    const WaitLimit headWait{limit, std::min(m_until, now + limit)};
    while (true) {
        if (const HeadProblem problem = headSoFar(); problem != HeadProblem::None)
            co_return noHttp(*forward.upstream, problem);
        if (m_headWhole)
            break;
        const bool come = co_await more(headWait);
        if (!come)
            co_return cut(*forward.upstream, limit);
    }
    takeHead();
    co_return std::nullopt;
}

Awaitable<bool> Forwarder::deliver()
{
    m_session.shared().openStreams += m_call.row.streamed;
    const bool whole = co_await pass();
    m_session.shared().openStreams -= m_call.row.streamed;
    judge();
    if (m_done && m_reusable && whole)
        UpstreamPool::giveBack(*m_place, std::move(m_upstream));
    co_return whole;
}

Awaitable<std::optional<Refusal>> Forwarder::connect(const Forward &forward)
{
    const int limit = m_call.times.connectMs;
    m_session.deadline().begin();
    m_session.deadline().start({limit, m_until}, &m_upstream->stream());
    const std::string why =
        co_await m_upstream->connect(m_place->url, m_place->tls, m_session.shared().pool.resolver());
    m_session.deadline().end();
    if (why.empty())
        co_return std::nullopt;
    if (m_session.overdue())
        co_return refuse::silent(forward.upstream->name, limit);
    co_return m_upstream->stream().handshakeFailed() ? refuse::untrusted(forward.upstream->name, why)
                                                     : refuse::unreachable(forward.upstream->name, why);
}

// The whole call in one write: its head, and the body with the model's bytes replaced.
TimedWait<Stream::Write> Forwarder::sending(const Forward &forward, const Request &request)
{
    HeadText &head = m_session.headText();
    writeHead(head, *m_place, forward, m_call, request);
    const std::string_view body(request.body, request.size);
    const std::size_t after = forward.modelStart + forward.modelLength;
    const std::array<Piece, 4> pieces = {
        head.view(), body.substr(0, forward.modelStart), forward.model, body.substr(after)};
    Stream &to = m_upstream->stream();
    return {m_session.deadline(), {m_call.times.firstByteMs, m_until}, &to, to, std::span<const Piece>(pieces)};
}

Refusal Forwarder::cut(const UpstreamConfig &upstream, int limitMs) const
{
    return m_session.overdue() ? refuse::silent(upstream.name, limitMs) : refuse::cutUpstream(upstream.name);
}

Refusal Forwarder::noHttp(const UpstreamConfig &upstream, HeadProblem problem)
{
    return refuse::unreachable(upstream.name, std::string("its answer is no HTTP: ") + wordsFor(problem));
}

UpstreamRead Forwarder::more(WaitLimit limit)
{
    const std::size_t room = m_left.value_or(0) > readSize ? largeRead : readSize;
    return m_session.readFrom(m_upstream->stream(), m_upstream->in(), room, limit);
}

// Reads the head once it is whole; those of interim answers are passed over.
HeadProblem Forwarder::headSoFar()
{
    ByteBuffer &in = m_upstream->in();
    HttpHead &head = m_upstream->head();
    while (in.size() > 0) {
        const HeadEnd::Found found = m_headEnd.look(in.view());
        if (found == HeadEnd::Found::BareLine || m_headEnd.size() > headLimit)
            return HeadProblem::Line;
        if (found == HeadEnd::Found::NotYet)
            return in.size() > headLimit ? HeadProblem::Line : HeadProblem::None;
        const HeadProblem problem = readAnswerHead(in.view().substr(0, m_headEnd.size()), head, mostFields);
        if (problem != HeadProblem::None || head.status == 101)
            return problem == HeadProblem::None ? HeadProblem::Line : problem;
        m_headWhole = head.status >= 200;
        if (m_headWhole)
            return HeadProblem::None;
        in.consume(m_headEnd.size());
        m_headEnd = {};
    }
    return HeadProblem::None;
}

void Forwarder::takeHead()
{
    const HttpHead &head = m_upstream->head();
    m_chunked = head.chunked;
    m_left = head.length;
    if (head.status == 204 || head.status == 304)
        m_left = 0;
    m_reusable = head.keepAlive && (m_chunked || m_left);
    m_call.row.status = head.status;
    m_call.row.firstByteMs = m_call.elapsedMs();
    m_call.meter.begin(m_call.endpoint.family, head.status, head["content-type"]);
}

// The upstream's head with our ids; a client of HTTP/1.0 gets no chunks. Takes it off the bytes.
void Forwarder::writeClientHead()
{
    const HttpHead &answer = m_upstream->head();
    AnswerHead head(m_session.headText(), answer.status, answer.reason);
    for (const HeadField &field : answer.fields) {
        const bool framing = sameWord(field.name, "transfer-encoding");
        if (sameWord(field.name, "x-request-id"))
            head.header("x-upstream-request-id", field.value);
        if (!staysHere(field.name) && !saysRates(m_call, field.name) && !(framing && !m_session.chunkable()))
            head.header(field.name, field.value);
    }
    m_upstream->in().consume(m_headEnd.size());
    head.ids(m_call).end(m_session.keepAlive() && (m_left || (m_chunked && m_session.chunkable())));
}

bool Forwarder::wantsMoreFirst() const
{
    return m_left && *m_left <= smallBody && m_upstream->in().size() < *m_left;
}

Awaitable<bool> Forwarder::pass()
{
    const WaitLimit limit{m_call.times.idleMs, m_until};
    bool open = true;
    writeClientHead();
    while (open && wantsMoreFirst())
        open = co_await more(limit);
    m_done = m_left && *m_left == 0;
    while (true) {
        const Part part = nextPart();
        if (!part.head.empty() || !part.body.empty())
            m_written = co_await m_session.write(part.head, part.body);
        m_session.headText().clear();
        readParts(); // the client has its bytes by now
        m_upstream->in().consume(part.count);
        m_upstream->in().rest(); // what waits for a chunk needs no memory
        if (!m_written || m_chunks.bad())
            co_return false;
        if (m_done)
            break;
        if (open)
            open = co_await more(limit);
        if (open)
            continue;
        // Without a length the end of the connection is the end of the answer.
        m_done = !m_left && !m_chunked && m_upstream->stream().ended();
        co_return false;
    }
    co_return m_left || m_session.chunkable();
}

// What of the bytes that came goes to the client now, behind the head if that is still to be sent.
Forwarder::Part Forwarder::nextPart()
{
    const std::string_view bytes = m_upstream->in().view();
    m_payload.clear();
    const std::size_t count = scan(bytes, m_payload);
    const bool plain = m_chunked && !m_session.chunkable();
    return {m_session.headText().view(), plain ? std::string_view(m_payload) : bytes.substr(0, count), count};
}

// Tells how many bytes belong to the message, notes those of its payload.
std::size_t Forwarder::scan(std::string_view bytes, std::string &payload)
{
    m_partsMs = m_call.elapsedMs();
    if (m_chunked) {
        const std::size_t count = m_chunks.feed(bytes, [&](std::string_view part) {
            m_parts.push_back(part);
            if (!m_session.chunkable())
                payload += part;
        });
        m_done = m_chunks.done();
        return count;
    }
    const std::size_t count = m_left ? std::size_t(std::min<std::uint64_t>(*m_left, bytes.size())) : bytes.size();
    m_whole = m_left && count == *m_left && !m_passed;
    m_parts.push_back(bytes.substr(0, count));
    m_passed = m_passed || count > 0;
    if (m_left)
        m_done = (*m_left -= count) == 0;
    return count;
}

// Shows the payload to the meter.
void Forwarder::readParts()
{
    for (const std::string_view part : m_parts) {
        if (m_whole) // all of it in one piece, with slack behind it
            m_call.meter.whole(part);
        else
            m_call.meter.feed(part, m_partsMs);
    }
    m_parts.clear();
}

void Forwarder::judge()
{
    DataPlane &data = m_session.shared().data;
    m_call.meter.finish(m_done);
    data.answered(m_call, m_call.meter.tokens());
    if (!m_session.clientHere() && !(m_done && m_written)) // who has it all may go
        data.broken(m_call, Ended::ClientLeft, nullptr);
    else if (!m_done && m_session.overdue())
        data.broken(m_call, Ended::Limit, "timeout");
}

} // namespace proxy
