// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/rotation.h"
#include <algorithm>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keys {

static constexpr qint64 staleAfter = 15LL * 60; // seconds
static constexpr const char *names[rotationSteps] = {
    "create", "prove", "hand_over", "drain", "disable", "refused", "delete"};

QString nameOf(RotationStep step)
{
    return QString::fromLatin1(names[int(step)]);
}

std::optional<RotationStep> Rotation::next() const
{
    if (abandoned)
        return {};
    for (int step = 0; step < rotationSteps; ++step)
        if (!done.contains(step))
            return RotationStep(step);
    return {};
}

Key successorOf(const Key &old, const QString &name)
{
    Key key = old;
    key.id = key.prefix = key.lastFour = QString();
    key.name = name;
    key.enabled = true;
    key.spentNanos.reset();
    key.reservedNanos.reset();
    key.createdAt.reset();
    key.lastUsedAt.reset();
    key.running.reset();
    key.waiting.reset();
    key.rotatedAt.reset();
    key.previousUntil.reset();
    for (Budget &budget : key.budgets) {
        budget.spentNanos.reset();
        budget.reservedNanos.reset();
        budget.freeNanos.reset();
    }
    return key;
}

QString successorName(const QString &old, const QStringList &taken)
{
    static const QRegularExpression counted(u"^(.*)-(\\d{1,2})$"_s);
    const QRegularExpressionMatch match = counted.match(old);
    const QString stem = match.hasMatch() ? match.captured(1) : old;
    int number = match.hasMatch() ? match.captured(2).toInt() + 1 : 2;
    while (taken.contains(u"%1-%2"_s.arg(stem).arg(number)))
        ++number;
    return u"%1-%2"_s.arg(stem).arg(number);
}

QStringList aliasesToProve(const Key &key, const QList<Alias> &offered)
{
    if (!key.aliases.isEmpty())
        return key.aliases;
    return offered.isEmpty() ? QStringList() : QStringList{offered.first().name};
}

static QString whyUnknown(const DrainFacts &facts, const QDateTime &from)
{
    if (!facts.syncedAt)
        return u"never_synced"_s;
    if (facts.gapOpen || (facts.lastGapEnd && *facts.lastGapEnd > from))
        return u"gap"_s;
    return facts.syncedAt->secsTo(facts.now) > staleAfter ? u"stale"_s : QString();
}

// The successor was there before anybody could move to it: quiet hours before that say nothing.
static QDateTime quietSince(const Rotation &rotation, const DrainFacts &facts)
{
    QDateTime since = facts.lastCall ? std::max(*facts.lastCall, rotation.begun) : rotation.begun;
    if (facts.lastGapEnd)
        since = std::max(since, *facts.lastGapEnd);
    return since;
}

Drain drainOf(const Rotation &rotation, const DrainFacts &facts)
{
    Drain drain;
    drain.calls = facts.calls;
    drain.lastCall = facts.lastCall;
    const QDateTime from = facts.now.addSecs(-qint64(rotation.drainHours) * 3600);
    if (facts.calls > 0) {
        drain.state = Drain::State::Called;
        return drain;
    }
    drain.why = whyUnknown(facts, from);
    if (!drain.why.isEmpty())
        return drain;
    drain.since = quietSince(rotation, facts);
    drain.state = *drain.since <= from ? Drain::State::Drained : Drain::State::Called;
    return drain;
}

std::optional<GivenUp> disabledBy(const Rotation &rotation)
{
    const auto done = rotation.done.constFind(int(RotationStep::Disable));
    if (done == rotation.done.cend())
        return {};
    return GivenUp{GivenUp::Act::Disabled, done->at};
}

} // namespace keys
