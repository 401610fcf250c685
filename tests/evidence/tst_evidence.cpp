// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/call_json.h"
#include "evidence/kept_calls.h"
#include "evidence/run_folder.h"
#include "evidence/writer.h"
#include "net/redactor.h"
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

static const QByteArray secret = "sk-test-Zk3vQ9pLw2xTr8";

static net::Recorded someCall()
{
    net::Recorded call;
    call.label = u"T03a"_s;
    call.subject = u"T03a org/model:1"_s;
    call.method = "POST";
    call.url = QUrl(u"https://user:pass@gw.test/v1/chat/completions?key=hidden-in-the-url"_s);
    call.headers = {{"Authorization", "Bearer [secret 0123456789ab…xTr8]"}, {"x-note", secret}};
    call.body = R"({"model":"m"})";
    call.started = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    call.exchange.status = 200;
    call.exchange.headers = {{"x-litellm-call-id", "call-1"}, {"set-cookie", "session=abc"}, {"x-echo", secret}};
    call.exchange.timings.end = 1'500'000;
    for (const QByteArray &data : {QByteArray(R"({"choices":[{"delta":{"content":"sk-test-Zk3"}}]})"),
             QByteArray(R"({"choices":[{"delta":{"content":"vQ9pLw2xTr8"}}]})"),
             QByteArray(R"({"choices":[],"usage":{"prompt_tokens":3}})")}) {
        net::Frame frame;
        frame.data = data;
        frame.raw = "data: " + data + "\n\n";
        frame.atNs = 1'000'000;
        call.frames << frame;
    }
    return call;
}

static RunReport someRun()
{
    CheckReport check;
    check.check = u"T03"_s;
    check.variant = u"a"_s;
    check.title = u"Streaming <with> usage"_s;
    check.alias = u"org/model:1"_s;
    check.started = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    check.totalMs = 1234;
    check.chunks = 2;
    check.outcome = Outcome::Failed;
    check.reasons = {{u"T03.V1"_s, Outcome::Passed, u"ok"_s, {}},
        {u"T03.V4"_s, Outcome::Failed, u"cut & \"quoted\" <b> \u0001 ops@example.org %1"_s, {}, u"D99"_s},
        {u"T03.V5"_s, Outcome::Warned, u"no usage"_s, {}}, {u"T03.V6"_s, Outcome::Skipped, u"not judged"_s, {}},
        {u"T03.V9"_s, Outcome::Inconclusive, u"?"_s, {}}};
    check.next = u"Ask <the owner>"_s;
    CheckReport twin = check;
    twin.alias = u"org model 1"_s; // the same file name but for its place
    twin.outcome = Outcome::Passed;
    RunReport run;
    run.id = u"01TESTRUN"_s;
    run.profile = u"a <b>"_s;
    run.gatewayKind = u"litellm"_s;
    run.started = check.started;
    run.ended = check.started.addSecs(2);
    run.checks = {check, twin};
    return run;
}

struct Fixture
{
    QTemporaryDir dir;
    net::Redactor redactor;
    RunReport written;

    Fixture()
    {
        redactor.know(Secret(secret));
        const QList<net::Recorded> calls{someCall()};
        written = evidence::writeRun(dir.path(), someRun(), calls, redactor).value();
    }
    QByteArray file(const QString &name) const
    {
        QFile file(dir.path() + u"/01TESTRUN/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject check(int at) const
    {
        return QJsonDocument::fromJson(file(written.checks.at(at).evidenceFile)).object();
    }
};

class EvidenceTest : public QObject
{
    Q_OBJECT

private slots:
    void writesAFileForEachCheckAndAReportInEachFormat()
    {
        const Fixture f;
        const QStringList files = QDir(f.dir.path() + u"/01TESTRUN"_s).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files,
            (QStringList{u"01-T03a-org-model-1.json"_s, u"02-T03a-org-model-1.json"_s, u"report.html"_s,
                u"report.json"_s, u"report.xml"_s}));
        QCOMPARE(f.check(0)[u"test"_s].toString(), u"T03a"_s);
        QCOMPARE(f.check(0)[u"calls"_s].toArray().size(), 1);
        QCOMPARE(f.check(1)[u"calls"_s].toArray().size(), 0);
        QCOMPARE(f.check(0)[u"dictionary"_s].toArray(), (QJsonArray{u"D99"_s}));
        const QFileInfo info(f.dir.path() + u"/01TESTRUN/report.json"_s);
        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(info.permissions() & others));
        QVERIFY(!(QFile::permissions(info.path()) & others));
    }

