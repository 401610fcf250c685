// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/canned.h"
#include "smoke/revocation_facts.h"
#include "smoke/run_service.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace std::chrono_literals;

namespace {

net::Exchange admitted()
{
    return Canned::json(R"({"object":"list","data":[]})");
}

net::Exchange refused(int status = 401)
{
    return Canned::json(R"({"error":{"message":"disabled key"}})", status);
}

// The first answer is that to a key that never existed.
struct Fixture
{
    OnBench bench;

    explicit Fixture(QList<net::Exchange> answers, bool byChat = false)
    {
        bench.http.answers = std::move(answers);
        bench.pace.betweenProbes = 1ms;
        if (!byChat)
            bench.aliases.clear();
    }
    smoke::Verdict verdict() { return bench.run(u"T07g"_s); }
};

double numberOf(const smoke::Verdict &verdict, const QString &name)
{
    return verdict.reasons.first().numbers.value(name, -1);
}

} // namespace

// T07g: a key that was given up is called with until every worker refuses it.
class RevocationTest : public QObject
{
    Q_OBJECT

private slots:
    void refusedAtOnceIsProvenByFiveRefusals()
    {
        Fixture f({refused()});
        const auto verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Passed);
        QCOMPARE(f.bench.http.requests.size(), 6);
        QCOMPARE(numberOf(verdict, u"refused"_s), 5);
        QCOMPARE(numberOf(verdict, u"admitted"_s), 0);
        QCOMPARE(f.bench.http.requests.first().url, QUrl(u"http://gw.test/v1/models"_s));
        const auto keyOf = [](const net::Request &request) { return request.headers.first().value; };
        QVERIFY(keyOf(f.bench.http.requests.first()) != keyOf(f.bench.http.requests.last()));
        QCOMPARE(keyOf(f.bench.http.requests.last()), "Bearer sk-test-0123456789");
    }

    void workersThatLearnItOneByOneAreToldOf()
    {
        Fixture f({refused(), admitted(), refused(), admitted(), refused(403)});
        const auto verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Passed);
        QCOMPARE(numberOf(verdict, u"admitted"_s), 2);
        QCOMPARE(numberOf(verdict, u"refused"_s), 6);
        QVERIFY(textOf(verdict, u"T07.V8"_s).contains(u"several workers"_s));
    }

    void aKeyThatIsNeverRefusedFails()
    {
        Fixture f({refused(), admitted()});
        f.bench.pace.probing = 20ms;
        const auto verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Failed);
        QVERIFY(textOf(verdict, u"T07.V8"_s).startsWith(u"Still admitted"_s));
    }

    // A limit is no verdict about the key, and begins the count anew.
    void aRateLimitDecidesNothing()
    {
        Fixture f({refused(), refused(), refused(429), refused()});
        const auto verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Passed);
        QCOMPARE(numberOf(verdict, u"refused"_s), 6);
        QCOMPARE(numberOf(verdict, u"undecided"_s), 1);
    }

    void aGatewayThatOnlyLimitsIsInconclusive()
    {
        Fixture f({refused(), refused(429)});
        f.bench.pace.probing = 20ms;
        QCOMPARE(f.verdict().outcome, Outcome::Inconclusive);
    }

    void aListThatAnybodyGetsProvesNothing()
    {
        Fixture f({admitted()});
        const auto verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Inconclusive);
        QCOMPARE(f.bench.http.requests.size(), 1);
        QVERIFY(textOf(verdict, u"T07.V8"_s).contains(u"alias"_s));
    }

    void aChatThatAnybodyGetsFails()
    {
        Fixture f({admitted()}, true);
        QCOMPARE(f.verdict().outcome, Outcome::Failed);
    }

    void withAnAliasOneTokenIsAskedFor()
    {
        Fixture f({refused()}, true);
        QCOMPARE(f.verdict().outcome, Outcome::Passed);
        const net::Request &request = f.bench.http.requests.last();
        QCOMPARE(request.url, QUrl(u"http://gw.test/v1/chat/completions"_s));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body["model"_L1].toString(), u"fast"_s);
        QCOMPARE(body["max_tokens"_L1].toInt(), 1);
    }

    void theLagDecides_data()
    {
        QTest::addColumn<int>("lag"); // ms until it was refused for good
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("5 s") << 5'000 << Outcome::Passed;
        QTest::newRow("beyond") << 5'001 << Outcome::Warned;
        QTest::newRow("a minute") << 60'000 << Outcome::Warned;
        QTest::newRow("more") << 60'001 << Outcome::Failed;
    }

    void theLagDecides()
    {
        QFETCH(int, lag);
        QFETCH(Outcome, outcome);
        smoke::RevocationFacts facts;
        facts.control = refused();
        facts.take(admitted(), std::chrono::milliseconds(lag - 1000));
        for (int i = 0; i < smoke::RevocationFacts::refusalsWanted; ++i)
            facts.take(refused(), std::chrono::milliseconds(lag + 1000 * i));
        smoke::Verdict verdict;
        smoke::judgeRevocation(facts, verdict);
        QCOMPARE(verdict.outcome, outcome);
        QCOMPARE(numberOf(verdict, u"lag_seconds"_s), lag / 1000.0);
    }

    void whatCameSoFarIsCountedWithoutTheControl()
    {
        const auto call = [](const net::Exchange &exchange, int at) {
            smoke::Evidence made;
            made.exchange = exchange;
            made.started = QDateTime(QDate(2026, 6, 18), QTime(14, 0), Qt::UTC).addMSecs(at);
            return made;
        };
        QList<smoke::Evidence> calls{call(refused(), 0), call(admitted(), 100), call(refused(), 1200)};
        calls << call({}, 2300);
        calls.last().open = true;
        const smoke::RevocationFacts facts = smoke::factsSoFar(calls, {});
        QCOMPARE(facts.admitted, 1);
        QCOMPARE(facts.running, 1);
        QCOMPARE(facts.undecided, 0);
        QCOMPARE(facts.tried, 1100ms);
        QCOMPARE(facts.lastAdmitted, 0ms);
        QCOMPARE(smoke::factsSoFar({}, {}).admitted, 0);
        const GivenUp act{GivenUp::Act::Disabled, calls.at(1).started.addSecs(-40)};
        QCOMPARE(smoke::factsSoFar(calls, act).lastAdmitted, 40'000ms);
        QVERIFY(!smoke::factsSoFar(calls, act).refusedSince());
    }

    void noSuiteOffersIt()
    {
        QVERIFY(smoke::isApart(u"T07g"_s));
        QVERIFY(!smoke::isApart(u"T01"_s));
        smoke::Plan plan;
        plan.aliases = QStringList{u"fast"_s};
        for (const smoke::Item &item : smoke::itemsOf(plan))
            QVERIFY(!item.check->apart);
        plan.checks = QStringList{u"T07"_s};
        QVERIFY(smoke::itemsOf(plan).isEmpty());
        plan.checks = QStringList{u"T07g"_s};
        QCOMPARE(smoke::itemsOf(plan).size(), 1);
    }
};

QTEST_GUILESS_MAIN(RevocationTest)
#include "tst_revocation.moc"
