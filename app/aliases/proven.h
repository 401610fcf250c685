// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/task.h"
#include "domain/alias.h"
#include "domain/run_report.h"
#include <QDateTime>
#include <QHash>

// What smoke runs have proven of an alias, beside what its gateway declares: product rows 39 and 40.
namespace aliases {

class CatalogArchive;
constexpr int provenDays = 30; // a proof that is older is stale

// What a check of a kept smoke run said about an alias.
struct CheckVerdict
{
    QString run; // id
    QDateTime at; // UTC; start of the run
    QString check; // "T01"
    QString alias;
    Outcome outcome = Outcome::Passed;

    friend bool operator==(const CheckVerdict &, const CheckVerdict &) = default;
};

// The newest verdict on one endpoint family of an alias.
struct Proof
{
    QString family;
    bool passed = true;
    QDateTime at; // UTC
    bool before = false; // the routes or families of the alias were changed since

    friend bool operator==(const Proof &, const Proof &) = default;
};
using Proofs = QHash<QString, QList<Proof>>; // by alias; its families by name

enum class Standing { Passed, NotProven, Stale, Outdated, Failed }; // in rising order of weight

// The endpoint family that a check calls; empty: its verdict is about none.
QString familyOf(const QString &check);
// Newest run first. The newest run that judged a family decides; within it the worst. Skipped and inconclusive prove nothing.
Proofs proofsOf(const QList<CheckVerdict> &newestFirst);
// Whether a proof of the one is a proof of the other: the same models behind it, the same families; prices do not matter.
bool provesTheSame(const Alias &a, const Alias &b);

// Failed also when it is old; stale after `provenDays`; outdated: the alias was changed since.
Standing standingOf(const Proof &proof, const QDateTime &now);
// Of the whole alias: its heaviest proof, NotProven without any.
Standing standingOf(const QList<Proof> &proofs, const QDateTime &now);
// "passed 2026-11-28", "failed 2026-11-28", "stale: passed 2026-09-01", "passed 2026-11-01, before the last change".
QString wordsOf(const Proof &proof, const QDateTime &now);
// Of the heaviest proof; "not proven" without any.
QString wordsOf(const QList<Proof> &proofs, const QDateTime &now);
// Each family that is declared or proven, "chat: passed 2026-11-28", in the order declared.
QStringList familyWords(const Alias &alias, const QList<Proof> &proofs, const QDateTime &now);

// What is proven of the catalog, with what was changed since each run. Nothing is asked of the gateway.
Task<Result<Proofs>> provenOf(CatalogArchive &archive, QList<Alias> catalog);

} // namespace aliases
