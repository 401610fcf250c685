// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include <array>
#include <memory>

namespace secrets {

// How dear it is to try a passphrase: passes and bytes of Argon2id.
struct Cost
{
    quint64 passes = 3;
    quint64 bytes = 256 << 20; // 430 ms
    friend bool operator==(const Cost &, const Cost &) = default;
};
Cost leastCost(); // for tests: below 1 ms

using Salt = std::array<unsigned char, 16>;

// The key of a vault file, in memory that is guarded and never swapped. Any thread, read only.
class VaultKey
{
public:
    static Result<std::shared_ptr<const VaultKey>> derive(const Secret &passphrase, Cost cost, const Salt &salt);

    VaultKey(const VaultKey &) = delete;
    ~VaultKey();
    bool fits(Cost cost, const Salt &salt) const { return m_cost == cost && m_salt == salt; }
    Cost cost() const { return m_cost; }
    const Salt &salt() const { return m_salt; }
    const unsigned char *sealing() const { return m_bytes; } // 32 bytes
    const unsigned char *check() const
    {
        return m_bytes + 32;
    } // 32 bytes, stored in the file: tells the right passphrase

private:
    VaultKey(Cost cost, const Salt &salt);

    Cost m_cost;
    Salt m_salt;
    unsigned char *m_bytes;
};

} // namespace secrets
