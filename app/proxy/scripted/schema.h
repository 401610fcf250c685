// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>

namespace proxy::scripted {

// A value that satisfies a JSON schema (OpenAI's, Anthropic's and Gemini's dialects of it): types, enum, const, required,
// nested objects, arrays, $ref, anyOf, oneOf, allOf, bounds, the usual formats; not pattern. Another seed, other values.
// Bounded in size whatever the schema says.
boost::json::value instanceOf(const boost::json::value &schema, std::uint64_t seed);

} // namespace proxy::scripted
