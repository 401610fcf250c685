// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;
using gateway::UsagePage;

static const char probe[] = "GET /api/log/?p=1&page_size=2";
static const char anyWindow[] = "GET /api/log/?p=1&page_size=100&start_timestamp=*";

// The log of calls: what a row means, whose it is, and how a log is walked through.
class NewApiUsageTest : public QObject
{
    Q_OBJECT

private slots:
    void aCallIsRead()
    {
        NewApiServer s("n4");
        const UsageRecord row = only(s, "214-logrow-chat-alias");
        QCOMPARE(row.sourceId, u"log/54"_s);
        QCOMPARE(row.requestId, u"202611221456310451073458268d9d6F3lbBSKU"_s);
        QCOMPARE(row.at, QDateTime::fromSecsSinceEpoch(1795359391, Qt::UTC));
        QCOMPARE(row.keyId, u"1"_s);
        QCOMPARE(row.key, u"console-main"_s);
        QCOMPARE(row.alias, u"team-fast"_s);
        QCOMPARE(row.model, u"gpt-4o-mini"_s); // what it was mapped to
        QCOMPARE(row.upstream, u"openai-main"_s);
        QCOMPARE(row.family, u"chat"_s);
        QCOMPARE(row.status, 200);
        QCOMPARE(row.inputTokens, 25);
        QCOMPARE(row.outputTokens, 9);
        QCOMPARE(row.cachedTokens, 0);
        QCOMPARE(row.costNanos, 6'000);
        QCOMPARE(row.currency, u"USD"_s);
        QVERIFY(!row.firstTokenMs); // frt -1000: no stream
        QVERIFY(!row.totalMs); // 0 whole seconds say nothing
        QVERIFY(row.ended.isEmpty());
    }

    void whatEndedAStreamIsTold_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QByteArray>("recording");
        QTest::addColumn<QString>("ended");
        QTest::addColumn<qint64>("first");
        QTest::newRow("its own end") << QByteArray("n4") << QByteArray("215-logrow-chat-stream") << u"complete"_s
                                     << 2ll;
        QTest::newRow("the upstream") << QByteArray("n4") << QByteArray("232-logrow-up-errcut") << u"upstream_cut"_s
                                      << 1ll;
        QTest::newRow("the caller") << QByteArray("n4") << QByteArray("316-client-gone-stream") << u"client_left"_s
                                    << 2ll;
        QTest::newRow("the caller, in Flatkey's words")
            << QByteArray("flatkey") << QByteArray("320-client-gone-stream") << u"client_left"_s << 2ll;
    }
    void whatEndedAStreamIsTold()
    {
        QFETCH(QByteArray, server);
        QFETCH(QByteArray, recording);
        QFETCH(qint64, first);
        NewApiServer s(server);
        const UsageRecord row = only(s, recording);
        QTEST(row.ended, "ended");
        QCOMPARE(row.firstTokenMs, first);
    }

    void aFailedAttemptIsRead()
    {
        NewApiServer s("n4");
        const UsageRecord row = only(s, "227-logrow-up-err400");
        QCOMPARE(row.status, 400);
        QCOMPARE(row.errorClass, u"unsupported_value"_s);
        QCOMPARE(row.ended, u"error"_s);
        QCOMPARE(row.costNanos, 0);
        QVERIFY(!row.inputTokens && !row.outputTokens); // nothing was counted
    }

    // A task that failed after it was paid for. The quota is told as a positive number.
    void aRefundIsARowThatCostsLessThanNothing()
    {
        NewApiServer s("n4");
        const QJsonObject paid = s.rowsOf("213-logrow-chat-plain")[0].toObject();
        QJsonObject back = paid;
        back[u"id"_s] = paid["id"_L1].toInteger() + 1;
        back[u"type"_s] = 6;
        back[u"prompt_tokens"_s] = 0;
        back[u"completion_tokens"_s] = 0;
        back[u"request_id"_s] = QString();
        back[u"other"_s] = uR"({"task_id":"task_1"})"_s;
        const QList<UsageRecord> rows = read(s, {back, paid});
        QCOMPARE(rows.size(), 2);
        QVERIFY(*rows[1].costNanos > 0);
        QCOMPARE(rows[0].costNanos, -*rows[1].costNanos);
        QCOMPARE(rows[0].currency, u"USD"_s);
        QCOMPARE(rows[0].ended, u"refund"_s);
        QVERIFY(!rows[0].status && !rows[0].inputTokens && rows[0].sourceId != rows[1].sourceId);
        QCOMPARE(rows[0].key, rows[1].key);
        NewApiServer o("one-api"); // which has no such rows
        QJsonObject other = o.rowsOf("090-log-p0")[0].toObject();
        other[u"type"_s] = 6;
        QVERIFY(read(o, {other}).isEmpty());
    }

