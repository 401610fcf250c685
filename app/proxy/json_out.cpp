// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include <simdjson.h>

namespace proxy {

namespace {

void appendEscape(std::string &out, unsigned char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
}

// How many bytes at the front are one well-formed character; 0: none.
std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > text.size() || !simdjson::validate_utf8(text.data(), length))
        return 0;
    return length;
}

std::string repaired(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        out += length ? text.substr(0, length) : std::string_view("\xef\xbf\xbd");
        text.remove_prefix(length ? length : 1);
    }
    return out;
}

void appendQuoted(std::string &out, std::string_view text)
{
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return appendQuoted(out, repaired(text));
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\')
            appendEscape(out, byte);
        else
            out += c;
    }
    out += '"';
}

} // namespace

void JsonOut::comma()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

JsonOut &JsonOut::open(char bracket)
{
    comma();
    m_text += bracket;
    m_first = true;
    return *this;
}

JsonOut &JsonOut::close(char bracket)
{
    m_text += bracket;
    m_first = false;
    return *this;
}

JsonOut &JsonOut::key(std::string_view name)
{
    comma();
    appendQuoted(m_text, name);
    m_text += ':';
    m_first = true;
    return *this;
}

JsonOut &JsonOut::text(std::string_view value)
{
    comma();
    appendQuoted(m_text, value);
    return *this;
}

JsonOut &JsonOut::number(std::int64_t value)
{
    return raw(std::to_string(value));
}

JsonOut &JsonOut::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

JsonOut &JsonOut::null()
{
    return raw("null");
}

JsonOut &JsonOut::raw(std::string_view json)
{
    comma();
    m_text += json;
    return *this;
}

std::string quoted(std::string_view text)
{
    std::string out;
    appendQuoted(out, text);
    return out;
}

} // namespace proxy
