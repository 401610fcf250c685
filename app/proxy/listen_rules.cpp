// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/listen_rules.h"
#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <sys/resource.h>

namespace proxy {

namespace {

bool isLoopback(const std::string &host)
{
    in_addr four{};
    in6_addr six{};
    if (::inet_pton(AF_INET, host.c_str(), &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    return host == "localhost" || (::inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six));
}

} // namespace

std::string mayListen(const Options &options, const Catalog &catalog)
{
    const bool cert = !options.certFile.empty();
    if (cert != !options.keyFile.empty())
        return "TLS needs a certificate and its key: one of the two files is missing";
    if (isLoopback(options.host))
        return {};
    if (!cert && !options.insecureListen)
        return options.host
            + " can be reached from other machines: give --tls-cert F and --tls-key F, or --insecure-listen for plain "
              "HTTP";
    const bool demo = std::ranges::any_of(catalog.keys(), [](const auto &key) { return key->origin == "sample"; });
    if (demo || options.seed == Seed::Demo)
        return "the demo keys are known to everyone and " + options.host
            + " can be reached from other machines: take a database without them (--seed empty, --db F)";
    return {};
}

std::string urlHost(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

void raiseFileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, 65'536));
    static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

void ignoreBrokenPipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    static_cast<void>(::pthread_sigmask(SIG_BLOCK, &pipes, nullptr));
}

} // namespace proxy
