// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "usage/paged_source.h"
#include "usage/sync_service.h"
#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <sys/types.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString profile = u"p"_s;
const QDateTime start({2026, 11, 1}, {0, 0}, Qt::UTC);

QList<UsageRecord> storedRows(TempStore &store)
{
    return store.read([](sql::Database &db) -> sql::Result<QList<UsageRecord>> {
        const auto placed = store::rowsBefore(db, {}, {}, 1000000);
        if (!placed)
            return sql::fail(placed.error());
        QList<UsageRecord> rows;
        for (const auto &row : *placed)
            rows.prepend(row.row);
        return rows;
    });
}

} // namespace

class SyncTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowComesOnceAndInOrder()
    {
        Fixture f(35);
        QCOMPARE(finished(f.sync->syncNow()).value(), 35);
        QCOMPARE(storedRows(f.store), f.source.rows);
        QCOMPARE(f.source.asked, (QStringList{u""_s, u"10"_s, u"20"_s, u"30"_s}));
        QCOMPARE(f.sync->state().syncedAt, f.clock.now());
        QVERIFY(!f.sync->state().failure);
    }

    void theNextSyncGoesOnWhereThisOneEnded()
    {
        Fixture f(20);
        QCOMPARE(finished(f.sync->syncNow()).value(), 20);
        f.source.rows = madeRows(27, start);
        f.restart();
        f.source.asked.clear();
        QCOMPARE(finished(f.sync->syncNow()).value(), 7);
        QCOMPARE(f.source.asked, QStringList{u"20"_s});
        QCOMPARE(finished(f.sync->syncNow()).value(), 0);
        QCOMPARE(storedRows(f.store), f.source.rows);
        for (const int times : f.source.answered)
            QCOMPARE(times, 1);
    }

    // The acceptance: ended at 200 moments, in all. The store equals the source, and no complete page is answered twice.
    void killedAtTwoHundredMomentsItEndsLevel()
    {
        Fixture f(0);
        QRandomGenerator random(42);
        int kills = 0;
        for (int count = 0; kills < 200; ++kills) {
            count += random.bounded(30);
            f.source.rows = madeRows(count, start);
            f.sync->sync();
            for (int turns = random.bounded(40); turns > 0; --turns)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            if (random.bounded(4) == 0)
                f.restart();
            else
                f.restartSync();
        }
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        QVERIFY(f.source.answered.size() > 100);
        for (auto it = f.source.answered.cbegin(); it != f.source.answered.cend(); ++it)
            QVERIFY2(it.value() == 1, qPrintable(it.key()));
        QVERIFY(f.sync->state().gaps.isEmpty());
    }

    void lateRowsInsideTheOverlapAreFound()
    {
        Fixture f(30);
        f.source.late = 12s;
        QVERIFY(finished(f.sync->syncNow()));
        UsageRecord late = madeRow(1000, f.source.rows.at(24).at.addMSecs(1));
        f.source.rows.insert(25, late);
        f.source.rows[29].costNanos = 77;
        f.source.asked.clear();
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        QVERIFY(!f.source.asked.contains(u""_s)); // the first page is older than the overlap and final
    }

    void aFailureKeepsTheRowsAndOpensAGapThatTheNextSyncCloses()
    {
        Fixture f(35);
        f.source.failure = Failure{FailureKind::Server, u"HTTP 500"_s, 500};
        f.source.failAfter = 2;
        QCOMPARE(finished(f.sync->syncNow()).error().kind, FailureKind::Server);
        QCOMPARE(storedRows(f.store), f.source.rows.first(20));
        QCOMPARE(f.sync->state().failure, f.source.failure);
        QVERIFY(!f.sync->state().syncedAt);
        QCOMPARE(f.sync->state().gaps.size(), 1);
        const usage::Gap gap = f.sync->state().gaps.first();
        QCOMPARE(gap.from, f.source.rows.at(19).at);
        QCOMPARE(gap.to, f.clock.now());

        f.clock.pass(600);
        QVERIFY(!finished(f.sync->syncNow()));
        QCOMPARE(f.sync->state().gaps.size(), 1);
        QCOMPARE(f.sync->state().gaps.first().from, gap.from);
        QCOMPARE(f.sync->state().gaps.first().to, f.clock.now());

        f.restart(); // the failure and the gap are remembered
        QTRY_COMPARE(f.sync->state().gaps.size(), 1);
        QCOMPARE(f.sync->state().failure, f.source.failure);
        f.source.failure.reset();
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        QVERIFY(f.sync->state().gaps.isEmpty());
        QVERIFY(!f.sync->state().failure);
    }

    void aGatewayThatForgotTheCursorIsReadAgainAndTheLossIsTold()
    {
        Fixture f(30);
        QVERIFY(finished(f.sync->syncNow()));
        const QList<UsageRecord> old = f.source.rows;
        QList<UsageRecord> fresh;
        for (int i = 0; i < 5; ++i)
            fresh << madeRow(500 + i, start.addSecs(86400 + i));
        f.source.rows = fresh;
        QCOMPARE(finished(f.sync->syncNow()).value(), 5);
        QCOMPARE(storedRows(f.store), old + fresh);
        QCOMPARE(f.sync->state().gaps.size(), 1);
        QCOMPARE(f.sync->state().gaps.first().from, old.last().at);
        QCOMPARE(f.sync->state().gaps.first().to, fresh.first().at);
    }

    void aCursorThatDoesNotMoveOnIsAFailureNotALoop()
    {
        struct Stuck : gateway::UsageSource
        {
            int calls = 0;
            Task<Result<gateway::UsagePage>> after(QString) override
            {
                ++calls;
                gateway::UsagePage page;
                page.rows = madeRows(3, start);
                page.next = u"same"_s;
                page.complete = true;
                co_return page;
            }
        } stuck;
        Fixture f(0);
        usage::SyncService sync(*f.store, profile, &stuck, f.clock);
        QCOMPARE(finished(sync.syncNow()).error().kind, FailureKind::Decode);
        QCOMPARE(stuck.calls, 2);
    }

    void anotherProgramsSyncIsWaitedForAndNeverDisturbed()
    {
        Fixture f(35);
        QProcess other; // a living process that holds the lease
        other.start(u"sleep"_s, {u"60"_s});
        QVERIFY(other.waitForStarted());
        const store::Lease lease{u"other"_s, other.processId(), f.clock.now().addSecs(100)};
        f.store.write(
            [lease, now = f.clock.now()](sql::Database &db) { return store::takeLease(db, profile, lease, now); });
        const auto refused = finished(f.sync->syncNow());
        QCOMPARE(refused.error().kind, FailureKind::Locked);
        QVERIFY(refused.error().detail.contains(QString::number(other.processId())));
        QVERIFY(f.source.asked.isEmpty());
        f.sync->sync();
        QTRY_VERIFY(!f.sync->state().running);
        QVERIFY(!f.sync->state().failure); // the other one is at it: nothing is wrong

        other.kill(); // it dies without giving the lease back
        other.waitForFinished();
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
    }

    void aLeaseThatRanOutIsTaken()
    {
        Fixture f(5);
        const store::Lease lease{u"other"_s, ::getppid(), f.clock.now().addSecs(100)};
        f.store.write(
            [lease, now = f.clock.now()](sql::Database &db) { return store::takeLease(db, profile, lease, now); });
        f.clock.pass(101);
        QVERIFY(finished(f.sync->syncNow()));
    }

    void aPageIsRefusedWhenAnotherProgramMovedTheCursor()
    {
        Fixture f(5);
        store::PageToKeep page;
        page.arrival.profile = profile;
        page.arrival.at = f.clock.now();
        page.lease = {u"me"_s, QCoreApplication::applicationPid(), f.clock.now().addSecs(10)};
        page.expected = u"elsewhere"_s;
        page.rows = f.source.rows;
        const auto done = finished(f.store->write([page](sql::Database &db) { return store::keepPage(db, page); }));
        QCOMPARE(done.error().kind, FailureKind::Conflict);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 0);
    }

    void aFullDiskStopsTheSyncAndLosesNothing()
    {
        Fixture f(3000);
        f.source.pageSize = 100;
        f.store.write([](sql::Database &db) { return db.exec("PRAGMA max_page_count=90"); });
        const auto done = finished(f.sync->syncNow());
        QCOMPARE(store::faultOf(done.error()), store::Fault::Full);
        const auto held = storedRows(f.store);
        QVERIFY(!held.isEmpty() && held.size() < 3000);
        QCOMPARE(held, f.source.rows.first(held.size()));
        f.restart(); // the limit is gone with the connection: there is room again
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        for (const int times : f.source.answered)
            QVERIFY(times <= 2); // the page that did not fit is asked for again
    }

    void aGatewayWithoutUsageIsUnsupported()
    {
        Fixture f(0);
        usage::SyncService none(*f.store, profile, nullptr, f.clock);
        QVERIFY(!none.supported());
        none.sync();
        QVERIFY(!none.state().running);
        QCOMPARE(finished(none.syncNow()).error().kind, FailureKind::Unsupported);
    }

    void theRevisionRisesWithRowsFromAnywhere()
    {
        Fixture f(15);
        const auto before = f.sync->state().revision;
        QVERIFY(finished(f.sync->syncNow()));
        const auto after = f.sync->state().revision;
        QVERIFY(after > before);
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(f.sync->state().revision, after);
        sql::Database other = sql::Database::open(f.store.path.toStdString()).value();
        QVERIFY(other.exec("INSERT INTO setting VALUES('x', '{}')"));
        QTRY_VERIFY(f.sync->state().revision > after);
    }

    void onlyASyncThatWasFreshTellsRecordLags()
    {
        Fixture f(10);
        QVERIFY(finished(f.sync->syncNow())); // the first one: rows of three weeks
        const auto lag = [&f] {
            return f.store.read([](sql::Database &db) { return store::percentiles(db, {}); }).lagMs;
        };
        QVERIFY(!lag());
        f.source.rows << madeRow(100, f.clock.now().addSecs(20));
        f.clock.pass(30);
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(lag(), std::optional<qint64>(10000));
    }

    // Once a day the newest days are read once more: what came late or was corrected is taken over, nothing twice.
    void lateAndCorrectedRowsAreFoundByTheSecondLook()
    {
        Fixture f(35);
        f.clock.pass(f.clock.now().secsTo(start.addSecs(3600)));
        f.source.again = 48h;
        QCOMPARE(finished(f.sync->syncNow()).value(), 35);
        f.source.rows[12].costNanos = 77;
        f.source.rows[12].currency = u"USD"_s;
        UsageRecord late = madeRow(99, f.source.rows[20].at.addMSecs(1));
        f.source.rows.insert(21, late);
        f.clock.pass(23 * 3600);
        QCOMPARE(finished(f.sync->syncNow()).value(), 0); // it stands where nobody looks any more
        f.source.asked.clear();
        f.clock.pass(3600);
        f.source.failure = Failure{FailureKind::Network, u"gone"_s, 0};
        f.source.failAfter = 2; // in the middle of it
        QVERIFY(!finished(f.sync->syncNow()));
        f.source.failure.reset();
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        QCOMPARE(finished(f.sync->syncNow()).value(), 0);
        f.source.asked.clear();
        QCOMPARE(finished(f.sync->syncNow()).value(), 0);
        QCOMPARE(f.source.asked.size(), 1); // not again before tomorrow
    }

    void aCallIsFoundAtTheGatewayAndThenHere()
    {
        Fixture f(5);
        QCOMPARE(finished(f.sync->byRequest(u"row-3"_s)).value(), f.source.rows[3]);
        QCOMPARE(storedRows(f.store), QList{f.source.rows[3]});
        const UsageRecord kept = f.source.rows[3];
        f.source.rows.clear();
        QCOMPARE(finished(f.sync->byRequest(u"row-3"_s)).value(), kept);
        QCOMPARE(finished(f.sync->byRequest(u"row-4"_s)).error().kind, FailureKind::NotFound);
    }

    void aRowThatWasLookedUpComesOnceMoreBySyncAndStaysOne()
    {
        Fixture f(15);
        QVERIFY(finished(f.sync->byRequest(u"row-12"_s)));
        QCOMPARE(finished(f.sync->syncNow()).value(), 14);
        QCOMPARE(storedRows(f.store), f.source.rows);
    }

    void aCancelledSyncGivesTheLeaseBack()
    {
        Fixture f(500);
        f.sync->sync();
        QTest::qWait(5);
        f.sync->cancel();
        QVERIFY(!f.sync->state().running);
        QVERIFY(finished(f.sync->syncNow()));
        QCOMPARE(storedRows(f.store), f.source.rows);
        QCOMPARE(f.store.number("SELECT count(*) FROM sync_lease"), 0);
    }

private:
    struct Fixture
    {
        explicit Fixture(int rows) : source(madeRows(rows, start)) { restartSync(); }
        void restartSync()
        {
            sync.reset();
            sync = std::make_unique<usage::SyncService>(*store, profile, &source, clock, 300ms);
        }
        void restart()
        {
            sync.reset();
            store.reopen();
            restartSync();
        }

        TempStore store;
        FakeClock clock;
        PagedSource source;
        std::unique_ptr<usage::SyncService> sync;
    };
};

QTEST_GUILESS_MAIN(SyncTest)
#include "tst_sync.moc"
