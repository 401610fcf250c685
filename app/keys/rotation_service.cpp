// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/rotation_service.h"
#include "base/or_return.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keys {

// Reading

void RotationService::refresh()
{
    m_loads.cancel();
    m_loads.run(readAll());
}

void RotationService::show(qint64 id)
{
    const auto found = std::ranges::find(m_state.all, id, &Rotation::id);
    m_state.shown = found == m_state.all.cend() ? std::nullopt : std::optional(*found);
    m_state.drain.reset();
    m_state.course.reset();
    m_state.failure.reset();
    m_state.refutedRun.clear();
    announce();
    refresh();
}

const Rotation *RotationService::underWay(const QString &keyId) const
{
    const auto found = std::ranges::find_if(m_state.all, [&keyId](const Rotation &each) {
        return each.next() && (each.oldId == keyId || (!each.newId.isEmpty() && each.newId == keyId));
    });
    return found == m_state.all.cend() ? nullptr : &*found;
}

QString RotationService::freeNameFor(const Key &old, const QList<Key> &all) const
{
    QStringList taken;
    for (const Key &key : all)
        taken << key.name;
    return successorName(old.name, taken);
}

Task<> RotationService::readAll()
{
    const auto all = co_await m_book.list();
    if (!all) {
        m_state.failure = all.error();
        announce();
        co_return;
    }
    m_state.all = *all;
    m_state.loaded = true;
    if (m_state.shown) {
        const auto found = std::ranges::find(m_state.all, m_state.shown->id, &Rotation::id);
        if (found != m_state.all.cend())
            m_state.shown = *found;
        co_await readShown();
    }
    announce();
}

Task<> RotationService::readShown()
{
    const Rotation rotation = *m_state.shown;
    const auto drain = co_await m_book.drain(rotation, m_clock.now());
    const auto course = co_await m_book.course(rotation, m_clock.now());
    if (!m_state.shown || m_state.shown->id != rotation.id)
        co_return;
    if (!drain || !course) {
        m_state.failure = drain ? course.error() : drain.error();
        co_return;
    }
    m_state.drain = *drain;
    m_state.course = *course;
}

// Acting

void RotationService::run(RotationStep step, Act act)
{
    if (m_state.doing)
        return;
    m_state.doing = step;
    m_state.failure.reset();
    m_state.refutedRun.clear();
    announce();
    m_acts.run(carryOut(std::move(act)));
}

Task<> RotationService::carryOut(Act act)
{
    const auto rotation = co_await std::move(act);
    m_state.doing.reset();
    if (rotation)
        m_state.shown = *rotation;
    else
        m_state.failure = rotation.error();
    announce();
    refresh();
}

StepDone RotationService::now(const QString &note, bool proven) const
{
    return {m_clock.now(), m_by, note, proven};
}

void RotationService::begin(const Wish &wish)
{
    forgetSecret();
    run(RotationStep::Create, create(wish));
}

// Noted first, so that a successor that was made never stands there without its rotation.
RotationService::Act RotationService::create(Wish wish)
{
    Rotation wanted;
    wanted.oldId = wish.old.id;
    wanted.oldName = wish.old.name;
    wanted.reason = wish.reason;
    wanted.drainHours = wish.drainHours;
    wanted.begun = m_clock.now();
    const Rotation begun = co_await orReturn(m_book.begin(wanted));
    changes::Change change;
    change.after = successorOf(wish.old, wish.name);
    const auto done = co_await m_work.write(change);
    if (!done) {
        const auto left = co_await m_book.abandon(begun.id);
        co_return tl::unexpected<Failure>(done.error());
    }
    m_secret = done->secret;
    m_state.issued = done->change.after;
    m_state.hasSecret = m_secret.has_value();
    const Key made = *done->change.after;
    const Rotation rotation = co_await orReturn(m_book.created(begun.id, made.id, made.name, now()));
    co_await orReturn(m_schedules.rotated(wish.old.id, made.id, made.name, m_clock.now().date()));
    co_return rotation;
}

std::optional<Secret> RotationService::takeSecret()
{
    if (!std::exchange(m_state.issued, std::nullopt))
        return {};
    return m_secret;
}

void RotationService::forgetSecret()
{
    m_secret.reset();
    m_state.hasSecret = false;
    m_state.issued.reset();
}

void RotationService::prove(const Secret &given)
{
    if (!m_state.shown || (given.isEmpty() && !m_secret))
        return;
    run(RotationStep::Prove, proveTask(m_state.shown->id, given.isEmpty() ? *m_secret : given));
}

