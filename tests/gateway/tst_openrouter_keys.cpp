// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"
#include "gateway/openrouter/openrouter_wire.h"
#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using gateway::Feature;
namespace wire = gateway::openrouter;

class OpenRouterKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfAKeyToTheLastDigit()
    {
        World w;
        w.file(u"GET /api/v1/keys/"_s + w.id, u"key-one.json"_s);
        const Key key = finished(w.admin->keys()->find(w.id)).value();
        QCOMPARE(key.id, w.id);
        QCOMPARE(key.name, u"checkout"_s);
        QCOMPARE(key.prefix, u"sk-or-v1-000"_s);
        QCOMPARE(key.lastFour, u"1c9"_s);
        QCOMPARE(key.budgets, (QList<Budget>{{2'500'000'000, u"day"_s, 1'376'543'211}}));
        QCOMPARE(key.spentNanos.value(), 12'000'000'001);
        QCOMPARE(key.expiresAt->toString(Qt::ISODate), u"2026-12-31T00:00:00Z"_s);
        QCOMPARE(key.holder, u"0df9e665-0000-4000-8000-000000000001"_s);
        QVERIFY(key.enabled);
    }

    void permanentSlugsAreShownAsTheIdsThatCallersSend()
    {
        World w;
        w.file(u"GET /api/v1/keys/"_s + w.id, u"key-one.json"_s);
        const Key key = finished(w.admin->keys()->find(w.id)).value();
        QCOMPARE(key.aliases, (QStringList{u"openai/gpt-4.1-mini"_s, u"deepseek/deepseek-r1"_s}));
    }

    void aLabelThatIsNotMaskedIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::newRow("a text") << QByteArray("Production key");
        QTest::newRow("a whole key") << QByteArray("sk-or-v1-") + QByteArray(64, 'a');
        QTest::newRow("long") << QByteArray("sk-or-v1-") + QByteArray(64, 'a') + "...";
    }
    void aLabelThatIsNotMaskedIsNotKept()
    {
        QFETCH(QByteArray, label);
        QByteArray body = R"({"data":{"hash":"h","name":"n","disabled":false,"label":"LABEL"}})";
        const Key key = wire::readKey(body.replace("LABEL", label)).value();
        QVERIFY(key.prefix.isEmpty() && key.lastFour.isEmpty());
    }

    void aCreateSendsUtcAndDigitsAndGivesTheSecret()
    {
        World w;
        w.file(u"POST /api/v1/keys"_s, u"key-created.json"_s);
        w.http.refuse(u"POST /api/v1/keys"_s, 201);
        Key wanted;
        wanted.name = u"demo-app"_s;
        wanted.budgets << Budget{1'000'000'001, u"week"_s, {}};
        wanted.expiresAt = QDateTime({2026, 9, 30}, {2, 0}, Qt::OffsetFromUTC, 7200);
        const auto issued = finished(w.admin->keys()->create(wanted)).value();
        QVERIFY(!issued.secret.isEmpty());
        QCOMPARE(w.body(0),
            R"({"expires_at":"2026-09-30T00:00:00Z","limit":1.000000001,"limit_reset":"weekly","name":"demo-app"})");
        QCOMPARE(w.http.calls.size(), 1);
    }

    void anExpiryCannotBeChangedLater()
    {
        World w;
        Key after;
        after.expiresAt = w.clock.now();
        QCOMPARE(finished(w.admin->keys()->write({}, after)).error().kind, FailureKind::Unsupported);
        QVERIFY(w.http.calls.isEmpty());
        QVERIFY(!w.admin->features().has(Feature::KeyExpiry));
    }

    void budgetsThatItDoesNotKnowAreRefusedBeforeAnythingIsSent()
    {
        World w;
        Key odd;
        odd.budgets << Budget{1, u"12h"_s, {}};
        QCOMPARE(finished(w.admin->keys()->create(odd)).error().kind, FailureKind::Unsupported);
        odd.budgets = {{1, u"day"_s, {}}, {1, u"week"_s, {}}};
        QCOMPARE(finished(w.admin->keys()->create(odd)).error().detail, u"more than one budget on a key"_s);
        QVERIFY(w.http.calls.isEmpty());
    }

    void aChangeSendsOnlyWhatDiffers()
    {
        World w;
        w.file(u"PATCH /api/v1/keys/"_s + w.id, u"key-one.json"_s);
        Key before;
        before.id = w.id;
        before.budgets << Budget{5, u"day"_s, {}};
        Key after = before;
        after.budgets.clear();
        QVERIFY(finished(w.admin->keys()->write(before, after)));
        QCOMPARE(w.body(0), R"({"limit":null,"limit_reset":null})");
    }

    void theModelsOfANewKeyAreAGuardrailOfItsOwn()
    {
        World w;
        w.answerCreate();
        w.file(u"POST /api/v1/guardrails"_s, u"guardrail-created.json"_s);
        w.file(u"POST /api/v1/guardrails/gr-9/assignments/keys"_s, u"assigned.json"_s);
        const auto issued = finished(w.admin->keys()->create(w.limited())).value();
        QCOMPARE(issued.key.aliases, QStringList{u"openai/gpt-4.1-mini"_s});
        QCOMPARE(w.sent(-2 + w.http.calls.size())["allowed_models"_L1][0].toString(), u"openai/gpt-4.1-mini"_s);
        QCOMPARE(w.sent(w.http.calls.size() - 1)["key_hashes"_L1][0].toString(), issued.key.id);
    }

    void aFailedAssignmentLeavesNothingBehind()
    {
        World w;
        w.answerCreate();
        w.file(u"POST /api/v1/guardrails"_s, u"guardrail-created.json"_s);
        w.say(u"POST /api/v1/guardrails/gr-9/assignments/keys"_s, R"({"assigned_count":0})");
        w.file(u"DELETE /api/v1/guardrails/gr-9"_s, u"deleted.json"_s);
        w.file(u"DELETE /api/v1/keys/"_s + w.newId, u"deleted.json"_s);
        const Failure failure = finished(w.admin->keys()->create(w.limited())).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QCOMPARE(failure.detail, u"the guardrail was not assigned to the key; the new key was deleted again"_s);
        QCOMPARE(w.http.calls.mid(w.http.calls.size() - 2),
            (QStringList{u"DELETE /api/v1/guardrails/gr-9"_s, u"DELETE /api/v1/keys/"_s + w.newId}));
    }

    void aKeyThatCannotBeTakenBackIsNamed()
    {
        World w;
        w.answerCreate();
        w.say(u"POST /api/v1/guardrails"_s, R"({"error":{"code":500,"message":"broken"}})", 500);
        w.say(u"DELETE /api/v1/keys/"_s + w.newId, "{}", 503);
        const Failure failure = finished(w.admin->keys()->create(w.limited())).error();
        QCOMPARE(failure.kind, FailureKind::Server);
        QVERIFY2(failure.detail.contains(w.newId.left(12)) && failure.detail.contains(u"delete it"_s),
            qPrintable(failure.detail));
    }

    void aGuardrailOfOtherKeysIsNotTouched()
    {
        World w;
        Key before;
        before.id = hashOf(1); // under gr-2, with one other key
        Key after = before;
        after.aliases << u"openai/gpt-4.1-mini"_s;
        const Failure failure = finished(w.admin->keys()->write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY(failure.detail.contains(u"“Shared”"_s) && failure.detail.contains(u"1 other"_s));
        QVERIFY(!w.http.calls.join(u' ').contains(u"PATCH"_s));
    }

    void everyModelAgainIsNullNotAnEmptyList()
    {
        World w;
        w.file(u"PATCH /api/v1/guardrails/gr-1"_s, u"guardrail-changed.json"_s);
        Key before;
        before.id = w.id;
        before.aliases << u"x"_s;
        Key after = before;
        after.aliases.clear();
        QVERIFY(finished(w.admin->keys()->write(before, after)));
        QCOMPARE(w.body(w.http.calls.size() - 1), R"({"allowed_models":null})");
    }

    void aDeletedKeyTakesItsOwnGuardrailWithIt()
    {
        World w;
        w.file(u"DELETE /api/v1/keys/"_s + w.id, u"deleted.json"_s);
        w.file(u"DELETE /api/v1/guardrails/gr-1"_s, u"deleted.json"_s);
        Key key;
        key.id = w.id;
        QVERIFY(finished(w.admin->keys()->remove(key)));
        QCOMPARE(w.http.calls.last(), u"DELETE /api/v1/guardrails/gr-1"_s);
    }

    void aDeleteThatDeletedNothingIsAFailure()
    {
        QCOMPARE(wire::readDeleted(R"({"deleted":false})").error().kind, FailureKind::Rejected);
        QCOMPARE(wire::readDeleted("{}").error().detail, u"deleted.deleted: no boolean"_s);
    }

    void wrongTypesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("detail");
        QTest::newRow("hash") << QByteArray(R"({"hash":7})") << u"key.data.hash: no text"_s;
        QTest::newRow("limit") << QByteArray(R"({"hash":"h","name":"n","limit":"much"})")
                               << u"key.data.limit: no amount"_s;
        QTest::newRow("disabled") << QByteArray(R"({"hash":"h","name":"n","disabled":"no"})")
                                  << u"key.data.disabled: no boolean"_s;
        QTest::newRow("expires") << QByteArray(R"({"hash":"h","name":"n","disabled":false,"expires_at":12})")
                                 << u"key.data.expires_at: no time"_s;
    }
    void wrongTypesAreNamed()
    {
        QFETCH(QByteArray, row);
        QTEST(wire::readKey("{\"data\":" + row + '}').error().detail, "detail");
    }

private:
    static QString hashOf(int i)
    {
        const QByteArray seed = "example-" + QByteArray::number(i);
        return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex());
    }

    struct World : AdminWorld
    {
        const QString id = hashOf(0);
        const QString newId = hashOf(200);

        explicit World(const Secret &adminSecret = Secret("admin-EXAMPLE-0001"),
            const Secret &dataSecret = Secret("data-EXAMPLE-0001"))
            : AdminWorld(
                u"openrouter"_s, u"https://gw.test/data/v1"_s, u"https://gw.test/api"_s, adminSecret, dataSecret)
        {
            file(u"GET /api/v1/guardrails?offset=0&limit=100"_s, u"guardrails.json"_s);
            file(u"GET /api/v1/guardrails/assignments/keys?offset=0&limit=100"_s, u"assignments.json"_s);
            file(u"GET /api/v1/models?output_modalities=all"_s, u"models.json"_s);
        }
        void answerCreate()
        {
            file(u"POST /api/v1/keys"_s, u"key-created.json"_s);
            http.refuse(u"POST /api/v1/keys"_s, 201);
        }
        static Key limited()
        {
            Key wanted;
            wanted.name = u"demo-app"_s;
            wanted.aliases << u"openai/gpt-4.1-mini"_s;
            return wanted;
        }
    };
};

QTEST_GUILESS_MAIN(OpenRouterKeysTest)
#include "tst_openrouter_keys.moc"
