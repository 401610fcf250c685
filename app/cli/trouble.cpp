// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trouble.h"
#include "cli/words.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace cli {

tl::unexpected<Trouble> misuse(QString what, QString why, QString next)
{
    return tl::unexpected<Trouble>(Trouble{Misuse, u"usage"_s, std::move(what), std::move(why), std::move(next)});
}

tl::unexpected<Trouble> unknownCursor(const QString &cursor)
{
    return misuse(u"--after"_s, Words::tr("\"%1\" is not in this list").arg(cursor),
        Words::tr("--after with the \"next\" of the same command, or without it from the beginning"));
}

tl::unexpected<Trouble> trouble(QString what, const Failure &failure, const text::Attempt &on)
{
    const text::Words words = text::wordsOf(failure, on);
    return tl::unexpected<Trouble>(
        Trouble{exitOf(failure.kind), nameOf(failure.kind), std::move(what), words.why, words.next});
}

int exitOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotFound:
    case FailureKind::Unsupported:
    case FailureKind::Rejected:
    case FailureKind::PortInUse:
    case FailureKind::Input:
        return Misuse;
    case FailureKind::Budget:
        return CapReached;
    case FailureKind::Conflict:
    case FailureKind::Locked:
        return Refused;
    case FailureKind::Cancelled:
        return Interrupted;
    case FailureKind::Storage:
    case FailureKind::DiskFull:
    case FailureKind::Damaged:
    case FailureKind::TooNew:
        return Internal;
    default:
        return Unreachable;
    }
}

QString nameOf(FailureKind kind)
{
    static const QStringList names{u"network"_s, u"timeout"_s, u"tls"_s, u"redirected"_s, u"too_large"_s,
        u"unauthorized"_s, u"forbidden"_s, u"not_found"_s, u"rate_limited"_s, u"budget"_s, u"server"_s, u"decode"_s,
        u"not_a_gateway"_s, u"unsupported"_s, u"conflict"_s, u"locked"_s, u"cancelled"_s, u"rejected"_s, u"storage"_s,
        u"disk_full"_s, u"damaged"_s, u"too_new"_s, u"port_in_use"_s, u"secret"_s, u"passphrase_needed"_s,
        u"wrong_passphrase"_s, u"input"_s};
    static_assert(failureKinds == 27);
    return names.value(qsizetype(kind), u"internal"_s);
}

} // namespace cli
