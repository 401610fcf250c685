// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/rotations.h"
#include "store/gaps.h"
#include "store/json_values.h"
#include "store/key_follow.h"
#include "store/key_use.h"
#include "store/rotations.h"
#include "store/store.h"
#include "store/sync_state.h"

using namespace Qt::StringLiterals;

namespace keys {

namespace {

constexpr qsizetype mostListed = 1000;
constexpr int daysLookedBack = 400;

store::RotationLine lineOf(const Rotation &rotation, const QString &profile)
{
    return {rotation.id, profile, rotation.oldId, rotation.newId, !rotation.next(), jsonOf(rotation)};
}

Rotation rotationOf(const store::RotationLine &line)
{
    Rotation rotation = rotationFrom(line.content);
    rotation.id = line.id;
    return rotation;
}

// Reads it, has it changed, and keeps it, in one go.
template<class Change>
Result<Rotation> changed(sql::Database &db, const QString &profile, qint64 id, const Change &change)
{
    const Result<store::RotationLine> line = store::rotation(db, profile, id);
    if (!line)
        return tl::unexpected<Failure>(line.error());
    Rotation rotation = rotationOf(*line);
    if (const Result<> done = change(rotation); !done)
        return tl::unexpected<Failure>(done.error());
    if (const auto kept = store::keepRotation(db, lineOf(rotation, profile)); !kept)
        return fail(FailureKind::Storage, QString::fromStdString(kept.error().message));
    return rotation;
}

template<class Change>
Task<Result<Rotation>> changedIn(store::Store &store, QString profile, qint64 id, Change change)
{
    const auto write = [profile, id, change](sql::Database &db) { return changed(db, profile, id, change); };
    co_return co_await store.write(write);
}

// The successor has the guards of the key before it.
Result<Rotation> guarded(sql::Database &db, const QString &profile, const Rotation &rotation, const QDateTime &now)
{
    Key to;
    to.id = rotation.newId;
    to.name = rotation.newName;
    const auto copied = store::copyGuards(db, profile, rotation.oldId, to, now);
    if (!copied)
        return fail(FailureKind::Storage, QString::fromStdString(copied.error().message));
    return rotation;
}

Result<> mayMark(const Rotation &rotation, RotationStep step)
{
    const std::optional<RotationStep> next = rotation.next();
    if (next == step)
        return {};
    return fail(FailureKind::Input, next ? nameOf(*next) : QString());
}

bool isOf(const store::LastCall &call, const Rotation &rotation)
{
    return call.keyId.isEmpty() ? call.key == rotation.oldName : call.keyId == rotation.oldId;
}

sql::Result<DrainFacts> factsOf(
    sql::Database &db, const QString &profile, const Rotation &rotation, const QDateTime &now)
{
    DrainFacts facts;
    facts.now = now;
    const auto sync = store::syncState(db, profile);
    const auto gaps = store::gaps(db, profile);
    const auto calls = store::lastCalls(db, profile, now.addDays(-daysLookedBack));
    const store::UseOf asked{{rotation.oldId}, {rotation.oldName}, {}};
    const auto use = store::useOf(db, profile, asked, now.addSecs(-qint64(rotation.drainHours) * 3600));
    for (const sql::Error *error : {sync ? nullptr : &sync.error(), gaps ? nullptr : &gaps.error(),
             calls ? nullptr : &calls.error(), use ? nullptr : &use.error()})
        if (error)
            return sql::fail(*error);
    facts.syncedAt = sync->syncedAt;
    for (const store::KnownGap &gap : *gaps) {
        facts.lastGapEnd = std::max(facts.lastGapEnd.value_or(gap.to), gap.to);
        facts.gapOpen = facts.gapOpen || gap.open;
    }
    for (const store::LastCall &call : *calls)
        if (isOf(call, rotation))
            facts.lastCall = std::max(facts.lastCall.value_or(call.at), call.at);
    for (const store::KeyUse &each : *use)
        facts.calls += each.calls;
    return facts;
}

} // namespace

Task<Result<Rotation>> Rotations::begin(Rotation rotation) const
{
    const auto write = [line = lineOf(rotation, m_profile)](sql::Database &db) { return store::addRotation(db, line); };
    const auto id = co_await m_store.write(write);
    if (!id)
        co_return tl::unexpected<Failure>(id.error());
    rotation.id = *id;
    co_return rotation;
}

Task<Result<QList<Rotation>>> Rotations::list() const
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::rotationsOf(db, profile, mostListed); };
    const auto lines = co_await m_store.read(read);
    if (!lines)
        co_return tl::unexpected<Failure>(lines.error());
    QList<Rotation> out;
    for (const store::RotationLine &line : *lines)
        out << rotationOf(line);
    co_return out;
}

