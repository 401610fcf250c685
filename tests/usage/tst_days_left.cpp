// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/left_words.h"
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = usage::Outlook::Kind;
using usage::KeyReading;

static const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC); // a Sunday
static constexpr qint64 unit = 1'000'000'000;

static KeyStanding limited(qint64 limit, qint64 spent, const QString &window = u"lifetime"_s)
{
    KeyStanding out;
    out.allowance.limitNanos = limit;
    out.allowance.spentNanos = spent;
    out.allowance.leftNanos = limit - spent;
    out.allowance.window = window;
    out.allowance.currency = u"USD"_s;
    return out;
}

static QString fact(const KeyStanding &standing, const QString &id, const QList<KeyReading> &readings = {})
{
    for (const usage::LeftFact &one : usage::leftFacts(standing, readings, now, u"UTC"_s))
        if (one.id == id)
            return QString(one.value).replace(QChar(0xa0), u' ');
    return u"(none)"_s;
}

class DaysLeftTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingToldIsNoZero()
    {
        const KeyStanding none;
        const usage::Outlook outlook = usage::outlookOf(none, {}, now);
        QCOMPARE(outlook.kind, Kind::Untold);
        QVERIFY(!outlook.nanosPerDay && !outlook.secondsLeft && !usage::nextReset(none, now));
        for (const QString &id : {u"left"_s, u"today"_s, u"days"_s, u"reset"_s})
            QCOMPARE(fact(none, id), u"not offered by this gateway"_s);
        QCOMPARE(fact(none, u"expires"_s), u"(none)"_s);
    }

    void whatIsStillToComeIsNotRefused()
    {
        KeyStanding some;
        some.partial = true;
        some.allowance.limitNanos = 5 * unit;
        QCOMPARE(fact(some, u"left"_s), u"not read yet"_s);
        QCOMPARE(fact(some, u"days"_s), u"not read yet"_s);
    }

    void withoutALimitThereIsNoEnd()
    {
        KeyStanding free;
        free.allowance.unlimited = true;
        free.todayNanos = unit;
        const usage::Outlook outlook = usage::outlookOf(free, {}, now);
        QCOMPARE(outlook.kind, Kind::Unlimited);
        QCOMPARE(outlook.nanosPerDay.value(), 2 * unit); // of half a day
        QCOMPARE(fact(free, u"left"_s), u"no limit"_s);
        QCOMPARE(fact(free, u"reset"_s), u"none"_s);
    }

    void aLimitAloneIsNoRate()
    {
        const KeyStanding standing = limited(10 * unit, 4 * unit);
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::NoRate);
        QCOMPARE(fact(standing, u"days"_s), u"no rate yet"_s);
        QCOMPARE(fact(standing, u"left"_s), u"6.00 USD of 10.00 USD"_s);
    }

    void whatIsUsedUpIsUsedUpWhateverTheRate()
    {
        for (const qint64 spent : {10 * unit, 11 * unit}) {
            KeyStanding standing = limited(10 * unit, spent);
            standing.todayNanos = 0;
            QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::UsedUp);
        }
    }

    void nothingSpentLately()
    {
        KeyStanding standing = limited(10 * unit, 4 * unit);
        standing.weekNanos = 0;
        standing.monthNanos = 4 * unit;
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::Idle);
    }

    void theShortestTimeOfADayOrMoreIsThePresentRate()
    {
        KeyStanding standing = limited(100 * unit, 40 * unit);
        standing.todayNanos = 30 * unit; // half a day only
        standing.weekNanos = 13 * unit; // six and a half days
        standing.monthNanos = 43 * unit;
        const usage::Outlook outlook = usage::outlookOf(standing, {}, now);
        QCOMPARE(outlook.kind, Kind::RunsOut);
        QCOMPARE(outlook.nanosPerDay.value(), 2 * unit);
        QCOMPARE(outlook.secondsLeft.value(), 30 * 86'400);
        QCOMPARE(fact(standing, u"days"_s), u"about 30 day(s), at 2.00 USD a day"_s);
    }

    void anHourIsTheLeastThatTellsARate_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("kind");
        QTest::newRow("less") << 59 << int(Kind::NoRate);
        QTest::newRow("an hour") << 60 << int(Kind::RunsOut);
    }
    void anHourIsTheLeastThatTellsARate()
    {
        QFETCH(int, minutes);
        KeyStanding standing = limited(10 * unit, 4 * unit);
        standing.totalNanos = 4 * unit;
        const QList<KeyReading> readings{{now.addSecs(-60 * minutes), 3 * unit}};
        QTEST(int(usage::outlookOf(standing, readings, now).kind), "kind");
    }

    void whatWasReadHereTellsTheRateToo()
    {
        KeyStanding standing = limited(10 * unit, 4 * unit);
        standing.totalNanos = 4 * unit;
        const QList<KeyReading> readings{{now.addDays(-2), 2 * unit}, {now.addDays(-1), 2 * unit}};
        const usage::Outlook outlook = usage::outlookOf(standing, readings, now);
        QCOMPARE(outlook.nanosPerDay.value(), unit);
        QCOMPARE(outlook.secondsLeft.value(), 6 * 86'400);
    }

    void aKeyOfTodayIsNotSpreadOverTheMonth()
    {
        KeyStanding standing = limited(10 * unit, unit);
        standing.createdAt = now.addSecs(-6 * 3600);
        standing.monthNanos = unit;
        standing.totalNanos = unit;
        QCOMPARE(usage::outlookOf(standing, {}, now).nanosPerDay.value(), 4 * unit);
    }

    void theWindowOfTheLimitTellsARate()
    {
        KeyStanding standing = limited(100 * unit, 43 * unit, u"month"_s);
        standing.allowance.resetsAt = QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC);
        const usage::Outlook outlook = usage::outlookOf(standing, {}, now);
        QCOMPARE(outlook.nanosPerDay.value(), 2 * unit);
        QCOMPARE(outlook.kind, Kind::LastsToReset); // 28 days, and the reset is in 9
        QCOMPARE(fact(standing, u"days"_s), u"lasts until the reset, at 2.00 USD a day"_s);
        QCOMPARE(fact(standing, u"reset"_s), u"2026-12-01 00:00:00 +00:00"_s);
        standing.allowance.leftNanos = 6 * unit;
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::RunsOut);
        QCOMPARE(fact(standing, u"days"_s), u"about 3 day(s), at 2.00 USD a day"_s);
    }

    void aRollingWindowIsAsLongAsItSays()
    {
        KeyStanding standing = limited(100 * unit, 10 * unit, u"240h"_s);
        standing.allowance.resetsAt = now.addDays(5);
        QCOMPARE(usage::outlookOf(standing, {}, now).nanosPerDay.value(), 2 * unit);
    }

    void calendarWindowsEndWithTheUtcCalendar_data()
    {
        QTest::addColumn<QString>("window");
        QTest::addColumn<QDate>("reset");
        QTest::newRow("day") << u"day"_s << QDate(2026, 11, 23);
        QTest::newRow("week") << u"week"_s << QDate(2026, 11, 23);
        QTest::newRow("month") << u"month"_s << QDate(2026, 12, 1);
        QTest::newRow("lifetime") << u"lifetime"_s << QDate();
        QTest::newRow("rolling") << u"24h"_s << QDate();
    }
    void calendarWindowsEndWithTheUtcCalendar()
    {
        QFETCH(QString, window);
        const auto reset = usage::nextReset(limited(unit, 0, window), now);
        QTEST(reset ? reset->date() : QDate(), "reset");
    }

    void aResetThatIsDueIsLateAndNotTold()
    {
        KeyStanding standing = limited(10 * unit, 4 * unit, u"month"_s);
        standing.allowance.resetsAt = now.addSecs(-60);
        QVERIFY(!usage::nextReset(standing, now));
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::NoRate);
        QVERIFY(fact(standing, u"reset"_s).startsWith(u"due since 2026-11-22 11:59"_s));
    }

    void aDailyLimitTellsWhatWasUsedToday()
    {
        QCOMPARE(usage::usedToday(limited(10 * unit, 4 * unit, u"day"_s)).value(), 4 * unit);
        QVERIFY(!usage::usedToday(limited(10 * unit, 4 * unit)));
    }

    void hugeAmountsAndTinyRatesStayInBounds()
    {
        KeyStanding standing = limited(std::numeric_limits<qint64>::max(), 1);
        standing.monthNanos = 1;
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::RunsOut);
        QVERIFY(fact(standing, u"days"_s).startsWith(u"more than ten years"_s));
        standing.monthNanos = std::numeric_limits<qint64>::max();
        QCOMPARE(usage::outlookOf(standing, {}, now).kind, Kind::RunsOut);
        standing = limited(10 * unit, 9 * unit);
        standing.monthNanos = 100 * unit;
        QVERIFY(fact(standing, u"days"_s).startsWith(u"less than a day"_s));
    }

    void aRateIsToldInTwoDigits()
    {
        KeyStanding standing = limited(100 * unit, 40 * unit);
        standing.createdAt = now.addDays(-2);
        for (const auto &[spent, told] : {std::pair(qint64(965'601'116), u"0.48 USD"_s),
                 std::pair(qint64(12'990'000), u"0.0065 USD"_s), std::pair(qint64(246'912'000'000), u"120.00 USD"_s)}) {
            standing.totalNanos = spent;
            const QString words = fact(standing, u"days"_s);
            QVERIFY2(words.contains(u", at %1 a day"_s.arg(told)), qPrintable(words));
        }
    }

    void anUnknownCurrencyIsLeftOut()
    {
        KeyStanding standing = limited(10 * unit, 4 * unit);
        standing.allowance.currency.clear();
        QCOMPARE(fact(standing, u"left"_s), u"6.00 of 10.00"_s);
    }
};

QTEST_GUILESS_MAIN(DaysLeftTest)
#include "tst_days_left.moc"
