// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <functional>
#include <QProcess>
#include <thread>

namespace {

// Listens, and plays a fixed part to each connection in turn.
class RawServer final
{
public:
    explicit RawServer(std::function<void(int)> part) : m_part(std::move(part))
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&where), sizeof where);
        ::listen(m_listener, 16);
        socklen_t size = sizeof where;
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&where), &size);
        m_port = ntohs(where.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~RawServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/v1"; }

    // Everything up to and with the body of one request.
    static std::string readRequest(int socket)
    {
        std::string text;
        char bytes[65'536];
        for (std::size_t end = 0;;) {
            end = text.find("\r\n\r\n");
            const std::size_t length = text.find("Content-Length: ");
            if (end != std::string::npos && text.size() >= end + 4 + std::stoul(text.substr(length + 16)))
                return text;
            const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
            if (count <= 0)
                return text;
            text.append(bytes, std::size_t(count));
        }
    }
    static void send(int socket, const std::string &text)
    {
        static_cast<void>(::send(socket, text.data(), text.size(), MSG_NOSIGNAL));
    }

private:
    void run()
    {
        for (int socket = ::accept(m_listener, nullptr, nullptr); socket >= 0;
             socket = ::accept(m_listener, nullptr, nullptr)) {
            m_part(socket);
            ::close(socket);
        }
    }

    std::function<void(int)> m_part;
    int m_listener = -1;
    int m_port = 0;
    std::thread m_thread;
};

const std::string answer =
    R"({"id":"up-1","object":"chat.completion","created":1,"model":"real-1","choices":[{"index":0,)"
    R"("message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"odd":[1,{"a":null}],)"
    R"("usage":{"prompt_tokens":1000,"completion_tokens":500,"total_tokens":1500,)"
    R"("prompt_tokens_details":{"cached_tokens":200}}})";

std::string withLength(const std::string &body, const std::string &headers = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers
        + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

proxy::Options optionsFor(
    const std::string &url, const std::string &key = "upstream-secret-key", const std::string &caFile = {})
{
    proxy::Options options;
    options.upstreams = {{"real", proxy::UpstreamKind::OpenAi, url, key, caFile}};
    options.aliases = {
        {"fast", {{"real", "test-echo", 1}}, proxy::Price{1'000'000'000, 2'000'000'000, 500'000'000, {}}}};
    options.limits.silenceMs = 500;
    options.limits.connectMs = 500;
    return options;
}

bool run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    return process.waitForFinished(20'000) && process.exitCode() == 0;
}

} // namespace

