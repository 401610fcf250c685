// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/alias.h"
#include <functional>
#include <QDateTime>
#include <QHash>

namespace aliases {

enum class Severity { Note, Warning, Error };

// What is wrong with a catalog, or soon will be.
struct Finding
{
    Severity severity = Severity::Warning;
    QString rule; // "C01" to "C11": help/aliases.md explains each
    QString alias;
    QString what; // one sentence
    QString next; // what to do about it

    friend bool operator==(const Finding &, const Finding &) = default;
};

// What is known beside the catalog itself.
struct Facts
{
    QDate today; // UTC
    QHash<QString, qint64> calls; // by alias, of the days below
    int days = 0; // that the calls cover; 0: no usage is known, and nothing is said about it
    std::function<QDate(const QString &model)> retires; // invalid: no date is known; null: the built-in list
};

// What stored usage says. `calls`: CatalogArchive::callsSince() of so many days before `now`.
Result<Facts> factsOf(const Result<QHash<QString, qint64>> &calls, const QDateTime &now, int days);
constexpr int usageDays = 30; // the usual ones

// Worst first, then by rule and alias.
QList<Finding> lint(const QList<Alias> &catalog, const Facts &facts);

} // namespace aliases
