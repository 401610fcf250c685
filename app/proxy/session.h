// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/answer_head.h"
#include "proxy/server.h"

namespace proxy {

// One client connection: reads requests one after the other and writes each answer. Owned by its coroutine.
class Session final
{
public:
    Session(Shared &shared, Listener::Plane plane, Socket socket);
    ~Session();

    static Awaitable<> run(std::unique_ptr<Session> self);

    // Called every few ms: ends a wait that is overdue, notices a client that has left.
    void check(std::int64_t nowMs);
    // No request after the one that runs; an idle connection closes at once.
    void drain();
    // Ends everything now.
    void abort();
    // False once a running answer has lost its client.
    bool clientHere() const { return !m_left; }

    Shared &shared() { return m_shared; }
    Socket &socket() { return m_socket; }
    // Runs one wait under a limit; overdue() is true when it fired.
    void startWait(int limitMs, Socket *other = nullptr);
    void endWait();
    bool overdue() const { return m_overdue; }

    // One write to the client under its limit; false when it is gone.
    template<class Buffers>
    Awaitable<bool> write(const Buffers &buffers)
    {
        startWait(m_shared.limits.writeMs);
        const auto [error, count] = co_await asio::async_write(m_socket, buffers, useValue);
        endWait();
        m_left = m_left || bool(error);
        co_return !error;
    }
    // Waits; false when the client left meanwhile.
    Awaitable<bool> pause(int ms);

    bool keepAlive() const { return m_keepAlive; }
    bool chunkable() const { return m_http11; }
    bool isHead() const { return m_isHead; }

private:
    using Parser = http::request_parser<http::buffer_body>;

    void stopWait();
    Awaitable<bool> serveOne();
    Awaitable<bool> readHead();
    Awaitable<bool> readMore(int limitMs, std::size_t wanted = 0);
    Awaitable<bool> readInTime(std::int64_t until, const char *part, std::size_t wanted = 0);
    Awaitable<bool> readBody();
    Awaitable<bool> readSized(std::size_t size);
    Awaitable<bool> readChunked();
    Awaitable<bool> answerRequest();
    Awaitable<bool> answerData(Request request);
    Awaitable<bool> answerAdmin(Request request);
    Awaitable<bool> carryOut(Call &call, Answer answer, Request request);
    Awaitable<bool> tell(Call &call, Reply reply);
    Awaitable<Answer> whenThereIsRoom(Call &call, Held held, Request request);
    Awaitable<std::optional<Refusal>> awaitHead(Call &call, int delayMs);
    Awaitable<bool> play(Call &call, scripted::Script script);
    Awaitable<bool> playPieces(Call &call, const scripted::Script &script);
    Awaitable<> refuseAndClose(Refusal refusal);
    Awaitable<> linger();
    std::size_t bodyLimit() const;
    Refusal refusalFor(boost::system::error_code error) const;
    Request request();
    Request whatWasRead() const;
    std::string_view header(std::string_view name) const;
    void forgetRequest();

    Shared &m_shared;
    Listener::Plane m_plane;
    Socket m_socket;
    beast::flat_buffer m_in;
    std::optional<Parser> m_parser;
    std::string m_chunkedBody;
    std::size_t m_sizedBody = 0; // bytes of the body that lie in m_in
    std::int64_t m_arrivedUs = 0;
    std::int64_t m_startUs = 0;
    bool m_keepAlive = false;
    bool m_http11 = true;
    bool m_isHead = false;

    std::int64_t m_deadline = 0; // 0: none
    Socket *m_other = nullptr; // what the running wait hangs on, if not the client
    Timer m_pause;
    bool m_overdue = false;
    bool m_answering = false;
    bool m_left = false;
    bool m_idle = false; // between two requests
    bool m_aborted = false;
    Address m_peer{};
};

} // namespace proxy
