// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "fakes/fake_rotation.h"
#include "fakes/run_task.h"
#include "keys/rotation_service.h"
#include "store/gaps.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTest>

using namespace Qt::StringLiterals;
using keys::Drain;
using keys::RotationStep;
using Proof = keys::RotationWork::Proof;

namespace {

Key keyNamed(const QString &id, const QString &name)
{
    Key key;
    key.id = id;
    key.name = name;
    key.aliases = QStringList{u"fast"_s, u"vision"_s};
    key.spentNanos = 5;
    return key;
}

struct World
{
    TempStore held;
    FakeClock clock;
    FakeRotation gateway;
    keys::RotationService service{
        gateway, keys::Rotations(*held, u"p"_s), keys::Schedules(*held, u"p"_s), u"ops"_s, clock};

    World() { gateway.rows << keyNamed(u"old"_s, u"web"_s); }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return !service.state().doing && service.state().loaded; }))
            qFatal("an act did not end");
        service.refresh();
        QTest::qWait(0);
    }
    void begin()
    {
        keys::RotationService::Wish wish;
        wish.old = gateway.rows.first();
        wish.name = u"web-2"_s;
        wish.reason = u"yearly"_s;
        service.begin(wish);
        settle();
    }
    void toDrain()
    {
        begin();
        service.prove({});
        settle();
        service.handOver(u"the web team"_s);
        settle();
    }
    std::optional<RotationStep> next() const { return service.state().shown->next(); }
    keys::StepDone done(RotationStep step) const { return service.state().shown->done.value(int(step)); }
    void call(const QString &id, const QString &keyId, const QDateTime &at, const QString &alias = u"fast"_s)
    {
        UsageRecord row;
        row.sourceId = id;
        row.at = at;
        row.keyId = keyId;
        row.alias = alias;
        row.ended = u"complete"_s;
        const store::Arrival arrival{u"p"_s, at, {}, {}};
        held.write([row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); });
    }
    void synced(const QDateTime &at)
    {
        held.write([at](sql::Database &db) { return store::keepLevel(db, u"p"_s, at); });
    }
    keys::RotationCourse course(const keys::Rotation &rotation)
    {
        const keys::Rotations book(*held, u"p"_s);
        return finished(book.course(rotation, clock.now())).value();
    }
};

} // namespace

class RotationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void theSuccessorHasTheSameSettingsAndItsSecretIsGivenOnce()
    {
        World w;
        w.begin();
        QCOMPARE(w.next(), RotationStep::Prove);
        const Key made = *w.gateway.written.first().after;
        QCOMPARE(made.name, u"web-2"_s);
        QCOMPARE(made.aliases, w.gateway.rows.first().aliases);
        QVERIFY(!made.spentNanos);
        QCOMPARE(w.service.state().issued->name, u"web-2"_s);
        QVERIFY(w.service.takeSecret());
        QVERIFY(!w.service.takeSecret());
        QVERIFY(w.service.state().hasSecret); // for the proof
        QTRY_VERIFY(w.service.underWay(u"old"_s) && w.service.underWay(made.id));
    }

    void theProofCallsEachAliasWithTheHeldSecretAndThenForgetsIt()
    {
        World w;
        w.begin();
        w.service.prove({});
        w.settle();
        QCOMPARE(w.gateway.called.size(), 1);
        QCOMPARE(w.gateway.called.first(), std::pair(QByteArray("sk-gw-EXAMPLE-of-a-successor"), Proof::Works));
        QCOMPARE(w.gateway.calledAliases, (QStringList{u"fast"_s, u"vision"_s}));
        QCOMPARE(w.next(), RotationStep::HandOver);
        QCOMPARE(w.done(RotationStep::Prove).note, u"01RUN"_s);
        QVERIFY(!w.service.state().hasSecret);
    }

    void aProofThatDoesNotHoldStaysAtItsStepAndNamesItsRun()
    {
        World w;
        w.begin();
        w.gateway.proves = false;
        w.service.prove({});
        w.settle();
        QCOMPARE(w.next(), RotationStep::Prove);
        QCOMPARE(w.service.state().refutedRun, u"01RUN"_s);
        QVERIFY(w.service.state().hasSecret);
        w.gateway.proves = true;
        w.service.prove({});
        w.settle();
        QVERIFY(w.service.state().refutedRun.isEmpty());
        QCOMPARE(w.next(), RotationStep::HandOver);
    }

    void withoutTheSecretTheProofWantsIt()
    {
        World w;
        w.begin();
        w.service.forgetSecret();
        w.service.prove({});
        QVERIFY(!w.service.state().doing);
        w.service.prove(Secret("sk-given"));
        w.settle();
        QCOMPARE(w.gateway.called.first().first, QByteArray("sk-given"));
        QCOMPARE(w.next(), RotationStep::HandOver);
    }

    void aSuccessorThatIsNotMadeLeavesNoRotationOpen()
    {
        World w;
        w.gateway.writeFailure = Failure{FailureKind::Rejected, u"no"_s, 400};
        w.begin();
        QVERIFY(w.service.state().failure);
        QVERIFY(!w.service.underWay(u"old"_s));
        w.gateway.writeFailure.reset();
        w.begin();
        QCOMPARE(w.next(), RotationStep::Prove);
    }

    void theOldKeyIsDisabledOnlyWhenItIsDrained()
    {
        World w;
        w.toDrain();
        w.synced(w.clock.now());
        w.call(u"1"_s, u"old"_s, w.clock.now().addSecs(-60));
        w.service.disable({});
        w.settle();
        QCOMPARE(w.gateway.reads, 1);
        QCOMPARE(w.next(), RotationStep::Drain);
        QTRY_COMPARE(w.service.state().drain->state, Drain::State::Called);
        QVERIFY(w.gateway.rows.first().enabled);
        w.clock.pass(2 * 86400);
        w.synced(w.clock.now());
        w.service.disable({});
        w.settle();
        QCOMPARE(w.next(), RotationStep::Refused);
        QVERIFY(w.done(RotationStep::Drain).proven);
        QVERIFY(!finished(w.gateway.find(u"old"_s)).value()->enabled);
    }

    void usageThatCannotBeReadDrainsNothing()
    {
        World w;
        w.toDrain();
        w.clock.pass(2 * 86400);
        w.synced(w.clock.now());
        w.gateway.readFailure = Failure{FailureKind::Network, u"refused"_s, 0};
        w.service.disable({});
        w.settle();
        QCOMPARE(w.next(), RotationStep::Drain);
    }

    void somebodyMayAnswerForItByName()
    {
        World w;
        w.toDrain();
        w.service.disable(u"the caller is retired, OPS-1"_s);
        w.settle();
        QCOMPARE(w.next(), RotationStep::Refused);
        QVERIFY(!w.done(RotationStep::Drain).proven);
        QCOMPARE(w.done(RotationStep::Drain).note, u"the caller is retired, OPS-1"_s);
        w.service.refuse({}, u"nobody has it"_s);
        w.settle();
        QVERIFY(!w.done(RotationStep::Refused).proven);
        QVERIFY(w.gateway.called.size() == 1); // of the new key only
        w.service.remove();
        w.settle();
        QVERIFY(!w.next());
        QVERIFY(!finished(w.gateway.find(u"old"_s)).value());
    }

    void theOldKeyCanBeEnabledAgainUntilItIsDeleted()
    {
        World w;
        w.toDrain();
        w.service.disable(u"mine"_s);
        w.settle();
        w.service.refuse(Secret("sk-old"), {});
        w.settle();
        QCOMPARE(w.next(), RotationStep::Delete);
        w.service.reopen();
        w.settle();
        QCOMPARE(w.next(), RotationStep::Drain);
        QVERIFY(finished(w.gateway.find(u"old"_s)).value()->enabled);
        QVERIFY(w.service.state().shown->done.contains(int(RotationStep::HandOver)));
    }

    void whatSomebodyElseDeletedIsNotWrittenAgain()
    {
        World w;
        w.toDrain();
        w.gateway.rows.removeFirst();
        const qsizetype before = w.gateway.written.size();
        w.service.disable(u"mine"_s);
        w.settle();
        QCOMPARE(w.next(), RotationStep::Refused);
        QCOMPARE(w.gateway.written.size(), before);
    }

    void namesCountOn_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("next");
        QTest::newRow("plain") << u"web"_s << u"web-3"_s; // web-2 is taken
        QTest::newRow("counted") << u"web-2"_s << u"web-3"_s;
        QTest::newRow("a year is no count") << u"web-2026"_s << u"web-2026-2"_s;
        QTest::newRow("a name with a dash") << u"web-prod"_s << u"web-prod-2"_s;
    }
    void namesCountOn()
    {
        QFETCH(QString, old);
        QTEST(keys::successorName(old, {u"web"_s, u"web-2"_s, old}), "next");
    }

    void aKeyForEveryAliasIsProvenByTheFirst()
    {
        Alias first;
        first.name = u"fast"_s;
        Alias second;
        second.name = u"vision"_s;
        const QList<Alias> offered{first, second};
        QCOMPARE(keys::aliasesToProve(Key(), offered), QStringList{u"fast"_s});
        QCOMPARE(keys::aliasesToProve(Key(), {}), QStringList());
        QCOMPARE(keys::aliasesToProve(keyNamed(u"1"_s, u"web"_s), offered), (QStringList{u"fast"_s, u"vision"_s}));
    }

    void hoursWithoutTheirRowsAreNotZero()
    {
        World w;
        w.toDrain();
        const keys::Rotation rotation = *w.service.state().shown;
        const QDateTime now = w.clock.now();
        QCOMPARE(w.course(rotation).oldCalls, QList<std::optional<qint64>>(keys::courseHours)); // nothing was read
        w.synced(now);
        w.call(u"1"_s, u"other"_s, now.addDays(-5));
        w.call(u"2"_s, u"old"_s, now.addSecs(-5 * 3600));
        w.call(u"3"_s, u"old"_s, now.addSecs(-30), u"vision"_s);
        w.call(u"4"_s, rotation.newId, now.addSecs(-20));
        const store::KnownGap gap{now.addSecs(-3 * 3600), now.addSecs(-3 * 3600 + 60), u"retention"_s, false};
        w.held.write([gap](sql::Database &db) { return store::keepGap(db, u"p"_s, gap); });
        const keys::RotationCourse course = w.course(rotation);
        QCOMPARE(course.oldCalls.at(keys::courseHours - 1), 0);
        QCOMPARE(course.oldCalls.at(keys::courseHours - 2), 1);
        QCOMPARE(course.newCalls.at(keys::courseHours - 2), 1);
        QCOMPARE(course.oldCalls.at(keys::courseHours - 6), 1);
        QCOMPARE(course.oldCalls.at(0), 0);
        QCOMPARE(course.oldCalls.count(std::optional<qint64>()), 1);
        QVERIFY(!course.newCalls.at(keys::courseHours - 4));
        QCOMPARE(course.callers.size(), 2);
        QCOMPARE(course.callers.first().calls, 1);
    }

    void anHourIsKnownBetweenTheFirstRowAndTheLastSync()
    {
        const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);
        keys::KnownHours known{noon.addSecs(-1800), noon.addSecs(5400), {}};
        QVERIFY(!keys::isKnown(known, noon.addSecs(-7200)));
        QVERIFY(keys::isKnown(known, noon.addSecs(-3600))); // its rows began in it
        QVERIFY(keys::isKnown(known, noon));
        QVERIFY(keys::isKnown(known, noon.addSecs(3600))); // as far as it was read
        QVERIFY(!keys::isKnown(known, noon.addSecs(7200)));
        known.gaps = {{noon.addSecs(60), noon.addSecs(120)}};
        QVERIFY(!keys::isKnown(known, noon));
        QVERIFY(keys::isKnown(known, noon.addSecs(3600)));
        QVERIFY(!keys::isKnown({}, noon));
    }
};

QTEST_GUILESS_MAIN(RotationServiceTest)
#include "tst_rotation_service.moc"
