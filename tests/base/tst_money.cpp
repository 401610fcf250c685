// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include <QTest>

using namespace Qt::StringLiterals;

class MoneyTest : public QObject
{
    Q_OBJECT

private slots:
    void readsDecimalTextExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nanos");
        QTest::newRow("whole") << u"3"_s << Q_INT64_C(3'000'000'000);
        QTest::newRow("fraction") << u"0.0515"_s << Q_INT64_C(51'500'000);
        QTest::newRow("a tenth is a tenth") << u"0.1"_s << Q_INT64_C(100'000'000);
        QTest::newRow("half up") << u"0.0000000005"_s << Q_INT64_C(1);
        QTest::newRow("below half") << u"0.00000000049"_s << Q_INT64_C(0);
        QTest::newRow("exponent") << u"1.5e-7"_s << Q_INT64_C(150);
        QTest::newRow("exponent upwards") << u"2.5E3"_s << Q_INT64_C(2'500'000'000'000);
        QTest::newRow("negative") << u"-0.25"_s << Q_INT64_C(-250'000'000);
        QTest::newRow("bare point") << u".5"_s << Q_INT64_C(500'000'000);
        QTest::newRow("very small") << u"1e-20"_s << Q_INT64_C(0);
        QTest::newRow("largest") << u"9223372036.854775807"_s << std::numeric_limits<qint64>::max();
    }
    void readsDecimalTextExactly()
    {
        QFETCH(QString, text);
        QTEST(money::nanosOf(text).value_or(-1), "nanos");
    }

    void refusesWhatIsNoAmount_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", ".", "-", "1.2.3", "1,5", "0x10", "NaN", "9223372036.854775808", "1e99", "1e"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoAmount()
    {
        QFETCH(QString, text);
        QVERIFY(!money::nanosOf(text));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"0", "1", "0.0515", "-0.25", "12.000000001", "9223372036.854775807"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void writesWhatItReads()
    {
        QFETCH(QString, text);
        QCOMPARE(money::decimal(*money::nanosOf(text)), text);
    }

    void aCostIsRoundedOnceOverTheSum()
    {
        // 3 x 0.15 and 7 x 0.6 USD per million: 4.65 millionths
        QCOMPARE(money::cost({{3, 150'000'000}, {7, 600'000'000}}), Q_INT64_C(4650));
        QCOMPARE(money::cost({{1, 400'000}, {1, 400'000}}), Q_INT64_C(1)); // 0.4 + 0.4, not 0 + 0
        QCOMPARE(money::cost({{1'000'000'000'000, 5'000'000'000}}), Q_INT64_C(5'000'000'000'000'000));
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
