// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/trouble.h"
#include "usage/filter.h"

namespace cli {

// --filter over these fields, for lists that a gateway gives; without the option every row fits. `example` is the next
// step of one that is not understood.
Maybe<usage::Filter> rowFilter(const Args &args, const QList<usage::Field> &fields, const QString &example);

} // namespace cli
