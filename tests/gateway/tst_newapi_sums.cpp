// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

// What a gateway of the New API family says that a time cost in all.
class NewApiSumsTest : public QObject
{
    Q_OBJECT

private slots:
    void sumsAreAHint_data()
    {
        QTest::addColumn<QByteArray>("stat");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<std::optional<qint64>>("cost");
        QTest::newRow("told") << QByteArray(R"({"quota":6583,"rpm":24,"tpm":1})") << QByteArray("244-log-model-exact")
                              << std::optional<qint64>(13'162'000); // less the refund
        QTest::newRow("no calls") << QByteArray(R"({"quota":0})") << QByteArray("240-log-type1")
                                  << std::optional<qint64>(0);
        QTest::newRow("0 beside calls") << QByteArray(R"({"quota":0})") << QByteArray("244-log-model-exact")
                                        << std::optional<qint64>();
    }
    void sumsAreAHint()
    {
        QFETCH(QByteArray, stat);
        QFETCH(QByteArray, rows);
        NewApiServer s("n4");
        s.answerJson("GET /api/log/stat?type=2&start_timestamp=1795132800&end_timestamp=1795219199",
            R"({"success":true,"data":)" + stat + "}");
        s.answer("GET /api/log/?p=1&page_size=100&start_timestamp=1795132800&end_timestamp=1795219199&type=2", rows);
        s.answerRows("GET /api/log/?p=1&page_size=100&start_timestamp=1795132800&end_timestamp=1795219199&type=6",
            {QJsonObject{{u"type"_s, 6}, {u"quota"_s, 2}}}, 1);
        s.answerRows("GET /api/log/?p=1&page_size=100&start_timestamp=1795132800&end_timestamp=1795219199&type=5",
            {QJsonObject{{u"type"_s, 5}, {u"quota"_s, 0}}}, 3); // their rows are kept as calls that failed
        const QDateTime from({2026, 11, 20}, {0, 0}, Qt::UTC);
        const auto sums = finished(s.admin->usage()->totals(from, from.addDays(1))).value();
        QTEST(sums.costNanos, "cost");
        QCOMPARE(sums.requests, qint64(s.rowsOf(rows).size()) + 3);
        QVERIFY(!sums.inputTokens);
    }

    // Its lists tell no totals, and its failed calls leave no rows.
    void oneApiTellsTheCostOnly()
    {
        NewApiServer s("one-api");
        s.answer("GET /api/log/stat?type=2&start_timestamp=1795132800&end_timestamp=1795219199", "100-log-stat");
        s.answer(
            "GET /api/log/?p=0&page_size=100&start_timestamp=1795132800&end_timestamp=1795219199&type=2", "090-log-p0");
        const QDateTime from({2026, 11, 20}, {0, 0}, Qt::UTC);
        const auto sums = finished(s.admin->usage()->totals(from, from.addDays(1))).value();
        QVERIFY(sums.costNanos && *sums.costNanos > 0);
        QCOMPARE(sums.currency, u"USD"_s);
        QVERIFY(!sums.requests && !sums.inputTokens);
        QVERIFY2(s.http.calls.filter(u"type=5"_s).isEmpty(), qPrintable(s.http.calls.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(NewApiSumsTest)
#include "tst_newapi_sums.moc"
