// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>

struct ssl_ctx_st;
struct ssl_st;

namespace proxy {

struct TlsFree
{
    void operator()(ssl_st *tls) const;
};
using TlsPointer = std::unique_ptr<ssl_st, TlsFree>;

// What connections of one kind share: the gateway's own certificate, or the authorities an upstream is checked with.
// TLS 1.2 and newer.
class TlsContext final
{
public:
    TlsContext() = default;
    // For a listener: its certificate chain and key, PEM files; "" or what is wrong with them.
    std::string serve(const std::string &certFile, const std::string &keyFile);
    // For an upstream: its certificate must come from these authorities; an empty file: the system's. "" or why not.
    std::string verify(const std::string &caFile);

    explicit operator bool() const { return m_context != nullptr; }
    // A connection over this socket. host: the name or address its certificate must be for; empty: the serving side.
    TlsPointer over(int socket, const std::string &host) const;

private:
    struct Free
    {
        void operator()(ssl_ctx_st *context) const;
    };
    bool make(bool serving);

    std::unique_ptr<ssl_ctx_st, Free> m_context;
};

// What OpenSSL says of the last failed step of a handshake: a certificate's fault in words, with what it is about.
std::string tlsFault(ssl_st *tls);

} // namespace proxy
