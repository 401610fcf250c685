// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/guard.h"

// When a guard does what. Pure; times are UTC.
namespace guards {

struct Period
{
    QDateTime begin;
    QDateTime end; // excluded

    friend bool operator==(const Period &, const Period &) = default;
};
// The day, week or month of the guard's zone that `now` lies in; where a clock change skips midnight it begins at the
// first moment of its day.
Period periodAt(const Guard &guard, const QDateTime &now);

enum class Step { None, Warn, Act, Restore };
// What is due. An act or a restore that was begun and not ended is due again after a minute.
Step dueOf(const Guard &guard, const GuardSpend &spend, const QDateTime &now);

// The key as the guard makes it; the same key: there is nothing to write.
Key held(const Guard &guard, const Key &key);
// The key with what the guard took from it given back; what somebody else changed since stays as it is.
Key released(const Guard &guard, const Key &key);

// The other guard of the same key does the same to it at this moment: what one took the other has to give back.
bool takesOver(const Guard &other, const GuardSpend &spend, const Guard &ending, const QDateTime &now);

QString nameOf(GuardAct act); // "disable"
std::optional<GuardAct> actNamed(const QString &name);

} // namespace guards
