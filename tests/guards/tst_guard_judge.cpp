// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards/judge.h"
#include <QTest>

using namespace Qt::StringLiterals;
using guards::Step;

namespace {

constexpr qint64 usd = 1'000'000'000;

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Guard guardOf(const QString &window = u"day"_s, const QString &zone = u"Europe/Berlin"_s)
{
    Guard guard;
    guard.id = 1;
    guard.keyId = u"k"_s;
    guard.nanos = 5 * usd;
    guard.window = window;
    guard.zone = zone;
    guard.act = GuardAct::Disable;
    return guard;
}

GuardSpend spent(qint64 nanos)
{
    return {nanos, 1, 0};
}

Key keyOf()
{
    Key key;
    key.id = u"k"_s;
    key.spentNanos = 3 * usd;
    key.budgets = {{10 * usd, u"lifetime"_s, {}}, {7 * usd, u"week"_s, {}}};
    return key;
}

const QDateTime noon = utc("2026-11-22T12:00:00Z");

} // namespace

class GuardJudgeTest : public QObject
{
    Q_OBJECT

private slots:
    void aPeriodBeginsAtTheZonesMidnight_data()
    {
        QTest::addColumn<Guard>("guard");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("begin");
        QTest::addColumn<QDateTime>("end");
        const auto row = [](const char *name, const Guard &guard, const char *now, const char *begin, const char *end) {
            QTest::newRow(name) << guard << utc(now) << utc(begin) << utc(end);
        };
        row("winter", guardOf(), "2026-11-22T12:00:00Z", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z");
        row("its last second", guardOf(), "2026-11-22T22:59:59Z", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z");
        row("its first", guardOf(), "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z");
        row("the day of 23 hours", guardOf(), "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
        row("the day of 25 hours", guardOf(), "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        row("no midnight that day", guardOf(u"day"_s, u"Asia/Beirut"_s), "2026-03-29T12:00:00Z", "2026-03-28T22:00:00Z",
            "2026-03-29T21:00:00Z");
        row("the week begins on Monday", guardOf(u"week"_s, u"UTC"_s), "2026-11-22T12:00:00Z", "2026-11-16T00:00:00Z",
            "2026-11-23T00:00:00Z");
        row("the month", guardOf(u"month"_s, u"UTC"_s), "2026-12-31T12:00:00Z", "2026-12-01T00:00:00Z",
            "2027-01-01T00:00:00Z");
        row("a zone nobody knows is UTC", guardOf(u"day"_s, u"Mars/Olympus"_s), "2026-11-22T12:00:00Z",
            "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
    }
    void aPeriodBeginsAtTheZonesMidnight()
    {
        QFETCH(Guard, guard);
        QFETCH(QDateTime, now);
        QTEST(guards::periodAt(guard, now).begin, "begin");
        QTEST(guards::periodAt(guard, now).end, "end");
    }

    void warnsOnceThenActsOnce()
    {
        Guard guard = guardOf();
        const QDateTime begin = guards::periodAt(guard, noon).begin;
        QCOMPARE(guards::dueOf(guard, spent(4 * usd - 1), noon), Step::None);
        QCOMPARE(guards::dueOf(guard, spent(4 * usd), noon), Step::Warn);
        guard.warnedFor = begin;
        QCOMPARE(guards::dueOf(guard, spent(4 * usd), noon), Step::None);
        QCOMPARE(guards::dueOf(guard, spent(5 * usd), noon), Step::Act);
        guard.actedFor = begin;
        guard.phase = GuardPhase::Acted;
        guard.before = keyOf();
        QCOMPARE(guards::dueOf(guard, spent(9 * usd), noon), Step::None);
        QCOMPARE(guards::dueOf(guard, spent(std::numeric_limits<qint64>::max()), noon), Step::None);
    }

    void givesBackInTheNextPeriodHoweverMuchLater()
    {
        Guard guard = guardOf();
        guard.actedFor = guards::periodAt(guard, noon).begin;
        guard.phase = GuardPhase::Acted;
        guard.before = keyOf();
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), utc("2026-11-22T22:59:59Z")), Step::None);
        QCOMPARE(guards::dueOf(guard, spent(0), utc("2026-11-22T23:00:00Z")), Step::Restore);
        QCOMPARE(guards::dueOf(guard, spent(0), utc("2026-12-24T12:00:00Z")), Step::Restore);
        QCOMPARE(guards::dueOf(guard, spent(9 * usd), utc("2026-12-24T12:00:00Z")), Step::Restore); // then it acts anew
        guard.nanos = 50 * usd; // widened
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), noon), Step::Restore);
    }

    void whatWasBegunIsDueAgainAfterAMinute()
    {
        Guard guard = guardOf();
        guard.actedFor = guards::periodAt(guard, noon).begin;
        guard.phase = GuardPhase::Acting;
        guard.phaseAt = noon.addSecs(-59);
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), noon), Step::None);
        guard.phaseAt = noon.addSecs(-60);
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), noon), Step::Act);
        guard.before = keyOf();
        guard.phase = GuardPhase::Restoring;
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), noon), Step::Restore);
        guard.phaseAt = noon.addSecs(-1);
        QCOMPARE(guards::dueOf(guard, spent(6 * usd), noon), Step::None);
    }

    void aDisabledKeyIsEnabledAgainAndOneThatWasDisabledBeforeIsNot()
    {
        Guard guard = guardOf();
        Key key = keyOf();
        QVERIFY(!guards::held(guard, key).enabled);
        guard.before = key;
        key.enabled = false;
        key.name = u"renamed meanwhile"_s;
        QVERIFY(guards::released(guard, key).enabled);
        QCOMPARE(guards::released(guard, key).name, key.name);
        guard.before->enabled = false;
        QVERIFY(!guards::released(guard, key).enabled);
        guard.before.reset();
        QCOMPARE(guards::released(guard, key), key);
    }

    void aLoweredBudgetComesBackUnlessSomebodySetAnother()
    {
        Guard guard = guardOf();
        guard.act = GuardAct::Lower;
        const Key before = keyOf();
        Key low = guards::held(guard, before);
        QCOMPARE(low.budgets, (QList<Budget>{{7 * usd, u"week"_s, {}}, {3 * usd, u"lifetime"_s, {}}}));
        QVERIFY(low.enabled);
        guard.before = before;
        low.spentNanos = 4 * usd; // calls under way went on
        QCOMPARE(guards::held(guard, low).budgets, low.budgets); // done once more it comes to the same
        QCOMPARE(guards::released(guard, low).budgets.last(), before.budgets.first());
        low.budgets.last().nanos = 99 * usd;
        QCOMPARE(guards::released(guard, low), low);
    }

    void aKeyThatSpentNothingIsLoweredToTheSmallestLimitThereIs()
    {
        Guard guard = guardOf();
        guard.act = GuardAct::Lower;
        Key key;
        QCOMPARE(guards::held(guard, key).budgets, (QList<Budget>{{1, u"lifetime"_s, {}}}));
        guard.before = key;
        QVERIFY(guards::released(guard, guards::held(guard, key)).budgets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(GuardJudgeTest)
#include "tst_guard_judge.moc"
