// SPDX-License-Identifier: GPL-3.0-or-later
#include "at_once.h"
#include "served_child.h"
#include <csignal>
#include <fstream>
#include <QProcess>
#include <thread>
#include <vector>

namespace {

std::string budget(qint64 nanos, const char *window = "lifetime")
{
    return R"("budgets":[{"nanos":)" + std::to_string(nanos) + R"(,"window":")" + window + R"("}])";
}

QJsonObject keyOf(const Fixture &f, const std::string &name)
{
    return jsonOf(f.admin("GET", "/keys?name=" + name)).value(QLatin1String("items")).toArray().first().toObject();
}

QJsonObject firstBudget(const Fixture &f, const std::string &name)
{
    return keyOf(f, name).value(QLatin1String("budgets")).toArray().first().toObject();
}

} // namespace

// Caps are exact, whatever comes at once, and survive the process.
class CapsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCapWorthTenCallsAdmitsTenOf64_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addRow("plain") << QString();
        QTest::addRow("stream") << QStringLiteral(R"("stream":true)");
    }

    void aCapWorthTenCallsAdmitsTenOf64()
    {
        QFETCH(QString, members);
        Fixture f;
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        QVERIFY(cost > 0);
        const std::string key = f.newKey("capped", budget(10 * cost));
        const std::map<int, int> seen = together(f, key, 64, members.toStdString());
        QCOMPARE(seen.at(200), 10);
        QCOMPARE(seen.at(429), 54);
        QCOMPARE(firstBudget(f, "capped").value(QLatin1String("spent_nanos")).toInteger(), 10 * cost);
        QCOMPARE(firstBudget(f, "capped").value(QLatin1String("reserved_nanos")).toInteger(), 0);
    }

    void oneNanoLessAdmitsNine()
    {
        Fixture f;
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        QCOMPARE(together(f, f.newKey("capped", budget(10 * cost - 1, "day")), 20, {}).at(200), 9);
    }

    void everyBudgetMustHaveRoom()
    {
        Fixture f;
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        const std::string both = R"("budgets":[{"nanos":)" + std::to_string(99 * cost)
            + R"(,"window":"month"},{"nanos":)" + std::to_string(2 * cost) + R"(,"window":"5h"}])";
        QCOMPARE(together(f, f.newKey("two", both), 8, {}).at(200), 2);
    }

    void aRefusalAndAnUpstreamErrorCostNothing()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("k", budget(1'000'000'000));
        f.chat(key, "test-500", "hello");
        f.chat(key, "no-such", "hello");
        QCOMPARE(firstBudget(f, "k").value(QLatin1String("spent_nanos")).toInteger(), 0);
        QCOMPARE(firstBudget(f, "k").value(QLatin1String("reserved_nanos")).toInteger(), 0);
    }

    void aRaisedCapKeepsWhatWasSpent()
    {
        Fixture f;
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        const std::string key = f.newKey("k", budget(2 * cost, "day"));
        QCOMPARE(together(f, key, 4, {}).at(200), 2);
        const std::string id = textAt(keyOf(f, "k"), "id").toStdString();
        QCOMPARE(f.admin("PATCH", "/keys/" + id, '{' + budget(5 * cost, "week") + '}').status, 200);
        QCOMPARE(firstBudget(f, "k").value(QLatin1String("spent_nanos")).toInteger(), 2 * cost);
        QCOMPARE(together(f, key, 8, {}).at(200), 3);
    }

    void spentAmountsSurviveAStop()
    {
        Fixture f;
        QVERIFY(f.start());
        f.chat(f.newKey("probe"), "test-echo", "Repeat: one two three");
        const qint64 cost = f.lastRow().value(QLatin1String("cost_nanos")).toInteger();
        const std::string key = f.newKey("k", budget(5 * cost, "month"));
        QCOMPARE(together(f, key, 3, {}).at(200), 3);
        f.gateway.stop();
        QVERIFY(f.start());
        QCOMPARE(firstBudget(f, "k").value(QLatin1String("spent_nanos")).toInteger(), 3 * cost);
        QCOMPARE(together(f, key, 8, {}).at(200), 2);
    }

    // A child process serves, is killed without warning within a second of the calls, and nothing is forgotten.
    void keysCapsAndRowsSurviveAKill()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("gateway.db"));
        QProcess server;
        server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve"), path});
        QVERIFY(server.waitForReadyRead(20'000));
        const QList<QByteArray> ports = server.readLine().simplified().split(' ');
        const auto made = client::ask(ports[1].toInt(), "POST", "/admin/v1/keys", adminKey,
            R"({"name":"k","budgets":[{"nanos":1000000000,"window":"day"}]})");
        const std::string key = textAt(jsonOf(made), "secret").toStdString();
        const std::string call = Fixture::chatBody("test-echo", "Repeat: one two three");
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client::ask(ports[0].toInt(), "POST", "/v1/chat/completions", key, call).status, 200);
        QTest::qWait(300); // within the second that is promised
        ::kill(pid_t(server.processId()), SIGKILL);
        QVERIFY(server.waitForFinished());

        proxy::Options again;
        again.dbPath = path.toStdString();
        Fixture f(again);
        QVERIFY(f.start());
        const QJsonArray rows = f.rows();
        QCOMPARE(rows.size(), 20);
        const qint64 cost = rows.first().toObject().value(QLatin1String("cost_nanos")).toInteger();
        QCOMPARE(firstBudget(f, "k").value(QLatin1String("spent_nanos")).toInteger(), 20 * cost);
        QCOMPARE(f.chat(key, "test-echo", "Repeat: one two three").status, 200);
    }

    void noSecretLiesInTheDatabase()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey();
        f.chat(key, "test-echo", "hello");
        f.rows();
        for (const char *end : {"", "-wal"}) {
            std::ifstream file(f.options.dbPath + end, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            QVERIFY(bytes.size() > 100);
            QVERIFY(bytes.find(key) == std::string::npos);
            QVERIFY(bytes.find(key.substr(10, 20)) == std::string::npos);
            QVERIFY(bytes.find(adminKey) == std::string::npos);
        }
    }
};

int main(int argc, char **argv)
{
    return childOrTest<CapsTest>(argc, argv);
}

#include "tst_caps.moc"
