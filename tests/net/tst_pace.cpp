// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "net/pace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

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

// Of several programs, in one.
class MemoryBook final : public net::CallBook
{
public:
    net::CallsByLane calls;
    int busy = 0; // so many times somebody else is at it
    bool kept = true;

    Opened open(const std::function<void(net::CallsByLane &)> &change) override
    {
        if (busy > 0 && busy--)
            return Opened::Busy;
        if (!kept)
            return Opened::Never;
        change(calls);
        return Opened::Done;
    }
};

class PaceTest : public QObject
{
    Q_OBJECT

private slots:
    // As its gateways count: never more than the limit in any stretch of that length.
    void noStretchOfTimeHoldsMoreThanTheLimit()
    {
        net::CallLog log(180, 180s);
        QList<qint64> sent;
        qint64 now = 0;
        for (int i = 0; i < 1000; ++i) {
            now += i % 7 == 0 ? 400 : 0; // in bursts
            const qint64 at = now + log.state(now).until.count();
            log.add(at);
            now = at;
            sent << at;
        }
        for (qsizetype i = 180; i < sent.size(); ++i)
            QVERIFY2(sent[i] - sent[i - 180] >= 180'000, qPrintable(QString::number(i)));
        QVERIFY2(sent.last() <= 6 * 180'000, "slower than allowed");
    }

    void aLimitThatIsUsedUpOpensAsItsOldestCallsPass()
    {
        net::CallLog log(3, 6s);
        for (const qint64 at : {1000, 2000, 2500})
            log.add(at);
        QCOMPARE(log.state(2500).left, 0);
        QCOMPARE(log.state(2500).until, 4500ms);
        log.add(7000); // it waits for that
        QCOMPARE(log.state(2500).until, 5500ms);
        QCOMPARE(log.state(7000).left, 0);
        QCOMPARE(log.state(8000).left, 1);
        QCOMPARE(log.state(8000).until, 0ms);
        QCOMPARE(log.state(100'000).left, 3);
    }

    void aCallThatWaitsLongerIsCountedToo()
    {
        net::CallLog log(2, 10s);
        log.add(9000); // of a lane that is used up until then
        log.add(0);
        QCOMPARE(log.state(0).until, 10s);
        log.add(10'000);
        QCOMPARE(log.state(10'000).until, 9s);
    }

    void aClosedLaneStaysClosedUntilItsTime()
    {
        net::CallLog log(5, 5s);
        log.refused(0, 3000ms);
        QCOMPARE(log.state(1000).left, 0);
        QCOMPARE(log.state(1000).until, 2000ms);
        QCOMPARE(log.state(3000).until, 0ms);
        QCOMPARE(log.state(3000).left, 5);
    }

    void whereNoTimeIsToldTheWaitDoubles()
    {
        net::CallLog log(5, 5s);
        qint64 now = 0;
        for (const auto wait : {60s, 120s, 240s, 480s, 960s, 1200s, 1200s}) {
            log.refused(now, {});
            log.refused(now + 10, {}); // went out together with the first
            QCOMPARE(log.state(now).until, milliseconds(wait));
            now += milliseconds(wait).count();
        }
        log.served();
        log.refused(now, {});
        QCOMPARE(log.state(now).until, 60s);
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
        QCOMPARE(paced.state().left, 8); // those of a lane count in the general one too
        QCOMPARE(paced.state("unheard of").calls, 0);
        const QList<net::LaneState> lanes = paced.lanes();
        QCOMPARE(lanes.size(), 2);
        QCOMPARE(lanes.last().pace.lane, QByteArray("critical"));
        QCOMPARE(lanes.last().now.left, 0);
    }

    void programsWithOneBookKeepALimitTogether()
    {
        NotingHttp inner;
        inner.answer.status = 200;
        MemoryBook book;
        const QList<net::Pace> paces{{{}, 100, 180s}, {"critical", 3, 1200s}, {"short", 1, 30s}};
        net::PacedHttp window(inner, paces, 1s, &book);
        net::PacedHttp gwctl(inner, paces, 1s, &book);
        for (net::PacedHttp *each : {&window, &gwctl, &window})
            QCOMPARE(finished(each->send(requestIn("critical"))).status, 200);
        for (net::PacedHttp *each : {&window, &gwctl})
            QCOMPARE(finished(each->send(requestIn("critical"))).failure->kind, FailureKind::RateLimited);
        QCOMPARE(inner.sent.size(), 3);
        QCOMPARE(gwctl.state("critical").left, 0);
        QVERIFY(gwctl.state("critical").until > 1190s && gwctl.state("critical").until <= 1201s);
        QCOMPARE(gwctl.state().left, 97);
        for (net::PacedHttp *each : {&window, &gwctl})
            QCOMPARE(finished(each->send(requestIn("short"))).status, 200); // over before another comes to count
        QVERIFY(!book.calls.contains("short"));
    }

    void aLaneThatOneFoundClosedIsClosedForAll()
    {
        NotingHttp inner;
        inner.answer.status = 429;
        inner.answer.headers = {{"Retry-After", "7200"}};
        MemoryBook book;
        net::PacedHttp window(inner, {{{}, 100, 180s}}, 1s, &book);
        net::PacedHttp gwctl(inner, {{{}, 100, 180s}}, 1s, &book);
        finished(window.send(requestIn({})));
        QVERIFY(finished(gwctl.send(requestIn({}))).failure);
        QVERIFY(gwctl.state().until > 7190s);
        QCOMPARE(inner.sent.size(), 1);
    }

    void whoCannotHaveTheBookCountsAlone()
    {
        NotingHttp inner;
        inner.answer.status = 200;
        MemoryBook book;
        net::PacedHttp paced(inner, {{{}, 2, 180s}}, 0ms, &book);
        book.busy = 3;
        net::Request write = requestIn({});
        write.method = "PUT";
        QCOMPARE(finished(paced.send(write)).status, 200);
        QCOMPARE(book.busy, 0);
        QCOMPARE(book.calls[{}].times.size(), size_t(1)); // it was waited for
        book.kept = false;
        QCOMPARE(finished(paced.send(write)).status, 200);
        QVERIFY(finished(paced.send(write)).failure);
        QCOMPARE(inner.sent.size(), 2);
    }

    // Of a clock that was set back, or of a file that somebody wrote into.
    void whatABookHoldsFromTheFutureClosesNothing()
    {
        NotingHttp inner;
        inner.answer.status = 200;
        MemoryBook book;
        const qint64 farAhead = QDateTime::currentMSecsSinceEpoch() + 1000LL * 3600 * 48;
        book.calls[{}] = {{farAhead, farAhead + 1, farAhead + 2}, farAhead, -5};
        net::PacedHttp paced(inner, {{{}, 2, 180s}}, 0ms, &book);
        QCOMPARE(finished(paced.send(requestIn({}))).status, 200);
        QCOMPARE(paced.state().left, 1);
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

    void aBare429ClosesItsLaneForAMinute()
    {
        NotingHttp inner;
        inner.answer.status = 429;
        net::PacedHttp paced(inner, {{{}, 100, 10s}, {"critical", 20, 1200s}}, 1s);
        QCOMPARE(finished(paced.send(requestIn("critical"))).status, 429);
        QVERIFY(paced.state("critical").until > 59s);
        QCOMPARE(paced.state().left, 99); // and no other
        QCOMPARE(inner.sent.size(), 1);
    }

    void aReadWaitsOutALimitAndAWriteDoesNot()
    {
        NotingHttp inner;
        inner.answer.status = 200;
        net::PacedHttp paced(inner, {{{}, 1, 0s}, {"critical", 1, 0s}}, 0ms); // one a second, with the margin
        for (int i = 0; i < 2; ++i)
            QCOMPARE(finished(paced.send(requestIn({}))).status, 200);
        net::Request write = requestIn({});
        write.method = "PUT";
        QVERIFY(finished(paced.send(write)).failure);
        QVERIFY(finished(paced.send(requestIn("critical"))).failure); // the general limit is used up
        QCOMPARE(inner.sent.size(), 2);
    }

    void aReadThatWasRefusedGoesOutAgain()
    {
        NotingHttp inner;
        inner.answer.status = 429;
        inner.answer.body = R"({"error":"busy"})";
        inner.answer.headers = {{"Retry-After", "0"}};
        net::PacedHttp paced(inner, {{{}, 100, 10s}});
        QCOMPARE(finished(paced.send(requestIn({}))).status, 429);
        QCOMPARE(inner.sent.size(), 3);
        net::Request write = requestIn({});
        write.method = "PUT";
        finished(paced.send(write));
        QCOMPARE(inner.sent.size(), 4);
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
