// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/session.h"
#include <strings.h>

namespace proxy {

namespace {

constexpr std::uint32_t headLimit = 65'536;
constexpr std::size_t readSize = 8192;
constexpr std::size_t mostAtOnce = 1U << 20;
constexpr int lingerMs = 1000;

bool sameWord(beast::string_view a, const char *b)
{
    return a.size() == std::strlen(b) && strncasecmp(a.data(), b, a.size()) == 0;
}

} // namespace

// One read from the client into the buffer; false when it ended or was overdue.
Awaitable<bool> Session::readMore(int limitMs, std::size_t wanted)
{
    startWait(limitMs);
    const auto [error, count] =
        co_await m_socket.async_read_some(m_in.prepare(std::clamp(wanted, readSize, mostAtOnce)), useValue);
    endWait();
    m_in.commit(count);
    co_return !error;
}

// As readMore(), and the client is told when the whole part took too long.
Awaitable<bool> Session::readInTime(std::int64_t until, const char *part, std::size_t wanted)
{
    const bool come = co_await readMore(int(std::max<std::int64_t>(1, until - steadyMs())), wanted);
    if (!come && m_overdue)
        co_await refuseAndClose(refuse::tooSlow(part));
    co_return come;
}

Awaitable<bool> Session::readHead()
{
    m_parser.emplace();
    m_parser->header_limit(headLimit);
    m_parser->body_limit(bodyLimit());
    const bool fresh = m_in.size() == 0;
    m_idle = fresh;
    bool come = !m_shared.draining;
    if (come && fresh)
        come = co_await readMore(m_shared.limits.idleMs);
    m_idle = false;
    if (!come)
        co_return false;
    const std::int64_t until = steadyMs() + m_shared.limits.headMs;
    while (true) {
        boost::system::error_code error;
        m_in.consume(m_parser->put(m_in.data(), error));
        if (m_parser->is_header_done() && !error)
            break;
        if (error && error != http::error::need_more) {
            co_await refuseAndClose(refusalFor(error));
            co_return false;
        }
        if (!co_await readInTime(until, "head"))
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

Refusal Session::refusalFor(boost::system::error_code error) const
{
    if (error == http::error::body_limit)
        return refuse::tooLarge(bodyLimit());
    if (error == http::error::header_limit)
        return refuse::headTooLarge();
    return refuse::badHttp(error.message());
}

Awaitable<bool> Session::readBody()
{
    const auto &head = m_parser->get();
    m_http11 = head.version() >= 11;
    m_keepAlive = m_parser->keep_alive() && m_http11 && !m_shared.draining;
    m_isHead = head.method() == http::verb::head;
    const std::optional<std::uint64_t> length = m_parser->content_length().has_value()
        ? std::optional<std::uint64_t>(*m_parser->content_length())
        : std::nullopt;
    const beast::string_view coding = head[http::field::transfer_encoding];
    // Whoever reads the two differently would see two different requests.
    if (!coding.empty() && (length || !sameWord(coding, "chunked") || !m_http11)) {
        co_await refuseAndClose(refuse::badHttp("its Transfer-Encoding is not plain chunked, or comes with a length"));
        co_return false;
    }
    if (!length && coding.empty() && head.method() == http::verb::post) {
        co_await refuseAndClose(refuse::lengthNeeded());
        co_return false;
    }
    if (sameWord(head[http::field::expect], "100-continue") && m_in.size() == 0) {
        constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
        const bool told = co_await write(asio::buffer(go));
        if (!told)
            co_return false;
    }
    if (coding.empty())
        co_return co_await readSized(length.value_or(0));
    co_return co_await readChunked();
}

Awaitable<bool> Session::readSized(std::size_t size)
{
    const std::int64_t until = steadyMs() + m_shared.limits.bodyMs;
    m_sizedBody = size;
    if (m_in.capacity() < size + jsonPadding())
        m_in.reserve(size + jsonPadding());
    while (m_in.size() < size) {
        if (!co_await readInTime(until, "body", size - m_in.size()))
            co_return false;
    }
    co_return true;
}

Awaitable<bool> Session::readChunked()
{
    const std::int64_t until = steadyMs() + m_shared.limits.bodyMs;
    char piece[readSize];
    while (!m_parser->is_done()) {
        auto &body = m_parser->get().body();
        body.data = piece;
        body.size = sizeof piece;
        boost::system::error_code error;
        const std::size_t count = m_parser->put(m_in.data(), error);
        m_in.consume(count);
        m_chunkedBody.append(piece, sizeof piece - body.size);
        // The parser may stop at the end of a chunk with more of them in the buffer.
        const bool goesOn = !error && count > 0 && m_in.size() > 0;
        if (error == http::error::need_buffer || goesOn || m_parser->is_done())
            continue;
        if (error && error != http::error::need_more) {
            co_await refuseAndClose(refusalFor(error));
            co_return false;
        }
        if (!co_await readInTime(until, "body", mostAtOnce))
            co_return false;
    }
    m_chunkedBody.reserve(m_chunkedBody.size() + jsonPadding());
    co_return true;
}

Request Session::request()
{
    const auto view = [](beast::string_view text) { return std::string_view(text.data(), text.size()); };
    const auto &head = m_parser->get();
    Request wanted;
    wanted.method = view(head.method_string());
    wanted.target = view(head.target());
    wanted.authorization = view(head[http::field::authorization]);
    wanted.xApiKey = view(head["x-api-key"]);
    wanted.apiKey = view(head["api-key"]);
    wanted.xGoogApiKey = view(head["x-goog-api-key"]);
    wanted.xModel = view(head["x-model"]);
    wanted.anthropicVersion = view(head["anthropic-version"]);
    wanted.anthropicBeta = view(head["anthropic-beta"]);
    wanted.clientRequestId = view(head["x-client-request-id"]);
    if (wanted.clientRequestId.empty())
        wanted.clientRequestId = view(head["x-request-id"]);
    if (m_plane == Listener::Plane::Admin) {
        if (const auto key = head.find("idempotency-key"); key != head.end())
            wanted.idempotencyKey = {key->value().data(), key->value().size()}; // empty is not the same as not there
        wanted.ifMatch = view(head[http::field::if_match]);
        wanted.ifNoneMatch = view(head[http::field::if_none_match]);
        wanted.contentType = view(head[http::field::content_type]);
    }
    wanted.retryCount = view(head["x-stainless-retry-count"]);
    wanted.peer = m_peer;
    wanted.arrivedUs = m_arrivedUs;
    wanted.startUs = m_startUs;
    if (m_chunkedBody.empty()) {
        static_cast<void>(m_in.prepare(jsonPadding())); // may move the bytes: before the pointer is taken
        wanted.body = static_cast<const char *>(m_in.data().data());
        wanted.size = m_sizedBody;
        wanted.capacity = m_sizedBody + jsonPadding();
    } else {
        wanted.body = m_chunkedBody.data();
        wanted.size = m_chunkedBody.size();
        wanted.capacity = m_chunkedBody.capacity();
    }
    return wanted;
}

// Of a head that was read before its body could not be: enough to answer in its family's words.
Request Session::whatWasRead() const
{
    Request read;
    if (!m_parser || !m_parser->got_some())
        return read;
    const auto view = [](beast::string_view text) { return std::string_view(text.data(), text.size()); };
    const auto &head = m_parser->get();
    read.method = view(head.method_string());
    read.target = view(head.target());
    read.anthropicVersion = view(head["anthropic-version"]);
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
    const bool told = co_await write(asio::buffer(text));
    if (told)
        co_await linger();
    if (m_plane == Listener::Plane::Data)
        m_shared.data.finish(call);
}

// Reads on for a moment: closing over unread bytes would reset the connection and lose the answer.
Awaitable<> Session::linger()
{
    boost::system::error_code ignored;
    static_cast<void>(m_socket.shutdown(tcp::socket::shutdown_send, ignored));
    const std::int64_t until = steadyMs() + lingerMs;
    m_in.clear();
    for (bool more = true; more && steadyMs() < until;) {
        more = co_await readMore(lingerMs);
        m_in.clear();
    }
}

} // namespace proxy
