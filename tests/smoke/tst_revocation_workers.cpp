// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/worker_gateway.h"
#include "net/qt_http.h"
#include "smoke/canned.h"
#include "smoke/next_step.h"
#include "smoke/revocation_facts.h"
#include <QSet>
#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr auto never = 1h;

// The check over real sockets, one probe a second as in life.
struct Fixture
{
    WorkerGateway gateway;
    net::QtHttp http;
    Clock clock;
    smoke::Purse purse{1'000'000'000, {}};
    smoke::Recorder recorder{http, clock, purse, u"test"_s, [](const smoke::Live &) {}};
    smoke::Pace pace;
    std::optional<GivenUp> act;

    explicit Fixture(QList<std::chrono::milliseconds> lags) : gateway(std::move(lags)) {}
    void disable()
    {
        act = GivenUp{GivenUp::Act::Disabled, clock.now()};
        gateway.disable();
    }
    smoke::Verdict verdict()
    {
        const smoke::Target target{gateway.url(), {}, u"plain_openai"_s, {}, Secret(WorkerGateway::key), {}, {}};
        smoke::Bench bench{recorder, target, {}, [] { return u"gw-1"_s; }, clock, pace, act};
        for (const smoke::Check *check : smoke::checks())
            if (smoke::idOf(*check) == u"T07g")
                return finished(check->run(bench), 60s);
        qFatal("no such check");
    }
    net::Exchange call(bool fresh)
    {
        net::Request request;
        request.url = gateway.url();
        request.fresh = fresh;
        return finished(http.send(request));
    }
};

double numberOf(const smoke::Verdict &verdict, const QString &name)
{
    return verdict.reasons.first().numbers.value(name, -1);
}

} // namespace

// T07g meets every worker of a gateway, and tells how long the last of them took to learn that a key is given up.
class RevocationWorkersTest : public QObject
{
    Q_OBJECT

private slots:
    void aFreshCallOpensAConnectionOfItsOwn()
    {
        Fixture f({0ms, 0ms});
        f.call(false);
        f.call(false);
        QCOMPARE(f.gateway.connections, 1);
        f.call(true);
        f.call(true);
        QCOMPARE(f.gateway.connections, 3);
        QCOMPARE(f.gateway.asked, (QList<int>{0, 0, 1, 0}));
        f.call(false); // the kept one is as it was
        QCOMPARE(f.gateway.connections, 3);
    }

    // Over one connection all refusals came from the first worker, and the key was proven refused while it worked.
    void aWorkerThatKnowsDoesNotSpeakForTheOther()
    {
        Fixture f({0ms, never});
        f.pace.betweenProbes = 2ms;
        f.pace.probing = 200ms;
        f.call(false); // a kept connection, to the first worker
        f.disable();
        const smoke::Verdict verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Failed);
        QVERIFY(numberOf(verdict, u"admitted"_s) > 0);
        QVERIFY(numberOf(verdict, u"refused"_s) > 0);
    }

    void theLagOfTheSlowestWorkerIsTold()
    {
        Fixture f({0ms, 2500ms});
        f.disable();
        const smoke::Verdict verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Passed); // within 5 s
        QVERIFY2(qAbs(numberOf(verdict, u"lag_seconds"_s) - 2.5) <= 1.0,
            qPrintable(QString::number(numberOf(verdict, u"lag_seconds"_s))));
        QVERIFY(f.gateway.lastAdmittedMs > 1000);
        QCOMPARE(QSet<int>(f.gateway.asked.cbegin(), f.gateway.asked.cend()), (QSet<int>{0, 1}));
        QVERIFY(textOf(verdict, u"T07.V8"_s).contains(u"(disabled at "_s));
    }

    // The proof began late: the time before it counts too.
    void theLagCountsFromTheActAndNotFromTheFirstCall()
    {
        Fixture f({2500ms, 2500ms});
        f.disable();
        f.act->at = f.act->at.addSecs(-40); // so much later than it was told
        const smoke::Verdict verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Warned);
        QVERIFY(qAbs(numberOf(verdict, u"lag_seconds"_s) - 42.5) <= 1.0);
    }

    void aKeyThatIsNeverRefusedFailsWithTheAdviceToDisableTheProviderKeys()
    {
        Fixture f({never, never});
        f.pace.probing = 1500ms;
        f.disable();
        const smoke::Verdict verdict = f.verdict();
        QCOMPARE(verdict.outcome, Outcome::Failed);
        QVERIFY(textOf(verdict, u"T07.V8"_s).startsWith(u"Still admitted after "_s));
        CheckReport report;
        report.outcome = verdict.outcome;
        report.reasons = verdict.reasons;
        QVERIFY(smoke::nextStep(report).contains(u"Switch off the provider keys"_s));
    }
};

QTEST_GUILESS_MAIN(RevocationWorkersTest)
#include "tst_revocation_workers.moc"
