// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "tls_client.h"
#include <QProcess>

// Where a gateway may listen, and TLS on both of its ports.
class ListenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QProcess make;
        make.start(QStringLiteral(SOURCE_DIR "/tests/servers/make-certificates.sh"), {m_dir.path()});
        QVERIFY(make.waitForFinished(20'000));
        QCOMPARE(make.exitCode(), 0);
    }

    void plainHttpBeyondLoopbackNeedsAWord()
    {
        proxy::Options options;
        options.host = "0.0.0.0";
        QVERIFY(whyNot(options).find("--tls-cert") != std::string::npos);
        options.insecureListen = true;
        Fixture f(options);
        QVERIFY(f.start());
        QCOMPARE(client::ask(f.dataPort(), "GET", "/v1/models", f.newKey()).status, 200);
    }

    void demoKeysNeverLeaveTheMachine()
    {
        proxy::Options options;
        options.host = "0.0.0.0";
        options.insecureListen = true;
        options.seed = proxy::Seed::Demo;
        QVERIFY(whyNot(options).find("demo keys") != std::string::npos);
        options.certFile = file("server.pem");
        options.keyFile = file("server.key");
        QVERIFY(whyNot(options).find("demo keys") != std::string::npos);
        options.host = "127.0.0.1";
        options.certFile.clear();
        options.keyFile.clear();
        options.dbPath = file("demo.db");
        QCOMPARE(whyNot(options), std::string());
        options.seed = proxy::Seed::Empty; // the same database: its keys are still there
        options.host = "0.0.0.0";
        QVERIFY(whyNot(options).find("demo keys") != std::string::npos);
    }

    void bothPortsSpeakTls()
    {
        Fixture f(secure());
        QVERIFY(f.start());
        QVERIFY(f.gateway.started().dataUrl.starts_with("https://127.0.0.1:"));
        QVERIFY(f.gateway.started().adminUrl.starts_with("https://127.0.0.1:"));
        client::TlsConnection admin(f.adminPort(), file("ca.pem"), "localhost");
        QVERIFY(admin.connected());
        QVERIFY(admin.send(client::requestText("GET", "/admin/v1/keys", adminKey, {})));
        QVERIFY(admin.readUntil("\"items\"").starts_with("HTTP/1.1 200"));
        client::TlsConnection data(f.dataPort(), file("ca.pem"), "localhost");
        for (int i = 0; i < 3; ++i) {
            QVERIFY(data.send(client::requestText("GET", "/v1/models", secret, {})));
            const std::string answer = data.readUntil("]}");
            QVERIFY(answer.starts_with("HTTP/1.1 200") && answer.find("test-echo") != std::string::npos);
        }
    }

    void streamsAndLargeBodiesGoOverTls()
    {
        Fixture f(secure());
        QVERIFY(f.start());
        client::TlsConnection one(f.dataPort(), file("ca.pem"), "localhost");
        QVERIFY(one.send(chat("test-echo", "write the numbers 1 to 200", R"("stream":true)")));
        const std::string streamed = one.readUntil("0\r\n\r\n");
        QVERIFY(streamed.find(" 200") != std::string::npos && streamed.find("data: [DONE]") != std::string::npos);
        client::TlsConnection two(f.dataPort(), file("ca.pem"), "localhost");
        QVERIFY(two.send(chat("test-echo", std::string(2'000'000, 'q'))));
        QVERIFY(two.readUntil("\"total_tokens\":").find("\"prompt_tokens\":500") != std::string::npos); // 4 bytes each
    }

    void oldVersionsAndPlainHttpAreNotServed()
    {
        Fixture f(secure());
        QVERIFY(f.start());
        QVERIFY(!client::TlsConnection(f.dataPort(), file("ca.pem"), "localhost", TLS1_1_VERSION).connected());
        const client::TlsConnection both(f.dataPort(), file("ca.pem"), "localhost", TLS1_2_VERSION);
        QCOMPARE(both.version(), std::string("TLSv1.2"));
        client::Connection plain(f.dataPort());
        plain.send(client::requestText("GET", "/v1/models", secret, {}));
        QCOMPARE(plain.readAll().find("HTTP/1.1"), std::string::npos);
        QVERIFY(!client::TlsConnection(f.dataPort(), file("ca.pem"), "example.com").connected());
    }

    void aTlsHandshakeHasItsTime()
    {
        proxy::Options options = secure();
        options.limits.headMs = 200;
        Fixture f(options);
        QVERIFY(f.start());
        client::Connection silent(f.dataPort(), 10'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(silent.readAll(), std::string());
        QVERIFY(timer.elapsed() < 8000);
    }

    void aTlsClientThatLeavesEndsItsCall()
    {
        Fixture f(secure());
        QVERIFY(f.start());
        client::TlsConnection data(f.dataPort(), file("ca.pem"), "localhost");
        QVERIFY(data.send(chat("test-slow", "write the numbers 1 to 4000", R"("stream":true)")));
        QVERIFY(data.readUntil("5.").find("5.") != std::string::npos);
        data.leave();
        QTRY_COMPARE_WITH_TIMEOUT(f.gateway.counters().openStreams, 0, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(f.gateway.counters().rowsWritten, 1, 5000);
    }

    void filesThatCannotBeUsedAreNamed()
    {
        proxy::Options options = secure();
        options.keyFile = file("ca.key"); // of another certificate
        QVERIFY(whyNot(options).find("ca.key") != std::string::npos);
        options.certFile = "/nonexistent/cert.pem";
        QVERIFY(whyNot(options).find("/nonexistent/cert.pem") != std::string::npos);
        options.keyFile.clear();
        QVERIFY(whyNot(options).find("missing") != std::string::npos);
    }

private:
    std::string file(const char *name) const { return m_dir.filePath(QLatin1String(name)).toStdString(); }
    proxy::Options secure() const
    {
        proxy::Options options;
        options.certFile = file("server.pem");
        options.keyFile = file("server.key");
        options.keys = {{"k", secret, {}, {}, {}, true}};
        return options;
    }
    static std::string chat(const std::string &model, const std::string &prompt, const std::string &members = {})
    {
        return client::requestText("POST", "/v1/chat/completions", secret, Fixture::chatBody(model, prompt, members));
    }
    // Why it does not start; "" when it does.
    static std::string whyNot(const proxy::Options &options)
    {
        Fixture f(options);
        const auto started = f.gateway.start(f.options);
        if (!started && started.error().kind != proxy::StartFailure::BadOptions)
            return "another kind of failure";
        return started ? std::string() : started.error().detail;
    }

    inline static const std::string secret = "sk-test-of-the-tls-port";
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ListenTest)
#include "tst_listen.moc"
