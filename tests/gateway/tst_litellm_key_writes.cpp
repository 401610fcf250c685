// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_key_wire.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
namespace litellm = gateway::litellm;

Q_DECLARE_METATYPE(Key)

static const QString id = u"800bbd343a16a0f71f9d1570351b650ee95d5fc06eea829b9a9245a9c580080f"_s;
static const QString info = u"GET /key/info?key="_s + id;

// What is sent to a LiteLLM proxy about its keys, and the traps of contract 4 in it.
class LitellmKeyWritesTest : public QObject
{
    Q_OBJECT

private slots:
    void aCreateSendsEveryField()
    {
        LitellmConnection f;
        f.answer(u"POST /key/generate"_s, u"025-key-generate-full"_s);
        const auto issued = finished(f.admin->keys()->create(whole())).value();
        QCOMPARE(issued.secret, Secret("sk-EXAMPLEkey003abcdedx2g"));
        QCOMPARE(issued.key.id, id);
        const QJsonObject sent = f.sent(u"POST /key/generate"_s);
        QCOMPARE(sent["key_alias"_L1].toString(), u"demo"_s);
        QCOMPARE(sent["models"_L1].toArray().size(), 2);
        QCOMPARE(sent["max_budget"_L1].toDouble(), 100.25);
        QVERIFY(!sent.contains(u"budget_duration"_s));
        QCOMPARE(sent["budget_limits"_L1][0]["budget_duration"_L1].toString(), u"1d"_s);
        QCOMPARE(sent["budget_limits"_L1][1]["budget_duration"_L1].toString(), u"12h"_s);
        QCOMPARE(sent["soft_budget"_L1].toDouble(), 80.2);
        QCOMPARE(sent["rpm_limit"_L1].toInt(), 60);
        QCOMPARE(sent["max_parallel_requests"_L1].toInt(), 4);
        QCOMPARE(sent["duration"_L1].toString(), u"86400s"_s);
        QVERIFY(sent["allowed_routes"_L1].toArray().contains(u"/v1/chat/completions"_s));
        const QJsonObject facts = sent["metadata"_L1]["gatewright"_L1].toObject();
        QCOMPARE(facts["owner"_L1].toString(), u"search"_s);
        QCOMPARE(facts["budget_order"_L1].toArray(), (QJsonArray{u"day"_s, u"lifetime"_s, u"12h"_s}));
    }

    void whatWasAskedForIsReadBack()
    {
        const Key wanted = whole();
        QJsonObject row = QJsonDocument::fromJson(litellm::createBody(wanted, u"m"_s, FakeClock().now())).object();
        row[u"expires"_s] = u"2026-11-23T12:00:07.345+00:00"_s; // the server counts from when the call came
        row[u"litellm_budget_table"_s] = QJsonObject{{u"soft_budget"_s, row[u"soft_budget"_s]}};
        const QByteArray body = QJsonDocument(QJsonObject{{u"info"_s, row}}).toJson();
        Key found = litellm::readKeyInfo(body, wanted.id).value();
        QVERIFY(sameSettings(found, wanted));
        row[u"expires"_s] = u"2026-11-23T12:10:00+00:00"_s; // somebody else moved it
        found = litellm::readKeyInfo(QJsonDocument(QJsonObject{{u"info"_s, row}}).toJson(), wanted.id).value();
        QCOMPARE(found.expiresAt->toString(Qt::ISODate), u"2026-11-23T12:10:00Z"_s);
    }

    void anOldServerThatTellsNoHashLeavesItToUs()
    {
        LitellmConnection f;
        f.answerJson(u"POST /key/generate"_s, R"({"key":"sk-demoAAAAbbbbCCCCdddd77","token":null})");
        const auto issued = finished(f.admin->keys()->create({})).value();
        QCOMPARE(issued.key.id, u"491fa6ad863e6bbd247cf36b3605b46cad15bf9e26e704dbe066d50706fd287c"_s);
    }

