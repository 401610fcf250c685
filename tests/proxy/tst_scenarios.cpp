// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <QRegularExpression>

namespace {

const std::string list = "write the numbers 1 to 40, one a line, each with a dot.";

// What a client sees of one stream.
struct Seen
{
    QString text;
    QStringList ids;
    int finishes = 0;
    int usages = 0;
    int nullUsages = 0;
    int broken = 0;
    bool error = false;
    bool done = false;
};

Seen read(const client::Answer &answer)
{
    Seen seen;
    const QString body = QString::fromStdString(answer.body);
    for (QString line : body.split(QLatin1Char('\n'))) {
        line = line.trimmed();
        if (!line.startsWith(QLatin1String("data: ")))
            continue;
        if (line == QLatin1String("data: [DONE]")) {
            seen.done = true;
            continue;
        }
        const QJsonObject chunk = QJsonDocument::fromJson(line.mid(6).toUtf8()).object();
        seen.broken += chunk.isEmpty();
        seen.error |= chunk.contains(QLatin1String("error"));
        seen.usages += chunk.value(QLatin1String("usage")).isObject();
        seen.nullUsages += chunk.value(QLatin1String("usage")).isNull();
        seen.ids << textAt(chunk, "id");
        const QJsonObject choice = chunk.value(QLatin1String("choices")).toArray().first().toObject();
        seen.text += textAt(choice.value(QLatin1String("delta")).toObject(), "content");
        seen.finishes += choice.value(QLatin1String("finish_reason")).isString();
    }
    seen.ids.removeDuplicates();
    return seen;
}

} // namespace

