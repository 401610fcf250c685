// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <fstream>
#include <thread>

namespace {

const std::string aliasBody = R"({"routes":[{"upstream":"scripted","model":"test-echo"}]})";

QString code(const client::Answer &answer)
{
    return textAt(jsonOf(answer), "code");
}

std::string once(const std::string &key)
{
    return "Idempotency-Key: " + key + "\r\n";
}

QJsonArray keysOf(const Fixture &f)
{
    return jsonOf(f.admin("GET", "/keys?limit=1000")).value(QLatin1String("items")).toArray();
}

} // namespace

// Writes that must not happen twice, or over the change of another.
class ConditionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_f = std::make_unique<Fixture>();
        QVERIFY(m_f->start());
    }

    void aStaleChangeIsRefused()
    {
        m_f->newKey("k");
        const std::string path = "/keys/" + textAt(keysOf(*m_f).first().toObject(), "id").toStdString();
        const std::string tag = m_f->admin("GET", path).header("etag");
        const auto ifMatch = [](const std::string &value) { return "If-Match: " + value + "\r\n"; };
        const auto changed = m_f->admin("PATCH", path, R"({"rpm":5})", ifMatch(tag));
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.header("etag"), m_f->admin("GET", path).header("etag"));
        for (const char *method : {"PATCH", "DELETE"}) {
            const auto stale = m_f->admin(method, path, R"({"rpm":6})", ifMatch(tag));
            QCOMPARE(stale.status, 412);
            QCOMPARE(code(stale), QStringLiteral("precondition_failed"));
        }
        QCOMPARE(m_f->admin("POST", path + "/rotate", R"({"overlap_seconds":1})", ifMatch(tag)).status, 412);
        QCOMPARE(jsonOf(m_f->admin("GET", path)).value(QLatin1String("rpm")).toInt(), 5);
        QCOMPARE(m_f->admin("PATCH", path, R"({"rpm":6})", ifMatch("\"x\", " + changed.header("etag"))).status, 200);
        QCOMPARE(m_f->admin("PATCH", path, R"({"rpm":7})", ifMatch("*")).status, 200);
        const std::string now = m_f->admin("GET", path).header("etag");
        QCOMPARE(m_f->admin("DELETE", path, {}, ifMatch("W/" + now)).status, 412); // compared strongly
        QCOMPARE(m_f->admin("DELETE", path, {}, ifMatch(now)).status, 204);
    }

    // Spending changes what is read, and is no conflict.
    void aCallBetweenReadingAndWritingIsNoConflict()
    {
        const std::string key = m_f->newKey("k");
        const std::string path = "/keys/" + textAt(keysOf(*m_f).first().toObject(), "id").toStdString();
        const std::string tag = m_f->admin("GET", path).header("etag");
        QCOMPARE(m_f->admin("GET", path, {}, "If-None-Match: " + tag + "\r\n").status, 304);
        QCOMPARE(m_f->chat(key, "test-echo", "hello").status, 200);
        QCOMPARE(m_f->admin("GET", path, {}, "If-None-Match: " + tag + "\r\n").status, 200);
        QCOMPARE(m_f->admin("PATCH", path, R"({"rpm":5})", "If-Match: " + tag + "\r\n").status, 200);
    }

    void whatIsKnownIsNotToldAgain()
    {
        m_f->newKey("k");
        for (const char *path : {"/keys", "/aliases", "/aliases/test-echo", "/openapi.json"}) {
            const std::string tag = m_f->admin("GET", path).header("etag");
            QVERIFY(tag.size() > 8);
            const auto known = m_f->admin("GET", path, {}, "If-None-Match: \"other\", W/" + tag + "\r\n");
            QCOMPARE(known.status, 304);
            QCOMPARE(known.header("etag"), tag);
            QVERIFY(known.body.empty());
        }
        const std::string tag = m_f->admin("GET", "/keys").header("etag");
        m_f->newKey("another");
        QCOMPARE(m_f->admin("GET", "/keys", {}, "If-None-Match: " + tag + "\r\n").status, 200);
    }

    void anAliasIsMadeOrReplacedOnlyAsMeant()
    {
        QCOMPARE(m_f->admin("PUT", "/aliases/a", aliasBody, "If-Match: *\r\n").status, 412);
        QCOMPARE(m_f->admin("GET", "/aliases/a").status, 404);
        const auto made = m_f->admin("PUT", "/aliases/a", aliasBody, "If-None-Match: *\r\n");
        QCOMPARE(made.status, 201);
        QCOMPARE(m_f->admin("PUT", "/aliases/a", aliasBody, "If-None-Match: *\r\n").status, 412);
        const std::string tag = "If-Match: " + made.header("etag") + "\r\n";
        const std::string other = R"({"routes":[{"upstream":"scripted","model":"test-slow"}]})";
        QCOMPARE(m_f->admin("PUT", "/aliases/a", other, tag).status, 200);
        QCOMPARE(m_f->admin("PUT", "/aliases/a", aliasBody, tag).status, 412);
        QCOMPARE(m_f->admin("DELETE", "/aliases/a", {}, tag).status, 412);
        QCOMPARE(m_f->admin("DELETE", "/aliases/a").status, 204);
    }

    void aTagHoldsOverARestart()
    {
        m_f->newKey("k", R"("rpm":5,"expires_at":"2999-01-01T00:00:00Z","passport":{"b":1,"a":2})");
        const std::string path = "/keys/" + textAt(keysOf(*m_f).first().toObject(), "id").toStdString();
        const std::string tag = m_f->admin("GET", path).header("etag");
        m_f->gateway.stop();
        QVERIFY(m_f->start());
        QCOMPARE(m_f->admin("GET", path).header("etag"), tag);
    }

    void aRepeatedCreateIsAnsweredTheSame()
    {
        const auto first = m_f->admin("POST", "/keys", R"({"name":"once"})", once("abc"));
        const auto second = m_f->admin("POST", "/keys", R"({"name":"once"})", once("abc"));
        QCOMPARE(second.status, 201);
        QCOMPARE(first.body, second.body);
        QCOMPARE(first.header("location"), second.header("location"));
        QCOMPARE(first.header("idempotent-replayed"), std::string());
        QCOMPARE(second.header("idempotent-replayed"), std::string("true"));
        const auto other = m_f->admin("POST", "/keys", R"({"name":"other"})", once("abc"));
        QCOMPARE(other.status, 422);
        QCOMPARE(code(other), QStringLiteral("idempotency_conflict"));
        QCOMPARE(m_f->admin("PUT", "/aliases/a", R"({"name":"once"})", once("abc")).status, 422);
        QCOMPARE(keysOf(*m_f).size(), 1);
    }

    void everyWriteIsCarriedOutOnce()
    {
        m_f->newKey("k");
        const std::string path = "/keys/" + textAt(keysOf(*m_f).first().toObject(), "id").toStdString();
        const auto same = [&](const std::string &method, const std::string &at, const std::string &body, int status) {
            const auto first = m_f->admin(method, at, body, once(method + at));
            const auto second = m_f->admin(method, at, body, once(method + at));
            return first.status == status && second.status == status && first.body == second.body
                && first.header("etag") == second.header("etag") && !second.header("idempotent-replayed").empty();
        };
        QVERIFY(same("PATCH", path, R"({"rpm":9})", 200));
        QVERIFY(same("POST", path + "/rotate", R"({"overlap_seconds":100})", 200));
        QVERIFY(same("DELETE", path + "/previous-secret", {}, 200));
        QVERIFY(same("PUT", "/aliases/a", aliasBody, 201));
        QVERIFY(same("DELETE", "/aliases/a", {}, 204));
        QVERIFY(same("DELETE", path, {}, 204));
        QCOMPARE(m_f->admin("DELETE", path).status, 404);
    }

    void whatFailedIsDecidedAnew()
    {
        QCOMPARE(m_f->admin("POST", "/keys", R"({"name":""})", once("abc")).status, 400);
        QCOMPARE(m_f->admin("POST", "/keys", R"({"name":"a"})", once("abc")).status, 201);
    }

    // Sixteen clients ask the same at once: one key, and each of them is told of it.
    void theSameAtOnceIsCarriedOutOnce()
    {
        std::vector<std::string> bodies(16);
        std::vector<std::thread> clients;
        for (std::string &body : bodies)
            clients.emplace_back([&] { body = m_f->admin("POST", "/keys", R"({"name":"one"})", once("x")).body; });
        for (std::thread &one : clients)
            one.join();
        for (const std::string &body : bodies)
            QCOMPARE(body, bodies.front());
        QVERIFY(textAt(jsonOf({201, {}, bodies.front()}), "secret").startsWith(QLatin1String("sk-gw-")));
        QCOMPARE(keysOf(*m_f).size(), 1);
    }

    // Over a restart the write is known; its secret is kept nowhere, and that is said by null.
    void aRestartForgetsTheSecretOnly()
    {
        const auto made = m_f->admin("POST", "/keys", R"({"name":"k"})", once("make"));
        const std::string secret = textAt(jsonOf(made), "secret").toStdString();
        const std::string path = "/keys/" + textAt(keysOf(*m_f).first().toObject(), "id").toStdString();
        const auto changed = m_f->admin("PATCH", path, R"({"rpm":9})", once("change"));
        const auto rotated = m_f->admin("POST", path + "/rotate", R"({"overlap_seconds":100})", once("turn"));
        const std::string fresh = textAt(jsonOf(rotated), "secret").toStdString();
        m_f->gateway.stop();
        for (const char *end : {"", "-wal"}) {
            std::ifstream file(m_f->options.dbPath + end, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            QVERIFY(bytes.find(secret.substr(10, 20)) == std::string::npos);
            QVERIFY(bytes.find(fresh.substr(10, 20)) == std::string::npos);
        }
        QVERIFY(m_f->start());
        const auto again = m_f->admin("POST", "/keys", R"({"name":"k"})", once("make"));
        QCOMPARE(again.status, 201);
        QCOMPARE(jsonOf(again).value(QLatin1String("key")), jsonOf(made).value(QLatin1String("key")));
        QVERIFY(jsonOf(again).value(QLatin1String("secret")).isNull());
        QCOMPARE(again.header("location"), made.header("location"));
        QCOMPARE(m_f->admin("PATCH", path, R"({"rpm":9})", once("change")).body, changed.body);
        QCOMPARE(m_f->admin("PATCH", path, R"({"rpm":8})", once("change")).status, 422);
        const auto turned = m_f->admin("POST", path + "/rotate", R"({"overlap_seconds":100})", once("turn"));
        QVERIFY(jsonOf(turned).value(QLatin1String("secret")).isNull());
        QCOMPARE(m_f->chat(fresh, "test-echo", "hello").status, 200);
        QCOMPARE(keysOf(*m_f).size(), 1);
    }

    // What a full disk did not take was not done, and may be asked for again.
    void aWriteThatWasNotStoredIsNotRemembered()
    {
        proxy::Options options;
        options.limits.databasePages = 80;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string rest = "\",\"passport\":{\"a\":\"" + std::string(16'000, 'p') + "\"}}";
        int i = 0;
        while (i < 60
            && f.admin("POST", "/keys", "{\"name\":\"n" + std::to_string(i) + rest, once("fill" + std::to_string(i)))
                    .status
                == 201)
            ++i;
        QVERIFY(i > 0 && i < 60);
        const std::string name = "{\"name\":\"n" + std::to_string(i) + rest;
        QCOMPARE(f.admin("POST", "/keys", name, once("last")).status, 507);
        for (int gone = 0; gone < 3; ++gone)
            QCOMPARE(
                f.admin("DELETE", "/keys/" + textAt(keysOf(f).first().toObject(), "id").toStdString()).status, 204);
        QCOMPARE(f.admin("POST", "/keys", name, once("last")).status, 201);
    }

private:
    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"
