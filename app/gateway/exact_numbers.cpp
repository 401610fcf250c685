// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/exact_numbers.h"
#include <algorithm>

namespace gateway {

static const char *endOfString(const char *at, const char *end)
{
    for (++at; at < end && *at != '"'; ++at)
        at += *at == '\\';
    return std::min(at + 1, end);
}

static bool inNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

QByteArray withNumbersAsTexts(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 8);
    const char *const end = json.cend();
    for (const char *at = json.cbegin(); at < end;) {
        const bool number = *at == '-' || (*at >= '0' && *at <= '9');
        const char *next = number ? std::find_if_not(at, end, inNumber) : *at == '"' ? endOfString(at, end) : at + 1;
        if (number)
            out += '"';
        out.append(at, next - at);
        if (number)
            out += '"';
        at = next;
    }
    return out;
}

} // namespace gateway
