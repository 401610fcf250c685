// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/key.h"
#include "gateway/features.h"

namespace gateway {

// Whether everything that differs can be written by a gateway of these features; Unsupported names the first that
// cannot. To create a key: compare with Key().
Result<> writable(const Key &before, const Key &after, const Features &features);

} // namespace gateway
