// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/given_up.h"
#include "domain/key.h"
#include <optional>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

// The rotation of a key by a successor, on any gateway: both work until the old one is drained, which must be proven. Pure.
namespace keys {

// In their order. Each is done once, by whom and when; a later one needs the earlier ones.
enum class RotationStep {
    Create, // the successor, with the same settings
    Prove, // that it works
    HandOver, // to every application
    Drain, // nobody calls with the old one any more
    Disable, // the old one
    Refused, // proven by calls with it
    Delete, // the old one
};
constexpr int rotationSteps = int(RotationStep::Delete) + 1;

QString nameOf(RotationStep step); // "hand_over"

// That a step was done.
struct StepDone
{
    QDateTime at; // UTC
    QString by;
    QString note; // a run, or why it was taken for done without its proof
    bool proven = true; // false: a person answers for it instead

    friend bool operator==(const StepDone &, const StepDone &) = default;
};

struct Rotation
{
    qint64 id = 0;
    QString oldId; // of the key that goes
    QString oldName;
    QString newId;
    QString newName;
    QString reason;
    int drainHours = 24; // without a call, before the old one counts as drained
    QDateTime begun; // UTC
    QHash<int, StepDone> done; // by step
    bool abandoned = false; // given up; both keys are as they were then

    // What is next; empty: all is done, or it was abandoned.
    std::optional<RotationStep> next() const;
    friend bool operator==(const Rotation &, const Rotation &) = default;
};

// When its old key was disabled; empty: it was not yet.
std::optional<GivenUp> disabledBy(const Rotation &rotation);
// The key that takes the place of another: the same settings; what was spent and when it was called is the old one's.
Key successorOf(const Key &old, const QString &name);
// A name that none of these has: the old one's, with a number behind it that counts on.
QString successorName(const QString &old, const QStringList &taken);
// What a proof of the key calls: each alias in its scope, of all of them the first. Empty: none is known.
QStringList aliasesToProve(const Key &key, const QList<Alias> &offered);

// What stored usage says of the old key.
struct DrainFacts
{
    QDateTime now; // UTC
    std::optional<QDateTime> syncedAt; // of the last complete sync
    std::optional<QDateTime> lastGapEnd; // of the times of which rows are missing
    bool gapOpen = false;
    qint64 calls = 0; // in the last drainHours
    std::optional<QDateTime> lastCall; // ever
};

struct Drain
{
    enum class State { Drained, Called, Unknown };
    State state = State::Unknown;
    qint64 calls = 0;
    std::optional<QDateTime> lastCall;
    std::optional<QDateTime> since; // no call is known, and none can be missing, from then on
    QString why; // Unknown: "never_synced", "stale", "gap"

    friend bool operator==(const Drain &, const Drain &) = default;
};
// Without calls for that long, and only if none can be missing: a gap in these hours, or usage that is old, refuses it.
Drain drainOf(const Rotation &rotation, const DrainFacts &facts);

} // namespace keys
