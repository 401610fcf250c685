// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "sql/database.h"

// Spoils the first page of a table's rows that holds these bytes.
static void damageLeaf(const std::string &path, const char *bytes)
{
    constexpr qint64 pageSize = 4096;
    constexpr char tableLeaf = 0x0d;
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray all = file.readAll();
    for (qint64 at = pageSize; at < all.size(); at += pageSize) {
        if (all.at(at) != tableLeaf || !all.mid(at, pageSize).contains(bytes))
            continue;
        QVERIFY(file.seek(at + 1));
        QCOMPARE(file.write(QByteArray(64, '\xff')), 64);
        return;
    }
    QFAIL("no page holds them");
}

// What keeps a gateway from starting, and what it must survive while it runs.
class StartTest : public QObject
{
    Q_OBJECT

private slots:
    void aPortInUseIsNamed()
    {
        Fixture first;
        QVERIFY(first.start());
        for (const bool admin : {false, true}) {
            Fixture second;
            (admin ? second.options.adminPort : second.options.dataPort) = static_cast<std::uint16_t>(first.dataPort());
            const auto started = second.gateway.start(second.options);
            QVERIFY(!started);
            QCOMPARE(started.error().kind, proxy::StartFailure::PortInUse);
            QVERIFY(started.error().detail.find(std::to_string(first.dataPort())) != std::string::npos);
        }
    }

    void beyondLoopbackNothingListensUnasked()
    {
        for (const char *host : {"0.0.0.0", "192.168.1.1", "example.com"}) {
            Fixture f;
            f.options.host = host;
            QVERIFY(!f.gateway.start(f.options));
        }
        Fixture six;
        six.options.host = "::1";
        const auto started = six.gateway.start(six.options);
        QVERIFY(!started || started->dataUrl.starts_with("http://[::1]:"));
    }