Task<Result<Rotation>> Rotations::rotation(qint64 id) const
{
    const auto read = [profile = m_profile, id](sql::Database &db) { return store::rotation(db, profile, id); };
    const auto line = co_await m_store.read(read);
    if (!line)
        co_return tl::unexpected<Failure>(line.error());
    co_return rotationOf(*line);
}

Task<Result<Rotation>> Rotations::mark(qint64 id, RotationStep step, StepDone how) const
{
    const auto change = [step, how](Rotation &rotation) -> Result<> {
        const Result<> may = mayMark(rotation, step);
        if (may)
            rotation.done.insert(int(step), how);
        return may;
    };
    co_return co_await changedIn(m_store, m_profile, id, change);
}

Task<Result<Rotation>> Rotations::created(qint64 id, QString newId, QString newName, StepDone how) const
{
    const auto change = [=](Rotation &rotation) -> Result<> {
        const Result<> may = mayMark(rotation, RotationStep::Create);
        if (!may)
            return may;
        rotation.newId = newId;
        rotation.newName = newName;
        rotation.done.insert(int(RotationStep::Create), how);
        return {};
    };
    const auto write = [profile = m_profile, id, change, how](sql::Database &db) {
        const Result<Rotation> rotation = changed(db, profile, id, change);
        return rotation ? guarded(db, profile, *rotation, how.at) : rotation;
    };
    co_return co_await m_store.write(write);
}

Task<Result<Rotation>> Rotations::abandon(qint64 id) const
{
    const auto change = [](Rotation &rotation) -> Result<> {
        if (!rotation.next())
            return fail(FailureKind::Input, QString());
        rotation.abandoned = true;
        return {};
    };
    co_return co_await changedIn(m_store, m_profile, id, change);
}

Task<Result<Rotation>> Rotations::reopen(qint64 id) const
{
    const auto change = [](Rotation &rotation) -> Result<> {
        if (!rotation.done.contains(int(RotationStep::Disable)) || rotation.done.contains(int(RotationStep::Delete)))
            return fail(FailureKind::Input, QString());
        for (const RotationStep step : {RotationStep::Drain, RotationStep::Disable, RotationStep::Refused})
            rotation.done.remove(int(step));
        return {};
    };
    co_return co_await changedIn(m_store, m_profile, id, change);
}

Task<Result<Drain>> Rotations::drain(Rotation rotation, QDateTime now) const
{
    const auto read = [profile = m_profile, rotation, now](
                          sql::Database &db) { return factsOf(db, profile, rotation, now); };
    const auto facts = co_await m_store.read(read);
    if (!facts)
        co_return tl::unexpected<Failure>(facts.error());
    co_return drainOf(rotation, *facts);
}

QJsonObject jsonOf(const Rotation &rotation)
{
    QJsonObject steps;
    for (auto step = rotation.done.begin(); step != rotation.done.end(); ++step)
        steps.insert(nameOf(RotationStep(step.key())),
            QJsonObject{{u"at"_s, store::jsonOf(std::optional(step->at))}, {u"by"_s, step->by}, {u"note"_s, step->note},
                {u"proven"_s, step->proven}});
    const auto next = rotation.next();
    return {{u"id"_s, rotation.id}, {u"old_id"_s, rotation.oldId}, {u"old_key"_s, rotation.oldName},
        {u"new_id"_s, rotation.newId}, {u"new_key"_s, rotation.newName}, {u"reason"_s, rotation.reason},
        {u"drain_hours"_s, rotation.drainHours}, {u"begun"_s, store::jsonOf(std::optional(rotation.begun))},
        {u"steps"_s, steps}, {u"next"_s, next ? QJsonValue(nameOf(*next)) : QJsonValue()},
        {u"abandoned"_s, rotation.abandoned}};
}

Rotation rotationFrom(const QJsonObject &o)
{
    Rotation rotation;
    rotation.id = o[u"id"_s].toInteger();
    rotation.oldId = o[u"old_id"_s].toString();
    rotation.oldName = o[u"old_key"_s].toString();
    rotation.newId = o[u"new_id"_s].toString();
    rotation.newName = o[u"new_key"_s].toString();
    rotation.reason = o[u"reason"_s].toString();
    rotation.drainHours = o[u"drain_hours"_s].toInt(24);
    rotation.begun = store::timeFrom(o[u"begun"_s]).value_or(QDateTime());
    rotation.abandoned = o[u"abandoned"_s].toBool();
    const QJsonObject steps = o[u"steps"_s].toObject();
    for (int step = 0; step < rotationSteps; ++step)
        if (const QJsonObject done = steps[nameOf(RotationStep(step))].toObject(); !done.isEmpty())
            rotation.done.insert(step,
                StepDone{store::timeFrom(done[u"at"_s]).value_or(QDateTime()), done[u"by"_s].toString(),
                    done[u"note"_s].toString(), done[u"proven"_s].toBool()});
    return rotation;
}

} // namespace keys
