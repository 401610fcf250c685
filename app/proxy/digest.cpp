// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/digest.h"
#include <cstring>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdexcept>

namespace proxy {

namespace {

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

Context &contextOfThread()
{
    thread_local Context context;
    return context;
}

} // namespace

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
    // Looked up once: OpenSSL's SHA256() does so at each call, under a lock.
    static EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    Context &context = contextOfThread();
    if (!context)
        context.reset(EVP_MD_CTX_new());
    Digest digest;
    if (EVP_DigestInit_ex2(context.get(), sha256, nullptr) != 1
        || EVP_DigestUpdate(context.get(), text.data(), text.size()) != 1
        || EVP_DigestFinal_ex(context.get(), digest.bytes.data(), nullptr) != 1)
        throw std::runtime_error("the system has no SHA-256");
    return digest;
}

DigestMemory::~DigestMemory()
{
    OPENSSL_cleanse(m_text.data(), m_text.size());
}

const Digest &DigestMemory::of(std::string_view text)
{
    const bool same = m_size > 0 && m_size == text.size() && CRYPTO_memcmp(m_text.data(), text.data(), m_size) == 0;
    if (same)
        return m_digest;
    m_digest = digestOf(text);
    m_size = text.size() <= m_text.size() ? text.size() : 0;
    std::memcpy(m_text.data(), text.data(), m_size);
    return m_digest;
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
    contextOfThread().reset();
    OPENSSL_thread_stop();
}

void wipe(std::string &text)
{
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace proxy
