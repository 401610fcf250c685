// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/failure_text.h"
#include <utility>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::pair<FailureKind, QLatin1StringView> names[] = {
    {FailureKind::Network, "network"_L1},
    {FailureKind::Timeout, "timeout"_L1},
    {FailureKind::Tls, "tls"_L1},
    {FailureKind::Redirected, "redirected"_L1},
    {FailureKind::TooLarge, "too_large"_L1},
    {FailureKind::Unauthorized, "unauthorized"_L1},
    {FailureKind::Forbidden, "forbidden"_L1},
    {FailureKind::NotFound, "not_found"_L1},
    {FailureKind::RateLimited, "rate_limited"_L1},
    {FailureKind::Budget, "budget"_L1},
    {FailureKind::Server, "server"_L1},
    {FailureKind::Decode, "decode"_L1},
    {FailureKind::NotAGateway, "not_a_gateway"_L1},
    {FailureKind::Unsupported, "unsupported"_L1},
    {FailureKind::Conflict, "conflict"_L1},
    {FailureKind::Locked, "locked"_L1},
    {FailureKind::Cancelled, "cancelled"_L1},
    {FailureKind::Rejected, "rejected"_L1},
    {FailureKind::Storage, "storage"_L1},
    {FailureKind::DiskFull, "disk_full"_L1},
    {FailureKind::Damaged, "damaged"_L1},
    {FailureKind::TooNew, "too_new"_L1},
    {FailureKind::PortInUse, "port_in_use"_L1},
    {FailureKind::Secret, "secret"_L1},
    {FailureKind::PassphraseNeeded, "passphrase_needed"_L1},
    {FailureKind::WrongPassphrase, "wrong_passphrase"_L1},
    {FailureKind::Input, "input"_L1},
};
static_assert(std::size(names) == failureKinds);

} // namespace

QString nameOf(FailureKind kind)
{
    for (const auto &[known, name] : names)
        if (known == kind)
            return name;
    return u"storage"_s;
}

FailureKind kindNamed(const QString &name)
{
    for (const auto &[kind, known] : names)
        if (known == name)
            return kind;
    return FailureKind::Storage;
}

} // namespace store
