// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/sync_service.h"
#include "base/ids.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "gateway/facets.h"
#include "store/gaps.h"
#include "store/store.h"
#include "store/sync_state.h"
#include "usage/gap_words.h"
#include "usage/walk.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr int leaseSeconds = 300; // renewed with each page; one may wait out a limit of three minutes
constexpr int freshSeconds = 900; // an older sync does not tell when rows came
constexpr int betweenLooks = 24 * 3600; // seconds; how far back is the source's to say
constexpr auto leasePause = std::chrono::milliseconds(100);

struct Kept
{
    store::SyncState state;
    QList<store::KnownGap> gaps;
};

Result<Kept> readKept(sql::Database &database, const QString &profile)
{
    auto state = store::syncState(database, profile);
    auto gaps = store::gaps(database, profile);
    if (!state || !gaps)
        return tl::unexpected<Failure>(store::failureOf(state ? gaps.error() : state.error()));
    return Kept{*state, *gaps};
}

store::Lease leaseOf(const QString &owner, const QDateTime &now)
{
    return {owner, QCoreApplication::applicationPid(), now.addSecs(leaseSeconds)};
}

Result<store::SyncState> enter(
    sql::Database &database, const QString &profile, const store::Lease &lease, const QDateTime &now)
{
    if (const Result<> ours = store::takeLease(database, profile, lease, now); !ours)
        return tl::unexpected<Failure>(ours.error());
    return store::inWords(store::syncState(database, profile));
}

// The gateway gave up the place where reading stopped: what lies between its first row and our last one is lost.
sql::Result<> noteLoss(
    sql::Database &db, const QString &profile, std::optional<QDateTime> last, const QList<UsageRecord> &rows)
{
    if (!last || rows.isEmpty() || rows.first().at <= *last)
        return {};
    return store::keepGap(db, profile, {*last, rows.first().at, u"the gateway no longer has these rows"_s, false});
}

// The store's own words, not an HTTP status that reads alike.
bool anotherProgramReads(const Failure &failure)
{
    return failure.httpStatus == 0 && (failure.kind == FailureKind::Locked || failure.kind == FailureKind::Conflict);
}

bool cursorIsUnknown(const Failure &failure)
{
    return failure.kind == FailureKind::Rejected || failure.kind == FailureKind::NotFound;
}

} // namespace

SyncService::SyncService(store::Store &store, QString profile, gateway::UsageSource *source, const Clock &clock,
    std::chrono::milliseconds wait)
    : m_store(store), m_profile(std::move(profile)), m_source(source), m_clock(clock), m_wait(wait)
{
    connect(&m_store, &store::Store::changedElsewhere, this, [this] {
        ++m_state.revision;
        m_loads.cancel();
        m_loads.run(loadKept());
        announce();
    });
    m_loads.run(loadKept());
}

SyncService::~SyncService()
{
    stop();
}

void SyncService::sync()
{
    if (!m_source || m_state.running)
        return;
    m_tasks.run(run());
}

void SyncService::cancel()
{
    stop();
    if (std::exchange(m_state.running, false))
        announce();
}

// A page that is being written is still written; the lease is given back behind it.
void SyncService::stop()
{
    m_tasks.cancel();
    if (!m_owner.isEmpty())
        m_loads.run(leave(std::exchange(m_owner, {})));
}

Task<> SyncService::leave(QString owner)
{
    const auto drop = [owner, profile = m_profile](sql::Database &db) { return store::dropLease(db, profile, owner); };
    co_await m_store.write(drop);
}

Task<> SyncService::loadKept()
{
    const auto read = [profile = m_profile](sql::Database &db) { return readKept(db, profile); };
    const Result<Kept> kept = co_await m_store.read(read);
    if (!kept) {
        if (kept.error().kind != FailureKind::Cancelled)
            m_state.failure = kept.error();
    } else {
        m_state.syncedAt = kept->state.syncedAt;
        m_state.failure = kept->state.failure;
        m_state.gaps.clear();
        for (const store::KnownGap &gap : kept->gaps)
            m_state.gaps << Gap{gap.from, gap.to, gapInWords(gap.why)};
    }
    announce();
}

Task<> SyncService::run()
{
    m_state.running = true;
    m_state.rowsThisTime = 0;
    announce();
    const Result<qint64> done = co_await syncOnce();
    m_state.running = false;
    co_await loadKept();
    if (!done && !anotherProgramReads(done.error()))
        m_state.failure = done.error(); // also one that could not be kept
    announce();
}

Task<Result<qint64>> SyncService::syncNow()
{
    const QDateTime start = QDateTime::currentDateTimeUtc();
    while (true) {
        Result<qint64> done = co_await syncOnce();
        const bool waits = !done && anotherProgramReads(done.error());
        if (!waits || start.msecsTo(QDateTime::currentDateTimeUtc()) >= m_wait.count()) {
            co_await loadKept();
            co_return done;
        }
        co_await Pause(leasePause);
    }
}

