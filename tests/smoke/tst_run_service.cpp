// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/canned.h"
#include "smoke/run_service.h"
#include <QSignalSpy>

using smoke::Item;
using smoke::Live;
using namespace std::chrono_literals;

class MemoryArchive : public smoke::RunArchive
{
public:
    QList<RunReport> kept;
    QList<RunReport> soFar; // as kept on the way
    QList<smoke::Evidence> evidence;
    bool full = false;

    Task<Result<>> save(RunReport report, QList<smoke::Evidence> calls) override
    {
        co_await Pause(1ms);
        if (full)
            co_return fail(FailureKind::Storage, u"disk full"_s);
        kept.prepend(report);
        evidence = calls;
        co_return Result<>();
    }
    Task<Result<>> keepSoFar(RunReport report, QList<smoke::Evidence>) override
    {
        co_await Pause(1ms);
        soFar << report;
        co_return Result<>();
    }
    Task<Result<QList<RunReport>>> recent(int count) override
    {
        co_return kept.first(std::min<qsizetype>(count, kept.size()));
    }
};

// A gateway that answers everything right, or as told.
class Gateway : public Canned
{
public:
    QMap<QByteArray, net::Exchange> byModel; // answers of chat calls
    bool dead = false; // nothing listens there

    Task<net::Exchange> send(net::Request request) override
    {
        requests << request;
        co_await Pause(1ms);
        co_return dead ? refused() : answerTo(request);
    }

private:
    static net::Exchange refused()
    {
        net::Exchange exchange;
        exchange.failure = Failure{FailureKind::Network, u"connection refused"_s, 0};
        return exchange;
    }
    net::Exchange answerTo(const net::Request &request)
    {
        const bool known = !request.headers.isEmpty() && request.headers.first().value.endsWith("0123456789");
        if (!known)
            return json(R"({"error":{"message":"no"}})", 401);
        if (request.method == "GET")
            return json(R"({"data":[{"id":"fast"},{"id":"slow"}]})");
        for (auto it = byModel.cbegin(); it != byModel.cend(); ++it)
            if (request.body.contains("\"" + it.key() + "\""))
                return it.value();
        const QByteArray nonce = request.body.mid(request.body.indexOf("gw-"), 18);
        return json(R"({"id":")" + QByteArray::number(++m_ids)
            + R"(","model":"fast","choices":[{"message":{"role":"assistant","content":")" + nonce
            + R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":10}})");
    }
    int m_ids = 0;
};

struct Fixture
{
    Gateway http;
    MemoryArchive archive;
    Clock clock;
    smoke::RunService service{http, archive, clock};
    smoke::Plan plan;

    Fixture()
    {
        for (int i = 1; i <= 200; ++i)
            http.events << R"({"id":"1","model":"fast","choices":[{"delta":{"content":")" + QByteArray::number(i)
                    + R"(.\n"}}]})";
        http.events << R"({"id":"1","choices":[{"delta":{},"finish_reason":"stop"}]})"
                    << R"({"id":"1","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":390}})"
                    << "[DONE]";
        http.end = Canned::sse();
        plan.aliases = QStringList{u"fast"_s, u"slow"_s};
        plan.target = {QUrl(u"http://gw.test/v1"_s), {}, u"plain_openai"_s, {}, Secret("sk-test-0123456789"), {}, {}};
        plan.pace.beforeRepeat = 1ms;
    }
    bool runs()
    {
        QSignalSpy ended(&service, &smoke::RunService::finished);
        service.start(plan);
        return ended.wait(10'000);
    }
    const CheckReport &check(int at) const { return service.state().report.checks.at(at); }
};

class RunServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void runsInOrderAndInterleavesAliases()
    {
        Fixture f;
        QVERIFY(f.runs());
        QStringList names;
        for (const CheckReport &check : f.service.state().report.checks)
            names << nameOf(check);
        QCOMPARE(names,
            (QStringList{u"T00"_s, u"T01 fast"_s, u"T01 slow"_s, u"T03a fast"_s, u"T03a slow"_s, u"T03b fast"_s,
                u"T03b slow"_s, u"T03c fast"_s, u"T03c slow"_s}));
        QVERIFY(!f.service.state().running);
        QCOMPARE(f.archive.kept.size(), 1);
        QCOMPARE(f.archive.kept.first(), f.service.state().report);
        QVERIFY(f.archive.kept.first().ended && f.archive.kept.first().endedBy.isEmpty());
        QCOMPARE(f.service.state().recent.size(), 1);
    }

    void aRunIsKeptAsItGoes()
    {
        Fixture f;
        f.plan.checks = QStringList{u"T00"_s, u"T01"_s};
        QVERIFY(f.runs());
        QList<qsizetype> checks;
        for (const RunReport &report : f.archive.soFar) {
            QVERIFY(!report.ended);
            QCOMPARE(report.id, f.archive.kept.first().id);
            checks << report.checks.size();
        }
        QCOMPARE(checks, (QList<qsizetype>{0, 1, 2}));
        QCOMPARE(f.archive.kept.first().checks.size(), 3);
        QVERIFY(f.archive.kept.first().ended);
    }

    void cancelledBeforeItsFirstCheckItSkipsAll()
    {
        Fixture f;
        QSignalSpy ended(&f.service, &smoke::RunService::finished);
        f.service.start(f.plan);
        f.service.cancel();
        QVERIFY(ended.wait(10'000));
        QVERIFY(f.http.requests.isEmpty());
        QCOMPARE(f.archive.kept.first().endedBy, u"cancelled"_s);
        QCOMPARE(f.archive.kept.first().checks.size(), f.service.state().items.size());
    }

    void whereNobodyAnswersTheRestIsNotTried()
    {
        Fixture f;
        f.http.dead = true;
        QVERIFY(f.runs());
        QCOMPARE(f.check(0).outcome, Outcome::Failed);
        QVERIFY(f.service.state().report.checks.size() > 1);
        for (qsizetype i = 1; i < f.service.state().report.checks.size(); ++i) {
            QCOMPARE(f.check(int(i)).outcome, Outcome::Skipped);
            QVERIFY(f.check(int(i)).reasons.first().text.contains(u"T00"_s));
        }
        for (const net::Request &request : f.http.requests)
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void choosesChecksByIdAndVariant()
    {
        const auto ids = [](const QStringList &wanted) {
            smoke::Plan plan;
            plan.checks = wanted;
            plan.aliases = QStringList{u"fast"_s};
            QStringList found;
            for (const Item &item : smoke::itemsOf(plan))
                found << smoke::idOf(*item.check);
            return found.join(u' ');
        };
        QCOMPARE(ids({}), u"T00 T01 T03a T03b T03c"_s);
        QCOMPARE(ids({u"T03"_s}), u"T03a T03b T03c"_s);
        QCOMPARE(ids({u"T03d"_s, u"T00"_s}), u"T00 T03d"_s);
    }

    void measuresAStream()
    {
        Fixture f;
        f.plan.checks = QStringList{u"T03a"_s};
        f.plan.aliases = QStringList{u"fast"_s};
        QVERIFY(f.runs());
        const CheckReport &report = f.check(0);
        QCOMPARE(report.outcome, Outcome::Passed);
        QCOMPARE(report.chunks, 200);
        QCOMPARE(report.firstTokenMs.value(), 1);
        QCOMPARE(report.gapP50Ms.value(), 1);
        QCOMPARE(report.gapP95Ms.value(), 1);
        QCOMPARE(report.longestGapMs.value(), 1);
        QCOMPARE(report.totalMs.value(), 203);
        QCOMPARE(report.servedModel, u"fast"_s);
        QCOMPARE(report.requestIds, (QStringList{u"req-1"_s, u"1"_s}));
        QVERIFY(!report.costNanos); // no price is known
        QCOMPARE(f.archive.evidence.size(), 1);
        QCOMPARE(f.archive.evidence.first().subject, u"T03a fast"_s);
    }

    void saysWhatHappensLive()
    {
        Fixture f;
        f.plan.checks = QStringList{u"T03a"_s};
        f.plan.aliases = QStringList{u"fast"_s};
        QVERIFY(f.runs());
        QString text;
        QStringList order;
        for (const Live &live : f.service.takeLive()) {
            QCOMPARE(live.item, 0);
            if (live.what == Live::What::Text)
                text += live.text;
            else
                order << live.text;
        }
        QCOMPARE(order, (QStringList{u"POST /v1/chat/completions"_s, u"200  text/event-stream"_s}));
        QVERIFY(text.startsWith(u"1.\n2."_s) && text.endsWith(u"200.\n"_s));
        QVERIFY(f.service.takeLive().isEmpty());
    }

    void theFeedIsBoundedAndSaysSo()
    {
        smoke::LiveFeed feed;
        for (int i = 0; i < 10'000; ++i)
            feed.add({Live::What::Text, u"x"_s, i, 3});
        const auto taken = feed.take();
        QVERIFY(taken.size() <= smoke::LiveFeed::mostEntries);
        QVERIFY(taken.first().what == Live::What::Note && taken.first().item == 3);
        QVERIFY(!taken.first().text.contains(u"%1"_s));
    }

    void aCancelledCheckKeepsItsPartAndTheNextOneStarts()
    {
        Fixture f;
        f.http.hangs = true;
        f.http.events = f.http.events.first(7);
        f.plan.checks = QStringList{u"T03a"_s, u"T01"_s};
        f.plan.aliases = QStringList{u"fast"_s};
        QSignalSpy ended(&f.service, &smoke::RunService::finished);
        f.service.start(f.plan);
        QTRY_COMPARE(f.service.state().items.at(1).report.chunks, 7);
        f.service.cancelCheck();
        QVERIFY(ended.wait());
        const CheckReport &report = f.check(1);
        QCOMPARE(report.outcome, Outcome::Inconclusive);
        QVERIFY(report.reasons.first().text.contains(
            u"after 1 call(s) and 7 piece(s);"_s)); // the plain text; English has its plurals
        QCOMPARE(report.next, u"Run it again"_s);
        QCOMPARE(report.chunks, 7);
        QCOMPARE(f.archive.evidence.last().frames.size(), 7);
        QVERIFY(f.archive.evidence.last().open);
        QCOMPARE(f.archive.evidence.last().exchange.status, 200);
        QVERIFY(f.service.state().report.endedBy.isEmpty());
    }

    void aCancelledRunSaysWhatDidNotRun()
    {
        Fixture f;
        f.http.hangs = true;
        f.plan.checks = QStringList{u"T03"_s};
        QSignalSpy ended(&f.service, &smoke::RunService::finished);
        f.service.start(f.plan);
        QTRY_COMPARE(f.service.state().items.at(0).report.chunks, 200);
        f.service.cancel();
        QVERIFY(f.service.state().cancelling);
        QVERIFY(ended.wait());
        QCOMPARE(f.service.state().report.endedBy, u"cancelled"_s);
        QCOMPARE(f.service.state().report.checks.size(), 6);
        QCOMPARE(f.check(0).outcome, Outcome::Inconclusive);
        for (int i = 1; i < 6; ++i)
            QCOMPARE(f.check(i).outcome, Outcome::Skipped);
    }

    void endsWithItsOwnerAtAnyMoment()
    {
        for (int turns = 0; turns < 30; ++turns) {
            Fixture f;
            f.service.start(f.plan);
            for (int i = 0; i < turns; ++i)
                QCoreApplication::sendPostedEvents();
        }
    }

    void aCostCapStopsBeforeTheCallThatCouldPassIt()
    {
        Fixture f;
        Price price;
        price.inputNanos = price.outputNanos = 1'000'000'000; // a microdollar a token
        f.plan.prices[u"fast"_s] = f.plan.prices[u"slow"_s] = price;
        f.plan.costCapNanos = 700'000; // T01 reserves about 350 tokens and costs 20; T03 reserves over 400
        QVERIFY(f.runs());
        QCOMPARE(f.service.state().report.endedBy, u"cost cap"_s);
        QCOMPARE(f.check(1).costNanos.value(), 40'000);
        QCOMPARE(f.check(1).outcome, Outcome::Passed);
        QVERIFY(f.service.state().report.outcome() == Outcome::Inconclusive);
        QCOMPARE(f.check(8).outcome, Outcome::Skipped);
        QVERIFY(f.service.state().spentNanos <= f.plan.costCapNanos);
    }

    void threeRefusalsOfTheKeyStopTheRun()
    {
        Fixture f;
        f.plan.target.key = Secret("sk-test-revoked");
        f.http.end = Canned::json(R"({"error":{"message":"no"}})", 401);
        f.http.events.clear();
        QVERIFY(f.runs());
        QCOMPARE(f.service.state().report.endedBy, u"auth failures"_s);
        QCOMPARE(f.check(0).outcome, Outcome::Failed); // T00: one refusal not provoked
        QCOMPARE(f.check(2).outcome, Outcome::Failed); // the third
        QCOMPARE(f.check(3).outcome, Outcome::Skipped);
    }

    void waitsAsRetryAfterAsks()
    {
        Fixture f;
        net::Exchange limited = Canned::json(R"({"error":{"message":"slow"}})", 429);
        limited.headers << net::Header{"Retry-After", "60"};
        f.http.byModel["fast"] = limited;
        f.plan.checks = QStringList{u"T01"_s};
        f.plan.pace.longestPause = 200ms;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(f.runs());
        QVERIFY(timer.elapsed() >= 200);
        QCOMPARE(f.check(0).outcome, Outcome::Inconclusive);
        QCOMPARE(f.check(1).outcome, Outcome::Passed);
        QCOMPARE(f.http.requests.size(), 3); // the refused call was not made again
    }

    void stoppingEndsThePause()
    {
        Fixture f;
        net::Exchange limited = Canned::json("{}", 429);
        limited.headers << net::Header{"Retry-After", "60"};
        f.http.byModel["fast"] = limited;
        f.plan.checks = QStringList{u"T01"_s};
        QSignalSpy ended(&f.service, &smoke::RunService::finished);
        f.service.start(f.plan);
        QTRY_VERIFY(!f.service.state().pause.isEmpty());
        f.service.cancel();
        QVERIFY(ended.wait());
        QCOMPARE(f.check(1).outcome, Outcome::Skipped);
    }

    void aRunThatCannotBeKeptSaysSo()
    {
        Fixture f;
        f.archive.full = true;
        f.plan.checks = QStringList{u"T00"_s};
        QVERIFY(f.runs());
        QCOMPARE(f.service.state().archiveFailure->kind, FailureKind::Storage);
        QCOMPARE(f.service.state().report.checks.size(), 1);
    }

    void noncesAreOfTheRunAndNumbered()
    {
        Fixture f;
        f.plan.checks = QStringList{u"T01"_s};
        QVERIFY(f.runs());
        const QString run = f.service.state().report.id.right(8).toLower();
        QVERIFY(f.http.requests.at(0).body.contains(u"gw-%1-T01-1"_s.arg(run).toUtf8()));
        QVERIFY(f.http.requests.at(2).body.contains(u"gw-%1-T01-2"_s.arg(run).toUtf8()));
    }
};

QTEST_GUILESS_MAIN(RunServiceTest)
#include "tst_run_service.moc"
