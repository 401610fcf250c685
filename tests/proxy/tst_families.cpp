// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

namespace {

qint64 numberAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger(-1);
}

QJsonObject objectAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

QJsonObject firstOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toArray().first().toObject();
}

// The data of a stream's events, without marks that are no JSON.
QList<QJsonObject> eventsOf(const client::Answer &answer)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : QByteArray::fromStdString(answer.body).split('\n')) {
        if (line.startsWith("data: {"))
            events << QJsonDocument::fromJson(line.mid(6)).object();
    }
    return events;
}

struct Way
{
    const char *family;
    std::string path;
    std::string body; // %1: more members
};

// The same question in each family that can stream.
Way wayOf(const QString &family, const std::string &model, bool stream)
{
    const std::string flag = stream ? R"(,"stream":true)" : "";
    if (family == QLatin1String("responses"))
        return {"responses", "/v1/responses",
            R"({"model":")" + model + R"(","input":"Repeat: one two three")" + flag + '}'};
    if (family == QLatin1String("messages"))
        return {"messages", "/v1/messages",
            R"({"model":")" + model
                + R"(","max_tokens":100,"messages":[{"role":"user","content":[{"type":"text","text":)"
                + R"("Repeat: one two three"}]}])" + flag + '}'};
    return {"gemini", "/v1beta/models/" + model + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent"),
        R"({"contents":[{"role":"user","parts":[{"text":"Repeat: one two three"}]}]})"};
}

void families()
{
    QTest::addColumn<QString>("family");
    QTest::addRow("responses") << QStringLiteral("responses");
    QTest::addRow("messages") << QStringLiteral("messages");
    QTest::addRow("gemini") << QStringLiteral("gemini");
}

// The text of a whole answer.
QString textOf(const QString &family, const QJsonObject &answer)
{
    if (family == QLatin1String("responses"))
        return textAt(firstOf(firstOf(answer, "output"), "content"), "text");
    if (family == QLatin1String("messages"))
        return textAt(firstOf(answer, "content"), "text");
    return textAt(firstOf(objectAt(firstOf(answer, "candidates"), "content"), "parts"), "text");
}

QString textOf(const QString &family, const QList<QJsonObject> &events)
{
    QString text;
    for (const QJsonObject &event : events) {
        if (family == QLatin1String("gemini"))
            text += textOf(family, event);
        else if (textAt(event, "type") == QLatin1String("response.output_text.delta"))
            text += textAt(event, "delta");
        else if (textAt(event, "type") == QLatin1String("content_block_delta"))
            text += textAt(objectAt(event, "delta"), "text");
    }
    return text;
}

} // namespace

// The families beside chat: whole answers, streams with their own end, counts, refusals, and the way through.
class FamiliesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_f.start());
        m_key = m_f.newKey("all");
    }

    void plainAndStreamedSayTheSame_data() { families(); }
    void plainAndStreamedSayTheSame()
    {
        QFETCH(QString, family);
        const client::Answer plain = ask(wayOf(family, "test-echo", false));
        QCOMPARE(plain.status, 200);
        QCOMPARE(plain.header("content-type"), std::string("application/json"));
        QCOMPARE(textOf(family, jsonOf(plain)), QStringLiteral("Repeat: one two three"));
        const QJsonObject row = m_f.lastRow();
        QCOMPARE(textAt(row, "family"), family);
        QCOMPARE(textAt(row, "ended"), QStringLiteral("complete"));
        QVERIFY(numberAt(row, "input_tokens") > 0 && numberAt(row, "output_tokens") > 3);
        QVERIFY(numberAt(row, "cost_nanos") > 0);

        const client::Answer stream = ask(wayOf(family, "test-echo", true));
        QVERIFY(stream.whole);
        QVERIFY(stream.header("content-type").starts_with("text/event-stream"));
        QVERIFY(stream.chunks > 10);
        QVERIFY(stream.body.find("[DONE]") == std::string::npos);
        QCOMPARE(textOf(family, eventsOf(stream)), QStringLiteral("Repeat: one two three"));
        const QJsonObject streamed = m_f.lastRow();
        QVERIFY(streamed.value(QLatin1String("streamed")).toBool());
        QVERIFY(streamed.value(QLatin1String("first_token_ms")).isDouble());
        for (const char *name : {"input_tokens", "output_tokens", "cost_nanos", "ended"})
            QCOMPARE(streamed.value(QLatin1String(name)), row.value(QLatin1String(name)));
    }

    void eventsOfResponsesAreNumberedAndEndOnce()
    {
        const QList<QJsonObject> events = eventsOf(ask(wayOf(QStringLiteral("responses"), "test-echo", true)));
        for (qsizetype i = 0; i < events.size(); ++i)
            QCOMPARE(numberAt(events[i], "sequence_number"), i);
        QCOMPARE(textAt(events.first(), "type"), QStringLiteral("response.created"));
        QCOMPARE(textAt(events.last(), "type"), QStringLiteral("response.completed"));
        QCOMPARE(textAt(objectAt(events.last(), "response"), "status"), QStringLiteral("completed"));
    }

    void aStreamThatLacksItsEndIsACut_data() { families(); }
    void aStreamThatLacksItsEndIsACut()
    {
        QFETCH(QString, family);
        for (const char *model : {"test-no-done", "test-cut", "test-clean-cut"}) {
            ask(wayOf(family, model, true));
            QCOMPARE(textAt(m_f.lastRow(), "ended"), QStringLiteral("upstream_cut"));
        }
        ask(wayOf(family, "test-mid-error", true));
        QCOMPARE(textAt(m_f.lastRow(), "ended"), QStringLiteral("error"));
        for (const char *model : {"test-crlf", "test-bytewise", "test-comments", "test-buffered"}) {
            ask(wayOf(family, model, true));
            QCOMPARE(textAt(m_f.lastRow(), "ended"), QStringLiteral("complete"));
        }
    }

    void refusalsSpeakTheFamilysWords()
    {
        const auto messages = [this](const std::string &key) {
            const Way way = wayOf(QStringLiteral("messages"), "nobody", false);
            return jsonOf(client::ask(m_f.dataPort(), "POST", way.path, key, way.body));
        };
        QCOMPARE(textAt(messages(m_key), "type"), QStringLiteral("error"));
        QCOMPARE(textAt(objectAt(messages(m_key), "error"), "type"), QStringLiteral("not_found_error"));
        QVERIFY(textAt(messages(m_key), "request_id").startsWith(QLatin1String("req_")));
        QCOMPARE(textAt(objectAt(messages("sk-no"), "error"), "type"), QStringLiteral("authentication_error"));

        const Way gemini = wayOf(QStringLiteral("gemini"), "nobody", false);
        const client::Answer unknown = client::ask(m_f.dataPort(), "POST", gemini.path, m_key, gemini.body);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(textAt(objectAt(jsonOf(unknown), "error"), "status"), QStringLiteral("NOT_FOUND"));
        const client::Answer wrong = client::ask(m_f.dataPort(), "POST", gemini.path, "sk-no", gemini.body);
        QCOMPARE(wrong.status, 400);
        QCOMPARE(textAt(objectAt(jsonOf(wrong), "error"), "status"), QStringLiteral("INVALID_ARGUMENT"));
        QCOMPARE(numberAt(objectAt(jsonOf(wrong), "error"), "code"), 400);
        QCOMPARE(textAt(m_f.lastRow(), "error_class"), QStringLiteral("auth"));

        const client::Answer full = ask(wayOf(QStringLiteral("messages"), "test-429", false));
        QCOMPARE(full.status, 429);
        QCOMPARE(textAt(objectAt(jsonOf(full), "error"), "type"), QStringLiteral("rate_limit_error"));
    }

    void toolsAreCalled()
    {
        const auto tool = [this](const char *path, const std::string &body) {
            return jsonOf(client::ask(m_f.dataPort(), "POST", path, m_key, body));
        };
        const QJsonObject response = tool("/v1/responses",
            R"({"model":"test-tools","input":"weather?","tools":[{"type":"function","name":"look","parameters":{}}]})");
        QCOMPARE(textAt(firstOf(response, "output"), "name"), QStringLiteral("look"));
        QVERIFY(textAt(firstOf(response, "output"), "arguments").contains(QStringLiteral("Zürich")));
        const QJsonObject message = tool("/v1/messages",
            R"({"model":"test-tools","max_tokens":9,"messages":[{"role":"user","content":"weather?"}],)"
            R"("tools":[{"name":"look","input_schema":{}}]})");
        QCOMPARE(textAt(message, "stop_reason"), QStringLiteral("tool_use"));
        QCOMPARE(textAt(objectAt(firstOf(message, "content"), "input"), "city"), QStringLiteral("Zürich"));
        const QJsonObject gemini = tool("/v1beta/models/test-tools:generateContent",
            R"({"contents":[{"parts":[{"text":"weather?"}]}],"tools":[{"functionDeclarations":[{"name":"look"}]}]})");
        const QJsonObject part = firstOf(objectAt(firstOf(gemini, "candidates"), "content"), "parts");
        QCOMPARE(textAt(objectAt(part, "functionCall"), "name"), QStringLiteral("look"));
    }

    void embeddingsComeAsFloatsOrBase64()
    {
        const auto vectors = [this](const std::string &more) {
            const client::Answer got = client::ask(m_f.dataPort(), "POST", "/v1/embeddings", m_key,
                R"({"model":"test-echo","input":["one","two","one"])" + more + '}');
            return jsonOf(got).value(QLatin1String("data")).toArray();
        };
        const QJsonArray floats = vectors(R"(,"dimensions":8)");
        QCOMPARE(floats.size(), 3);
        const QJsonArray first = floats[0].toObject().value(QLatin1String("embedding")).toArray();
        QCOMPARE(first.size(), 8);
        QCOMPARE(floats[2].toObject().value(QLatin1String("embedding")).toArray(), first);
        QVERIFY(floats[1].toObject().value(QLatin1String("embedding")).toArray() != first);
        const QJsonArray coded = vectors(R"(,"dimensions":8,"encoding_format":"base64")");
        const QByteArray bytes = QByteArray::fromBase64(textAt(coded[0].toObject(), "embedding").toLatin1());
        QCOMPARE(bytes.size(), 32);
        for (int i = 0; i < 8; ++i) {
            float value = 0;
            std::memcpy(&value, bytes.constData() + 4 * i, 4);
            QVERIFY(qAbs(double(value) - first[i].toDouble()) < 1e-6);
        }
        const QJsonObject row = m_f.lastRow();
        QCOMPARE(textAt(row, "family"), QStringLiteral("embeddings"));
        QCOMPARE(numberAt(row, "output_tokens"), 0);
        QVERIFY(numberAt(row, "cost_nanos") > 0);
    }

    void imagesAreRealPictures()
    {
        const client::Answer got = client::ask(m_f.dataPort(), "POST", "/v1/images/generations", m_key,
            R"({"model":"test-echo","prompt":"a square","n":2})");
        const QJsonArray data = jsonOf(got).value(QLatin1String("data")).toArray();
        QCOMPARE(data.size(), 2);
        const QByteArray png = QByteArray::fromBase64(textAt(data[1].toObject(), "b64_json").toLatin1());
        QVERIFY(png.startsWith("\x89PNG\r\n") && png.contains("IEND"));
        QCOMPARE(textAt(m_f.lastRow(), "family"), QStringLiteral("images"));
    }

    void countingCostsNothing()
    {
        const Way way = wayOf(QStringLiteral("messages"), "test-echo", false);
        const client::Answer messages =
            client::ask(m_f.dataPort(), "POST", way.path + "/count_tokens", m_key, way.body);
        QVERIFY(numberAt(jsonOf(messages), "input_tokens") > 3);
        const client::Answer gemini = client::ask(m_f.dataPort(), "POST", "/v1beta/models/test-echo:countTokens", m_key,
            wayOf(QStringLiteral("gemini"), "test-echo", false).body);
        QCOMPARE(numberAt(jsonOf(gemini), "totalTokens"), numberAt(jsonOf(messages), "input_tokens"));
        QCOMPARE(numberAt(m_f.lastRow(), "cost_nanos"), 0);
        const client::Answer nothing = client::ask(
            m_f.dataPort(), "POST", way.path + "/count_tokens", m_key, R"({"model":"test-echo","max_tokens":5})");
        QCOMPARE(nothing.status, 400);
        QVERIFY(nothing.body.find("messages") != std::string::npos);
    }

    void modelsAreListedInEachFamilysWords()
    {
        const auto list = [this](const char *path, const char *header) {
            return jsonOf(client::ask(m_f.dataPort(), "GET", path, m_key, {}, header));
        };
        QCOMPARE(textAt(firstOf(list("/v1/models", ""), "data"), "object"), QStringLiteral("model"));
        const QJsonObject anthropic = list("/v1/models", "anthropic-version: 2023-06-01\r\n");
        QCOMPARE(textAt(firstOf(anthropic, "data"), "type"), QStringLiteral("model"));
        QCOMPARE(textAt(anthropic, "first_id"), QStringLiteral("test-echo"));
        QCOMPARE(textAt(firstOf(list("/v1beta/models", ""), "models"), "name"), QStringLiteral("models/test-echo"));
        const std::string header = "x-goog-api-key: " + m_key + "\r\n";
        QVERIFY(list("/v1/models", header.c_str()).contains(QLatin1String("models")));
    }

    void googlesSdkMaySayV1()
    {
        const std::string body = wayOf(QStringLiteral("gemini"), "test-echo", false).body;
        for (const char *path : {"/v1/models/test-echo:generateContent", "/v1beta/models/test-echo:generateContent"})
            QCOMPARE(client::ask(m_f.dataPort(), "POST", path, m_key, body).status, 200);
        QCOMPARE(client::ask(m_f.dataPort(), "POST", "/v1/models/test-echo:predict", m_key, body).status, 404);
        QCOMPARE(client::ask(m_f.dataPort(), "POST", "/v1/models/test-echo", m_key, body).status, 404);
    }

    void keysAndAliasesAreBoundToFamilies()
    {
        const std::string chatOnly = m_f.newKey("chat-only", R"("families":["chat"])");
        QCOMPARE(m_f.chat(chatOnly, "test-echo", "hello").status, 200);
        const Way way = wayOf(QStringLiteral("messages"), "test-echo", false);
        QCOMPARE(client::ask(m_f.dataPort(), "POST", way.path, chatOnly, way.body).status, 403);
        QCOMPARE(client::ask(m_f.dataPort(), "GET", "/v1/models", chatOnly).status, 200);
        m_f.admin("PUT", "/aliases/words",
            R"({"routes":[{"upstream":"scripted","model":"test-echo"}],"families":["messages"]})");
        QCOMPARE(m_f.chat(m_key, "words", "hello").status, 404);
        QCOMPARE(ask(wayOf(QStringLiteral("messages"), "words", false)).status, 200);
    }

    // A second gateway stands in for each provider: path, key header and model are the family's.
    void eachFamilyGoesThroughToItsKind_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("base");
        using proxy::UpstreamKind;
        QTest::addRow("responses") << QStringLiteral("responses") << int(UpstreamKind::OpenAi) << QStringLiteral("/v1");
        QTest::addRow("messages") << QStringLiteral("messages") << int(UpstreamKind::Anthropic)
                                  << QStringLiteral("/v1");
        QTest::addRow("gemini") << QStringLiteral("gemini") << int(UpstreamKind::Gemini) << QStringLiteral("/v1beta");
    }

    void eachFamilyGoesThroughToItsKind()
    {
        QFETCH(QString, family);
        QFETCH(int, kind);
        QFETCH(QString, base);
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options;
        const std::string url = "http://127.0.0.1:" + std::to_string(behind.dataPort()) + base.toStdString();
        options.upstreams = {{"real", proxy::UpstreamKind(kind), url, behind.newKey(), {}}};
        options.aliases = {{"front", {{"real", "test-echo"}}, proxy::Price{1'000'000'000, 2'000'000'000, {}, {}}}};
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (const bool stream : {false, true}) {
            const Way way = wayOf(family, "front", stream);
            const client::Answer got = client::ask(f.dataPort(), "POST", way.path, key, way.body);
            QCOMPARE(got.status, 200);
            QVERIFY(got.whole);
            QCOMPARE(stream ? textOf(family, eventsOf(got)) : textOf(family, jsonOf(got)),
                QStringLiteral("Repeat: one two three"));
            const QJsonObject front = f.lastRow();
            const QJsonObject back = behind.lastRow();
            QCOMPARE(textAt(back, "alias"), QStringLiteral("test-echo"));
            QVERIFY(numberAt(front, "cost_nanos") > 0);
            for (const char *name : {"family", "request_id", "input_tokens", "output_tokens", "ended"})
                QCOMPARE(front.value(QLatin1String(name)), back.value(QLatin1String(name)));
        }
        if (kind != int(proxy::UpstreamKind::OpenAi))
            QCOMPARE(f.chat(key, "front", "hello").status, 404);
    }

private:
    client::Answer ask(const Way &way) const { return client::ask(m_f.dataPort(), "POST", way.path, m_key, way.body); }

    Fixture m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(FamiliesTest)
#include "tst_families.moc"
