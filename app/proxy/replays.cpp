// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/replays.h"
#include "proxy/clock.h"

namespace proxy {

namespace {

constexpr std::int64_t toldMs = 600'000;
constexpr std::size_t mostTold = 1000;

Digest askedBy(const Request &request)
{
    std::string all(request.method);
    all.append("\n").append(request.target).append("\n").append(request.body, request.size);
    const Digest digest = digestOf(all);
    wipe(all);
    return digest;
}

Reply otherRequest()
{
    return problem(422, "idempotency_conflict",
        "This Idempotency-Key was used for another request in the last 24 hours. Use a new one.");
}

Reply again(Reply reply)
{
    reply.headers.emplace_back("Idempotent-Replayed", "true");
    return reply;
}

Reply replyOf(const KeptReply &kept)
{
    Reply reply{kept.status, kept.body, kept.body.empty() ? std::string() : "application/json"};
    for (std::size_t at = 0; at < kept.headers.size();) {
        const std::size_t end = kept.headers.find('\n', at);
        const std::size_t colon = kept.headers.find(": ", at);
        reply.headers.emplace_back(
            kept.headers.substr(at, colon - at), kept.headers.substr(colon + 2, end - colon - 2));
        at = end + 1;
    }
    return reply;
}

} // namespace

Replays::~Replays()
{
    for (auto &[id, told] : m_told)
        wipe(told.reply.body);
}

Digest Replays::idOf(const Request &request)
{
    return digestOf(request.idempotencyKey);
}

KeptReply Replays::kept(const Request &request, const Reply &reply, const std::string &body)
{
    KeptReply kept{askedBy(request), reply.status, body, {}};
    for (const auto &[name, value] : reply.headers)
        kept.headers.append(name).append(": ").append(value).append(1, '\n');
    return kept;
}

std::int64_t Replays::forgottenBefore()
{
    return wallMicros() - microsPerDay;
}

void Replays::once(const Request &request, std::function<void(Done)> carryOut, Done done)
{
    if (request.idempotencyKey.empty())
        return carryOut(std::move(done));
    forgetOld();
    const Digest id = idOf(request);
    const Digest asked = askedBy(request);
    if (const auto told = m_told.find(id); told != m_told.end())
        return done(told->second.asked == asked ? again(told->second.reply) : otherRequest());
    if (const auto running = m_running.find(id); running != m_running.end()) {
        if (!(running->second.asked == asked))
            return done(otherRequest());
        running->second.waiting.push_back(std::move(done));
        return;
    }
    m_running[id].asked = asked;
    const auto settle = [this, id, asked, done = std::move(done)](const Reply &reply) {
        done(reply);
        finish(id, asked, reply);
    };
    m_journal.run([id, asked, carryOut = std::move(carryOut), settle, post = m_post](sql::Database &database) {
        const sql::Result<std::optional<KeptReply>> found = findReply(database, id, forgottenBefore());
        post([found, asked, carryOut, settle] {
            if (!found)
                return settle(
                    problem(507, "storage", "What was answered before cannot be read: " + found.error().message));
            if (!*found)
                return carryOut(settle);
            settle((*found)->asked == asked ? again(replyOf(**found)) : otherRequest());
        });
    });
}

void Replays::finish(const Digest &id, const Digest &asked, const Reply &reply)
{
    const auto running = m_running.find(id);
    const std::vector<Done> waiting = std::move(running->second.waiting);
    m_running.erase(running);
    const bool secret = reply.status < 300 && reply.body.find("\"secret\":\"") != std::string::npos;
    if (secret && m_told.size() < mostTold)
        m_told[id] = {asked, reply, steadyMs()};
    for (const Done &one : waiting)
        one(reply.status < 300 ? again(reply) : reply);
}

void Replays::forgetOld()
{
    for (auto one = m_told.begin(); one != m_told.end();) {
        const bool old = steadyMs() - one->second.atMs > toldMs;
        if (old)
            wipe(one->second.reply.body);
        one = old ? m_told.erase(one) : std::next(one);
    }
}

} // namespace proxy
