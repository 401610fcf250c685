// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::plain_openai {

extern const Adapter adapter;
extern const Adapter selectAdapter; // the same API in Select's dialect

} // namespace gateway::plain_openai