    void secondsAndMillisecondsAreNotMixedUp()
    {
        NewApiServer s("n4");
        QJsonObject slow = s.rowsOf("211-log-page1")[1].toObject();
        QCOMPARE(one(s, slow).totalMs, 3'000);
        NewApiServer o("one-api");
        QCOMPARE(rowsOf(o, "090-log-p0")[0].totalMs, 3'006);
    }

    void oneApiWritesDownTheMappedModel()
    {
        NewApiServer o("one-api");
        const UsageRecord row = rowsOf(o, "090-log-p0")[2];
        QCOMPARE(row.model, u"gpt-4o-mini"_s);
        QVERIFY(row.alias.isEmpty()); // which of its aliases that was is not told
        QCOMPARE(row.key, u"iplock"_s);
        QVERIFY(row.keyId.isEmpty());
        QCOMPARE(row.upstream, u"#1"_s);
        QCOMPARE(row.requestId, u"2026112214463957222185183750711"_s);
    }

    void cachedTokensAreInputInEveryFormat()
    {
        NewApiServer s("n4");
        QJsonObject row = s.rowsOf("213-logrow-chat-plain")[0].toObject();
        row[u"other"_s] = uR"({"cache_tokens":10,"request_path":"/v1/chat/completions"})"_s;
        QCOMPARE(one(s, row).inputTokens, 25);
        QCOMPARE(one(s, row).cachedTokens, 10);
        row[u"other"_s] =
            uR"({"cache_tokens":10,"cache_creation_tokens":5,"usage_semantic":"anthropic","request_path":"/v1/messages"})"_s;
        QCOMPARE(one(s, row).inputTokens, 40);
        QCOMPARE(one(s, row).family, u"messages"_s);
    }

    void detailsMayBeMissing_data()
    {
        QTest::addColumn<QJsonValue>("other");
        QTest::newRow("empty") << QJsonValue(QString());
        QTest::newRow("null as text") << QJsonValue(u"null"_s);
        QTest::newRow("null") << QJsonValue();
        QTest::newRow("cut") << QJsonValue(u"{\"frt\":"_s);
    }
    void detailsMayBeMissing()
    {
        QFETCH(QJsonValue, other);
        NewApiServer s("n4");
        QJsonObject row = s.rowsOf("213-logrow-chat-plain")[0].toObject();
        row[u"other"_s] = other;
        row[u"prompt_tokens"_s] = 0;
        row[u"completion_tokens"_s] = 0;
        const UsageRecord read = one(s, row);
        QCOMPARE(read.costNanos, 10'000);
        QVERIFY(!read.inputTokens && !read.cachedTokens && !read.firstTokenMs && read.family.isEmpty());
    }

    void onlyCallsAreRows_data()
    {
        QTest::addColumn<QByteArray>("recording");
        QTest::addColumn<int>("rows");
        QTest::newRow("n4 changes by admins") << QByteArray("239-log-type3") << 0;
        QTest::newRow("n4 a member's calls and sign-ins") << QByteArray("237-log-self-member") << 1;
        QTest::newRow("one-api tests of channels") << QByteArray("095-log-type5") << 0;
        QTest::newRow("one-api top-ups") << QByteArray("096-log-type1") << 0;
        QTest::newRow("n4 booked and failed attempts") << QByteArray("310-retry-rows") << 2;
    }
    void onlyCallsAreRows()
    {
        QFETCH(QByteArray, recording);
        QFETCH(int, rows);
        NewApiServer s(QByteArray(QTest::currentDataTag()).split(' ').first());
        QCOMPARE(rowsOf(s, recording).size(), rows);
    }

    void aTestOfAChannelBelongsToNoKey()
    {
        NewApiServer s("n4");
        const UsageRecord test = rowsOf(s, "244-log-model-exact")[2];
        QVERIFY(test.keyId.isEmpty() && test.key.isEmpty());
        QCOMPARE(test.costNanos, 6'000);
        QJsonObject flatkeys = s.rowsOf("244-log-model-exact")[2].toObject();
        flatkeys[u"token_id"_s] = -1;
        QVERIFY(one(s, flatkeys).keyId.isEmpty() && one(s, flatkeys).key.isEmpty());
    }

    void countedIdsAreNoIdentity_data()
    {
        QTest::addColumn<bool>("isMember");
        QTest::newRow("a member's log") << true;
        QTest::newRow("a log in ClickHouse") << false;
    }
    void countedIdsAreNoIdentity()
    {
        QFETCH(bool, isMember);
        NewApiServer s("n4");
        if (isMember)
            s.answer("GET /api/user/self", "093-member-self");
        const char *window = isMember ? "GET /api/log/self?p=1&page_size=100&start_timestamp=*" : anyWindow;
        const QJsonArray rows = s.rowsOf("235-log-self");
        s.answerRows(probe, {rows[0], rows[1]}, 79, 2);
        s.answerRows(window, rows, 5);
        const auto first = finished(s.admin->usage()->after({})).value().rows;
        QJsonArray moved = rows;
        for (int i = 0; i < moved.size(); ++i) { // newer rows came before them
            QJsonObject row = moved[i].toObject();
            row[u"id"_s] = i + 100;
            moved[i] = row;
        }
        s.answerRows(window, moved, 5);
        const auto second = finished(s.admin->usage()->after({})).value().rows;
        QVERIFY(first.size() > 1);
        for (qsizetype i = 0; i < first.size(); ++i)
            QCOMPARE(second[i].sourceId, first[i].sourceId);
    }

    void ownIdsAreTheIdentity()
    {
        NewApiServer s("n4");
        QCOMPARE(rowsOf(s, "244-log-model-exact")[1].sourceId, u"log/54"_s);
        NewApiServer n1("n1"); // nothing is asked to learn that
        QCOMPARE(rowsOf(n1, "161-log-model-exact")[0].sourceId, u"log/17"_s);
        QCOMPARE(n1.count(probe), 0);
    }

    void equalRowsOfOneSecondAreAllKept()
    {
        NewApiServer s("n1");
        s.answer("GET /api/user/self", "054-member-self");
        QJsonArray rows;
        for (int i = 0; i < 100; ++i)
            rows << s.rowsOf("155-log-self-member")[0];
        const QString from = u"GET /api/log/self?p=%1&page_size=100&start_timestamp=*"_s;
        s.answerRows(from.arg(1).toLatin1(), rows, 103);
        s.answerRows(from.arg(2).toLatin1(), {rows[0], rows[1], rows[2]}, 103);
        QSet<QString> ids;
        const UsagePage first = finished(s.admin->usage()->after({})).value();
        const UsagePage second = finished(s.admin->usage()->after(first.next)).value();
        for (const UsageRecord &row : first.rows + second.rows)
            ids << row.sourceId;
        QCOMPARE(ids.size(), 103);
    }

    void aWalkTakenUpInTheMiddleStartsItsWindowAgain()
    {
        NewApiServer s("n4");
        s.answer("GET /api/user/self", "093-member-self");
        s.http.answerRecorded(u"GET /api/log/self?p=1*"_s, s.file("235-log-self"));
        const UsagePage page =
            finished(s.admin->usage()->after(u"2026-11-20T00:00:00Z/2026-11-21T00:00:00Z/3"_s)).value();
        QCOMPARE(page.rows.size(), 5);
        QCOMPARE(page.next, u"2026-11-20T00:00:00Z/2026-11-21T00:00:00Z/2"_s);
    }

    void bothEndsOfAWindowCountThere()
    {
        NewApiServer s("n4");
        s.answer(probe, "076-admin10-log");
        s.answer(anyWindow, "240-log-type1");
        const UsagePage page =
            finished(s.admin->usage()->after(u"2026-11-20T00:00:00Z/2026-11-21T00:00:00Z/1"_s)).value();
        QCOMPARE(s.http.calls.last(),
            u"GET /api/log/?p=1&page_size=100&start_timestamp=1795132800&end_timestamp=1795219199"_s);
        QCOMPARE(page.next, u"2026-11-21T00:00:00Z"_s);
        QVERIFY(page.complete && page.rows.isEmpty());
        QCOMPARE(page.until, QDateTime({2026, 11, 21}, {0, 0}, Qt::UTC));
        const UsagePage newest = finished(s.admin->usage()->after(u"2026-11-22T14:59:00Z"_s)).value();
        QVERIFY(!newest.complete); // rows may still join
        QCOMPARE(s.admin->usage()->overlap(), std::chrono::seconds(180));
    }

    void theServersClockDecidesWhatIsNow()
    {
        NewApiServer s("n4");
        net::Exchange status = ScriptedHttp::recorded(s.file("019-status"));
        status.headers << net::Header{"Date", "Sun, 22 Nov 2026 16:00:00 GMT"}; // an hour ahead of ours
        s.http.answerWith(u"GET /api/status"_s, status);
        s.answer(probe, "076-admin10-log");
        s.answer(anyWindow, "240-log-type1");
        const UsagePage page = finished(s.admin->usage()->after(u"2026-11-22T15:58:00Z"_s)).value();
        QCOMPARE(page.until, QDateTime({2026, 11, 22}, {15, 59, 58}, Qt::UTC));
    }

    void whatTakesTooLongIsAskedForInHalves()
    {
        NewApiServer s("n4");
        s.answer(probe, "076-admin10-log");
        s.fail(anyWindow, FailureKind::Timeout);
        s.answer(
            "GET /api/log/?p=1&page_size=100&start_timestamp=1795132800&end_timestamp=1795154399", "240-log-type1");
        const UsagePage page =
            finished(s.admin->usage()->after(u"2026-11-20T00:00:00Z/2026-11-21T00:00:00Z/1"_s)).value();
        QCOMPARE(page.next, u"2026-11-20T06:00:00Z"_s);
        QCOMPARE(s.http.requests.last().limits.firstHeader, std::chrono::milliseconds(30'000));
    }

    void aForeignCursorIsRefused()
    {
        NewApiServer s("n4");
        QCOMPARE(finished(s.admin->usage()->after(u"key_7"_s)).error().kind, FailureKind::Rejected);
    }

private:
    static QList<UsageRecord> rowsOf(NewApiServer &s, const char *recording) { return read(s, s.rowsOf(recording)); }
    static QList<UsageRecord> read(NewApiServer &s, const QJsonArray &rows)
    {
        const bool bare = s.generation == "one-api"_L1;
        s.answerRows(probe, {QJsonObject{{u"id"_s, 9}}, QJsonObject{{u"id"_s, 8}}}, 9, 2);
        if (bare)
            s.answerJson("GET /api/log/?p=0&page_size=100&start_timestamp=*", NewApiServer::enveloped(rows));
        else
            s.answerRows(anyWindow, rows, int(rows.size()));
        return finished(s.admin->usage()->after({})).value().rows;
    }
    static UsageRecord one(NewApiServer &s, const QJsonObject &row) { return read(s, {row}).value(0); }
    // The only row of a recording, or of what was looked up beside a recorded call.
    static UsageRecord only(NewApiServer &s, const char *recording)
    {
        QJsonArray rows = s.rowsOf(recording);
        if (rows.isEmpty())
            rows = rowsBeside(s, recording);
        return one(s, rows[0].toObject());
    }
    static QJsonArray rowsBeside(const NewApiServer &s, const char *recording)
    {
        QFile file(QStringLiteral(TEST_DATA "/") + s.file(recording));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no recording %s", recording);
        return QJsonDocument::fromJson(file.readAll())["response"_L1]["rows"_L1].toArray();
    }
};

QTEST_GUILESS_MAIN(NewApiUsageTest)
#include "tst_newapi_usage.moc"
