// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/proof_words.h"
#include "pages/key_words.h"
#include "smoke/next_step.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pages {

namespace {

using kit::Status;
using workspace::RefusalProof;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::ProofSheet)
};

// "Disabled at 14:02:11, refused from 14:02:52 on."
QString boundsInWords(const smoke::RevocationFacts &facts, const QTimeZone &zone)
{
    const auto since = facts.refusedSince();
    if (!since)
        return {};
    return Words::tr("%1, refused from %2 on.")
        .arg(actInWords(*facts.act, zone, *since), moment(*since, zone, facts.act->at));
}

QString lateInWords(const smoke::RevocationFacts &facts)
{
    const QString lag = lagInWords(facts.lag());
    if (facts.act)
        return Words::tr("effective after %1, %Ln call(s) admitted meanwhile.", nullptr, facts.admitted).arg(lag);
    return Words::tr(
        "effective %1 after the first call of the proof, %Ln call(s) admitted meanwhile.", nullptr, facts.admitted)
        .arg(lag);
}

// "Refused 5 times running; effective after 41 s, 3 calls admitted meanwhile. Disabled at …"
QString provenInWords(const smoke::RevocationFacts &facts, const QTimeZone &zone)
{
    const QString refused = Words::tr("Refused %Ln time(s) running", nullptr, facts.running);
    QStringList parts{facts.admitted == 0 ? Words::tr("%1, from the first call on.").arg(refused)
                                          : Words::tr("%1; %2").arg(refused, lateInWords(facts))};
    parts << boundsInWords(facts, zone);
    if (facts.swings > 0)
        parts << Words::tr("It was refused and admitted by turns: several workers, each of which learns it by itself.");
    parts.removeAll(QString());
    return parts.join(u' ');
}

ProofSaid provenSaid(const RefusalProof::State &state, const QTimeZone &zone)
{
    const QString sentence = provenInWords(state.facts, zone);
    if (state.report.outcome == Outcome::Passed)
        return {Status::Ok, Words::tr("passed"), sentence, {}};
    const QString advice = Words::tr("It is refused now. Where that is too late, disable the provider keys behind the "
                                     "gateway first next time.");
    const bool warned = state.report.outcome == Outcome::Warned;
    return {
        warned ? Status::Warn : Status::Bad, warned ? Words::tr("passed late") : Words::tr("FAIL"), sentence, advice};
}

ProofSaid undecided(const RefusalProof::State &state, const QString &why)
{
    if (state.endedBy == "cancelled"_L1)
        return {Status::Skipped, Words::tr("stopped"), Words::tr("Stopped before anything was proven."), {}};
    const QString advice = Words::tr("Nothing is proven. Mend what is named, then prove it again.");
    return {Status::Unknown, Words::tr("inconclusive"), why, advice};
}

ProofSaid runningSaid(const RefusalProof::State &state)
{
    if (state.stopping)
        return {Status::Running, Words::tr("stopping"), {}, {}};
    const int calls = state.facts.admitted + state.facts.refused + state.facts.undecided;
    return {Status::Running, Words::tr("calling"),
        calls == 0 ? Words::tr("First a key that never existed is tried: that one must be refused.") : QString(), {}};
}

} // namespace

ProofSaid saidOf(const RefusalProof::State &state, const QTimeZone &zone)
{
    if (state.phase != RefusalProof::State::Phase::Ended)
        return runningSaid(state);
    if (state.facts.proven() && state.endedBy.isEmpty())
        return provenSaid(state, zone);
    const Reason *reason = smoke::decidingReason(state.report);
    const QString why = reason ? reason->text : QString();
    if (state.report.outcome != Outcome::Failed)
        return undecided(state, why);
    return {Status::Bad, Words::tr("FAIL"), why,
        Words::tr("Disable the provider keys behind this gateway until it refuses the key.")};
}

QString actInWords(const GivenUp &act, const QTimeZone &zone, const QDateTime &other)
{
    const QString at = moment(act.at, zone, other);
    switch (act.act) {
    case GivenUp::Act::Disabled:
        return Words::tr("Disabled at %1").arg(at);
    case GivenUp::Act::Deleted:
        return Words::tr("Deleted at %1").arg(at);
    case GivenUp::Act::Expired:
        return Words::tr("Expired at %1").arg(at);
    case GivenUp::Act::Narrowed:
        break;
    }
    return Words::tr("Its scope was narrowed at %1").arg(at);
}

QString offerInWords(const Key &key, bool works, const std::optional<GivenUp> &act)
{
    if (works)
        return Words::tr("“%1” may call fewer aliases than before").arg(key.name);
    if (act && act->act == GivenUp::Act::Deleted)
        return Words::tr("“%1” is deleted").arg(key.name);
    return Words::tr("“%1” works no more").arg(key.name);
}

QString refusalsInWords(const smoke::RevocationFacts &facts)
{
    return Words::tr("%L1 of %L2").arg(facts.running).arg(smoke::RevocationFacts::refusalsWanted);
}

QString lagInWords(std::chrono::milliseconds lag)
{
    const double seconds = double(lag.count()) / 1000.0;
    return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', lag < 10s ? 1 : 0));
}

// Some gateways show a mask in place of the first characters, which no secret can be held against.
QString strangeSecret(const Key &key, const QString &typed)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]{6,}$"_s);
    const bool alike = typed.startsWith(key.prefix) && typed.endsWith(key.lastFour);
    if (typed.isEmpty() || alike || !plain.match(key.prefix).hasMatch())
        return {};
    return Words::tr("The secret of “%1” looks like %2. Go on only if this one is from before a rotation.")
        .arg(key.name, prefixShown(key));
}

} // namespace pages
