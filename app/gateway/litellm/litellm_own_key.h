// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/own_key.h"

namespace gateway::litellm {

// GET /key/info without a parameter: the caller's own row (contract 2). A key made for models only (llm_api) may not ask.
std::unique_ptr<OwnKey> ownKey(Connection connection);
Result<KeyStanding> readOwnRow(const QByteArray &body);

} // namespace gateway::litellm
