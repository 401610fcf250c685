// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "keys/schedule.h"
#include "store/temp_store.h"
#include <QTest>

using namespace Qt::StringLiterals;
using keys::Due;

namespace {

const QDate today(2026, 11, 22);

RotationSchedule schedule(const QString &id, int every, const QDate &next)
{
    return {id, u"key %1"_s.arg(id), every, next};
}

} // namespace

class RotationScheduleTest : public QObject
{
    Q_OBJECT

private slots:
    void dueIsByTheDay_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("due");
        QTest::newRow("yesterday") << -1 << u"overdue"_s;
        QTest::newRow("today") << 0 << u"today"_s;
        QTest::newRow("tomorrow") << 1 << u"soon"_s;
        QTest::newRow("in two weeks") << 14 << u"soon"_s;
        QTest::newRow("later") << 15 << u"later"_s;
    }
    void dueIsByTheDay()
    {
        QFETCH(int, days);
        QTEST(keys::nameOf(keys::dueOf(schedule(u"a"_s, 0, today.addDays(days)), today)), "due");
    }

    void theFirstDayCountsFromTheLastRotation()
    {
        Key key;
        QCOMPARE(keys::firstDay(key, 90, today), today.addDays(90));
        key.createdAt = QDateTime({2026, 1, 1}, {23, 0}, Qt::UTC);
        QCOMPARE(keys::firstDay(key, 90, today), QDate(2026, 4, 1)); // overdue at once
        key.rotatedAt = QDateTime({2026, 11, 1}, {1, 0}, Qt::UTC);
        QCOMPARE(keys::firstDay(key, 30, today), QDate(2026, 12, 1));
    }

    void aRotationMovesItOnToTheSuccessor()
    {
        TempStore held;
        const keys::Schedules book(*held, u"p"_s);
        QVERIFY(finished(book.set(schedule(u"b"_s, 90, today))));
        QVERIFY(finished(book.set(schedule(u"a"_s, 0, today.addDays(-3)))));
        QVERIFY(finished(book.set(schedule(u"a"_s, 0, today.addDays(3))))); // the newer one counts
        QCOMPARE(finished(book.all()).value(),
            (QList<RotationSchedule>{schedule(u"b"_s, 90, today), schedule(u"a"_s, 0, today.addDays(3))}));
        QVERIFY(finished(book.rotated(u"b"_s, u"c"_s, u"key c"_s, today)));
        QVERIFY(finished(book.rotated(u"a"_s, u"a"_s, u"key a"_s, today))); // once: it ends
        QVERIFY(finished(book.rotated(u"nobody"_s, u"x"_s, u"x"_s, today)));
        QCOMPARE(finished(book.all()).value(), QList<RotationSchedule>{schedule(u"c"_s, 90, today.addDays(90))});
        QVERIFY(finished(keys::Schedules(*held, u"other"_s).all()).value().isEmpty());
        QVERIFY(finished(book.remove(u"c"_s)).value());
        QVERIFY(!finished(book.remove(u"c"_s)).value());
    }
};

QTEST_GUILESS_MAIN(RotationScheduleTest)
#include "tst_rotation_schedule.moc"
