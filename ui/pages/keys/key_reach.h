// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/keys/key_views.h"

// What a key may call, and from where.
namespace pages {

// Whether a call from this machine would pass the addresses the key is held to, and what that list is worth there, in
// sentences; none for a key that may come from anywhere.
QStringList callerInWords(const KeyPlace &place, const Key &key);
// Each alias of the gateway with the rule that decides, as called from this machine now.
QWidget *reachView(const KeyPlace &place, const KeyKnown &known);

} // namespace pages
