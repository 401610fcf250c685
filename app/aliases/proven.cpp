// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/proven.h"
#include "aliases/catalog_service.h"
#include "aliases/words.h"
#include "base/or_return.h"
#include <algorithm>
#include <QSet>

using namespace Qt::StringLiterals;

namespace aliases {

// Smoke-test specification 4.3.
QString familyOf(const QString &check)
{
    static const QHash<QString, QString> families{{u"T01"_s, u"chat"_s}, {u"T03"_s, u"chat"_s}, {u"T04"_s, u"chat"_s},
        {u"T08"_s, u"responses"_s}, {u"T09"_s, u"embeddings"_s}, {u"T10"_s, u"images"_s}, {u"T12"_s, u"gemini"_s}};
    return families.value(check);
}

static bool judges(Outcome outcome)
{
    return outcome == Outcome::Passed || outcome == Outcome::Warned || outcome == Outcome::Failed;
}

Proofs proofsOf(const QList<CheckVerdict> &newestFirst)
{
    Proofs proofs;
    QHash<std::pair<QString, QString>, QString> decided; // the run that decides of an alias and a family
    for (const CheckVerdict &verdict : newestFirst) {
        const QString family = familyOf(verdict.check);
        if (family.isEmpty() || !judges(verdict.outcome))
            continue;
        const std::pair subject(verdict.alias, family);
        QList<Proof> &known = proofs[verdict.alias];
        if (!decided.contains(subject)) {
            decided.insert(subject, verdict.run);
            known << Proof{family, true, verdict.at};
        }
        const auto proof = std::ranges::find(known, family, &Proof::family);
        if (decided.value(subject) == verdict.run && verdict.outcome == Outcome::Failed)
            proof->passed = false;
    }
    for (QList<Proof> &known : proofs)
        std::ranges::sort(known, {}, &Proof::family);
    return proofs;
}

bool provesTheSame(const Alias &a, const Alias &b)
{
    const auto same = [](const Route &x, const Route &y) { return x.upstream == y.upstream && x.model == y.model; };
    return a.families == b.families && std::ranges::equal(a.routes, b.routes, same);
}

Standing standingOf(const Proof &proof, const QDateTime &now)
{
    if (!proof.passed)
        return proof.before ? Standing::Outdated : Standing::Failed;
    if (proof.at.daysTo(now) > provenDays)
        return Standing::Stale;
    return proof.before ? Standing::Outdated : Standing::Passed;
}

Standing standingOf(const QList<Proof> &proofs, const QDateTime &now)
{
    Standing worst = proofs.isEmpty() ? Standing::NotProven : Standing::Passed;
    for (const Proof &proof : proofs)
        worst = std::max(worst, standingOf(proof, now));
    return worst;
}

QString wordsOf(const Proof &proof, const QDateTime &now)
{
    const QString day = proof.at.toUTC().date().toString(Qt::ISODate);
    const QString said = proof.passed ? Words::tr("passed %1").arg(day) : Words::tr("failed %1").arg(day);
    if (proof.before)
        return Words::tr("%1, before the last change").arg(said);
    return standingOf(proof, now) == Standing::Stale ? Words::tr("stale: %1").arg(said) : said;
}

QString wordsOf(const QList<Proof> &proofs, const QDateTime &now)
{
    if (proofs.isEmpty())
        return Words::tr("not proven");
    return wordsOf(*std::ranges::max_element(proofs, {}, [&now](const Proof &p) { return standingOf(p, now); }), now);
}

QStringList familyWords(const Alias &alias, const QList<Proof> &proofs, const QDateTime &now)
{
    QStringList families = alias.families;
    for (const Proof &proof : proofs)
        if (!families.contains(proof.family))
            families << proof.family;
    QStringList out;
    for (const QString &family : std::as_const(families)) {
        const auto proof = std::ranges::find(proofs, family, &Proof::family);
        const QString said = proof == proofs.end() ? Words::tr("not proven") : wordsOf(*proof, now);
        out << Words::tr("%1: %2").arg(family, said);
    }
    return out;
}

namespace {

// Which proofs are older than the last change of their alias. Lives for one reading.
struct Changed
{
    const QList<Snapshot> snapshots; // newest first
    const QList<Alias> catalog;

    // The state that was there at that time; 0: none had been seen.
    qint64 stateAt(const QDateTime &time) const
    {
        const auto at =
            std::ranges::find_if(snapshots, [&time](const Snapshot &each) { return each.firstSeen <= time; });
        return at == snapshots.end() ? 0 : at->id;
    }
    QSet<qint64> statesOf(const Proofs &proofs) const
    {
        QSet<qint64> states;
        for (const QList<Proof> &known : proofs)
            for (const Proof &proof : known)
                states << stateAt(proof.at);
        states.remove(0);
        if (!snapshots.isEmpty())
            states.remove(snapshots.first().id);
        return states;
    }
    // What was proven in a state that is not the present one.
    void mark(Proofs &proofs, qint64 state, const QHash<QString, Alias> &then) const
    {
        for (const Alias &alias : catalog) {
            const auto known = proofs.find(alias.name);
            if (known == proofs.end())
                continue;
            for (Proof &proof : *known)
                if (stateAt(proof.at) == state)
                    proof.before = !then.contains(alias.name) || !provesTheSame(then.value(alias.name), alias);
        }
    }
};

QHash<QString, Alias> byName(const QList<Alias> &catalog)
{
    QHash<QString, Alias> out;
    for (const Alias &alias : catalog)
        out.insert(alias.name, alias);
    return out;
}

Changed changedOf(const QList<Snapshot> &snapshots, const QList<Alias> &catalog)
{
    return {snapshots, catalog};
}

} // namespace

Task<Result<Proofs>> provenOf(CatalogArchive &archive, QList<Alias> catalog)
{
    const QList<CheckVerdict> verdicts = co_await orReturn(archive.verdicts());
    Proofs proofs = proofsOf(verdicts);
    if (proofs.isEmpty())
        co_return proofs;
    const QList<Snapshot> snapshots = co_await orReturn(archive.snapshots());
    const Changed changed = changedOf(snapshots, catalog);
    const QSet<qint64> states = changed.statesOf(proofs);
    for (const qint64 state : states) {
        const auto then = co_await archive.catalog(state);
        if (then)
            changed.mark(proofs, state, byName(*then));
    }
    co_return proofs;
}

} // namespace aliases
