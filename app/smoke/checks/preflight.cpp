// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "net/endpoint.h"
#include "net/fingerprint.h"
#include "smoke/chat.h"
#include "smoke/preflight_facts.h"
#include "smoke/recorder.h"
#include "smoke/refusal.h"
#include "smoke/words.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

// T00: is anybody there, is it an API, and does it look at keys at all? No spend: the only chat uses a wrong key.
namespace smoke {
namespace {

net::Request quick(net::Request request, const Bench &bench)
{
    request.limits.firstHeader = std::min(request.limits.firstHeader, bench.pace.lifeSign);
    return request;
}

net::Request statusRequest(const Bench &bench)
{
    net::Request request;
    request.url = net::endpoint(bench.target.adminBase, statusRouteOf(bench.target.kind));
    if (!bench.target.adminKey.isEmpty())
        request.headers << net::bearer(bench.target.adminKey);
    request.limits = bench.target.limits;
    return quick(request, bench);
}

net::Request oneTokenChat(const Bench &bench, const QString &alias, const QString &nonce)
{
    Target wrong = bench.target;
    wrong.alias = alias;
    wrong.key = net::wrongKeyLike(bench.target.key);
    QJsonObject body;
    body[u"model"_s] = alias;
    body[u"messages"_s] = messages(u"Answer with the token only."_s, nonce);
    body[u"max_tokens"_s] = 1;
    return quick(chatRequest(wrong, body, nonce), bench);
}

// A call that must be refused. What is neither refusal nor answer (an overload guard, say) is asked once more.
Task<net::Exchange> provoke(Bench &bench, QString label, net::Request request)
{
    bench.http.next(label, Recorder::Call::Provoked);
    net::Exchange exchange = co_await bench.http.send(request);
    if (isRefusal(exchange) || exchange.status == 200)
        co_return exchange;
    co_await Pause(bench.pace.beforeRepeat);
    bench.http.next(label, Recorder::Call::Provoked);
    exchange = co_await bench.http.send(request);
    co_return exchange;
}

Task<> askForKeys(Bench &bench, PreflightFacts &facts)
{
    Target wrong = bench.target;
    wrong.key = net::wrongKeyLike(bench.target.key);
    const auto withWrongKey = quick(listRequest(wrong), bench);
    facts.wrongKeyList = co_await provoke(bench, u"T00d"_s, withWrongKey);
    auto withoutKey = withWrongKey;
    withoutKey.headers.clear();
    facts.noKeyList = co_await provoke(bench, u"T00e"_s, withoutKey);
    if (facts.chatAlias.isEmpty())
        co_return;
    const QString nonce = bench.nonce();
    const auto chat = oneTokenChat(bench, facts.chatAlias, nonce);
    facts.wrongKeyChat = co_await provoke(bench, u"T00f"_s, chat);
}

Task<> lookBelowV1(Bench &bench, PreflightFacts &facts)
{
    Target below = bench.target;
    below.dataBase = net::endpoint(bench.target.dataBase, u"v1"_s);
    bench.http.next(u"T00g"_s);
    const auto request = quick(listRequest(below), bench);
    facts.listBelowV1 = co_await bench.http.send(request);
}

// The list is late: is the process hung, or is only this path slow?
Task<> lookForLife(Bench &bench, PreflightFacts &facts)
{
    auto request = quick(listRequest(bench.target), bench);
    request.headers.clear();
    bench.http.next(u"T00e"_s, Recorder::Call::Provoked);
    facts.noKeyList = co_await bench.http.send(request);
}

void noteServer(Bench &bench, const net::Exchange &list)
{
    const QString server = QString::fromUtf8(list.header("server"));
    if (!server.isEmpty())
        bench.http.note(translate("smoke", "It calls itself “%1”.").arg(server.left(100)));
    if (list.tls)
        bench.http.note(translate("smoke", "Encrypted by %1.").arg(list.tls->protocol));
}

bool late(const net::Exchange &list)
{
    return list.failure && list.failure->kind == FailureKind::Timeout && list.timings.sent && !answered(list);
}

// A hung process is found in seconds: the list gets its whole limit only where something answers.
Task<> askForList(Bench &bench, PreflightFacts &facts)
{
    facts.listStarted = bench.clock.now();
    bench.http.next(u"T00c"_s, Recorder::Call::Measured);
    auto request = listRequest(bench.target);
    const auto whole =
        std::exchange(request.limits.firstHeader, std::min(request.limits.firstHeader, 3 * bench.pace.lifeSign));
    facts.list = co_await bench.http.send(request);
    if (!late(facts.list))
        co_return;
    co_await lookForLife(bench, facts);
    if (!answered(facts.noKeyList))
        co_return;
    bench.http.note(
        translate("smoke", "The model list took long, so it was asked for once more with its whole limit."));
    facts.listStarted = bench.clock.now();
    request.limits.firstHeader = whole;
    bench.http.next(u"T00c"_s, Recorder::Call::Measured);
    facts.list = co_await bench.http.send(request);
}

void readModels(const Bench &bench, PreflightFacts &facts)
{
    const QStringList models = modelsIn(facts.list);
    facts.chatAlias = bench.aliases.isEmpty() ? models.value(0) : bench.aliases.first();
}

Task<Verdict> run(Bench &bench)
{
    PreflightFacts facts;
    facts.dataBase = bench.target.dataBase;
    facts.kind = bench.target.kind;
    facts.wanted = bench.aliases;
    facts.hasStatusRoute = bench.target.adminBase.isValid() && !statusRouteOf(facts.kind).isEmpty();
    if (facts.hasStatusRoute) {
        bench.http.next(u"T00b"_s, Recorder::Call::Provoked);
        const auto request = statusRequest(bench);
        facts.status = co_await bench.http.send(request);
    }
    co_await askForList(bench, facts);
    readModels(bench, facts);
    noteServer(bench, facts.list);
    if (facts.list.status == 404 && versionSegments(facts.dataBase) == 0)
        co_await lookBelowV1(bench, facts);
    if (answered(facts.list))
        co_await askForKeys(bench, facts);
    Verdict verdict;
    judgePreflight(facts, bench.clock.now(), verdict);
    co_return verdict;
}

} // namespace

extern const Check preflight;
const Check preflight{"T00", "", QT_TRANSLATE_NOOP("smoke", "Preflight"), false, run};

} // namespace smoke
