// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/base_url.h"
#include "proxy/chunk_scan.h"
#include "proxy/json_out.h"
#include "proxy/meter.h"
#include <QTest>

namespace {

const std::string stream =
    "data: {\"choices\": [{\"delta\": {\"role\": \"assistant\", \"content\": \"\"}, \"finish_reason\": null}]}\r\n\r\n"
    ": waiting\r\n\r\n"
    "data:{\"choices\":[{\"delta\":{\"content\":\"a \\\"usage\\\":{} ä\"},\"finish_reason\":null}],\"usage\":null}\n\n"
    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: {\"choices\":[],\"usage\":{\"completion_tokens\":4,\"prompt_tokens\":9,"
    "\"prompt_tokens_details\":{\"cached_tokens\":2},\"completion_tokens_details\":{\"reasoning_tokens\":1}}}\n\n"
    "data: [DONE]\n\n";

proxy::Meter metered(const std::string &bytes, std::size_t step, bool clean = true)
{
    proxy::Meter meter;
    meter.begin(proxy::Family::Chat, 200, "text/event-stream");
    for (std::size_t at = 0; at < bytes.size(); at += step)
        meter.feed(std::string_view(bytes).substr(at, step), std::int64_t(at));
    meter.finish(clean);
    return meter;
}

} // namespace

// What is read along an answer, however its bytes are cut.
class MeterTest : public QObject
{
    Q_OBJECT

private slots:
    void aStreamReadsTheSameHoweverItIsCut()
    {
        for (const std::size_t step :
            {std::size_t(1), std::size_t(2), std::size_t(7), std::size_t(100), stream.size()}) {
            const proxy::Meter meter = metered(stream, step);
            QCOMPARE(meter.tokens().input, std::optional<std::int64_t>(9));
            QCOMPARE(meter.tokens().output, std::optional<std::int64_t>(4));
            QCOMPARE(meter.tokens().cached, std::optional<std::int64_t>(2));
            QCOMPARE(meter.tokens().reasoning, std::optional<std::int64_t>(1));
            QCOMPARE(meter.ended(), proxy::Ended::Complete);
            QVERIFY(meter.firstTokenMs().has_value());
            QVERIFY(meter.seenTokens() > 0);
        }
    }

    void linesEndInThreeWaysAndAnEventMayHaveSeveral()
    {
        QByteArray bytes = QByteArray::fromStdString(stream);
        bytes.replace("\r\n", "\n");
        QByteArray split = bytes;
        split.replace(",\"usage\"", ",\ndata: \"usage\"").replace("\"finish_reason\"", "\ndata: \"finish_reason\"");
        for (const QByteArray &each : {bytes, split}) {
            for (const char *end : {"\n", "\r\n", "\r"}) {
                QByteArray sent = each;
                const proxy::Meter meter = metered(sent.replace("\n", end).toStdString(), 5);
                QCOMPARE(meter.tokens().input, std::optional<std::int64_t>(9));
                QCOMPARE(meter.tokens().reasoning, std::optional<std::int64_t>(1));
                QCOMPARE(meter.ended(), proxy::Ended::Complete);
            }
        }
    }

    void theFirstTokenIsTheFirstText()
    {
        const proxy::Meter meter = metered(stream, 1);
        QVERIFY(meter.firstTokenMs().value() > std::int64_t(stream.find("finish_reason\":null")));
    }

    void anEndWithoutAFinishIsACut()
    {
        const std::string part = stream.substr(0, stream.find("data: {\"choices\":[{\"delta\":{},"));
        QCOMPARE(metered(part, 9).ended(), proxy::Ended::UpstreamCut);
        QCOMPARE(metered(part + "data: [DONE]\n\n", 9).ended(), proxy::Ended::UpstreamCut);
        QCOMPARE(metered(stream, 9, false).ended(), proxy::Ended::UpstreamCut);
        QVERIFY(!metered(part, 9).tokens().input.has_value());
    }

    void anErrorInTheStreamIsAnError()
    {
        QCOMPARE(metered("data: {\"error\":{\"message\":\"x\"}}\n\n", 3).ended(), proxy::Ended::Error);
        QCOMPARE(metered("event: error\ndata: {}\n\n", 3).ended(), proxy::Ended::Error);
        QCOMPARE(
            metered("data: "
                    "{\"choices\":[{\"delta\":{\"content\":\"error\"},\"finish_reason\":\"stop\"}],\"error\":null}\n\n",
                3)
                .ended(),
            proxy::Ended::Complete);
    }

    void aLineWithoutEndIsNotKeptForEver()
    {
        proxy::Meter meter;
        meter.begin(proxy::Family::Chat, 200, "text/event-stream");
        const std::string megabyte(1U << 20, 'x');
        for (int i = 0; i < 20; ++i)
            meter.feed(megabyte, 1);
        meter.feed("\ndata: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n", 2);
        meter.finish(true);
        QCOMPARE(meter.ended(), proxy::Ended::Complete);
    }