// An OpenAI-compatible upstream behind the gateway: bytes pass, one name is replaced, faults are named.
class UpstreamTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheModelAndTheKeyChangeOnTheWay()
    {
        std::string seen;
        RawServer server([&](int socket) {
            seen = RawServer::readRequest(socket);
            RawServer::send(socket, withLength(answer, "x-request-id: up-7\r\nX-Custom: kept\r\nSet-Cookie: a=b\r\n"));
        });
        Fixture f(optionsFor(server.url()));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const std::string body = "{ \"odd\" : [1.50, \"ä\\u00e9\"],  \"model\"  :  \"fast\" , \"messages\":[{\"role\":"
                                 "\"user\",\"content\":\"\\\"model\\\":\\\"fast\\\"\"}],\"unknown\":{\"model\":\"x\"}}";
        const auto got = client::ask(f.dataPort(), "POST", "/v1/chat/completions", key, body);
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, answer);
        QCOMPARE(got.header("x-upstream-request-id"), std::string("up-7"));
        QVERIFY(got.header("x-request-id").starts_with("req_"));
        QCOMPARE(got.header("x-custom"), std::string("kept"));
        QVERIFY(got.header("set-cookie").empty());
        std::string expected = body;
        expected.replace(expected.find("\"fast\" "), 6, "\"test-echo\"");
        QCOMPARE(seen.substr(seen.find("\r\n\r\n") + 4), expected);
        QVERIFY(seen.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"));
        QVERIFY(seen.find("Authorization: Bearer upstream-secret-key\r\n") != std::string::npos);
        QVERIFY(seen.find(key) == std::string::npos);
    }

    void costAndTokensComeFromTheAnswer()
    {
        RawServer server([](int socket) {
            RawServer::readRequest(socket);
            RawServer::send(socket, withLength(answer));
        });
        Fixture f(optionsFor(server.url()));
        QVERIFY(f.start());
        f.chat(f.newKey(), "fast", "hello");
        const QJsonObject row = f.lastRow();
        QCOMPARE(row.value(QLatin1String("input_tokens")).toInt(), 1000);
        QCOMPARE(row.value(QLatin1String("cached_tokens")).toInt(), 200);
        // 800 × 1 USD + 200 × 0.5 USD + 500 × 2 USD, each a million
        QCOMPARE(row.value(QLatin1String("cost_nanos")).toInteger(), 1'900'000);
        QCOMPARE(textAt(row, "upstream"), QStringLiteral("real"));
        QCOMPARE(textAt(row, "model"), QStringLiteral("test-echo"));
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QString>("sent"); // by the upstream, then it closes; "-": stays silent
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("ended");
        const auto row = [](const char *name, const QString &sent, int status, const char *code, const char *ended) {
            QTest::addRow("%s", name) << sent << status << QString::fromLatin1(code) << QString::fromLatin1(ended);
        };
        row("closed at once", {}, 502, "upstream_closed", "error");
        row("silent", QStringLiteral("-"), 504, "upstream_timeout", "error");
        row("no HTTP", QStringLiteral("SSH-2.0-OpenSSH_9.2\r\n\r\n"), 502, "upstream_unreachable", "error");
        row("cut in the head", QStringLiteral("HTTP/1.1 200 OK\r\nContent-"), 502, "upstream_closed", "error");
        row("cut in the body", QStringLiteral("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), 200, "",
            "upstream_cut");
        row("bad chunk",
            QStringLiteral(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
            200, "", "upstream_cut");
        row("until close", QStringLiteral("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"id\":\"x\"}"),
            200, "", "complete");
        row("early hints",
            QStringLiteral("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            200, "", "complete");
        row("a page",
            QStringLiteral("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"),
            502, "", "error");
    }

    void faultsAreNamed()
    {
        QFETCH(QString, sent);
        QFETCH(QString, code);
        RawServer server([&](int socket) {
            RawServer::readRequest(socket);
            if (sent == QLatin1String("-"))
                std::this_thread::sleep_for(std::chrono::milliseconds(900));
            else
                RawServer::send(socket, sent.toStdString());
        });
        Fixture f(optionsFor(server.url()));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "fast", "hello");
        QTEST(got.status, "status");
        QCOMPARE(textAt(jsonOf(got).value(QLatin1String("error")).toObject(), "code"), code);
        QTEST(textAt(f.lastRow(), "ended"), "ended");
    }

    void anUpstreamThatIsNotThereIs502()
    {
        Fixture f(optionsFor("http://127.0.0.1:1/v1"));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "fast", "hello");
        QCOMPARE(got.status, 502);
        QVERIFY(got.body.find("127.0.0.1:1") != std::string::npos);
        Fixture unknown(optionsFor("http://no-such-host.invalid/v1"));
        QVERIFY(unknown.start());
        QCOMPARE(unknown.chat(unknown.newKey(), "fast", "hello").status, 502);
    }

    void silenceInMidStreamEndsTheCall()
    {
        RawServer server([](int socket) {
            RawServer::readRequest(socket);
            RawServer::send(socket,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n6\r\ndata: "
                "\r\n");
            std::this_thread::sleep_for(std::chrono::milliseconds(900));
        });
        Fixture f(optionsFor(server.url()));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "fast", "hello", R"("stream":true)");
        QVERIFY(!got.whole);
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("limit"));
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("timeout"));
    }

    void connectionsToTheUpstreamAreKept()
    {
        int connections = 0;
        RawServer server([&](int socket) {
            ++connections;
            while (!RawServer::readRequest(socket).empty())
                RawServer::send(socket, withLength(answer));
        });
        Fixture f(optionsFor(server.url()));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(f.chat(key, "fast", "hello").status, 200);
        f.gateway.stop();
        QCOMPARE(connections, 1);
    }

    void aSecondGatewayIsAnUpstreamLikeAnyOther()
    {
        Fixture behind;
        QVERIFY(behind.start());
        Fixture f(optionsFor(behind.gateway.started().dataUrl, behind.newKey("front")));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const std::string members = R"("stream":true,"stream_options":{"include_usage":true})";
        const client::Answer got = f.chat(key, "fast", "write the numbers 1 to 30", members);
        QVERIFY(got.whole);
        QVERIFY(got.body.ends_with("data: [DONE]\n\n"));
        QVERIFY(got.chunks > 30);
        const QJsonObject front = f.lastRow();
        const QJsonObject back = behind.lastRow();
        for (const char *name : {"request_id", "input_tokens", "output_tokens", "ended"})
            QCOMPARE(front.value(QLatin1String(name)), back.value(QLatin1String(name)));
        QVERIFY(front.value(QLatin1String("first_token_ms")).isDouble());
        QCOMPARE(f.chat(key, "fast", "Repeat: plain").status, 200);
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("complete"));
    }

    void aClientThatLeavesEndsTheUpstreamsCallToo()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options = optionsFor(behind.gateway.started().dataUrl, behind.newKey("front"));
        options.aliases.front().routes.front().model = "test-slow";
        Fixture f(options);
        QVERIFY(f.start());
        client::Connection connection(f.dataPort());
        connection.send(client::requestText("POST", "/v1/chat/completions", f.newKey(),
            Fixture::chatBody("fast", "write the numbers 1 to 400", R"("stream":true)")));
        QVERIFY(connection.readUntil("5."));
        connection.close();
        QTRY_COMPARE_WITH_TIMEOUT(f.rows().size(), 1, 2000);
        QTRY_COMPARE_WITH_TIMEOUT(behind.rows().size(), 1, 2000);
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("client_left"));
        QCOMPARE(textAt(behind.lastRow(), "ended"), QStringLiteral("client_left"));
    }

    void weightsShareTheCalls()
    {
        proxy::Options options;
        options.aliases = {{"mixed", {{"scripted", "test-echo", 3}, {"scripted", "test-tools", 1}}, {}}};
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (int i = 0; i < 8; ++i)
            f.chat(key, "mixed", "hello");
        int echoes = 0;
        for (const QJsonValue &row : f.rows())
            echoes += textAt(row.toObject(), "model") == QLatin1String("test-echo");
        QCOMPARE(echoes, 6);
        QVERIFY(f.lastRow().value(QLatin1String("cost_nanos")).isNull());
    }

    // A certificate of our own authority: good with its file, refused without, refused under another name.
    void tlsIsVerified()
    {
        QTemporaryDir dir;
        QVERIFY(run(QStringLiteral(SOURCE_DIR "/tests/servers/make-certificates.sh"), {dir.path()}, dir.path()));
        Fixture behind;
        QVERIFY(behind.start());
        QProcess tls;
        tls.setWorkingDirectory(dir.path());
        tls.start(
            QStringLiteral(SOURCE_DIR "/tests/servers/tls-front.py"), {dir.path(), QString::number(behind.dataPort())});
        QVERIFY(tls.waitForReadyRead(10'000));
        const std::string port = tls.readLine().trimmed().toStdString();
        const std::string secret = behind.newKey("front");
        const auto statusOf = [&](const std::string &host, const std::string &caFile) {
            Fixture f(optionsFor("https://" + host + ':' + port + "/v1", secret, caFile));
            if (!f.start())
                return 0;
            const std::string key = f.newKey();
            const int stream = f.chat(key, "fast", "write the numbers 1 to 30", R"("stream":true)").chunks;
            const client::Answer got = f.chat(key, "fast", "Repeat: over TLS");
            return got.status == 200                                ? (stream > 30 ? 200 : 0)
                : got.body.find("certificate") != std::string::npos ? got.status
                                                                    : 1;
        };
        const std::string caFile = dir.filePath(QStringLiteral("ca.pem")).toStdString();
        QCOMPARE(statusOf("127.0.0.1", caFile), 200);
        QCOMPARE(statusOf("localhost", caFile), 200);
        QCOMPARE(statusOf("127.0.0.1", {}), 502);
        QCOMPARE(statusOf("127.0.0.2", caFile), 502);
        tls.kill();
        tls.waitForFinished();
    }

    void aRefusedCertificateIsNamedInTheErrorAndTheRow_data()
    {
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("words");
        QTest::addRow("expired") << QStringLiteral("-1") << QStringLiteral("localhost") << QStringLiteral("expired");
        QTest::addRow("another name") << QStringLiteral("3") << QStringLiteral("127.0.0.2")
                                      << QStringLiteral("mismatch");
    }

    void aRefusedCertificateIsNamedInTheErrorAndTheRow()
    {
        QFETCH(QString, days);
        QFETCH(QString, host);
        QFETCH(QString, words);
        QTemporaryDir dir;
        QVERIFY(run(QStringLiteral(SOURCE_DIR "/tests/servers/make-certificates.sh"), {dir.path(), days}, dir.path()));
        QProcess tls;
        tls.start(QStringLiteral(SOURCE_DIR "/tests/servers/tls-front.py"), {dir.path(), QStringLiteral("1")});
        QVERIFY(tls.waitForReadyRead(10'000));
        const std::string port = tls.readLine().trimmed().toStdString();
        const std::string caFile = dir.filePath(QStringLiteral("ca.pem")).toStdString();
        Fixture f(optionsFor("https://" + host.toStdString() + ':' + port + "/v1", "upstream-secret-key", caFile));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "fast", "hello");
        QCOMPARE(got.status, 502);
        const QJsonObject error = jsonOf(got).value(QLatin1String("error")).toObject();
        QCOMPARE(textAt(error, "code"), QStringLiteral("upstream_untrusted"));
        QVERIFY2(textAt(error, "message").contains(words), got.body.c_str());
        QVERIFY2(textAt(error, "message").contains(QLatin1String("localhost")), got.body.c_str()); // whose it is
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("tls"));
        tls.kill();
        tls.waitForFinished();
    }

    void unusableUpstreamsAreRefusedAtTheStart()
    {
        for (const char *url :
            {"", "ftp://x/v1", "127.0.0.1:80", "http://user:pw@x/v1", "http://x:port/v1", "http:///v1"}) {
            Fixture f(optionsFor(url));
            const auto started = f.gateway.start(f.options);
            QVERIFY(!started);
            QCOMPARE(started.error().kind, proxy::StartFailure::BadOptions);
        }
        Fixture noFile(optionsFor("https://127.0.0.1/v1", {}, "/nonexistent/ca.pem"));
        QVERIFY(!noFile.gateway.start(noFile.options));
    }
};

QTEST_GUILESS_MAIN(UpstreamTest)
#include "tst_upstream.moc"
