// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redact.h"
#include "smoke/dialect.h"
#include "smoke/preflight_facts.h"
#include "smoke/refusal.h"
#include "smoke/words.h"
#include "text/words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace smoke {
namespace {

constexpr int fewestDays = 14;
constexpr qint64 largestOffsetMs = 60'000;

// The rules of T00 in the order of the specification. Each adds one reason.
struct Judge
{
    const PreflightFacts &facts;
    const QDateTime &now;
    Verdict &verdict;
    void say(int rule, Outcome weight, const QString &text, const QMap<QString, double> &numbers = {});
    bool silent() const;
    void json();
    QString pageInPlaceOfList() const;
    QString notReached() const;
    void listed();
    bool listless() const;
    bool knowsNoKeys() const;
    // Adds V3 or V4 where nothing can be decided; false: decide.
    bool undecided(int rule, const net::Exchange &exchange);
    void publicList();
    void wrongKeyServed();
    void certificate();
    void clock();
    void version();
    void life();
};

void Judge::say(int rule, Outcome weight, const QString &text, const QMap<QString, double> &numbers)
{
    verdict.add(weight, u"T00.V%1"_s.arg(rule), text, numbers);
}

bool Judge::silent() const
{
    const auto timedOut = [](const net::Exchange &exchange) {
        return exchange.failure && exchange.failure->kind == FailureKind::Timeout && exchange.timings.sent.has_value();
    };
    return timedOut(facts.list) && !answered(facts.status) && !answered(facts.noKeyList);
}

void Judge::json()
{
    const net::Exchange &list = facts.list;
    const bool lacksV1 = list.status == 404 && facts.listBelowV1.status == 200;
    if (silent()) {
        say(1, Outcome::Failed, translate("smoke", "The process accepts connections and answers nothing: restart it."));
        verdict.isEntry(hungEntry);
    } else if (!answered(list))
        say(1, Outcome::Failed, notReached());
    else if (isWebPage(list))
        say(1, Outcome::Failed, pageInPlaceOfList());
    else if (isWebPage(facts.status) && facts.status.status < 500)
        say(1, Outcome::Failed,
            translate("smoke", "The admin address answers with a web page: it is the address of a console."));
    else if (lacksV1)
        say(1, Outcome::Failed, translate("smoke", "The base URL lacks `/v1`."));
    else if (QJsonDocument::fromJson(list.body).isNull())
        say(1, Outcome::Failed,
            translate("smoke", "The model list is no JSON (%1): %2")
                .arg(QString::number(list.status), net::excerpt(list.body)));
    else
        say(1, Outcome::Passed, translate("smoke", "Answers in JSON."));
}

QString Judge::pageInPlaceOfList() const
{
    if (facts.list.status >= 500)
        return refusalText(facts.list);
    return translate(
        "smoke", "This host answers with a web page. You entered the console address; the API is on another host.");
}

QString Judge::notReached() const
{
    const text::Words words = text::wordsOf(facts.list.failure.value_or(Failure()), {{}, {}, facts.dataBase});
    return words.why + u' ' + words.next;
}

void Judge::listed()
{
    const QStringList models = modelsIn(facts.list);
    QStringList missing = facts.wanted;
    missing.removeIf([&](const QString &alias) { return models.contains(alias); });
    const QMap<QString, double> numbers{{u"models"_s, double(models.size())}};
    if (!answered(facts.list))
        say(2, Outcome::Skipped, translate("smoke", "Not judged: no model list came."));
    else if (isRefusal(facts.list))
        say(2, Outcome::Failed,
            translate("smoke", "The key was refused (%1): %2. Check which key this connection uses.")
                .arg(QString::number(facts.list.status), net::excerpt(facts.list.body)));
    else if (listless())
        say(2, Outcome::Skipped,
            translate(
                "smoke", "Not judged: this gateway tells no model list, and it promises none. T01 proves the name."));
    else if (facts.list.status != 200)
        say(2, refusalWeight(facts.list), refusalText(facts.list));
    else if (!missing.isEmpty())
        say(2, Outcome::Failed,
            translate("smoke", "Not in the model list: %1. Check the names, and what the key may call.")
                .arg(missing.join(u", "_s)),
            numbers);
    else
        say(2, Outcome::Passed,
            translate("smoke", "%1 models listed, the chosen ones among them (a listing is no proof).")
                .arg(models.size()),
            numbers);
}

bool Judge::listless() const
{
    const bool none = facts.list.status == 404 || facts.list.status == 405;
    return mayLackList(facts.kind) && none && !isWebPage(facts.list);
}

bool Judge::knowsNoKeys() const
{
    return facts.kind == u"portkey";
}

bool Judge::undecided(int rule, const net::Exchange &exchange)
{
    if (knowsNoKeys())
        say(rule, Outcome::Unsupported,
            translate("smoke", "No keys of its own: whoever reaches this port may use it."));
    else if (exchange.status == 0 && !exchange.failure)
        say(rule, Outcome::Skipped, translate("smoke", "Not judged: the gateway did not answer before."));
    else if (exchange.status == 200 && (isWebPage(exchange) || QJsonDocument::fromJson(exchange.body).isNull()))
        say(rule, Outcome::Skipped, translate("smoke", "Not judged: what answered is no API (see V1)."));
    else if (exchange.failure && exchange.failure->kind == FailureKind::Budget)
        say(rule, Outcome::Inconclusive,
            translate("smoke",
                "Not judged: the cost cap of this run left no room for a call with a wrong key, so none was made. "
                "Raise the cap."));
    else if (!isRefusal(exchange) && exchange.status != 200)
        say(rule, Outcome::Inconclusive,
            translate("smoke", "A wrong key got neither an answer nor a refusal, twice. %1")
                .arg(refusalText(exchange)));
    else
        return false;
    return true;
}

void Judge::publicList()
{
    if (listless())
        return say(3, Outcome::Skipped, translate("smoke", "Not judged: there is no model list."));
    const net::Exchange &worse = isRefusal(facts.wrongKeyList) ? facts.noKeyList : facts.wrongKeyList;
    if (undecided(3, worse))
        return;
    if (isRefusal(worse))
        say(3, Outcome::Passed,
            translate("smoke", "The model list is refused to a wrong key (%1) and to no key (%2).")
                .arg(facts.wrongKeyList.status)
                .arg(facts.noKeyList.status));
    else
        say(3, Outcome::Warned,
            translate("smoke", "Model list is public on this gateway: it proves nothing about the key."));
}

void Judge::wrongKeyServed()
{
    const net::Exchange &chat = facts.wrongKeyChat;
    if (facts.chatAlias.isEmpty())
        say(4, knowsNoKeys() ? Outcome::Unsupported : Outcome::Skipped,
            translate("smoke", "Not judged: no alias is known to ask for."));
    else if (undecided(4, chat))
        return;
    else if (isRefusal(chat))
        say(4, Outcome::Passed, translate("smoke", "A call with a wrong key is refused (%1).").arg(chat.status));
    else
        say(4, Outcome::Failed,
            translate("smoke",
                "The gateway served a request with an invalid key. Keys are not enforced (on Bifrost this is the "
                "default until authentication for inference is turned on). Do not launch."));
}

void Judge::certificate()
{
    const auto &tls = facts.list.tls;
    if (facts.dataBase.scheme() != u"https") {
        say(5, Outcome::Passed, translate("smoke", "Not applicable: the connection is not encrypted (http)."));
        return;
    }
    if (!tls) {
        say(5, answered(facts.list) ? Outcome::Inconclusive : Outcome::Skipped,
            translate("smoke", "Not judged: no certificate was seen."));
        return;
    }
    const qint64 days = now.daysTo(tls->expires);
    const QString date = tls->expires.date().toString(Qt::ISODate);
    const QMap<QString, double> numbers{{u"days"_s, double(days)}};
    if (days < fewestDays)
        say(5, Outcome::Warned,
            translate("smoke", "The certificate of %1 ends on %2, in %3 days: renew it.")
                .arg(tls->subject, date, QString::number(days)),
            numbers);
    else
        say(5, Outcome::Passed,
            translate("smoke", "The certificate of %1 is valid until %2 (%3).").arg(tls->subject, date, tls->protocol),
            numbers);
}

void Judge::clock()
{
    const auto offset = clockOffsetMs(facts.list, facts.listStarted);
    if (!offset) {
        say(6, Outcome::Passed, translate("smoke", "Not applicable: the gateway sends no Date header."));
        return;
    }
    const QMap<QString, double> numbers{{u"offset ms"_s, double(*offset)}};
    if (std::abs(*offset) >= largestOffsetMs)
        say(6, Outcome::Warned,
            translate(
                "smoke", "Its clock is %1 s off ours: usage will be looked for at the wrong time. Set both by NTP.")
                .arg(*offset / 1000),
            numbers);
    else
        say(6, Outcome::Passed,
            translate("smoke", "Its clock is within %1 s of ours.").arg(std::abs(*offset) / 1000 + 1), numbers);
}

void Judge::version()
{
    const int segments = versionSegments(facts.dataBase);
    const QMap<QString, double> numbers{{u"segments"_s, segments}};
    if (segments > 1)
        say(7, Outcome::Failed, translate("smoke", "The client adds `/v1` itself; remove it from the base URL."),
            numbers);
    else if (segments == 0 && facts.listBelowV1.status == 200)
        say(7, Outcome::Failed, translate("smoke", "The base URL lacks `/v1`."), numbers);
    else if (segments == 0)
        say(7, Outcome::Warned,
            translate("smoke", "The base URL has no version segment; most clients expect `/v1` at its end."), numbers);
    else
        say(7, Outcome::Passed, translate("smoke", "The base URL has one version segment."), numbers);
}

void Judge::life()
{
    const net::Exchange &status = facts.status;
    const bool json = !QJsonDocument::fromJson(status.body).isNull();
    if (!facts.hasStatusRoute)
        say(8, Outcome::Passed, translate("smoke", "Not applicable: this connection has no status route."));
    else if (!answered(status))
        say(8, Outcome::Failed,
            translate("smoke", "The admin plane does not answer. ") + causeText(status.failure.value_or(Failure())));
    else if (status.status == 200 && json)
        say(8, Outcome::Passed, translate("smoke", "The status route answers in JSON."));
    else if (isRefusal(status) && json)
        say(8, Outcome::Passed,
            translate("smoke", "The status route proves life only: it refused us (%1).").arg(status.status));
    else {
        say(8, Outcome::Failed,
            translate("smoke", "The status route proves nothing (%1, no JSON): 200 alone is no login.")
                .arg(status.status));
        verdict.isEntry(u"D88"_s);
    }
}

} // namespace

void judgePreflight(const PreflightFacts &facts, const QDateTime &now, Verdict &verdict)
{
    Judge judge{facts, now, verdict};
    judge.json();
    judge.listed();
    judge.publicList();
    judge.wrongKeyServed();
    judge.certificate();
    judge.clock();
    judge.version();
    judge.life();
}

} // namespace smoke
