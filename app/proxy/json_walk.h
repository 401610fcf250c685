// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace proxy {

// One member of an object, as it stands in the text.
struct JsonMember
{
    std::string_view name;
    std::string_view value;
    std::uint32_t depth = 0; // how many objects it lies in
};

// The members of a JSON object and of the objects in it (not of those in lists), found in one walk that builds nothing
// and checks everything as strictly as a full parser. What it does not take upon itself (an escaped name, half a
// surrogate pair, a number of many digits or with an exponent, deep nesting, any mistake) it is unsure of: then a full
// parser has the word. Whatever it accepts, that one accepts too.
class JsonMembers final
{
public:
    JsonMembers() = default;
    // Fills the list; false, and empty, when a full parser has to read the text.
    static bool list(std::string_view object, std::vector<JsonMember> &members);
    // Those of the outermost object.
    explicit JsonMembers(std::span<const JsonMember> all) : m_all(all) {}

    // The first member of that name, or nullptr.
    const JsonMember *find(std::string_view name) const;
    // Its value's text; empty when there is none.
    std::string_view operator[](std::string_view name) const;
    // The members of the object that is this member's value; false when there is none.
    bool open(std::string_view name, JsonMembers &inner) const;

private:
    std::span<const JsonMember> m_all; // of one object, each followed by those that lie in it
};

// What a value's text says; empty when it is something else. Of text that was walked over.
std::optional<std::int64_t> integerOf(std::string_view value);
// Without its quotes; empty too when it holds escapes.
std::optional<std::string_view> plainTextOf(std::string_view value);

} // namespace proxy
