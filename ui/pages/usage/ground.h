// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/period.h"
#include "usage/explorer.h"

namespace pages {

enum class Measure { Spend, Tokens, Requests };

// What a person chose to look at.
struct Choice
{
    Period period;
    QString alias; // empty: all
    QString key;
    usage::GroupBy group = usage::GroupBy::Alias;
    Measure measure = Measure::Spend;
    bool samples = true;

    friend bool operator==(const Choice &, const Choice &) = default;
};

// What the figures are read against: the clock, the days, and how far the rows reach.
struct Ground
{
    QTimeZone zone = QTimeZone::utc();
    QDateTime now;
    QDateTime since; // of the first row known, any alias and key; invalid: none in the span
    QDateTime until; // rows are complete up to here; invalid: not known
    QList<usage::Gap> gaps;
};

// All that the content of the page shows, as values.
struct Shown
{
    Choice choice;
    Span span;
    Span spanBefore;
    Ground ground;
    usage::Explorer::State now;
    usage::Explorer::State before;
};

// Why nothing can be said of a step without rows; empty: it was really idle.
QString missing(const Ground &ground, const QDateTime &from, const QDateTime &to);
bool gapWithin(const Ground &ground, const QDateTime &from, const QDateTime &to);

std::optional<qint64> tokensOf(const usage::Totals &totals); // in and out
std::optional<double> amount(const usage::Totals &totals, Measure measure); // money in units of its currency
// "no alias" for an empty one: calls that were refused before it was known, or whose row does not tell it.
QString groupName(const QString &group, usage::GroupBy by);
QString currency(); // of every sum on this page
bool sameMoment(const QDateTime &a, const QDateTime &b);

} // namespace pages
