// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::newapi {

extern const Adapter adapter;

} // namespace gateway::newapi
