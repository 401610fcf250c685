// SPDX-License-Identifier: GPL-3.0-or-later
#include "at_once.h"
#include "proxy/cidr.h"
#include <thread>
#include <vector>

namespace {

QJsonObject keyOf(const Fixture &f, const std::string &name)
{
    return jsonOf(f.admin("GET", "/keys?name=" + name)).value(QLatin1String("items")).toArray().first().toObject();
}

QJsonObject firstBudget(const Fixture &f, const std::string &name)
{
    return keyOf(f, name).value(QLatin1String("budgets")).toArray().first().toObject();
}

qint64 numberAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger(-1);
}

// What one call of together() costs.
qint64 priceOfOne(const Fixture &f)
{
    f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
    return numberAt(f.lastRow(), "cost_nanos");
}

std::string budgetOf(qint64 nanos, const std::string &more = {})
{
    return R"("budgets":[{"nanos":)" + std::to_string(nanos) + R"(,"window":"day")" + more + "}]";
}

} // namespace

// What a key may do beside its money: where from, what for, through whom, how often, how many at a time; and waiting.
class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void networksHoldTheirAddresses()
    {
        const auto holds = [](const char *network, const char *address) {
            return proxy::Cidr::parse(network)->contains(*proxy::parseAddress(address));
        };
        QVERIFY(holds("10.0.0.0/8", "10.255.1.2") && !holds("10.0.0.0/8", "11.0.0.1"));
        QVERIFY(holds("192.168.4.0/22", "192.168.7.255") && !holds("192.168.4.0/22", "192.168.8.0"));
        QVERIFY(holds("0.0.0.0/0", "1.2.3.4") && !holds("0.0.0.0/0", "::1"));
        QVERIFY(holds("127.0.0.1", "127.0.0.1") && holds("::1", "::1") && holds("fe80::/10", "fe80::1"));
        for (const char *bad :
            {"", "x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "10.0.0/8", "1.2.3.4/8x"})
            QVERIFY2(!proxy::Cidr::parse(bad), bad);
    }

    void aKeyOfAnotherNetworkIsRefusedWhateverItClaims()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string far = f.newKey("far", R"("cidrs":["10.0.0.0/8"])");
        const std::string near = f.newKey("near", R"("cidrs":["10.0.0.0/8","127.0.0.0/8"])");
        QCOMPARE(f.chat(near, "test-echo", "hello").status, 200);
        const char *forged = "X-Forwarded-For: 10.1.2.3\r\nForwarded: for=10.1.2.3\r\nX-Real-IP: 10.1.2.3\r\n";
        const client::Answer got = f.chat(far, "test-echo", "hello", R"("user":"near")", forged);
        QCOMPARE(got.status, 403);
        QCOMPARE(textAt(f.lastRow(), "key"), QStringLiteral("far"));
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("permission"));
    }

    void aKeyGoesThroughItsUpstreamsOnly()
    {
        proxy::Options options;
        options.upstreams = {{"real", proxy::UpstreamKind::OpenAi, "http://127.0.0.1:1/v1", {}, {}}};
        options.aliases = {{"both", {{"real", "m"}, {"scripted", "test-echo"}}, {}, {"chat"}, proxy::Strategy::Ordered},
            {"one", {{"real", "m"}}, {}}};
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey("k", R"("upstreams":["scripted"])");
        QCOMPARE(f.chat(key, "both", "hello").header("x-gateway-attempts"), std::string("1"));
        QCOMPARE(f.chat(key, "one", "hello").status, 403);
        const std::string pinned = "x-model: real/m\r\n";
        QCOMPARE(f.chat(key, "both", "hello", {}, pinned).status, 403); // not the other route instead
        QCOMPARE(f.chat(f.newKey("free"), "both", "hello").header("x-gateway-attempts"), std::string("2"));
    }

    void requestsAMinuteAreExact()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k", R"("rpm":6)");
        const std::map<int, int> seen = together(f, key, 30);
        QCOMPARE(seen.at(200), 6);
        QCOMPARE(seen.at(429), 24);
        const client::Answer refused = f.chat(key, "test-echo", "hello");
        QCOMPARE(refused.status, 429);
        QVERIFY(std::stoi(refused.header("retry-after")) >= 1 && std::stoi(refused.header("retry-after")) <= 10);
        QCOMPARE(refused.header("x-ratelimit-limit-requests"), std::string("6"));
        QCOMPARE(refused.header("x-ratelimit-remaining-requests"), std::string("0"));
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("rate_limit"));
        QCOMPARE(textAt(f.lastRow(), "ended"), QStringLiteral("refused"));
    }

    void tokensAMinuteCountWhatWasUsed()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string probe = f.newKey("probe");
        f.chat(probe, "test-echo", "Repeat: one two three");
        const qint64 each = numberAt(f.lastRow(), "input_tokens") + numberAt(f.lastRow(), "output_tokens");
        const std::string key = f.newKey("k", R"("tpm":)" + std::to_string(4 * each));
        QCOMPARE(together(f, key, 12).at(200), 4);
        const std::string little = f.newKey("little", R"("tpm":)" + std::to_string(each - 1));
        const client::Answer never = f.chat(little, "test-echo", "Repeat: one two three");
        QCOMPARE(never.status, 429);
        QVERIFY(never.header("retry-after").empty());
        QCOMPARE(never.header("x-should-retry"), std::string("false"));
        // A call that fails uses none.
        const std::string failing = f.newKey("failing", R"("tpm":)" + std::to_string(each));
        QCOMPARE(f.chat(failing, "test-500", "hello").status, 500);
        QCOMPARE(f.chat(failing, "test-echo", "Repeat: one two three").status, 200);
    }

    void onlySoManyCallsRunAtATime()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k", R"("parallel":2)");
        const std::string body = Fixture::chatBody("test-slow", "write the numbers 1 to 100", R"("stream":true)");
        client::Connection first(f.dataPort());
        client::Connection second(f.dataPort());
        for (client::Connection *one : {&first, &second}) {
            one->send(client::requestText("POST", "/v1/chat/completions", key, body));
            QVERIFY(one->readUntil("1."));
        }
        QCOMPARE(numberAt(keyOf(f, "k"), "running"), 2);
        const client::Answer third = f.chat(key, "test-echo", "hello");
        QCOMPARE(third.status, 429);
        QCOMPARE(third.header("retry-after"), std::string("1"));
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(f.chat(key, "test-echo", "hello").status, 200, 2000);
    }

    // Money for ten calls of 64 that stream at once, and of 64 that stream and wait for what others give back.
    void streamsAreBoundExactlyToo()
    {
        Fixture f;
        QVERIFY(f.start());
        const qint64 cost = priceOfOne(f);
        for (const char *wait : {"", R"(,"wait_ms":5000)"}) {
            const std::string name = std::string("k") + (*wait ? "w" : "n");
            const std::string key = f.newKey(name, budgetOf(10 * cost) + wait);
            const std::map<int, int> seen = together(f, key, 64, R"("stream":true)");
            QCOMPARE(seen.at(200), 10);
            QCOMPARE(seen.at(429), 54);
            const QJsonObject budget = firstBudget(f, name);
            QCOMPARE(numberAt(budget, "spent_nanos"), 10 * cost);
            QCOMPARE(numberAt(budget, "reserved_nanos"), 0);
            QCOMPARE(numberAt(budget, "free_nanos"), 0);
            QCOMPARE(numberAt(keyOf(f, name), "waiting"), 0);
        }
    }

    // The bound of a forwarded call is far above its cost: whoever waits finds the difference again.
    void aCallThatCouldBePaidLaterWaitsForIt()
    {
        Fixture behind;
        QVERIFY(behind.start());
        proxy::Options options;
        options.upstreams = {
            {"real", proxy::UpstreamKind::OpenAi, behind.gateway.started().dataUrl, behind.newKey(), {}}};
        // It answers late, so that calls of clients that begin one after the other run at a time.
        options.aliases = {{"fast", {{"real", "test-slow"}}, proxy::Price{1'000'000'000, 1'000'000'000, {}, {}}}};
        Fixture f(options);
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "fast", "hello hello");
        const qint64 cost = numberAt(f.lastRow(), "cost_nanos");
        const qint64 bound = 4'200'000; // 4096 tokens of output and some of input
        QVERIFY(cost * 20 < bound);
        const auto admitted = [&](const std::string &key) {
            std::vector<int> status(16, 0);
            std::vector<std::thread> threads;
            for (int &one : status)
                threads.emplace_back([&] { one = f.chat(key, "fast", "hello hello").status; });
            for (std::thread &thread : threads)
                thread.join();
            return std::ranges::count(status, 200);
        };
        QVERIFY(admitted(f.newKey("hasty", budgetOf(2 * bound))) < 16);
        QCOMPARE(admitted(f.newKey("patient", budgetOf(2 * bound) + R"(,"wait_ms":15000)")), 16);
        QCOMPARE(numberAt(firstBudget(f, "patient"), "spent_nanos"), 16 * cost);
        QCOMPARE(numberAt(firstBudget(f, "patient"), "reserved_nanos"), 0);
    }

    void reservedSpentAndFreeAreSeenWhileACallRuns()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k", budgetOf(1'000'000'000));
        client::Connection stream(f.dataPort());
        stream.send(client::requestText("POST", "/v1/chat/completions", key,
            Fixture::chatBody("test-slow", "write the numbers 1 to 12", R"("stream":true)")));
        QVERIFY(stream.readUntil("1."));
        const QJsonObject during = firstBudget(f, "k");
        QVERIFY(numberAt(during, "reserved_nanos") > 0);
        QCOMPARE(numberAt(during, "spent_nanos"), 0);
        QCOMPARE(numberAt(during, "free_nanos"), 1'000'000'000 - numberAt(during, "reserved_nanos"));
        QVERIFY(stream.readUntil("[DONE]"));
        QTRY_COMPARE_WITH_TIMEOUT(numberAt(firstBudget(f, "k"), "reserved_nanos"), 0, 2000);
        QVERIFY(numberAt(firstBudget(f, "k"), "spent_nanos") > 0);
    }

    void aRaiseHoldsForItsTime()
    {
        Fixture f;
        QVERIFY(f.start());
        const qint64 cost = priceOfOne(f);
        const std::string more = R"(,"raise_nanos":)" + std::to_string(3 * cost) + R"(,"raise_until":)";
        const std::string raised = f.newKey("raised", budgetOf(2 * cost, more + R"("2099-01-01T00:00:00Z")"));
        const std::string over = f.newKey("over", budgetOf(2 * cost, more + R"("2020-01-01T00:00:00Z")"));
        QCOMPARE(together(f, raised, 9).at(200), 5);
        QCOMPARE(together(f, over, 9).at(200), 2);
    }

    void softThresholdsAreTold()
    {
        Fixture f;
        QVERIFY(f.start());
        const qint64 cost = priceOfOne(f);
        const std::string key = f.newKey("k", budgetOf(4 * cost) + R"(,"soft_percents":[95,50])");
        QStringList told;
        for (int i = 0; i < 5; ++i)
            told << QString::fromStdString(
                f.chat(key, "test-echo", "Repeat: one two three").header("x-gateway-budget-warning"));
        QCOMPARE(told, QStringList({{}, {}, QStringLiteral("50%"), QStringLiteral("50%"), QStringLiteral("95%")}));
    }

    void aSpentDayTellsWhenItEnds()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k", budgetOf(1));
        f.chat(key, "test-echo", "hello");
        const std::string lifetime = f.newKey("l", R"("budgets":[{"nanos":1,"window":"lifetime"}])");
        QVERIFY(f.chat(lifetime, "test-echo", "hello").header("retry-after").empty());
    }

    void limitsSurviveAStopAndBadOnesAreRefused()
    {
        Fixture f;
        QVERIFY(f.start());
        f.newKey("k",
            R"("rpm":7,"tpm":8000,"parallel":9,"wait_ms":10,"soft_percents":[80],"cidrs":["127.0.0.0/8"],)"
            R"("families":["chat"],"upstreams":["scripted"])");
        f.gateway.stop();
        QVERIFY(f.start());
        const QJsonObject key = keyOf(f, "k");
        QCOMPARE(numberAt(key, "rpm"), 7);
        QCOMPARE(numberAt(key, "tpm"), 8000);
        QCOMPARE(numberAt(key, "parallel"), 9);
        QCOMPARE(numberAt(key, "wait_ms"), 10);
        for (const char *list : {"soft_percents", "cidrs", "families", "upstreams"})
            QCOMPARE(key.value(QLatin1String(list)).toArray().size(), 1);
        for (const char *bad : {R"("rpm":-1)", R"("cidrs":["10.0.0.0/99"])", R"("families":["talk"])", R"("tpm":"1")",
                 R"("soft_percents":[101])", R"("wait_ms":600001)", R"("rmp":1)"})
            QCOMPARE(f.admin("POST", "/keys", R"({"name":"bad",)" + std::string(bad) + '}').status, 400);
    }

    void aRevokedKeyIsRefusedFromTheNextCallOn()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k");
        client::Connection connection(f.dataPort());
        const std::string call =
            client::requestText("POST", "/v1/chat/completions", key, Fixture::chatBody("test-echo", "hello"));
        connection.send(call);
        QCOMPARE(connection.read().status, 200);
        const std::string id = textAt(keyOf(f, "k"), "id").toStdString();
        QCOMPARE(f.admin("DELETE", "/keys/" + id).status, 204);
        connection.send(call);
        QCOMPARE(connection.read().status, 401);
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
