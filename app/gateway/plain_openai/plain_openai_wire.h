// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/alias.h"

namespace gateway::plain_openai {

// The answer of GET /models. Also takes what gateways make of it: a bare list, no list at all (null), models without
// further fields. A failure is Decode and names the field.
Result<QList<Alias>> readModels(const QByteArray &body);

} // namespace gateway::plain_openai
