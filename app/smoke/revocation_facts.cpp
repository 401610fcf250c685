// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/revocation_facts.h"
#include "smoke/refusal.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smoke {

RevocationFacts::Probe probeOf(const net::Exchange &exchange)
{
    if (exchange.failure || isWebPage(exchange))
        return RevocationFacts::Probe::Undecided;
    if (isRefusal(exchange))
        return RevocationFacts::Probe::Refused;
    return exchange.status == 200 ? RevocationFacts::Probe::Admitted : RevocationFacts::Probe::Undecided;
}

void RevocationFacts::take(const net::Exchange &exchange, std::chrono::milliseconds after)
{
    last = exchange;
    tried = after;
    switch (probeOf(exchange)) {
    case Probe::Refused:
        ++refused;
        ++running;
        return;
    case Probe::Admitted:
        ++admitted;
        swings += running > 0;
        lastAdmitted = after;
        break;
    case Probe::Undecided:
        ++undecided;
        break;
    }
    running = 0;
}

RevocationFacts factsSoFar(const QList<Evidence> &calls)
{
    RevocationFacts facts;
    if (calls.isEmpty() || calls.first().open)
        return facts;
    facts.control = calls.first().exchange;
    for (const Evidence &call : calls.sliced(1))
        if (!call.open)
            facts.take(call.exchange, std::chrono::milliseconds(calls.at(1).started.msecsTo(call.started)));
    return facts;
}

static QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1);
}

// The key that never existed must have been refused, else a refusal would mean nothing and an answer neither.
static bool controlHolds(const RevocationFacts &facts, Verdict &verdict)
{
    const auto probe = probeOf(facts.control);
    if (probe == RevocationFacts::Probe::Refused)
        return true;
    if (probe == RevocationFacts::Probe::Undecided)
        verdict.add(Outcome::Inconclusive, u"T07.V8"_s, refusalText(facts.control));
    else if (facts.byChat)
        verdict.add(Outcome::Failed, u"T07.V8"_s,
            translate("smoke", "A key that never existed is admitted too: this gateway looks at no keys here."));
    else
        verdict.add(Outcome::Inconclusive, u"T07.V8"_s,
            translate(
                "smoke", "The model list is given to anybody, so it proves nothing: name an alias to be called."));
    return false;
}

static void judgeNever(const RevocationFacts &facts, const QMap<QString, double> &numbers, Verdict &verdict)
{
    if (probeOf(facts.last) == RevocationFacts::Probe::Undecided)
        return verdict.add(Outcome::Inconclusive, u"T07.V8"_s, refusalText(facts.last), numbers);
    verdict.add(Outcome::Failed, u"T07.V8"_s,
        translate("smoke", "Still admitted after %1 s, in %n call(s): the gateway goes on serving this key.", nullptr,
            facts.admitted)
            .arg(seconds(facts.tried)),
        numbers);
}

void judgeRevocation(const RevocationFacts &facts, Verdict &verdict)
{
    if (!controlHolds(facts, verdict))
        return;
    const QMap<QString, double> numbers{{u"admitted"_s, facts.admitted}, {u"refused"_s, facts.refused},
        {u"undecided"_s, facts.undecided}, {u"lag_seconds"_s, double(facts.lastAdmitted.count()) / 1000.0}};
    if (!facts.proven())
        return judgeNever(facts, numbers, verdict);
    if (facts.admitted == 0)
        return verdict.add(Outcome::Passed, u"T07.V8"_s,
            translate("smoke", "Refused from the first call on, %n time(s) in a row.", nullptr, facts.running),
            numbers);
    const Outcome weight = facts.lastAdmitted <= 5s ? Outcome::Passed
        : facts.lastAdmitted <= 60s                 ? Outcome::Warned
                                                    : Outcome::Failed;
    QString text = translate("smoke", "Effective after %1 s, %n call(s) admitted meanwhile.", nullptr, facts.admitted)
                       .arg(seconds(facts.lastAdmitted));
    if (facts.swings > 0)
        text += u' '
            + translate("smoke", "Refused and admitted by turns: several workers, each of which learns it by itself.");
    verdict.add(weight, u"T07.V8"_s, text, numbers);
}

} // namespace smoke