    void aKeyWhoseAnswerWasLostIsDeletedAgain()
    {
        LitellmConnection f;
        f.loseAnswer(u"POST /key/generate"_s);
        f.answer(u"POST /key/delete"_s, u"080-key-delete-hash"_s);
        f.answerJson(named(u"demo"_s), R"({"keys":[{"token":"h1","key_alias":"demo"}],"total_pages":1})");
        f.answerJson(hashed(u"h1"_s), R"({"keys":[]})");
        echoMark(f);
        const Failure failure = finished(f.admin->keys()->create(whole())).error();
        QCOMPARE(failure.kind, FailureKind::Timeout);
        QVERIFY2(failure.detail.contains(u"it is deleted"_s), qPrintable(failure.detail));
        QCOMPARE(f.sent(u"POST /key/delete"_s)["keys"_L1].toArray(), QJsonArray{u"h1"_s});
    }

    void anotherKeyOfThatNameIsNotTakenForTheLostOne()
    {
        LitellmConnection f;
        f.loseAnswer(u"POST /key/generate"_s);
        f.answerJson(named(u"demo"_s), R"({"keys":[{"token":"h1","key_alias":"demo"}],"total_pages":1})");
        f.answerJson(u"GET /key/info?key=h1"_s, R"({"info":{"metadata":{"gatewright":{"mark":"of another"}}}})");
        const Failure failure = finished(f.admin->keys()->create(whole())).error();
        QVERIFY2(failure.detail.contains(u"no such key was made"_s), qPrintable(failure.detail));
        QVERIFY(!f.http.calls.contains(u"POST /key/delete"_s));
    }

    void aProxyInFrontThatLostTheAnswerIsNoProofEither()
    {
        LitellmConnection f;
        f.answerJson(u"POST /key/generate"_s, "<html>", 502);
        f.answerJson(named(u"demo"_s), "<html>", 502);
        const Failure failure = finished(f.admin->keys()->create(whole())).error();
        QCOMPARE(failure.kind, FailureKind::Server);
        QVERIFY2(failure.detail.contains(u"could not be seen"_s), qPrintable(failure.detail));
    }

    void aRefusedCreateIsNotLookedFor()
    {
        LitellmConnection f;
        f.answer(u"POST /key/generate"_s, u"031-key-generate-duplicate-alias"_s);
        QCOMPARE(finished(f.admin->keys()->create(whole())).error().kind, FailureKind::Conflict);
        QCOMPARE(f.http.calls.size(), 1);
    }