    void holdsWhatTheSpecificationAsks()
    {
        const QJsonObject call = Fixture().check(0)[u"calls"_s][0].toObject();
        QCOMPARE(call[u"attempt"_s].toInt(), 1);
        QCOMPARE(call[u"gateway_request_id"_s].toString(), u"call-1"_s);
        QCOMPARE(call[u"usage"_s][u"prompt_tokens"_s].toInt(), 3);
        const QJsonObject check = QJsonDocument::fromJson(Fixture().file(u"report.json"_s))[u"checks"_s][0].toObject();
        QCOMPARE(check[u"next"_s].toString(), u"Ask <the owner>"_s);
        QCOMPARE(check[u"reasons"_s][1][u"entry"_s].toString(), u"D99"_s);
        QCOMPARE(call[u"timings"_s][u"end_ms"_s].toDouble(), 1.5);
        QCOMPARE(call[u"response"_s][u"frames"_s][u"count"_s].toInt(), 3);
        QCOMPARE(call[u"request"_s][u"headers"_s][0][1].toString(), u"Bearer [secret 0123456789ab…xTr8]"_s);
    }

    void noSecretReachesTheDisk()
    {
        const Fixture f;
        for (const QString &name : QDir(f.dir.path() + u"/01TESTRUN"_s).entryList(QDir::Files)) {
            const QByteArray bytes = f.file(name);
            for (const QByteArray &part :
                {secret, QByteArray("sk-test-Zk3"), QByteArray("vQ9pLw2"), QByteArray("pass@"),
                    QByteArray("hidden-in-the-url"), QByteArray("ops@example"), QByteArray("session=abc")})
                QVERIFY2(!bytes.contains(part), (name.toUtf8() + ": " + part).constData());
        }
    }

    void aFileProvesItself()
    {
        QJsonObject check = Fixture().check(0);
        const QString told = check.take(u"sha256"_s).toString();
        QCOMPARE(told, evidence::sha256(QJsonDocument(check).toJson(QJsonDocument::Compact)));
    }

    void aLargeBodyIsCutWithAMark()
    {
        net::Redactor redactor;
        redactor.know(Secret(secret));
        const QByteArray body = QByteArray(evidence::largestBody - 5, 'x') + secret + QByteArray(1000, 'y');
        const QJsonObject json = evidence::bodyJson(body, redactor);
        QCOMPARE(json[u"bytes"_s].toInt(), body.size());
        QCOMPARE(json[u"sha256"_s].toString(), evidence::sha256(body));
        QVERIFY(json[u"truncated"_s].toString().contains(u"65536"_s));
        QCOMPARE(json[u"text"_s].toString().size(), evidence::largestBody);
        QVERIFY(!json[u"text"_s].toString().contains(u"sk-t"_s)); // cut after redaction, not in a secret
        QVERIFY(!evidence::bodyJson("short", redactor).contains(u"truncated"_s));
        QVERIFY(evidence::bodyJson("\xff\xfe", redactor)[u"base64"_s].isString());
    }

