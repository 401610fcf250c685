// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/forwarder.h"
#include "proxy/clock.h"

namespace proxy {

namespace {

constexpr std::uint64_t smallBody = 32'768; // waited for, so that head and body go out in one write

// The upstream's own key, where its kind wants it.
std::string keyHeader(const UpstreamConfig &upstream)
{
    if (upstream.key.empty())
        return {};
    switch (upstream.kind) {
    case UpstreamKind::Anthropic:
        return "\r\nx-api-key: " + upstream.key;
    case UpstreamKind::Gemini:
        return "\r\nx-goog-api-key: " + upstream.key;
    default:
        return "\r\nAuthorization: Bearer " + upstream.key;
    }
}

std::string requestHead(const BaseUrl &url, const Forward &forward, const Call &call, const Request &request)
{
    const std::size_t length = request.size - forward.modelLength + forward.model.size();
    std::string head = "POST " + url.path + forward.path + " HTTP/1.1\r\nHost: " + url.authority();
    head += keyHeader(*forward.upstream);
    if (forward.upstream->kind == UpstreamKind::Anthropic) {
        head += "\r\nanthropic-version: ";
        head += request.anthropicVersion.empty() ? std::string_view("2023-06-01") : request.anthropicVersion;
        if (!request.anthropicBeta.empty())
            (head += "\r\nanthropic-beta: ") += request.anthropicBeta;
    }
    head += "\r\nContent-Type: application/json\r\nAccept: */*\r\nAccept-Encoding: identity\r\nUser-Agent: "
            "gatewright/" GW_VERSION "\r\nX-Client-Request-Id: "
        + call.requestId;
    return head + "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

// Headers of the upstream that mean this hop only, or that the gateway says itself.
bool staysHere(http::field name, beast::string_view text)
{
    switch (name) {
    case http::field::connection:
    case http::field::keep_alive:
    case http::field::proxy_authenticate:
    case http::field::upgrade:
    case http::field::server:
    case http::field::date:
    case http::field::set_cookie:
        return true;
    default:
        return beast::iequals(text, "x-request-id") || beast::iequals(text, "request-id")
            || beast::iequals(text, "openai-processing-ms");
    }
}

std::string_view viewOf(beast::string_view text)
{
    return {text.data(), text.size()};
}

} // namespace

Awaitable<std::optional<Refusal>> Forwarder::reach(Forward forward, Request request)
{
    m_name = forward.upstream->name;
    m_until = steadyMs() + m_call.times.totalMs;
    std::optional<Refusal> refusal = co_await open(forward);
    if (!refusal)
        refusal = co_await send(forward, request);
    if (!refusal)
        refusal = co_await readHead(*forward.upstream);
    co_return refusal;
}

Awaitable<bool> Forwarder::deliver()
{
    m_session.shared().openStreams += m_call.row.streamed;
    const bool whole = co_await pass();
    m_session.shared().openStreams -= m_call.row.streamed;
    judge();
    if (m_done && m_reusable && whole)
        m_session.shared().pool.giveBack(m_name, std::move(m_upstream));
    co_return whole;
}

// A limit, or what is left of the whole attempt's.
int Forwarder::remaining(int limitMs) const
{
    return int(std::clamp<std::int64_t>(m_until - steadyMs(), 1, limitMs));
}

Awaitable<std::optional<Refusal>> Forwarder::open(const Forward &forward)
{
    UpstreamPool &pool = m_session.shared().pool;
    bool fresh = false;
    m_upstream = pool.take(forward.upstream->name, fresh);
    if (!fresh)
        co_return std::nullopt;
    const int limit = remaining(m_call.times.connectMs);
    m_session.startWait(limit, &m_upstream->socket());
    const std::string why = co_await m_upstream->connect(pool.url(forward.upstream->name));
    m_session.endWait();
    if (why.empty())
        co_return std::nullopt;
    if (m_session.overdue())
        co_return refuse::silent(forward.upstream->name, limit);
    co_return refuse::unreachable(forward.upstream->name, why);
}

Awaitable<std::optional<Refusal>> Forwarder::send(const Forward &forward, const Request &request)
{
    const int limit = m_call.times.firstByteMs;
    const std::size_t after = forward.modelStart + forward.modelLength;
    const std::string head = requestHead(m_session.shared().pool.url(forward.upstream->name), forward, m_call, request);
    const std::array<asio::const_buffer, 4> parts = {asio::buffer(head), asio::buffer(request.body, forward.modelStart),
        asio::buffer(forward.model), asio::buffer(request.body + after, request.size - after)};
    m_session.startWait(remaining(limit), &m_upstream->socket());
    const bool sent = co_await m_upstream->write(parts);
    m_session.endWait();
    co_return sent ? std::nullopt : std::optional(cut(*forward.upstream, limit));
}

Refusal Forwarder::cut(const UpstreamConfig &upstream, int limitMs) const
{
    return m_session.overdue() ? refuse::silent(upstream.name, limitMs) : refuse::cutUpstream(upstream.name);
}

Awaitable<bool> Forwarder::more(int limitMs)
{
    m_session.startWait(remaining(limitMs), &m_upstream->socket());
    const bool got = co_await m_upstream->readSome();
    m_session.endWait();
    co_return got &&m_session.clientHere();
}

Awaitable<std::optional<Refusal>> Forwarder::readHead(const UpstreamConfig &upstream)
{
    const int limit = m_call.times.firstByteMs;
    const std::int64_t until = steadyMs() + limit;
    beast::flat_buffer &in = m_upstream->in();
    m_parser.emplace();
    m_parser->body_limit(boost::none);
    m_parser->header_limit(262'144);
    while (true) {
        boost::system::error_code error;
        if (in.size() > 0)
            in.consume(m_parser->put(in.data(), error));
        if (m_parser->is_header_done() && m_parser->get().result_int() >= 200)
            break;
        if (m_parser->is_header_done()) { // 1xx: the answer is still to come
            m_parser.emplace();
            m_parser->body_limit(boost::none);
            continue;
        }
        if (error && error != http::error::need_more)
            co_return refuse::unreachable(upstream.name, "its answer is no HTTP (" + error.message() + ')');
        const bool come = co_await more(int(std::clamp<std::int64_t>(until - steadyMs(), 1, limit)));
        if (!come)
            co_return cut(upstream, limit);
    }
    m_chunked = m_parser->chunked();
    if (m_parser->content_length())
        m_left = *m_parser->content_length();
    const unsigned status = m_parser->get().result_int();
    if (status == 204 || status == 304)
        m_left = 0;
    m_reusable = m_parser->keep_alive() && (m_chunked || m_left);
    m_call.row.status = int(status);
    m_call.row.firstByteMs = m_call.elapsedMs();
    m_call.meter.begin(m_call.endpoint.family, int(status), viewOf(m_parser->get()[http::field::content_type]));
    co_return std::nullopt;
}

// The upstream's head with our ids; a client of HTTP/1.0 gets no chunks.
std::string Forwarder::clientHead() const
{
    const auto &answer = m_parser->get();
    AnswerHead head(int(answer.result_int()), viewOf(answer.reason()));
    for (const auto &field : answer) {
        const bool framing = field.name() == http::field::transfer_encoding;
        if (beast::iequals(field.name_string(), "x-request-id"))
            head.header("x-upstream-request-id", viewOf(field.value()));
        const bool ours =
            staysHere(field.name(), field.name_string()) || saysRates(m_call, viewOf(field.name_string()));
        if (!ours && !(framing && !m_session.chunkable()))
            head.header(viewOf(field.name_string()), viewOf(field.value()));
    }
    return head.ids(m_call).take(m_session.keepAlive() && (m_left || (m_chunked && m_session.chunkable())));
}

bool Forwarder::wantsMoreFirst() const
{
    return m_left && *m_left <= smallBody && m_upstream->in().size() < *m_left;
}

Awaitable<bool> Forwarder::pass()
{
    const int limit = m_call.times.idleMs;
    bool open = true;
    while (open && wantsMoreFirst())
        open = co_await more(limit);
    std::string head = clientHead();
    m_done = m_left && *m_left == 0;
    while (true) {
        const bool passed = co_await passPart(head);
        if (!passed)
            co_return false;
        if (m_done)
            break;
        if (open)
            open = co_await more(limit);
        if (open)
            continue;
        // Without a length the end of the connection is the end of the answer.
        m_done = !m_left && !m_chunked && m_upstream->ended();
        co_return false;
    }
    co_return m_left || m_session.chunkable();
}

Awaitable<bool> Forwarder::passPart(std::string &head)
{
    beast::flat_buffer &in = m_upstream->in();
    const std::string_view bytes(static_cast<const char *>(in.data().data()), in.size());
    std::string payload;
    const std::size_t count = scan(bytes, payload);
    const std::string_view out =
        m_chunked && !m_session.chunkable() ? std::string_view(payload) : bytes.substr(0, count);
    if (!head.empty() || !out.empty()) {
        const std::array<asio::const_buffer, 2> parts = {asio::buffer(head), asio::buffer(out)};
        m_written = co_await m_session.write(parts);
    }
    head.clear();
    in.consume(count);
    co_return m_written && !m_chunks.bad();
}

// Tells how many bytes belong to the message, shows its payload to the meter.
std::size_t Forwarder::scan(std::string_view bytes, std::string &payload)
{
    const std::int64_t now = m_call.elapsedMs();
    if (m_chunked) {
        const std::size_t count = m_chunks.feed(bytes, [&](std::string_view part) {
            m_call.meter.feed(part, now);
            if (!m_session.chunkable())
                payload += part;
        });
        m_done = m_chunks.done();
        return count;
    }
    const std::size_t count = m_left ? std::size_t(std::min<std::uint64_t>(*m_left, bytes.size())) : bytes.size();
    m_call.meter.feed(bytes.substr(0, count), now);
    if (m_left)
        m_done = (*m_left -= count) == 0;
    return count;
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
