// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/gateway.h"

namespace proxy {

// Could a gateway start with this database? Only looks, whoever uses it meanwhile; one that is not there can be made.
tl::expected<void, StartError> lookAtDatabase(const std::string &path);

} // namespace proxy
