// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/body_scan.h"
#include "proxy/digest.h"
#include "proxy/json_walk.h"
#include <QTest>
#include <simdjson.h>

namespace {

using Members = std::vector<proxy::JsonMember>;

const std::string answer =
    "{\"id\":\"a\\n\\u00e9\",\"created\":1787390000,\"choices\":[{\"index\":0,\"message\":{\"content\":\"it said "
    "\\\"usage\\\": {} \\\\\","
    "\"refusal\":null,\"sixteen bytes name\":[[],{},[1.5,-20,true]]},\"finish_reason\":\"stop\"}],"
    " \"usage\" : {\"prompt_tokens\": 25, \"details\":{\"cached\":7,\"none\":{}}, \"completion_tokens\":9 } "
    ",\"last\":\"äöü\"}";

bool isSure(std::string_view text)
{
    Members members;
    return proxy::JsonMembers::list(text, members);
}

bool isJson(const std::string &text)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    return parser.parse(text).get_object().get(object) == simdjson::SUCCESS;
}

// The scan of a body, with the parser's padding behind it.
proxy::BodyScan scanOf(std::string body)
{
    const std::size_t size = body.size();
    body.resize(size + proxy::jsonPadding());
    return proxy::scanBody(body.data(), size, body.size());
}

} // namespace

// The walk that spares most bodies and answers a parser, and what is read with it.
class JsonWalkTest : public QObject
{
    Q_OBJECT

private slots:
    void membersOfObjectsAreFoundAtTheirDepth()
    {
        Members all;
        QVERIFY(proxy::JsonMembers::list(answer, all));
        const proxy::JsonMembers members(all);
        proxy::JsonMembers usage;
        proxy::JsonMembers details;
        QVERIFY(members.open("usage", usage) && usage.open("details", details));
        QCOMPARE(proxy::integerOf(usage["prompt_tokens"]), std::optional<std::int64_t>(25));
        QCOMPARE(proxy::integerOf(usage["completion_tokens"]), std::optional<std::int64_t>(9));
        QCOMPARE(details["cached"], std::string_view("7"));
        QCOMPARE(proxy::plainTextOf(members["last"]), std::optional<std::string_view>("äöü"));
        QVERIFY(!proxy::plainTextOf(members["id"]));
        for (const char *elsewhere : {"cached", "content", "prompt_tokens", "finish_reason", ""})
            QVERIFY2(members[elsewhere].empty(), elsewhere);
        QVERIFY(!members.open("created", usage) && !members.open("choices", usage));
    }

    void theFirstOfANameCounts()
    {
        Members all;
        QVERIFY(proxy::JsonMembers::list("{\"a\":{\"b\":1},\"b\":2,\"a\":3}", all));
        QCOMPARE(proxy::JsonMembers(all)["a"], std::string_view("{\"b\":1}"));
        QCOMPARE(proxy::JsonMembers(all)["b"], std::string_view("2"));
    }

    void whatIsNotSureGoesToTheParser_data()
    {
        QTest::addColumn<QByteArray>("text");
        const std::string deep = "{\"a\":" + std::string(70, '[') + std::string(70, ']') + '}';
        for (const std::string &text : {std::string(), std::string("[]"), std::string("{"), std::string("{} x"),
                 std::string("{,}"), std::string("{\"a\":1,}"), std::string("{\"a\" 1}"), std::string("{\"a\":01}"),
                 std::string("{\"a\":-0}"), std::string("{\"a\":1.}"), std::string("{\"a\":1e5}"),
                 std::string("{\"a\":1234567890123456789}"), std::string("{\"a\":tru}"), std::string("{\"a\":nulll}"),
                 std::string("{\"a\":\"\\x\"}"), std::string("{\"a\":\"\\ud83d\"}"), std::string("{\"\\u0061\":1}"),
                 std::string("{\"a\":[1 2]}"), std::string("{\"a\":[1}}"), std::string("{\"a\":{\"b\"}}"),
                 std::string("{\"a\":\"\n\"}"), std::string("{\"a\":\"\xff long enough for a whole block\"}"), deep})
            QTest::addRow("%s", text.substr(0, 24).c_str()) << QByteArray::fromStdString(text);
    }
    void whatIsNotSureGoesToTheParser()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!isSure(text.toStdString()));
    }

    void whatItIsSureOfIsJson()
    {
        QVERIFY(isSure(answer) && isJson(answer));
        for (std::size_t size = 0; size < answer.size(); ++size)
            QVERIFY2(!isSure(std::string_view(answer).substr(0, size)), answer.substr(0, size).c_str());
        int sure = 0;
        for (std::size_t at = 0; at < answer.size(); ++at) {
            for (const char other : std::string_view("\"\\{}[],:0e-. nu\x01\x7f\xc3", 19)) {
                std::string text = answer;
                text[at] = other;
                sure += isSure(text);
                QVERIFY2(!isSure(text) || isJson(text), text.c_str());
            }
        }
        QVERIFY(sure > 1000); // many are harmless
    }

    // The parser reads what the walk leaves to it: an odd member changes nothing of the rest.
    void aBodyIsReadTheSameEitherWay()
    {
        const std::string usual =
            "{\"model\":\"m-1\",\"stream\":true,\"stream_options\":{\"include_usage\":true,\"x\":[1]},"
            "\"max_tokens\":7,\"max_completion_tokens\":9,\"n\":2,\"tools\":[],\"dimensions\":3";
        const proxy::BodyScan walked = scanOf(usual + "}");
        const proxy::BodyScan parsed = scanOf(usual + ",\"odd\":1e5}");
        QVERIFY(isSure(usual + "}") && !isSure(usual + ",\"odd\":1e5}"));
        for (const proxy::BodyScan &scan : {walked, parsed}) {
            QVERIFY(scan.valid && scan.stream && scan.includeUsage && scan.tools && !scan.empty);
            QCOMPARE(scan.model, std::string("m-1"));
            QCOMPARE(usual.substr(scan.modelStart, scan.modelLength), std::string("\"m-1\""));
            QCOMPARE(scan.maxTokens, std::optional<std::int64_t>(9));
            QCOMPARE(scan.choices * 10 + scan.dimensions, 23);
        }
        QCOMPARE(scanOf("{\"model\":\"a\",\"Model\":\"b\"}").models, 2);
        QVERIFY(!scanOf("{\"model\":\"a\",\"stream\":\"yes\"}").valid);
        QVERIFY(scanOf("{}").valid && scanOf("{}").empty);
    }

    void aConnectionsKeyIsHashedAsItComes()
    {
        proxy::DigestMemory memory;
        const std::string longOne(1000, 'k');
        for (const std::string &text : {std::string("sk-one"), std::string("sk-one"), std::string("sk-two"),
                 std::string("sk-on"), longOne, longOne, std::string("sk-one")})
            QVERIFY(memory.of(text) == proxy::digestOf(text));
    }
};

QTEST_GUILESS_MAIN(JsonWalkTest)
#include "tst_json_walk.moc"
