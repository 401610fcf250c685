// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "net/fingerprint.h"
#include "smoke/chat.h"
#include "smoke/recorder.h"
#include "smoke/revocation_facts.h"
#include "smoke/words.h"
#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// T07g: a key that was given up is called with, once a second, until it was refused five times running: a gateway with
// several workers may go on serving it for a minute, and each call goes over a connection of its own, so that all are met.
// One chat of one token where an alias is named, else the model list.
namespace smoke {
namespace {

net::Request probeWith(const Bench &bench, const Secret &key, const QString &nonce)
{
    Target target = bench.target;
    target.key = key;
    target.alias = bench.aliases.value(0);
    if (target.alias.isEmpty())
        return listRequest(target);
    QJsonObject body;
    body[u"model"_s] = target.alias;
    body[u"messages"_s] = messages(u"Answer with the token only."_s, nonce);
    body[u"max_tokens"_s] = 1;
    return chatRequest(target, body, nonce);
}

Task<net::Exchange> probe(Bench &bench, Secret key)
{
    const QString nonce = bench.nonce();
    net::Request request = probeWith(bench, key, nonce);
    request.fresh = true; // a kept connection would meet the same worker again and again
    bench.http.next(u"T07g"_s, Recorder::Call::Provoked);
    co_return co_await bench.http.send(request);
}

Task<Verdict> run(Bench &bench)
{
    RevocationFacts facts;
    facts.act = bench.givenUp;
    facts.byChat = !bench.aliases.isEmpty();
    const Secret never = net::wrongKeyLike(bench.target.key);
    facts.control = co_await probe(bench, never);
    const bool meaningful = probeOf(facts.control) == RevocationFacts::Probe::Refused;
    QElapsedTimer since;
    since.start();
    const std::chrono::milliseconds lead(facts.act ? facts.act->at.msecsTo(bench.clock.now()) : 0);
    while (meaningful && !facts.proven() && since.elapsed() < bench.pace.probing.count()) {
        if (facts.admitted + facts.refused + facts.undecided > 0)
            co_await Pause(bench.pace.betweenProbes);
        const auto after = lead + std::chrono::milliseconds(since.elapsed());
        const net::Exchange exchange = co_await probe(bench, bench.target.key);
        facts.take(exchange, after);
    }
    Verdict verdict;
    judgeRevocation(facts, verdict);
    co_return verdict;
}

} // namespace

extern const Check revocation;
const Check revocation{
    "T07", "g", QT_TRANSLATE_NOOP("smoke", "Refusal of a key given up"), false, run, true, nullptr, true};

} // namespace smoke
