// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/listen_rules.h"
#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace proxy {

namespace {

// sched_setattr(2): the kernel's struct sched_attr, whose header the C library's does not get on with.
struct SchedulerTurn
{
    std::uint32_t size;
    std::uint32_t policy;
    std::uint64_t flags;
    std::int32_t nice;
    std::uint32_t priority;
    std::uint64_t runtimeNs;
    std::uint64_t deadlineNs;
    std::uint64_t periodNs;
};

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

void takeShortTurns()
{
    SchedulerTurn wanted{};
    wanted.size = sizeof wanted;
    wanted.policy = SCHED_OTHER;
    wanted.nice = ::getpriority(PRIO_PROCESS, 0);
    wanted.runtimeNs = 100'000; // the least there is; since Linux 6.12, before it means nothing
    static_cast<void>(::syscall(SYS_sched_setattr, 0, &wanted, 0U));
}

void stepBack()
{
    constexpr int back = 10; // about a tenth of a processor that both want
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + back));
}

void ignoreBrokenPipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    static_cast<void>(::pthread_sigmask(SIG_BLOCK, &pipes, nullptr));
}

} // namespace proxy
