// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

// Does the answer break off in its middle?
bool breaksOff(Fault fault);
// Acts the scenario out over a worded answer.
void perform(const Question &question, const Worded &worded, const Tokens &tokens, Script &script);
// How the bytes of a stream are written and cut (packing.cpp).
void pack(Fault fault, int pauseMs, Script &script);
// Writes the answer of a model that never answers properly; false for the others (faults.cpp).
bool refuses(const Question &question, Script &script);

} // namespace proxy::scripted
