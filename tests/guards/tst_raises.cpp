// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "guards/raises.h"
#include "store/temp_store.h"
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usd = 1'000'000'000;
constexpr qint64 day = 86'400;

struct World
{
    TempStore held;
    FakeAdmin admin;
    MemoryJournal journal;
    FakeClock clock;
    guards::Raises raises{{admin, *held, journal, clock, u"p"_s}};

    World()
    {
        Key key;
        key.id = u"k"_s;
        key.name = u"web"_s;
        key.budgets = {{10 * usd, u"lifetime"_s, {}}};
        admin.rows = {key};
    }
    Result<BudgetRaise> raise(qint64 more, int days)
    {
        const QDateTime until = clock.now().addDays(days);
        return finished(raises.begin(admin.rows.first(), u"lifetime"_s, more, until));
    }
    Result<> look() { return finished(raises.endDue()); }
    qint64 limit() const { return admin.rows.first().budgets.first().nanos; }
    QList<BudgetRaise> kept() { return finished(raises.all()).value(); }
};

} // namespace

// A budget that is larger for some time on a gateway that knows no such thing.
class RaisesTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsTakenBackOnceAtItsEnd()
    {
        World w;
        QCOMPARE(w.raise(5 * usd, 3)->raisedNanos, 15 * usd);
        QCOMPARE(w.limit(), 15 * usd);
        QVERIFY(w.look());
        QCOMPARE(w.limit(), 15 * usd);
        w.clock.pass(4 * day); // the program was closed meanwhile
        QVERIFY(w.look());
        QCOMPARE(w.limit(), 10 * usd);
        QVERIFY(w.kept().isEmpty());
        QVERIFY(w.look());
        QCOMPARE(w.admin.writes, 2);
        QVERIFY2(
            w.journal.entries.first().why.reason.contains(u"5"_s), qPrintable(w.journal.entries.first().why.reason));
    }

    void aSecondRaiseEndsAtTheBudgetBeforeTheFirst()
    {
        World w;
        QVERIFY(w.raise(5 * usd, 3));
        QVERIFY(w.raise(5 * usd, 5));
        QCOMPARE(w.limit(), 20 * usd);
        w.clock.pass(5 * day);
        QVERIFY(w.look());
        QCOMPARE(w.limit(), 10 * usd);
    }

    void whatSomebodyElseSetSinceStays()
    {
        World w;
        QVERIFY(w.raise(5 * usd, 1));
        w.admin.rows.first().budgets.first().nanos = 50 * usd;
        w.clock.pass(2 * day);
        QVERIFY(w.look());
        QCOMPARE(w.limit(), 50 * usd);
        QVERIFY(w.kept().isEmpty());
    }

    void aRefusalIsNotedAndTriedAgain()
    {
        World w;
        QVERIFY(w.raise(5 * usd, 1));
        w.clock.pass(2 * day);
        w.admin.refusesWrites = Failure{FailureKind::Forbidden, u"no"_s, 403};
        QVERIFY(w.look());
        QVERIFY(!w.kept().first().failure.isEmpty());
        w.admin.refusesWrites.reset();
        QVERIFY(w.look());
        QCOMPARE(w.limit(), 10 * usd);
    }

    void aKeyThatIsGoneOrWithoutSuchABudgetHoldsNothingUp()
    {
        World w;
        QVERIFY(w.raise(5 * usd, 1));
        w.admin.rows.clear();
        w.clock.pass(2 * day);
        QVERIFY(w.look());
        QVERIFY(w.kept().isEmpty());
        Key without;
        const QDateTime until = w.clock.now().addDays(1);
        QCOMPARE(finished(w.raises.begin(without, u"day"_s, usd, until)).error().kind, FailureKind::Input);
    }
};

QTEST_GUILESS_MAIN(RaisesTest)
#include "tst_raises.moc"
