// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_walk.h"
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <simdjson.h>
#include <utility>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace proxy {

namespace {

constexpr std::size_t deepest = 63;
constexpr std::size_t mostDigits = 18; // fit into 64 bits whatever they are
constexpr std::size_t none = SIZE_MAX;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool endsRun(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

#ifdef __SSE2__
// Plain characters at the front, sixteen at a time, as far as sixteen can be read. What ends a run of them is a quote,
// a backslash or a control character; wide: set when one near them is beyond ASCII.
inline const char *skipBlocks(const char *at, const char *end, bool &wide)
{
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        const __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)); // those beyond ASCII are negative
        const auto some = unsigned(_mm_movemask_epi8(_mm_or_si128(marks, low)));
        if (some == 0)
            continue;
        const auto beyond = unsigned(_mm_movemask_epi8(bytes));
        wide |= beyond != 0;
        if (const unsigned stops = beyond == 0 ? some : some & ~(beyond & ~unsigned(_mm_movemask_epi8(marks))))
            return at + std::countr_zero(stops);
    }
    return at;
}
#else
inline const char *skipBlocks(const char *at, const char *, bool &)
{
    return at;
}
#endif

// Reads one text from its first byte to its last. Every step is true when what it wants stands there, and passes it.
class Walk final
{
public:
    Walk(std::string_view text, std::vector<JsonMember> &members)
        : m_at(text.data()), m_end(m_at + text.size()), m_members(members)
    {}

