// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "guards/guard_service.h"
#include "store/guards.h"
#include "store/key_follow.h"
#include "store/rotation_schedules.h"
#include "store/rotations.h"
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
    QList<RotationSchedule> schedules()
    {
        return held.read([](sql::Database &db) { return store::schedulesOf(db, u"p"_s); });
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

    void whatTheDaysGuardTookTheWeeksGivesBack()
    {
        World w; // on a Sunday
        w.clock.pass(day); // Monday
        w.set(GuardAct::Disable);
        Guard week = w.kept();
        week.id = 0;
        week.window = u"week"_s;
        week.nanos = 5 * usd;
        QVERIFY(finished(w.service.setNow(week)));
        w.spend(5 * usd);
        QCOMPARE(w.look().size(), 2);
        QCOMPARE(w.admin.writes, 1);
        w.clock.pass(day); // the day is over, the week is not
        QVERIFY(w.look().isEmpty());
        QVERIFY(!w.enabled());
        w.clock.pass(6 * day);
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QVERIFY(w.enabled());
        QCOMPARE(w.admin.writes, 2);
    }

    void aKeyThatAPersonDisabledStaysDisabled()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        Key asked = w.admin.rows.first(); // somebody wants it disabled, and it is already
        w.held.write([asked](sql::Database &db) { return store::followKey(db, u"p"_s, {asked, asked}); });
        w.clock.pass(1 * day);
        QVERIFY(w.look().isEmpty());
        QVERIFY(!w.enabled());
        QCOMPARE(w.admin.writes, 1);
    }

    void anEditOfAKeyThatIsHeldEndsNoHold()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        w.look();
        Key edited = w.admin.rows.first();
        edited.passport.owner = u"payments"_s;
        const Key was = w.admin.rows.first();
        w.held.write([was, edited](sql::Database &db) { return store::followKey(db, u"p"_s, {was, edited}); });
        w.clock.pass(1 * day);
        QCOMPARE(w.look().value(0).step, Step::Restore);
        QVERIFY(w.enabled());
    }

    void guardAndScheduleFollowAKeyThatGetsAnotherId()
    {
        World w;
        w.set(GuardAct::Disable);
        const Key was = w.admin.rows.first();
        w.admin.rows.first().id = u"k-new"_s;
        const Key now = w.admin.rows.first();
        w.held.write([was, now](sql::Database &db) {
            const RotationSchedule schedule{was.id, was.name, 90, QDate(2027, 1, 1)};
            const auto put = store::putSchedule(db, u"p"_s, schedule);
            return put ? store::followKey(db, u"p"_s, {was, now, QDate(2026, 12, 1)}) : put;
        });
        QCOMPARE(w.kept().keyId, u"k-new"_s);
        QCOMPARE(w.schedules().value(0), (RotationSchedule{u"k-new"_s, u"web"_s, 90, QDate(2027, 3, 1)}));
        w.held.write([now](sql::Database &db) { return store::followKey(db, u"p"_s, {now, {}}); });
        QCOMPARE(w.kept().id, 0);
        QVERIFY(w.schedules().isEmpty());
    }

    void aSuccessorIsGuardedAndItsPredecessorsSpendCounts()
    {
        World w;
        w.set(GuardAct::Disable);
        w.spend(5 * usd);
        Key successor = w.admin.rows.first();
        successor.id = u"k2"_s;
        successor.name = u"web-2"_s;
        const QDateTime now = w.clock.now();
        w.held.write([successor, now](sql::Database &db) {
            const auto line = store::addRotation(db, {0, u"p"_s, u"k"_s, u"k2"_s, false, {}});
            return line ? store::copyGuards(db, u"p"_s, u"k"_s, successor, now) : sql::Result<>();
        });
        const auto lines = finished(w.service.linesNow()).value();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1).guard.keyId, u"k2"_s);
        QCOMPARE(lines.at(1).spend.nanos, 5 * usd);
        QCOMPARE(lines.at(1).guard.phase, GuardPhase::Watching);
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
