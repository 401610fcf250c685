// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;
using gateway::UsagePage;

static const char probe[] = "GET /api/log/?p=1&page_size=2";
static const char anyWindow[] = "GET /api/log/?p=1&page_size=100&start_timestamp=*";

// Which row is which: the identity that stays with one, and the row of one call.
class NewApiRowsTest : public QObject
{
    Q_OBJECT

private slots:
    // A log that just begins: asked when it has no row, one, two and three, by another session each time and by one that
    // stays. What identifies a row must not change when more can be told of the log.
    void aRowOfAYoungLogKeepsItsIdentity_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<bool>("counted"); // the ids: the log is kept in ClickHouse
        QTest::addColumn<qint64>("first"); // the id of the first row
        QTest::newRow("New API") << QByteArray("n4") << false << 1ll;
        QTest::newRow("New API, rows before were deleted") << QByteArray("n4") << false << 7ll;
        QTest::newRow("New API, ClickHouse") << QByteArray("n4") << true << 1ll;
        QTest::newRow("Flatkey") << QByteArray("flatkey") << false << 1ll;
    }
    void aRowOfAYoungLogKeepsItsIdentity()
    {
        QFETCH(QByteArray, server);
        QFETCH(bool, counted);
        QFETCH(qint64, first);
        NewApiServer stays(server);
        QSet<QString> seen;
        for (int size = 0; size <= 3; ++size) {
            NewApiServer fresh(server);
            for (NewApiServer *s : {&stays, &fresh}) {
                const QJsonArray rows = youngLog(*s, size, counted, first);
                QJsonArray probed = rows;
                while (probed.size() > 2)
                    probed.removeLast();
                s->answerRows(probe, probed, size, 2);
                s->answerRows(anyWindow, rows, size);
                const UsagePage page = finished(s->admin->usage()->after({})).value();
                QCOMPARE(page.rows.size(), size);
                for (const UsageRecord &row : page.rows)
                    seen << row.sourceId;
            }
            QCOMPARE(seen.size(), size);
        }
    }

    void rowsThatCameAfterTheFirstLookTellWhatIdsAre()
    {
        NewApiServer s("n4");
        s.answerRows(probe, {}, 0, 2);
        s.answerRows(anyWindow, youngLog(s, 3, false, 1), 3);
        QCOMPARE(finished(s.admin->usage()->after({}))->rows.first().sourceId, u"log/3"_s);
    }

    void theBookedRowOfARequestIsTaken()
    {
        NewApiServer s("n4");
        s.answer(probe, "076-admin10-log");
        const QString id = u"202611221512187573470258268d9d6eg1RRsUT"_s;
        const QString call = u"GET /api/log/?p=1&page_size=100&request_id="_s + id;
        s.answer(call.toLatin1(), "310-retry-rows");
        const auto row = finished(s.admin->usage()->byRequest(id)).value();
        QCOMPARE(row.sourceId, u"log/206"_s);
        QCOMPARE(row.upstream, u"retry-b0338"_s);
        QJsonArray turned = s.rowsOf("310-retry-rows");
        turned.append(turned.takeAt(0));
        s.answerRows(call.toLatin1(), turned, 2);
        QCOMPARE(finished(s.admin->usage()->byRequest(id))->sourceId, u"log/206"_s);
    }

    void aFilterThatIsIgnoredIsNoAnswer()
    {
        NewApiServer s("n4");
        s.answer(probe, "076-admin10-log");
        s.answer("GET /api/log/?p=1&page_size=100&request_id=nobody", "211-log-page1");
        QCOMPARE(finished(s.admin->usage()->byRequest(u"nobody"_s)).error().kind, FailureKind::NotFound);
    }

    void oldOnesHaveNoRequestIds()
    {
        NewApiServer s("n1");
        QCOMPARE(finished(s.admin->usage()->byRequest(u"x"_s)).error().kind, FailureKind::Unsupported);
    }

    void oneApisRowIsSoughtAroundItsTime()
    {
        NewApiServer s("one-api");
        const QString window =
            u"GET /api/log/?p=%1&page_size=100&start_timestamp=1795358789&end_timestamp=1795359693"_s;
        QJsonArray other;
        for (int i = 0; i < 10; ++i)
            other << s.rowsOf("090-log-p0")[0];
        s.answerJson(window.arg(0).toLatin1(), NewApiServer::enveloped(other));
        s.answer(window.arg(1).toLatin1(), "091-log-p1");
        s.answer("GET /api/log/?p=0&page_size=100&start_timestamp=*", "090-log-p0"); // its zone is UTC
        const auto row = finished(s.admin->usage()->byRequest(u"2026112214463485997200741672865"_s));
        QCOMPARE(row->sourceId, u"log/8"_s);
        QCOMPARE(finished(s.admin->usage()->byRequest(u"2026112214463400000000000000000"_s)).error().kind,
            FailureKind::NotFound);
        QCOMPARE(finished(s.admin->usage()->byRequest(u"no time"_s)).error().kind, FailureKind::NotFound);
    }

    // Its ids go by its own clock: eight hours ahead here, and behind.
    void oneApisRowIsFoundInAnyTimeZone_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::newRow("Shanghai") << 8 * 3600ll;
        QTest::newRow("Kathmandu") << 5 * 3600ll + 2700;
        QTest::newRow("New York") << -5 * 3600ll;
    }
    void oneApisRowIsFoundInAnyTimeZone()
    {
        QFETCH(qint64, ahead);
        NewApiServer s("one-api");
        QJsonArray rows;
        for (const QJsonValue &one : s.rowsOf("091-log-p1")) {
            QJsonObject row = one.toObject();
            row[u"request_id"_s] = moved(row["request_id"_L1].toString(), ahead);
            rows << row;
        }
        const QString id = moved(u"2026112214463485997200741672865"_s, ahead);
        const QString call = u"GET /api/log/?p=0&page_size=100&start_timestamp="_s;
        s.answerJson((call + u"1795*"_s).toLatin1(), NewApiServer::enveloped(QJsonArray()));
        s.answerJson((call + u"1792*"_s).toLatin1(), NewApiServer::enveloped(QJsonArray{rows.last()})); // of a month
        s.answerJson((call + u"1795358789&end_timestamp=1795359693"_s).toLatin1(), NewApiServer::enveloped(rows));
        const auto row = finished(s.admin->usage()->byRequest(id));
        QVERIFY2(row, qPrintable(row ? QString() : row.error().detail));
        QCOMPARE(row->sourceId, u"log/8"_s);
        const QString none = moved(u"2026112214463400000000000000000"_s, ahead);
        QCOMPARE(finished(s.admin->usage()->byRequest(none)).error().kind, FailureKind::NotFound);
    }

private:
    static QString moved(const QString &requestId, qint64 seconds)
    {
        QDateTime began = QDateTime::fromString(requestId.left(14), u"yyyyMMddHHmmss"_s);
        began.setTimeSpec(Qt::UTC);
        return began.addSecs(seconds).toString(u"yyyyMMddHHmmss"_s) + requestId.mid(14);
    }
    // Newest first, a second apart; counted ids tell only the place in the answer.
    static QJsonArray youngLog(const NewApiServer &s, int size, bool counted, qint64 first)
    {
        QJsonArray rows;
        for (int i = 0; i < size; ++i) {
            QJsonObject row = s.rowsOf(s.generation == "n4"_L1 ? "211-log-page1" : "197-log-page1")[0].toObject();
            row[u"type"_s] = 2;
            row[u"id"_s] = counted ? i + 1 : first + size - 1 - i;
            row[u"created_at"_s] = 1795359391 + size - i;
            rows << row;
        }
        return rows;
    }
};

QTEST_GUILESS_MAIN(NewApiRowsTest)
#include "tst_newapi_rows.moc"
