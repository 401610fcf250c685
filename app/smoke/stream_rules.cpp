// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/refusal.h"
#include "smoke/stream_facts.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;

namespace smoke {

static constexpr int fewestPieces = 10;
static constexpr double leastSpread = 0.2;

static double ms(qint64 ns)
{
    const qint64 micros = ns / 1000;
    return double(micros) / 1000;
}

static QString whole(double number)
{
    return QString::number(number, 'f', 0);
}

static void unlessStreamed(const Exchange &exchange, Verdict &verdict)
{
    const QString type = QString::fromLatin1(exchange.header("content-type"));
    const auto v1 = [&](Outcome weight, const QString &text) {
        verdict.add(weight, u"T03.V1"_s, text, {{u"status"_s, exchange.status}});
    };
    if (exchange.status != 200 || isWebPage(exchange))
        v1(refusalWeight(exchange), refusalText(exchange));
    else if (type.startsWith(u"application/json"))
        v1(Outcome::Failed,
            translate("smoke", "The gateway ignored `stream:true` for this alias: it answered with JSON."));
    else
        v1(Outcome::Failed, translate("smoke", "The content type is “%1”, not text/event-stream.").arg(type));
}

void judgeStreamType(const Exchange &exchange, Verdict &verdict)
{
    if (exchange.status == 200 && exchange.header("content-type").startsWith("text/event-stream"))
        verdict.add(Outcome::Passed, u"T03.V1"_s, translate("smoke", "Answered as text/event-stream."));
    else
        unlessStreamed(exchange, verdict);
}

void judgeFrames(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict)
{
    const QMap<QString, double> numbers{{u"frames"_s, facts.frames}, {u"unreadable"_s, facts.unreadable}};
    const auto v2 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V2"_s, text, numbers); };
    if (facts.unreadable > 0)
        v2(Outcome::Failed,
            translate("smoke", "%1 of %2 frames are neither a JSON object nor [DONE].")
                .arg(facts.unreadable)
                .arg(facts.frames));
    else if (facts.brokenText > 0)
        v2(Outcome::Failed, translate("smoke", "%1 frames are no valid UTF-8.").arg(facts.brokenText));
    else if (!exchange.body.isEmpty() && !exchange.failure)
        v2(Outcome::Warned,
            translate("smoke", "The last frame is not closed by a blank line: strict clients drop it."));
    else
        v2(Outcome::Passed, translate("smoke", "All %1 frames can be read.").arg(facts.frames));
}

void judgePieces(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict)
{
    const qint64 first = facts.pieceArrivals.value(0);
    const qint64 last = facts.pieceArrivals.isEmpty() ? 0 : facts.pieceArrivals.last();
    const double total = double(exchange.timings.end.value_or(last));
    const double spread = total > 0 ? double(last - first) / total : 0;
    const QMap<QString, double> numbers{{u"pieces"_s, facts.pieces}, {u"spread"_s, spread}};
    const auto v3 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V3"_s, text, numbers); };
    if (facts.pieces < fewestPieces)
        v3(Outcome::Warned,
            translate("smoke", "Only %n piece(s) of text; 10 or more were expected.", nullptr, facts.pieces));
    else if (spread < leastSpread)
        v3(Outcome::Warned,
            translate("smoke",
                "Buffered: all frames arrived within %1 ms after %2 ms of silence. A proxy between you and the gateway "
                "is "
                "buffering (common: response buffering, compression of event streams, HTTP/1.0 upstream).")
                .arg(whole(ms(last - first)), whole(ms(first))));
    else
        v3(Outcome::Passed,
            translate("smoke", "%1 pieces arrived bit by bit over %2 ms.")
                .arg(facts.pieces)
                .arg(whole(ms(last - first))));
}

static void judgeWithoutFinish(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict)
{
    const QString cause = exchange.failure ? u' ' + causeText(*exchange.failure) : QString();
    if (facts.done)
        verdict.add(Outcome::Failed, u"T03.V4"_s,
            translate("smoke",
                "The provider broke off and the gateway closed the stream as if complete: [DONE] without a finish "
                "reason. Clients that wait for [DONE] only will store a cut answer."));
    else
        verdict.add(Outcome::Failed, u"T03.V4"_s,
            translate("smoke", "Stream ended without any end mark: cut after %n piece(s).", nullptr, facts.pieces)
                + cause);
    verdict.isEntry(facts.done ? u"D99"_s : u"D101"_s);
}

// The table "End of stream" of T03: [DONE] and a usage frame prove nothing alone.
void judgeEnd(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict)
{
    const auto v4 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V4"_s, text); };
    if (facts.error) {
        v4(Outcome::Failed,
            translate(
                "smoke", "HTTP 200, then an error in the stream: “%1”. Retrying is safe only if no content was used.")
                .arg(facts.errorText.left(200)));
        verdict.isEntry(u"D34"_s);
    } else if (facts.finishes == 0)
        judgeWithoutFinish(facts, exchange, verdict);
    else if (facts.finishes > 1 || facts.afterDone > 0)
        v4(Outcome::Warned, translate("smoke", "The finish reason came twice, or frames came after [DONE]."));
    else if (!facts.done)
        v4(Outcome::Warned,
            translate("smoke",
                "The stream ended without its terminal marker; a finish reason was seen, so the answer is complete."));
    else
        v4(Outcome::Passed,
            translate("smoke", "One finish reason (%1), then [DONE]: complete in form.").arg(facts.finishReason));
}

void judgeUsageAsked(const StreamFacts &facts, Verdict &verdict)
{
    const QMap<QString, double> numbers{
        {u"input"_s, double(facts.usage.prompt)}, {u"output"_s, double(facts.usage.completion)}};
    if (facts.usage.seen && facts.usage.prompt + facts.usage.completion > 0)
        verdict.add(Outcome::Passed, u"T03.V5"_s,
            translate("smoke", "Usage came with the stream: %1 in, %2 out.")
                .arg(facts.usage.prompt)
                .arg(facts.usage.completion),
            numbers);
    else
        verdict.add(Outcome::Warned, u"T03.V5"_s,
            translate("smoke",
                "Streaming usage is missing. On this gateway streamed calls may be recorded as zero; check T06 before "
                "launch."),
            numbers);
}

void judgeUsageUnasked(const StreamFacts &facts, Verdict &verdict)
{
    const QString text = facts.usageFrames > 0
        ? translate("smoke", "The gateway sends a usage frame without being asked.")
        : translate("smoke", "No usage frame without asking, as the standard has it.");
    verdict.add(Outcome::Passed, u"T03.V7"_s, text, {{u"usage frames"_s, facts.usageFrames}});
}

void judgeGaps(const StreamFacts &facts, const Exchange &exchange, const net::Limits &limits, Verdict &verdict)
{
    const double longest = ms(gapsOf(facts.arrivals).longest.value_or(0));
    const double limit = double(limits.idle.count());
    const QMap<QString, double> numbers{{u"longest gap ms"_s, longest}, {u"limit ms"_s, limit}};
    const auto v9 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V9"_s, text, numbers); };
    if (exchange.failure && exchange.failure->kind == FailureKind::Timeout)
        v9(Outcome::Failed,
            translate("smoke", "A limit fired after %n piece(s). ", nullptr, facts.pieces)
                + causeText(*exchange.failure));
    else if (longest > limit)
        v9(Outcome::Failed, translate("smoke", "No byte for %1 s after the first token.").arg(whole(longest / 1000)));
    else
        v9(Outcome::Passed,
            translate("smoke", "The longest gap was %1 ms; the idle limit is %2 ms.")
                .arg(whole(longest), whole(limit)));
}

void judgeSameness(const StreamFacts &facts, Verdict &verdict)
{
    const auto v10 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V10"_s, text); };
    if (facts.ids.size() > 1 || facts.models.size() > 1)
        v10(Outcome::Failed, translate("smoke", "The id or the model changes within one answer."));
    else if (facts.ids.isEmpty() || facts.withoutId > 0)
        v10(Outcome::Warned, translate("smoke", "Chunks without an id: they cannot be told apart in a log."));
    else
        v10(Outcome::Passed, translate("smoke", "All chunks carry the same id and model."));
}

} // namespace smoke