// Each scenario model does what its name says, and its row says how it ended.
class ScenariosTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        proxy::Options options;
        options.limits.silenceMs = 400;
        m_f = std::make_unique<Fixture>(options);
        QVERIFY(m_f->start());
        m_key = m_f->newKey();
    }

    void streamsEndAsTheirNameSays_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("seen"); // finish, done, usage, error, clean
        QTest::addColumn<QString>("ended");
        const auto row = [](const char *model, const char *seen, const char *ended) {
            QTest::addRow("%s", model) << QString::fromLatin1(model) << QString::fromLatin1(seen)
                                       << QString::fromLatin1(ended);
        };
        row("test-echo", "finish done usage clean", "complete");
        row("test-slow", "finish done usage clean", "complete");
        row("test-tools", "finish done usage clean", "complete");
        row("test-tools-bad-json", "finish done usage clean", "complete");
        row("test-comments", "finish done usage clean", "complete");
        row("test-no-done", "finish usage clean", "complete");
        row("test-no-finish", "usage clean", "upstream_cut");
        row("test-done-no-finish", "done usage clean", "upstream_cut");
        row("test-cut", "", "upstream_cut");
        row("test-clean-cut", "clean", "upstream_cut");
        row("test-mid-error", "error clean", "error");
        row("test-error-then-done", "done error clean", "error");
        row("test-crlf", "finish done usage clean", "complete");
        row("test-bytewise", "finish done usage clean", "complete");
        row("test-buffered", "finish done usage clean", "complete");
        row("test-no-usage", "finish done clean", "complete");
        row("test-usage-in-finish-chunk", "finish done usage clean", "complete");
        row("test-usage-unasked", "finish done usage clean", "complete");
        row("test-invented-stop", "finish done clean", "complete");
        row("test-stall", "", "limit");
        row("test-slow-header", "finish done usage clean", "complete");
        row("test-duplicate-id", "finish done usage clean", "complete");
        row("test-bad-json-chunk", "finish done usage clean", "complete");
        row("test-huge-line", "finish done usage clean", "complete");
        row("test-cache", "finish done usage clean", "complete");
        row("test-no-id", "finish done usage clean", "complete");
        row("test-refusal", "finish done usage clean", "complete");
        row("test-empty", "finish done usage clean", "complete");
    }

    void streamsEndAsTheirNameSays()
    {
        QFETCH(QString, model);
        const client::Answer answer =
            m_f->chat(m_key, model.toStdString(), list, R"("stream":true,"stream_options":{"include_usage":true})");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), std::string("text/event-stream; charset=utf-8"));
        const Seen seen = read(answer);
        QStringList words;
        words << (seen.finishes == 1 ? QStringLiteral("finish") : QString());
        words << (seen.done ? QStringLiteral("done") : QString());
        words << (seen.usages == 1 ? QStringLiteral("usage") : QString());
        words << (seen.error ? QStringLiteral("error") : QString());
        words << (answer.whole ? QStringLiteral("clean") : QString());
        words.removeAll(QString());
        QTEST(words.join(QLatin1Char(' ')), "seen");
        QTEST(textAt(m_f->lastRow(), "ended"), "ended");
    }

    void refusalsOfTheUpstreamPassThrough_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *model, int status, const char *type) {
            QTest::addRow("%s", model) << status << QString::fromLatin1(type);
        };
        for (int status : {400, 401, 402, 403, 404, 429, 500})
            row(("test-" + std::to_string(status)).c_str(), status, "application/json");
        row("test-429-retry-after", 429, "application/json");
        row("test-429-empty", 429, "");
        row("test-422-budget", 422, "application/json");
        row("test-500-html", 500, "text/html; charset=utf-8");
        row("test-503-overload", 503, "application/json");
        row("test-200-error", 200, "application/json");
        row("test-200-empty", 200, "");
        row("test-html-200", 200, "text/html; charset=utf-8");
    }

    void refusalsOfTheUpstreamPassThrough()
    {
        QFETCH(QString, type);
        const std::string model = QTest::currentDataTag();
        for (const char *members : {"", R"("stream":true)"}) {
            const client::Answer answer = m_f->chat(m_key, model, "hello", members);
            QTEST(answer.status, "status");
            QCOMPARE(QString::fromStdString(answer.header("content-type")), type);
            QVERIFY(answer.whole);
            const QJsonObject row = m_f->lastRow();
            QCOMPARE(textAt(row, "ended"), QStringLiteral("error"));
            QVERIFY(!textAt(row, "error_class").isEmpty());
            QCOMPARE(row.value(QLatin1String("status")).toInt(), answer.status);
        }
        if (model == "test-429-retry-after")
            QCOMPARE(m_f->chat(m_key, model, "hello").header("retry-after"), std::string("1"));
    }

    void theNumberedListIsWholeAndTheSameBothWays()
    {
        const QJsonObject plain = jsonOf(m_f->chat(m_key, "test-echo", list));
        const QJsonObject choice = plain.value(QLatin1String("choices")).toArray().first().toObject();
        const QString text = textAt(choice.value(QLatin1String("message")).toObject(), "content");
        const QStringList lines = text.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 40);
        QCOMPARE(lines.last(), QStringLiteral("40."));
        QCOMPARE(read(m_f->chat(m_key, "test-echo", list, R"("stream":true)")).text, text);
    }

    void maxTokensCutsWithLength()
    {
        const auto answer = jsonOf(m_f->chat(m_key, "test-echo", list, R"("max_tokens":15)"));
        const QJsonObject choice = answer.value(QLatin1String("choices")).toArray().first().toObject();
        QCOMPARE(textAt(choice, "finish_reason"), QStringLiteral("length"));
        QVERIFY(textAt(choice.value(QLatin1String("message")).toObject(), "content").endsWith(QLatin1String("15.\n")));
        QCOMPARE(answer.value(QLatin1String("usage")).toObject().value(QLatin1String("completion_tokens")).toInt(), 15);
    }

    void usageIsTheSameInAnswerStreamAndRow()
    {
        const auto plain = jsonOf(m_f->chat(m_key, "test-echo", list)).value(QLatin1String("usage")).toObject();
        const QJsonObject first = m_f->lastRow();
        m_f->chat(m_key, "test-echo", list, R"("stream":true)");
        const QJsonObject second = m_f->lastRow();
        for (const char *name : {"input_tokens", "output_tokens", "cost_nanos"})
            QCOMPARE(first.value(QLatin1String(name)), second.value(QLatin1String(name)));
        QCOMPARE(first.value(QLatin1String("input_tokens")), plain.value(QLatin1String("prompt_tokens")));
        QCOMPARE(first.value(QLatin1String("output_tokens")), plain.value(QLatin1String("completion_tokens")));
    }

    void usageChunksComeWhenAskedOnly()
    {
        const Seen asked =
            read(m_f->chat(m_key, "test-echo", list, R"("stream":true,"stream_options":{"include_usage":true})"));
        QCOMPARE(asked.usages, 1);
        QVERIFY(asked.nullUsages > 10);
        const Seen unasked = read(m_f->chat(m_key, "test-echo", list, R"("stream":true)"));
        QCOMPARE(unasked.usages, 0);
        QCOMPARE(unasked.nullUsages, 0);
        QCOMPARE(read(m_f->chat(m_key, "test-usage-unasked", list, R"("stream":true)")).usages, 1);
    }

    void noUsageLeavesTheRowUnknownNotZero()
    {
        m_f->chat(m_key, "test-no-usage", list);
        const QJsonObject row = m_f->lastRow();
        QVERIFY(row.value(QLatin1String("input_tokens")).isNull());
        QVERIFY(row.value(QLatin1String("cost_nanos")).isNull());
        QVERIFY(row.value(QLatin1String("charged_nanos")).toInteger() > 0);
    }

    void shortEchoesStillComeInMoreThanTenPieces()
    {
        const client::Answer answer = m_f->chat(m_key, "test-echo", "x", R"("stream":true)");
        QVERIFY(answer.chunks > 10);
        QCOMPARE(read(answer).text, QStringLiteral("You said: x"));
    }

    void toolCallsComeInFragmentsWithAnArgumentBeyondAscii()
    {
        const std::string tools = R"("stream":true,"tools":[{"type":"function","function":{"name":"weather"}}])";
        const client::Answer answer = m_f->chat(m_key, "test-tools", "weather?", tools);
        static const QRegularExpression argument(QStringLiteral("\"arguments\":\"((?:[^\"\\\\]|\\\\.)*)\""));
        QString joined;
        int fragments = 0;
        auto found = argument.globalMatch(QString::fromStdString(answer.body));
        while (found.hasNext()) {
            const QString part = found.next().captured(1);
            fragments += !part.isEmpty();
            joined += QString(part).replace(QLatin1String("\\\""), QLatin1String("\""));
        }
        QVERIFY(fragments >= 3);
        QCOMPARE(textAt(QJsonDocument::fromJson(joined.toUtf8()).object(), "city"), QStringLiteral("Zürich"));
        QVERIFY(answer.body.find("\"name\":\"weather\"") != std::string::npos);
        QVERIFY(answer.body.find("\"finish_reason\":\"tool_calls\"") != std::string::npos);
    }

    void bytewiseSplitsCharacters()
    {
        const client::Answer answer =
            m_f->chat(m_key, "test-bytewise", "Привет ✓ мир и все остальные", R"("stream":true)");
        QVERIFY(answer.chunks > 1000);
        QCOMPARE(read(answer).text, QStringLiteral("Привет ✓ мир и все остальные"));
    }

    void idsChangeOrStayAsTheNameSays()
    {
        QVERIFY(read(m_f->chat(m_key, "test-duplicate-id", list, R"("stream":true)")).ids.size() > 10);
        QCOMPARE(read(m_f->chat(m_key, "test-echo", list, R"("stream":true)")).ids.size(), 1);
        QCOMPARE(textAt(jsonOf(m_f->chat(m_key, "test-cache", "a")), "id"),
            textAt(jsonOf(m_f->chat(m_key, "test-cache", "a")), "id"));
        QVERIFY(textAt(jsonOf(m_f->chat(m_key, "test-echo", "a")), "id")
            != textAt(jsonOf(m_f->chat(m_key, "test-echo", "a")), "id"));
        QVERIFY(!jsonOf(m_f->chat(m_key, "test-no-id", "a")).contains(QLatin1String("id")));
    }

    void plainAnswersAreCutOrStalledToo()
    {
        const client::Answer cut = m_f->chat(m_key, "test-cut", list);
        QCOMPARE(cut.status, 200);
        QVERIFY(!cut.whole);
        QCOMPARE(textAt(m_f->lastRow(), "ended"), QStringLiteral("upstream_cut"));
        const client::Answer stalled = m_f->chat(m_key, "test-stall", list);
        QVERIFY(!stalled.whole);
        QCOMPARE(textAt(m_f->lastRow(), "ended"), QStringLiteral("limit"));
    }

private:
    std::unique_ptr<Fixture> m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_scenarios.moc"