// Reads to the end, and keeps how it ended.
Task<Result<qint64>> SyncService::syncOnce()
{
    if (!m_source)
        co_return fail(FailureKind::Unsupported, u"this gateway tells no usage"_s);
    const QString owner = newUlid(m_clock);
    m_owner = owner;
    Result<qint64> done = co_await walk(owner);
    const std::optional<Failure> failure = done ? std::nullopt : std::optional(done.error());
    const auto finish = [failure, owner, profile = m_profile, now = m_clock.now()](sql::Database &db) {
        sql::Result<> kept;
        if (!failure)
            kept = store::keepLevel(db, profile, now);
        else if (!anotherProgramReads(*failure))
            kept = store::keepSyncFailure(db, profile, *failure, now);
        return kept ? store::dropLease(db, profile, owner) : kept;
    };
    const Result<> kept = co_await m_store.write(finish);
    m_owner.clear();
    if (done && !kept)
        co_return tl::unexpected<Failure>(kept.error());
    co_return done;
}

Task<Result<qint64>> SyncService::walk(QString owner)
{
    const auto begin = [profile = m_profile, lease = leaseOf(owner, m_clock.now()), now = m_clock.now()](
                           sql::Database &db) { return enter(db, profile, lease, now); };
    const store::SyncState was = co_await orReturn(m_store.write(begin));
    const bool fresh = was.syncedAt && was.syncedAt->secsTo(m_clock.now()) <= freshSeconds;
    Walk walk(was.cursor, m_source->overlap());
    qint64 rows = 0;
    bool restarted = false;
    while (!walk.atEnd()) {
        Result<gateway::UsagePage> page = co_await m_source->after(walk.ask());
        if (!page && cursorIsUnknown(page.error()) && !walk.ask().isEmpty() && !restarted) {
            restarted = true;
            walk.restart();
            continue;
        }
        if (!page)
            co_return tl::unexpected<Failure>(page.error());
        const std::optional<QDateTime> lostSince = restarted && walk.ask().isEmpty() ? was.newest : std::nullopt;
        store::PageToKeep keep;
        keep.expected = walk.kept();
        walk.read(*page);
        if (walk.stuck())
            co_return fail(FailureKind::Decode, u"next: the usage cursor does not move on"_s);
        keep.arrival.profile = m_profile;
        keep.arrival.at = m_clock.now();
        keep.arrival.levelUntil = fresh ? was.syncedAt : std::nullopt;
        keep.lease = leaseOf(owner, m_clock.now());
        keep.next = walk.kept();
        keep.newest = walk.newest();
        keep.rows = page->rows;
        const auto write = [keep, lostSince](sql::Database &db) -> Result<store::Written> {
            if (const auto noted = noteLoss(db, keep.arrival.profile, lostSince, keep.rows); !noted)
                return tl::unexpected<Failure>(store::failureOf(noted.error()));
            return store::keepPage(db, keep);
        };
        const store::Written written = co_await orReturn(m_store.write(write));
        rows += written.added + written.changed;
        told(written);
    }
    rows += co_await orReturn(lookAgain(owner, was));
    co_return rows;
}

void SyncService::told(const store::Written &written)
{
    m_state.rowsThisTime += written.added + written.changed;
    m_state.revision += written.added + written.changed > 0;
    announce();
}

// Reads the newest days once more where the gateway writes or corrects rows that late. The cursor stays; a row that is
// here already is found by its identity. What breaks off is begun anew by the next sync.
Task<Result<qint64>> SyncService::lookAgain(QString owner, const store::SyncState &was)
{
    const auto back = m_source->secondLook();
    const bool lately = was.rereadAt && was.rereadAt->secsTo(m_clock.now()) < betweenLooks;
    if (back.count() == 0 || lately)
        co_return 0;
    qint64 rows = 0;
    Walk walk(m_source->cursorAt(m_clock.now().addSecs(-back.count())), m_source->overlap());
    while (!was.cursor.isEmpty() && !walk.atEnd()) { // of a first sync everything was read just now
        const gateway::UsagePage page = co_await orReturn(m_source->after(walk.ask()));
        walk.read(page);
        if (walk.stuck())
            co_return fail(FailureKind::Decode, u"next: the usage cursor does not move on"_s);
        store::PageToKeep keep;
        keep.arrival.profile = m_profile;
        keep.arrival.at = m_clock.now();
        keep.lease = leaseOf(owner, m_clock.now());
        keep.rows = page.rows;
        const auto write = [keep](sql::Database &db) { return store::keepAgain(db, keep); };
        const store::Written written = co_await orReturn(m_store.write(write));
        rows += written.added + written.changed;
        told(written);
    }
    co_await orReturn(noteLook());
    co_return rows;
}

Task<Result<>> SyncService::noteLook()
{
    const auto write = [profile = m_profile, now = m_clock.now()](
                           sql::Database &db) { return store::keepReread(db, profile, now); };
    co_return co_await m_store.write(write);
}

Task<Result<UsageRecord>> SyncService::byRequest(QString requestId)
{
    const auto look = [profile = m_profile, requestId](
                          sql::Database &db) { return store::usageOfRequest(db, profile, requestId, {}); };
    const std::optional<UsageRecord> held = co_await orReturn(m_store.read(look));
    if (held)
        co_return *held;
    if (!m_source)
        co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
    const UsageRecord row = co_await orReturn(m_source->byRequest(requestId));
    store::Arrival arrival;
    arrival.profile = m_profile;
    arrival.at = m_clock.now();
    const auto write = [arrival, row](
                           sql::Database &db) { return store::putUsage(db, arrival, QList<UsageRecord>{row}); };
    const store::Written written = co_await orReturn(m_store.write(write));
    if (written.added + written.changed > 0) {
        ++m_state.revision;
        announce();
    }
    co_return row;
}

} // namespace usage
