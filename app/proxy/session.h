// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/answer_head.h"
#include "proxy/deadline.h"
#include "proxy/http_head.h"
#include "proxy/server.h"
#include "proxy/stream.h"

namespace proxy {

// One client connection: reads requests one after the other and writes each answer. Owned by its coroutine.
class Session final
{
public:
    Session(Shared &shared, Listener::Plane plane, int socket);
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
    // The one wait that runs, and whether the last one took too long.
    Deadline &deadline() { return m_deadline; }
    bool overdue() const { return m_deadline.overdue(); }

    // One write to the client under its limit; false when it is gone. Await it at once: the texts must live as long.
    ClientWrite write(Piece first, Piece second = {});
    // One read from an upstream.
    UpstreamRead readFrom(Stream &upstream, ByteBuffer &into, std::size_t room, WaitLimit limit);
    // Waits; false when the client left meanwhile.
    Awaitable<bool> pause(int ms);

    bool keepAlive() const { return m_keepAlive; }
    bool chunkable() const { return m_http11; }
    bool isHead() const { return m_isHead; }
    // Where the head of the message that is sent next is written: of the call to an upstream, then of the answer.
    HeadText &headText() { return m_headOut; }

private:
    void stopWait();
    Awaitable<bool> welcome();
    Awaitable<bool> serveOne();
    Awaitable<bool> readHead();
    std::optional<Refusal> headSoFar();
    TimedWait<Stream::Read> readMore(WaitLimit limit, std::size_t wanted = 0);
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
    std::optional<Refusal> bodyRefused() const;
    Request request();
    void readFields(Request &wanted) const;
    Request whatWasRead();
    void letRequestGo(Call &call);
    void forgetRequest();

    Shared &m_shared;
    Listener::Plane m_plane;
    Stream m_stream;
    ByteBuffer m_in;
    HeadEnd m_headEnd;
    HttpHead m_head; // views into m_in, or into m_headText
    std::size_t m_headSize = 0; // bytes of it that lie in m_in; 0: not whole yet, or moved out
    const char *m_headAt = nullptr; // where it was read
    std::string m_headText; // a copy, when a chunked body has to go from m_in
    std::string m_chunkedBody;
    std::size_t m_sizedBody = 0; // bytes of the body that lie in m_in behind the head
    HeadText m_headOut;
    DigestMemory m_secret;
    std::int64_t m_served = 0; // requests of this connection
    std::int64_t m_arrivedUs = 0;
    std::int64_t m_startUs = 0;
    bool m_keepAlive = false;
    bool m_http11 = true;
    bool m_isHead = false;

    Deadline m_deadline;
    Pause m_pause;
    bool m_answering = false;
    bool m_left = false;
    bool m_idle = false; // between two requests
    bool m_aborted = false;
    Address m_peer{};
};

} // namespace proxy
