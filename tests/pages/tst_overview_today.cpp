// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/today.h"
#include <cmath>
#include <QTest>

using namespace Qt::StringLiterals;
using pages::Day;
using pages::dayOf;
using usage::Bucket;
using usage::Totals;

static const QDateTime now(QDate(2026, 6, 18), QTime(14, 30), Qt::UTC);

static Totals totals(qint64 requests, std::optional<qint64> cost)
{
    Totals out;
    out.requests = requests;
    out.costNanos = cost;
    return out;
}

// A usual day of the same spend each hour.
static QList<Bucket> usualDay(const Day &day, qint64 requests, qint64 cost)
{
    QList<Bucket> out;
    for (int hour = 0; hour < day.hours(); ++hour)
        out << Bucket{day.from.addSecs(hour * 3600), {}, totals(requests, cost)};
    return out;
}

class TodayTest : public QObject
{
    Q_OBJECT

private slots:
    void aDayIsTheLocalOneAndKnowsItsLength()
    {
        const QTimeZone berlin("Europe/Berlin");
        const Day usual = dayOf(now, berlin);
        QCOMPARE(usual.from, QDateTime(QDate(2026, 6, 17), QTime(22, 0), Qt::UTC));
        QCOMPARE(usual.hours(), 24);
        QCOMPARE(usual.begun(), 17);
        QCOMPARE(dayOf(QDateTime(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC), berlin).hours(), 23);
        QCOMPARE(dayOf(QDateTime(QDate(2026, 10, 25), QTime(12, 0), Qt::UTC), berlin).hours(), 25);
        QCOMPARE(dayOf(now, QTimeZone("Asia/Kathmandu")).from, QDateTime(QDate(2026, 6, 17), QTime(18, 15), Qt::UTC));
    }

    void nothingIsUsualBeforeThreeSuchDays()
    {
        const auto today = pages::todayOf(totals(10, 5), {}, dayOf(now, QTimeZone::utc()));
        QVERIFY(today.spend.note.isEmpty());
        QVERIFY(today.requests.note.isEmpty());
    }

    void theUsualCountsOnlyUpToNow()
    {
        const Day day = dayOf(now, QTimeZone::utc()); // 14.5 of 24 hours
        const QList<Bucket> usual = usualDay(day, 100, 1'000'000'000);
        QCOMPARE(pages::todayOf(totals(1450, 14'500'000'000), usual, day).spend.note, u"as usual"_s);
        const auto high = pages::todayOf(totals(2900, 29'000'000'000), usual, day);
        QVERIFY(high.spend.note.startsWith(u"+100"_s));
        QCOMPARE(high.spend.noteInk, kit::Ink::Warn);
        QVERIFY(high.spend.note.contains(u"14:30"_s));
        QVERIFY(high.requests.note.startsWith(u"+100"_s));
        const auto low = pages::todayOf(totals(145, 1'450'000'000), usual, day);
        QCOMPARE(low.spend.noteInk, kit::Ink::Muted);
    }

    void whatIsNotToldIsNotZero()
    {
        const auto today = pages::todayOf(totals(0, std::nullopt), {}, dayOf(now, QTimeZone::utc()));
        QCOMPARE(today.spend.value, u"—"_s);
        QCOMPARE(today.errors.value, u"—"_s);
        QCOMPARE(today.firstToken.value, u"—"_s);
        QCOMPARE(today.lag.value, u"—"_s);
        QCOMPARE(today.requests.value, u"0"_s);
    }

    void callsOfUnknownCostStandBesideTheSpend()
    {
        Totals some = totals(10, 5'000'000'000);
        some.unknownCostRows = 3;
        const auto today = pages::todayOf(some, {}, dayOf(now, QTimeZone::utc()));
        QVERIFY(today.spend.note.contains(u'3'));
        QCOMPARE(today.spend.noteInk, kit::Ink::Warn);
    }

    void errorsAreAShareAndColouredByIt_data()
    {
        QTest::addColumn<qint64>("errors");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("ink");
        QTest::newRow("few") << qint64(4) << u"0.40"_s << int(kit::Ink::Ok);
        QTest::newRow("one in a hundred") << qint64(10) << u"1.00"_s << int(kit::Ink::Warn);
        QTest::newRow("many") << qint64(250) << u"25.0"_s << int(kit::Ink::Bad);
    }
    void errorsAreAShareAndColouredByIt()
    {
        QFETCH(qint64, errors);
        Totals all = totals(1000, 1);
        all.errors = errors;
        const kit::Reading reading = pages::todayOf(all, {}, dayOf(now, QTimeZone::utc())).errors;
        QTEST(reading.value, "value");
        QTEST(int(reading.noteInk), "ink");
    }

    void timesHaveTheirUnitApart()
    {
        Totals all = totals(10, 1);
        all.firstTokenP95Ms = 1240;
        all.recordLagP95Ms = 842;
        const auto today = pages::todayOf(all, {}, dayOf(now, QTimeZone::utc()));
        QCOMPARE(today.firstToken.value, u"1.24"_s);
        QCOMPARE(today.firstToken.unit, u"s"_s);
        QCOMPARE(today.lag.value, u"842"_s);
        QCOMPARE(today.lag.unit, u"ms"_s);
    }

    void hoursAheadAreBlankNotZero()
    {
        const Day day = dayOf(now, QTimeZone::utc());
        const QList<Bucket> rows{{day.from.addSecs(3600), u"fast"_s, totals(1, 2'000'000'000)}};
        const kit::StackData data = pages::spendByHour(rows, {}, day);
        QCOMPARE(data.marks.size(), 24);
        QCOMPARE(data.marks.at(1), u"01:00"_s);
        QCOMPARE(data.ahead, 15);
        QCOMPARE(data.series.first().values.at(1), 2.0);
        QCOMPARE(data.series.first().values.at(14), 0.0);
        QVERIFY(std::isnan(data.series.first().values.at(15)));
        QVERIFY(data.typical.isEmpty());
    }

    void theDearestAliasesAreShownAndTheRestIsOne()
    {
        const Day day = dayOf(now, QTimeZone::utc());
        QList<Bucket> rows;
        for (int i = 0; i < 9; ++i)
            rows << Bucket{day.from, u"a%1"_s.arg(i), totals(1, (i + 1) * 1'000'000'000LL)};
        const kit::StackData data = pages::spendByHour(rows, {}, day);
        QCOMPARE(data.series.size(), 6);
        QCOMPARE(data.series.first().name, u"a8"_s);
        QCOMPARE(data.series.last().values.first(), 1.0 + 2 + 3 + 4);
        const auto legend = pages::legendOf(data);
        QCOMPARE(legend.last().value, u"10.00"_s);
    }

    void thePlainSumStaysExact()
    {
        const Day day = dayOf(now, QTimeZone::utc());
        const QList<Bucket> rows{
            {day.from, u"a"_s, totals(1, 51'500'000)}, {day.from.addSecs(3600), u"a"_s, totals(1, 100'000)}};
        QCOMPARE(pages::legendOf(pages::spendByHour(rows, {}, day)).first().value, u"0.05"_s);
    }
};

QTEST_MAIN(TodayTest)
#include "tst_overview_today.moc"
