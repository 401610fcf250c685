// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/ledger.h"
#include "proxy/price.h"
#include <QTest>

namespace {

std::int64_t at(const char *text)
{
    return proxy::parseTime(text).value();
}

std::int64_t startOf(const char *window, const char *now)
{
    return proxy::Window::parse(window)->startAt(at(now)).value();
}

// The one line of a ledger with one budget.
const proxy::BudgetLine &line(proxy::Ledger &ledger, std::int64_t now)
{
    return ledger.lines(now).front();
}

} // namespace

// Times, windows, prices and caps as arithmetic, without a gateway.
class LedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso"); // empty: not a time
        const auto row = [](const char *text, const char *iso) {
            QTest::addRow("%s", text) << QString::fromLatin1(text) << QString::fromLatin1(iso);
        };
        row("2027-01-31", "2027-01-31T00:00:00Z");
        row("2027-01-31T10:20Z", "2027-01-31T10:20:00Z");
        row("2027-01-31T10:20:30.25Z", "2027-01-31T10:20:30.250Z");
        row("2027-01-31T01:00:00+05:45", "2027-01-30T19:15:00Z");
        row("2024-02-29T23:59:59-00:30", "2024-03-01T00:29:59Z");
        row("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
        row("0426-01-31", "0426-01-31T00:00:00Z");
        row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999Z");
        row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
        row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
        for (const char *none : {"", "2027", "2027-13-01", "2027-02-29", "2027-01-31T", "2027-01-31T25:00Z",
                 "2027-01-31T10:20", "2027-01-31T10:20:30Zx", "-027-01-31", "2027-01-31 10:20Z",
                 "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01"})
            row(none, "");
    }

    void timesAreReadAndWritten()
    {
        QFETCH(QString, text);
        const auto time = proxy::parseTime(text.toStdString());
        QTEST(time ? QString::fromStdString(proxy::isoTime(*time)) : QString(), "iso");
    }

    void windowsStartWhereTheCalendarSays()
    {
        QCOMPARE(startOf("day", "2026-11-22T17:20:58Z"), at("2026-11-22"));
        QCOMPARE(startOf("week", "2026-11-22T23:59:59Z"), at("2026-11-16"));
        QCOMPARE(startOf("week", "2026-11-23T00:00:00Z"), at("2026-11-23"));
        QCOMPARE(startOf("month", "2024-02-29T12:00:00Z"), at("2024-02-01"));
        QCOMPARE(startOf("5h", "2026-11-22T03:00:00Z"), at("2026-11-21T22:00:00Z"));
        QVERIFY(!proxy::Window::parse("lifetime")->startAt(0));
        for (const char *none : {"", "h", "0h", "-1h", "8761h", "5 h", "5hh", "Day", "year"})
            QVERIFY(!proxy::Window::parse(none));
    }

    void aDayForgetsYesterdayAndARollingWindowItsTail()
    {
        proxy::Ledger day;
        proxy::Ledger rolling;
        const std::int64_t noon = at("2026-11-22T12:00:00Z");
        day.setBudgets({{100, "day"}}, noon);
        rolling.setBudgets({{100, "5h"}}, noon);
        for (proxy::Ledger *ledger : {&day, &rolling}) {
            QVERIFY(!ledger->reserve(60, noon));
            ledger->settle(60, 60, noon);
        }
        QCOMPARE(line(day, at("2026-11-22T23:59:59Z")).spent(), 60);
        QCOMPARE(line(day, at("2026-11-23T00:00:00Z")).spent(), 0);
        QCOMPARE(line(rolling, at("2026-11-22T17:00:30Z")).spent(), 60);
        QCOMPARE(line(rolling, at("2026-11-22T17:01:00Z")).spent(), 0);
        QCOMPARE(day.spent(), 60);
    }

    void aCallOverMidnightCountsWhereItArrived()
    {
        proxy::Ledger ledger;
        const std::int64_t before = at("2026-11-22T23:59:58Z");
        ledger.setBudgets({{100, "day"}}, before);
        QVERIFY(!ledger.reserve(40, before));
        QCOMPARE(line(ledger, before + 3'000'000).reserved(), 40);
        ledger.settle(40, 30, before);
        QCOMPARE(line(ledger, before + 3'000'000).spent(), 0);
        QCOMPARE(line(ledger, before + 3'000'000).reserved(), 0);
        QCOMPARE(ledger.spent(), 30);
    }

    void aNewBudgetCountsWhatWasSpentBefore()
    {
        const std::int64_t now = at("2026-11-22T12:00:00Z");
        const std::int64_t minute = now / 60'000'000;
        proxy::Ledger ledger;
        ledger.load({{minute - 60 * 24 * 40, 7}, {minute - 60 * 20, 11}, {minute - 60, 13}}, 31);
        ledger.setBudgets({{100, "lifetime"}, {100, "month"}, {100, "day"}, {100, "2h"}}, now);
        std::vector<std::int64_t> spent;
        for (const proxy::BudgetLine &one : ledger.lines(now))
            spent.push_back(one.spent());
        QCOMPARE(spent, (std::vector<std::int64_t>{31, 24, 13, 13}));
        QVERIFY(!ledger.setBudgets({{1, "fortnight"}}, now));
        QCOMPARE(ledger.lines(now).size(), std::size_t(4));
    }

    void reservationsLeaveNoRoomForTwo()
    {
        proxy::Ledger ledger;
        ledger.setBudgets({{100, "lifetime"}}, 0);
        QVERIFY(!ledger.reserve(60, 0));
        QVERIFY(ledger.reserve(60, 0));
        QVERIFY(!ledger.reserve(40, 0));
        ledger.settle(60, 10, 0);
        QVERIFY(!ledger.reserve(50, 0));
        ledger.settle(50, 50, 0);
        ledger.settle(40, 40, 0);
        QVERIFY(ledger.reserve(0, 0)); // spent to the last: not even a free call
    }

    // Thousands of the dearest calls there can be still add up: a sum that turned round would open the cap.
    void theDearestCallsAddUp()
    {
        const std::int64_t dearest =
            proxy::costOf({INT64_MAX / 8, INT64_MAX / 8, {}, {}}, proxy::Price{INT64_MAX, INT64_MAX, {}, {}}).value();
        proxy::Ledger ledger;
        for (int i = 0; i < 5'000; ++i)
            ledger.settle(0, dearest, 0);
        QCOMPARE(ledger.spent() / dearest, std::int64_t(5'000));
        ledger.setBudgets({{100, "lifetime"}}, 0);
        QVERIFY(ledger.reserve(1, 0));
    }

    void costsAreRoundedOnceHalfUp()
    {
        const proxy::Price price{150'000'000, 600'000'000, 75'000'000, {}};
        const auto cost = [&](std::int64_t input, std::int64_t output, std::int64_t cached) {
            return proxy::costOf({input, output, cached, {}}, price).value();
        };
        QCOMPARE(cost(1000, 500, 0), 450'000);
        QCOMPARE(cost(1000, 0, 400), 120'000);
        QCOMPARE(proxy::costOf({1, 0, {}, {}}, proxy::Price{499'999, 0, {}, {}}), std::optional<std::int64_t>(0));
        QCOMPARE(proxy::costOf({1, 0, {}, {}}, proxy::Price{500'000, 0, {}, {}}), std::optional<std::int64_t>(1));
        QCOMPARE(cost(10, 0, 99), 750);
        QVERIFY(!proxy::costOf({1, {}, {}, {}}, price));
        QVERIFY(!proxy::costOf({1, 1, {}, {}}, {}));
        QVERIFY(
            proxy::costOf({INT64_MAX / 8, INT64_MAX / 8, {}, {}}, proxy::Price{INT64_MAX, INT64_MAX, {}, {}}).value()
            > 0);
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
