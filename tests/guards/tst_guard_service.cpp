// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "guards/guard_service.h"
#include "store/guards.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTest>

using namespace Qt::StringLiterals;
using guards::Step;

namespace {

constexpr qint64 usd = 1'000'000'000;
constexpr qint64 day = 86'400;

struct World
{
    TempStore held;
    FakeAdmin admin;
    MemoryJournal journal;
    FakeClock clock;
    guards::GuardService service{{admin, *held, journal, clock, u"p"_s}};
    int calls = 0;

    World()
    {
        Key key;
        key.id = u"k"_s;
        key.name = u"web"_s;
        key.spentNanos = 8 * usd;
        key.budgets = {{100 * usd, u"lifetime"_s, {}}};
        admin.rows = {key};
    }
    Guard set(GuardAct act)
    {
        Guard guard;
        guard.keyId = u"k"_s;
        guard.key = u"web"_s;
        guard.nanos = 5 * usd;
        guard.window = u"day"_s;
        guard.zone = u"UTC"_s;
        guard.act = act;
        return finished(service.setNow(guard)).value();
    }
    void spend(std::optional<qint64> nanos, const QString &profile = u"p"_s)
    {
        UsageRecord row;
        row.sourceId = QString::number(++calls);
        row.at = clock.now();
        row.keyId = u"k"_s;
        row.ended = u"complete"_s;
        row.costNanos = nanos;
        row.currency = nanos ? u"USD"_s : QString();
        const store::Arrival arrival{profile, clock.now(), {}, {}};
        held.write([row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); });
    }
    QList<guards::Deed> look() { return finished(service.enforceNow()).value(); }
    Guard kept()
    {
        return held.read([](sql::Database &db) { return store::guards(db, u"p"_s); }).value(0);
    }
    bool enabled() const { return admin.rows.first().enabled; }
};

} // namespace

class GuardServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void warnsDisablesAndGivesBackOnceAtMidnight()
    {
        World w;
        w.set(GuardAct::Disable);
        QVERIFY(w.look().isEmpty());
        w.spend(4 * usd);
        w.spend(9 * usd, u"another"_s);
        QCOMPARE(w.look().value(0).step, Step::Warn);
        QVERIFY(w.look().isEmpty());
        w.spend(usd);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QVERIFY(!w.enabled());
        QVERIFY2(w.journal.entries.last().why.reason.contains(u"5"_s), qPrintable(w.journal.entries.last().why.reason));
        QVERIFY(w.look().isEmpty());
        w.clock.pass(3 * day); // the program was closed meanwhile
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QVERIFY(w.enabled());
        QCOMPARE(w.admin.writes, 2);
        w.admin.rows.first().enabled = false; // by somebody else, later
        QVERIFY(w.look().isEmpty());
        QVERIFY(!w.enabled());
    }

    void actsAgainInTheNextPeriod()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        w.clock.pass(1 * day);
        w.spend(6 * usd);
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QVERIFY(!w.enabled());
    }

    void aRaisedLimitGivesBackAndCanBeSpentOnceMore()
    {
        World w;
        Guard guard = w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        guard.nanos = 7 * usd;
        QVERIFY(finished(w.service.setNow(guard)));
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QVERIFY(w.enabled());
        w.look(); // warns
        w.spend(2 * usd);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QVERIFY(!w.enabled());
    }

    void notifyWritesNothing()
    {
        World w;
        w.set(GuardAct::Notify);
        w.spend(6 * usd);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QVERIFY(w.look().isEmpty());
        w.clock.pass(1 * day);
        QVERIFY(w.look().isEmpty());
        QCOMPARE(w.admin.writes, 0);
    }

    void loweredBudgetsComeBack()
    {
        World w;
        w.set(GuardAct::Lower);
        w.spend(6 * usd);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QCOMPARE(w.admin.rows.first().budgets.first().nanos, 8 * usd);
        w.clock.pass(1 * day);
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QCOMPARE(w.admin.rows.first().budgets.first().nanos, 100 * usd);
    }

    void rowsWithoutACostAreCountedAndNotTakenForFree()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(usd);
        w.spend({});
        const auto lines = finished(w.service.linesNow()).value();
        QCOMPARE(lines.first().spend, (GuardSpend{usd, 2, 1}));
    }

    void whatIsRefusedIsSaidAndTriedAgain()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.admin.refusesWrites = Failure{FailureKind::Forbidden, u"no"_s, 403};
        QCOMPARE(w.look().value(0).failure->kind, FailureKind::Forbidden);
        QVERIFY(!w.kept().failure.isEmpty());
        QVERIFY(w.enabled());
        w.admin.refusesWrites.reset();
        QVERIFY(!w.look().value(0).failure);
        QVERIFY(!w.enabled());
        QCOMPARE(w.kept().failure, QString());
    }

    void aProgramThatEndedInBetweenIsMadeUpFor()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        Guard half = w.kept(); // it had claimed and written, and then was gone
        half.actedFor = QDateTime(QDate(2026, 11, 22), QTime(0, 0), Qt::UTC);
        half.phase = GuardPhase::Acting;
        half.phaseAt = w.clock.now();
        half.before = w.admin.rows.first();
        w.held.write([half](sql::Database &db) { return store::keepGuardState(db, half); });
        w.admin.rows.first().enabled = false;
        QVERIFY(w.look().isEmpty()); // it may still be at it
        w.clock.pass(61);
        QCOMPARE(w.look().value(0).step, Step::Act);
        QCOMPARE(w.admin.writes, 0);
        w.clock.pass(1 * day);
        w.look();
        QVERIFY(w.enabled());
        QVERIFY(!w.kept().before);
    }

    void ofTwoProgramsOneActs()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        guards::GuardService other({w.admin, *w.held, w.journal, w.clock, u"p"_s});
        w.admin.delay = std::chrono::milliseconds(20); // both have looked before one writes
        QList<guards::Deed> theirs;
        bool ended = false;
        TaskScope scope;
        scope.run([](guards::GuardService *service, QList<guards::Deed> *deeds, bool *done) -> Task<> {
            const auto found = co_await service->enforceNow();
            *deeds = found.value();
            *done = true;
        }(&other, &theirs, &ended));
        const QList<guards::Deed> ours = w.look();
        QTRY_VERIFY(ended);
        QCOMPARE(ours.size() + theirs.size(), 1);
        QCOMPARE(w.admin.writes, 1);
        QVERIFY(!w.enabled());
    }

    void aRemovedGuardGivesBackFirst()
    {
        World w;
        const Guard guard = w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        w.admin.refusesWrites = Failure{FailureKind::Forbidden, u"no"_s, 403};
        QVERIFY(!finished(w.service.removeNow(guard.id)));
        QCOMPARE(w.kept().id, guard.id);
        w.admin.refusesWrites.reset();
        QVERIFY(finished(w.service.removeNow(guard.id)));
        QVERIFY(w.enabled());
        QCOMPARE(w.kept().id, 0);
        QCOMPARE(finished(w.service.removeNow(guard.id)).error().kind, FailureKind::NotFound);
    }

    void aKeyThatIsGoneHoldsNothingUp()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        w.admin.rows.clear();
        w.clock.pass(1 * day);
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QVERIFY(!w.kept().before);
        w.spend(9 * usd);
        QCOMPARE(w.look().value(0).failure->kind, FailureKind::NotFound);
    }

    void theWindowsIntentsAreToldInTheState()
    {
        World w;
        Guard guard = w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.service.enforce();
        QTRY_VERIFY(!w.enabled());
        QTRY_VERIFY(w.service.state().lines.value(0).guard.before.has_value());
        w.service.remove(guard.id);
        QTRY_VERIFY(w.service.state().lines.isEmpty());
        QVERIFY(w.enabled());
        w.service.remove(guard.id);
        QTRY_VERIFY(w.service.state().failure.has_value());
    }
};

QTEST_GUILESS_MAIN(GuardServiceTest)
#include "tst_guard_service.moc"
