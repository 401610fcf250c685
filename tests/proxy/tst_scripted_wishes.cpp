// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyed_gateway.h"
#include <QMap>

// What a request asks of a scripted model beside its text: tools, JSON, choices, stops, a seed, pictures.
class ScriptedWishesTest : public QObject, private KeyedGateway
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startWith()); }

    void toolsAreCalledWhenForcedAndNotWhenForbidden_data() { eachTongue(); }
    void toolsAreCalledWhenForcedAndNotWhenForbidden()
    {
        QFETCH(int, tongue);
        const Tongue &own = tongues[tongue];
        const QString tools = filled(own.tools, schema);
        const QString forced = tools + QString::fromLatin1(own.forced);
        QVERIFY(objectAt(ask(own, "test-echo", tools), own.call).isEmpty());
        keepsToSchema(objectAt(ask(own, "test-echo", forced), own.call));
        const QJsonObject silent = ask(own, "test-tools", tools + QString::fromLatin1(own.none));
        QVERIFY(objectAt(silent, own.call).isEmpty());
        QVERIFY(at(silent, QString::fromLatin1(own.text)).toString().contains(QLatin1String("weather?")));
        QString other = forced;
        other.replace(QLatin1String("look"), QLatin1String("gaze"));
        other.replace(other.indexOf(QLatin1String("gaze")), 4, QLatin1String("look"));
        const client::Answer refused = say(own, "test-echo", other);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.find("gaze") != std::string::npos);
    }

    void geminisOtherSpellingIsUnderstood()
    {
        const QString wish = QStringLiteral(
            R"(,"tools":[{"function_declarations":[{"name":"look","parameters":{"type":"OBJECT"}}]}],)"
            R"("tool_config":{"function_calling_config":{"mode":"ANY","allowed_function_names":["look"]}})");
        QCOMPARE(
            at(ask(tongues[3], "test-echo", wish), QStringLiteral("candidates.0.content.parts.0.functionCall.name"))
                .toString(),
            QStringLiteral("look"));
        const QString cut = QStringLiteral(R"(,"generation_config":{"max_output_tokens":1})");
        QCOMPARE(at(ask(tongues[3], "test-echo", cut), QStringLiteral("candidates.0.finishReason")).toString(),
            QStringLiteral("MAX_TOKENS"));
    }

    void severalToolsAreCalledAtOnceUnlessOneIsWanted_data() { eachTongue(); }
    void severalToolsAreCalledAtOnceUnlessOneIsWanted()
    {
        QFETCH(int, tongue);
        const Tongue &own = tongues[tongue];
        const QString tools = filled(own.tools, schema);
        const auto calls = [&](const QString &wish) {
            const QString body = QString::fromStdString(say(own, "test-tools-parallel", tools + wish).body);
            return body.count(QStringLiteral("Zürich")) + body.count(QStringLiteral("Łódź"));
        };
        QCOMPARE(calls({}), 2); // the third is in Tokyo
        const QString alone = tongue == 2
            ? QStringLiteral(R"(,"tool_choice":{"type":"auto","disable_parallel_tool_use":true})")
            : QStringLiteral(R"(,"parallel_tool_calls":false)");
        if (tongue != 3) // Gemini has no such wish
            QCOMPARE(calls(alone), 1);
    }

    void parallelCallsCanBeToldApart_data()
    {
        QTest::addColumn<bool>("inTurn");
        QTest::addRow("test-tools-parallel") << false;
        QTest::addRow("test-tools-interleaved") << true;
    }
    void parallelCallsCanBeToldApart()
    {
        QFETCH(bool, inTurn);
        const client::Answer answer = say(
            tongues[0], QTest::currentDataTag(), filled(tongues[0].tools, schema) + QStringLiteral(",\"stream\":true"));
        QMap<int, QString> arguments;
        QMap<int, QString> ids;
        int switches = 0;
        int last = 0;
        for (const QJsonObject &chunk : chunksOf(answer)) {
            const QJsonObject call = at(chunk, QStringLiteral("choices.0.delta.tool_calls.0")).toObject();
            if (call.isEmpty())
                continue;
            const int index = call.value(QLatin1String("index")).toInt(-1);
            switches += index != last;
            last = index;
            arguments[index] += at(call, QStringLiteral("function.arguments")).toString();
            ids[index] += textAt(call, "id");
        }
        QCOMPARE(arguments.size(), 3);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 3);
        for (const QString &one : arguments)
            keepsToSchema(parsed(one));
        QCOMPARE(switches > 10, inTurn);
    }

    void toolCallsComeInOtherShapes()
    {
        const auto body = [this](const char *model) {
            return say(tongues[0], model, filled(tongues[0].tools, schema) + QStringLiteral(",\"stream\":true"));
        };
        QCOMPARE(QString::fromStdString(body("test-tools-whole").body).count(QLatin1String("\"tool_calls\":[{")), 1);
        QVERIFY(body("test-tools-no-index").body.find(R"("tool_calls":[{"index")") == std::string::npos);
        QVERIFY(body("test-tools-empty-id").body.find(R"({"index":0,"id":"","function")") != std::string::npos);
        QVERIFY(body("test-tools-stop").body.find(R"("finish_reason":"stop")") != std::string::npos);
    }

    void choicesComeInTurnAndAreAllCounted()
    {
        const QJsonObject one = ask(tongues[0], "test-echo", {});
        const QJsonObject three = ask(tongues[0], "test-echo", QStringLiteral(",\"n\":3"));
        QCOMPARE(three.value(QLatin1String("choices")).toArray().size(), 3);
        QVERIFY(at(three, QStringLiteral("choices.2.message.content")).toString().endsWith(QLatin1String("(3)")));
        QVERIFY(at(three, QStringLiteral("usage.completion_tokens")).toInt()
            > 2 * at(one, QStringLiteral("usage.completion_tokens")).toInt());
        QCOMPARE(m_f->lastRow().value(QLatin1String("output_tokens")).toInt(),
            at(three, QStringLiteral("usage.completion_tokens")).toInt());
        QMap<int, QString> texts;
        QList<int> order;
        for (const QJsonObject &chunk :
            chunksOf(say(tongues[0], "test-echo", QStringLiteral(",\"n\":3,\"stream\":true")))) {
            const QJsonObject choice = at(chunk, QStringLiteral("choices.0")).toObject();
            order << choice.value(QLatin1String("index")).toInt();
            texts[order.last()] += at(choice, QStringLiteral("delta.content")).toString();
        }
        QCOMPARE(order.mid(0, 6), QList<int>({0, 1, 2, 0, 1, 2}));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(texts[i], at(three, QStringLiteral("choices.%1.message.content").arg(i)).toString());
        for (const char *wrong : {",\"n\":17", ",\"n\":0"})
            QCOMPARE(say(tongues[0], "test-echo", QString::fromLatin1(wrong)).status, 400);
        const QJsonObject gemini =
            ask(tongues[3], "test-echo", QStringLiteral(R"(,"generationConfig":{"candidateCount":2})"));
        QCOMPARE(gemini.value(QLatin1String("candidates")).toArray().size(), 2);
    }

    void stopSequencesEndTheText()
    {
        const QString said = QStringLiteral("You said: ");
        const auto text = [this](const Tongue &own, const char *wish) {
            return at(ask(own, "test-echo", QString::fromLatin1(wish)), QString::fromLatin1(own.text)).toString();
        };
        QCOMPARE(text(tongues[0], R"(,"stop":"weather")"), said);
        QCOMPARE(text(tongues[0], R"(,"stop":["?","wea"])"), said);
        QCOMPARE(text(tongues[3], R"(,"generationConfig":{"stopSequences":["weather"]})"), said);
        const QJsonObject message = ask(tongues[2], "test-echo", QStringLiteral(R"(,"stop_sequences":["weather"])"));
        QCOMPARE(textAt(message, "stop_reason"), QStringLiteral("stop_sequence"));
        QCOMPARE(textAt(message, "stop_sequence"), QStringLiteral("weather"));
        QCOMPARE(at(ask(tongues[0], "test-echo", QStringLiteral(R"(,"stop":"weather")")),
                     QStringLiteral("choices.0.finish_reason"))
                     .toString(),
            QStringLiteral("stop"));
    }

    void picturesAreTakenAndCounted_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("count");
        const auto row = [](const char *name, const char *path, const char *body, const char *count) {
            QTest::addRow("%s", name) << QString::fromLatin1(path) << QString::fromLatin1(body)
                                      << QString::fromLatin1(count);
        };
        row("chat", "/v1/chat/completions",
            R"({"model":"test-echo","messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}]})",
            "usage.prompt_tokens");
        row("responses", "/v1/responses",
            R"({"model":"test-echo","input":[{"role":"user","content":[{"type":"input_text","text":"see"},{"type":"input_image","image_url":"data:image/png;base64,AA=="}]}]})",
            "usage.input_tokens");
        row("messages", "/v1/messages",
            R"({"model":"test-echo","max_tokens":99,"messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}}]}]})",
            "usage.input_tokens");
        row("gemini", "/v1beta/models/test-echo:generateContent",
            R"({"contents":[{"parts":[{"text":"see"},{"inlineData":{"mimeType":"image/png","data":"AA=="}}]}]})",
            "usageMetadata.promptTokenCount");
    }
    void picturesAreTakenAndCounted()
    {
        QFETCH(QString, path);
        QFETCH(QString, body);
        QFETCH(QString, count);
        const client::Answer answer =
            client::ask(m_f->dataPort(), "POST", path.toStdString(), m_key, body.toStdString());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find("You said: see") != std::string::npos);
        QVERIFY(at(jsonOf(answer), count).toInt() > 85);
    }

private:
    static QList<QJsonObject> chunksOf(const client::Answer &answer)
    {
        QList<QJsonObject> chunks;
        for (const QByteArray &line : QByteArray::fromStdString(answer.body).split('\n')) {
            if (line.startsWith("data: {"))
                chunks << QJsonDocument::fromJson(line.mid(6)).object();
        }
        return chunks;
    }
};

QTEST_GUILESS_MAIN(ScriptedWishesTest)
#include "tst_scripted_wishes.moc"
