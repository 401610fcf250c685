// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_numbers.h"
#include "gateway/json_reader.h"
#include <ctime>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::JsonNumbers;

class JsonNumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void aNumberIsFoundByItsPathAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("number");
        QTest::newRow("member") << QByteArray(R"({"a":0.10})") << u"a"_s << u"0.10"_s;
        QTest::newRow("deep") << QByteArray(R"( { "d" : [ {} , { "u" : 1e-7 } ] } )") << u"d[1].u"_s << u"1e-7"_s;
        QTest::newRow("after texts") << QByteArray("{\"t\":\"}\\\"],7\",\"n\":-3}") << u"n"_s << u"-3"_s;
        QTest::newRow("escaped name") << QByteArray(R"({"\u0061b":5})") << u"ab"_s << u"5"_s;
        QTest::newRow("list in list") << QByteArray(R"({"x":[[1,2],[3]],"e":[]})") << u"x[1][0]"_s << u"3"_s;
        QTest::newRow("text is none") << QByteArray(R"({"a":"7"})") << u"a"_s << QString();
        QTest::newRow("true is none") << QByteArray(R"({"a":true,"b":null})") << u"a"_s << QString();
        QTest::newRow("long") << QByteArray(R"({"a":123456789.123456789})") << u"a"_s << u"123456789.123456789"_s;
    }
    void aNumberIsFoundByItsPathAsItIsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        QTEST(JsonNumbers(text).at(path), "number");
    }

    void aShiftKeepsEveryDigit()
    {
        QCOMPARE(gateway::shiftedNanos(u"0.0000025"_s, 6).value(), 2'500'000'000);
        QCOMPARE(gateway::shiftedNanos(u"2.5e-6"_s, 6).value(), 2'500'000'000);
        QCOMPARE(gateway::shiftedNanos(u"12.345"_s, -2).value(), 123'450'000);
        QCOMPARE(gateway::shiftedNanos(u"-1"_s, 0).value(), -1'000'000'000);
        QVERIFY(!gateway::shiftedNanos(u"cheap"_s, 6));
        QVERIFY(!gateway::shiftedNanos(u"1e999999999"_s, 6));
        QVERIFY(!gateway::shiftedNanos(QString(), 6));
    }

    void aReaderGivesMoneyThatADoubleWouldChange()
    {
        auto root =
            gateway::readObject(R"({"rows":[{"cost":123456789.123456789,"text":"0.1","of":{"u":3e-9}}]})", u"w"_s);
        gateway::JsonReader row = root.value().objects("rows"_L1).first();
        QCOMPARE(row.nanosOrNull("cost"_L1).value(), 123'456'789'123'456'789);
        QCOMPARE(row.nanosOrNull("text"_L1).value(), 100'000'000);
        QCOMPARE(row.objectOrNull("of"_L1)->nanosOrNull("u"_L1).value(), 3);
        QVERIFY(!row.nanosOrNull("none"_L1));
        QVERIFY(!row.failure());
    }

    void whatIsNoAmountIsNamed()
    {
        auto root = gateway::readObject(R"({"rows":[{"cost":true},{"cost":"dear"}]})", u"w"_s).value();
        auto rows = root.objects("rows"_L1);
        QVERIFY(!rows[0].nanosOrNull("cost"_L1));
        QCOMPARE(rows[0].failure()->detail, u"w.rows[0].cost: no amount"_s);
        QVERIFY(!rows[1].nanosOrNull("cost"_L1));
        QCOMPARE(rows[1].failure()->detail, u"w.rows[1].cost: no amount"_s);
    }

    void aCountMayBeWrittenAsText()
    {
        auto root = gateway::readObject(R"({"a":"1200","b":7,"c":"1.5"})", u"w"_s).value();
        QCOMPARE(root.countOrNull("a"_L1).value(), 1200);
        QCOMPARE(root.countOrNull("b"_L1).value(), 7);
        QVERIFY(!root.countOrNull("c"_L1));
        QCOMPARE(root.failure()->detail, u"w.c: no integer"_s);
    }

    void aTimeWithoutAZoneIsUtc()
    {
        qputenv("TZ", "Asia/Kathmandu");
        ::tzset();
        auto root = gateway::readObject(
            R"({"a":"2026-08-22T09:00:00","b":"2026-08-22T09:00:00+02:00","c":"2026-08-22T09:00:00.123456789Z"})",
            u"w"_s)
                        .value();
        QCOMPARE(root.time("a"_L1)->toString(Qt::ISODate), u"2026-08-22T09:00:00Z"_s);
        QCOMPARE(root.time("b"_L1)->toString(Qt::ISODate), u"2026-08-22T07:00:00Z"_s);
        QCOMPARE(root.time("c"_L1)->toString(Qt::ISODateWithMs), u"2026-08-22T09:00:00.123Z"_s);
        QVERIFY(!root.failure());
    }

    void decimalsAreWrittenDigitByDigit()
    {
        const QJsonObject body{{u"limit"_s, gateway::decimalJson(123'456'789'123'456'789)},
            {u"zero"_s, gateway::decimalJson(0)}, {u"name"_s, u"\"2.5\""_s}, {u"n"_s, 7}};
        QCOMPARE(
            gateway::compactJson(body), "{\"limit\":123456789.123456789,\"n\":7,\"name\":\"\\\"2.5\\\"\",\"zero\":0}");
    }
};

QTEST_GUILESS_MAIN(JsonNumbersTest)
#include "tst_json_numbers.moc"
