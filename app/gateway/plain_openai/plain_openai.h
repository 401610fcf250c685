// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::plain_openai {

extern const Adapter adapter;

} // namespace gateway::plain_openai
