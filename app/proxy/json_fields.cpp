// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_fields.h"
#include "proxy/clock.h"
#include "proxy/digest.h"
#include <algorithm>
#include <boost/json/src.hpp>
#include <cmath>

namespace proxy::fields {

namespace json = boost::json;

FieldError invalid(std::string field, std::string detail)
{
    return {"invalid_field", std::move(field), std::move(detail)};
}

FieldError unknown(const std::string &where, std::string_view field)
{
    const std::string path = where.empty() ? std::string(field) : where + '.' + std::string(field);
    std::string pointer = pointerOf(where) + '/';
    for (const char c : field)
        pointer += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return {"unknown_field", path, "is not a field of this request; see /admin/v1/openapi.json", pointer};
}

std::size_t lengthOf(std::string_view text)
{
    return std::size_t(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string at(std::string_view list, std::size_t index)
{
    return std::string(list) + '[' + std::to_string(index) + ']';
}

MaybeFieldError readText(const json::value &value, const std::string &field, std::string &text, std::size_t most)
{
    const json::string *string = value.if_string();
    if (!string || string->empty() || lengthOf({string->data(), string->size()}) > most)
        return invalid(field, "must be a text of 1 to " + std::to_string(most) + " characters");
    for (const char c : *string) {
        if (static_cast<unsigned char>(c) < 0x20)
            return invalid(field, "must not hold control characters");
    }
    text.assign(string->begin(), string->end());
    return {};
}

MaybeFieldError readTexts(const json::value &value, const std::string &field, std::vector<std::string> &texts)
{
    std::vector<std::string> read;
    MaybeFieldError error = eachItem(value, field,
        [&](const std::string &where, const json::value &item) { return readText(item, where, read.emplace_back()); });
    if (!error)
        texts = std::move(read);
    return error;
}

// 5 and 5.0 are the same number in JSON.
static std::optional<std::int64_t> wholeOf(const json::value &value)
{
    if (value.is_int64())
        return value.get_int64();
    if (value.is_uint64())
        return INT64_MAX;
    const double real = value.is_double() ? value.get_double() : 0.5;
    const bool whole = std::abs(real) < 9e18 && std::trunc(real) == real;
    return whole ? std::optional(std::int64_t(real)) : std::nullopt;
}

MaybeFieldError readInteger(
    const json::value &value, const std::string &field, std::int64_t least, std::int64_t &number, std::int64_t most)
{
    const std::optional<std::int64_t> read = wholeOf(value);
    if (!read || *read < least)
        return invalid(field, "must be an integer of at least " + std::to_string(least));
    if (*read > most)
        return invalid(field, "must be at most " + std::to_string(most));
    number = *read;
    return {};
}

MaybeFieldError readBoolean(const json::value &value, const std::string &field, bool &flag)
{
    if (!value.is_bool())
        return invalid(field, "must be true or false");
    flag = value.get_bool();
    return {};
}

MaybeFieldError readTime(const json::value &value, const std::string &field, std::optional<std::int64_t> &micros)
{
    micros.reset();
    if (value.is_null())
        return {};
    if (const json::string *text = value.if_string())
        micros = parseTime({text->data(), text->size()});
    if (!micros)
        return invalid(field, "must be null or a time such as 2027-01-31T00:00:00Z");
    return {};
}

// The length of a fraction of zeros that ends a number here (".0" in 5.0); 0: there is none.
static std::size_t zeroFraction(std::string_view text, std::size_t at)
{
    const bool begins = text[at] == '.' && at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    const std::size_t end = std::min(text.find_first_not_of('0', at + 1), text.size());
    const bool goesOn = end < text.size() && std::string_view("123456789eE").find(text[end]) != std::string_view::npos;
    return begins && !goesOn && end > at + 1 ? end - at : 0;
}

// 5.0 as 5: of a number with a fraction and many digits Boost reads something near it, and these are amounts of money.
static std::string withWholeNumbers(std::string_view body)
{
    std::string text;
    text.reserve(body.size());
    bool quoted = false;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] == '"')
            quoted = !quoted;
        if (quoted && body[at] == '\\' && at + 1 < body.size())
            text += body[at++];
        if (const std::size_t fraction = quoted ? 0 : zeroFraction(body, at))
            at += fraction - 1;
        else
            text += body[at];
    }
    return text;
}

MaybeFieldError parseBody(std::string_view body, json::value &value)
{
    json::error_code failed;
    std::string text = withWholeNumbers(body);
    value = json::parse(text, failed);
    wipe(text);
    if (failed || !value.is_object())
        return FieldError{"bad_json", {}, "the body must be one JSON object"};
    return {};
}

} // namespace proxy::fields

namespace proxy {

std::string pointerOf(std::string_view field)
{
    std::string pointer;
    bool begins = true;
    for (const char c : field) {
        if (c == ']')
            continue;
        if (begins || c == '.' || c == '[')
            pointer += '/';
        begins = false;
        if (c != '.' && c != '[')
            pointer += c;
    }
    return pointer;
}

} // namespace proxy
