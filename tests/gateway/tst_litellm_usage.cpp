// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_usage_wire.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
namespace litellm = gateway::litellm;

static QString rows(const char *path, const QString &from, const QString &to, int page)
{
    return u"GET /spend/logs/%1?start_date=%2&end_date=%3&page=%4&page_size=100&sort_by=startTime&sort_order=asc"_s.arg(
        QLatin1StringView(path), from, to, QString::number(page));
}
static const QString first = u"2026-10-23 12%3A00%3A00"_s;
static const QString settled = u"2026-11-22 11%3A45%3A00"_s;
static const QString present = u"2026-11-22 12%3A00%3A00"_s;

// Usage rows, their identity and their sums: contract 6.
class LitellmUsageTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfARow()
    {
        const UsageRecord row = rowsOf("167-spend-v2-call-id").first();
        QCOMPARE(row.sourceId, u"chatcmpl-466849cab5a3458d982b6ccc"_s);
        QCOMPARE(row.requestId, u"2b7b4d54-2c0e-467c-9386-473bd76facfb"_s); // what x-litellm-call-id said
        QCOMPARE(row.at.toString(Qt::ISODateWithMs), u"2026-11-22T14:58:26.941Z"_s);
        QCOMPARE(row.keyId, u"0216af86f2dffe6e1e3d6e819c5e80ca319c32a0ca8c32024dc088bfe3ee4c1a"_s);
        QCOMPARE(row.key, u"usage-key"_s);
        QCOMPARE(row.alias, u"chat-small"_s);
        QCOMPARE(row.upstream, u"openai"_s);
        QCOMPARE(row.model, u"openai/gpt-4o-mini"_s);
        QCOMPARE(row.family, u"chat"_s);
        QCOMPARE(row.status.value(), 200);
        QCOMPARE(row.ended, u"complete"_s);
        QCOMPARE(row.inputTokens.value(), 6);
        QCOMPARE(row.outputTokens.value(), 10);
        QCOMPARE(row.cachedTokens.value(), 0);
        QCOMPARE(row.reasoningTokens.value(), 0);
        QCOMPARE(row.costNanos.value(), 6'900); // 6.9e-06 on the wire
        QCOMPARE(row.currency, u"USD"_s);
        QCOMPARE(row.totalMs.value(), 5); // as told, though end and start are 6 apart
        QVERIFY(!row.firstTokenMs); // no stream: it would be the end
        QCOMPARE(row.origin, Origin::Sync);
    }

    void theOlderFormGivesTheSameRow() // microseconds, Z, a duration of its own
    {
        UsageRecord newer = rowsOf("167-spend-v2-call-id").first();
        const UsageRecord older = rowsOf("155-spend-v1-request-id").first();
        newer.totalMs = older.totalMs;
        QCOMPARE(older, newer);
    }

    void microsecondsAreKept()
    {
        const auto page =
            litellm::readRowPage(R"([{"request_id":"a","startTime":"2026-11-22T14:58:26.941325Z","metadata":{}}])");
        QCOMPARE(page->rows.first().at.toString(Qt::ISODateWithMs), u"2026-11-22T14:58:26.941Z"_s);
        QCOMPARE(page->rows.first().atMicros, 325);
    }

    void unknownIsNotZero()
    {
        const auto page =
            litellm::readRowPage(R"([{"request_id":"a","startTime":"2026-11-22 14:58:26","spend":null}])");
        const UsageRecord row = page->rows.first();
        QVERIFY(!row.costNanos && !row.inputTokens && !row.cachedTokens && !row.totalMs);
        QVERIFY(row.currency.isEmpty());
        QCOMPARE(row.at, QDateTime({2026, 11, 22}, {14, 58, 26}, Qt::UTC));
        QCOMPARE(row.requestId, u"a"_s);
    }

    void columnsThatHoldJsonAsTextAreRead()
    {
        const QByteArray metadata = "{\\\"user_api_key_alias\\\":\\\"ci\\\",\\\"litellm_call_id\\\":\\\"c1\\\","
                                    "\\\"usage_object\\\":{\\\"cache_read_input_tokens\\\":7}}";
        const auto page = litellm::readRowPage("[{\"request_id\":\"a\",\"startTime\":\"2026-11-22T14:58:26Z\","
                                               "\"metadata\":\""
            + metadata + "\"}]");
        QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
        QCOMPARE(page->rows.first().key, u"ci"_s);
        QCOMPARE(page->rows.first().requestId, u"c1"_s);
        QCOMPARE(page->rows.first().cachedTokens.value(), 7);
    }

    void howACallEnded_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("ended");
        QTest::addColumn<QString>("errorClass");
        const auto row = [](const char *name, const char *file, int at, int status, const char *ended,
                             const char *error) {
            QTest::newRow(name) << QString::fromLatin1(file) << at << status << QString::fromLatin1(ended)
                                << QString::fromLatin1(error);
        };
        row("rate limit", "170-spend-v2-failures", 0, 429, "refused", "ProxyRateLimitError");
        row("budget", "170-spend-v2-failures", 1, 422, "refused", "BudgetExceededError");
        row("model denied", "170-spend-v2-failures", 2, 403, "refused", "ModelAccessDeniedProxyException");
        row("no key", "170-spend-v2-failures", 3, -1, "refused", "Exception"); // it tells no status
        row("unknown key", "170-spend-v2-failures", 4, 401, "refused", "KeyNotFoundError");
        row("cut in mid-stream", "207-spend-v2-broken-stream", 0, 500, "upstream_cut", "APIConnectionError");
        row("caller gone", "208-spend-v2-client-gone", 0, 499, "client_left", "ClientDisconnected");
    }
    void howACallEnded()
    {
        QFETCH(QString, recording);
        QFETCH(int, row);
        const UsageRecord record = rowsOf(recording.toLatin1().constData()).at(row);
        QCOMPARE(record.status.value_or(-1), *static_cast<int *>(QTest::qData("status", qMetaTypeId<int>())));
        QTEST(record.ended, "ended");
        QTEST(record.errorClass, "errorClass");
    }

    void aBrokenStreamHasItsCostAndTheFirstTokenItsTime()
    {
        QCOMPARE(rowsOf("207-spend-v2-broken-stream").first().costNanos.value(), 27'000'000);
        const UsageRecord gone = rowsOf("208-spend-v2-client-gone").first();
        QCOMPARE(gone.firstTokenMs.value(), 20);
        QCOMPARE(gone.costNanos.value(), 23'000'000);
        QCOMPARE(gone.keyId, u"litellm_proxy_master_key"_s);
    }

    void familiesAreThoseOfTheCallsType_data()
    {
        QTest::addColumn<QString>("family");
        for (const auto &[type, family] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"acompletion", "chat"}, {"completion", "chat"}, {"aembedding", "embeddings"},
                 {"atext_completion", "completions"}, {"anthropic_messages", "messages"}, {"aresponses", "responses"},
                 {"aimage_generation", "images"}, {"arerank", "other"}, {"", ""}})
            QTest::newRow(type) << QString::fromLatin1(family);
    }
    void familiesAreThoseOfTheCallsType()
    {
        const QByteArray type = QTest::currentDataTag();
        const auto page = litellm::readRowPage(
            "[{\"request_id\":\"a\",\"startTime\":\"2026-11-22T14:58:26Z\",\"call_type\":\"" + type + "\"}]");
        QTEST(page->rows.first().family, "family");
    }

    void nothingThatMayHoldSecretsIsRead()
    {
        const auto page = litellm::readRowPage(
            R"([{"request_id":"a","startTime":"2026-11-22T14:58:26Z","messages":"sk-LEAK","response":{"x":"sk-LEAK"},
            "proxy_server_request":{"headers":"sk-LEAK"},"metadata":{"guardrail_information":"sk-LEAK",
            "error_information":{"error_class":"E","error_message":"sk-LEAK","traceback":"sk-LEAK"}}}])");
        const UsageRecord row = page->rows.first();
        for (const QString &text : {row.sourceId, row.requestId, row.key, row.alias, row.model, row.errorClass})
            QVERIFY(!text.contains(u"LEAK"_s));
    }

    void aWalkReadsPagesToAnEmptyOneAndEndsAtThePresent()
    {
        LitellmConnection f;
        f.answer(rows("v2", first, settled, 1), u"161-spend-v2-asc"_s);
        f.answer(rows("v2", first, settled, 2), u"165-spend-v2-beyond"_s);
        f.answer(rows("v2", settled, present, 1), u"165-spend-v2-beyond"_s);
        gateway::UsagePage page = finished(f.admin->usage()->after({})).value();
        QCOMPARE(page.rows.size(), 3);
        QVERIFY(page.complete);
        page = finished(f.admin->usage()->after(page.next)).value();
        QVERIFY(page.rows.isEmpty() && page.complete);
        QCOMPARE(page.until.value(), QDateTime({2026, 11, 22}, {11, 45}, Qt::UTC));
        page = finished(f.admin->usage()->after(page.next)).value();
        QVERIFY(!page.complete);
        QCOMPARE(page.next, u"2026-11-22T11:45:00Z"_s); // the next sync begins there again
        QCOMPARE(f.admin->usage()->overlap(), std::chrono::seconds(900));
    }

    void aWindowWithTooManyRowsIsCut()
    {
        LitellmConnection f;
        f.answerJson(rows("v2", first, settled, 1), R"({"data":[],"total":50000})");
        const auto page = finished(f.admin->usage()->after({})).value();
        QVERIFY(page.complete && page.rows.isEmpty());
        const qint64 seconds =
            QDateTime({2026, 10, 23}, {12, 0}, Qt::UTC).secsTo(QDateTime({2026, 11, 22}, {11, 45}, Qt::UTC));
        const QDateTime cut = QDateTime({2026, 10, 23}, {12, 0}, Qt::UTC).addSecs(seconds / 10);
        QCOMPARE(page.next, u"2026-10-23T12:00:00Z/%1/1"_s.arg(cut.toString(Qt::ISODate)));
    }

    // Within one time LiteLLM orders nothing: the rows of the last second are read anew, not counted on from.
    void behindAFullPageItGoesOnFromTheSecondOfItsLastRow_data()
    {
        QTest::addColumn<QStringList>("seconds"); // of a hundred rows: the first 99, the last
        QTest::addColumn<QString>("next");
        const QString start = u"2026-10-23T12:00:00Z"_s;
        const QString end = u"2026-11-22T11:45:00Z"_s;
        QTest::newRow("full") << QStringList{u"13:00:00.5"_s, u"13:00:07.9"_s}
                              << u"2026-10-23T13:00:07Z/"_s + end + u"/1"_s;
        QTest::newRow("newest first") << QStringList{u"13:00:07"_s, u"13:00:00"_s} << start + u'/' + end + u"/2"_s;
    }
    void behindAFullPageItGoesOnFromTheSecondOfItsLastRow()
    {
        QFETCH(QStringList, seconds);
        QJsonArray data;
        for (int i = 0; i < 100; ++i)
            data << QJsonObject{
                {u"request_id"_s, u"r%1"_s.arg(i)}, {u"startTime"_s, u"2026-10-23T%1Z"_s.arg(seconds.at(i / 99))}};
        LitellmConnection f;
        f.answerJson(rows("v2", first, settled, 1),
            QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson(QJsonDocument::Compact));
        const auto page = finished(f.admin->usage()->after({})).value();
        QCOMPARE(page.rows.size(), 100);
        QVERIFY(page.complete);
        QTEST(page.next, "next");
    }

    void aCountThatIsCutOffHalvesTheWindow()
    {
        LitellmConnection f;
        f.answerJson(u"GET /spend/logs/v2?start_date=2026-11-01 00%3A00%3A00&end_date=2026-11-01 02%3A00%3A00&page=1"
                     "&page_size=100&sort_by=startTime&sort_order=asc"_s,
            R"({"data":[],"total":10000,"total_is_capped":true})");
        const auto page = finished(f.admin->usage()->after(u"2026-11-01T00:00:00Z/2026-11-01T02:00:00Z/1"_s)).value();
        QCOMPARE(page.next, u"2026-11-01T00:00:00Z/2026-11-01T01:00:00Z/1"_s);
    }

    void aForeignCursorIsRejected()
    {
        LitellmConnection f;
        QCOMPARE(finished(f.admin->usage()->after(u"42"_s)).error().kind, FailureKind::Rejected);
        QVERIFY(f.http.calls.isEmpty());
    }

    void anOlderServerIsAskedTheOlderWay()
    {
        LitellmConnection f;
        const QByteArray missing = R"({"detail":"Not Found"})";
        f.answerJson(rows("v2", first, settled, 1), missing, 404);
        f.answerJson(rows("ui", first, settled, 1), missing, 404);
        f.answerJson(u"GET /spend/logs?start_date=2026-10-23&end_date=2026-10-25&summarize=false"_s,
            R"([{"request_id":"early","startTime":"2026-10-23T11:59:59Z"},{"request_id":"in","startTime":"2026-10-23T13:00:00Z"},
            {"request_id":"late","startTime":"2026-10-24T13:00:00Z"}])");
        const auto page = finished(f.admin->usage()->after({})).value();
        QCOMPARE(page.rows.size(), 1); // whole days come, the window is a part of them
        QCOMPARE(page.rows.first().sourceId, u"in"_s);
        QVERIFY(page.complete);
        QCOMPARE(page.next, u"2026-10-24T12:00:00Z"_s); // one day a window: there are no pages
        f.answerJson(u"GET /spend/logs?start_date=2026-10-24&end_date=2026-10-26&summarize=false"_s, "[]");
        QVERIFY(finished(f.admin->usage()->after(page.next)));
        QCOMPARE(f.http.calls.size(), 4); // it is not asked anew what it knows
    }

    void aCallIsFoundByItsCallIdAndByTheIdOfItsAnswer()
    {
        const auto found = [](const char *recording, const QString &id) {
            return litellm::rowOfCall(rowsOf(recording), id).value_or(UsageRecord()).sourceId;
        };
        const QString body = u"chatcmpl-466849cab5a3458d982b6ccc"_s;
        QCOMPARE(found("167-spend-v2-call-id", u"2b7b4d54-2c0e-467c-9386-473bd76facfb"_s), body);
        QCOMPARE(found("167-spend-v2-call-id", body), body);
        QVERIFY(
            found("168-spend-v2-responses-call-id", u"74be76ce-3925-4b4c-b139-abdbb64c280c"_s).startsWith(u"resp_"_s));
        QCOMPARE(found("170-spend-v2-failures", u"another"_s), QString()); // a filter that was ignored
        UsageRecord cached;
        cached.sourceId = u"r1_cache_hit1795359342"_s;
        QCOMPARE(litellm::rowOfCall({cached}, u"r1"_s)->sourceId, cached.sourceId);
    }

    void aRowThatIsNotThereYetIsNotFound()
    {
        LitellmConnection f;
        f.answer(rows("v2", first, u"2026-11-22 13%3A00%3A00"_s, 1) + u"&request_id=a%2Fb"_s, u"165-spend-v2-beyond"_s);
        QCOMPARE(finished(f.admin->usage()->byRequest(u"a/b"_s)).error().kind, FailureKind::NotFound);
    }

    void oldServersAnswerAnUnknownIdWithNull()
    {
        QVERIFY(litellm::readRowPage("[null]")->rows.isEmpty());
        QVERIFY(litellm::readRowPage(LitellmConnection::body(u"156-spend-v1-unknown-id"_s))->rows.isEmpty());
    }

    void sumsOfAllPagesAreAdded()
    {
        LitellmConnection f;
        const QString day =
            u"GET /user/daily/activity?start_date=2026-11-22&end_date=2026-11-22&page=%1&page_size=1000"_s;
        QByteArray last = LitellmConnection::body(u"192-daily-page"_s);
        f.answerJson(day.arg(1), last); // page 1 of 20: its metadata tells its own sums only
        last.replace("\"has_more\":true", "\"has_more\":false").replace("\"page\":1,", "\"page\":20,");
        f.answerJson(day.arg(2), last);
        const auto from = QDateTime({2026, 11, 22}, {10, 30}, Qt::UTC);
        const auto sums = finished(f.admin->usage()->totals(from, from.addSecs(3600))).value();
        QCOMPARE(sums.costNanos.value(), 2 * 260'000'000);
        QCOMPARE(sums.requests.value(), 68);
        QCOMPARE(sums.inputTokens.value(), 120);
        QCOMPARE(sums.outputTokens.value(), 200);
        QCOMPARE(sums.from, QDateTime({2026, 11, 22}, {}, Qt::UTC)); // whole days, and it says so
        QCOMPARE(sums.to, QDateTime({2026, 11, 23}, {}, Qt::UTC));
        QCOMPARE(sums.currency, u"USD"_s);
    }

    void aDayIsAskedForOnceWhenTheSpanEndsAtMidnight()
    {
        LitellmConnection f;
        f.answer(u"GET /user/daily/activity?start_date=2026-11-21&end_date=2026-11-21&page=1&page_size=1000"_s,
            u"live-daily"_s);
        const auto from = QDateTime({2026, 11, 21}, {}, Qt::UTC);
        QVERIFY(finished(f.admin->usage()->totals(from, from.addDays(1))));
    }

    void withoutDailyActivityTheSpendAloneIsTold()
    {
        LitellmConnection f;
        f.answerJson(u"GET /user/daily/activity?start_date=2026-11-22&end_date=2026-11-22&page=1&page_size=1000"_s,
            R"({"detail":"Not Found"})", 404);
        f.answer(u"GET /global/spend/logs"_s, u"180-global-spend-logs"_s);
        const auto from = QDateTime({2026, 11, 22}, {}, Qt::UTC);
        const auto sums = finished(f.admin->usage()->totals(from, from.addDays(1))).value();
        QCOMPARE(sums.costNanos.value(), 1'612'273'290);
        QVERIFY(!sums.requests);
    }

    void aWrongFieldIsNamed_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("named");
        QTest::newRow("time") << QByteArray("\"startTime\":\"noon\"") << u"usage rows[0].startTime: no time"_s;
        QTest::newRow("no time") << QByteArray("\"startTime\":null") << u"usage rows[0].startTime: no time"_s;
        QTest::newRow("cost") << QByteArray("\"spend\":\"a lot\"") << u"usage rows[0].spend: no number"_s;
        QTest::newRow("tokens") << QByteArray("\"prompt_tokens\":1.5")
                                << u"usage rows[0].prompt_tokens: no whole number"_s;
        QTest::newRow("metadata") << QByteArray("\"metadata\":[1]") << u"usage rows[0].metadata: no object"_s;
        QTest::newRow("usage") << QByteArray("\"metadata\":{\"usage_object\":5}")
                               << u"usage rows[0].metadata.usage_object: no object"_s;
        QTest::newRow("id") << QByteArray("\"request_id\":\"\"") << u"usage rows[0].request_id: no text"_s;
    }
    void aWrongFieldIsNamed()
    {
        QFETCH(QByteArray, field);
        QJsonObject row =
            QJsonDocument::fromJson("{\"request_id\":\"a\",\"startTime\":\"2026-11-22T14:58:26Z\"}").object();
        const QJsonObject other = QJsonDocument::fromJson('{' + field + '}').object();
        row[other.keys().first()] = other[other.keys().first()];
        const auto page = litellm::readRowPage(QJsonDocument(QJsonArray{row}).toJson());
        QVERIFY(!page);
        QTEST(page.error().detail, "named");
    }

private:
    static QList<UsageRecord> rowsOf(const char *recording)
    {
        const auto page = litellm::readRowPage(LitellmConnection::body(QString::fromLatin1(recording)));
        if (!page)
            qWarning() << page.error().detail;
        return page.value_or(litellm::RowPage()).rows;
    }
};

QTEST_GUILESS_MAIN(LitellmUsageTest)
#include "tst_litellm_usage.moc"
