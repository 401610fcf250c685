// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/json_out.h"
#include "proxy/key.h"

namespace proxy {

// Why a body was not accepted, naming the field ("budgets[1].window").
struct FieldError
{
    std::string code; // bad_json, unknown_field, invalid_field
    std::string field;
    std::string detail;
    std::string pointer = {}; // where field does not say it: a name that a caller chose
};
using MaybeFieldError = std::optional<FieldError>;

// The JSON pointer (RFC 6901) of a field: /budgets/1/window of budgets[1].window
std::string pointerOf(std::string_view field);

// Reads the fields a body has over the settings; strict: an unknown field is an error.
MaybeFieldError readKey(std::string_view body, KeySettings &settings);
MaybeFieldError readAlias(std::string_view body, AliasConfig &alias);

// The same shape, as kept in the database. A key that does not read whole is disabled: a limit of it may be lost. Of an
// alias what does not read becomes the default.
KeySettings keySettingsFrom(std::string_view text);
AliasConfig aliasFrom(std::string_view text);
std::string textOf(const KeySettings &settings);
std::string textOf(const AliasConfig &alias);

// Parts of them, as told and as kept.
void writeLimits(JsonOut &out, const KeySettings &settings);
void writeBudget(JsonOut &out, const Budget &budget);
void writePrice(JsonOut &out, const std::optional<Price> &price);
void writeRoute(JsonOut &out, const RouteConfig &route);

} // namespace proxy