    void chunkFramesAreFoundHoweverTheyAreCut()
    {
        const std::string framed = "5;ext=1\r\nhello\r\nC\r\n, chunked wo\r\n003\r\nrld\r\n0\r\nTrailer: x\r\n\r\nNEXT";
        for (const std::size_t step : {std::size_t(1), std::size_t(3), framed.size()}) {
            proxy::ChunkScan scan;
            std::string payload;
            std::size_t used = 0;
            for (std::size_t at = 0; at < framed.size() && !scan.done(); at += step)
                used += scan.feed(
                    std::string_view(framed).substr(at, step), [&](std::string_view part) { payload += part; });
            QVERIFY(scan.done());
            QCOMPARE(payload, std::string("hello, chunked world"));
            QCOMPARE(used, framed.size() - 4);
        }
        for (const char *bad : {"x\r\n", "\r\n", "5\nhello", "5\r\nhelloX", "ffffffffffffffffff\r\n"}) {
            proxy::ChunkScan scan;
            scan.feed(bad, [](std::string_view) {});
            QVERIFY2(scan.bad(), bad);
        }
    }

    // A count no answer can have is not told at all: summed up it would turn round and give a key money.
    void countsBeyondReasonAreNotBelieved()
    {
        const auto tokensOf = [](proxy::Family family, const std::string &usage) {
            proxy::Meter meter;
            meter.begin(family, 200, "application/json");
            meter.feed(usage, 1);
            meter.finish(true);
            return meter.tokens();
        };
        const std::string most = "9223372036854775807";
        const proxy::Tokens messages = tokensOf(proxy::Family::Messages,
            R"({"usage":{"input_tokens":5,"cache_read_input_tokens":)" + most + R"(,"output_tokens":)" + most + "}}");
        QCOMPARE(messages.input, std::optional<std::int64_t>(5));
        QVERIFY(!messages.output && !messages.cached);
        const proxy::Tokens gemini = tokensOf(proxy::Family::Gemini,
            R"({"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":1,"thoughtsTokenCount":)" + most + "}}");
        QCOMPARE(gemini.output, std::optional<std::int64_t>(1));
        const proxy::Tokens chat = tokensOf(
            proxy::Family::Chat, R"({"usage":{"prompt_tokens":1000000000000,"completion_tokens":1000000000001}})");
        QCOMPARE(chat.input, std::optional<std::int64_t>(1'000'000'000'000));
        QVERIFY(!chat.output);
    }

    // Texts that are JSON at the first look only: found by fuzzing, each ended the gateway.
    void anAnswerThatIsWrongInsideIsNoAnswer()
    {
        for (const std::string &plain :
            {std::string(R"({"error":nope})"), std::string(R"({"usage":{"a":[1 2],"b":3}})"),
                std::string("{\"type\":\"x\"x\":1,\"usage\":{\"output_tokens\":3}}")}) {
            for (const proxy::Family family : {proxy::Family::Chat, proxy::Family::Messages, proxy::Family::Gemini}) {
                proxy::Meter meter;
                meter.begin(family, 200, "application/json");
                meter.feed(plain, 1);
                meter.finish(true);
                QCOMPARE(meter.ended(), proxy::Ended::Error);
                QCOMPARE(std::string(meter.errorClass()), std::string("protocol"));
                proxy::Meter streamed;
                streamed.begin(family, 200, "text/event-stream");
                streamed.feed("data: " + plain + "\n\n", 1);
                streamed.finish(true);
                QCOMPARE(streamed.ended(), proxy::Ended::UpstreamCut);
            }
        }
    }

    void jsonTextIsAlwaysLawful()
    {
        QCOMPARE(proxy::quoted("a\"\\\n\x01 ä"), std::string("\"a\\\"\\\\\\n\\u0001 ä\""));
        QCOMPARE(proxy::quoted("\xff ok \xc3"), std::string("\"\xef\xbf\xbd ok \xef\xbf\xbd\""));
    }

    void baseUrlsAreTakenApart()
    {
        const auto url = proxy::parseBaseUrl("https://api.example.com/a/v1/");
        QVERIFY(url.has_value());
        QCOMPARE(url->host + '|' + url->port + '|' + url->path + '|' + url->authority(),
            std::string("api.example.com|443|/a/v1|api.example.com"));
        QCOMPARE(proxy::parseBaseUrl("http://[::1]:81")->authority(), std::string("[::1]:81"));
        for (const char *bad : {"", "x", "http://", "http://a b/", "http://a:b", "http://u@a", "http://a/?q",
                 "http://[::1", "http://a/\r\nX: y", "https://[[]se_", "http://[::1]x", "http://[a]", "http://a]"})
            QVERIFY2(!proxy::parseBaseUrl(bad), bad);
    }
};

QTEST_GUILESS_MAIN(MeterTest)
#include "tst_meter.moc"
