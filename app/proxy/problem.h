// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/call.h"
#include "proxy/settings_json.h"

namespace proxy {

// application/problem+json (RFC 9457). detail: one sentence, cause and next step.
Reply problem(int status, const char *code, const std::string &detail, const std::string &field = {});
// A body whose field does not validate: with the field's name and its JSON pointer.
Reply badField(const FieldError &error, int status = 400);
// A request that could not be read to its end, in the words of this API.
Reply problemOf(const Refusal &refusal);

} // namespace proxy
