// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards/guard_service.h"
#include "base/or_return.h"
#include "changes/change.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include "guards/guard_words.h"
#include "store/guards.h"
#include "store/store.h"
#include "text/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guards {

void GuardService::refresh()
{
    m_tasks.run(run(readTask()));
}

void GuardService::enforce()
{
    if (!m_state.working)
        m_tasks.run(run(enforceTask()));
}

void GuardService::set(const Guard &guard)
{
    m_tasks.run(run(setTask(guard)));
}

void GuardService::remove(qint64 id)
{
    m_tasks.run(run(removeNow(id)));
}

// Looks come with every sync and find nothing new most of the time.
void GuardService::raise(const Key &key, const QString &window, qint64 more, const QDateTime &until)
{
    m_tasks.run(run(raiseTask(key, window, more, until)));
}

Task<> GuardService::run(Task<Result<>> intent)
{
    const State was = m_state;
    m_state.working = true;
    const Result<> done = co_await std::move(intent);
    m_state.working = false;
    m_state.failure = done ? std::nullopt : std::optional(done.error());
    if (!was.readAt || was.lines != m_state.lines || was.raises != m_state.raises || was.failure != m_state.failure)
        announce();
}

Task<Result<>> GuardService::readTask()
{
    co_await orReturn(linesNow());
    co_return Result<>();
}

Task<Result<>> GuardService::enforceTask()
{
    const auto deeds = co_await orReturn(enforceNow());
    if (!deeds.isEmpty())
        co_await orReturn(linesNow());
    co_return Result<>();
}

Task<Result<>> GuardService::setTask(Guard guard)
{
    co_await orReturn(setNow(guard));
    co_return co_await enforceTask();
}

Task<Result<>> GuardService::raiseTask(Key key, QString window, qint64 more, QDateTime until)
{
    co_await orReturn(m_raises.begin(key, window, more, until));
    co_await orReturn(linesNow());
    co_return Result<>();
}

Task<Result<QList<GuardService::Line>>> GuardService::linesNow()
{
    const QDateTime now = m_parts.clock.now();
    const auto read = [profile = m_parts.profile, now](sql::Database &db) -> sql::Result<QList<Line>> {
        const auto found = store::guards(db, profile);
        if (!found)
            return sql::fail(found.error());
        QList<Line> lines;
        for (const Guard &guard : *found) {
            const Period period = periodAt(guard, now);
            const auto spend = store::guardSpend(db, guard, period.begin);
            if (!spend)
                return sql::fail(spend.error());
            lines << Line{guard, *spend, period};
        }
        return lines;
    };
    const QList<Line> lines = co_await orReturn(m_parts.store.read(read));
    m_state.raises = co_await orReturn(m_raises.all());
    m_state.lines = lines;
    m_state.readAt = now;
    co_return lines;
}

Task<Result<QList<Deed>>> GuardService::enforceNow()
{
    co_await orReturn(m_raises.endDue());
    const QList<Line> lines = co_await orReturn(linesNow());
    QList<Deed> deeds;
    for (const Line &line : lines) {
        const Step step = dueOf(line.guard, line.spend, m_parts.clock.now());
        if (step == Step::None)
            continue;
        const Deed deed = co_await does(line, step);
        if (deed.step != Step::None)
            deeds << deed;
    }
    co_return deeds;
}

Task<Result<Guard>> GuardService::setNow(Guard guard)
{
    guard.profile = m_parts.profile;
    guard.created = m_parts.clock.now();
    const auto write = [guard](sql::Database &db) { return store::putGuard(db, guard); };
    co_return co_await m_parts.store.write(write);
}

Task<Result<>> GuardService::removeNow(qint64 id)
{
    const QList<Line> lines = co_await orReturn(linesNow());
    const auto found = std::ranges::find(lines, id, [](const Line &each) { return each.guard.id; });
    if (found == lines.end())
        co_return fail(FailureKind::NotFound, u"guard"_s);
    const Line line = *found;
    if (line.guard.before) {
        const Deed deed = co_await giveBack(line);
        if (deed.failure)
            co_return tl::unexpected<Failure>(*deed.failure);
    }
    const auto write = [id](sql::Database &db) { return store::removeGuard(db, id); };
    co_await orReturn(m_parts.store.write(write));
    co_await orReturn(linesNow());
    co_return Result<>();
}

Task<Result<>> GuardService::keep(Guard guard)
{
    const auto write = [guard](sql::Database &db) { return store::keepGuardState(db, guard); };
    co_return co_await m_parts.store.write(write);
}

Task<Result<bool>> GuardService::claim(Guard was, Guard now)
{
    const auto write = [was, now](sql::Database &db) { return store::claimGuard(db, was, now); };
    co_return co_await m_parts.store.write(write);
}

