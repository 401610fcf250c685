// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/units.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class UnitsTest : public QObject
{
    Q_OBJECT

private slots:
    void moneyIsExact_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0.00"_s;
        QTest::newRow("small") << qint64(46'000) << u"0.000046"_s;
        QTest::newRow("smallest") << qint64(1) << u"0.000000001"_s;
        QTest::newRow("cents") << qint64(1'284'500'000'000) << u"1,284.50"_s;
        QTest::newRow("whole") << qint64(7'000'000'000) << u"7.00"_s;
        QTest::newRow("negative") << qint64(-500'000'000) << u"-0.50"_s;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9,223,372,036.85"_s;
    }

    void moneyIsExact()
    {
        QFETCH(qint64, nanos);
        QFETCH(QString, text);
        QCOMPARE(text::money(nanos, u"USD"_s, english), text + u"\u00a0USD"_s);
    }

    void unknownIsSaid()
    {
        QCOMPARE(text::money({}, u"USD"_s), u"unknown"_s);
        QCOMPARE(text::tokens({}), u"unknown"_s);
        QCOMPARE(text::moment({}, u"UTC"_s), u"unknown"_s);
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64(0) << u"0 ms"_s;
        QTest::newRow("ms") << qint64(842) << u"842 ms"_s;
        QTest::newRow("s") << qint64(1840) << u"1.84 s"_s;
        QTest::newRow("whole s") << qint64(30'000) << u"30 s"_s;
        QTest::newRow("min") << qint64(134'000) << u"2 min 14 s"_s;
        QTest::newRow("h") << qint64(11'100'000) << u"3 h 5 min"_s;
        QTest::newRow("d") << qint64(353'000'000) << u"4 d 2 h"_s;
    }

    void durations()
    {
        QFETCH(qint64, ms);
        QTEST(text::duration(std::chrono::milliseconds(ms), english), "text");
    }

    void momentsAreInTheirZone()
    {
        const QDateTime utc(QDate(2026, 3, 29), QTime(0, 30), Qt::UTC);
        QCOMPARE(text::moment(utc, u"UTC"_s), u"2026-03-29 00:30:00 +00:00"_s);
        QCOMPARE(text::moment(utc, u"Europe/Vienna"_s), u"2026-03-29 01:30:00 +01:00"_s);
        QCOMPARE(text::moment(utc.addSecs(3600), u"Europe/Vienna"_s), u"2026-03-29 03:30:00 +02:00"_s);
        QCOMPARE(text::moment(utc, u"Asia/Kathmandu"_s), u"2026-03-29 06:15:00 +05:45"_s);
        QCOMPARE(text::moment(utc, u"America/St_Johns"_s), u"2026-03-28 22:00:00 -02:30"_s);
        QCOMPARE(text::moment(utc, u"No/Such"_s), u"2026-03-29 00:30:00 +00:00"_s);
        QCOMPARE(text::day(utc, u"America/St_Johns"_s, english), u"28 Mar 2026"_s);
    }

    void howLongAgo()
    {
        const QDateTime now(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
        QCOMPARE(text::ago(now.addSecs(-2), now), u"just now"_s);
        QCOMPARE(text::ago(now.addSecs(-38 * 60), now), u"38 min ago"_s);
        QCOMPARE(text::ago(now.addSecs(7800), now), u"in 2 h 10 min"_s);
    }

private:
    QLocale english = QLocale(QLocale::English, QLocale::UnitedStates);
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "tst_units.moc"
