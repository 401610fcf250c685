// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

namespace {

proxy::RouteConfig scriptedRoute(const char *model)
{
    return {"scripted", model};
}

proxy::Options optionsWith(std::vector<proxy::RouteConfig> routes)
{
    proxy::Options options;
    options.aliases = {{"safe", std::move(routes), proxy::Price{1'000'000'000, 2'000'000'000, {}, {}}, {"chat"},
        proxy::Strategy::Ordered}};
    return options;
}

QJsonArray chainOf(const QJsonObject &row)
{
    return row.value(QLatin1String("chain")).toArray();
}

} // namespace

// Which route a call takes, which errors take it to the next, and what is told of it.
class FailoverTest : public QObject
{
    Q_OBJECT

private slots:
    void theTableSaysWhatFailsOver_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("status"); // of that model
        QTest::addColumn<bool>("another");
        const auto row = [](const char *model, int status, bool another) {
            QTest::addRow("%s", model) << QString::fromLatin1(model) << status << another;
        };
        row("test-400", 400, false);
        row("test-401", 401, true);
        row("test-402", 402, true);
        row("test-403", 403, true);
        row("test-404", 404, true);
        row("test-422-budget", 422, false);
        row("test-429", 429, true);
        row("test-500", 500, true);
        row("test-500-html", 500, true);
        row("test-503-overload", 503, true);
        row("test-200-error", 200, false);
        row("test-cut", 200, false);
        row("test-mid-error", 200, false);
    }

    void theTableSaysWhatFailsOver()
    {
        QFETCH(QString, model);
        QFETCH(int, status);
        QFETCH(bool, another);
        Fixture f(optionsWith({{"scripted", model.toStdString()}, scriptedRoute("test-echo")}));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "safe", "hello", R"("stream":true)");
        QCOMPARE(got.status, another ? 200 : status);
        QCOMPARE(got.header("x-gateway-attempts"), std::string(another ? "2" : "1"));
        QCOMPARE(got.header("x-gateway-route"), another ? "scripted/test-echo" : "scripted/" + model.toStdString());
        const QJsonObject row = f.lastRow();
        QCOMPARE(f.rows().size(), 1);
        QCOMPARE(row.value(QLatin1String("attempts")).toInt(), another ? 2 : 1);
        QCOMPARE(chainOf(row).size(), another ? 1 : 0);
        QCOMPARE(textAt(row, "model"), another ? QStringLiteral("test-echo") : model);
        if (another) {
            const QJsonObject first = chainOf(row).first().toObject();
            QCOMPARE(textAt(first, "model"), model);
            QCOMPARE(first.value(QLatin1String("status")).toInt(), status);
            QVERIFY(!textAt(first, "error_class").isEmpty());
            QVERIFY(row.value(QLatin1String("error_class")).isNull());
        }
    }

    void whenAllFailTheLastOneIsTold()
    {
        Fixture f(
            optionsWith({scriptedRoute("test-500"), scriptedRoute("test-429"), scriptedRoute("test-503-overload")}));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "safe", "hello");
        QCOMPARE(got.status, 503);
        QCOMPARE(got.header("x-gateway-attempts"), std::string("3"));
        QCOMPARE(chainOf(f.lastRow()).size(), 2);
    }

    void anUpstreamThatIsGoneOrSilentFailsOver()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options = optionsWith({{"gone", "m"}, {"slow", "test-slow-header"}, scriptedRoute("test-echo")});
        options.aliases.front().routes[1].times.firstByteMs = 100;
        options.upstreams = {{"gone", proxy::UpstreamKind::OpenAi, "http://127.0.0.1:1/v1", {}, {}},
            {"slow", proxy::UpstreamKind::OpenAi, behind.gateway.started().dataUrl, behind.newKey(), {}}};
        Fixture f(options);
        QVERIFY(f.start());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(f.chat(f.newKey(), "safe", "hello").status, 200);
        QVERIFY(timer.elapsed() < 1500); // the slow one takes 2 s
        const QJsonArray chain = chainOf(f.lastRow());
        QCOMPARE(chain[0].toObject().value(QLatin1String("status")).toInt(), 502);
        QCOMPARE(chain[1].toObject().value(QLatin1String("status")).toInt(), 504);
        QCOMPARE(textAt(chain[1].toObject(), "error_class"), QStringLiteral("timeout"));
        QCOMPARE(f.lastRow().value(QLatin1String("attempts")).toInt(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(behind.rows().size(), 1, 3000);
        QCOMPARE(textAt(behind.lastRow(), "ended"), QStringLiteral("client_left"));
    }

    void aScriptedUpstreamIsGivenUpLikeAnyOther()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-slow-header"), scriptedRoute("test-echo")});
        options.aliases.front().routes[0].times.firstByteMs = 50;
        Fixture f(options);
        QVERIFY(f.start());
        QCOMPARE(f.chat(f.newKey(), "safe", "hello").header("x-gateway-attempts"), std::string("2"));
    }

    void aWholeAttemptHasItsTime()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-slow")});
        options.aliases.front().routes[0].times.totalMs = 600;
        Fixture f(options);
        QVERIFY(f.start());
        QElapsedTimer timer;
        timer.start();
        const client::Answer got = f.chat(f.newKey(), "safe", "write the numbers 1 to 200", R"("stream":true)");
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(!got.whole && got.status == 200);
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("limit"));
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("timeout"));
    }

    // Two failures in a row: it rests; then one call probes it, and its success closes the breaker.
    void aRouteThatFailsRestsAndIsProbed()
    {
        Fixture behind;
        QVERIFY(behind.start());
        const auto flaky = [&](const QString &model) {
            const QString body = QStringLiteral(R"({"routes":[{"upstream":"scripted","model":"%1"}]})").arg(model);
            behind.admin("PUT", "/aliases/flaky", body.toStdString());
        };
        flaky(QStringLiteral("test-500"));
        proxy::Options options = optionsWith({{"real", "flaky"}, scriptedRoute("test-echo")});
        options.upstreams = {
            {"real", proxy::UpstreamKind::OpenAi, behind.gateway.started().dataUrl, behind.newKey(), {}}};
        options.limits.breakerFailures = 2;
        options.limits.breakerRestMs = 400;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const auto attempts = [&] { return f.chat(key, "safe", "hello").header("x-gateway-attempts"); };
        const auto state = [&] {
            const auto routes = jsonOf(f.admin("GET", "/routes")).value(QLatin1String("items")).toArray();
            for (const QJsonValue &route : routes)
                if (textAt(route.toObject(), "model") == QLatin1String("flaky"))
                    return textAt(route.toObject(), "breaker");
            return QString();
        };
        QCOMPARE(state(), QStringLiteral("closed"));
        QCOMPARE(attempts(), std::string("2"));
        QCOMPARE(attempts(), std::string("2"));
        QCOMPARE(state(), QStringLiteral("open"));
        QCOMPARE(attempts(), std::string("1"));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("half_open"), 2000);
        QCOMPARE(attempts(), std::string("2")); // the probe fails
        QCOMPARE(state(), QStringLiteral("open"));
        flaky(QStringLiteral("test-echo"));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("half_open"), 2000);
        QCOMPARE(f.chat(key, "safe", "hello").header("x-gateway-route"), std::string("real/flaky"));
        QCOMPARE(state(), QStringLiteral("closed"));
    }

    void whenEveryRouteRestsTheFirstIsTriedAllTheSame()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-500")});
        options.limits.breakerFailures = 1;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(f.chat(key, "safe", "hello").status, 500);
    }

    void furtherAttemptsHaveABudget()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-500"), scriptedRoute("test-echo")});
        options.limits.retryPercent = 0;
        options.limits.retryBurst = 2;
        options.limits.breakerFailures = 1000;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        QList<int> statuses;
        for (int i = 0; i < 4; ++i)
            statuses << f.chat(key, "safe", "hello").status;
        QCOMPARE(statuses, QList<int>({200, 200, 500, 500}));
    }

    void theCheapestRouteIsTaken()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-echo"), scriptedRoute("test-comments")});
        options.aliases.front().strategy = proxy::Strategy::Cheapest;
        options.aliases.front().routes[1].price = proxy::Price{1000, 1000, {}, {}};
        Fixture f(options);
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "safe", "hello hello");
        QCOMPARE(got.header("x-gateway-route"), std::string("scripted/test-comments"));
        QVERIFY(f.lastRow().value(QLatin1String("cost_nanos")).toInteger() <= 1); // at the route's price
    }

    void theFastestRouteIsTakenOnceAllAreKnown()
    {
        proxy::Options options = optionsWith({scriptedRoute("test-slow"), scriptedRoute("test-echo")});
        options.aliases.front().strategy = proxy::Strategy::Fastest;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        QStringList routes;
        for (int i = 0; i < 4; ++i)
            routes << QString::fromStdString(f.chat(key, "safe", "hello").header("x-gateway-route"));
        QCOMPARE(routes.count(QStringLiteral("scripted/test-slow")), 1);
        QCOMPARE(routes.last(), QStringLiteral("scripted/test-echo"));
    }

    void xModelChoosesTheRouteOrTheAlias()
    {
        Fixture f(optionsWith({scriptedRoute("test-500"), scriptedRoute("test-echo"), scriptedRoute("test-tools")}));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const auto routeOf = [&](const std::string &model, const std::string &body) {
            const std::string header = "x-model: " + model + "\r\n";
            const client::Answer got = client::ask(f.dataPort(), "POST", "/v1/chat/completions", key, body, header);
            return std::to_string(got.status) + ' ' + got.header("x-gateway-route");
        };
        const std::string safe = Fixture::chatBody("safe", "hello");
        QCOMPARE(routeOf("test-tools", safe), std::string("200 scripted/test-tools"));
        QCOMPARE(routeOf("scripted/test-tools", safe), std::string("200 scripted/test-tools"));
        QCOMPARE(routeOf("test-500", safe), std::string("500 scripted/test-500")); // and no other
        QCOMPARE(routeOf("safe", Fixture::chatBody("test-echo", "hello")), std::string("200 scripted/test-echo"));
        QCOMPARE(routeOf("nobody", safe), std::string("404 "));
        QCOMPARE(routeOf("safe", R"({"messages":[{"role":"user","content":"hello"}]})"),
            std::string("200 scripted/test-echo"));
        const std::string narrow = f.newKey("narrow", R"("aliases":["safe"])");
        QCOMPARE(
            client::ask(f.dataPort(), "POST", "/v1/chat/completions", narrow, safe, "x-model: test-slow\r\n").status,
            403);
    }

    void aBodyWithoutAModelGetsOneOnTheWay()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options = optionsWith({{"real", "test-echo"}});
        options.upstreams = {
            {"real", proxy::UpstreamKind::OpenAi, behind.gateway.started().dataUrl, behind.newKey(), {}}};
        Fixture f(options);
        QVERIFY(f.start());
        const std::string body = R"({"messages":[{"role":"user","content":"Repeat: through"}]})";
        const client::Answer got =
            client::ask(f.dataPort(), "POST", "/v1/chat/completions", f.newKey(), body, "x-model: safe\r\n");
        QCOMPARE(got.status, 200);
        QVERIFY(got.body.find("through") != std::string::npos);
        QCOMPARE(textAt(behind.lastRow(), "alias"), QStringLiteral("test-echo"));
    }

    void aCapCountsTheAnswerOnly()
    {
        Fixture f(optionsWith({scriptedRoute("test-500"), scriptedRoute("test-echo")}));
        QVERIFY(f.start());
        const std::string key = f.newKey("k", R"("budgets":[{"nanos":1000000000,"window":"day"}])");
        QCOMPARE(f.chat(key, "safe", "hello").status, 200);
        const QJsonObject told =
            jsonOf(f.admin("GET", "/keys")).value(QLatin1String("items")).toArray().first().toObject();
        QCOMPARE(told.value(QLatin1String("reserved_nanos")).toInteger(-1), 0);
        QCOMPARE(told.value(QLatin1String("spent_nanos")).toInteger(),
            f.lastRow().value(QLatin1String("cost_nanos")).toInteger());
    }

    void anEditedAliasActsOnTheNextCallAndDropsNoStream()
    {
        Fixture f(optionsWith({scriptedRoute("test-slow")}));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        client::Connection stream(f.dataPort());
        stream.send(client::requestText("POST", "/v1/chat/completions", key,
            Fixture::chatBody("safe", "write the numbers 1 to 12", R"("stream":true)")));
        QVERIFY(stream.readUntil("1."));
        QCOMPARE(
            f.admin("PUT", "/aliases/safe", R"({"routes":[{"upstream":"scripted","model":"test-echo"}]})").status, 200);
        QCOMPARE(f.chat(key, "safe", "hello").header("x-gateway-route"), std::string("scripted/test-echo"));
        QVERIFY(stream.readUntil("[DONE]"));
        QTRY_COMPARE_WITH_TIMEOUT(f.rows().size(), 2, 2000);
        QCOMPARE(textAt(f.lastRow(), "model"), QStringLiteral("test-slow"));
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("complete"));
    }

    void strategiesAndTimesAreSetThroughTheAdminApi()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string body =
            R"({"strategy":"ordered","routes":[{"upstream":"scripted","model":"test-500",)"
            R"("first_byte_ms":700,"price":{"input_nanos_per_million":5,"output_nanos_per_million":6}},)"
            R"({"upstream":"scripted","model":"test-echo"}]})";
        QCOMPARE(f.admin("PUT", "/aliases/safe", body).status, 201);
        f.gateway.stop();
        QVERIFY(f.start());
        const QJsonObject told = jsonOf(f.admin("GET", "/aliases/safe"));
        QCOMPARE(textAt(told, "strategy"), QStringLiteral("ordered"));
        const QJsonObject route = told.value(QLatin1String("routes")).toArray().first().toObject();
        QCOMPARE(route.value(QLatin1String("first_byte_ms")).toInt(), 700);
        QVERIFY(route.value(QLatin1String("price")).isObject());
        QCOMPARE(f.chat(f.newKey(), "safe", "hello").header("x-gateway-attempts"), std::string("2"));
        for (const char *bad : {R"({"strategy":"best","routes":[{"upstream":"scripted","model":"test-echo"}]})",
                 R"({"routes":[{"upstream":"scripted","model":"test-echo","idle_ms":-1}]})",
                 R"({"routes":[{"upstream":"scripted","model":"test-echo","wait":1}]})"})
            QCOMPARE(f.admin("PUT", "/aliases/bad", bad).status, 400);
    }
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "tst_failover.moc"
