// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"

namespace aliases {

// Which part of an alias's calls each of its routes takes first while all of them are well, in the order of the routes.
// Empty: it is decided call by call (strategies "cheapest" and "fastest"), or the strategy is not known.
QList<std::optional<double>> shares(const Alias &alias);

} // namespace aliases
