// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "scenario_rows.h"
#include <QRegularExpression>
#include <QSet>

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

// The data of each event, as the standard reads a stream: any line end, a mark at the start, one space behind the colon.
QStringList eventsOf(const client::Answer &answer)
{
    QString body = QString::fromStdString(answer.body);
    body.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QStringList events;
    for (const QString &event : body.split(QLatin1String("\n\n"), Qt::SkipEmptyParts)) {
        QStringList lines;
        for (const QString &line : event.split(QLatin1Char('\n'))) {
            const qsizetype start = line.indexOf(QLatin1String("data:"));
            if (start == 0 || (start == 1 && line.at(0) == QChar::ByteOrderMark))
                lines << line.mid(start + (line.mid(start + 5).startsWith(QLatin1Char(' ')) ? 6 : 5));
        }
        if (!lines.isEmpty())
            events << lines.join(QLatin1Char('\n'));
    }
    return events;
}

Seen read(const client::Answer &answer)
{
    Seen seen;
    for (const QString &data : eventsOf(answer)) {
        if (data == QLatin1String("[DONE]")) {
            seen.done = true;
            continue;
        }
        const QJsonObject chunk = QJsonDocument::fromJson(data.toUtf8()).object();
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
        for (const auto &[model, seen, ended] : rows::streams)
            QTest::addRow("%s", model) << QString::fromLatin1(model) << QString::fromLatin1(seen)
                                       << QString::fromLatin1(ended);
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

    void everyScenarioIsTried()
    {
        QSet<QString> tried;
        for (const rows::StreamRow &row : rows::streams)
            tried << QString::fromLatin1(row.model);
        for (const rows::RefusalRow &row : rows::refusals)
            tried << QString::fromLatin1(row.model);
        for (const char *model : rows::others)
            tried << QString::fromLatin1(model);
        QSet<QString> known;
        const client::Answer models = client::ask(m_f->dataPort(), "GET", "/v1/models", m_key);
        for (const QJsonValue &model : jsonOf(models).value(QLatin1String("data")).toArray())
            known << textAt(model.toObject(), "id");
        QCOMPARE(known - tried, QSet<QString>());
        QCOMPARE(tried - known, QSet<QString>());
    }

    void aStreamMayBeAnsweredWhole()
    {
        const client::Answer answer = m_f->chat(m_key, "test-not-streamed", "hello", R"("stream":true)");
        QCOMPARE(answer.header("content-type"), std::string(rows::jsonType));
        QCOMPARE(textAt(jsonOf(answer), "object"), QStringLiteral("chat.completion"));
    }

    void theContentTypeMayBeWrong()
    {
        QCOMPARE(
            m_f->chat(m_key, "test-wrong-content-type", "hello").header("content-type"), std::string("text/plain"));
        const client::Answer stream = m_f->chat(m_key, "test-wrong-content-type", "hello", R"("stream":true)");
        QCOMPARE(stream.header("content-type"), std::string(rows::jsonType));
        QVERIFY(read(stream).done);
    }

    void oddChunksAreWhatTheirNameSays()
    {
        const auto body = [this](const char *model) {
            return QString::fromStdString(m_f->chat(m_key, model, list, R"("stream":true)").body);
        };
        const auto first = [this](const char *model, int index) {
            return eventsOf(m_f->chat(m_key, model, list, R"("stream":true)")).value(index);
        };
        QCOMPARE(m_f->chat(m_key, "test-bom", list, R"("stream":true)").body.substr(0, 3), std::string("\xef\xbb\xbf"));
        QVERIFY(!body("test-cr").contains(QLatin1Char('\n')));
        QVERIFY(!body("test-no-space").contains(QLatin1String("data: ")));
        QVERIFY(body("test-split-data").contains(QLatin1String(",\ndata: ")));
        const QStringList twice = eventsOf(m_f->chat(m_key, "test-duplicate-chunk", list, R"("stream":true)"));
        QCOMPARE(twice.value(3), twice.value(4));
        QVERIFY(twice.value(2) != twice.value(3));
        QVERIFY(first("test-azure-first-chunk", 0).contains(QLatin1String("\"choices\":[],\"prompt_filter_results\"")));
        QCOMPARE(body("test-role-each-chunk").count(QLatin1String("\"role\"")), 41);
        QVERIFY(body("test-odd-finish").contains(QLatin1String("\"finish_reason\":\"error\"")));
        QVERIFY(body("test-content-filter").contains(QLatin1String("\"finish_reason\":\"content_filter\"")));
        QVERIFY(body("test-event-error").contains(QLatin1String("event: error\ndata: {\"error\":{")));
        QVERIFY(body("test-mid-error-text").contains(QLatin1String("{\"error\":\"")));
        QVERIFY(body("test-reasoning").contains(QLatin1String("\"reasoning_content\"")));
        QVERIFY(!body("test-reasoning-only").contains(QLatin1String("\"content\":\"1")));
    }

    void obfuscationCanBeTurnedOff()
    {
        const auto padded = [this](const char *members) {
            return m_f->chat(m_key, "test-obfuscation", list, members).body.find("\"obfuscation\":")
                != std::string::npos;
        };
        QVERIFY(padded(R"("stream":true)"));
        QVERIFY(!padded(R"("stream":true,"stream_options":{"include_obfuscation":false})"));
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
