// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyed_gateway.h"

// HTTP itself: keep-alive, chunked bodies, limits, and requests that two readers could read differently.
class HttpTest : public QObject, private KeyedGateway
{
    Q_OBJECT

private slots:
    void init()
    {
        proxy::Options options;
        options.limits.headMs = 300;
        options.limits.bodyMs = 300;
        options.limits.idleMs = 400;
        QVERIFY(startWith(options));
    }

    void oneConnectionServesManyCalls()
    {
        client::Connection connection(m_f->dataPort());
        for (int i = 0; i < 20; ++i) {
            connection.send(chat("Repeat: call " + std::to_string(i)));
            const client::Answer answer = connection.read();
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body.find("call " + std::to_string(i)) != std::string::npos);
        }
    }

    // A body whose members are in order and whose insides are not: found by fuzzing.
    void aBodyThatIsWrongInsideEndsNothing()
    {
        for (const char *messages : {"[1 2]", "[{\"role\":\"user\" \"content\":1}]", "[{]}", "[\"a\" 1]"}) {
            const std::string body = std::string(R"({"model":"test-echo","messages":)") + messages + '}';
            QVERIFY(client::ask(m_f->dataPort(), "POST", "/v1/chat/completions", m_key, body).status >= 200);
        }
        for (const char *member : {"\"stream\":nope", "\"stream_options\":nope", "\"max_tokens\":nope",
                 "\"generationConfig\":{\"m[1\":8,\"a\":[]n\"e1,g\":{\"maxOutputToCount\":2}}"})
            QVERIFY(m_f->chat(m_key, "test-echo", "hello", member).status >= 200);
        QCOMPARE(m_f->chat(m_key, "test-echo", "hello").status, 200);
    }

    void pipelinedCallsAreAnsweredInOrder()
    {
        client::Connection connection(m_f->dataPort());
        connection.send(
            chat("Repeat: the first") + chat("Repeat: the second", R"("stream":true)") + chat("Repeat: the third"));
        QVERIFY(connection.read().body.find("the first") != std::string::npos);
        QVERIFY(connection.read().body.find("[DONE]") != std::string::npos);
        QVERIFY(connection.read().body.find("the third") != std::string::npos);
    }

    void aRequestMayComeByteByByte()
    {
        client::Connection connection(m_f->dataPort());
        for (const char c : chat("Repeat: slowly"))
            connection.send(std::string(1, c));
        QCOMPARE(connection.read().status, 200);
    }

    void chunkedBodiesAreRead()
    {
        const std::string body = Fixture::chatBody("test-echo", "Repeat: in pieces");
        std::string request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_key
            + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (std::size_t at = 0; at < body.size(); at += 7)
            request += chunk(body.substr(at, 7));
        client::Connection connection(m_f->dataPort());
        connection.send(request + chunk({}));
        QVERIFY(connection.read().body.find("in pieces") != std::string::npos);
        connection.send(request + chunk({}));
        QCOMPARE(connection.read().status, 200);
    }

    void expectIsAnsweredBeforeTheBody()
    {
        const std::string all = client::requestText("POST", "/v1/chat/completions", m_key,
            Fixture::chatBody("test-echo", "Repeat: expected"), "Expect: 100-continue\r\n");
        const std::size_t body = all.find("\r\n\r\n") + 4;
        client::Connection connection(m_f->dataPort());
        connection.send(all.substr(0, body));
        QVERIFY(connection.readUntil("HTTP/1.1 100 Continue\r\n\r\n"));
        connection.send(all.substr(body));
        QCOMPARE(connection.read().status, 200);
    }

    void anOldClientGetsNoChunks()
    {
        const std::string body = Fixture::chatBody("test-echo", "Repeat: nineteen ninety-six", R"("stream":true)");
        client::Connection connection(m_f->dataPort());
        connection.send("POST /v1/chat/completions HTTP/1.0\r\nAuthorization: Bearer " + m_key
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        const client::Answer answer = connection.read();
        QCOMPARE(answer.header("transfer-encoding"), std::string());
        QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    }

    void ambiguousRequestsAreRefusedAndTheConnectionCloses_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<int>("status");
        QTest::addRow("two lengths") << QStringLiteral("Content-Length: 5\r\nContent-Length: 50\r\n") << 400;
        QTest::addRow("two lengths in one") << QStringLiteral("Content-Length: 5, 50\r\n") << 400;
        QTest::addRow("length and chunked")
            << QStringLiteral("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400;
        QTest::addRow("chunked and length")
            << QStringLiteral("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") << 400;
        QTest::addRow("coded twice") << QStringLiteral("Transfer-Encoding: gzip, chunked\r\n") << 400;
        QTest::addRow("unknown coding") << QStringLiteral("Transfer-Encoding: xchunked\r\n") << 400;
        QTest::addRow("negative length") << QStringLiteral("Content-Length: -1\r\n") << 400;
        QTest::addRow("length with a sign") << QStringLiteral("Content-Length: +5\r\n") << 400;
        QTest::addRow("folded header") << QStringLiteral("X: a\r\n b: c\r\nContent-Length: 5x\r\n") << 400;
        QTest::addRow("no length") << QString() << 411;
        QTest::addRow("too large") << QStringLiteral("Content-Length: 33554433\r\n") << 413;
        QTest::addRow("far too large") << QStringLiteral("Content-Length: 18446744073709551615\r\n") << 413;
    }

    void ambiguousRequestsAreRefusedAndTheConnectionCloses()
    {
        QFETCH(QString, headers);
        client::Connection connection(m_f->dataPort());
        connection.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_key + "\r\n"
            + headers.toStdString() + "\r\n0\r\n\r\nGET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + m_key + "\r\n\r\n");
        const client::Answer answer = connection.read();
        QTEST(answer.status, "status");
        QCOMPARE(answer.header("connection"), std::string("close"));
        QVERIFY(jsonOf(answer).value(QLatin1String("error")).isObject());
        QCOMPARE(connection.readAll(), std::string());
    }

    void aHugeHeadIsRefused()
    {
        client::Connection connection(m_f->dataPort());
        connection.send("GET /v1/models HTTP/1.1\r\nX-Long: " + std::string(80'000, 'x') + "\r\n\r\n");
        QCOMPARE(connection.read().status, 431);
    }

    void aBodyOfManyMegabytesIsServed()
    {
        Fixture f;
        QVERIFY(f.start());
        const auto answer = f.chat(f.newKey(), "test-echo", std::string(20U << 20, 'y'));
        QCOMPARE(answer.status, 200);
        QCOMPARE(f.lastRow().value(QLatin1String("input_tokens")).toInteger(), (20 << 20) / 4 + 3);
    }

    void chunkedBodiesHaveTheSameLimit()
    {
        Fixture f;
        QVERIFY(f.start());
        client::Connection connection(f.dataPort());
        connection.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        const std::string megabyte = chunk(std::string(1U << 20, ' '));
        for (int i = 0; i < 40 && connection.send(megabyte); ++i) {
        }
        QCOMPARE(connection.read().status, 413);
    }

    void slowHeadsAndBodiesAreTimedOut_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addRow("head") << QStringLiteral("POST /v1/chat/comp");
        QTest::addRow("body") << QStringLiteral(
            "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    }

    void slowHeadsAndBodiesAreTimedOut()
    {
        QFETCH(QString, sent);
        client::Connection connection(m_f->dataPort());
        connection.send(sent.toStdString());
        // A byte now and then does not help: the limit is for the whole part.
        for (int i = 0; i < 4; ++i) {
            QTest::qWait(60);
            connection.send("x");
        }
        QCOMPARE(connection.read().status, 408);
        QCOMPARE(connection.readAll(), std::string());
    }

    void idleConnectionsAreClosedWithoutAWord()
    {
        client::Connection connection(m_f->dataPort(), 3000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(connection.readAll(), std::string());
        QVERIFY(timer.elapsed() < 2500);
    }

    void garbageIsAnsweredOnceAndClosed()
    {
        client::Connection connection(m_f->dataPort());
        connection.send("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n");
        QCOMPARE(connection.read().status, 400);
    }

    void aClientThatLeavesEndsItsCall()
    {
        client::Connection connection(m_f->dataPort());
        connection.send(client::requestText("POST", "/v1/chat/completions", m_key,
            Fixture::chatBody("test-slow", "write the numbers 1 to 400", R"("stream":true)")));
        QVERIFY(connection.readUntil("7."));
        connection.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->rows().size(), 1, 2000);
        const QJsonObject row = m_f->lastRow();
        QCOMPARE(textAt(row, "ended"), QStringLiteral("client_left"));
        QVERIFY(row.value(QLatin1String("cost_nanos")).isNull());
        QVERIFY(row.value(QLatin1String("charged_nanos")).toInteger() > 0);
        QVERIFY(row.value(QLatin1String("total_ms")).toInteger() < 5000);
    }

    void aClientThatLeavesBeforeTheAnswerIsNoticedToo()
    {
        client::Connection connection(m_f->dataPort());
        connection.send(
            client::requestText("POST", "/v1/chat/completions", m_key, Fixture::chatBody("test-slow-header", "hello")));
        QTest::qWait(50);
        connection.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->rows().size(), 1, 1500);
        QCOMPARE(textAt(m_f->lastRow(), "ended"), QStringLiteral("client_left"));
        QCOMPARE(m_f->lastRow().value(QLatin1String("status")).toInt(), 499);
    }

    void stopLetsRunningCallsEnd()
    {
        client::Connection connection(m_f->dataPort());
        connection.send(client::requestText("POST", "/v1/chat/completions", m_key,
            Fixture::chatBody("test-slow", "write the numbers 1 to 12", R"("stream":true)")));
        QVERIFY(connection.readUntil("2."));
        m_f->gateway.stop(5000);
        const client::Answer answer = connection.read();
        QVERIFY(answer.whole);
        QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    }

    void stopDoesNotWaitLongerThanItMay()
    {
        client::Connection connection(m_f->dataPort());
        connection.send(client::requestText("POST", "/v1/chat/completions", m_key,
            Fixture::chatBody("test-slow", "write the numbers 1 to 4000", R"("stream":true)")));
        QVERIFY(connection.readUntil("2."));
        QElapsedTimer timer;
        timer.start();
        m_f->gateway.stop(100);
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(!connection.read().whole);
    }

private:
    std::string chat(const std::string &prompt, const std::string &members = {}) const
    {
        return client::requestText(
            "POST", "/v1/chat/completions", m_key, Fixture::chatBody("test-echo", prompt, members));
    }
    static std::string chunk(const std::string &bytes)
    {
        char size[16];
        std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
        return size + bytes + "\r\n";
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_http.moc"
