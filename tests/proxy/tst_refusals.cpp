// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

// Who is refused, with which status and words; each refusal of a call is a row.
class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_f.start());
        m_key = m_f.newKey("all");
    }

    void eachRefusalHasItsStatusCodeAndRow_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("errorClass");
        const QString good = QString::fromStdString(m_key);
        const QString chat = QString::fromStdString(Fixture::chatBody("test-echo", "hello"));
        const auto row = [](const char *name, const QString &key, const QString &body, int status, const char *code,
                             const char *errorClass) {
            QTest::addRow("%s", name) << key << body << status << QString::fromLatin1(code)
                                      << QString::fromLatin1(errorClass);
        };
        const auto made = [this](const char *name, const char *settings) {
            return QString::fromStdString(m_f.newKey(name, settings));
        };
        row("no key", {}, chat, 401, "invalid_api_key", "auth");
        row("wrong key", QStringLiteral("sk-gw-not-a-key-of-this-gateway"), chat, 401, "invalid_api_key", "auth");
        row("disabled", made("off", R"("enabled":false)"), chat, 401, "invalid_api_key", "auth");
        row("expired", made("old", R"("expires_at":"2020-01-01T00:00:00Z")"), chat, 401, "invalid_api_key", "auth");
        row("other alias", made("narrow", R"("aliases":["test-slow"])"), chat, 403, "model_not_found", "permission");
        row("unknown model", good, QStringLiteral(R"({"model":"nope","messages":[]})"), 404, "model_not_found",
            "model_not_found");
        row("no model", good, QStringLiteral(R"({"messages":[]})"), 400, "", "bad_request");
        row("model twice", good, QStringLiteral(R"({"model":"test-echo","model":"test-slow"})"), 400, "invalid_value",
            "bad_request");
        row("model hidden", good, QStringLiteral(R"({"model":"test-echo","mod\u0065l":"test-slow"})"), 400,
            "invalid_value", "bad_request");
        row("model in capitals", good, QStringLiteral(R"({"model":"test-echo","MODEL":"test-slow"})"), 400,
            "invalid_value", "bad_request");
        row("model a number", good, QStringLiteral(R"({"model":7})"), 400, "", "bad_request");
        row("no JSON", good, QStringLiteral("hello"), 400, "", "bad_request");
        row("cut JSON", good, QStringLiteral(R"({"model":"test-echo",)"), 400, "", "bad_request");
        row("JSON and more", good, chat + QStringLiteral("{}"), 400, "", "bad_request");
        row("no messages", good, QStringLiteral(R"({"model":"test-echo"})"), 400, "missing_required_parameter",
            "bad_request");
        row("messages of nothing", good, QStringLiteral(R"({"model":"test-echo","messages":[]})"), 400, "empty_array",
            "bad_request");
        row("messages null", good, QStringLiteral(R"({"model":"test-echo","messages":null})"), 400,
            "missing_required_parameter", "bad_request");
        row("a list", good, QStringLiteral("[1]"), 400, "", "bad_request");
        row("empty body", good, {}, 400, "", "bad_request");
        row("spent cap", made("poor", R"("budgets":[{"nanos":1,"window":"day"}])"), chat, 429, "insufficient_quota",
            "quota");
    }

    void whatAFamilyCannotDoWithoutIsDemanded_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *path, const char *body, const char *named) {
            QTest::addRow("%s", path) << QString::fromLatin1(body) << QString::fromLatin1(named);
        };
        row("/v1/embeddings", R"({"model":"test-echo"})", "'input'");
        row("/v1/images/generations", R"({"model":"test-echo"})", "'prompt'");
        row("/v1/messages", R"({"model":"test-echo","max_tokens":9})", "'messages'");
        row("/v1/messages?", R"({"model":"test-echo","messages":[{"role":"user","content":"x"}]})", "max_tokens");
    }
    void whatAFamilyCannotDoWithoutIsDemanded()
    {
        QFETCH(QString, body);
        QFETCH(QString, named);
        const std::string key = m_f.newKey(named.toStdString());
        const client::Answer answer =
            client::ask(m_f.dataPort(), "POST", QTest::currentDataTag(), key, body.toStdString());
        QCOMPARE(answer.status, 400);
        const QJsonObject error = jsonOf(answer).value(QLatin1String("error")).toObject();
        QCOMPARE(textAt(error, "type"), QStringLiteral("invalid_request_error"));
        QVERIFY2(textAt(error, "message").contains(named), answer.body.c_str());
    }

    void eachRefusalHasItsStatusCodeAndRow()
    {
        QFETCH(QString, key);
        QFETCH(QString, body);
        QFETCH(QString, code);
        const auto before = m_f.rows().size();
        const client::Answer answer =
            client::ask(m_f.dataPort(), "POST", "/v1/chat/completions", key.toStdString(), body.toStdString());
        QTEST(answer.status, "status");
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        const QJsonObject error = jsonOf(answer).value(QLatin1String("error")).toObject();
        QCOMPARE(error.keys(),
            QStringList(
                {QStringLiteral("code"), QStringLiteral("message"), QStringLiteral("param"), QStringLiteral("type")}));
        QCOMPARE(error.value(QLatin1String("code")).toString(), code);
        QVERIFY(textAt(error, "message").size() > 20);
        QCOMPARE(m_f.rows().size(), before + 1);
        const QJsonObject row = m_f.lastRow();
        QCOMPARE(textAt(row, "request_id").toStdString(), answer.header("x-request-id"));
        QCOMPARE(row.value(QLatin1String("status")).toInt(), answer.status);
        QTEST(textAt(row, "error_class"), "errorClass");
        QCOMPARE(textAt(row, "ended"), QStringLiteral("refused"));
        QCOMPARE(row.value(QLatin1String("cost_nanos")).toInteger(-1), 0);
        QVERIFY(
            row.value(QLatin1String("key")).isNull() == (key.isEmpty() || key.contains(QLatin1String("not-a-key"))));
    }

    void aWrongKeyIsNeverShownWhole()
    {
        const auto answer = client::ask(m_f.dataPort(), "GET", "/v1/models", "sk-gw-secretsecretsecret-tail");
        QVERIFY(answer.body.find("secretsecret") == std::string::npos);
        QVERIFY(answer.body.find("tail") != std::string::npos);
    }

    void otherPathsAreUnknownUrls()
    {
        for (const char *path :
            {"/", "/v1", "/v1/audio/speech", "/v1/chat", "/v2/models", "/admin/v1/keys", "/v1/chat/completions/x"}) {
            const auto answer = client::ask(m_f.dataPort(), "POST", path, m_key, "{}");
            QCOMPARE(answer.status, 404);
            QCOMPARE(
                textAt(jsonOf(answer).value(QLatin1String("error")).toObject(), "code"), QStringLiteral("unknown_url"));
        }
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1/chat/completions", m_key).status, 404);
    }

    void keysComeInFiveWays()
    {
        const std::string body = Fixture::chatBody("test-echo", "hello");
        for (const char *header : {"Authorization: bearer ", "x-api-key: ", "api-key: ", "X-Goog-Api-Key: "}) {
            const auto answer = client::ask(
                m_f.dataPort(), "POST", "/chat/completions/", {}, body, std::string(header) + m_key + "\r\n");
            QCOMPARE(answer.status, 200);
        }
        const std::string query = "/v1/chat/completions?a=b&key=" + m_key;
        QCOMPARE(client::ask(m_f.dataPort(), "POST", query, {}, body).status, 200);
        QCOMPARE(client::ask(m_f.dataPort(), "POST", "/v1/chat/completions?key=sk-no", {}, body).status, 401);
    }

    void aKeyInTheQueryIsToldToNobody()
    {
        std::vector<proxy::Event> events;
        proxy::Options options;
        options.onEvents = [&](const std::vector<proxy::Event> &batch) {
            events.insert(events.end(), batch.begin(), batch.end());
        };
        Fixture f(options);
        QVERIFY(f.start());
        const std::string secret = "sk-gw-secretsecretsecretsecret";
        const auto refused = client::ask(f.dataPort(), "GET", "/v1/nowhere?key=" + secret, {});
        QVERIFY(refused.body.find("secretsecret") == std::string::npos);
        QVERIFY(client::ask(f.dataPort(), "GET", "/v1/models?key=" + secret, {}).body.find("secretsecret")
            == std::string::npos);
        QCOMPARE(f.rows().size(), 2);
        f.gateway.stop();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].path, std::string("/v1/nowhere"));
        QFile database(QString::fromStdString(f.options.dbPath));
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("secretsecret"));
    }

    void everyRequestHasItsRowWhateverBecameOfIt()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey();
        client::ask(f.dataPort(), "GET", "/v1/models", {});
        client::ask(f.dataPort(), "GET", "/v1/models", "sk-gw-not-a-key-of-this-gateway");
        client::ask(f.dataPort(), "GET", "/v1/models", key);
        client::ask(f.dataPort(), "GET", "/v1/models/nope", key);
        client::ask(f.dataPort(), "POST", "/v1/nothing", key, "{}");
        client::Connection garbage(f.dataPort());
        garbage.send("no HTTP\r\n\r\n");
        garbage.read();
        garbage.close();
        QTRY_COMPARE_WITH_TIMEOUT(f.rows().size(), 6, 3000);
        const QJsonArray rows = f.rows();
        const QList<int> statuses = {401, 401, 200, 404, 404, 400};
        const QStringList families = {QStringLiteral("models"), QStringLiteral("models"), QStringLiteral("models"),
            QStringLiteral("models"), QStringLiteral("other"), QStringLiteral("other")};
        for (int i = 0; i < 6; ++i) {
            const QJsonObject row = rows[i].toObject();
            QCOMPARE(row.value(QLatin1String("status")).toInt(), statuses[i]);
            QCOMPARE(textAt(row, "family"), families[i]);
            QCOMPARE(row.value(QLatin1String("cost_nanos")).toInteger(-1), 0);
            QCOMPARE(textAt(row, "ended"), i == 2 ? QStringLiteral("complete") : QStringLiteral("refused"));
        }
    }

    void theClientsRequestIdIsTakenWhenItIsUsable()
    {
        const auto idFor = [this](const std::string &header) {
            return m_f.chat(m_key, "test-echo", "hello", {}, header + "\r\n").header("x-request-id");
        };
        QCOMPARE(idFor("X-Client-Request-Id: mine-1\r\nx-request-id: other"), std::string("mine-1"));
        QCOMPARE(idFor("x-request-id: other-1"), std::string("other-1"));
        QVERIFY(idFor("x-request-id: " + std::string(200, 'x')).starts_with("req_"));
        QVERIFY(idFor("x-request-id: a b").starts_with("req_"));
        QVERIFY(idFor("A: b") != idFor("A: b"));
        QCOMPARE(m_f.rows("&request_id=mine-1").size(), 1);
    }

    void aNarrowKeySeesItsModelsOnly()
    {
        const std::string key = m_f.newKey("two", R"("aliases":["test-slow","test-tools"])");
        const auto list =
            jsonOf(client::ask(m_f.dataPort(), "GET", "/v1/models", key)).value(QLatin1String("data")).toArray();
        QCOMPARE(list.size(), 2);
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1/models/test-echo", key).status, 404);
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1/models", {}).status, 401);
    }

private:
    Fixture m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
