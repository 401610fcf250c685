// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/change_service.h"
#include "base/or_return.h"
#include "gateway/facets.h"
#include "store/key_cache.h"
#include "store/store.h"
#include "workspace/store_ports.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr int setsShown = 200;

// Lets go of a set when its work is dropped before its end.
class Holding
{
public:
    Holding(store::Store &store, qint64 set) : m_store(store), m_set(set) {}
    Holding(Holding &&) = delete;
    ~Holding()
    {
        if (m_set != 0)
            m_store.writeLater([set = m_set, pid = QCoreApplication::applicationPid()](
                                   sql::Database &db) { return store::leaveSet(db, set, pid); });
    }
    void done() { m_set = 0; }

private:
    store::Store &m_store;
    qint64 m_set;
};

} // namespace

ChangeService::ChangeService(ChangeParts parts) : m_parts(std::move(parts)), m_keeper(m_parts.store, m_parts.clock)
{
    connect(&m_parts.store, &store::Store::changedElsewhere, this, [this] {
        if (m_state.working == 0)
            refresh();
    });
}

ChangeService::~ChangeService() = default;

// Intents

void ChangeService::refresh()
{
    m_loads.cancel();
    m_loads.run(load());
}

Task<> ChangeService::load()
{
    m_state.loading = true;
    announce();
    const auto read = [profile = m_parts.profile, now = m_parts.clock.now()](
                          sql::Database &db) { return store::changeSets(db, profile, setsShown, now); };
    const auto heads = co_await m_parts.store.read(read);
    m_state.loading = false;
    m_state.failure = heads ? std::nullopt : std::optional(heads.error());
    if (heads) {
        m_state.sets.clear();
        for (const store::SetHead &head : *heads)
            m_state.sets << summaryOf(head);
    }
    announce();
}

Task<> ChangeService::note(Task<Result<changes::ChangeSet>> work)
{
    const auto done = co_await std::move(work);
    m_state.writeFailure = done ? std::nullopt : std::optional(done.error());
    refresh();
}

qint64 ChangeService::openSet() const
{
    const auto isOpen = [](const changes::SetSummary &set) { return set.head.state == changes::SetState::Open; };
    const auto newest = std::ranges::find_if(m_state.sets, isOpen);
    return newest == m_state.sets.cend() ? 0 : newest->head.id;
}

void ChangeService::stage(const QList<changes::Edit> &edits)
{
    queue(edits, true);
}

void ChangeService::restage(const QList<changes::Edit> &edits)
{
    queue(edits, false);
}

void ChangeService::queue(QList<changes::Edit> edits, bool joins)
{
    m_waiting << Waiting{std::move(edits), joins};
    if (!std::exchange(m_staging, true))
        m_writes.run(stageAll());
}

Task<> ChangeService::stageAll()
{
    qint64 set = openSet();
    while (!m_waiting.isEmpty()) {
        Waiting next = m_waiting.takeFirst();
        if (set == 0) // nothing is begun for edits that change nothing
            next.edits.removeIf([](const changes::Edit &edit) { return changes::changesNothing(edit); });
        if (next.edits.isEmpty())
            continue;
        Heading heading;
        heading.joins = next.joins;
        const auto done = co_await staged(next.edits, set, heading);
        m_state.writeFailure = done ? std::nullopt : std::optional(done.error());
        if (done)
            set = done->id;
    }
    m_staging = false;
    refresh();
}

void ChangeService::unstage(qint64 set, int place)
{
    m_writes.run(note(unstaged(set, place)));
}

void ChangeService::apply(qint64 set)
{
    m_writes.run(note(applied(set, {})));
}

void ChangeService::undo(qint64 set)
{
    m_writes.run(note(undone(set, {})));
}

void ChangeService::drop(qint64 set)
{
    m_writes.run(note(dropped(set)));
}

QList<ChangeService::Issued> ChangeService::takeSecrets()
{
    m_state.issued.clear();
    announce();
    return std::exchange(m_issued, {});
}

std::function<void(const changes::Step &, const std::optional<Secret> &)> ChangeService::keepsSecrets()
{
    return [this](const changes::Step &step, const std::optional<Secret> &secret) {
        announce(); // a step more is done
        const auto *found = step.found ? std::get_if<changes::Change>(&*step.found) : nullptr;
        if (!secret || !found || !found->after)
            return;
        m_issued << Issued{*found->after, *secret};
        m_state.issued << *found->after;
    };
}

// Tasks

Task<Result<changes::ChangeSet>> ChangeService::find(qint64 set)
{
    const auto read = [set, now = m_parts.clock.now()](sql::Database &db) { return store::changeSet(db, set, now); };
    const store::SetLine line = co_await orReturn(m_parts.store.read(read));
    if (line.profile != m_parts.profile)
        co_return fail(FailureKind::NotFound, u"change set %1 is of another connection"_s.arg(set));
    co_return setOf(line);
}

Task<Result<changes::ChangeSet>> ChangeService::altered(qint64 number, Alteration alter)
{
    changes::ChangeSet fresh;
    fresh.profile = m_parts.profile;
    fresh.by = systemUser();
    fresh.created = m_parts.clock.now();
    if (number != 0)
        fresh = co_await orReturn(find(number));
    // Read once more where it is written: two programs may stage into one set.
    const auto write = [fresh, alter, now = m_parts.clock.now()](sql::Database &db) -> Result<changes::ChangeSet> {
        changes::ChangeSet set = fresh;
        const auto line = set.id != 0 ? store::changeSet(db, set.id, now) : store::SetLine();
        if (!line)
            return tl::unexpected<Failure>(line.error());
        if (set.id != 0)
            set = setOf(*line);
        if (const Result<> done = alter(set); !done)
            return tl::unexpected<Failure>(done.error());
        const auto kept = store::keepSet(db, lineOf(set), now);
        set.id = kept.value_or(0);
        return kept ? Result<changes::ChangeSet>(set) : tl::unexpected<Failure>(kept.error());
    };
    co_return co_await m_parts.store.write(write);
}

