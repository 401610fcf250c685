// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace proxy::scripted {

// A text for a member of this name that keeps to its schema's format and lengths; beyond ASCII where the schema lets it.
std::string sampleText(const boost::json::value &schema, std::string_view name, std::uint64_t seed);
// Prose of so many words that only the seed decides.
std::string prose(std::uint64_t seed, std::int64_t words);
// The characters of a text, each with all its bytes.
std::vector<std::string> charactersOf(const std::string &text);

} // namespace proxy::scripted
