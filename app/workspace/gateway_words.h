// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/gateway.h"
#include "workspace/config.h"
#include "workspace/test_gateway.h"

namespace workspace {

// Values of the embedded gateway (std) as values of the program (Qt).
GatewayEvent lineOf(const proxy::Event &event);
Failure failureOf(const proxy::StartError &error);
// Reads the configuration file; no path: nothing set. Input: it cannot be read, or a line of it is wrong.
Result<GatewayConfig> configOf(const QString &path);
// A secret reference of the file that could not be resolved.
FileProblem problemAt(FileProblem place, const QString &reference, const Failure &failure);

} // namespace workspace
