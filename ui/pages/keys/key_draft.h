// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/key.h"

// A key before it is asked for. Pure: no widget, no gateway.
namespace pages {

struct BudgetDraft
{
    QString amount; // USD as typed; empty: no limit
    QString window; // of a Budget
};

// Kinds of calls, ways and addresses; empty: all of them.
struct BoundsDraft
{
    QStringList families;
    QStringList upstreams;
    QString networks; // as typed: "10.20.0.0/16, ::1"
    QString group = {}; // empty: the account's
};

// As typed; empty: no limit.
struct RatesDraft
{
    QString requests; // a minute; so the tokens
    QString tokens;
    QString parallel; // calls at a time
    QString soft; // percents of a budget: "80, 95"
};

struct KeyDraft
{
    QString name;
    Passport passport = {};
    QStringList aliases; // empty: every alias
    BoundsDraft bounds = {};
    RatesDraft rates = {};
    QList<BudgetDraft> budgets; // those without an amount are none
    std::optional<QDateTime> expiresAt;
};

enum class KeyField { Name, Aliases, Networks, Amount, Expiry, Requests, Tokens, Parallel, Soft };

// Why a draft cannot be created yet.
struct KeyProblem
{
    KeyField field;
    QString sentence; // below the field; with a value that would work
    QString brief; // beside the verb: "the name is taken"
    bool missing = false; // nothing was typed yet: no reason to mark the field
    int at = 0; // which of the budgets
};
QList<KeyProblem> keyProblems(
    const KeyDraft &draft, const QStringList &taken, const QList<Alias> &offered, const QDateTime &now);
std::optional<qint64> amountOf(
    const QString &typed); // nanos, in the person's way of writing numbers; empty: none or unreadable
QString typedAmount(qint64 nanos); // as a person would have typed it: no grouping, nothing rounded
Key keyOf(const KeyDraft &draft); // of one without problems
// A key with the draft's settings in place of its own; what the form does not show stays.
Key applied(const Key &before, const KeyDraft &draft);

// What is chosen now, in the order it had before where nothing else differs: another order is no change.
QStringList inOrderOf(const QStringList &before, const QStringList &now);

} // namespace pages