    bool object();

private:
    void space()
    {
        if (m_at != m_end && static_cast<unsigned char>(*m_at) > ' ')
            return;
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool take(char wanted)
    {
        const bool here = m_at < m_end && *m_at == wanted;
        m_at += here;
        return here;
    }
    bool word(std::string_view wanted)
    {
        const bool here = std::string_view(m_at, std::size_t(m_end - m_at)).starts_with(wanted);
        m_at += here ? wanted.size() : 0;
        return here;
    }
    bool text();
    bool escape();
    bool digits();
    bool number();
    bool plain();
    bool name();
    bool value(bool &opened);
    void ended(std::size_t member);
    bool closeAll();

    const char *m_at;
    const char *m_end;
    std::vector<JsonMember> &m_members;
    bool m_escaped = false; // the last text
    bool m_wide = false; // a byte beyond ASCII was seen
    std::uint64_t m_objects = 0; // which of the open containers are objects, the innermost lowest
    std::uint64_t m_reached = 0; // and lie in objects only
    std::size_t m_depth = 0;
    std::size_t m_member = none; // whose value comes
    std::array<std::size_t, deepest + 1> m_owners; // whose values the open containers are
};

// Behind its opening quote, with its closing one.
bool Walk::text()
{
    m_escaped = false;
    while (true) {
        m_at = skipBlocks(m_at, m_end, m_wide);
        for (; m_at < m_end && !endsRun(*m_at); ++m_at)
            m_wide |= static_cast<unsigned char>(*m_at) >= 0x80;
        if (take('"'))
            return true;
        if (!take('\\') || !escape())
            return false;
        m_escaped = true;
    }
}

bool Walk::escape()
{
    if (m_at == m_end)
        return false;
    const char what = *m_at++;
    if (what != 'u')
        return std::string_view("\"\\/bfnrt").find(what) != std::string_view::npos;
    if (m_end - m_at < 4 || !isHex(m_at[0]) || !isHex(m_at[1]) || !isHex(m_at[2]) || !isHex(m_at[3]))
        return false;
    const bool surrogate = (m_at[0] == 'd' || m_at[0] == 'D') && (m_at[1] < '0' || m_at[1] > '7');
    m_at += 4;
    return !surrogate;
}

bool Walk::digits()
{
    const char *const from = m_at;
    while (m_at < m_end && isDigit(*m_at))
        ++m_at;
    return m_at != from && std::size_t(m_at - from) <= mostDigits;
}

// No zero before another digit, no "-0", no exponent.
bool Walk::number()
{
    const bool negative = take('-');
    const char *const from = m_at;
    if (!digits() || (*from == '0' && (negative || m_at - from > 1)))
        return false;
    if (take('.') && !digits())
        return false;
    return m_at == m_end || (*m_at != 'e' && *m_at != 'E');
}

// A value that holds no others.
bool Walk::plain()
{
    if (m_at == m_end)
        return false;
    switch (*m_at) {
    case '"':
        ++m_at;
        return text();
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    default:
        return number();
    }
}

// "name": of the innermost object. An escaped one may be any.
bool Walk::name()
{
    space();
    const char *const from = m_at + 1;
    if (!take('"') || !text() || m_escaped)
        return false;
    if (m_reached & 1) {
        m_member = m_members.size();
        m_members.push_back({{from, std::size_t(m_at - from) - 1}, {}, std::uint32_t(m_depth)});
    }
    space();
    return take(':');
}

void Walk::ended(std::size_t member)
{
    if (member == none)
        return;
    std::string_view &span = m_members[member].value;
    span = {span.data(), std::size_t(m_at - span.data())};
}

// A plain value, or the opening of a container up to its first value.
bool Walk::value(bool &opened)
{
    space();
    const std::size_t member = std::exchange(m_member, none);
    if (member != none)
        m_members[member].value = std::string_view(m_at, m_at);
    const bool object = take('{');
    opened = object || take('[');
    if (!opened) {
        const bool good = plain();
        ended(member);
        return good;
    }
    if (++m_depth > deepest)
        return false;
    m_owners[m_depth] = member;
    m_reached = m_reached << 1 | std::uint64_t(object && (m_depth == 1 || (member != none)));
    m_objects = m_objects << 1 | std::uint64_t(object);
    space();
    opened = m_at < m_end && *m_at != (object ? '}' : ']');
    return !opened || !object || name();
}

// The ends of containers; false when one still is open.
bool Walk::closeAll()
{
    space();
    while (m_depth > 0 && take(m_objects & 1 ? '}' : ']')) {
        m_objects >>= 1;
        m_reached >>= 1;
        ended(m_owners[m_depth--]);
        space();
    }
    return m_depth == 0;
}

bool Walk::object()
{
    const char *const begin = m_at;
    space();
    if (m_at == m_end || *m_at != '{')
        return false;
    while (true) {
        bool opened = false;
        if (!value(opened))
            return false;
        if (opened)
            continue;
        if (closeAll())
            break;
        if (!take(',') || (m_objects & 1 && !name()))
            return false;
    }
    return m_at == m_end && (!m_wide || simdjson::validate_utf8(begin, std::size_t(m_end - begin)));
}

} // namespace

bool JsonMembers::list(std::string_view object, std::vector<JsonMember> &members)
{
    members.clear();
    const bool sure = Walk(object, members).object();
    if (!sure)
        members.clear();
    return sure;
}

const JsonMember *JsonMembers::find(std::string_view name) const
{
    for (const JsonMember &member : m_all) {
        const bool here = member.depth == m_all.front().depth && member.name.size() == name.size();
        if (here && std::memcmp(member.name.data(), name.data(), name.size()) == 0)
            return &member;
    }
    return nullptr;
}

std::string_view JsonMembers::operator[](std::string_view name) const
{
    const JsonMember *member = find(name);
    return member ? member->value : std::string_view();
}

bool JsonMembers::open(std::string_view name, JsonMembers &inner) const
{
    const JsonMember *member = find(name);
    if (!member || !member->value.starts_with('{'))
        return false;
    const JsonMember *const first = member + 1;
    const JsonMember *last = first;
    while (last < m_all.data() + m_all.size() && last->depth > member->depth)
        ++last;
    inner.m_all = {first, last};
    return true;
}

std::optional<std::int64_t> integerOf(std::string_view value)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::string_view> plainTextOf(std::string_view value)
{
    const bool text = value.size() >= 2 && value.front() == '"' && value.find('\\') == std::string_view::npos;
    return text ? std::optional(value.substr(1, value.size() - 2)) : std::nullopt;
}

} // namespace proxy