    void whatItCannotHoldIsSaidBeforeAnythingIsSent_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *says, auto change) {
            Key key;
            key.budgets = {Budget{1, u"day"_s, {}}};
            change(key);
            QTest::newRow(says) << key << QString::fromLatin1(says);
        };
        row("upstreams", [](Key &key) { key.upstreams << u"a"_s; });
        row("networks", [](Key &key) { key.networks << u"::1"_s; });
        row("group", [](Key &key) { key.group = u"vip"_s; });
        row("wait for room", [](Key &key) { key.rates.waitMs = 5; });
        row("families gemini", [](Key &key) { key.families << u"gemini"_s; });
        row("more than one soft threshold", [](Key &key) { key.softPercents = {50, 80}; });
        row("soft threshold without a budget", [](Key &key) {
            key.softPercents = {50};
            key.budgets.clear();
        });
        row("budget per fortnight", [](Key &key) { key.budgets << Budget{1, u"fortnight"_s, {}}; });
        row("two budgets for the lifetime", [](Key &key) {
            key.budgets = {Budget{1, u"lifetime"_s, {}}, Budget{2, u"lifetime"_s, {}}};
        });
        row("a raise", [](Key &key) { key.budgets.first().raiseNanos = 5; });
    }
    void whatItCannotHoldIsSaidBeforeAnythingIsSent()
    {
        QFETCH(Key, key);
        QFETCH(QString, says);
        LitellmConnection f;
        for (const auto &failure :
            {finished(f.admin->keys()->create(key)).error(), finished(f.admin->keys()->write(Key(), key)).error()}) {
            QCOMPARE(failure.kind, FailureKind::Unsupported);
            QVERIFY2(failure.detail.contains(says), qPrintable(failure.detail));
        }
        QVERIFY(f.http.calls.isEmpty());
    }

    void anUpdateSendsOnlyWhatDiffers()
    {
        const auto sent = updated([](Key &key) { key.rates.requestsPerMinute = 60; });
        QCOMPARE(sent, (QJsonObject{{u"key"_s, id}, {u"rpm_limit"_s, 60}}));
    }

    void aLimitIsLiftedByNull()
    {
        const auto sent = updated([](Key &key) {
            key.rates = KeyRates();
            key.budgets.clear();
            key.softPercents.clear();
        });
        for (const char *field :
            {"rpm_limit", "tpm_limit", "max_parallel_requests", "max_budget", "budget_duration", "soft_budget"})
            QVERIFY2(sent.contains(QLatin1StringView(field)) && sent[QLatin1StringView(field)].isNull(), field);
        QCOMPARE(sent["budget_limits"_L1].toArray().size(), 0);
        QVERIFY(sent.contains(u"budget_limits"_s));
    }

    void anEmptyScopeIsSentAsSuch()
    {
        const auto sent = updated([](Key &key) { key.aliases.clear(); });
        QVERIFY(sent["models"_L1].isArray() && sent["models"_L1].toArray().isEmpty());
    }

    void aSoftThresholdFollowsItsBudget()
    {
        const auto sent = updated([](Key &key) { key.budgets.first().nanos = 50'000'000'000; });
        QCOMPARE(sent["max_budget"_L1].toDouble(), 50.0);
        QCOMPARE(sent["soft_budget"_L1].toDouble(), 40.0);
    }

    void everyFamilyIsNotMoreThanCallingModels()
    {
        const Key narrow = [] {
            Key key;
            key.families = {u"chat"_s};
            return key;
        }();
        const QByteArray body = litellm::updateBody(narrow, Key(), {}, FakeClock().now());
        QCOMPARE(QJsonDocument::fromJson(body)["allowed_routes"_L1].toArray(), QJsonArray{u"llm_api_routes"_s});
    }

    void metadataKeepsWhatOthersAndTheServerPutThere()
    {
        const auto sent = updated([](Key &key) { key.passport.owner = u"search"_s; });
        const QJsonObject metadata = sent["metadata"_L1].toObject();
        QCOMPARE(sent.size(), 2);
        QCOMPARE(metadata["owner"_L1].toString(), u"ops"_s);
        QCOMPARE(metadata["model_rpm_limit"_L1]["chat-small"_L1].toInt(), 100);
        QCOMPARE(metadata["rpm_limit_type"_L1].toString(), u"best_effort_throughput"_s);
        QCOMPARE(metadata["gatewright"_L1]["owner"_L1].toString(), u"search"_s);
    }

    void aLifetimeIsSentAsTheRestOfIt()
    {
        const auto later = updated([](Key &key) { key.expiresAt = FakeClock().now().addDays(2); });
        QCOMPARE(later["duration"_L1].toString(), u"172800s"_s);
        QCOMPARE(later["metadata"_L1]["gatewright"_L1]["expires_at"_L1].toString(), u"2026-11-24T12:00:00Z"_s);
        const auto never = updated([](Key &key) { key.expiresAt.reset(); });
        QCOMPARE(never["duration"_L1].toString(), u"-1"_s);
        const auto past = updated([](Key &key) { key.expiresAt = FakeClock().now().addDays(-2); });
        QCOMPARE(past["duration"_L1].toString(), u"1s"_s);
    }

    void aRaiseIsSentAndTakenBack()
    {
        const auto raised = updated([](Key &key) {
            key.budgets.first().raiseNanos = 5'000'000'000;
            key.budgets.first().raiseUntil = QDateTime({2030, 1, 1}, {}, Qt::UTC);
        });
        QCOMPARE(raised["temp_budget_increase"_L1].toDouble(), 5.0);
        QCOMPARE(raised["temp_budget_expiry"_L1].toString(), u"2030-01-01T00:00:00Z"_s);
        Key before;
        before.budgets = {Budget{1, u"lifetime"_s, {}, 5, QDateTime({2030, 1, 1}, {}, Qt::UTC)}};
        Key after = before;
        after.budgets = {Budget{1, u"lifetime"_s, {}}};
        const QJsonObject metadata{{u"temp_budget_increase"_s, 5}, {u"temp_budget_expiry"_s, u"x"_s}, {u"a"_s, 1}};
        const auto body = QJsonDocument::fromJson(litellm::updateBody(before, after, metadata, FakeClock().now()));
        QCOMPARE(body["metadata"_L1].toObject(), (QJsonObject{{u"a"_s, 1}}));
    }

    void disablingIsBlockingAndNothingElse()
    {
        LitellmConnection f;
        f.answer(info, u"043-key-info-by-hash"_s);
        f.answer(u"POST /key/block"_s, u"076-key-block"_s);
        const Key before = finished(f.admin->keys()->find(id)).value();
        Key after = before;
        after.enabled = false;
        QVERIFY(finished(f.admin->keys()->write(before, after)));
        QCOMPARE(f.http.calls, (QStringList{info, info, u"POST /key/block"_s}));
        QCOMPARE(f.sent(u"POST /key/block"_s)["key"_L1].toString(), id);
    }

    void anUnknownKeyIsNoSuccessOfADelete()
    {
        LitellmConnection f;
        f.answer(u"POST /key/delete"_s, u"083-key-delete-unknown"_s);
        Key key;
        key.id = id;
        QCOMPARE(finished(f.admin->keys()->remove(key)).error().kind, FailureKind::NotFound);
    }

    void aDeletedKeyThatIsStillThereIsSaid()
    {
        LitellmConnection f;
        f.answer(u"POST /key/delete"_s, u"082-key-delete-mixed"_s); // it repeats what was sent, unknown ones too
        f.answerJson(hashed(id), "{\"keys\":[\"" + id.toLatin1() + "\"],\"total_pages\":1}");
        Key key;
        key.id = id;
        QCOMPARE(finished(f.admin->keys()->remove(key)).error().kind, FailureKind::Rejected);
    }

    void aDeletedKeyThatIsStillReadableIsGone()
    {
        LitellmConnection f;
        f.answer(info, u"live-key-info-deleted"_s);
        QCOMPARE(finished(f.admin->keys()->find(id)).error().kind, FailureKind::NotFound);
    }

    void rotationWithoutALicenceIsUnsupportedInTheServersWords()
    {
        LitellmConnection f;
        const QString call = u"POST /key/%1/regenerate"_s.arg(id);
        f.answer(call, u"075-key-regenerate"_s);
        Key key;
        key.id = id;
        const Failure failure = finished(f.admin->keys()->rotate(key, std::chrono::hours(24))).error();
        QCOMPARE(failure.kind, FailureKind::Unsupported);
        QVERIFY(failure.detail.contains(u"Enterprise feature"_s));
        QCOMPARE(f.sent(call)["grace_period"_L1].toString(), u"86400s"_s);
    }

private:
    static Key whole()
    {
        Key key;
        key.name = u"demo"_s;
        key.aliases = {u"chat-small"_s, u"embed"_s};
        key.families = {u"chat"_s, u"embeddings"_s};
        key.rates = {60, 60'000, 4, 0};
        key.budgets = {Budget{5'000'000'000, u"day"_s, {}}, Budget{100'250'000'000, u"lifetime"_s, {}},
            Budget{1'000'000'000, u"12h"_s, {}}};
        key.softPercents = {80};
        key.expiresAt = FakeClock().now().addDays(1);
        key.passport.owner = u"search"_s;
        key.passport.reviewDate = QDate(2027, 1, 31);
        return key;
    }
    static QString named(const QString &name)
    {
        return u"GET /key/list?key_alias=%1&return_full_object=true&size=100"_s.arg(name);
    }
    static QString hashed(const QString &hash)
    {
        return u"GET /key/list?key_hash=%1&return_full_object=true&size=100"_s.arg(hash);
    }
    // The lost key is told with the mark that the create sent.
    static void echoMark(LitellmConnection &f)
    {
        f.http.beforeAnswer = [&f](const QString &call) {
            if (call == u"GET /key/info?key=h1"_s)
                f.answerJson(call,
                    QJsonDocument(QJsonObject{{u"info"_s,
                                      QJsonObject{{u"metadata"_s, f.sent(u"POST /key/generate"_s)["metadata"_L1]}}}})
                        .toJson());
        };
    }
    static QJsonObject updated(const std::function<void(Key &)> &change)
    {
        LitellmConnection f;
        f.answer(info, u"043-key-info-by-hash"_s);
        f.answer(u"POST /key/update"_s, u"058-key-update-limits"_s);
        const Key before = finished(f.admin->keys()->find(id)).value();
        Key after = before;
        change(after);
        if (!finished(f.admin->keys()->write(before, after)))
            return {};
        return f.sent(u"POST /key/update"_s);
    }
};

QTEST_GUILESS_MAIN(LitellmKeyWritesTest)
#include "tst_litellm_key_writes.moc"
