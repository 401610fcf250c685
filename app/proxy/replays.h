// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/journal.h"
#include "proxy/problem.h"
#include "proxy/tables.h"

namespace proxy {

// Idempotency-Key: a write that succeeded is carried out once in a day for each key, and answered the same again, also
// after a restart. The answer is kept without the secret it told: that one stays in memory, for ten minutes, so that an
// answer that was lost can be asked for again. What failed changed nothing and is decided anew. On the gateway's thread.
class Replays final
{
public:
    using Done = std::function<void(Reply)>;
    using Post = std::function<void(std::function<void()>)>;

    Replays(Journal &journal, Post post) : m_journal(journal), m_post(std::move(post)) {}
    ~Replays();

    // Answers from before, waits for the same request that runs, or carries it out. The request outlives done().
    void once(const Request &request, std::function<void(Done)> carryOut, Done done);

    static Digest idOf(const Request &request);
    // What is kept with the change; body: the answer's without a secret.
    static KeptReply kept(const Request &request, const Reply &reply, const std::string &body);
    // Answers from before that are forgotten by now.
    static std::int64_t forgottenBefore();

private:
    struct Running
    {
        Digest asked;
        std::vector<Done> waiting;
    };
    struct Told
    {
        Digest asked;
        Reply reply;
        std::int64_t atMs = 0;
    };

    void finish(const Digest &id, const Digest &asked, const Reply &reply);
    void forgetOld();

    Journal &m_journal;
    Post m_post;
    std::unordered_map<Digest, Running, DigestHash> m_running;
    std::unordered_map<Digest, Told, DigestHash> m_told; // answers that hold a secret
};

} // namespace proxy
