// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchdog.h"
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;

class WatchdogTest : public QObject
{
    Q_OBJECT

private slots:
    void aCalmLoopHasNoStall()
    {
        shell::Watchdog watchdog(200ms);
        QTest::qWait(300);
        QVERIFY(watchdog.stalls().isEmpty());
    }

    void sleepingInTheMainThreadIsAStall()
    {
        shell::Watchdog watchdog;
        QTest::qWait(30);
        QThread::msleep(120);
        QTRY_COMPARE(watchdog.stalls().size(), 1);
        QVERIFY(watchdog.longest() >= 60ms);
        watchdog.reset();
        QVERIFY(watchdog.stalls().isEmpty());
    }

    void computingInTheMainThreadIsAStall()
    {
        shell::Watchdog watchdog;
        QTest::qWait(30);
        timespec start{};
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
        do
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        while ((now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1'000'000 < 120);
        QTRY_VERIFY(!watchdog.stalls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(WatchdogTest)
#include "tst_watchdog.moc"
