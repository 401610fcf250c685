// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway {

// The data plane of that kind as its callers have it: the models they are offered, asked under the data secret in the way
// the kind wants to be asked (registry.cpp). Unsupported: it lists none, and says why. Main thread.
std::unique_ptr<Admin> callerOf(const Adapter &adapter, Connection connection);

} // namespace gateway
