// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/select.h"
#include "net/redact.h"
#include "smoke/calls.h"
#include "smoke/dialect.h"
#include "smoke/identity.h"
#include "smoke/refusal.h"
#include "smoke/words.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

// T01: one plain chat call, and the identical one again to see whether a cache answers.
namespace smoke {
namespace {

// The rules in the order of the specification. Each adds one reason.
struct Judge
{
    const Answer &answer;
    const Target &target;
    Verdict &verdict;
    void say(int rule, Outcome weight, const QString &text, const QMap<QString, double> &numbers = {});
    void status();
    void content();
    void finish();
    void usage();
    void model();
    void handle();
};

void Judge::say(int rule, Outcome weight, const QString &text, const QMap<QString, double> &numbers)
{
    verdict.add(weight, u"T01.V%1"_s.arg(rule), text, numbers);
}

void Judge::status()
{
    const QByteArray type = answer.exchange.header("content-type");
    if (answer.exchange.status == 200 && answer.reply.error)
        say(1, Outcome::Failed,
            translate("smoke",
                "Success code with an error body. Clients that look only at the status will take this for an "
                "answer."));
    else if (answer.exchange.status != 200 || answer.exchange.failure)
        say(1, refusalWeight(answer.exchange), refusalText(answer.exchange));
    else if (!type.startsWith("application/json") || !answer.reply.json)
        say(1, Outcome::Failed,
            translate("smoke", "200, but no JSON: the content type is “%1”.").arg(QString::fromLatin1(type)));
    else
        say(1, Outcome::Passed, translate("smoke", "200 and application/json."));
}

void Judge::content()
{
    const Reply &reply = answer.reply;
    if (reply.choices != 1 || reply.role != u"assistant")
        say(2, Outcome::Failed,
            translate("smoke", "%1 choices, role “%2”; one choice of the assistant was expected.")
                .arg(QString::number(reply.choices), reply.role));
    else if (reply.content.isEmpty() && reply.finishReason == u"length")
        say(2, Outcome::Failed, translate("smoke", "The whole budget went to reasoning tokens; raise the limit."));
    else if (reply.content.isEmpty())
        say(2, Outcome::Failed, translate("smoke", "The answer has no content."));
    else if (!reply.content.contains(answer.nonce))
        say(2, Outcome::Warned,
            translate("smoke", "The model did not follow: the token to repeat is not in its answer."));
    else
        say(2, Outcome::Passed, translate("smoke", "One choice of the assistant; it repeats the token."));
}

void Judge::finish()
{
    const QString &reason = answer.reply.finishReason;
    if (reason == u"stop")
        say(3, Outcome::Passed, translate("smoke", "Finish reason stop."));
    else if (reason.isEmpty())
        say(3, Outcome::Failed, translate("smoke", "No finish reason."));
    else
        say(3, Outcome::Warned, translate("smoke", "Finish reason “%1” instead of stop.").arg(reason));
}

void Judge::usage()
{
    const Usage &usage = answer.reply.usage;
    const QMap<QString, double> numbers{
        {u"input"_s, double(usage.prompt)}, {u"output"_s, double(usage.completion)}, {u"total"_s, double(usage.total)}};
    if (!usage.seen)
        say(4, Outcome::Warned,
            translate("smoke", "No usage in the answer. Cost cannot be checked from the client side; T06 decides."));
    else if (usage.prompt <= 0 || usage.completion <= 0)
        say(4, Outcome::Failed,
            translate("smoke", "Usage counts nothing: %1 in, %2 out.").arg(usage.prompt).arg(usage.completion),
            numbers);
    else
        say(4, Outcome::Passed, translate("smoke", "Usage: %1 in, %2 out.").arg(usage.prompt).arg(usage.completion),
            numbers);
}

void Judge::model()
{
    const QString &served = answer.reply.model;
    const bool direct = target.kind == selectax::kind && !letsItChoose(target);
    if (served.isEmpty())
        say(5, Outcome::Warned, translate("smoke", "The answer names no model."));
    else if (letsItChoose(target))
        say(5, Outcome::Passed, translate("smoke", "Smart mode: served by %1.").arg(served));
    else if (direct && served != target.alias)
        say(5, Outcome::Warned,
            translate("smoke", "Direct mode: x-model is not honoured. Asked %1, served %2.").arg(target.alias, served));
    else if (served == target.alias)
        say(5, Outcome::Passed, translate("smoke", "Served by the name asked for."));
    else
        say(5, Outcome::Passed, translate("smoke", "Mapped: asked %1, served %2.").arg(target.alias, served));
}

void Judge::handle()
{
    const QByteArray handle = handleOf(target.kind, answer.exchange);
    if (!handle.isEmpty())
        say(6, Outcome::Passed,
            translate("smoke", "The gateway names the call in %1.").arg(QString::fromLatin1(handle)));
    else if (givesNoHandle(target.kind))
        say(6, Outcome::Passed, translate("smoke", "This gateway is known to give no request id."));
    else
        say(6, Outcome::Warned,
            translate("smoke", "No request id of the gateway: usage can only be matched by time and tokens."));
}

void judgeCache(const Answer &first, const Answer &again, Verdict &verdict)
{
    const QString marker =
        QString::fromLatin1(again.exchange.header("x-litellm-cache-key") + again.exchange.header("x-cache"));
    const QString noted = marker.isEmpty() ? QString() : translate("smoke", " Cache marker: %1.").arg(marker);
    const auto v7 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T01.V7"_s, text + noted); };
    if (again.exchange.status != 200 || again.reply.error)
        v7(Outcome::Inconclusive,
            translate("smoke", "The identical second call was not answered (T01b): ") + refusalText(again.exchange));
    else if (again.reply.id.isEmpty())
        v7(Outcome::Warned,
            translate("smoke", "The answers carry no id: a cached answer could not be told from a new one."));
    else if (first.reply.id == again.reply.id)
        v7(Outcome::Warned, translate("smoke", "Answer came from a cache; later usage proof would be wrong."));
    else
        v7(Outcome::Passed, translate("smoke", "The identical call got a new answer: no cache in between."));
}

Task<Verdict> run(Bench &bench)
{
    const QString nonce = bench.nonce();
    QJsonObject body;
    body[u"model"_s] = bench.target.alias;
    body[u"messages"_s] = messages(u"Answer with the token only."_s, u"Repeat: %1 ✓ Привет"_s.arg(nonce));
    body[u"max_tokens"_s] = 64;
    body[u"temperature"_s] = 0;
    body[u"stream"_s] = false;
    const Answer first = co_await chat(bench, u"T01"_s, body, nonce);

    Verdict verdict;
    Judge judge{first, bench.target, verdict};
    judge.status();
    if (verdict.outcome != Outcome::Passed) {
        for (int rule = 2; rule <= 7; ++rule)
            judge.say(rule, Outcome::Skipped, translate("smoke", "Not judged: there was no answer."));
        co_return verdict;
    }
    judge.content();
    judge.finish();
    judge.usage();
    judge.model();
    judge.handle();
    const Answer again = co_await chat(bench, u"T01b"_s, first.body, nonce);
    judgeCache(first, again, verdict);
    co_return verdict;
}

} // namespace

extern const Check basicChat;
const Check basicChat{"T01", "", QT_TRANSLATE_NOOP("smoke", "Basic chat"), true, run};

} // namespace smoke
