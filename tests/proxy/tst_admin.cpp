// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <atomic>
#include <QSet>
#include <thread>

namespace {

QString code(const client::Answer &answer)
{
    return textAt(jsonOf(answer), "code");
}

} // namespace

// The admin API: keys, aliases, usage, status, and its faults.
class AdminTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_f = std::make_unique<Fixture>();
        QVERIFY(m_f->start());
    }

    void aKeyGoesThroughItsLife()
    {
        const auto created = m_f->admin("POST", "/keys",
            R"({"name":"app","aliases":["test-echo"],"budgets":[{"nanos":5,"window":"week"}],)"
            R"("expires_at":"2999-01-01T00:00:00+01:00","passport":{"app":"shop","n":[1,{}]}})");
        QCOMPARE(created.status, 201);
        const QJsonObject key = jsonOf(created).value(QLatin1String("key")).toObject();
        const std::string secret = textAt(jsonOf(created), "secret").toStdString();
        QCOMPARE(secret.size(), std::size_t(46));
        QCOMPARE(textAt(key, "prefix").toStdString(), secret.substr(0, 10));
        QCOMPARE(textAt(key, "last_four").toStdString(), secret.substr(42));
        QCOMPARE(textAt(key, "expires_at"), QStringLiteral("2998-12-31T23:00:00Z"));
        QCOMPARE(key.value(QLatin1String("passport")).toObject().value(QLatin1String("app")).toString(),
            QStringLiteral("shop"));
        const std::string path = "/keys/" + textAt(key, "id").toStdString();
        QCOMPARE(jsonOf(m_f->admin("GET", path)), key);
        const auto changed = m_f->admin("PATCH", path, R"({"enabled":false,"name":"renamed"})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(jsonOf(m_f->admin("GET", path)), jsonOf(changed));
        QCOMPARE(textAt(jsonOf(changed), "expires_at"), textAt(key, "expires_at"));
        QCOMPARE(m_f->chat(secret, "test-echo", "hello").status, 401);
        QCOMPARE(m_f->admin("PATCH", path, R"({"enabled":true,"budgets":[],"expires_at":null})").status, 200);
        QCOMPARE(m_f->chat(secret, "test-echo", "hello").status, 200);
        QVERIFY(!jsonOf(m_f->admin("GET", path)).value(QLatin1String("last_used_at")).isNull());
        const auto removed = m_f->admin("DELETE", path);
        QCOMPARE(removed.status, 204);
        QVERIFY(removed.body.empty());
        QCOMPARE(m_f->admin("GET", path).status, 404);
        QCOMPARE(m_f->chat(secret, "test-echo", "hello").status, 401);
        QCOMPARE(m_f->rows().size(), 3);
    }

    void anAmountIsExactHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *written, const char *kept) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(kept);
        };
        row("2251799813685247.0", "2251799813685247");
        row("3999999999999999999.00", "3999999999999999999");
        row("3999999999999999999", "3999999999999999999");
        row("10.0", "10");
        row("1e3", "1000");
    }

    void anAmountIsExactHoweverItIsWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, kept);
        const std::string name = "\"name\":\"v1.0 \\\\ \\\"2.00\\\"\"";
        const std::string amount = "\"budgets\":[{\"window\":\"day\",\"nanos\":" + written.toStdString() + "}]";
        const auto created = m_f->admin("POST", "/keys", '{' + name + ',' + amount + '}');
        QCOMPARE(created.status, 201);
        QVERIFY2(created.body.find(name) != std::string::npos, created.body.c_str());
        QVERIFY2(created.body.find("\"nanos\":" + kept.toStdString() + ',') != std::string::npos, created.body.c_str());
    }

    void keysStayAfterAStop()
    {
        const std::string secret = m_f->newKey("kept", R"("aliases":["test-slow"],"passport":{"owner":"ä"})");
        const auto before = jsonOf(m_f->admin("GET", "/keys"));
        m_f->gateway.stop();
        QVERIFY(m_f->start());
        QCOMPARE(jsonOf(m_f->admin("GET", "/keys")), before);
        QCOMPARE(m_f->chat(secret, "test-echo", "hello").status, 403);
    }

    void badBodiesNameTheField_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *body, const char *code, const char *field) {
            QTest::addRow("%s", name) << QString::fromUtf8(body) << QString::fromLatin1(code)
                                      << QString::fromLatin1(field);
        };
        row("no JSON", "hello", "bad_json", "");
        row("a list", "[]", "bad_json", "");
        row("empty", "", "bad_json", "");
        row("no name", "{}", "invalid_field", "name");
        row("name a number", R"({"name":1})", "invalid_field", "name");
        row("name with a break", R"({"name":"a\nb"})", "invalid_field", "name");
        row("unknown field", R"({"name":"a","secret":"x"})", "unknown_field", "secret");
        row("window", R"({"name":"a","budgets":[{"nanos":1,"window":"day"},{"nanos":1,"window":"fortnight"}]})",
            "invalid_field", "budgets[1].window");
        row("no amount", R"({"name":"a","budgets":[{"window":"day"}]})", "invalid_field", "budgets[0].nanos");
        row("amount a fraction", R"({"name":"a","budgets":[{"nanos":1.5,"window":"day"}]})", "invalid_field",
            "budgets[0].nanos");
        row("amount too large", R"({"name":"a","budgets":[{"nanos":4000000000000000001,"window":"day"}]})",
            "invalid_field", "budgets[0].nanos");
        row("raise too large", R"({"name":"a","budgets":[{"nanos":1,"raise_nanos":4000000000000000001}]})",
            "invalid_field", "budgets[0].raise_nanos");
        row("budget unknown", R"({"name":"a","budgets":[{"usd":1}]})", "unknown_field", "budgets[0].usd");
        row("expiry", R"({"name":"a","expires_at":"tomorrow"})", "invalid_field", "expires_at");
        row("expiry date", R"({"name":"a","expires_at":"2027-02-30"})", "invalid_field", "expires_at");
        row("aliases", R"({"name":"a","aliases":["x",2]})", "invalid_field", "aliases[1]");
        row("enabled", R"({"name":"a","enabled":1})", "invalid_field", "enabled");
        row("passport", R"({"name":"a","passport":[]})", "invalid_field", "passport");
    }

    void badBodiesNameTheField()
    {
        QFETCH(QString, body);
        const auto answer = m_f->admin("POST", "/keys", body.toStdString());
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.header("content-type"), std::string("application/problem+json"));
        QTEST(code(answer), "code");
        QTEST(textAt(jsonOf(answer), "field"), "field");
        QVERIFY(jsonOf(m_f->admin("GET", "/keys")).value(QLatin1String("items")).toArray().isEmpty());
    }

    void namesAreUnique()
    {
        m_f->newKey("one");
        m_f->newKey("two");
        QCOMPARE(code(m_f->admin("POST", "/keys", R"({"name":"one"})")), QStringLiteral("name_taken"));
        const QJsonObject two =
            jsonOf(m_f->admin("GET", "/keys?name=two")).value(QLatin1String("items")).toArray().first().toObject();
        QCOMPARE(m_f->admin("PATCH", "/keys/" + textAt(two, "id").toStdString(), R"({"name":"one"})").status, 409);
    }

    void theAdminKeyIsWanted()
    {
        for (const std::string &key : {std::string(), std::string("wrong"), adminKey + 'x', m_f->newKey()}) {
            const auto answer = client::ask(m_f->adminPort(), "GET", "/admin/v1/keys", key);
            QCOMPARE(answer.status, 401);
            QCOMPARE(code(answer), QStringLiteral("unauthorized"));
        }
        QCOMPARE(client::ask(m_f->dataPort(), "GET", "/v1/models", adminKey).status, 401);
        QCOMPARE(client::ask(m_f->adminPort(), "GET", "/v1/models", adminKey).status, 404);
        QCOMPARE(m_f->admin("PUT", "/keys", "{}").status, 405);
        QCOMPARE(m_f->admin("POST", "/usage", "{}").status, 405);
        QCOMPARE(m_f->admin("GET", "/nothing").status, 404);
    }

    void aliasesAreSetAndRemoved()
    {
        const std::string key = m_f->newKey();
        const std::string body = R"({"routes":[{"upstream":"scripted","model":"test-echo"}],)"
                                 R"("price":{"input_nanos_per_million":2000000,"output_nanos_per_million":0}})";
        QCOMPARE(m_f->admin("PUT", "/aliases/team%2Ffast", body).status, 201);
        QCOMPARE(m_f->admin("PUT", "/aliases/team%2Ffast", body).status, 200);
        QCOMPARE(m_f->chat(key, "team/fast", "hello").status, 200);
        QCOMPARE(client::ask(m_f->dataPort(), "GET", "/v1/models/team/fast", key).status, 200);
        QCOMPARE(textAt(jsonOf(m_f->admin("GET", "/aliases/team%2Ffast")), "name"), QStringLiteral("team/fast"));
        m_f->gateway.stop();
        QVERIFY(m_f->start());
        QCOMPARE(m_f->chat(key, "team/fast", "hello").status, 200);
        QCOMPARE(m_f->lastRow().value(QLatin1String("cost_nanos")).toInteger(), 8);
        QCOMPARE(m_f->admin("DELETE", "/aliases/team%2Ffast").status, 204);
        QCOMPARE(m_f->chat(key, "team/fast", "hello").status, 404);
        QCOMPARE(code(m_f->admin("PUT", "/aliases/x", R"({"routes":[{"upstream":"none","model":"m"}]})")),
            QStringLiteral("unknown_upstream"));
        QCOMPARE(m_f->admin("PUT", "/aliases/x", R"({"routes":[]})").status, 400);
        QCOMPARE(m_f->admin("PUT", "/aliases/x", "{}").status, 400);
    }

    void listsArePagedWithACursor()
    {
        for (int i = 0; i < 7; ++i)
            m_f->newKey("key-" + std::to_string(i));
        QStringList names;
        std::string query = "?limit=3";
        for (bool complete = false; !complete;) {
            const QJsonObject page = jsonOf(m_f->admin("GET", "/keys" + query));
            for (const QJsonValue &key : page.value(QLatin1String("items")).toArray())
                names << textAt(key.toObject(), "name");
            complete = page.value(QLatin1String("complete")).toBool();
            QCOMPARE(page.value(QLatin1String("next")).isNull(), complete);
            query = "?limit=3&after=" + textAt(page, "next").toStdString();
        }
        QCOMPARE(names.size(), 7);
        QCOMPARE(names.last(), QStringLiteral("key-6"));
        for (const char *bad : {"?limit=0", "?limit=x", "?limit=1001", "?after=nobody"})
            QCOMPARE(m_f->admin("GET", std::string("/keys") + bad).status, 400);
        QCOMPARE(m_f->admin("GET", "/usage?after=x").status, 400);
    }

    // A client whose cursor is ahead read from a database that is no longer here: silence would hide new rows.
    void aCursorBeyondTheNewestRowIsRefused()
    {
        QCOMPARE(m_f->admin("GET", "/usage?after=0").status, 200);
        QCOMPARE(code(m_f->admin("GET", "/usage?after=1")), QStringLiteral("bad_cursor"));
        m_f->chat(m_f->newKey(), "test-echo", "hello");
        QCOMPARE(m_f->rows().size(), 1);
        QCOMPARE(m_f->admin("GET", "/usage?after=1").status, 200);
        const client::Answer ahead = m_f->admin("GET", "/usage?after=2");
        QCOMPARE(ahead.status, 400);
        QCOMPARE(code(ahead), QStringLiteral("bad_cursor"));
        QCOMPARE(ahead.header("content-type"), std::string("application/problem+json"));
        QVERIFY(ahead.body.find("newest row is 1") != std::string::npos);
        QCOMPARE(m_f->admin("GET", "/usage?after=2&request_id=x").status, 400);
    }

    // Rows are added by four clients while a fifth reads on with its cursor: each row once, in order.
    void pagingIsCompleteWhileRowsAreAdded()
    {
        const std::string key = m_f->newKey();
        std::atomic<int> running = 4;
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&] {
                client::Connection connection(m_f->dataPort());
                for (int call = 0; call < 100; ++call) {
                    connection.send(client::requestText(
                        "POST", "/v1/chat/completions", key, Fixture::chatBody("test-echo", "Repeat: something")));
                    connection.read();
                }
                --running;
            });
        }
        QList<qint64> ids;
        QSet<QString> requests;
        std::string after = "0";
        for (bool complete = false; running > 0 || !complete;) {
            const QJsonObject page = jsonOf(m_f->admin("GET", "/usage?limit=7&after=" + after));
            for (const QJsonValue &row : page.value(QLatin1String("items")).toArray()) {
                ids << row.toObject().value(QLatin1String("id")).toInteger();
                requests << textAt(row.toObject(), "request_id");
            }
            after = textAt(page, "next").toStdString();
            complete = page.value(QLatin1String("complete")).toBool();
        }
        for (std::thread &one : clients)
            one.join();
        const QJsonObject rest = jsonOf(m_f->admin("GET", "/usage?limit=1000&after=" + after));
        const auto left = rest.value(QLatin1String("items")).toArray().size();
        QCOMPARE(ids.size() + left, 400);
        QCOMPARE(requests.size(), ids.size());
        QVERIFY(std::ranges::is_sorted(ids));
    }

    void statusTellsWhatRuns()
    {
        m_f->chat(m_f->newKey(), "test-echo", "hello");
        m_f->rows();
        const QJsonObject status = jsonOf(m_f->admin("GET", "/status"));
        QCOMPARE(textAt(status, "data_url").toStdString(), m_f->gateway.started().dataUrl);
        QCOMPARE(status.value(QLatin1String("rows_written")).toInt(), 1);
        QCOMPARE(status.value(QLatin1String("rows_lost")).toInt(), 0);
        QVERIFY(status.value(QLatin1String("db_error")).isNull());
        QCOMPARE(textAt(status, "seed"), QStringLiteral("empty"));
    }

    // Every answer has the fields the description asks for, no more.
    void theDescriptionIsServedAndTrue()
    {
        const QJsonObject described = jsonOf(client::ask(m_f->adminPort(), "GET", "/admin/v1/openapi.json", {}));
        const QJsonObject schemas =
            described.value(QLatin1String("components")).toObject().value(QLatin1String("schemas")).toObject();
        m_f->chat(m_f->newKey("k", R"("budgets":[{"nanos":5,"window":"day"}])"), "test-echo", "hello");
        const auto fieldsOf = [&](const char *name) {
            return schemas.value(QLatin1String(name)).toObject().value(QLatin1String("properties")).toObject().keys();
        };
        const auto first = [&](const char *path) {
            return jsonOf(m_f->admin("GET", path)).value(QLatin1String("items")).toArray().first().toObject();
        };
        QCOMPARE(first("/keys").keys(), fieldsOf("Key"));
        QCOMPARE(
            first("/keys").value(QLatin1String("budgets")).toArray().first().toObject().keys(), fieldsOf("Budget"));
        QCOMPARE(first("/aliases").keys(), fieldsOf("Alias"));
        QCOMPARE(first("/upstreams").keys(), fieldsOf("Upstream"));
        QCOMPARE(first("/usage").keys(), fieldsOf("UsageRow"));
        QCOMPARE(first("/routes").keys(), fieldsOf("RouteState"));
        QCOMPARE(jsonOf(m_f->admin("GET", "/health")).keys(), fieldsOf("Health"));
        const std::string id = textAt(first("/keys"), "id").toStdString();
        QCOMPARE(jsonOf(m_f->admin("GET", "/keys/" + id + "/limits")).keys(), fieldsOf("KeyLimits"));
        m_f->admin("POST", "/keys/" + id + "/rotate", R"({"overlap_seconds":9})");
        QCOMPARE(first("/keys").value(QLatin1String("previous_secret")).toObject().keys(), fieldsOf("PreviousSecret"));
        QCOMPARE(jsonOf(m_f->admin("GET", "/status")).keys(), fieldsOf("Status"));
        QCOMPARE(jsonOf(m_f->admin("GET", "/x")).keys(), fieldsOf("Problem"));
    }

    void eventsTellWhatHappened()
    {
        std::vector<proxy::Event> events;
        proxy::Options options;
        options.onEvents = [&](const std::vector<proxy::Event> &batch) {
            events.insert(events.end(), batch.begin(), batch.end());
        };
        Fixture f(options);
        QVERIFY(f.start());
        f.chat(f.newKey(), "test-echo", "Repeat: seen by the log", R"("stream":true)");
        client::ask(f.dataPort(), "GET", "/v1/nothing", {});
        f.gateway.stop();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].path, std::string("/v1/chat/completions"));
        QCOMPARE(events[0].key, std::string("k"));
        QCOMPARE(events[0].ended, std::string("complete"));
        QVERIFY(events[0].firstTokenMs.has_value());
        QCOMPARE(events[1].status, 404);
    }

private:
    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(AdminTest)
#include "tst_admin.moc"
