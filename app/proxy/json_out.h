// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace proxy {

// Writes one JSON text from front to back; sets the commas itself.
class JsonOut final
{
public:
    JsonOut &open(char bracket); // { or [
    JsonOut &close(char bracket); // } or ]
    JsonOut &key(std::string_view name);
    JsonOut &text(std::string_view value); // bytes that are no UTF-8 become U+FFFD
    JsonOut &number(std::int64_t value);
    JsonOut &boolean(bool value);
    JsonOut &null();
    // A value that is JSON already.
    JsonOut &raw(std::string_view json);

    JsonOut &text(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonOut &number(std::string_view name, std::int64_t value) { return key(name).number(value); }
    // null when empty.
    template<std::same_as<std::optional<std::int64_t>> Number>
    JsonOut &number(std::string_view name, const Number &value)
    {
        return value ? key(name).number(*value) : key(name).null();
    }
    template<std::same_as<std::optional<std::string>> Text>
    JsonOut &text(std::string_view name, const Text &value)
    {
        return value ? key(name).text(*value) : key(name).null();
    }

    std::string take() { return std::move(m_text); }

private:
    void comma();

    std::string m_text;
    bool m_first = true;
};

// The text in quotes.
std::string quoted(std::string_view text);

} // namespace proxy