RotationService::Act RotationService::proveTask(qint64 id, Secret key)
{
    const Rotation rotation = co_await orReturn(m_book.rotation(id));
    const std::optional<Key> successor = co_await orReturn(m_work.find(rotation.newId));
    if (!successor)
        co_return fail(FailureKind::NotFound, rotation.newName);
    const QStringList aliases = aliasesToProve(*successor, m_work.offered());
    const std::optional<GivenUp> never;
    const RotationWork::Called called = co_await orReturn(m_work.call(key, RotationWork::Proof::Works, aliases, never));
    if (!called.proven) {
        m_state.refutedRun = called.run;
        co_return rotation;
    }
    forgetSecret();
    co_return co_await m_book.mark(id, RotationStep::Prove, now(called.run));
}

void RotationService::handOver(const QString &note)
{
    if (m_state.shown)
        run(RotationStep::HandOver, m_book.mark(m_state.shown->id, RotationStep::HandOver, now(note)));
}

void RotationService::disable(const QString &answers)
{
    if (m_state.shown)
        run(RotationStep::Disable, disableTask(*m_state.shown, answers));
}

// Drained by what is known now, after usage was read; or somebody answers for it. Else the drain says why not.
Task<Result<Rotation>> RotationService::drained(Rotation rotation, QString answers)
{
    const Result<> read = co_await m_work.readUsage();
    const Drain drain = co_await orReturn(m_book.drain(rotation, m_clock.now()));
    m_state.drain = drain;
    const bool proven = read && drain.state == Drain::State::Drained;
    if (!proven && answers.isEmpty())
        co_return rotation;
    const StepDone how = proven ? now() : now(answers, false);
    co_return co_await m_book.mark(rotation.id, RotationStep::Drain, how);
}

RotationService::Act RotationService::disableTask(Rotation rotation, QString answers)
{
    if (rotation.next() == RotationStep::Drain)
        rotation = co_await orReturn(drained(rotation, answers));
    if (rotation.next() != RotationStep::Disable)
        co_return rotation;
    const std::optional<bool> off = false;
    co_await orReturn(writeOld(rotation, off));
    co_return co_await m_book.mark(rotation.id, RotationStep::Disable, now());
}

// Gone already, or so already: there is nothing to write.
Task<Result<>> RotationService::writeOld(Rotation rotation, std::optional<bool> enabled)
{
    const std::optional<Key> key = co_await orReturn(m_work.find(rotation.oldId));
    if (!key || enabled == key->enabled)
        co_return Result<>();
    changes::Change change;
    change.before = *key;
    if (enabled) {
        change.after = *key;
        change.after->enabled = *enabled;
    }
    const auto done = co_await m_work.write(change);
    if (!done)
        co_return tl::unexpected<Failure>(done.error());
    co_return Result<>();
}

void RotationService::refuse(const Secret &old, const QString &answers)
{
    if (m_state.shown && (!old.isEmpty() || !answers.isEmpty()))
        run(RotationStep::Refused, refuseTask(m_state.shown->id, old, answers));
}

RotationService::Act RotationService::refuseTask(qint64 id, Secret key, QString answers)
{
    if (key.isEmpty())
        co_return co_await m_book.mark(id, RotationStep::Refused, now(answers, false));
    const QStringList none;
    const std::optional<GivenUp> act = m_state.shown ? disabledBy(*m_state.shown) : std::nullopt;
    const RotationWork::Called called = co_await orReturn(m_work.call(key, RotationWork::Proof::Refused, none, act));
    if (called.proven)
        co_return co_await m_book.mark(id, RotationStep::Refused, now(called.run));
    m_state.refutedRun = called.run;
    co_return co_await m_book.rotation(id);
}

void RotationService::remove()
{
    if (m_state.shown)
        run(RotationStep::Delete, removeTask(*m_state.shown));
}

RotationService::Act RotationService::removeTask(Rotation rotation)
{
    if (rotation.next() != RotationStep::Delete)
        co_return rotation;
    const std::optional<bool> gone;
    co_await orReturn(writeOld(rotation, gone));
    co_return co_await m_book.mark(rotation.id, RotationStep::Delete, now());
}

void RotationService::reopen()
{
    if (m_state.shown)
        run(RotationStep::Disable, reopenTask(*m_state.shown));
}

RotationService::Act RotationService::reopenTask(Rotation rotation)
{
    const std::optional<bool> on = true;
    co_await orReturn(writeOld(rotation, on));
    co_return co_await m_book.reopen(rotation.id);
}

void RotationService::abandon()
{
    forgetSecret();
    if (m_state.shown)
        run(RotationStep::Create, m_book.abandon(m_state.shown->id));
}

} // namespace keys
