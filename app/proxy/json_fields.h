// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/settings_json.h"
#include <boost/json.hpp>

// Reads the fields of the admin API's bodies, strictly: what is wrong names its field.
namespace proxy::fields {

FieldError invalid(std::string field, std::string detail);
FieldError unknown(const std::string &where, std::string_view field);
// In characters, of UTF-8.
std::size_t lengthOf(std::string_view text);
// list[index]
std::string at(std::string_view list, std::size_t index);

// Calls read(field, value) for each member of the object.
template<class Read>
MaybeFieldError eachField(const boost::json::value &value, const std::string &where, Read read)
{
    const boost::json::object *object = value.if_object();
    if (!object)
        return invalid(where, "must be an object");
    for (const auto &member : *object) {
        if (MaybeFieldError error = read(std::string_view(member.key()), member.value()))
            return error;
    }
    return {};
}

// Calls read(where, value) for each entry of the list.
template<class Read>
MaybeFieldError eachItem(const boost::json::value &value, std::string_view where, Read read)
{
    const boost::json::array *array = value.if_array();
    if (!array || array->size() > 1000)
        return invalid(std::string(where), "must be a list of at most 1000 entries");
    for (std::size_t i = 0; i < array->size(); ++i) {
        if (MaybeFieldError error = read(at(where, i), (*array)[i]))
            return error;
    }
    return {};
}

MaybeFieldError readText(
    const boost::json::value &value, const std::string &field, std::string &text, std::size_t most = 200);
MaybeFieldError readTexts(const boost::json::value &value, const std::string &field, std::vector<std::string> &texts);
MaybeFieldError readInteger(const boost::json::value &value, const std::string &field, std::int64_t least,
    std::int64_t &number, std::int64_t most = INT64_MAX);
MaybeFieldError readBoolean(const boost::json::value &value, const std::string &field, bool &flag);
MaybeFieldError readTime(
    const boost::json::value &value, const std::string &field, std::optional<std::int64_t> &micros);
// One JSON object, or why not.
MaybeFieldError parseBody(std::string_view body, boost::json::value &value);

// Calls read(field, value) for each member of the body.
template<class Read>
MaybeFieldError readBody(std::string_view body, Read read)
{
    boost::json::value value;
    if (MaybeFieldError error = parseBody(body, value))
        return error;
    return eachField(value, {}, read);
}

} // namespace proxy::fields
