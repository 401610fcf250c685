// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"
#include "pages/key_place.h"

namespace pages {

// What of an alias a form may have to leave as it is.
enum class AliasPart { Families, Order, Weight, Strategy, Price, Context, Fallbacks };

// Where the aliases shown live, and what can be done with them there. Edits are staged, so they do not need the gateway.
struct AliasPlace
{
    KeyPlace at;
    gateway::AliasForm form = {};
    std::function<bool()> offline = [] { return false; };
};

AliasPlace aliasPlaceOf(workspace::Session &session); // which outlives it

// Why no alias can be staged there, in one sentence; empty: it can.
QString reasonAgainstAliasEdit(const AliasPlace &place);
// Why this part cannot be set there, in one sentence that names the gateway; empty: it can.
QString reasonAgainst(const AliasPlace &place, AliasPart part);

} // namespace pages
