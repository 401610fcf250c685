// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

namespace text {

// The untranslated sentences of one cause. {place} is the gateway and its address, {limit} the time waited.
struct Sentences
{
    const char *what;
    const char *why;
    const char *next;
};
// The kind decides; its detail picks the exact cause where the remedy differs.
const Sentences &sentencesOf(const Failure &failure);

} // namespace text
