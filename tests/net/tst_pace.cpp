// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "net/pace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Notes what goes out.
class NotingHttp final : public net::Http
{
public:
    net::Exchange answer;
    QList<QByteArray> sent;
    int streams = 0;

    Task<net::Exchange> send(net::Request request) override
    {
        sent << request.method;
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request, net::OnFrame) override
    {
        ++streams;
        co_return answer;
    }
};

class PaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aBucketGivesItsAllowanceAtOnceThenOneAtATime()
    {
        net::Bucket bucket(3, 6s);
        QCOMPARE(bucket.take(1000), 0ms);
        QCOMPARE(bucket.take(1000), 0ms);
        QCOMPARE(bucket.take(1000), 0ms);
        QCOMPARE(bucket.take(1000), 2000ms);
        QCOMPARE(bucket.take(1500), 3500ms);
        QCOMPARE(bucket.state(1500).left, 0);
        QCOMPARE(bucket.state(100'000).left, 3);
    }

    void whatIsLeftGrowsWithTime()
    {
        net::Bucket bucket(2, 2s);
        bucket.take(0);
        QCOMPARE(bucket.state(0).left, 1);
        bucket.take(0);
        QCOMPARE(bucket.state(0).left, 0);
        QCOMPARE(bucket.state(0).until, 1000ms);
        QCOMPARE(bucket.state(1000).left, 1);
        QCOMPARE(bucket.state(1000).until, 0ms);
    }

    void aClosedBucketStaysClosedUntilItsTime()
    {
        net::Bucket bucket(5, 5s);
        bucket.close(3000);
        QCOMPARE(bucket.state(1000).left, 0);
        QCOMPARE(bucket.take(1000), 2000ms);
        QCOMPARE(bucket.state(3000).until, 0ms);
    }

    void callsOfALaneCountAgainstItAlone()
    {
        NotingHttp inner;
        inner.answer.status = 200;
        net::PacedHttp paced(inner, {{{}, 10, 10s}, {"critical", 1, 1200s}}, 1s);
        QCOMPARE(finished(paced.send(requestIn("critical"))).status, 200);
        const net::Exchange refused = finished(paced.send(requestIn("critical")));
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->kind, FailureKind::RateLimited);
        QVERIFY2(refused.failure->detail.contains(u"not sent"_s), qPrintable(refused.failure->detail));
        QCOMPARE(inner.sent.size(), 1);
        QCOMPARE(finished(paced.send(requestIn({}))).status, 200);
        QCOMPARE(paced.state().left, 9);
        QCOMPARE(paced.state("unheard of").calls, 0);
        const QList<net::LaneState> lanes = paced.lanes();
        QCOMPARE(lanes.size(), 2);
        QCOMPARE(lanes.last().pace.lane, QByteArray("critical"));
        QCOMPARE(lanes.last().now.left, 0);
    }

    void a429ClosesTheLaneForAsLongAsItSays()
    {
        NotingHttp inner;
        inner.answer.status = 429;
        inner.answer.headers = {{"Retry-After", "60"}};
        net::PacedHttp paced(inner, {{{}, 100, 10s}}, 1s);
        finished(paced.send(requestIn({})));
        QCOMPARE(paced.state().left, 0);
        QVERIFY(paced.state().until > 59s);
        QVERIFY(finished(paced.send(requestIn({}))).failure);
        QCOMPARE(inner.sent.size(), 1);
    }

    void withoutALimitNothingWaits()
    {
        NotingHttp inner;
        inner.answer.status = 429;
        net::PacedHttp paced(inner, {});
        for (int i = 0; i < 50; ++i)
            finished(paced.send(requestIn({})));
        QCOMPARE(inner.sent.size(), 50);
    }

    void aLockedConnectionSendsNothingThatChanges_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<net::Effect>("effect");
        QTest::addColumn<bool>("passes");
        QTest::newRow("GET") << QByteArray("GET") << net::Effect::ByMethod << true;
        QTest::newRow("POST") << QByteArray("POST") << net::Effect::ByMethod << false;
        QTest::newRow("PUT") << QByteArray("PUT") << net::Effect::ByMethod << false;
        QTest::newRow("DELETE") << QByteArray("DELETE") << net::Effect::ByMethod << false;
        QTest::newRow("POST that reads") << QByteArray("POST") << net::Effect::Reads << true;
        QTest::newRow("GET that changes") << QByteArray("GET") << net::Effect::Writes << false;
    }
    void aLockedConnectionSendsNothingThatChanges()
    {
        QFETCH(QByteArray, method);
        QFETCH(net::Effect, effect);
        QFETCH(bool, passes);
        for (const bool locked : {true, false}) {
            NotingHttp inner;
            net::ReadOnlyHttp guarded(inner, locked);
            net::Request request;
            request.method = method;
            request.effect = effect;
            const net::Exchange sent = finished(guarded.send(request));
            const net::Exchange streamed = finished(guarded.stream(request, {}));
            QCOMPARE(!sent.failure, passes || !locked);
            QCOMPARE(!streamed.failure, passes || !locked);
            QCOMPARE(inner.sent.size() + inner.streams, passes || !locked ? 2 : 0);
            if (sent.failure)
                QCOMPARE(sent.failure->kind, FailureKind::Locked);
        }
    }

private:
    static net::Request requestIn(const QByteArray &lane)
    {
        net::Request request;
        request.lane = lane;
        return request;
    }
};

QTEST_GUILESS_MAIN(PaceTest)
#include "tst_pace.moc"
