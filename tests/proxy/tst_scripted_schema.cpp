// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyed_gateway.h"

// Values that scripted models make by a JSON schema: arguments of tools and whole answers, in each family.
class ScriptedSchemaTest : public QObject, private KeyedGateway
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startWith()); }

    void argumentsKeepToTheToolsSchema_data() { eachTongue(); }
    void argumentsKeepToTheToolsSchema()
    {
        QFETCH(int, tongue);
        const Tongue &own = tongues[tongue];
        const QString tools = filled(own.tools, schema);
        keepsToSchema(objectAt(ask(own, "test-tools", tools), own.call));
        QCOMPARE(textAt(objectAt(ask(own, "test-tools", tools), own.call), "city"), QStringLiteral("Zürich"));
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

    void boundsOfAnySizeMakeNumbers_data()
    {
        QTest::addColumn<QString>("bounds");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        const auto row = [](const char *bounds, double least, double most) {
            QTest::addRow("%s", bounds) << QString::fromLatin1(bounds) << least << most;
        };
        row(R"("type":"number","minimum":0.1,"maximum":0.2)", 0.1, 0.2);
        row(R"("type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.1)", 0.01, 0.09);
        row(R"("type":"integer","maximum":-5)", -1000, -5);
        row(R"("type":"integer","minimum":1,"maximum":1)", 1, 1);
        row(R"("type":"number","minimum":1e308,"multipleOf":1e-300)", -1, 1);
        row(R"("type":"integer","multipleOf":0)", 21, 21);
        row(R"("type":"integer","minimum":9000000000000000)", 9e15, 1e16);
    }
    void boundsOfAnySizeMakeNumbers()
    {
        QFETCH(QString, bounds);
        QFETCH(double, least);
        QFETCH(double, most);
        for (const char *seed : {"", ",\"seed\":7"}) {
            const QString wish = QStringLiteral(R"(,"response_format":{"type":"json_schema","json_schema":{"schema":)"
                                                R"({"type":"object","properties":{"n":{%1}}}}})")
                                     .arg(bounds)
                + QString::fromLatin1(seed);
            const QJsonValue n =
                objectAt(ask(tongues[0], "test-echo", wish), tongues[0].text).value(QLatin1String("n"));
            QVERIFY(n.isDouble());
            QVERIFY2(n.toDouble() >= least && n.toDouble() <= most, qPrintable(QString::number(n.toDouble())));
        }
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
};

QTEST_GUILESS_MAIN(ScriptedSchemaTest)
#include "tst_scripted_schema.moc"
