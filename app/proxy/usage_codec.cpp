// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_codec.h"
#include <concepts>
#include <cstring>
#include <type_traits>
#include <utility>

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

using Changed = std::uint32_t; // a bit for each member, in their order: not as in the row before

// Numbers as their difference, small ones of either sign short. It may run over and comes back the same way.
template<class Number>
std::uint64_t difference(Number value, Number before)
{
    const std::uint64_t by = std::uint64_t(std::int64_t(value)) - std::uint64_t(std::int64_t(before));
    return (by << 1) ^ (0 - (by >> 63));
}

class Packer
{
public:
    explicit Packer(std::string &bytes) : m_bytes(bytes) {}

    template<class Value>
    bool operator()(const Value &value, Value &before)
    {
        const Changed bit = std::exchange(m_bit, m_bit << 1);
        if (value == before)
            return true;
        m_changed |= bit;
        put(value, before);
        before = value;
        return true;
    }
    Changed changed() const { return m_changed; }

private:
    void put(const std::string &text, const std::string &)
    {
        putNumber(m_bytes, text.size());
        m_bytes += text;
    }
    template<class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) void put(Number number, Number before)
    {
        putNumber(m_bytes, difference(number, before));
    }
    template<class Value>
    void put(const std::optional<Value> &value, const std::optional<Value> &before)
    {
        m_bytes += char(value.has_value());
        if (value)
            put(*value, before.value_or(Value()));
    }

    std::string &m_bytes;
    Changed m_bit = 1;
    Changed m_changed = 0;
};

class Unpacker
{
public:
    Unpacker(std::string_view &bytes, Changed changed) : m_bytes(bytes), m_changed(changed) {}

    template<class Value>
    bool operator()(Value &value)
    {
        const bool same = (std::exchange(m_changed, m_changed >> 1) & 1U) == 0;
        return same || take(value);
    }

private:
    bool take(std::string &text)
    {
        std::uint64_t size = 0;
        if (!takeNumber(m_bytes, size) || size > m_bytes.size())
            return false;
        text.assign(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return true;
    }
    template<class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) bool take(Number &number)
    {
        std::uint64_t by = 0;
        if (!takeNumber(m_bytes, by))
            return false;
        by = (by >> 1) ^ (0 - (by & 1U));
        number = Number(std::int64_t(std::uint64_t(std::int64_t(number)) + by));
        return true;
    }
    template<class Value>
    bool take(std::optional<Value> &value)
    {
        if (m_bytes.empty() || (m_bytes.front() != 0 && m_bytes.front() != 1))
            return false;
        const bool there = m_bytes.front() == 1;
        m_bytes.remove_prefix(1);
        if (!there)
            value.reset();
        else if (!value)
            value.emplace();
        return !there || take(*value);
    }

    std::string_view &m_bytes;
    Changed m_changed;
};

constexpr int members = 28;

// The one list of what a row is made of; a change of it is a change of the database's schema.
template<class Visit, class... Rows>
bool eachMember(Visit &visit, Rows &...row)
{
    return visit(row.requestId...) && visit(row.ts...) && visit(row.keyId...) && visit(row.key...)
        && visit(row.owner...) && visit(row.alias...) && visit(row.upstream...) && visit(row.model...)
        && visit(row.family...) && visit(row.unit...) && visit(row.status...) && visit(row.errorClass...)
        && visit(row.ended...) && visit(row.streamed...) && visit(row.tokens.input...) && visit(row.tokens.output...)
        && visit(row.tokens.cached...) && visit(row.tokens.reasoning...) && visit(row.costNanos...)
        && visit(row.chargedNanos...) && visit(row.firstByteMs...) && visit(row.firstTokenMs...)
        && visit(row.totalMs...) && visit(row.sample...) && visit(row.previousSecret...) && visit(row.priceDate...)
        && visit(row.attempts...) && visit(row.chain...);
}

} // namespace

void packRow(std::string &bytes, const UsageRow &row, UsageRow &before)
{
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof(Changed));
    Packer pack(bytes);
    eachMember(pack, row, before);
    const Changed changed = pack.changed();
    std::memcpy(bytes.data() + at, &changed, sizeof changed);
}

bool unpackRow(std::string_view &bytes, UsageRow &row)
{
    Changed changed = 0;
    if (bytes.size() < sizeof changed)
        return false;
    std::memcpy(&changed, bytes.data(), sizeof changed);
    bytes.remove_prefix(sizeof changed);
    Unpacker unpack(bytes, changed);
    return changed >> members == 0 && eachMember(unpack, row);
}

} // namespace proxy
