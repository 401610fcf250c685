// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <boost/json.hpp>
#include <string_view>

// Looks into a JSON value without demanding anything of it.
namespace proxy::scripted {

inline const boost::json::value *member(const boost::json::value &value, std::string_view name)
{
    const boost::json::object *object = value.if_object();
    return object ? object->if_contains(name) : nullptr;
}

// Gemini's members have two spellings.
inline const boost::json::value *either(const boost::json::value &value, std::string_view camel, std::string_view snake)
{
    const boost::json::value *found = member(value, camel);
    return found ? found : member(value, snake);
}

// A member of a member; nullptr when either is not there.
inline const boost::json::value *member(const boost::json::value &value, std::string_view outer, std::string_view inner)
{
    const boost::json::value *found = member(value, outer);
    return found ? member(*found, inner) : nullptr;
}

inline std::string_view textOf(const boost::json::value *value)
{
    const boost::json::string *text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

inline std::string_view textAt(const boost::json::value &value, std::string_view name)
{
    return textOf(member(value, name));
}

// The members of an object; none when it is no object.
inline const boost::json::object &objectOf(const boost::json::value *value)
{
    static const boost::json::object none;
    const boost::json::object *object = value ? value->if_object() : nullptr;
    return object ? *object : none;
}

inline const boost::json::object &objectAt(const boost::json::value &value, std::string_view name)
{
    return objectOf(member(value, name));
}

// The entries of a list; none when it is no list.
inline const boost::json::array &listOf(const boost::json::value *value)
{
    static const boost::json::array none;
    const boost::json::array *list = value ? value->if_array() : nullptr;
    return list ? *list : none;
}

inline const boost::json::array &listAt(const boost::json::value &value, std::string_view name)
{
    return listOf(member(value, name));
}

} // namespace proxy::scripted
