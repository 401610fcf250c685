// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "fakes/json_gateway.h"
#include "fakes/live_parts.h"
#include "gateway/facets.h"
#include "gateway/own_key.h"
#include "store/own_key_readings.h"

using namespace Qt::StringLiterals;
using workspace::LiveSession;

static const QString subscription = u"GET /v1/dashboard/billing/subscription"_s;
static const QString usagePath = u"GET /v1/dashboard/billing/usage"_s;

// A session with nothing but a key, on a gateway of our own.
struct Fixture
{
    FakeClock clock;
    LiveParts parts{clock};
    JsonGateway gateway;
    Profile profile;
    std::unique_ptr<LiveSession> session;

    explicit Fixture(const QString &kind = u"newapi"_s)
    {
        qputenv("GW_TEST_KEY", "sk-test-0123456789");
        profile.id = u"01PROFILE"_s;
        profile.name = u"mine"_s;
        profile.kind = kind;
        profile.dataUrl = gateway.url(u"/v1"_s);
        profile.adminUrl = kind == u"plain_openai"_s ? QUrl() : gateway.url({});
        profile.dataKeyRef = u"env:GW_TEST_KEY"_s;
        gateway.bodies[u"GET /v1/models"_s] = R"({"data":[{"id":"fast"}]})";
        gateway.bodies[u"GET /api/status"_s] =
            R"({"success":true,"data":{"quota_display_type":"USD","display_in_currency":true}})";
        gateway.bodies[subscription] = R"({"hard_limit_usd":5,"access_until":0})";
        gateway.bodies[usagePath] = R"({"total_usage":125})";
    }
    LiveSession &open(bool background = false)
    {
        session = std::make_unique<LiveSession>(profile, *gateway::adapterOf(profile.kind),
            workspace::SessionParts{parts.store, parts.vaults, parts.host, parts.runs, clock, background});
        return *session;
    }
    store::OwnKeyReadings kept()
    {
        const auto read = [](sql::Database &db) { return store::ownKeyReadings(db, u"01PROFILE"_s); };
        return finished(parts.store.read(read)).value();
    }
    qsizetype asked(const QString &part) const { return gateway.calls.filter(part).size(); }
};

class KeyOnlyTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyAloneConnectsWhateverTheKind_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"newapi", "litellm", "plain_openai"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aKeyAloneConnectsWhateverTheKind()
    {
        QFETCH(QString, kind);
        Fixture f(kind);
        LiveSession &session = f.open();
        QVERIFY(finished(session.connected()));
        QCOMPARE(session.state().aliases.size(), 1);
        QVERIFY(session.leftToSpend().ownKey() && !session.features().has(gateway::Feature::ListKeys));
    }

    void withAnAdminKeyThereIsNoGauge()
    {
        Fixture f;
        f.profile.adminKeyRef = f.profile.dataKeyRef;
        QVERIFY(!f.open().leftToSpend().ownKey());
        f.profile.adminKeyRef.clear();
        f.profile.dataKeyRef.clear();
        QVERIFY(!f.open().leftToSpend().ownKey());
    }

    void askedForAtOnceAllOfItIsTold()
    {
        Fixture f;
        const auto told = finished(f.open().ownKeyNow());
        QVERIFY(told);
        QCOMPARE(told->allowance.leftNanos.value(), 3'750'000'000);
        QCOMPARE(told->allowance.currency, u"USD"_s);
        QCOMPARE(f.gateway.calls.size(), 3);
    }

    void aRefusedReadIsNotRepeated()
    {
        Fixture f;
        f.gateway.failing = 5;
        const auto told = finished(f.open().ownKeyNow());
        QCOMPARE(told.error().kind, FailureKind::Server);
        QCOMPARE(f.gateway.calls.size(), 1);
    }

    void theGaugeAsksOneOfThemAMinuteAndNeverTheSignInsBucket()
    {
        Fixture f;
        LiveSession &session = f.open(true);
        QTRY_VERIFY(session.leftToSpend().ownKey()->state().readAt);
        QCOMPARE(f.asked(u"billing"_s), 1);
        QVERIFY(session.leftToSpend().ownKey()->state().standing.partial);
        finished(session.connected()); // again: the half that was read stays, and nothing more is asked
        session.leftToSpend().ownKey()->read();
        QCOMPARE(f.asked(u"billing"_s), 1);
        f.clock.pass(60);
        session.leftToSpend().ownKey()->read();
        QTRY_COMPARE(f.asked(u"billing"_s), 2);
        QTRY_VERIFY(session.leftToSpend().ownKey()->state().standing.allowance.leftNanos);
        QCOMPARE(f.asked(u"/api/usage/token"_s), 0);
    }

    // The week that was read before the program was closed.
    void theRateIsKnownAtOnceAfterARestart()
    {
        Fixture f;
        const auto gauge = [&f] { return f.session->leftToSpend().ownKey(); };
        f.open(true);
        QTRY_VERIFY(gauge()->state().readAt);
        for (int i = 0; i < 4; ++i) { // in two parts each, and the figure grows
            f.gateway.bodies[usagePath] = QByteArray(R"({"total_usage":)") + QByteArray::number(125 + i) + "}";
            f.clock.pass(900);
            const QDateTime before = *gauge()->state().readAt;
            gauge()->read();
            QTRY_VERIFY(*gauge()->state().readAt > before);
        }
        const QList<usage::KeyReading> read = gauge()->state().readings;
        QVERIFY(read.size() >= 2);
        QTRY_COMPARE(f.kept().readings.size(), read.size());
        QVERIFY(!f.kept().key.contains(u"sk-test-0123456789"_s));
        f.session.reset();
        f.clock.pass(3600);
        f.open(true);
        QTRY_VERIFY(gauge()->state().readings.size() >= read.size());
        QCOMPARE(gauge()->state().readings.first().at, read.first().at);
        QCOMPARE(gauge()->state().readings.first().totalNanos, read.first().totalNanos);
    }

    void theReadingsOfAnotherKeyTellNothingOfThisOne()
    {
        Fixture f;
        store::OwnKeyReadings other{u"0123456789ab ...6789"_s, {{f.clock.now().addSecs(-7200), 1'000}}};
        const auto put = [other](sql::Database &db) { return store::keepOwnKeyReadings(db, u"01PROFILE"_s, other); };
        QVERIFY(finished(f.parts.store.write(put)));
        f.open(true);
        QTRY_VERIFY(f.session->leftToSpend().ownKey()->state().readAt);
        for (const usage::KeyReading &reading : f.session->leftToSpend().ownKey()->state().readings)
            QVERIFY(reading.at >= f.clock.now());
    }

    void whereThereIsNoKeyNothingIsAsked()
    {
        Fixture f;
        f.profile.dataKeyRef.clear();
        QCOMPARE(finished(f.open().ownKeyNow()).error().kind, FailureKind::Secret);
        QVERIFY(f.gateway.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(KeyOnlyTest)
#include "tst_key_only.moc"
