// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "kit/status.h"
#include <QTimeZone>

// What the keys pages say about a key. Pure functions; `now` is UTC.
namespace pages {

struct KeyLook
{
    kit::Status status = kit::Status::Ok;
    QString word;

    friend bool operator==(const KeyLook &, const KeyLook &) = default;
};
KeyLook lookOf(const Key &key, const QDateTime &now); // the one thing to know first

bool works(const Key &key, const QDateTime &now); // enabled and not expired
bool expiresSoon(const Key &key, const QDateTime &now, int days = 14); // works, and ends within so many days
bool unused(const Key &key, const QDateTime &now); // not called for 30 days, or never

std::optional<double> shareSpent(const Budget &budget); // of the present window; empty: not told
std::optional<double> evenShare(
    const Budget &budget, const QDateTime &now); // where an even spend would be; empty: no end

QString prefixShown(const Key &key); // "sk-gw-7Kd2…x9Qe"
QString perWindow(const QString &window); // "a day", "in all"
QString budgetTitle(const QString &window); // "Budget, daily, resets at 00:00 UTC"
QString lastCall(const Key &key, const QDateTime &now); // "now", "38 min", "never"
QString moment(
    const QDateTime &at, const QTimeZone &zone, const QDateTime &now); // "14:32:05", with its date on another day
QString expiry(const Key &key, const QTimeZone &zone); // "31 Jan 2027, 00:00", "never"
QString dayAndTime(const QDateTime &at, const QTimeZone &zone); // the same for any moment
QString rowsOf(const Key &key); // its calls, in the filter language: key = "checkout-prod"
QString aliasesInWords(const QStringList &aliases); // "4 aliases", "every alias"

} // namespace pages
