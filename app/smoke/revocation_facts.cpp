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
        refusedFrom = running == 0 ? after : refusedFrom;
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

RevocationFacts factsSoFar(const QList<Evidence> &calls, const std::optional<GivenUp> &act)
{
    RevocationFacts facts;
    facts.act = act;
    if (calls.isEmpty() || calls.first().open)
        return facts;
    facts.control = calls.first().exchange;
    for (const Evidence &call : calls.sliced(1)) {
        const QDateTime origin = act ? act->at : calls.at(1).started;
        if (!call.open)
            facts.take(call.exchange, std::chrono::milliseconds(origin.msecsTo(call.started)));
    }
    return facts;
}

std::optional<QDateTime> RevocationFacts::refusedSince() const
{
    return act && proven() ? std::optional(act->at.addMSecs(refusedFrom.count())) : std::nullopt;
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

static QString actInWords(GivenUp::Act act)
{
    switch (act) {
    case GivenUp::Act::Disabled:
        return translate("smoke", "disabled");
    case GivenUp::Act::Deleted:
        return translate("smoke", "deleted");
    case GivenUp::Act::Expired:
        return translate("smoke", "expired");
    case GivenUp::Act::Narrowed:
        break;
    }
    return translate("smoke", "its scope narrowed");
}

// From when the times count: "(disabled at 14:02:11 UTC, refused from 14:02:52 UTC on)".
static QString countedFrom(const RevocationFacts &facts)
{
    if (!facts.act)
        return translate("smoke", "(Counted from the first call of the proof: when it was given up is not known.)");
    const QDateTime from = facts.refusedSince().value_or(facts.act->at);
    const QString form = from.date() == facts.act->at.date() ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s;
    return translate("smoke", "(%1 at %2 UTC, refused from %3 UTC on)")
        .arg(actInWords(facts.act->act), facts.act->at.toUTC().toString(form), from.toUTC().toString(form));
}

static QString atOnceText(const RevocationFacts &facts)
{
    const QString text =
        translate("smoke", "Refused from the first call on, %n time(s) in a row.", nullptr, facts.running);
    return facts.act ? text + u' ' + countedFrom(facts) : text;
}

static QString lateText(const RevocationFacts &facts)
{
    const QString text =
        translate("smoke", "Effective after %1 s, %n call(s) admitted meanwhile.", nullptr, facts.admitted)
            .arg(seconds(facts.lag()));
    const QString turns =
        translate("smoke", "Refused and admitted by turns: several workers, each of which learns it by itself.");
    QStringList parts{text, countedFrom(facts)};
    if (facts.swings > 0)
        parts << turns;
    return parts.join(u' ');
}

void judgeRevocation(const RevocationFacts &facts, Verdict &verdict)
{
    if (!controlHolds(facts, verdict))
        return;
    const QMap<QString, double> numbers{{u"admitted"_s, facts.admitted}, {u"refused"_s, facts.refused},
        {u"undecided"_s, facts.undecided}, {u"lag_seconds"_s, double(facts.lag().count()) / 1000.0}};
    if (!facts.proven())
        return judgeNever(facts, numbers, verdict);
    if (facts.admitted == 0)
        return verdict.add(Outcome::Passed, u"T07.V8"_s, atOnceText(facts), numbers);
    const Outcome weight = facts.lag() <= 5s ? Outcome::Passed : facts.lag() <= 60s ? Outcome::Warned : Outcome::Failed;
    verdict.add(weight, u"T07.V8"_s, lateText(facts), numbers);
}

} // namespace smoke
