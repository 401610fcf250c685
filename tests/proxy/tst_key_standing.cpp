// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

namespace {

QJsonObject standingOf(const Fixture &f, const std::string &secret)
{
    return jsonOf(client::ask(f.dataPort(), "GET", "/v1/key", secret)).value(QLatin1String("data")).toObject();
}

} // namespace

// What a key is told about itself by GET /v1/key.
class KeyStandingTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyWithoutALimitIsToldItsSpend()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("alone");
        const QJsonObject before = standingOf(f, key);
        QCOMPARE(textAt(before, "name"), QStringLiteral("alone"));
        QVERIFY(before.value(QLatin1String("limit")).isNull() && before.contains(QLatin1String("limit")));
        QCOMPARE(before.value(QLatin1String("usage")).toDouble(-1), 0.0);
        QCOMPARE(f.chat(key, "test-echo", "Repeat: one two three").status, 200);
        const QJsonObject after = standingOf(f, key);
        const double spent = after.value(QLatin1String("usage")).toDouble();
        QVERIFY(spent > 0);
        for (const char *span : {"usage_daily", "usage_weekly", "usage_monthly"})
            QCOMPARE(after.value(QLatin1String(span)).toDouble(), spent);
    }

    void theBudgetWithTheLeastRoomIsTold()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey(
            "capped", R"("budgets":[{"nanos":5000000000,"window":"month"},{"nanos":1500000000,"window":"day"}])");
        const QJsonObject told = standingOf(f, key);
        QCOMPARE(told.value(QLatin1String("limit")).toDouble(), 1.5);
        QCOMPARE(told.value(QLatin1String("limit_remaining")).toDouble(), 1.5);
        QCOMPARE(textAt(told, "limit_reset"), QStringLiteral("daily"));
        QVERIFY(textAt(told, "limit_resets_at").endsWith(QStringLiteral("T00:00:00Z")));
        const std::string lasting = f.newKey("lasting", R"("budgets":[{"nanos":1,"window":"lifetime"}])");
        QVERIFY(standingOf(f, lasting).value(QLatin1String("limit_reset")).isNull());
        QCOMPARE(standingOf(f, lasting).value(QLatin1String("limit")).toDouble(), 0.000000001);
    }

    void aKeyForOneFamilyMayAskToo()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("vectors", R"("families":["embeddings"])");
        QCOMPARE(textAt(standingOf(f, key), "name"), QStringLiteral("vectors"));
        QCOMPARE(textAt(f.lastRow(), "family"), QStringLiteral("key"));
        QCOMPARE(textAt(f.lastRow(), "unit"), QStringLiteral("requests"));
    }

    void aKeyWithoutRoomForACallIsToldWhatItHas()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("spent", R"("budgets":[{"nanos":2,"window":"day"}])");
        QVERIFY(f.chat(key, "test-echo", "Repeat: one two three").status >= 400);
        QCOMPARE(standingOf(f, key).value(QLatin1String("limit_remaining")).toDouble(), 0.000000002);
    }

    void itTellsNothingOfOthersAndNothingToStrangers()
    {
        Fixture f;
        QVERIFY(f.start());
        const std::string key = f.newKey("mine");
        f.newKey("theirs");
        const auto answer = client::ask(f.dataPort(), "GET", "/key", key);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find("theirs") == std::string::npos && answer.body.find(key) == std::string::npos);
        QCOMPARE(client::ask(f.dataPort(), "GET", "/v1/key", "sk-gw-nobody-0000").status, 401);
        QCOMPARE(client::ask(f.dataPort(), "GET", "/v1/key", "").status, 401);
        QCOMPARE(client::ask(f.dataPort(), "POST", "/v1/key", key, "{}").status, 404);
    }
};

QTEST_GUILESS_MAIN(KeyStandingTest)
#include "tst_key_standing.moc"
