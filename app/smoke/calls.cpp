// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/calls.h"
#include "base/task_scope.h"
#include "base/wait.h"
#include "smoke/adaptation.h"
#include "smoke/bell.h"
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace smoke {

static constexpr int mostAdaptations = 3;

static qint64 limitOf(const QJsonObject &body)
{
    return std::max(body["max_tokens"_L1].toInteger(), body["max_completion_tokens"_L1].toInteger());
}

static std::optional<Adaptation> adaptationFor(const Answer &answer)
{
    if (const auto adapted = afterRefusal(answer.body, answer.exchange))
        return adapted;
    return answer.exchange.status == 200
        ? afterEmptyAnswer(answer.body, answer.reply.finishReason, answer.reply.content)
        : std::nullopt;
}

Task<Answer> chat(Bench &bench, QString label, QJsonObject body, QString nonce)
{
    Answer answer;
    answer.body = body;
    answer.nonce = nonce;
    for (int tries = 0;; ++tries) {
        bench.http.next(label, label == u"T01b" ? Recorder::Call::Plain : Recorder::Call::Measured);
        auto request = chatRequest(bench.target, answer.body, nonce);
        answer.exchange = co_await bench.http.send(std::move(request));
        answer.reply = readReply(answer.exchange.body);
        const auto adapted = adaptationFor(answer);
        if (!adapted || tries == mostAdaptations)
            co_return answer;
        answer.body = adapted->body;
        bench.http.note(adapted->note);
    }
}

namespace {

// What the pump leaves for the one who waits.
struct Pumped
{
    std::optional<net::Exchange> exchange;
    StreamFacts facts;
    bool enough = false;
};

} // namespace

static Task<> pump(Recorder &http, net::Request request, net::OnFrame onFrame, Pumped &out, Bell &bell)
{
    out.exchange.emplace(co_await http.stream(std::move(request), std::move(onFrame)));
    bell.ring();
}

static Task<Streamed> streamOnce(Bench &bench, net::Request request, Enough enough)
{
    Pumped pumped;
    Bell bell;
    const auto limit = request.limits.total + request.limits.total;
    const auto onFrame = [&pumped, &bell, enough](const net::Frame &frame) {
        if (pumped.enough)
            return;
        pumped.facts.add(frame);
        pumped.enough = enough && enough(pumped.facts, frame);
        if (pumped.enough)
            bell.ring();
    };
    TaskScope scope;
    scope.run(pump(bench.http, std::move(request), onFrame, pumped, bell));
    while (!pumped.exchange && !pumped.enough)
        co_await SignalWait(&bell, &Bell::rung, limit);

    Streamed streamed;
    streamed.closedByUs = !pumped.exchange;
    QElapsedTimer closing;
    closing.start();
    scope.cancel();
    streamed.closeNs = closing.nsecsElapsed();
    if (streamed.closedByUs)
        bench.http.closeOpen();
    streamed.exchange = streamed.closedByUs ? bench.http.calls().last().exchange : *pumped.exchange;
    streamed.facts = std::move(pumped.facts);
    co_return streamed;
}

static std::optional<Adaptation> adaptationFor(const QJsonObject &body, const Streamed &streamed)
{
    if (const auto adapted = afterRefusal(body, streamed.exchange))
        return adapted;
    const bool whole = streamed.exchange.status == 200 && !streamed.closedByUs;
    return whole ? afterEmptyAnswer(body, streamed.facts.finishReason, streamed.facts.text) : std::nullopt;
}

Task<Streamed> streamChat(Bench &bench, QString label, QJsonObject body, QString nonce, Enough enough)
{
    for (int tries = 0;; ++tries) {
        bench.http.next(label, Recorder::Call::Measured);
        auto request = chatRequest(bench.target, body, nonce);
        Streamed streamed = co_await streamOnce(bench, std::move(request), enough);
        streamed.maxTokens = limitOf(body);
        const auto adapted = adaptationFor(body, streamed);
        if (!adapted || tries == mostAdaptations)
            co_return streamed;
        body = adapted->body;
        bench.http.note(adapted->note);
    }
}

} // namespace smoke
