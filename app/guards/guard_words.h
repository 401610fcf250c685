// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "guards/guard_service.h"

// Guards in words, for journal, tables and pages. Translated.
namespace guards {

QString limitOf(const Guard &guard); // "5 USD a day, Europe/Berlin"
QString spentOf(const GuardSpend &spend); // "4.2 USD", "at least 4.2 USD"
QString inWords(GuardAct act); // "disables the key"
QString stateOf(const GuardService::Line &line); // "watching", "warned", "the key is disabled", "could not act: …"
QString inWords(const Deed &deed); // "web: disabled, 5.12 USD of 5 USD a day is spent"
// What the journal is told.
QString reasonOf(const Guard &guard, Step step, const GuardSpend &spend);
// The plain statement that goes with every guard.
QString onlyWhileRunning();

} // namespace guards
