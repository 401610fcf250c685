// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <QMap>

namespace {

// A schema with most of what schemas hold.
const std::string schema = R"({"type":"object","additionalProperties":false,
    "required":["city","days","unit","tags","where","level","note","when","mode","twice"],
    "properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":3,"maximum":5},
        "unit":{"type":"string","enum":["kelvin","celsius"]},
        "tags":{"type":"array","items":{"type":"string","maxLength":4},"minItems":3},
        "where":{"type":"object","properties":{"lat":{"type":"number","minimum":-90,"maximum":90},
            "exact":{"type":"boolean"}},"required":["lat","exact"]},
        "level":{"$ref":"#/$defs/level"},"note":{"type":["string","null"],"minLength":20},
        "when":{"type":"string","format":"date-time"},
        "mode":{"anyOf":[{"type":"null"},{"const":"fast"}]},
        "twice":{"type":"integer","exclusiveMinimum":10,"multipleOf":4}},
    "$defs":{"level":{"type":"integer","minimum":7,"maximum":7}}})";

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonValue at(const QJsonValue &value, const QString &path)
{
    QJsonValue found = value;
    for (const QString &step : path.split(QLatin1Char('.'))) {
        bool number = false;
        const int index = step.toInt(&number);
        found = number ? found.toArray().at(index) : found.toObject().value(step);
    }
    return found;
}

// Does the value keep to the schema above, written out by hand?
void keepsToSchema(const QJsonObject &made)
{
    QCOMPARE(made.size(), 10);
    QVERIFY(!made.value(QLatin1String("city")).toString().isEmpty());
    const double days = made.value(QLatin1String("days")).toDouble();
    QVERIFY(days == 3 || days == 4 || days == 5);
    QVERIFY(QStringList({QStringLiteral("kelvin"), QStringLiteral("celsius")}).contains(textAt(made, "unit")));
    QVERIFY(made.value(QLatin1String("tags")).toArray().size() >= 3);
    for (const QJsonValue &tag : made.value(QLatin1String("tags")).toArray())
        QVERIFY(tag.isString() && tag.toString().size() <= 4);
    QVERIFY(at(made, QStringLiteral("where.lat")).isDouble());
    QVERIFY(qAbs(at(made, QStringLiteral("where.lat")).toDouble()) <= 90);
    QVERIFY(at(made, QStringLiteral("where.exact")).isBool());
    QCOMPARE(made.value(QLatin1String("level")).toDouble(), 7.0);
    QVERIFY(textAt(made, "note").size() >= 20);
    QVERIFY(QDateTime::fromString(textAt(made, "when"), Qt::ISODate).isValid());
    QCOMPARE(textAt(made, "mode"), QStringLiteral("fast"));
    const int twice = made.value(QLatin1String("twice")).toInt();
    QVERIFY(twice > 10 && twice % 4 == 0);
}

// One family's way of saying things.
struct Tongue
{
    const char *name;
    const char *path;
    const char *before; // the body up to the members that differ; %1 is the model
    const char *tools; // one tool called look with the schema %1
    const char *none;
    const char *forced;
    const char *json; // an answer that keeps to the schema %1
    const char *call; // where the call's arguments stand
    const char *text; // where the text stands
};

const Tongue tongues[] = {
    {"chat", "/v1/chat/completions", R"({"model":"%1","messages":[{"role":"user","content":"weather?"}])",
        R"(,"tools":[{"type":"function","function":{"name":"look","parameters":%1}}])", R"(,"tool_choice":"none")",
        R"(,"tool_choice":{"type":"function","function":{"name":"look"}})",
        R"(,"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":%1}})",
        "choices.0.message.tool_calls.0.function.arguments", "choices.0.message.content"},
    {"responses", "/v1/responses", R"({"model":"%1","input":"weather?")",
        R"(,"tools":[{"type":"function","name":"look","parameters":%1}])", R"(,"tool_choice":"none")",
        R"(,"tool_choice":{"type":"function","name":"look"})",
        R"(,"text":{"format":{"type":"json_schema","name":"a","schema":%1}})", "output.0.arguments",
        "output.0.content.0.text"},
    {"messages", "/v1/messages", R"({"model":"%1","max_tokens":4000,"messages":[{"role":"user","content":"weather?"}])",
        R"(,"tools":[{"name":"look","input_schema":%1}])", R"(,"tool_choice":{"type":"none"})",
        R"(,"tool_choice":{"type":"tool","name":"look"})",
        R"(,"output_config":{"format":{"type":"json_schema","schema":%1}})", "content.0.input", "content.0.text"},
    {"gemini", "/v1beta/models/%1:generateContent", R"({"contents":[{"role":"user","parts":[{"text":"weather?"}]}])",
        R"(,"tools":[{"functionDeclarations":[{"name":"look","parametersJsonSchema":%1}]}])",
        R"(,"toolConfig":{"functionCallingConfig":{"mode":"NONE"}})",
        R"(,"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["look"]}})",
        R"(,"generationConfig":{"responseMimeType":"application/json","responseJsonSchema":%1})",
        "candidates.0.content.parts.0.functionCall.args", "candidates.0.content.parts.0.text"},
};

QString filled(const char *text, const std::string &value)
{
    return QString::fromUtf8(text).replace(QLatin1String("%1"), QString::fromStdString(value));
}

QJsonObject objectAt(const QJsonObject &answer, const char *path)
{
    const QJsonValue found = at(answer, QString::fromLatin1(path));
    return found.isString() ? parsed(found.toString()) : found.toObject();
}

} // namespace

