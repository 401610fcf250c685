// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

namespace {

proxy::RouteConfig scripted(const char *model)
{
    return {"scripted", model};
}

proxy::AliasConfig alias(const char *name, const char *model, std::vector<std::string> fallbacks = {})
{
    return {name, {scripted(model)}, proxy::Price{1'000'000'000, 2'000'000'000, {}, {}}, {}, proxy::Strategy::Weighted,
        std::move(fallbacks)};
}

proxy::Options optionsWith(std::vector<proxy::AliasConfig> aliases)
{
    proxy::Options options;
    options.aliases = std::move(aliases);
    return options;
}

QString code(const client::Answer &answer)
{
    return textAt(jsonOf(answer), "code");
}

} // namespace

// An alias whose own routes fail goes on with the routes of those it falls back on.
class FallbacksTest : public QObject
{
    Q_OBJECT

private slots:
    void ownRoutesComeFirstThenThoseFallenBackOn()
    {
        Fixture f(optionsWith({alias("a", "test-500", {"b", "d"}), alias("b", "test-429", {"c"}),
            alias("c", "test-503-overload"), alias("d", "test-echo")}));
        QVERIFY(f.start());
        const client::Answer got = f.chat(f.newKey(), "a", "hello");
        QCOMPARE(got.status, 200);
        QCOMPARE(got.header("x-gateway-route"), std::string("scripted/test-echo"));
        QStringList models;
        for (const QJsonValue attempt : f.lastRow().value(QLatin1String("chain")).toArray())
            models << textAt(attempt.toObject(), "model");
        QCOMPARE(models.join(QLatin1Char(' ')), QStringLiteral("test-500 test-429 test-503-overload"));
        QCOMPARE(textAt(f.lastRow(), "alias"), QStringLiteral("a")); // whoever served it
    }

    void whileItsOwnWorkNothingElseIsTaken()
    {
        Fixture f(optionsWith({alias("a", "test-echo", {"b"}), alias("b", "test-tools")}));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.chat(key, "a", "hello").header("x-gateway-route"), std::string("scripted/test-echo"));
    }

    void whatServedItIsPaid_data()
    {
        QTest::addColumn<bool>("priced");
        QTest::newRow("its own alias's price") << true;
        QTest::newRow("no price is no price") << false;
    }
    void whatServedItIsPaid()
    {
        QFETCH(bool, priced);
        proxy::AliasConfig cheap = alias("b", "test-echo");
        cheap.price = priced ? std::optional(proxy::Price{0, 0, {}, {}}) : std::nullopt;
        Fixture f(optionsWith({alias("a", "test-500", {"b"}), cheap}));
        QVERIFY(f.start());
        QCOMPARE(f.chat(f.newKey(), "a", "hello").status, 200);
        const QJsonValue cost = f.lastRow().value(QLatin1String("cost_nanos"));
        QCOMPARE(cost.isNull(), !priced);
        QCOMPARE(cost.toInteger(), 0);
    }

    void anEditOfTheOtherAliasHoldsAtOnce()
    {
        Fixture f(optionsWith({alias("a", "test-500", {"b"}), alias("b", "test-429")}));
        QVERIFY(f.start());
        const std::string key = f.newKey();
        QCOMPARE(f.chat(key, "a", "hello").status, 429);
        QCOMPARE(
            f.admin("PUT", "/aliases/b", R"({"routes":[{"upstream":"scripted","model":"test-echo"}]})").status, 200);
        QCOMPARE(f.chat(key, "a", "hello").status, 200);
    }

    void theyAreToldKeptAndChecked()
    {
        Fixture f(optionsWith({alias("a", "test-echo"), alias("b", "test-echo", {"a"})}));
        QVERIFY(f.start());
        const auto put = [&f](const char *name, const char *fallbacks) {
            return f.admin("PUT", std::string("/aliases/") + name,
                std::string(R"({"routes":[{"upstream":"scripted","model":"test-echo"}],"fallbacks":)") + fallbacks
                    + '}');
        };
        QCOMPARE(code(put("a", R"(["none"])")), QStringLiteral("invalid_fallback"));
        QCOMPARE(put("a", R"(["a"])").status, 409);
        QVERIFY(put("a", R"(["b"])").body.find("goes round in a circle: a > b > a") != std::string::npos);
        QCOMPARE(put("a", R"(["test-echo","test-echo"])").status, 409);
        QCOMPARE(put("a", R"("b")").status, 400);
        QCOMPARE(put("c", R"(["b","test-500"])").status, 201);
        QCOMPARE(code(f.admin("DELETE", "/aliases/b")), QStringLiteral("in_use"));
        f.gateway.stop();
        QVERIFY(f.start());
        const QJsonArray told = jsonOf(f.admin("GET", "/aliases/c")).value(QLatin1String("fallbacks")).toArray();
        QCOMPARE(told, (QJsonArray{QStringLiteral("b"), QStringLiteral("test-500")}));
        QCOMPARE(put("c", "[]").status, 200);
        QCOMPARE(f.admin("DELETE", "/aliases/b").status, 204);
    }

    void aFileThatGoesRoundInACircleDoesNotStart()
    {
        Fixture f(optionsWith({alias("a", "test-echo", {"b"}), alias("b", "test-echo", {"a"})}));
        const auto started = f.gateway.start(f.options);
        QVERIFY(!started);
        QVERIFY2(started.error().detail.find("a > b > a") != std::string::npos, started.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(FallbacksTest)
#include "tst_fallbacks.moc"