    void aDamagedFileIsNamedAndKept()
    {
        Fixture f;
        QFile file(QString::fromStdString(f.options.dbPath));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::DatabaseCorrupt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(20'000, 'x'));
    }

    void aPageDamagedInTheMiddleIsNamed()
    {
        proxy::Options options;
        options.seed = proxy::Seed::Demo;
        Fixture f(options);
        QVERIFY(f.start());
        f.gateway.stop();
        QFile file(QString::fromStdString(f.options.dbPath));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(20 * 4096));
        file.write(QByteArray(40 * 4096, '\xff'));
        file.close();
        QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::DatabaseCorrupt);
    }

    // A large file is looked at in part, unless a crash left it behind.
    void usageRowsAreCheckedAfterACrashOnly()
    {
        proxy::Options options;
        options.seed = proxy::Seed::Demo;
        options.limits.wholeCheckBytes = 0;
        Fixture f(options);
        QVERIFY(f.start());
        f.gateway.stop();
        damageLeaf(f.options.dbPath, "req_sample_");
        QVERIFY(f.start());
        f.gateway.stop();
        {
            auto crashed = sql::Database::open(f.options.dbPath);
            QVERIFY(crashed->exec("INSERT INTO facts VALUES('crashed', 'in the log')"));
            QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::DatabaseCorrupt);
        }
        damageLeaf(f.options.dbPath, "\"passport\"");
        QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::DatabaseCorrupt);
    }

    void aNewerFileIsRefused()
    {
        Fixture f;
        QVERIFY(sql::Database::open(f.options.dbPath)->exec("PRAGMA user_version=99; CREATE TABLE later(a)"));
        const auto started = f.gateway.start(f.options);
        QCOMPARE(started.error().kind, proxy::StartFailure::DatabaseNewer);
        QVERIFY(started.error().detail.find("newer") != std::string::npos);
    }

    void aSecondGatewayOnTheSameFileIsRefused()
    {
        Fixture first;
        QVERIFY(first.start());
        Fixture second;
        second.options.dbPath = first.options.dbPath;
        QCOMPARE(second.gateway.start(second.options).error().kind, proxy::StartFailure::DatabaseLocked);
        first.gateway.stop();
        QVERIFY(second.start());
    }

    void aFolderThatIsNotThereIsNamed()
    {
        Fixture f;
        f.options.dbPath = "/nonexistent/gateway.db";
        QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::DatabaseFailed);
    }

    void aShortAdminKeyIsRefused()
    {
        Fixture f;
        f.options.adminKey = "short";
        QCOMPARE(f.gateway.start(f.options).error().kind, proxy::StartFailure::BadOptions);
    }

    // A full disk: calls go on, lost rows are counted and the reason is told.
    void aFullDiskLosesRowsNotCalls()
    {
        proxy::Options options;
        options.limits.databasePages = 60; // room for more than a batch of rows
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const std::string id = "X-Client-Request-Id: " + std::string(120, 'i') + "\r\n";
        QJsonObject status;
        // A small batch behind a lost one may still find room, and the reason is gone until the next one is lost.
        const auto full = [&status] {
            return status.value(QLatin1String("rows_lost")).toInt() > 0
                && textAt(status, "db_error").contains(QLatin1String("full"));
        };
        for (int i = 0; i < 4000 && !full(); ++i) {
            QCOMPARE(f.chat(key, "test-echo", "hello", {}, id).status, 200);
            if (i % 50 == 49)
                status = jsonOf(f.admin("GET", "/status"));
        }
        QVERIFY(full());
        QCOMPARE(f.chat(key, "test-echo", "hello").status, 200);
        QVERIFY(f.rows().size() > 10);
        // Pages that the lost batch gave back may still hold a key or two.
        const std::string passport = "\",\"passport\":{\"a\":\"" + std::string(16'000, 'p') + "\"}}";
        int status507 = 0;
        int last = 0;
        for (; last < 40 && status507 != 507; ++last)
            status507 = f.admin("POST", "/keys", "{\"name\":\"late" + std::to_string(last) + passport).status;
        QCOMPARE(status507, 507);
        const auto found = f.admin("GET", "/keys?name=late" + std::to_string(last - 1));
        QCOMPARE(jsonOf(found).value(QLatin1String("items")).toArray().size(), 0);
    }

    void theConfigurationMergesByNameAndWins()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string secret = f.newKey("bench", R"("aliases":["test-slow"],"passport":{"app":"x"})");
        f.gateway.stop();
        f.options.keys = {{"bench", {}, {{7, "day"}}, {"test-echo"}, {}, true},
            {"given", "sk-given-by-the-operator-1", {}, {}, {}, true}, {"new", {}, {}, {}, {}, true}};
        f.options.aliases = {{"test-echo", {{"scripted", "test-tools", 1}}, {}}};
        const auto started = f.gateway.start(f.options);
        QVERIFY(started);
        QCOMPARE(started->issued.size(), std::size_t(1));
        QCOMPARE(started->issued.front().name, std::string("new"));
        QCOMPARE(started->warnings.size(), std::size_t(2));
        QVERIFY(f.gateway.started().issued.empty());
        QCOMPARE(f.chat(secret, "test-slow", "hello").status, 403);
        QCOMPARE(f.chat("sk-given-by-the-operator-1", "test-echo", "hello").status, 200);
        QCOMPARE(textAt(f.lastRow(), "model"), QStringLiteral("test-tools"));
        QCOMPARE(f.chat(started->issued.front().secret, "test-slow", "hello").status, 200);
        f.gateway.stop();
        const auto again = f.gateway.start(f.options);
        QVERIFY(again && again->issued.empty() && again->warnings.empty());
        QCOMPARE(f.chat(started->issued.front().secret, "test-echo", "hello").status, 200);
    }

    void newScriptedModelsReachAnOlderFileAndRemovedOnesStayAway()
    {
        QTemporaryDir dir;
        proxy::Options options;
        options.dbPath = dir.filePath(QStringLiteral("gateway.db")).toStdString();
        {
            Fixture f(options);
            QVERIFY(f.start());
            QCOMPARE(f.admin("DELETE", "/aliases/test-bom").status, 204);
            QCOMPARE(f.admin("DELETE", "/aliases/test-cr").status, 204);
        }
        // As if test-cr had come with a later version.
        QVERIFY(sql::Database::open(options.dbPath)
                    ->exec("UPDATE facts SET value=replace(value,'test-cr'||char(10),'') WHERE name='scenarios'"));
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        QCOMPARE(f.chat(key, "test-bom", "hello").status, 404);
        QCOMPARE(f.chat(key, "test-cr", "hello").status, 200);
    }

    // Half a key would be one without its limits.
    void aKeyThatCannotBeReadWholeIsDisabled()
    {
        QTemporaryDir dir;
        proxy::Options options;
        options.dbPath = dir.filePath(QStringLiteral("gateway.db")).toStdString();
        std::string key;
        {
            Fixture f(options);
            QVERIFY(f.start());
            key = f.newKey("capped", R"("budgets":[{"nanos":1000000,"window":"day"}])");
        }
        auto damage = sql::Database::open(options.dbPath);
        QVERIFY(damage->exec("UPDATE keys SET settings=replace(settings,'\"nanos\"','\"nanoz\"')"));
        QCOMPARE(damage->number("SELECT count(*) FROM keys WHERE settings LIKE '%nanoz%'").value(), 1);
        Fixture f(options);
        QVERIFY(f.start());
        QCOMPARE(f.chat(key, "test-echo", "hello").status, 401);
        const std::string told = f.admin("GET", "/keys").body;
        QVERIFY(told.find(R"("enabled":false)") != std::string::npos);
    }

    void optionsThatDoNotFitAreRefused()
    {
        const auto kindFor = [](const std::function<void(proxy::Options &)> &change) {
            Fixture f;
            change(f.options);
            const auto started = f.gateway.start(f.options);
            return started ? -1 : int(started.error().kind);
        };
        const int bad = int(proxy::StartFailure::BadOptions);
        QCOMPARE(kindFor([](proxy::Options &o) { o.aliases = {{"a", {{"none", "m", 1}}, {}}}; }), bad);
        QCOMPARE(kindFor([](proxy::Options &o) { o.aliases = {{"a", {}, {}}}; }), bad);
        QCOMPARE(kindFor([](proxy::Options &o) { o.keys = {{"k", {}, {{5, "fortnight"}}, {}, {}, true}}; }), bad);
        QCOMPARE(kindFor([](proxy::Options &o) {
            o.upstreams = {{"u", proxy::UpstreamKind::OpenAi, "http://a", {}, {}},
                {"u", proxy::UpstreamKind::OpenAi, "http://b", {}, {}}};
        }),
            bad);
    }

    void theDemoSaysWhatItIs()
    {
        proxy::Options options;
        options.seed = proxy::Seed::Demo;
        Fixture f(options);
        QVERIFY(f.start());
        int nearCap = 0;
        int disabled = 0;
        int expired = 0;
        for (const QJsonValue &value : jsonOf(f.admin("GET", "/keys")).value(QLatin1String("items")).toArray()) {
            const QJsonObject key = value.toObject();
            const QJsonObject budget = key.value(QLatin1String("budgets")).toArray().first().toObject();
            const double share =
                budget.value(QLatin1String("spent_nanos")).toDouble() / budget.value(QLatin1String("nanos")).toDouble();
            nearCap += share > 0.8 && share < 1;
            disabled += !key.value(QLatin1String("enabled")).toBool();
            expired += !key.value(QLatin1String("expires_at")).isNull()
                && textAt(key, "expires_at") < textAt(jsonOf(f.admin("GET", "/status")), "started_at");
        }
        QCOMPARE(nearCap, 1);
        QCOMPARE(disabled, 1);
        QCOMPARE(expired, 1);
        const std::string key = f.newKey("demo-app");
        QCOMPARE(f.chat(key, "fast-chat", "hello").status, 200);
        QCOMPARE(textAt(f.lastRow(), "origin"), QStringLiteral("live"));
    }
};

QTEST_GUILESS_MAIN(StartTest)
#include "tst_start.moc"
