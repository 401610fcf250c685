// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include <algorithm>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

class EmbeddedTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfAKey()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/keys/"_s + f.id, u"key.json"_s);
        const Key key = finished(f.admin->keys()->find(f.id)).value();
        QCOMPARE(key.name, u"checkout-prod"_s);
        QCOMPARE(key.aliases, (QStringList{u"fast-chat"_s, u"test-echo"_s}));
        QCOMPARE(key.budgets.size(), 2);
        QCOMPARE(key.budgets.first().window, u"day"_s);
        QCOMPARE(key.budgets.first().spentNanos.value(), 3'600);
        QCOMPARE(key.spentNanos.value(), 3'600);
        QCOMPARE(key.expiresAt->toString(Qt::ISODate), u"2027-01-31T00:00:00Z"_s);
        QCOMPARE(key.passport.application, u"checkout"_s);
        QCOMPARE(key.passport.owner, u"payments"_s);
        QVERIFY(key.enabled);
        QCOMPARE(key.families, QStringList{u"chat"_s});
        QCOMPARE(key.upstreams, QStringList{u"scripted"_s});
        QCOMPARE(key.networks, QStringList{u"127.0.0.0/8"_s});
        QCOMPARE(key.rates, (KeyRates{60, 0, 4, 2000}));
        QCOMPARE(key.softPercents, (std::vector<int>{80, 95}));
        QCOMPARE(key.budgets.first().freeNanos.value(), 4'999'996'400);
        QCOMPARE(key.running.value(), 1);
        QVERIFY(!key.previousUntil);
    }

    void everyWindowOfAKeysBudgetsIsAnAllowance()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/keys?limit=500"_s, u"keys-page1.json"_s);
        f.answer(u"GET /admin/v1/keys?limit=500&after=key_ULLwfueqWwwAUQspA8wi"_s, u"keys-page2.json"_s);
        const QList<Allowance> all = finished(f.admin->limits()->allowances()).value();
        const auto find = [&all](const QString &name, const QString &window) {
            const auto is = [&](const Allowance &one) { return one.name == name && one.window == window; };
            return *std::ranges::find_if(all, is);
        };
        const Allowance day = find(u"support-bot"_s, u"day"_s);
        QCOMPARE(day.scope, u"key"_s);
        QCOMPARE(day.id, u"key_Am2t4xJDUEnsAWTeR44A"_s);
        QCOMPARE(day.limitNanos.value(), 20'000'000'000);
        QCOMPARE(day.spentNanos.value(), 147'553'563);
        QVERIFY(!day.unlimited && !day.leftNanos); // an old gateway does not tell what is free
        QCOMPARE(find(u"support-bot"_s, u"lifetime"_s).limitNanos.value(), 27'365'226'411);
    }

    void sendsTheAdminSecretAndJoinsAnyFormOfTheAddress_data()
    {
        QTest::addColumn<QString>("base");
        QTest::newRow("root") << u"http://gw.test:8791"_s;
        QTest::newRow("root/") << u"http://gw.test:8791/"_s;
        QTest::newRow("whole") << u"http://gw.test:8791/admin/v1"_s;
        QTest::newRow("whole/") << u"http://gw.test:8791/admin/v1/"_s;
    }

    void sendsTheAdminSecretAndJoinsAnyFormOfTheAddress()
    {
        QFETCH(QString, base);
        Fixture f(base);
        f.answer(u"GET /admin/v1/status"_s, u"status.json"_s);
        QVERIFY(finished(f.admin->health()));
        const auto &headers = f.http.requests.first().headers;
        QCOMPARE(headers.size(), 1);
        QCOMPARE(headers.first().value, "Bearer sk-gw-EXAMPLE-admin");
    }

    void aCreateSendsWhatWasAskedForAndGivesTheSecret()
    {
        Fixture f;
        f.answerCreate();
        Key wanted;
        wanted.name = u"demo-app"_s;
        wanted.aliases << u"test-echo"_s;
        wanted.budgets << Budget{50'000'000, u"lifetime"_s, {}};
        wanted.passport.application = u"checkout"_s;
        const auto issued = finished(f.admin->keys()->create(wanted)).value();
        QCOMPARE(issued.secret, Secret("sk-gw-EXAMPLE0000000000000000000000000000000000"));
        const QJsonObject sent = f.sent(0);
        QCOMPARE(sent["budgets"_L1][0]["nanos"_L1].toInteger(), 50'000'000);
        QCOMPARE(sent["passport"_L1]["app"_L1].toString(), u"checkout"_s);
        QVERIFY(sent["expires_at"_L1].isNull());
        QVERIFY(!sent.contains(u"id"_s));
    }

    void aLostAnswerIsAskedForOnceMoreUnderTheSameName()
    {
        Fixture f;
        net::Exchange lost;
        lost.failure = Failure{FailureKind::Timeout, u"firstHeader"_s, 0};
        f.http.answerWith(u"POST /admin/v1/keys"_s, lost);
        Key wanted;
        wanted.name = u"demo-app"_s;
        QCOMPARE(finished(f.admin->keys()->create(wanted)).error().kind, FailureKind::Timeout);
        QCOMPARE(f.http.requests.size(), 2);
        QCOMPARE(f.http.requests[0].headers[0].name, "Idempotency-Key");
        QCOMPARE(f.http.requests[0].headers[0].value, f.http.requests[1].headers[0].value);
    }

    void aRotationSendsItsOverlapAndGivesTheNewSecret()
    {
        Fixture f;
        f.answer(u"POST /admin/v1/keys/"_s + f.id + u"/rotate"_s, u"key-rotated.json"_s);
        Key key;
        key.id = f.id;
        const auto issued = finished(f.admin->keys()->rotate(key, std::chrono::hours(24))).value();
        QCOMPARE(f.http.requests.first().body, "{\"overlap_seconds\":86400}");
        QCOMPARE(issued.secret, Secret("sk-gw-EXAMPLE1111111111111111111111111111111111"));
        QCOMPARE(issued.key.previousUntil->toString(Qt::ISODate), u"2026-11-29T23:50:00Z"_s);
        QCOMPARE(issued.key.lastFour, u"R0t8"_s);
    }

    void aTakenNameIsAConflictInTheGatewaysWords()
    {
        Fixture f;
        f.answer(u"POST /admin/v1/keys"_s, u"name-taken.json"_s);
        f.http.refuse(u"POST /admin/v1/keys"_s, 409);
        const Failure failure = finished(f.admin->keys()->create({})).error();
        QCOMPARE(failure.kind, FailureKind::Conflict);
        QVERIFY(failure.detail.contains(u"\"demo-app\" already"_s));
        QVERIFY(failure.detail.contains(u"(field name)"_s));
    }

    void aChangeSendsOnlyWhatDiffers()
    {
        Fixture f;
        f.answer(u"PATCH /admin/v1/keys/"_s + f.id, u"key-changed.json"_s);
        Key before;
        before.id = f.id;
        Key after = before;
        after.enabled = false;
        QVERIFY(finished(f.admin->keys()->write(before, after)));
        QCOMPARE(f.http.requests.first().body, "{\"enabled\":false}");
    }

    void factsOfThePassportThatWeDoNotKnowStay()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/keys/"_s + f.id, u"key.json"_s);
        f.answer(u"PATCH /admin/v1/keys/"_s + f.id, u"key-changed.json"_s);
        const Key before = finished(f.admin->keys()->find(f.id)).value();
        Key after = before;
        after.passport.owner = u"search"_s;
        after.passport.ticket.clear();
        QVERIFY(finished(f.admin->keys()->write(before, after)));
        const QJsonObject passport = f.sent(2)["passport"_L1].toObject();
        QCOMPARE(f.sent(2).size(), 1);
        QCOMPARE(passport["owner"_L1].toString(), u"search"_s);
        QCOMPARE(passport["team"_L1].toString(), u"x"_s);
        QVERIFY(!passport.contains(u"ticket"_s));
    }

    void usageTellsUnknownFromZero()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/usage?limit=500&after=2"_s, u"usage-page2.json"_s);
        const auto page = finished(f.admin->usage()->after(u"2"_s)).value();
        const UsageRecord row = page.rows.first();
        QCOMPARE(row.costNanos.value(), 0);
        QVERIFY(!row.inputTokens);
        QVERIFY(row.key.isEmpty());
        QCOMPARE(row.status.value(), 401);
        QCOMPARE(row.ended, u"refused"_s);
        QVERIFY(!page.complete);
        QCOMPARE(page.next, u"8076"_s);
    }

    void usageKeepsMicrosecondsAndOrigin()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/usage?limit=500"_s, u"usage-page1.json"_s);
        const auto page = finished(f.admin->usage()->after({})).value();
        QVERIFY(page.complete);
        QCOMPARE(page.rows.first().origin, Origin::Sample);
        QCOMPARE(page.rows.first().at.toMSecsSinceEpoch(), 1'794'160'875'687);
        QCOMPARE(page.rows.first().atMicros, 222);
        QCOMPARE(page.rows.first().costNanos.value(), 178'650);
        QCOMPARE(page.rows.first().currency, u"USD"_s);
        QVERIFY(page.rows.first().sourceId != page.rows.last().sourceId);
    }

    void anUnknownCostHasNoCurrency()
    {
        QFile file(QStringLiteral(TEST_DATA "/embedded/usage-of-request.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = file.readAll().replace("\"cost_nanos\":3600", "\"cost_nanos\":null");
        Fixture f;
        f.http.answerWith(u"GET /admin/v1/usage?request_id=r"_s, exchange);
        const UsageRecord row = finished(f.admin->usage()->byRequest(u"r"_s)).value();
        QCOMPARE(row.origin, Origin::Sync);
        QVERIFY(!row.costNanos);
        QVERIFY(row.currency.isEmpty());
    }

    void anEmptyPageKeepsTheCursor()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/usage?limit=500&after=u9"_s, u"usage-none.json"_s);
        const auto page = finished(f.admin->usage()->after(u"u9"_s)).value();
        QCOMPARE(page.next, u"u9"_s);
        QVERIFY(!page.complete);
    }

    void aRowThatIsNotThereYetIsNotFound()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/usage?request_id=a%2Fb"_s, u"usage-none.json"_s);
        QCOMPARE(finished(f.admin->usage()->byRequest(u"a/b"_s)).error().kind, FailureKind::NotFound);
    }

    void aWrongFieldIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("text") << u"name"_s << u"5"_s << u"key.name: no text"_s;
        QTest::newRow("integer") << u"spent_nanos"_s << u"0.5"_s << u"key.spent_nanos: no integer"_s;
        QTest::newRow("boolean") << u"enabled"_s << u"\"yes\""_s << u"key.enabled: no boolean"_s;
        QTest::newRow("time") << u"expires_at"_s << u"\"soon\""_s << u"key.expires_at: no time"_s;
        QTest::newRow("list") << u"aliases"_s << u"{}"_s << u"key.aliases: no list of texts"_s;
        QTest::newRow("part") << u"budgets"_s << u"[{\"nanos\":1}]"_s << u"key.budgets[0].window: no text"_s;
        QTest::newRow("object") << u"passport"_s << u"7"_s << u"key.passport: no object"_s;
        QTest::newRow("fact") << u"passport"_s << u"{\"owner\":7}"_s << u"key.passport.owner: no text"_s;
    }

    void aWrongFieldIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFile file(QStringLiteral(TEST_DATA "/embedded/key.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject key = QJsonDocument::fromJson(file.readAll()).object();
        key[field] = QJsonDocument::fromJson('[' + value.toUtf8() + ']')[0];
        Fixture f;
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = QJsonDocument(key).toJson();
        f.http.answerWith(u"GET /admin/v1/keys/k"_s, exchange);
        const Failure failure = finished(f.admin->keys()->find(u"k"_s)).error();
        QCOMPARE(failure.kind, FailureKind::Decode);
        QTEST(failure.detail, "named");
    }

    void anAliasShowsItsRoutesAndPrice()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/aliases?limit=500"_s, u"aliases.json"_s);
        f.answer(u"GET /admin/v1/aliases?limit=500&after=code-review"_s, u"aliases-page2.json"_s);
        const auto aliases = finished(f.admin->aliases()->all()).value();
        QCOMPARE(aliases.size(), 6);
        QCOMPARE(aliases.first().routes, (QList<Route>{{u"scripted"_s, u"test-echo"_s, 1}}));
        QCOMPARE(aliases.first().price.outputNanos.value(), 600'000'000);
        QCOMPARE(aliases.last().name, u"draft"_s);
    }

private:
    struct Fixture
    {
        QString id = u"key_xYOlrMf2qdeTGZU9RLvJ"_s;
        ScriptedHttp http;
        Clock clock;
        std::unique_ptr<gateway::Admin> admin;

        explicit Fixture(const QString &base = u"http://gw.test:8791"_s)
            : admin(gateway::adapterOf(u"embedded"_s)
                        ->connect({QUrl(u"http://gw.test/v1"_s), QUrl(base), Secret("sk-gw-EXAMPLE-admin"), {}, {},
                            http, clock}))
        {}
        void answer(const QString &call, const QString &fixture) { http.answer(call, u"embedded/"_s + fixture); }
        void answerCreate() { answer(u"POST /admin/v1/keys"_s, u"key-created.json"_s); }
        QJsonObject sent(int request) const { return QJsonDocument::fromJson(http.requests[request].body).object(); }
    };
};

QTEST_GUILESS_MAIN(EmbeddedTest)
#include "tst_embedded.moc"
