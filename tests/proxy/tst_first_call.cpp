// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

// The spine: a key is issued, a call is made, its row is there.
class FirstCallTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlainCallAnswersAndLeavesARow()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey();
        QVERIFY(key.starts_with("sk-gw-"));
        const client::Answer answer = f.chat(key, "test-echo", "Repeat: N-17 ✓ Привет");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        QVERIFY(!answer.header("x-request-id").empty());
        QCOMPARE(answer.header("request-id"), answer.header("x-request-id"));
        QVERIFY(!answer.header("openai-processing-ms").empty());
        const QJsonObject body = jsonOf(answer);
        const QJsonObject choice = body.value(QLatin1String("choices")).toArray().first().toObject();
        QCOMPARE(textAt(choice.value(QLatin1String("message")).toObject(), "content"),
            QStringLiteral("Repeat: N-17 ✓ Привет"));
        const QJsonObject row = f.lastRow();
        QCOMPARE(textAt(row, "request_id").toStdString(), answer.header("x-request-id"));
        QCOMPARE(textAt(row, "key"), QStringLiteral("k"));
        QCOMPARE(textAt(row, "alias"), QStringLiteral("test-echo"));
        QCOMPARE(textAt(row, "ended"), QStringLiteral("complete"));
        const QJsonObject usage = body.value(QLatin1String("usage")).toObject();
        QCOMPARE(row.value(QLatin1String("input_tokens")), usage.value(QLatin1String("prompt_tokens")));
        QCOMPARE(row.value(QLatin1String("output_tokens")), usage.value(QLatin1String("completion_tokens")));
        QVERIFY(row.value(QLatin1String("cost_nanos")).toInteger() > 0);
    }

    void aStreamArrivesPieceByPieceWithItsEndMark()
    {
        Fixture f;
        QVERIFY(f.start());
        const client::Answer answer =
            f.chat(f.newKey(), "test-echo", "write the numbers 1 to 200, one a line, each with a dot.",
                R"("stream":true,"stream_options":{"include_usage":true},"max_tokens":400)");
        QCOMPARE(answer.header("content-type"), std::string("text/event-stream; charset=utf-8"));
        QVERIFY(answer.whole);
        QVERIFY(answer.chunks > 200);
        QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
        QVERIFY(answer.body.find("\"usage\":{\"prompt_tokens\"") != std::string::npos);
        const QJsonObject row = f.lastRow();
        QCOMPARE(row.value(QLatin1String("output_tokens")).toInteger(), 200);
        QVERIFY(row.value(QLatin1String("first_token_ms")).isDouble());
        QVERIFY(row.value(QLatin1String("streamed")).toBool());
    }

    void modelsAreListedWithTestEchoFirst()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (const char *path : {"/v1/models", "/v1/models/", "/models"}) {
            const QJsonArray models =
                jsonOf(client::ask(f.dataPort(), "GET", path, key)).value(QLatin1String("data")).toArray();
            QVERIFY(models.size() > 30);
            QCOMPARE(textAt(models.first().toObject(), "id"), QStringLiteral("test-echo"));
        }
        QCOMPARE(client::ask(f.dataPort(), "GET", "/v1/models/test-echo", key).status, 200);
        QCOMPARE(client::ask(f.dataPort(), "GET", "/v1/models/no/such", key).status, 404);
    }
};

QTEST_GUILESS_MAIN(FirstCallTest)
#include "tst_first_call.moc"
