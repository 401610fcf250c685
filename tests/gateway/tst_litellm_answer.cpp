// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_answer.h"
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::litellm::answered;

// What LiteLLM's refusals mean: contract 2.2, on recorded answers and on those of other versions.
class LitellmAnswerTest : public QObject
{
    Q_OBJECT

private slots:
    void aRecordedRefusalIsOfTheRightKind_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *recording, FailureKind kind, const char *says) {
            QTest::newRow(recording) << QString::fromLatin1(recording) << kind << QString::fromLatin1(says);
        };
        row("031-key-generate-duplicate-alias", FailureKind::Conflict, "'team-blue-ci' already exists");
        row("033-key-generate-wrong-type", FailureKind::Rejected, "max_budget: Input should be a valid number");
        row("032-key-generate-bad-duration", FailureKind::Rejected, "Invalid duration format");
        row("041-key-generate-by-plain-key", FailureKind::Forbidden, "Only proxy admin can be used");
        row("132-dp-plain-spend-logs", FailureKind::Forbidden, "Only proxy admin can be used");
        row("134-dp-plain-team-list", FailureKind::Forbidden, "Only admin users can query all teams");
        row("056-key-list-by-plain-key", FailureKind::Forbidden, "not authorized to access");
        row("129-dp-route-denied-llm", FailureKind::Forbidden, "not allowed to call this route");
        row("217-role-viewer-key-generate", FailureKind::Forbidden, "");
        row("026-key-generate-tags", FailureKind::Unsupported, "LiteLLM Enterprise users: tags");
        row("027-key-generate-model-max-budget", FailureKind::Unsupported, "enterprise license");
        row("075-key-regenerate", FailureKind::Unsupported, "Regenerating Virtual Keys is an Enterprise feature");
        row("045-key-info-unknown", FailureKind::NotFound, "Key not found");
        row("071-key-update-unknown-key", FailureKind::NotFound, "Key not found");
        row("083-key-delete-unknown", FailureKind::NotFound, "HTTP 404: No keys found");
        row("104-config-update-alias", FailureKind::Unsupported,
            "is set in the config file and cannot be changed here");
        row("093-model-patch-config", FailureKind::Unsupported, "change it there");
        row("118-dp-model-denied", FailureKind::Forbidden, "is not available for this API key");
        row("125-dp-wrong-key", FailureKind::Unauthorized, "Invalid proxy server token passed");
        row("126-dp-key-without-sk", FailureKind::Unauthorized, "expected to start with 'sk-'");
        row("127-dp-expired", FailureKind::Unauthorized, "Expired Key");
        row("138-dp-budget-exceeded-messages", FailureKind::Budget, "Budget has been exceeded");
        row("139-dp-budget-window-exceeded", FailureKind::Budget, "Key over 1h budget");
        row("151-dp-budget-reserved", FailureKind::Budget, "Current cost: 32.83");
        row("141-dp-rpm-exceeded", FailureKind::RateLimited, "Limit type: requests");
        row("144-dp-parallel-exceeded", FailureKind::RateLimited, "max_parallel_requests");
        row("145-dp-upstream-401", FailureKind::Server, "the upstream refused, not the gateway");
        row("146-dp-upstream-401-repeated", FailureKind::RateLimited, "in cooldown");
        row("190-provider-budgets", FailureKind::Rejected, "No provider budget config found");
    }
    void aRecordedRefusalIsOfTheRightKind()
    {
        QFETCH(QString, recording);
        QFETCH(QString, says);
        const Failure failure = of(ScriptedHttp::recorded(LitellmConnection::file(recording)));
        QTEST(failure.kind, "kind");
        QVERIFY2(failure.detail.contains(says), qPrintable(failure.detail));
    }

    void withoutADatabaseThatIsSaidWithTheNextStep_data()
    {
        QTest::addColumn<QString>("recording");
        for (const char *name : {"74-nodb-key-generate", "75-nodb-key-list", "76-nodb-key-info", "77-nodb-spend-logs",
                 "79-nodb-daily", "80-nodb-budget-list", "83-nodb-user-list", "84-nodb-model-new",
                 "85-nodb-config-update", "90-nodb-global-spend"})
            QTest::newRow(name) << u"nodb-"_s + QLatin1StringView(name);
    }
    void withoutADatabaseThatIsSaidWithTheNextStep() // one of them comes as 401, which means no bad key here
    {
        QFETCH(QString, recording);
        const Failure failure = of(ScriptedHttp::recorded(LitellmConnection::file(recording)));
        QCOMPARE(failure.kind, FailureKind::Unsupported);
        QVERIFY2(failure.detail.contains(u"DATABASE_URL"_s), qPrintable(failure.detail));
    }

    void aDatabaseLostAtRunTimeIsTheServersTrouble()
    {
        const Failure failure = of(refusal(503, R"({"detail":{"error":"Database is unreachable"}})"));
        QCOMPARE(failure.kind, FailureKind::Server);
    }

    void anotherKeyWithoutADatabaseIsNotKnown()
    {
        const Failure failure = of(ScriptedHttp::recorded(u"litellm/nodb-49-err-wrong-key.json"_s));
        QCOMPARE(failure.kind, FailureKind::Unauthorized);
        QVERIFY(failure.detail.contains(u"no key but its master key"_s));
    }

    void statusesOfOtherVersionsMeanTheSame_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        const auto row = [](const char *name, int status, const char *body, FailureKind kind) {
            QTest::newRow(name) << status << QByteArray(body) << kind;
        };
        row("budget as 429", 429, R"({"error":{"message":"x","type":"budget_exceeded","code":429}})",
            FailureKind::Budget);
        row("budget as 400", 400, R"({"error":{"message":"ExceededBudget: over","type":null,"code":"400"}})",
            FailureKind::Budget);
        row("budget as 401", 401, R"({"error":{"message":"Budget has been exceeded!","type":"auth_error"}})",
            FailureKind::Budget);
        row("budget of a provider", 429, R"({"error":{"message":"No deployments available - crossed budget"}})",
            FailureKind::Budget);
        row("model as 401", 401, R"({"error":{"message":"key not allowed","type":"key_model_access_denied"}})",
            FailureKind::Forbidden);
        row("old token as 400", 400, R"({"error":{"message":"Expired","type":"expired_key","code":"400"}})",
            FailureKind::Unauthorized);
        row("a message that is an object", 404, R"({"error":{"message":{"error":"No keys found"},"code":"404"}})",
            FailureKind::NotFound);
        row("upstream of old", 401, R"({"error":{"message":"bad key. Received Model Group=gpt-4","type":null}})",
            FailureKind::Server);
        row("storage off", 500, R"({"error":{"message":"Set STORE_MODEL_IN_DB=True in your env"}})",
            FailureKind::Unsupported);
        row("no envelope at all", 500, R"({"error":{"message":"Internal server error"}})", FailureKind::Server);
        row("not found", 404, R"({"detail":"Not Found"})", FailureKind::NotFound);
    }
    void statusesOfOtherVersionsMeanTheSame()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QTEST(of(refusal(status, body)).kind, "kind");
    }

    void hashesAndMaskedKeysAreStruckOut()
    {
        for (const char *name : {"085-chat-deleted-key", "141-dp-rpm-exceeded", "151-dp-budget-reserved"}) {
            const Failure failure = of(ScriptedHttp::recorded(LitellmConnection::file(QString::fromLatin1(name))));
            static const QRegularExpression hash(u"[0-9a-f]{32}"_s);
            QVERIFY2(!failure.detail.contains(hash), qPrintable(failure.detail));
            QVERIFY2(!failure.detail.contains(u"sk-..."_s), qPrintable(failure.detail));
        }
    }

    void theSentSecretIsStruckOutOfAPythonText()
    {
        const Failure failure =
            of(refusal(400, "{\"error\":{\"message\":\"{'error': \\\"you sent MASTERSECRET99, it's odd\\\"}\"}}"),
                Secret("MASTERSECRET99"));
        QCOMPARE(failure.detail, u"HTTP 400: you sent [secret], it's odd"_s);
    }

    void whatIsNoRefusalStays()
    {
        const auto fine = ScriptedHttp::recorded(u"litellm/002-readiness-details.json"_s);
        QCOMPARE(answered(fine, {})->status, 200);
        net::Exchange cut;
        cut.failure = Failure{FailureKind::Tls, u"handshake"_s, 0};
        QCOMPARE(of(cut), *cut.failure);
    }

private:
    static net::Exchange refusal(int status, const QByteArray &body)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.headers << net::Header{"Content-Type", "application/json"};
        exchange.body = body;
        return exchange;
    }
    static Failure of(const net::Exchange &exchange, const Secret &sent = {})
    {
        const auto result = answered(exchange, sent);
        return result ? Failure{FailureKind::Cancelled, u"it worked"_s, 0} : result.error();
    }
};

QTEST_GUILESS_MAIN(LitellmAnswerTest)
#include "tst_litellm_answer.moc"
