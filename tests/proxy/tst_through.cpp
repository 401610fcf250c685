// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_rows.h"
#include "tongues.h"

// Two gateways, one behind the other: what the one in front reads off the wire of each scripted model is what the one behind
// knows of it.
class ThroughTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_behind = std::make_unique<Fixture>();
        QVERIFY(m_behind->start());
        const std::string root = "http://127.0.0.1:" + std::to_string(m_behind->dataPort());
        const std::string key = m_behind->newKey();
        proxy::Options options;
        options.limits.silenceMs = 5000;
        options.limits.breakerFailures = 1000;
        options.upstreams = {{"openai", proxy::UpstreamKind::OpenAi, root + "/v1", key, {}},
            {"anthropic", proxy::UpstreamKind::Anthropic, root + "/v1", key, {}},
            {"gemini", proxy::UpstreamKind::Gemini, root + "/v1beta", key, {}}};
        for (const rows::StreamRow &row : rows::streams) {
            const std::string model = row.model;
            options.aliases.push_back({"x" + model, {{"openai", model}, {"anthropic", model}, {"gemini", model}},
                proxy::Price{1, 1, {}, {}}});
        }
        m_front = std::make_unique<Fixture>(options);
        QVERIFY(m_front->start());
        m_key = m_front->newKey();
    }

    void bothKnowTheSame_data()
    {
        QTest::addColumn<int>("tongue");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("stream");
        for (int i = 0; i < int(std::size(tongues)); ++i) {
            for (const rows::StreamRow &row : rows::streams) {
                const QString model = QString::fromLatin1(row.model);
                if (model == QLatin1String("test-stall") || model.startsWith(QLatin1String("test-slow")))
                    continue; // they end by time
                for (const bool stream : {false, true})
                    QTest::addRow("%s %s %s", tongues[i].name, row.model, stream ? "streamed" : "plain")
                        << i << model << stream;
            }
        }
    }

    void bothKnowTheSame()
    {
        QFETCH(int, tongue);
        QFETCH(QString, model);
        QFETCH(bool, stream);
        Tongue own = tongues[tongue];
        const bool gemini = own.name == std::string("gemini");
        if (gemini && stream)
            own.path = "/v1beta/models/%1:streamGenerateContent?alt=sse";
        const QString flag = !stream || gemini ? QString()
            : own.name == std::string("chat")
            ? QStringLiteral(R"(,"stream":true,"stream_options":{"include_usage":true})")
            : QStringLiteral(R"(,"stream":true)");
        const std::string alias = "x" + model.toStdString();
        sayTo(m_front->dataPort(), m_key, own, alias.c_str(),
            filled(own.tools, R"({"type":"object","properties":{"city":{"type":"string"}}})") + flag,
            "X-Request-Id: own-" + std::to_string(m_calls + 1) + "\r\n");
        const std::string query = "&request_id=own-" + std::to_string(++m_calls);
        const QJsonObject front = m_front->rows(query).first().toObject();
        const QJsonObject back = m_behind->rows(query).first().toObject();
        QCOMPARE(front.value(QLatin1String("ended")), back.value(QLatin1String("ended")));
        QCOMPARE(front.value(QLatin1String("status")), back.value(QLatin1String("status")));
        if (back.value(QLatin1String("input_tokens")).isNull())
            return; // what it keeps to itself may have been on the wire all the same
        for (const char *name : {"input_tokens", "output_tokens"})
            QCOMPARE(front.value(QLatin1String(name)), back.value(QLatin1String(name)));
        for (const char *name : {"cached_tokens", "reasoning_tokens"})
            QCOMPARE(front.value(QLatin1String(name)).toInt(), back.value(QLatin1String(name)).toInt());
    }

    // The key in front has rates: they are told, and not those of the key behind.
    void ratesAreThoseOfTheKeyInFront()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options;
        const std::string url = "http://127.0.0.1:" + std::to_string(behind.dataPort()) + "/v1";
        options.upstreams = {{"real", proxy::UpstreamKind::OpenAi, url, behind.newKey("k", R"("rpm":100)"), {}}};
        options.aliases = {{"front", {{"real", "test-echo"}}, {}}};
        Fixture f(options);
        QVERIFY(f.start());
        const auto limits = [&f](const std::string &key) {
            client::Connection connection(f.dataPort());
            connection.send(client::requestText(
                "POST", "/v1/chat/completions", key, Fixture::chatBody("front", "hello"), "Connection: close\r\n"));
            const QString text = QString::fromStdString(connection.readAll());
            QStringList found;
            for (const QString &line : text.split(QLatin1String("\r\n"))) {
                if (line.startsWith(QLatin1String("x-ratelimit-limit-requests: "), Qt::CaseInsensitive))
                    found << line.section(QLatin1Char(' '), 1);
            }
            return found;
        };
        QCOMPARE(limits(f.newKey("rated", R"("rpm":7)")), QStringList({QStringLiteral("7")}));
        QCOMPARE(limits(f.newKey("unrated")), QStringList({QStringLiteral("100")}));
    }

    // The request of a stream is let go when it begins: what is told of it afterwards, and the call behind it, are whole.
    void aStreamsRequestIsLetGoAndTheNextOneIsNot()
    {
        Fixture behind;
        QVERIFY(behind.start());
        std::vector<std::string> paths;
        proxy::Options options;
        options.upstreams = {
            {"real", proxy::UpstreamKind::OpenAi, behind.gateway.started().dataUrl, behind.newKey("front"), {}}};
        options.aliases = {{"front", {{"real", "test-echo"}}, {}}};
        options.onEvents = [&](const std::vector<proxy::Event> &batch) {
            for (const proxy::Event &event : batch)
                paths.push_back(event.method + ' ' + event.path);
        };
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const auto call = [&](const std::string &path, const std::string &prompt, const std::string &members) {
            return client::requestText("POST", path, key, Fixture::chatBody("front", prompt, members));
        };
        client::Connection connection(f.dataPort());
        connection.send(call("/v1/chat/completions", "Repeat: the first", R"("stream":true)")
            + call("/chat/completions/", "Repeat: the second", {}));
        QVERIFY(connection.read().body.find("[DONE]") != std::string::npos);
        QVERIFY(connection.read().body.find("the second") != std::string::npos);
        f.gateway.stop();
        QCOMPARE(paths, (std::vector<std::string>{"POST /v1/chat/completions", "POST /chat/completions/"}));
    }

private:
    std::unique_ptr<Fixture> m_behind;
    std::unique_ptr<Fixture> m_front;
    std::string m_key;
    int m_calls = 0;
};

QTEST_GUILESS_MAIN(ThroughTest)
#include "tst_through.moc"
