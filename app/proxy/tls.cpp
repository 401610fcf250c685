// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/tls.h"
#include <arpa/inet.h>
#include <ctime>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <utility>

namespace proxy {

namespace {

bool isAddress(const std::string &host)
{
    unsigned char bytes[16];
    return ::inet_pton(AF_INET, host.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

std::string lastReason()
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? std::string(reason) : std::string("the connection was closed");
}

// Who the certificate says it is, and until when.
std::string aboutCertificate(X509 *certificate)
{
    if (!certificate)
        return {};
    char name[200] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    std::tm until{};
    char date[32] = {};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &until) == 1)
        static_cast<void>(std::strftime(date, sizeof date, "%Y-%m-%d %H:%M UTC", &until));
    return std::string(" (issued to \"") + name + "\", good until " + date + ')';
}

// A refused certificate is gone when the handshake has failed: what to say of it is kept for the next tlsFault().
std::string &refusedCertificate()
{
    thread_local std::string about;
    return about;
}

int onVerified(int good, X509_STORE_CTX *checked)
{
    refusedCertificate() = good == 1 ? std::string() : aboutCertificate(X509_STORE_CTX_get_current_cert(checked));
    return good;
}

} // namespace

void TlsFree::operator()(ssl_st *tls) const
{
    SSL_free(tls);
}

void TlsContext::Free::operator()(ssl_ctx_st *context) const
{
    SSL_CTX_free(context);
}

bool TlsContext::make(bool serving)
{
    m_context.reset(SSL_CTX_new(serving ? TLS_server_method() : TLS_client_method()));
    if (!m_context)
        return false;
    SSL_CTX_set_min_proto_version(m_context.get(), TLS1_2_VERSION);
    SSL_CTX_set_mode(m_context.get(),
        SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(m_context.get(), SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_read_ahead(m_context.get(), 1);
    return true;
}

std::string TlsContext::serve(const std::string &certFile, const std::string &keyFile)
{
    ERR_clear_error();
    if (!make(true))
        return "TLS could not be set up";
    if (SSL_CTX_use_certificate_chain_file(m_context.get(), certFile.c_str()) != 1)
        return "the certificate file " + certFile + " cannot be used (" + lastReason() + "); it must be PEM";
    if (SSL_CTX_use_PrivateKey_file(m_context.get(), keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        return "the key file " + keyFile + " cannot be used with " + certFile + " (" + lastReason()
            + "); it must be PEM without a password";
    SSL_CTX_set_session_id_context(m_context.get(), reinterpret_cast<const unsigned char *>("gateway"), 7);
    return {};
}

std::string TlsContext::verify(const std::string &caFile)
{
    ERR_clear_error();
    if (!make(false))
        return "TLS could not be set up";
    const int loaded = caFile.empty() ? SSL_CTX_set_default_verify_paths(m_context.get())
                                      : SSL_CTX_load_verify_file(m_context.get(), caFile.c_str());
    SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, onVerified);
    return loaded == 1 ? std::string() : "the authorities in \"" + caFile + "\" cannot be read";
}

TlsPointer TlsContext::over(int socket, const std::string &host) const
{
    TlsPointer tls(SSL_new(m_context.get()));
    if (!tls || SSL_set_fd(tls.get(), socket) != 1)
        return {};
    if (host.empty()) {
        SSL_set_accept_state(tls.get());
        return tls;
    }
    SSL_set_connect_state(tls.get());
    X509_VERIFY_PARAM *wanted = SSL_get0_param(tls.get());
    X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    const bool named = isAddress(host) ? X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) == 1
                                       : X509_VERIFY_PARAM_set1_host(wanted, host.c_str(), host.size()) == 1;
    if (!isAddress(host))
        SSL_ctrl(tls.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char *>(host.c_str()));
    return named ? std::move(tls) : TlsPointer();
}

std::string tlsFault(ssl_st *tls)
{
    const long verdict = SSL_get_verify_result(tls);
    if (verdict != X509_V_OK)
        return "its certificate was refused: " + std::string(X509_verify_cert_error_string(verdict))
            + std::exchange(refusedCertificate(), {});
    return "the TLS handshake failed: " + lastReason();
}

} // namespace proxy