Task<Result<changes::ChangeSet>> ChangeService::staged(QList<changes::Edit> edits, qint64 number, Heading heading)
{
    const auto put = [edits, heading](changes::ChangeSet &set) {
        if (!heading.title.isEmpty())
            set.title = heading.title;
        if (!heading.reason.isEmpty())
            set.reason = heading.reason;
        return changes::stage(set, edits, heading.joins);
    };
    co_return co_await altered(number, put);
}

Task<Result<changes::ChangeSet>> ChangeService::unstaged(qint64 number, int place)
{
    const auto take = [place](changes::ChangeSet &set) { return changes::unstage(set, place); };
    co_return co_await altered(number, take);
}

Task<Result<changes::ChangeSet>> ChangeService::worked(store::SetWork work, Wish wish, Engine engine)
{
    if (!m_parts.admin.keys())
        co_return fail(FailureKind::Unsupported, u"write key"_s);
    if (m_state.working != 0)
        co_return fail(FailureKind::Locked, u"change set %1 is being worked on"_s.arg(m_state.working));
    work.pid = QCoreApplication::applicationPid();
    const auto take = [work, now = m_parts.clock.now()](sql::Database &db) { return store::takeSet(db, work, now); };
    const store::SetLine line = co_await orReturn(m_parts.store.write(take));
    Holding holding(m_parts.store, work.set);
    m_state.working = work.set;
    m_state.writeFailure.reset();
    announce();
    changes::Run run{*m_parts.admin.keys(), m_parts.admin.aliases(), m_parts.journal, m_keeper};
    run.canCreate = m_parts.admin.features().has(gateway::Feature::CreateKey);
    run.keepGoing = wish.keepGoing;
    run.reason = line.reason;
    run.told = wish.told ? wish.told : keepsSecrets();
    run.stops = wish.stops;
    auto done = co_await engine(run, setOf(line));
    m_state.working = 0;
    announce();
    if (done)
        holding.done();
    co_return done;
}

Task<Result<changes::ChangeSet>> ChangeService::applied(qint64 number, Wish wish)
{
    const changes::ChangeSet set = co_await orReturn(find(number));
    const changes::Ground under = co_await orReturn(ground());
    co_await orReturn(changes::mayApply(set, under));
    store::SetWork work;
    work.set = number;
    work.from = QStringList{u"open"_s, u"applying"_s, u"stopped"_s, u"applied"_s};
    work.to = u"applying"_s;
    co_return co_await worked(work, wish, changes::applySet);
}

Task<Result<changes::ChangeSet>> ChangeService::undone(qint64 number, Wish wish)
{
    co_await orReturn(find(number));
    store::SetWork work;
    work.set = number;
    work.from = QStringList{u"applying"_s, u"stopped"_s, u"applied"_s, u"undoing"_s, u"half_undone"_s, u"undone"_s};
    work.to = u"undoing"_s;
    co_return co_await worked(work, wish, changes::undoSet);
}

Task<Result<changes::ChangeSet>> ChangeService::dropped(qint64 number)
{
    co_await orReturn(find(number));
    store::SetWork work;
    work.set = number;
    work.from = QStringList{u"open"_s, u"stopped"_s};
    work.to = u"dropped"_s;
    const auto write = [work, now = m_parts.clock.now()](sql::Database &db) { return store::takeSet(db, work, now); };
    co_await orReturn(m_parts.store.write(write));
    co_return co_await find(number);
}

Task<Result<changes::Radius>> ChangeService::radius(changes::ChangeSet set, int days)
{
    const QDateTime from = m_parts.clock.now().addDays(-days);
    const store::UseOf asked = changes::touchedBy(set);
    const auto sums = [=, profile = m_parts.profile](
                          sql::Database &db) { return store::useOf(db, profile, asked, from); };
    const auto uses = co_await orReturn(m_parts.store.read(sums));
    const auto rows = [=, profile = m_parts.profile](sql::Database &db) { return store::knownUse(db, profile, from); };
    changes::Radius radius = changes::radiusOf(set, uses);
    radius.known = co_await orReturn(m_parts.store.read(rows));
    radius.from = from;
    co_return radius;
}

Task<Result<changes::Ground>> ChangeService::ground()
{
    const auto read = [profile = m_parts.profile](sql::Database &db) { return store::cachedKeys(db, profile); };
    const store::CachedKeys seen = co_await orReturn(m_parts.store.read(read));
    changes::Ground ground{m_parts.admin.features()};
    ground.form = m_parts.form;
    ground.keys = seen.keys;
    ground.keysAt = seen.asOf;
    ground.aliases = m_parts.aliases();
    ground.now = m_parts.clock.now();
    co_return ground;
}

Task<Result<QList<changes::Concern>>> ChangeService::concerns(changes::ChangeSet set)
{
    const changes::Ground under = co_await orReturn(ground());
    co_return changes::concernsOf(set, under);
}

} // namespace workspace
