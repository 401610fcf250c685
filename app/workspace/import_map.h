// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/import.h"
#include "workspace/strict_yaml.h"
#include <tl/expected.hpp>

namespace workspace {

// Reads the map of `usage import --map`: columns (column: field), constants (field: text) and time_zone.
tl::expected<usage::ImportMap, FileProblem> readImportMap(const QByteArray &yaml);

} // namespace workspace
