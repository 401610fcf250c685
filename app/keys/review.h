// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/key.h"
#include <QDateTime>

// The access review: who holds which key for what, what it may do, and what somebody decided about it. Pure.
namespace keys {

// What a reviewer must look at, the gravest first.
enum class Risk { NoOwner, NoLimit, EveryAlias, Unused, PastReview, Expiring, Expired };
// Every one, in that order.
inline constexpr Risk everyRisk[] = {
    Risk::NoOwner, Risk::NoLimit, Risk::EveryAlias, Risk::Unused, Risk::PastReview, Risk::Expiring, Risk::Expired};
enum class Decision { None, Keep, Narrow, Disable, Delete };

QString nameOf(Risk risk); // "no_owner"
QString nameOf(Decision decision); // "keep"; "" for None
std::optional<Decision> decisionNamed(const QString &name); // "keep", "narrow", "disable", "delete"

// One key in a review.
struct ReviewRow
{
    Key key;
    QStringList reach; // aliases that it can call, as the catalog had them
    QStringList gone; // aliases of its scope that the catalog does not have
    bool reachKnown = false; // the catalog was known; else `reach` is the scope
    std::optional<qint64> mostPerMonth; // nanos of USD in 31 days by its budgets; empty: nothing limits it
    std::optional<QDateTime> lastUse; // told by the gateway or by stored usage; empty: none is known
    bool useKnown = false; // an empty lastUse means that it was not called
    QList<Risk> risks;
    Decision decision = Decision::None;
    QString note;

    friend bool operator==(const ReviewRow &, const ReviewRow &) = default;
};

// What a review is made from.
struct ReviewGround
{
    QList<Key> keys;
    QList<Alias> aliases; // of the catalog; empty: it is not known
    QHash<QString, QDateTime> lastCalls; // of stored usage, by key id
    std::optional<QDateTime> usageFrom; // the stored usage is whole from then on; empty: nothing is stored
    QDateTime now; // UTC
};
// One row for each key, by name.
QList<ReviewRow> reviewOf(const ReviewGround &ground);

constexpr int unusedDays = 30;
constexpr int expiringDays = 30;

// The most that these budgets let it spend in 31 days; empty: nothing limits it. A shorter window is taken to be used up
// each time; of a lifetime budget, what is left.
std::optional<qint64> mostPerMonth(const QList<Budget> &budgets, const QDateTime &now);

} // namespace keys
