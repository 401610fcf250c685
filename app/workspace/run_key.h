// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/key.h"
#include "gateway/admin.h"

namespace workspace {

// The key of one smoke run, to be created: for these aliases, this much money (nanos of USD) and an hour, as far as the
// gateway holds such limits, and within what its kind takes (gateway::KeyForm).
Key runKey(const gateway::Adapter &adapter, const gateway::Features &features, const QStringList &aliases,
    qint64 capNanos, const Clock &clock);

} // namespace workspace