// What a request asks of a scripted model beside its text: tools, JSON, choices, stops, a seed, pictures.
class ScriptedWishesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_f.start());
        m_key = m_f.newKey();
    }

    void argumentsKeepToTheToolsSchema_data() { eachTongue(); }
    void argumentsKeepToTheToolsSchema()
    {
        QFETCH(int, tongue);
        const Tongue &own = tongues[tongue];
        const QString tools = filled(own.tools, schema);
        keepsToSchema(objectAt(ask(own, "test-tools", tools), own.call));
        QCOMPARE(textAt(objectAt(ask(own, "test-tools", tools), own.call), "city"), QStringLiteral("Zürich"));
    }

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

    void answersKeepToASchema_data() { eachTongue(); }
    void answersKeepToASchema()
    {
        QFETCH(int, tongue);
        const Tongue &own = tongues[tongue];
        keepsToSchema(objectAt(ask(own, "test-echo", filled(own.json, schema)), own.text));
    }

    void aJsonObjectCanBeAskedForWithoutASchema()
    {
        const QJsonObject answer =
            ask(tongues[0], "test-echo", QStringLiteral(R"(,"response_format":{"type":"json_object"})"));
        QVERIFY(textAt(objectAt(answer, tongues[0].text), "answer").contains(QLatin1String("weather?")));
        const QJsonObject broken =
            ask(tongues[0], "test-json-broken", QStringLiteral(R"(,"response_format":{"type":"json_object"})"));
        QVERIFY(objectAt(broken, tongues[0].text).isEmpty());
    }

    void aSchemaThatRefersToItselfEnds()
    {
        const std::string endless =
            R"({"type":"object","properties":{"next":{"$ref":"#"},"list":{"type":"array","items":{"$ref":"#"}}}})";
        const std::string required = R"({"type":"object","properties":{"next":{"$ref":"#"}},"required":["next"]})";
        for (const std::string &one : {endless, required}) {
            const client::Answer answer = say(tongues[0], "test-echo", filled(tongues[0].json, one));
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body.size() < 1'000'000);
        }
    }

    void geminisOwnSchemasAreUnderstood()
    {
        const QString wish = QStringLiteral(
            R"(,"generationConfig":{"responseMimeType":"application/json","responseSchema":)"
            R"({"type":"ARRAY","minItems":"2","maxItems":"2","items":{"type":"OBJECT","properties":{"n":{"type":"INTEGER"}}}}})");
        const QString text = at(ask(tongues[3], "test-echo", wish), QString::fromLatin1(tongues[3].text)).toString();
        const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
        QCOMPARE(list.size(), 2);
        QVERIFY(list.at(1).toObject().value(QLatin1String("n")).isDouble());
        const QString word = QStringLiteral(
            R"(,"generationConfig":{"responseMimeType":"text/x.enum","responseSchema":{"type":"STRING","enum":["yes","no"]}})");
        QCOMPARE(at(ask(tongues[3], "test-echo", word), QString::fromLatin1(tongues[3].text)).toString(),
            QStringLiteral("yes"));
    }

    void anotherSeedIsAnotherAnswer()
    {
        const auto city = [this](const char *seed) {
            const QString wish = filled(tongues[0].tools, schema) + QString::fromLatin1(seed);
            return textAt(objectAt(ask(tongues[0], "test-tools", wish), tongues[0].call), "city");
        };
        QCOMPARE(city(R"(,"seed":0)"), city(""));
        QCOMPARE(city(R"(,"seed":1)"), city(R"(,"seed":1)"));
        QVERIFY(city(R"(,"seed":1)") != city(""));
        const auto prose = [this](const char *seed) {
            return at(ask(tongues[0], "test-prose", QString::fromLatin1(seed)), QString::fromLatin1(tongues[0].text))
                .toString();
        };
        QCOMPARE(prose(R"(,"seed":9)"), prose(R"(,"seed":9)"));
        QVERIFY(prose(R"(,"seed":9)") != prose(R"(,"seed":8)"));
        QVERIFY(prose("").size() > 500);
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
        QCOMPARE(m_f.lastRow().value(QLatin1String("output_tokens")).toInt(),
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
            client::ask(m_f.dataPort(), "POST", path.toStdString(), m_key, body.toStdString());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find("You said: see") != std::string::npos);
        QVERIFY(at(jsonOf(answer), count).toInt() > 85);
    }

private:
    static void eachTongue()
    {
        QTest::addColumn<int>("tongue");
        for (int i = 0; i < int(std::size(tongues)); ++i)
            QTest::addRow("%s", tongues[i].name) << i;
    }

    static QList<QJsonObject> chunksOf(const client::Answer &answer)
    {
        QList<QJsonObject> chunks;
        for (const QByteArray &line : QByteArray::fromStdString(answer.body).split('\n')) {
            if (line.startsWith("data: {"))
                chunks << QJsonDocument::fromJson(line.mid(6)).object();
        }
        return chunks;
    }

    client::Answer say(const Tongue &own, const char *model, const QString &wish) const
    {
        const QString body = filled(own.before, model) + wish + QLatin1Char('}');
        return client::ask(m_f.dataPort(), "POST", filled(own.path, model).toStdString(), m_key, body.toStdString());
    }
    QJsonObject ask(const Tongue &own, const char *model, const QString &wish) const
    {
        return jsonOf(say(own, model, wish));
    }

    Fixture m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(ScriptedWishesTest)
#include "tst_scripted_wishes.moc"
