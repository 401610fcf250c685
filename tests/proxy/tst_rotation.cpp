// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "served_child.h"
#include <csignal>
#include <QProcess>
#include <thread>

namespace {

QJsonObject keyOf(const Fixture &f)
{
    return jsonOf(f.admin("GET", "/keys")).value(QLatin1String("items")).toArray().first().toObject();
}

QJsonObject previousOf(const Fixture &f)
{
    return keyOf(f).value(QLatin1String("previous_secret")).toObject();
}

std::string pathOf(const Fixture &f)
{
    return "/keys/" + textAt(keyOf(f), "id").toStdString();
}

std::string rotated(const Fixture &f, int seconds)
{
    const std::string body = R"({"overlap_seconds":)" + std::to_string(seconds) + '}';
    return textAt(jsonOf(f.admin("POST", pathOf(f) + "/rotate", body)), "secret").toStdString();
}

int callWith(const Fixture &f, const std::string &secret)
{
    return f.chat(secret, "test-echo", "Repeat: one two three").status;
}

} // namespace

// A key gets a new secret while the one before goes on working for a while.
class RotationTest : public QObject
{
    Q_OBJECT

private slots:
    void bothSecretsWorkUntilTheOverlapEnds()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string old = f.newKey();
        const QString oldEnd = textAt(keyOf(f), "last_four");
        const std::string fresh = rotated(f, 2);
        QVERIFY(fresh.starts_with("sk-gw-") && fresh.size() == 46 && fresh != old);
        QCOMPARE(textAt(keyOf(f), "last_four").toStdString(), fresh.substr(42));
        QCOMPARE(textAt(previousOf(f), "last_four"), oldEnd);
        QVERIFY(previousOf(f).value(QLatin1String("valid")).toBool());
        QVERIFY(previousOf(f).value(QLatin1String("last_used_at")).isNull());
        QVERIFY(!textAt(keyOf(f), "rotated_at").isEmpty());
        QCOMPARE(callWith(f, fresh), 200);
        QVERIFY(previousOf(f).value(QLatin1String("last_used_at")).isNull());
        QCOMPARE(callWith(f, old), 200);
        QVERIFY(f.lastRow().value(QLatin1String("previous_secret")).toBool());
        QVERIFY(!previousOf(f).value(QLatin1String("last_used_at")).isNull());
        QTRY_COMPARE_WITH_TIMEOUT(callWith(f, old), 401, 5000);
        QVERIFY(!previousOf(f).value(QLatin1String("valid")).toBool());
        const auto refused = f.chat(old, "test-echo", "hello");
        QVERIFY(refused.body.find("replaced and ended at") != std::string::npos);
        QCOMPARE(textAt(f.lastRow(), "key"), QStringLiteral("k"));
        QCOMPARE(textAt(f.lastRow(), "error_class"), QStringLiteral("auth"));
        QCOMPARE(callWith(f, fresh), 200);
    }

    void noOverlapEndsTheOldOneAtOnce()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string old = f.newKey();
        const std::string fresh = rotated(f, 0);
        QCOMPARE(callWith(f, old), 401);
        QCOMPARE(callWith(f, fresh), 200);
    }

    void theOverlapCanBeEndedAtOnce()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string old = f.newKey();
        QCOMPARE(f.admin("DELETE", pathOf(f) + "/previous-secret").status, 404);
        const std::string fresh = rotated(f, 1000);
        QCOMPARE(callWith(f, old), 200);
        const auto ended = f.admin("DELETE", pathOf(f) + "/previous-secret");
        QCOMPARE(ended.status, 200);
        QVERIFY(
            !jsonOf(ended).value(QLatin1String("previous_secret")).toObject().value(QLatin1String("valid")).toBool());
        QCOMPARE(callWith(f, old), 401);
        QCOMPARE(callWith(f, fresh), 200);
        QCOMPARE(f.admin("DELETE", pathOf(f) + "/previous-secret").status, 404);
    }

    void twoSecretsAtMostWork()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string first = f.newKey();
        const std::string second = rotated(f, 1000);
        const std::string third = rotated(f, 1000);
        QCOMPARE(callWith(f, first), 401);
        QCOMPARE(callWith(f, second), 200);
        QCOMPARE(callWith(f, third), 200);
    }

    void aDisabledOrDeletedKeyRefusesBoth()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string old = f.newKey();
        const std::string fresh = rotated(f, 1000);
        QCOMPARE(f.admin("PATCH", pathOf(f), R"({"enabled":false})").status, 200);
        QCOMPARE(callWith(f, old), 401);
        QCOMPARE(callWith(f, fresh), 401);
        QCOMPARE(f.admin("PATCH", pathOf(f), R"({"enabled":true})").status, 200);
        QCOMPARE(callWith(f, old), 200);
        QCOMPARE(f.admin("DELETE", pathOf(f)).status, 204);
        QCOMPARE(callWith(f, old), 401);
        QCOMPARE(callWith(f, fresh), 401);
    }

    // A cap worth ten calls, half of the clients with each secret.
    void bothCountOnTheSameCap()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string old = f.newKey();
        QCOMPARE(callWith(f, old), 200);
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        const std::string fresh = rotated(f, 1000);
        const std::string cap = R"({"budgets":[{"window":"lifetime","nanos":)" + std::to_string(11 * cost) + "}]}";
        QCOMPARE(f.admin("PATCH", pathOf(f), cap).status, 200);
        std::atomic<int> admitted = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 40; ++i)
            clients.emplace_back([&, i] { admitted += callWith(f, i % 2 ? old : fresh) == 200; });
        for (std::thread &one : clients)
            one.join();
        QCOMPARE(admitted.load(), 10);
    }

    void theOverlapIsReadStrictly()
    {
        Fixture f;
        QVERIFY(f.start());
        f.newKey();
        for (const char *body : {"{}", "", R"({"overlap_seconds":-1})", R"({"overlap_seconds":7776001})",
                 R"({"overlap_seconds":1.5})", R"({"overlap_seconds":1,"x":1})"})
            QCOMPARE(f.admin("POST", pathOf(f) + "/rotate", body).status, 400);
        QVERIFY(keyOf(f).value(QLatin1String("rotated_at")).isNull());
        QCOMPARE(f.admin("POST", "/keys/key_none/rotate", R"({"overlap_seconds":1})").status, 404);
    }

    // The configuration's secret wins at each start: to rotate it here would not last.
    void aSecretOfTheConfigurationIsRotatedThere()
    {
        proxy::Options options;
        options.keys = {{"given", "sk-given-by-the-operator-1", {}, {}, {}, true}, {"made", {}, {}, {}, {}, true}};
        Fixture f(options);
        QVERIFY(f.start());
        const auto refused = f.admin("POST", pathOf(f) + "/rotate", R"({"overlap_seconds":1})");
        QCOMPARE(refused.status, 409);
        QCOMPARE(textAt(jsonOf(refused), "code"), QStringLiteral("secret_configured"));
        const QString made = textAt(
            jsonOf(f.admin("GET", "/keys?name=made")).value(QLatin1String("items")).toArray().first().toObject(), "id");
        const auto turned = f.admin("POST", "/keys/" + made.toStdString() + "/rotate", R"({"overlap_seconds":1})");
        QCOMPARE(turned.status, 200);
        f.gateway.stop();
        QVERIFY(f.start());
        QCOMPARE(callWith(f, textAt(jsonOf(turned), "secret").toStdString()), 200);
    }

    // A child process serves and is killed right after the answer: both secrets are still known, and the last use.
    void aRotationSurvivesAKill()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("gateway.db"));
        QProcess server;
        server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve"), path});
        QVERIFY(server.waitForReadyRead(20'000));
        const QList<QByteArray> ports = server.readLine().simplified().split(' ');
        const auto ask = [&](const std::string &method, const std::string &at, const std::string &body) {
            return jsonOf(client::ask(ports[1].toInt(), method, "/admin/v1/keys" + at, adminKey, body));
        };
        const QJsonObject made = ask("POST", "", R"({"name":"k"})");
        const std::string old = textAt(made, "secret").toStdString();
        const std::string id = textAt(made.value(QLatin1String("key")).toObject(), "id").toStdString();
        const std::string fresh =
            textAt(ask("POST", '/' + id + "/rotate", R"({"overlap_seconds":1000})"), "secret").toStdString();
        const std::string call = Fixture::chatBody("test-echo", "hello");
        QCOMPARE(client::ask(ports[0].toInt(), "POST", "/v1/chat/completions", old, call).status, 200);
        const QString used =
            textAt(ask("GET", '/' + id, {}).value(QLatin1String("previous_secret")).toObject(), "last_used_at");
        QVERIFY(!used.isEmpty());
        const auto written = [&] {
            return jsonOf(client::ask(ports[1].toInt(), "GET", "/admin/v1/status", adminKey))
                .value(QLatin1String("rows_written"))
                .toInt();
        };
        QTRY_COMPARE(written(), 1);
        ::kill(pid_t(server.processId()), SIGKILL);
        QVERIFY(server.waitForFinished());

        proxy::Options again;
        again.dbPath = path.toStdString();
        Fixture f(again);
        QVERIFY(f.start());
        QCOMPARE(textAt(previousOf(f), "last_used_at"), used);
        QCOMPARE(callWith(f, old), 200);
        QCOMPARE(callWith(f, fresh), 200);
        QVERIFY(previousOf(f).value(QLatin1String("valid")).toBool());
    }
};

int main(int argc, char **argv)
{
    return childOrTest<RotationTest>(argc, argv);
}

#include "tst_rotation.moc"
