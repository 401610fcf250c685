// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "keys/rotations.h"
#include "store/gaps.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTest>

using namespace Qt::StringLiterals;
using keys::Drain;
using keys::RotationStep;

namespace {

const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);

keys::Rotation rotation()
{
    keys::Rotation out;
    out.oldId = u"old"_s;
    out.oldName = u"web"_s;
    out.begun = now.addDays(-9);
    out.reason = u"yearly — ü"_s;
    return out;
}

keys::DrainFacts level()
{
    keys::DrainFacts facts;
    facts.now = now;
    facts.syncedAt = now.addSecs(-30);
    facts.lastCall = now.addDays(-2);
    return facts;
}

keys::StepDone by(const QString &who)
{
    return {now, who, u"note"_s, true};
}

struct World
{
    TempStore held;
    keys::Rotations book{*held, u"p"_s};

    void call(const QString &id, const QString &keyId, const QDateTime &at)
    {
        UsageRecord row;
        row.sourceId = id;
        row.at = at;
        row.keyId = keyId;
        row.key = u"web"_s;
        row.ended = u"complete"_s;
        const store::Arrival arrival{u"p"_s, now, {}, {}};
        held.write([row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); });
    }
    void synced(const QDateTime &at)
    {
        held.write([at](sql::Database &db) { return store::keepLevel(db, u"p"_s, at); });
    }
    Drain drain() { return finished(book.drain(rotation(), now)).value(); }
};

} // namespace

class KeySuccessorTest : public QObject
{
    Q_OBJECT

private slots:
    void drainedNeedsQuietHoursAndACompleteRecord_data()
    {
        QTest::addColumn<keys::DrainFacts>("facts");
        QTest::addColumn<Drain::State>("state");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, auto change, Drain::State state, const QString &why = {}) {
            keys::DrainFacts facts = level();
            change(facts);
            QTest::newRow(name) << facts << state << why;
        };
        using enum Drain::State;
        row(
            "quiet for two days", [](auto &) {}, Drained);
        row(
            "never called", [](auto &f) { f.lastCall.reset(); }, Drained);
        row(
            "called an hour ago",
            [](auto &f) {
                f.calls = 1;
                f.lastCall = now.addSecs(-3600);
            },
            Called);
        row(
            "never synced", [](auto &f) { f.syncedAt.reset(); }, Unknown, u"never_synced"_s);
        row(
            "synced an hour ago", [](auto &f) { f.syncedAt = now.addSecs(-3600); }, Unknown, u"stale"_s);
        row(
            "a gap in these hours", [](auto &f) { f.lastGapEnd = now.addSecs(-3600); }, Unknown, u"gap"_s);
        row(
            "a gap before them", [](auto &f) { f.lastGapEnd = now.addSecs(-25 * 3600); }, Drained);
        row(
            "a gap that is open", [](auto &f) { f.gapOpen = true; }, Unknown, u"gap"_s);
        row(
            "calls that are known count though there is a gap",
            [](auto &f) {
                f.gapOpen = true;
                f.calls = 3;
            },
            Called);
    }
    void drainedNeedsQuietHoursAndACompleteRecord()
    {
        QFETCH(keys::DrainFacts, facts);
        const Drain drain = keys::drainOf(rotation(), facts);
        QTEST(drain.state, "state");
        QTEST(drain.why, "why");
    }

    void hoursBeforeTheSuccessorWasThereProveNothing()
    {
        keys::Rotation young = rotation();
        young.begun = now.addSecs(-3600);
        QCOMPARE(keys::drainOf(young, level()).state, Drain::State::Called);
        young.begun = now.addSecs(-24 * 3600);
        QCOMPARE(keys::drainOf(young, level()).state, Drain::State::Drained);
    }

    void stepsAreDoneInTheirOrderAndKept()
    {
        World w;
        const qint64 id = finished(w.book.begin(rotation())).value().id;
        QCOMPARE(finished(w.book.mark(id, RotationStep::Prove, by(u"ops"_s))).error().detail, u"create"_s);
        QVERIFY(finished(w.book.created(id, u"new"_s, u"web-2"_s, by(u"ops"_s))));
        for (const RotationStep step : {RotationStep::Prove, RotationStep::HandOver, RotationStep::Drain,
                 RotationStep::Disable, RotationStep::Refused}) {
            QCOMPARE(finished(w.book.rotation(id)).value().next(), step);
            QVERIFY(finished(w.book.mark(id, step, by(u"ops"_s))));
            QVERIFY(!finished(w.book.mark(id, step, by(u"ops"_s))));
        }
        const auto last = finished(w.book.mark(id, RotationStep::Delete, {now, u"ops"_s, {}, false})).value();
        QVERIFY(!last.next());
        QCOMPARE(finished(w.book.rotation(id)).value(), last);
        QCOMPARE(last.done.value(int(RotationStep::Prove)).note, u"note"_s);
        QVERIFY(!last.done.value(int(RotationStep::Delete)).proven);
        QVERIFY(!finished(w.book.abandon(id)));
        QCOMPARE(finished(w.book.list()).value().size(), 1);
        QCOMPARE(finished(keys::Rotations(*w.held, u"other"_s).rotation(id)).error().kind, FailureKind::NotFound);
    }

    void aKeyIsRotatedOnceAtATime()
    {
        World w;
        const qint64 id = finished(w.book.begin(rotation())).value().id;
        QCOMPARE(finished(w.book.begin(rotation())).error().kind, FailureKind::Conflict);
        QVERIFY(finished(w.book.abandon(id)));
        QVERIFY(finished(w.book.begin(rotation())));
    }

    void usageOfTheOldKeyDecides()
    {
        World w;
        QCOMPARE(w.drain().why, u"never_synced"_s);
        w.synced(now.addSecs(-60));
        w.call(u"1"_s, u"old"_s, now.addDays(-3));
        w.call(u"2"_s, u"another"_s, now.addSecs(-60)); // of the same name, but not it
        QCOMPARE(w.drain().state, Drain::State::Drained);
        QCOMPARE(w.drain().lastCall, now.addDays(-3));
        w.call(u"3"_s, {}, now.addSecs(-120)); // the row tells the name only
        QCOMPARE(w.drain().state, Drain::State::Called);
        QCOMPARE(w.drain().calls, 1);
    }

    void aGapOfTheCollectorRefusesIt()
    {
        World w;
        w.synced(now.addSecs(-60));
        QCOMPARE(w.drain().state, Drain::State::Drained);
        const store::KnownGap gap{now.addSecs(-7200), now.addSecs(-3600), u"retention"_s, false};
        w.held.write([gap](sql::Database &db) { return store::keepGap(db, u"p"_s, gap); });
        QCOMPARE(w.drain().state, Drain::State::Unknown);
        QCOMPARE(w.drain().why, u"gap"_s);
    }
};

Q_DECLARE_METATYPE(keys::DrainFacts)

QTEST_GUILESS_MAIN(KeySuccessorTest)
#include "tst_key_successor.moc"
