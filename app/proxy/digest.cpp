// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/digest.h"
#include <cstring>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdexcept>

namespace proxy {

bool Digest::sameAs(const Digest &other) const
{
    return CRYPTO_memcmp(bytes.data(), other.bytes.data(), bytes.size()) == 0;
}

std::size_t DigestHash::operator()(const Digest &digest) const
{
    std::size_t hash = 0;
    std::memcpy(&hash, digest.bytes.data(), sizeof hash);
    return hash;
}

Digest digestOf(std::string_view text)
{
    Digest digest;
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.bytes.data());
    return digest;
}

std::string randomText(std::size_t length)
{
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string text;
    while (text.size() < length) {
        unsigned char byte = 0;
        if (RAND_bytes(&byte, 1) != 1)
            throw std::runtime_error("the system gives no random numbers");
        if (byte < 256 - 256 % letters.size())
            text += letters[byte % letters.size()];
    }
    return text;
}

LeavesThread::~LeavesThread()
{
    OPENSSL_thread_stop();
}

void wipe(std::string &text)
{
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace proxy
