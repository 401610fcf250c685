// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/sample_text.h"
#include "proxy/scripted/json_members.h"
#include <algorithm>
#include <array>
#include <span>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

using Words = std::span<const std::string_view>;

constexpr std::int64_t longestSample = 4096;

constexpr std::array<std::string_view, 4> cities = {"Zürich", "Łódź", "東京", "São Paulo"};
constexpr std::array<std::string_view, 2> units = {"celsius", "fahrenheit"};
constexpr std::array<std::string_view, 4> people = {"Zoë Müller", "Jürgen Groß", "李雷", "Анна Иванова"};
constexpr std::array<std::string_view, 4> anything = {"naïve café ✓", "Grüße", "Привет", "你好"};

struct Named
{
    std::string_view part; // of the member's name
    Words words;
};
constexpr std::array names = {
    Named{"city", cities},
    Named{"location", cities},
    Named{"place", cities},
    Named{"unit", units},
    Named{"name", people},
    Named{"person", people},
};

struct Formatted
{
    std::string_view format;
    std::string_view text;
};
constexpr std::array formats = {
    Formatted{"date-time", "2026-11-01T12:00:00Z"},
    Formatted{"date", "2026-11-01"},
    Formatted{"time", "12:00:00Z"},
    Formatted{"duration", "PT5M"},
    Formatted{"email", "someone@example.com"},
    Formatted{"hostname", "host.example.com"},
    Formatted{"ipv4", "192.0.2.1"},
    Formatted{"ipv6", "2001:db8::1"},
    Formatted{"uri", "https://example.com/1"},
    Formatted{"uuid", "7b1f3c2e-5a44-4d0e-9c1b-2f6d8e0a1b21"},
};

// Lower case, where a word of the language begins or ends does not matter.
bool holds(std::string_view name, std::string_view part)
{
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return !std::ranges::search(name, part, same).empty();
}

Words wordsFor(std::string_view name)
{
    const auto *found = std::ranges::find_if(names, [name](const Named &one) { return holds(name, one.part); });
    return found == names.end() ? Words(anything) : found->words;
}

std::int64_t lengthAt(const json::value &schema, std::string_view name, std::int64_t usual)
{
    const json::value *value = member(schema, name);
    return value && value->is_int64() ? std::clamp<std::int64_t>(value->get_int64(), 0, longestSample) : usual;
}

// Lengths count characters.
std::string fitted(const std::string &text, std::int64_t least, std::int64_t most)
{
    std::vector<std::string> characters = charactersOf(text);
    while (std::int64_t(characters.size()) < least)
        characters.emplace_back("é");
    characters.resize(std::min(characters.size(), std::size_t(most)));
    std::string all;
    for (const std::string &one : characters)
        all += one;
    return all;
}

constexpr std::array<std::string_view, 24> lexicon = {"the", "river", "carries", "small", "boats", "past", "quiet",
    "houses", "where", "people", "write", "long", "letters", "about", "weather", "and", "every", "evening", "a", "lamp",
    "burns", "beside", "some", "window"};

} // namespace

std::vector<std::string> charactersOf(const std::string &text)
{
    std::vector<std::string> characters;
    for (std::size_t at = 0; at < text.size(); at += characters.back().size()) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            ++end;
        characters.push_back(text.substr(at, end - at));
    }
    return characters;
}

std::string sampleText(const json::value &schema, std::string_view name, std::uint64_t seed)
{
    const auto *found = std::ranges::find(formats, textAt(schema, "format"), &Formatted::format);
    if (found != formats.end())
        return std::string(found->text);
    const Words words = wordsFor(name);
    const std::string text(words[seed % words.size()]);
    return fitted(text, lengthAt(schema, "minLength", 0), lengthAt(schema, "maxLength", longestSample));
}

std::string prose(std::uint64_t seed, std::int64_t words)
{
    std::uint64_t state = seed * 2 + 1;
    std::string text;
    for (std::int64_t i = 0; i < words; ++i) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        text += (i ? " " : "") + std::string(lexicon[(state >> 33) % lexicon.size()]);
    }
    return text;
}

} // namespace proxy::scripted
