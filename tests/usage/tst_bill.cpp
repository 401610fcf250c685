// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/bill.h"
#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,"
                        "ConsumedUnit,SkuMeter,Tags\n";

QByteArray charge(const char *cost, int day, const char *quantity, const char *unit, const char *meter)
{
    return QByteArray(cost) + ",USD,Usage,2026-11-" + QByteArray::number(day) + "T00:00:00Z,2026-11-"
        + QByteArray::number(day + 1) + "T00:00:00Z," + quantity + ',' + unit + ',' + meter + ",\"{\"\"a\"\":1}\"\n";
}

Result<usage::Bill> read(const QByteArray &text)
{
    QBuffer file;
    file.setData(text);
    file.open(QIODevice::ReadOnly);
    return usage::readBill(file);
}

QDateTime day(int of)
{
    return QDate(2026, 11, of).startOfDay(Qt::UTC);
}

} // namespace

class BillTest : public QObject
{
    Q_OBJECT

private slots:
    void itsChargesAreAddedUpExactly()
    {
        const auto bill = read(head + charge("0.1", 20, "1250000", "Tokens", "Input Tokens")
            + charge("0.2", 20, "400000", "Tokens", "Cached Input Tokens")
            + charge("0.000000015", 21, "310000.0", "Tokens", "Output Tokens") + charge("0", 21, "17", "Requests", "")
            + charge("9", 24, "", "", "") + "19,USD,Tax,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,\n");
        QVERIFY2(bill, qPrintable(bill ? QString() : bill.error().detail));
        QCOMPARE(bill->others, 1);
        QCOMPARE(bill->from, day(20));
        QCOMPARE(bill->to, day(25));
        const auto sums = usage::sumsOf(*bill, day(20), day(22));
        QCOMPARE(sums->costNanos.value(), 300'000'015);
        QCOMPARE(sums->inputTokens.value(), 1'650'000);
        QCOMPARE(sums->outputTokens.value(), 310'000);
        QCOMPARE(sums->requests.value(), 17);
        QCOMPARE(sums->currency, u"USD"_s);
        QVERIFY(!usage::sumsOf(*bill, day(24), day(25))->requests); // not told, and not zero
    }

    void aChargeIsNotDivided()
    {
        const auto bill = read(head + charge("1", 20, "", "", ""));
        const auto sums = usage::sumsOf(*bill, day(20).addSecs(3600), day(21));
        QCOMPARE(sums.error().kind, FailureKind::Input);
        QVERIFY2(sums.error().detail.startsWith(u"line 2: "_s), qPrintable(sums.error().detail));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("no FOCUS") << QByteArray("date,cost\n1,2\n") << u"line 1: no column BilledCost"_s;
        QTest::newRow("empty") << head << u"no line of it is a charge"_s;
        QTest::newRow("amount") << head + charge("much", 20, "", "", "") << u"line 2, BilledCost: no amount"_s;
        QTest::newRow("time") << head + "1,USD,Usage,noon,2026-11-21T00:00:00Z,,,,\n"
                              << u"line 2, ChargePeriodStart: no time"_s;
        QTest::newRow("backwards") << head + "1,USD,Usage,2026-11-21T00:00:00Z,2026-11-21T00:00:00Z,,,,\n"
                                   << u"line 2, ChargePeriodEnd: no time behind its start"_s;
        QTest::newRow("currency") << head + charge("1", 20, "", "", "")
                + charge("1", 20, "", "", "").replace("USD", "EUR")
                                  << u"line 3, BillingCurrency: none, or another one than before"_s;
        QTest::newRow("cells") << head + "1,USD\n" << u"line 2: it has 2 fields"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto bill = read(text);
        QVERIFY(!bill);
        QCOMPARE(bill.error().kind, FailureKind::Input);
        QVERIFY2(bill.error().detail.startsWith(why), qPrintable(bill.error().detail));
    }
};

QTEST_GUILESS_MAIN(BillTest)
#include "tst_bill.moc"
