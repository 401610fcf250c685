// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway {
struct Manner;
}

namespace gateway::plain_openai {

extern const Adapter adapter;
extern const Adapter selectAdapter; // the same API in Select's dialect

// The same API where the data plane of another kind wants to be spoken to in its own manner.
std::unique_ptr<Admin> callerIn(Connection connection, Manner manner);

} // namespace gateway::plain_openai
