// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/proven.h"
#include "base/result.h"
#include "domain/alias.h"
#include <functional>
#include <optional>
#include <QDateTime>
#include <QHash>

namespace aliases {

enum class Severity { Note, Warning, Error };

// What is wrong with a catalog, or soon will be.
struct Finding
{
    Severity severity = Severity::Warning;
    QString rule; // "C01" to "C12": help/aliases.md explains each
    QString alias;
    QString what; // one sentence
    QString next; // what to do about it

    friend bool operator==(const Finding &, const Finding &) = default;
};

// A key that calls an alias or whose scope names it.
struct AliasUser
{
    QString key; // name
    QString ticket; // of its passport; empty: none is known

    friend bool operator==(const AliasUser &, const AliasUser &) = default;
};
using AliasUsers = QHash<QString, QList<AliasUser>>; // by alias; keys by name

// What is known beside the catalog itself.
struct Facts
{
    QDate today; // UTC
    QHash<QString, qint64> calls; // by alias, of the days below
    int days = 0; // that the calls cover; 0: no usage is known, and nothing is said about it
    Proofs proofs; // of kept smoke runs; none: nothing is said about them
    QDateTime now; // invalid: nothing is said about proofs
    std::optional<AliasUsers> users; // of the aliases that retiring() names; empty: not known
    std::function<QDate(const QString &model)> retires; // invalid: no date is known; null: the built-in list
    std::function<QString(const QString &model)> follows; // empty: no replacement is named; null: the built-in list
};

// What stored usage says. `calls`: CatalogArchive::callsSince() of so many days before `now`.
Result<Facts> factsOf(const Result<QHash<QString, qint64>> &calls, const QDateTime &now, int days);
constexpr int usageDays = 30; // the usual ones

// The aliases a route of which leads to a model whose end is known.
QStringList retiring(const QList<Alias> &catalog, const Facts &facts);
// All that is kept about these aliases, of so many days before `now`. Nothing is asked of the gateway.
Task<Result<Facts>> keptFacts(CatalogArchive &archive, QList<Alias> catalog, QDateTime now, int days);

// Worst first, then by rule and alias.
QList<Finding> lint(const QList<Alias> &catalog, const Facts &facts);

} // namespace aliases
