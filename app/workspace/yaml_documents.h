// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <yaml-cpp/mark.h>

namespace workspace {

// Where a second document of a YAML text begins; empty: there is one at most. Reads no further than that: yaml-cpp's
// LoadAll() never ends on some texts that are no YAML. Throws YAML::Exception as the reading does.
std::optional<YAML::Mark> secondDocument(const std::string &text);

} // namespace workspace
