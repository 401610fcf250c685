// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway_fixture.h"

// The same wishes in the words of the families that write, for the tests of scripted models.

// A schema with most of what schemas hold.
inline const std::string schema = R"({"type":"object","additionalProperties":false,
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

inline QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

inline QJsonValue at(const QJsonValue &value, const QString &path)
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
inline void keepsToSchema(const QJsonObject &made)
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

inline const Tongue tongues[] = {
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

inline QString filled(const char *text, const std::string &value)
{
    return QString::fromUtf8(text).replace(QLatin1String("%1"), QString::fromStdString(value));
}

inline QJsonObject objectAt(const QJsonObject &answer, const char *path)
{
    const QJsonValue found = at(answer, QString::fromLatin1(path));
    return found.isString() ? parsed(found.toString()) : found.toObject();
}

inline void eachTongue()
{
    QTest::addColumn<int>("tongue");
    for (int i = 0; i < int(std::size(tongues)); ++i)
        QTest::addRow("%s", tongues[i].name) << i;
}

inline client::Answer sayTo(int port, const std::string &key, const Tongue &own, const char *model, const QString &wish,
    const std::string &headers = {})
{
    const QString body = filled(own.before, model) + wish + QLatin1Char('}');
    return client::ask(port, "POST", filled(own.path, model).toStdString(), key, body.toStdString(), headers);
}