    void junitCountsEveryAssertion()
    {
        QXmlStreamReader xml(Fixture().file(u"report.xml"_s));
        int cases = 0, failures = 0, errors = 0, skipped = 0;
        QStringList next;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            cases += xml.name() == u"testcase";
            failures += xml.name() == u"failure";
            errors += xml.name() == u"error";
            skipped += xml.name() == u"skipped";
            if (xml.name() == u"property" && xml.attributes().value(u"name"_s) == u"next")
                next << xml.attributes().value(u"value"_s).toString();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, 10);
        QCOMPARE(failures, 2);
        QCOMPARE(errors, 2);
        QCOMPARE(skipped, 2);
        QCOMPARE(next, QStringList(2, u"Ask <the owner>"_s));
    }

    void htmlStandsAloneAndEscapes()
    {
        const QByteArray html = Fixture().file(u"report.html"_s);
        QVERIFY(html.contains("cut &amp; &quot;quoted&quot; &lt;b&gt;"));
        QVERIFY(html.contains("Next step: Ask &lt;the owner&gt;."));
        QVERIFY(html.contains("prefers-color-scheme:dark") && html.contains("@media print"));
        QVERIFY(html.contains("T03.V6") && html.contains("%1")); // every assertion; text is not filled twice
        for (const char *outside : {"http://", "https://", "<script", "src=", "@import"})
            QVERIFY2(!html.contains(outside), outside);
    }

    void eachFormatIsFoundByItsId()
    {
        for (const auto &[id, file] :
            {std::pair("json", "report.json"), {"junit", "report.xml"}, {"html", "report.html"}})
            QCOMPARE(evidence::writerOf(QString::fromLatin1(id))->file, file);
        QVERIFY(!evidence::writerOf(u"pdf"_s));
    }

    void whatWasWrittenIsReadBack()
    {
        QTemporaryDir dir;
        const net::Redactor redactor;
        net::Recorded sent = someCall();
        sent.frames.last().atNs = 7'250'000;
        sent.exchange.failure = Failure{FailureKind::Network, u"cut in mid-answer"_s, 200};
        const auto run = evidence::writeRun(dir.path(), someRun(), {sent}, redactor);
        QVERIFY(run);
        const auto calls = evidence::keptCalls(dir.path() + u'/' + run->id, *run);
        QVERIFY(calls);
        QCOMPARE(calls->size(), 1);
        const net::Recorded &kept = calls->first();
        QCOMPARE(kept.label, u"T03a"_s);
        QCOMPARE(kept.subject, u"T03a org/model:1"_s);
        QCOMPARE(kept.method, "POST");
        QCOMPARE(kept.body, sent.body);
        QCOMPARE(kept.exchange.status, 200);
        QCOMPARE(kept.exchange.header("x-litellm-call-id"), "call-1");
        QCOMPARE(*kept.exchange.timings.end, 1'500'000);
        QVERIFY(!kept.exchange.timings.tls);
        QCOMPARE(kept.exchange.failure->detail, u"cut in mid-answer"_s);
        QCOMPARE(kept.frames.size(), 3);
        QCOMPARE(kept.frames.last().data, sent.frames.last().data);
        QCOMPARE(kept.frames.last().atNs, 7'250'000);
    }

    void evidenceThatIsGoneIsNamed()
    {
        QTemporaryDir dir;
        RunReport run = someRun();
        run.checks.first().evidenceFile = u"01-gone.json"_s;
        const auto calls = evidence::keptCalls(dir.path(), run);
        QVERIFY(!calls && calls.error().detail.contains(u"01-gone.json"_s));
        run.checks.first().evidenceFile = u"../../elsewhere.json"_s; // never out of its folder
        QVERIFY(evidence::keptCalls(dir.path(), run)->isEmpty());
    }

    void aFolderThatCannotBeWrittenIsAStorageFailure()
    {
        const auto result = evidence::writeRun(u"/proc/no-such-place"_s, someRun(), {}, net::Redactor());
        QCOMPARE(result.error().kind, FailureKind::Storage);
        QVERIFY(result.error().detail.contains(u"/proc/no-such-place"_s));
    }
};

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