Task<Deed> GuardService::does(Line line, Step step)
{
    if (step == Step::Act && line.guard.act != GuardAct::Notify)
        co_return co_await act(line);
    if (step == Step::Restore)
        co_return co_await giveBack(line);
    Deed deed{line.guard, step, line.spend, {}};
    (step == Step::Warn ? deed.guard.warnedFor : deed.guard.actedFor) = line.period.begin;
    const Result<> kept = co_await keep(deed.guard);
    if (!kept)
        deed.failure = kept.error();
    co_return deed;
}

Task<Result<Key>> GuardService::keyNow(QString id)
{
    gateway::Keys *keys = m_parts.admin.keys();
    if (!keys)
        co_return fail(FailureKind::Unsupported, u"keys"_s);
    co_return co_await keys->find(id);
}

// It stays as it was and is tried again at the next look.
Task<Deed> GuardService::refused(Line line, Step step, Failure why)
{
    Deed deed{line.guard, step, line.spend, why};
    deed.guard.failure = text::wordsOf(why).why;
    deed.guard.failureAt = m_parts.clock.now();
    co_await keep(deed.guard);
    co_return deed;
}

Task<Deed> GuardService::act(Line line)
{
    const Result<Key> key = co_await keyNow(line.guard.keyId);
    if (!key)
        co_return co_await refused(line, Step::Act, key.error());
    const Key wanted = held(line.guard, *key);
    Guard after = line.guard;
    after.actedFor = line.period.begin;
    after.phase = GuardPhase::Acting;
    if (!after.before && !sameSettings(wanted, *key))
        after.before = *key;
    const changes::Change change{*key, wanted};
    co_return co_await written(line, after, change);
}

std::optional<Guard> GuardService::heirOf(const Guard &ending) const
{
    for (const Line &each : m_state.lines)
        if (takesOver(each.guard, each.spend, ending, m_parts.clock.now()))
            return each.guard;
    return {};
}

// Nothing is written to the gateway: the key stays as it is, held by the other guard.
Task<Deed> GuardService::handedOver(Line line, Guard heir)
{
    Guard after = line.guard;
    after.phase = GuardPhase::Watching;
    after.phaseAt = m_parts.clock.now();
    after.before.reset();
    heir.before = line.guard.before;
    const auto write = [was = line.guard, after, heir](
                           sql::Database &db) { return store::handGuard(db, was, after, heir); };
    const Result<bool> done = co_await m_parts.store.write(write);
    if (!done)
        co_return co_await refused(line, Step::Restore, done.error());
    Deed deed{after, Step::None, line.spend, {}};
    co_return deed;
}

Task<Deed> GuardService::giveBack(Line line)
{
    const std::optional<Guard> heir = heirOf(line.guard);
    if (heir)
        co_return co_await handedOver(line, *heir);
    const Result<Key> key = co_await keyNow(line.guard.keyId);
    Guard after = line.guard;
    after.phase = GuardPhase::Restoring;
    if (!key && key.error().kind == FailureKind::NotFound) { // nobody can be given anything back
        after.phase = GuardPhase::Watching;
        after.before.reset();
        co_await keep(after);
        Deed deed{after, Step::Restore, line.spend, {}};
        co_return deed;
    }
    if (!key)
        co_return co_await refused(line, Step::Restore, key.error());
    const changes::Change change{*key, released(line.guard, *key)};
    co_return co_await written(line, after, change);
}

static void settle(Guard &guard, const Period &period)
{
    const bool restored = guard.phase == GuardPhase::Restoring;
    guard.phase = restored ? GuardPhase::Watching : GuardPhase::Acted;
    if (restored && guard.actedFor == period.begin)
        guard.actedFor.reset(); // it may have to act again in this period
    if (restored)
        guard.before.reset();
    guard.failure.clear();
    guard.failureAt.reset();
}

// Claims it, so that of two programs one writes; writes; keeps what came of it.
Task<Deed> GuardService::written(Line line, Guard after, changes::Change change)
{
    const Step step = after.phase == GuardPhase::Restoring ? Step::Restore : Step::Act;
    after.phaseAt = m_parts.clock.now();
    const Result<bool> mine = co_await claim(line.guard, after);
    if (!mine)
        co_return co_await refused(line, step, mine.error());
    if (!*mine) { // another program does it
        Deed deed{line.guard, Step::None, line.spend, {}};
        co_return deed;
    }
    if (!sameSettings(*change.before, *change.after)) {
        const changes::Why why{reasonOf(after, step, line.spend)};
        const auto done = co_await changes::apply(*m_parts.admin.keys(), m_parts.journal, change, why);
        if (!done)
            co_return co_await refused(line, step, done.error());
    }
    settle(after, line.period);
    Deed deed{after, step, line.spend, {}};
    const Result<> kept = co_await keep(after);
    if (!kept)
        deed.failure = kept.error();
    co_return deed;
}

} // namespace guards
