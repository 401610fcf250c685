// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <QRegularExpression>

namespace {

QJsonObject objectAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

QJsonObject firstOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toArray().first().toObject();
}

} // namespace

// What every answer carries, the endpoints beside the families, and in whose words a path is refused.
class WireTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_f.start());
        m_key = m_f.newKey("all");
    }

    void olderCompletionsAnswerAndStream()
    {
        const QJsonObject plain =
            jsonOf(post("/v1/completions", R"({"model":"test-echo","prompt":"one two three four"})"));
        QCOMPARE(textAt(plain, "object"), QStringLiteral("text_completion"));
        QCOMPARE(textAt(firstOf(plain, "choices"), "text"), QStringLiteral("one two three four"));
        QCOMPARE(textAt(firstOf(plain, "choices"), "finish_reason"), QStringLiteral("stop"));
        const QJsonObject row = m_f.lastRow();
        QCOMPARE(textAt(row, "family"), QStringLiteral("completions"));
        QCOMPARE(row.value(QLatin1String("output_tokens")),
            objectAt(plain, "usage").value(QLatin1String("completion_tokens")));
        const client::Answer stream = post("/completions/",
            R"({"model":"test-echo","prompt":"one two three four","stream":true,"stream_options":{"include_usage":true}})");
        QVERIFY(stream.body.ends_with("data: [DONE]\n\n"));
        static const QRegularExpression piece(QStringLiteral("\"text\":\"([^\"]*)\""));
        QString text;
        for (auto found = piece.globalMatch(QString::fromStdString(stream.body)); found.hasNext();)
            text += found.next().captured(1);
        QCOMPARE(text, QStringLiteral("one two three four"));
        QVERIFY(stream.body.find(R"("choices":[],"usage":{"prompt_tokens")") != std::string::npos);
        const QJsonObject streamed = m_f.lastRow();
        QVERIFY(streamed.value(QLatin1String("first_token_ms")).isDouble());
        for (const char *name : {"input_tokens", "output_tokens", "cost_nanos", "ended"})
            QCOMPARE(streamed.value(QLatin1String(name)), row.value(QLatin1String(name)));
    }

    void olderCompletionsTakeSeveralPrompts()
    {
        const QJsonObject answer =
            jsonOf(post("/v1/completions", R"({"model":"test-echo","prompt":["a a a a a a","b b b b b b"],"n":2})"));
        const QJsonArray choices = answer.value(QLatin1String("choices")).toArray();
        QCOMPARE(choices.size(), 4);
        QCOMPARE(textAt(choices[1].toObject(), "text"), QStringLiteral("a a a a a a (2)"));
        QCOMPARE(textAt(choices[2].toObject(), "text"), QStringLiteral("b b b b b b"));
        const QJsonObject cut =
            jsonOf(post("/v1/completions", R"({"model":"test-echo","prompt":"1 to 50","max_tokens":3})"));
        QCOMPARE(textAt(firstOf(cut, "choices"), "finish_reason"), QStringLiteral("length"));
    }

    void geminiEmbedsOneAndMany()
    {
        const std::string content = R"("content":{"parts":[{"text":"hello"}]})";
        const QJsonObject one =
            jsonOf(post("/v1beta/models/test-echo:embedContent", R"({"outputDimensionality":8,)" + content + '}'));
        const QJsonArray values = objectAt(one, "embedding").value(QLatin1String("values")).toArray();
        QCOMPARE(values.size(), 8);
        const std::string request = R"({"model":"models/test-echo","outputDimensionality":8,)" + content + '}';
        const QJsonObject many = jsonOf(
            post("/v1beta/models/test-echo:batchEmbedContents", R"({"requests":[)" + request + ',' + request + "]}"));
        QCOMPARE(many.value(QLatin1String("embeddings")).toArray().size(), 2);
        QCOMPARE(firstOf(many, "embeddings").value(QLatin1String("values")).toArray(), values);
        const QJsonObject row = m_f.lastRow();
        QCOMPARE(textAt(row, "ended"), QStringLiteral("complete"));
        QCOMPARE(row.value(QLatin1String("output_tokens")).toInt(-1), 0);
        QVERIFY(row.value(QLatin1String("cost_nanos")).toInt() > 0);
    }

    // The body names the model too: it goes out as the route's.
    void geminisEmbeddingsGoThrough()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options;
        const std::string url = "http://127.0.0.1:" + std::to_string(behind.dataPort()) + "/v1beta";
        options.upstreams = {{"real", proxy::UpstreamKind::Gemini, url, behind.newKey(), {}}};
        options.aliases = {{"front", {{"real", "test-echo"}}, proxy::Price{1'000'000'000, 2'000'000'000, {}, {}}}};
        Fixture f(options);
        QVERIFY(f.start());
        const std::string body = R"({"requests":[{"model":"models/front","content":{"parts":[{"text":"a"}]}},)"
                                 R"({"content":{"parts":[{"text":"b"}]},"model" : "models/front","title":"t"}]})";
        const client::Answer answer =
            client::ask(f.dataPort(), "POST", "/v1beta/models/front:batchEmbedContents", f.newKey(), body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer).value(QLatin1String("embeddings")).toArray().size(), 2);
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("complete"));
        QCOMPARE(
            f.lastRow().value(QLatin1String("output_tokens")), behind.lastRow().value(QLatin1String("output_tokens")));
    }

    void imagesCanBeLinks()
    {
        const QJsonObject link = jsonOf(post(
            "/v1/images/generations", R"({"model":"test-echo","prompt":"a square","response_format":"url","n":2})"));
        QCOMPARE(link.value(QLatin1String("data")).toArray().size(), 2);
        QVERIFY(textAt(firstOf(link, "data"), "url").startsWith(QLatin1String("data:image/png;base64,iVBOR")));
    }

    void aModelsNameMayHoldASlash()
    {
        m_f.admin("PUT", "/aliases/vendor%2Fmodel", R"({"routes":[{"upstream":"scripted","model":"test-echo"}]})");
        for (const char *path : {"/v1/models/vendor/model", "/v1/models/vendor%2Fmodel", "/models/vendor/model/"})
            QCOMPARE(textAt(jsonOf(get(path)), "id"), QStringLiteral("vendor/model"));
        QCOMPARE(textAt(jsonOf(get("/v1beta/models/vendor%2Fmodel")), "name"), QStringLiteral("models/vendor/model"));
        QCOMPARE(get("/v1beta/models/none").status, 404);
        QCOMPARE(textAt(objectAt(jsonOf(get("/v1beta/models/none")), "error"), "status"), QStringLiteral("NOT_FOUND"));
    }

    void whatIsNotServedIsRefusedInTheWordsOfItsPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("member"); // of error
        QTest::addColumn<QString>("value");
        const auto row = [](const char *path, const char *member, const char *value) {
            QTest::addRow("%s", path) << QString::fromLatin1(path) << QString::fromLatin1(member)
                                      << QString::fromLatin1(value);
        };
        row("/v1/audio/speech", "code", "unknown_url");
        row("/nothing/here/", "code", "unknown_url");
        row("/v1/messages/batches", "type", "not_found_error");
        row("/v1beta/models/test-echo:predict", "status", "NOT_FOUND");
        row("/v1beta/cachedContents", "status", "NOT_FOUND");
    }
    void whatIsNotServedIsRefusedInTheWordsOfItsPath()
    {
        QFETCH(QString, path);
        QFETCH(QString, member);
        const client::Answer answer = post(path.toStdString(), R"({"model":"test-echo"})");
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        QTEST(textAt(objectAt(jsonOf(answer), "error"), member.toLatin1().constData()), "value");
        QVERIFY(answer.body.find("Please check the URL for typos.") != std::string::npos);
    }

    void anthropicsErrorsComeForItsModelsListToo()
    {
        const client::Answer wrong =
            client::ask(m_f.dataPort(), "GET", "/v1/models", "sk-no", {}, "anthropic-version: 2023-06-01\r\n");
        QCOMPARE(textAt(jsonOf(wrong), "type"), QStringLiteral("error"));
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1beta/models", "sk-no").status, 400);
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1/models", "sk-no").status, 401);
    }

    void aBodyTooLargeIsRefusedInTheWordsOfItsFamily()
    {
        proxy::Options options;
        options.limits.bodyBytes = 1000;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string body(2000, ' ');
        const client::Answer messages = client::ask(f.dataPort(), "POST", "/v1/messages", m_key, body);
        QCOMPARE(messages.status, 413);
        QCOMPARE(textAt(objectAt(jsonOf(messages), "error"), "type"), QStringLiteral("request_too_large"));
        const client::Answer chat = client::ask(f.dataPort(), "POST", "/v1/chat/completions", m_key, body);
        QCOMPARE(textAt(objectAt(jsonOf(chat), "error"), "code"), QStringLiteral("request_too_large"));
    }

    void bodiesThatAreNoJsonAreRefusedEvenDeepInside()
    {
        QCOMPARE(
            post("/v1/chat/completions", R"({"model":"test-echo","messages":[{"role":"user","content":tru}]})").status,
            400);
    }

    void everyAnswerCarriesItsHeaders_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("openAi");
        const auto row = [](const char *method, const char *path, const char *body, bool openAi) {
            QTest::addRow("%s %s", method, path)
                << QString::fromLatin1(method) << QString::fromLatin1(path) << QString::fromLatin1(body) << openAi;
        };
        const char *messages = R"({"model":"test-echo","max_tokens":9,"messages":[{"role":"user","content":"x"}]})";
        row("GET", "/v1/models", "", true);
        row("POST", "/v1/chat/completions", messages, true);
        row("POST", "/v1/chat/completions?", R"({"model":"test-500-html"})", true);
        row("POST", "/v1/chat/completions?a", R"({"model":"nobody"})", true);
        row("POST", "/v1/completions", R"({"model":"test-echo","prompt":"x","stream":true})", true);
        row("POST", "/v1/embeddings", R"({"model":"test-echo","input":"x"})", true);
        row("POST", "/v1/responses", R"({"model":"test-echo","input":"x","stream":true})", true);
        row("POST", "/v1/messages", messages, false);
        row("POST", "/v1/messages/count_tokens", messages, false);
        row("POST", "/v1beta/models/test-echo:generateContent", R"({"contents":[]})", false);
        row("GET", "/no/such/path", "", true);
    }
    void everyAnswerCarriesItsHeaders()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, body);
        QFETCH(bool, openAi);
        const client::Answer answer =
            client::ask(m_f.dataPort(), method.toStdString(), path.toStdString(), m_key, body.toStdString());
        QVERIFY(answer.header("x-request-id").starts_with("req_"));
        QCOMPARE(answer.header("request-id"), answer.header("x-request-id"));
        static const QRegularExpression number(QStringLiteral("^[0-9]+$"));
        QVERIFY(number.match(QString::fromStdString(answer.header("openai-processing-ms"))).hasMatch());
        QCOMPARE(answer.header("openai-version"), std::string(openAi ? "2020-10-01" : ""));
        QVERIFY(answer.header("x-ratelimit-limit-requests").empty());
    }

    void ratesAreToldInTheWordsOfTheFamily()
    {
        const std::string key = m_f.newKey("rated", R"("rpm":6,"tpm":60000)");
        const client::Answer chat = m_f.chat(key, "test-echo", "hello");
        QCOMPARE(chat.header("x-ratelimit-limit-requests"), std::string("6"));
        QCOMPARE(chat.header("x-ratelimit-remaining-requests"), std::string("5"));
        static const QRegularExpression duration(QStringLiteral("^(9(\\.[0-9]+)?|10)s$")); // a sixth of a minute
        const QString reset = QString::fromStdString(chat.header("x-ratelimit-reset-requests"));
        QVERIFY2(duration.match(reset).hasMatch(), qPrintable(reset));
        QCOMPARE(chat.header("x-ratelimit-limit-tokens"), std::string("60000"));
        const client::Answer message = client::ask(m_f.dataPort(), "POST", "/v1/messages", key,
            R"({"model":"test-echo","max_tokens":9,"messages":[{"role":"user","content":"x"}]})");
        QVERIFY(message.header("x-ratelimit-limit-requests").empty());
        QCOMPARE(message.header("anthropic-ratelimit-requests-limit"), std::string("6"));
        QCOMPARE(message.header("anthropic-ratelimit-requests-remaining"), std::string("4"));
        const auto at = QDateTime::fromString(
            QString::fromStdString(message.header("anthropic-ratelimit-requests-reset")), Qt::ISODate);
        QVERIFY(at.isValid() && QDateTime::currentDateTimeUtc().secsTo(at) <= 20);
        QCOMPARE(message.header("anthropic-ratelimit-tokens-limit"), std::string("60000"));
    }

private:
    client::Answer post(const std::string &path, const std::string &body) const
    {
        return client::ask(m_f.dataPort(), "POST", path, m_key, body);
    }
    client::Answer get(const std::string &path) const { return client::ask(m_f.dataPort(), "GET", path, m_key); }

    Fixture m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(WireTest)
#include "tst_wire.moc"
