// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace proxy {

// The SHA-256 of a key's text: all that is kept of it.
struct Digest
{
    std::array<unsigned char, 32> bytes{};

    // Takes the same time wherever the difference lies.
    friend bool operator==(const Digest &a, const Digest &b) { return a.sameAs(b); }
    bool sameAs(const Digest &other) const;
};

// For unordered_map: a digest is its own hash.
struct DigestHash
{
    std::size_t operator()(const Digest &digest) const;
};

Digest digestOf(std::string_view text);
// The digests of one connection's key: its requests come with the same text, which is hashed once. Held as long as the
// connection lives, compared in constant time, wiped.
class DigestMemory final
{
public:
    DigestMemory() = default;
    DigestMemory(const DigestMemory &) = delete;
    DigestMemory &operator=(const DigestMemory &) = delete;
    ~DigestMemory();
    const Digest &of(std::string_view text);

private:
    std::array<char, 256> m_text{};
    std::size_t m_size = 0;
    Digest m_digest;
};

// As many random characters of [A-Za-z0-9], from the system's generator.
std::string randomText(std::size_t length);
// Lets go of what OpenSSL keeps for the calling thread; at the end of its scope.
struct LeavesThread
{
    LeavesThread() = default;
    LeavesThread(const LeavesThread &) = delete;
    LeavesThread &operator=(const LeavesThread &) = delete;
    ~LeavesThread();
};
// Overwrites the characters before letting them go.
void wipe(std::string &text);

} // namespace proxy
