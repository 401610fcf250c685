// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/chunk_scan.h"
#include "proxy/clock.h"
#include "proxy/session.h"

namespace proxy {

namespace {

constexpr std::size_t headLimit = 65'536;
constexpr std::size_t readSize = 4096;
constexpr std::size_t mostAtOnce = 1U << 20;
constexpr int lingerMs = 1000;

} // namespace

// One read from the client into the buffer; false when it ended or was overdue.
TimedWait<Stream::Read> Session::readMore(WaitLimit limit, std::size_t wanted)
{
    return {m_deadline, limit, nullptr, m_stream, m_in, std::clamp(wanted, readSize, mostAtOnce)};
}

// As readMore(), and the client is told when the whole part took too long.
Awaitable<bool> Session::readInTime(std::int64_t until, const char *part, std::size_t wanted)
{
    const bool come = co_await readMore({INT_MAX, until}, wanted);
    if (!come && overdue())
        co_await refuseAndClose(refuse::tooSlow(part));
    co_return come;
}

Awaitable<bool> Session::readHead()
{
    m_headEnd = {};
    m_idle = m_in.size() == 0;
    bool come = !m_shared.draining;
    if (come && m_idle)
        come = co_await readMore({m_shared.limits.idleMs});
    m_idle = false;
    if (!come)
        co_return false;
    std::int64_t until = 0;
    while (true) {
        if (const std::optional<Refusal> refusal = headSoFar()) {
            co_await refuseAndClose(*refusal);
            co_return false;
        }
        if (m_headSize > 0)
            break;
        if (until == 0)
            until = steadyMs() + m_shared.limits.headMs;
        come = co_await readInTime(until, "head");
        if (!come)
            co_return false;
    }
    m_arrivedUs = wallMicros();
    m_startUs = steadyMicros();
    co_return true;
}

std::size_t Session::bodyLimit() const
{
    constexpr std::size_t adminBytes = 1U << 20;
    const std::size_t limit = m_shared.limits.bodyBytes;
    return m_plane == Listener::Plane::Admin ? std::min(limit, adminBytes) : limit;
}

// Reads the head once it is whole.
std::optional<Refusal> Session::headSoFar()
{
    while (m_in.view().starts_with("\r\n")) { // RFC 9112 2.2: after a body some clients send one more
        m_in.consume(2);
        m_headEnd = {};
    }
    if (m_in.size() > 0 && !mayBeginRequest(m_in.view().front()))
        return refuse::badHttp("it does not begin with a method");
    const HeadEnd::Found found = m_headEnd.look(m_in.view());
    if (found == HeadEnd::Found::BareLine)
        return refuse::badHttp("a line of its head does not end in CR LF");
    if (m_headEnd.size() > headLimit || (found == HeadEnd::Found::NotYet && m_in.size() > headLimit))
        return refuse::headTooLarge();
    if (found == HeadEnd::Found::NotYet)
        return {};
    m_headSize = m_headEnd.size();
    m_headAt = m_in.data();
    const HeadProblem problem = readRequestHead(m_in.view().substr(0, m_headSize), m_head, m_shared.limits.headFields);
    if (problem == HeadProblem::TooMany)
        return refuse::tooManyHeaders(m_shared.limits.headFields);
    return problem == HeadProblem::None ? std::optional<Refusal>() : refuse::badHttp(wordsFor(problem));
}

std::optional<Refusal> Session::bodyRefused() const
{
    if (m_head.length.value_or(0) > bodyLimit())
        return refuse::tooLarge(bodyLimit());
    if (!m_head.length && !m_head.chunked && m_head.method == "POST")
        return refuse::lengthNeeded();
    return {};
}

Awaitable<bool> Session::readBody()
{
    const bool lastOne = ++m_served >= m_shared.limits.connectionRequests;
    m_http11 = m_head.http11;
    m_keepAlive = m_head.keepAlive && !lastOne && !m_shared.draining;
    m_isHead = m_head.method == "HEAD";
    if (const std::optional<Refusal> refusal = bodyRefused()) {
        co_await refuseAndClose(*refusal);
        co_return false;
    }
    if (m_head.expectsContinue && m_http11 && m_in.size() == m_headSize) {
        const bool told = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        if (!told)
            co_return false;
    }
    if (m_head.chunked)
        co_return co_await readChunked();
    co_return co_await readSized(std::size_t(m_head.length.value_or(0)));
}

Awaitable<bool> Session::readSized(std::size_t size)
{
    m_sizedBody = size;
    const std::size_t all = m_headSize + size;
    if (m_in.size() >= all)
        co_return true;
    const std::int64_t until = steadyMs() + m_shared.limits.bodyMs;
    while (m_in.size() < all) {
        const bool come = co_await readInTime(until, "body", all - m_in.size());
        if (!come)
            co_return false;
    }
    if (m_in.data() != m_headAt) // it moved, and the head's views with it
        readRequestHead(m_in.view().substr(0, m_headSize), m_head, m_shared.limits.headFields);
    co_return true;
}

Awaitable<bool> Session::readChunked()
{
    m_headText = m_in.view().substr(0, m_headSize);
    m_in.consume(std::exchange(m_headSize, 0));
    readRequestHead(m_headText, m_head, m_shared.limits.headFields);
    const std::int64_t until = steadyMs() + m_shared.limits.bodyMs;
    ChunkScan chunks;
    while (true) {
        m_in.consume(chunks.feed(m_in.view(), [this](std::string_view part) { m_chunkedBody += part; }));
        std::optional<Refusal> refusal;
        if (chunks.bad())
            refusal = refuse::badHttp("the chunks of its body are malformed");
        else if (m_chunkedBody.size() > bodyLimit())
            refusal = refuse::tooLarge(bodyLimit());
        if (refusal) {
            co_await refuseAndClose(*refusal);
            co_return false;
        }
        if (chunks.done())
            break;
        const bool come = co_await readInTime(until, "body", mostAtOnce);
        if (!come)
            co_return false;
    }
    m_chunkedBody.reserve(m_chunkedBody.size() + jsonPadding());
    co_return true;
}

Request Session::request()
{
    Request wanted;
    wanted.method = m_head.method;
    wanted.target = m_head.target;
    readFields(wanted);
    wanted.secrets = &m_secret;
    wanted.peer = m_peer;
    wanted.arrivedUs = m_arrivedUs;
    wanted.startUs = m_startUs;
    if (m_chunkedBody.empty()) {
        wanted.body = m_in.data() + m_headSize;
        wanted.size = m_sizedBody;
        wanted.capacity = m_sizedBody + ByteBuffer::slack;
    } else {
        wanted.body = m_chunkedBody.data();
        wanted.size = m_chunkedBody.size();
        wanted.capacity = m_chunkedBody.capacity();
    }
    return wanted;
}

namespace {

struct Wanted
{
    std::string_view name;
    std::string_view Request::*value;
    bool adminOnly = false;
};

// The first two mean the same, and the first one wins.
constexpr std::array wantedFields = {
    Wanted{"x-client-request-id", &Request::clientRequestId},
    Wanted{"x-request-id", &Request::otherRequestId},
    Wanted{"authorization", &Request::authorization},
    Wanted{"x-api-key", &Request::xApiKey},
    Wanted{"api-key", &Request::apiKey},
    Wanted{"x-goog-api-key", &Request::xGoogApiKey},
    Wanted{"x-model", &Request::xModel},
    Wanted{"anthropic-version", &Request::anthropicVersion},
    Wanted{"anthropic-beta", &Request::anthropicBeta},
    Wanted{"x-stainless-retry-count", &Request::retryCount},
    Wanted{"idempotency-key", &Request::idempotencyKey, true},
    Wanted{"if-match", &Request::ifMatch, true},
    Wanted{"if-none-match", &Request::ifNoneMatch, true},
    Wanted{"content-type", &Request::contentType, true},
};

} // namespace

// Of a field that is there several times the first counts. Without data(): not there, which is not the same as empty.
void Session::readFields(Request &wanted) const
{
    for (const HeadField &field : m_head.fields) {
        for (const Wanted &one : wantedFields) {
            if (one.name.size() != field.name.size() || !sameWord(field.name, one.name))
                continue;
            if (!(wanted.*one.value).data() && (!one.adminOnly || m_plane == Listener::Plane::Admin))
                wanted.*one.value = field.value;
        }
    }
    if (wanted.clientRequestId.empty())
        wanted.clientRequestId = wanted.otherRequestId;
}

// Of a head that was read before its body could not be: enough to answer in its family's words.
Request Session::whatWasRead()
{
    Request read;
    if (m_headSize == 0 && m_headText.empty())
        return read;
    if (m_headSize > 0 && m_in.data() != m_headAt) // it moved while the body came
        readRequestHead(m_in.view().substr(0, m_headSize), m_head, m_shared.limits.headFields);
    read.method = m_head.method;
    read.target = m_head.target;
    read.anthropicVersion = m_head["anthropic-version"];
    return read;
}

// Answers a request that could not be read; what follows on the connection means nothing.
Awaitable<> Session::refuseAndClose(Refusal refusal)
{
    Request nothing = whatWasRead();
    nothing.arrivedUs = wallMicros();
    nothing.startUs = steadyMicros();
    m_keepAlive = false;
    Call call = m_shared.data.begin(nothing);
    call.row.family = "other";
    const Reply reply = m_plane == Listener::Plane::Data ? m_shared.data.refused(call, refusal) : problemOf(refusal);
    const std::string text = wholeAnswer(reply, call, false, false);
    const bool told = co_await write(text);
    if (told)
        co_await linger();
    if (m_plane == Listener::Plane::Data)
        m_shared.data.finish(call);
}

// Reads on for a moment: closing over unread bytes would reset the connection and lose the answer.
Awaitable<> Session::linger()
{
    m_stream.finish();
    const std::int64_t until = steadyMs() + lingerMs;
    m_in.clear();
    for (bool more = true; more && steadyMs() < until;) {
        more = co_await readMore({lingerMs});
        m_in.clear();
    }
}

} // namespace proxy
