// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/judge.h"

using namespace Qt::StringLiterals;

namespace changes {

static bool sameLimits(const QList<Budget> &a, const QList<Budget> &b)
{
    Key one, other;
    one.budgets = a;
    other.budgets = b;
    return sameSettings(one, other);
}

QStringList differences(const Key &a, const Key &b)
{
    QStringList out;
    const auto note = [&out](bool same, const char *field) {
        if (!same)
            out << QString::fromLatin1(field);
    };
    note(a.name == b.name, "name");
    note(a.aliases == b.aliases, "aliases");
    note(a.families == b.families, "families");
    note(a.upstreams == b.upstreams, "upstreams");
    note(a.networks == b.networks, "networks");
    note(a.group == b.group, "group");
    note(a.rates.requestsPerMinute == b.rates.requestsPerMinute, "rpm");
    note(a.rates.tokensPerMinute == b.rates.tokensPerMinute, "tpm");
    note(a.rates.parallel == b.rates.parallel, "parallel");
    note(a.rates.waitMs == b.rates.waitMs, "wait_ms");
    note(a.softPercents == b.softPercents, "soft_percents");
    note(sameLimits(a.budgets, b.budgets), "budgets");
    note(a.expiresAt == b.expiresAt, "expires_at");
    note(a.enabled == b.enabled, "enabled");
    note(a.passport == b.passport, "passport");
    return out;
}

static QString named(const Key &a, const Key &b)
{
    return differences(a, b).join(u", "_s);
}

Result<> judgeBefore(const Key &expected, const Key &now)
{
    if (sameSettings(expected, now))
        return {};
    return fail(FailureKind::Conflict, u"somebody else changed it meanwhile: %1"_s.arg(named(expected, now)));
}

Result<> judgeCreated(const Key &wanted, const Key &found)
{
    Key asked = wanted;
    asked.id = found.id;
    if (sameSettings(asked, found))
        return {};
    const QString said =
        u"the key was made (id %1), but the server ignored: %2; its secret is not given out, delete it"_s;
    return fail(FailureKind::Rejected, said.arg(found.id, named(asked, found)));
}

Result<> judgeWritten(const Key &before, const Key &wanted, const Key &found)
{
    if (sameSettings(found, wanted))
        return {};
    if (sameSettings(found, before))
        return ignored().map([](const Done &) {});
    return fail(FailureKind::Conflict, u"the server now has something else: %1"_s.arg(named(wanted, found)));
}

Result<> judgeRotated(const Key &before, const Key &issued, const Key &found)
{
    const bool anew = found.rotatedAt && found.rotatedAt != before.rotatedAt && found.lastFour == issued.lastFour;
    return anew ? Result<>() : ignored().map([](const Done &) {});
}

bool answerWasLost(const Failure &failure)
{
    return failure.httpStatus == 0 && (failure.kind == FailureKind::Network || failure.kind == FailureKind::Timeout);
}

Result<Done> ignored()
{
    return fail(FailureKind::Rejected, u"the server ignored this"_s);
}

} // namespace changes
