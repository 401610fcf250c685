// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "http_client.h"
#include <openssl/ssl.h>

namespace client {

// A blocking client over TLS that checks the server's certificate for that host name.
class TlsConnection final
{
public:
    TlsConnection(int port, const std::string &caFile, const std::string &host, int highestVersion = TLS1_3_VERSION)
        : m_context(SSL_CTX_new(TLS_client_method()))
    {
        // Below 1.2 only with the keys and digests of that time.
        SSL_CTX_set_security_level(m_context, highestVersion < TLS1_2_VERSION ? 0 : 2);
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, highestVersion);
        SSL_CTX_load_verify_file(m_context, caFile.c_str());
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval limit{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(static_cast<std::uint16_t>(port));
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_tls = SSL_new(m_context);
        SSL_set_fd(m_tls, m_socket);
        SSL_set1_host(m_tls, host.c_str());
        m_connected =
            ::connect(m_socket, reinterpret_cast<sockaddr *>(&where), sizeof where) == 0 && SSL_connect(m_tls) == 1;
    }
    ~TlsConnection()
    {
        SSL_free(m_tls);
        SSL_CTX_free(m_context);
        ::close(m_socket);
    }
    TlsConnection(const TlsConnection &) = delete;
    TlsConnection &operator=(const TlsConnection &) = delete;

    bool connected() const { return m_connected; }
    std::string version() const { return SSL_get_version(m_tls); }
    bool send(const std::string &bytes)
    {
        return SSL_write(m_tls, bytes.data(), int(bytes.size())) == int(bytes.size());
    }
    // Says goodbye as TLS does, and leaves.
    void leave()
    {
        SSL_shutdown(m_tls);
        ::shutdown(m_socket, SHUT_WR);
    }
    // Reads until the text was seen or the end.
    std::string readUntil(const std::string &text)
    {
        std::string all;
        char bytes[16'384];
        while (all.find(text) == std::string::npos) {
            const int count = SSL_read(m_tls, bytes, sizeof bytes);
            if (count <= 0)
                break;
            all.append(bytes, std::size_t(count));
        }
        return all;
    }

private:
    SSL_CTX *m_context;
    SSL *m_tls = nullptr;
    int m_socket = -1;
    bool m_connected = false;
};

} // namespace client
