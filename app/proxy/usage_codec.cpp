// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_codec.h"
#include <concepts>
#include <limits>
#include <type_traits>

namespace proxy {

namespace {

// Seven bits a byte, the lowest first.
void putNumber(std::string &bytes, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        bytes += char(value | 0x80);
    bytes += char(value);
}

bool takeNumber(std::string_view &bytes, std::uint64_t &value)
{
    value = 0;
    for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= std::uint64_t(byte & 0x7fU) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

class Packer
{
public:
    explicit Packer(std::string &bytes) : m_bytes(bytes) {}

    bool operator()(const std::string &text)
    {
        putNumber(m_bytes, text.size());
        m_bytes += text;
        return true;
    }
    template<class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) bool operator()(Number number)
    {
        const auto value = std::int64_t(number); // small ones of either sign are short
        putNumber(m_bytes, (std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63));
        return true;
    }
    template<class Value>
    bool operator()(const std::optional<Value> &value)
    {
        m_bytes += char(value.has_value());
        return !value || (*this)(*value);
    }

private:
    std::string &m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(std::string_view &bytes) : m_bytes(bytes) {}

    bool operator()(std::string &text)
    {
        std::uint64_t size = 0;
        if (!takeNumber(m_bytes, size) || size > m_bytes.size())
            return false;
        text.assign(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return true;
    }
    template<class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) bool operator()(Number &number)
    {
        std::uint64_t value = 0;
        if (!takeNumber(m_bytes, value))
            return false;
        number = Number(std::int64_t(value >> 1) ^ -std::int64_t(value & 1U));
        return true;
    }
    template<class Value>
    bool operator()(std::optional<Value> &value)
    {
        value.reset();
        if (m_bytes.empty() || m_bytes.front() > 1)
            return false;
        const bool there = m_bytes.front() == 1;
        m_bytes.remove_prefix(1);
        return !there || (*this)(value.emplace());
    }

private:
    std::string_view &m_bytes;
};

// The one list of what a row is made of; a change of it is a change of the database's schema.
template<class Row, class Visit>
bool eachMember(Row &row, Visit visit)
{
    return visit(row.requestId) && visit(row.ts) && visit(row.keyId) && visit(row.key) && visit(row.owner)
        && visit(row.alias) && visit(row.upstream) && visit(row.model) && visit(row.family) && visit(row.unit)
        && visit(row.status) && visit(row.errorClass) && visit(row.ended) && visit(row.streamed)
        && visit(row.tokens.input) && visit(row.tokens.output) && visit(row.tokens.cached)
        && visit(row.tokens.reasoning) && visit(row.costNanos) && visit(row.chargedNanos) && visit(row.firstByteMs)
        && visit(row.firstTokenMs) && visit(row.totalMs) && visit(row.sample) && visit(row.previousSecret)
        && visit(row.priceDate) && visit(row.attempts) && visit(row.chain);
}

} // namespace

void packRow(std::string &bytes, const UsageRow &row)
{
    eachMember(row, Packer(bytes));
}

bool unpackRow(std::string_view &bytes, UsageRow &row)
{
    return eachMember(row, Unpacker(bytes));
}

} // namespace proxy
