// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "secrets/vaults.h"
#include "workspace/test_gateway_host.h"
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Mode = workspace::TestGateway::Mode;

static QJsonArray items(const char *json)
{
    return QJsonDocument::fromJson(json).array();
}

class GatewayGlanceTest : public QObject
{
    Q_OBJECT

private slots:
    void aRouteIsJoinedWithItsStateAndWhatIsNotToldStaysEmpty()
    {
        const auto aliases = items(R"([{"name":"fast","strategy":"ordered","origin":"api",
            "routes":[{"upstream":"a","model":"m","weight":2},{"upstream":"b","model":"m"}]}])");
        const auto states = items(R"([{"alias":"fast","upstream":"b","model":"m","breaker":"open","rests_ms":1500,
            "first_byte_ms":null,"served":1,"failed":5,"last_error_class":"timeout"}])");
        const auto routes = workspace::routesIn(aliases, states);
        QCOMPARE(routes.size(), 2);
        QCOMPARE(routes.at(0).weight, 2);
        QVERIFY(routes.at(0).breaker.isEmpty());
        QCOMPARE(routes.at(1).weight, 1);
        QCOMPARE(routes.at(1).restsMs, 1500);
        QVERIFY(!routes.at(1).firstByteMs && !routes.at(1).builtIn);
        QCOMPARE(routes.at(1).lastError, u"timeout"_s);
    }

    void aRowHoldsWhatTheGatewayTellsAndWhatItsAliasIs()
    {
        const auto aliases = items(R"([{"name":"fast","strategy":"weighted","origin":"builtin",
            "routes":[{"upstream":"a","model":"m","weight":2}]}])");
        const auto states = items(R"([{"alias":"slow","upstream":"a","model":"m","served":9},
            {"alias":"fast","upstream":"a","model":"m","served":3,"last_failure_at":"2026-01-02T03:04:05Z"}])");
        const QJsonArray rows = workspace::routeRows(aliases, states);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0]["served"_L1].toInt(), 3); // of the same way behind another alias it takes nothing
        QCOMPARE(rows[0]["last_failure_at"_L1].toString(), u"2026-01-02T03:04:05Z"_s);
        QCOMPARE(rows[0]["strategy"_L1].toString(), u"weighted"_s);
        QCOMPARE(rows[0]["weight"_L1].toInt(), 2);
        QVERIFY(workspace::routeOf(rows[0].toObject()).builtIn);
    }

    void aKeyHasALineForEachBudgetAndOneWithoutAny()
    {
        const auto limits = workspace::limitsIn(items(R"([
            {"id":"1","name":"a","spent_nanos":9,"budgets":[
                {"window":"day","cap_nanos":10,"spent_nanos":3,"reserved_nanos":2,"free_nanos":5},
                {"window":"month","cap_nanos":100,"spent_nanos":9,"reserved_nanos":2,"free_nanos":89}]},
            {"id":"2","name":"b","spent_nanos":7,"budgets":[],"running":1}])"));
        QCOMPARE(limits.size(), 3);
        QCOMPARE(limits.at(0).freeNanos, 5);
        QCOMPARE(limits.at(1).window, u"month"_s);
        QVERIFY(limits.at(2).window.isEmpty() && !limits.at(2).capNanos);
        QCOMPARE(limits.at(2).spentNanos, 7);
    }

    void theGatewayThatRunsIsLookedAtAndForgottenWhenItStops()
    {
        QTemporaryDir dir;
        Clock clock;
        secrets::Vaults vaults{{.dataDir = dir.path(), .only = secrets::VaultKind::Session}};
        workspace::TestGatewayHost host(dir.path(), vaults, clock);
        workspace::GatewayWish wish;
        wish.seed = proxy::Seed::Demo;
        host.setWish(wish);
        host.watch(true);
        QVERIFY(!host.state().glance.looked);
        host.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(host.state().glance.looked, 30'000);
        QVERIFY2(!host.state().glance.failure, qPrintable(host.state().glance.failure.value_or(Failure()).detail));
        QVERIFY(!host.state().glance.routes.isEmpty());
        bool spends = false;
        for (const workspace::GatewayLimit &limit : host.state().glance.limits)
            spends = spends || (limit.capNanos && limit.spentNanos.value_or(0) > 0);
        QVERIFY(spends);
        host.stop();
        QTRY_COMPARE_WITH_TIMEOUT(host.state().mode, Mode::Stopped, 30'000);
        QVERIFY(!host.state().glance.looked && host.state().glance.routes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(GatewayGlanceTest)
#include "tst_gateway_glance.moc"
