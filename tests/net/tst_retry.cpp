// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "fakes/run_task.h"
#include "net/retry.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Gives its answers one after the other; the last one again and again.
class QueuedHttp final : public net::Http
{
public:
    QList<net::Exchange> answers;
    std::chrono::milliseconds delay{0};
    int calls = 0;

    Task<net::Exchange> send(net::Request) override
    {
        if (delay.count() > 0)
            co_await Pause(delay);
        co_return answers.at(qMin<qsizetype>(calls++, answers.size() - 1));
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame) override { return send(std::move(request)); }
};

static net::Exchange status(int code, QList<net::Header> headers = {})
{
    net::Exchange exchange;
    exchange.status = code;
    exchange.headers = std::move(headers);
    return exchange;
}

static net::Exchange failed(FailureKind kind)
{
    net::Exchange exchange;
    exchange.failure = Failure{kind, {}, 0};
    return exchange;
}

class RetryTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAreRepeatedUntilTheyWork()
    {
        QueuedHttp inner;
        inner.answers = {status(503), failed(FailureKind::Network), status(200)};
        QCOMPARE(answerOf(inner, "GET").status, 200);
        QCOMPARE(inner.calls, 3);
    }

    void theLastAnswerIsGivenWhenTriesEnd()
    {
        QueuedHttp inner;
        inner.answers = {status(502)};
        QCOMPARE(answerOf(inner, "GET").status, 502);
        QCOMPARE(inner.calls, 3);
    }

    void writesGoOutOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
            QTest::newRow(method) << QByteArray(method);
    }

    void writesGoOutOnce()
    {
        QFETCH(QByteArray, method);
        QueuedHttp inner;
        inner.answers = {failed(FailureKind::Network), status(200)};
        QVERIFY(answerOf(inner, method).failure);
        QCOMPARE(inner.calls, 1);
    }

    void lastingAnswersAreNotRepeated_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {200, 204, 301, 400, 401, 402, 403, 404, 409, 413, 422, 501})
            QTest::addRow("%d", code) << code;
    }

    void lastingAnswersAreNotRepeated()
    {
        QFETCH(int, code);
        QueuedHttp inner;
        inner.answers = {status(code)};
        QCOMPARE(answerOf(inner, "GET").status, code);
        QCOMPARE(inner.calls, 1);
    }

    void certificatesAreNotTriedAgain()
    {
        for (const FailureKind kind : {FailureKind::Tls, FailureKind::Redirected, FailureKind::TooLarge})
            QVERIFY(!net::pauseAfter(failed(kind), 1, 0.5));
    }

    void pausesGrowAndSpread()
    {
        const net::RetryPolicy policy{.attempts = 99, .first = 100ms, .longest = 1000ms};
        QCOMPARE(*net::pauseAfter(status(503), 1, 1.0, policy), 100ms);
        QCOMPARE(*net::pauseAfter(status(503), 1, 0.0, policy), 50ms);
        QCOMPARE(*net::pauseAfter(status(503), 3, 1.0, policy), 400ms);
        QCOMPARE(*net::pauseAfter(status(503), 70, 1.0, policy), 1000ms);
    }

    void retryAfterIsHonoured()
    {
        QCOMPARE(*net::pauseAfter(status(429, {{"Retry-After", "7"}}), 1, 0.0), 7000ms);
        QCOMPARE(*net::retryAfterOf(status(429,
                     {{"retry-after", "Sun, 22 Nov 2026 10:00:09 GMT"}, {"date", "Sun, 22 Nov 2026 10:00:00 GMT"}})),
            9000ms);
        QVERIFY(!net::pauseAfter(status(429, {{"Retry-After", "3600"}}), 1, 0.0));
        QVERIFY(!net::retryAfterOf(status(429, {{"Retry-After", "soon"}})));
        QVERIFY(!net::retryAfterOf(status(429, {{"Retry-After", "-5"}})));
        QVERIFY(net::pauseAfter(status(429, {{"Retry-After", "soon"}}), 1, 0.0));
    }

    void whoWaitedOutALimitWaitsOnce()
    {
        QueuedHttp inner;
        inner.answers = {failed(FailureKind::Timeout)};
        inner.delay = 20ms;
        net::RetryingHttp http(inner, {.first = 1ms, .longest = 2ms, .patience = 10ms});
        QVERIFY(finished(http.send(net::Request())).failure);
        QCOMPARE(inner.calls, 1);
    }

private:
    static net::Exchange answerOf(net::Http &inner, const QByteArray &method)
    {
        net::RetryingHttp http(inner, {.first = 1ms, .longest = 2ms});
        net::Request request;
        request.method = method;
        return finished(http.send(request));
    }
};

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retry.moc"
