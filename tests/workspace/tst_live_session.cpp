// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "fakes/fake_clock.h"
#include "fakes/json_gateway.h"
#include "fakes/live_parts.h"
#include "fakes/tls_server.h"
#include "gateway/facets.h"
#include "text/words.h"

using namespace Qt::StringLiterals;
using workspace::LiveSession;
using Reach = workspace::Session::Reach;

// A session on a gateway of our own, over the parts that a workspace gives it.
struct Fixture
{
    Clock clock;
    LiveParts parts{clock};
    JsonGateway gateway;
    Profile profile;
    std::unique_ptr<LiveSession> session;

    Fixture()
    {
        qputenv("GW_TEST_KEY", "sk-test-0123456789");
        profile.id = u"01PROFILE"_s;
        profile.name = u"lab"_s;
        profile.kind = u"plain_openai"_s;
        profile.dataUrl = gateway.url(u"/v1"_s);
        profile.dataKeyRef = u"env:GW_TEST_KEY"_s;
        gateway.secret = "sk-test-0123456789";
        gateway.bodies[u"GET /v1/models"_s] = R"({"data":[{"id":"fast"}]})";
        gateway.bodies[u"GET /admin/v1/status"_s] = R"({"version":"7"})";
        gateway.bodies[u"GET /admin/v1/aliases?limit=500"_s] = R"({"items":[],"next":null,"complete":true})";
    }
    // One whose administration is asked, at the same address. Its kind is not "embedded": that one's address is told by
    // whoever runs it.
    void administer()
    {
        profile.kind = u"administered"_s;
        profile.adminUrl = gateway.url({});
        profile.adminKeyRef = profile.dataKeyRef;
    }
    LiveSession &open()
    {
        const gateway::Adapter *adapter =
            gateway::adapterOf(profile.adminUrl.isEmpty() ? u"plain_openai" : u"embedded");
        session = parts.sessionOn(profile, *adapter);
        return *session;
    }
    text::Words wordsOfFailure() const
    {
        return text::wordsOf(session->state().failure.value_or(Failure()), session->attempt(u"read the aliases"_s));
    }
};

class LiveSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void itConnectsAndKnowsTheAliases()
    {
        Fixture f;
        QVERIFY(finished(f.open().connected()));
        QCOMPARE(f.session->state().reach, Reach::Connected);
        QCOMPARE(f.session->state().aliases.first().name, u"fast"_s);
        QVERIFY(f.session->state().roundTripMs && !f.session->state().failure);
    }

    void aCatalogThatIsADayOldIsReadAgainAndAFailureIsTriedAnHourLater()
    {
        Fixture f;
        f.administer();
        FakeClock clock;
        LiveParts parts(clock);
        const auto session = parts.sessionOn(f.profile, *gateway::adapterOf(u"embedded"));
        QVERIFY(finished(session->connected()));
        const auto &catalog = session->catalog().state();
        const auto seen = [&catalog] { return catalog.snapshots.first().lastSeen; };
        clock.pass(24 * 3600 - 1);
        session->look();
        QVERIFY(!catalog.loading);
        clock.pass(1);
        session->look();
        QVERIFY(catalog.loading);
        QTRY_VERIFY(!catalog.loading);
        QCOMPARE(catalog.asOf, clock.now());
        QCOMPARE(seen(), clock.now());
        clock.pass(24 * 3600);
        f.gateway.bodies[u"GET /admin/v1/aliases?limit=500"_s] = "no JSON";
        session->look();
        QTRY_VERIFY(!catalog.loading && catalog.failure);
        clock.pass(3599);
        session->look();
        QVERIFY(!catalog.loading);
        clock.pass(1);
        session->look();
        QVERIFY(catalog.loading);
        QTRY_VERIFY(!catalog.loading);
        QCOMPARE(seen(), clock.now().addSecs(-25 * 3600));
    }

    void offlineNamesTheConnectionAndItsAddress()
    {
        Fixture f;
        f.gateway.go();
        QVERIFY(!finished(f.open().connected()));
        QCOMPARE(f.session->state().reach, Reach::Offline);
        QCOMPARE(f.session->state().failure->kind, FailureKind::Network);
        QVERIFY(f.session->addressed());
        const text::Words words = f.wordsOfFailure();
        QVERIFY2(words.why.contains(u"“lab” at "_s + f.profile.dataUrl.toString()), qPrintable(words.why));
        QCOMPARE(words.what, u"Could not read the aliases on “lab”"_s);
    }

    // The profile's own address is from the day it was made.
    void anEmbeddedGatewayThatIsStoppingIsNamedByTheAddressItHas()
    {
        Fixture f;
        const auto lock = workspace::GatewayLock::take(f.parts.dir.path()).value();
        lock->write({1, u"gwctl"_s, QUrl(u"http://127.0.0.1:4711/v1"_s), QUrl(u"http://127.0.0.1:4712"_s)});
        QTRY_COMPARE(f.parts.host.state().mode, workspace::TestGateway::Mode::Elsewhere);
        f.profile.kind = u"embedded"_s;
        f.profile.adminUrl = QUrl(u"http://127.0.0.1:8791"_s);
        QVERIFY(!finished(f.open().connected()));
        const text::Words words = f.wordsOfFailure();
        QVERIFY2(words.why.contains(u"http://127.0.0.1:4712"_s) && words.why.contains(u"it is stopping"_s),
            qPrintable(words.why));
    }

    void itConnectsAgainWhenTheGatewayIsBack()
    {
        Fixture f;
        f.gateway.go();
        QVERIFY(!finished(f.open().connected()));
        f.gateway.come();
        f.session->check();
        QTRY_COMPARE(f.session->state().reach, Reach::Connected);
        QVERIFY(!f.session->state().failure);
    }

    void whoLosesTheGatewayKeepsItsAliases()
    {
        Fixture f;
        QVERIFY(finished(f.open().connected()));
        f.gateway.go();
        QVERIFY(!finished(f.session->connected()));
        QCOMPARE(f.session->state().reach, Reach::Offline);
        QCOMPARE(f.session->state().aliases.size(), 1);
    }

    void aRefusedDataKeyIsSaidAndNotTriedAgain()
    {
        Fixture f;
        f.gateway.secret = "sk-another";
        QVERIFY(!finished(f.open().connected()));
        QCOMPARE(f.session->state().failure->kind, FailureKind::Unauthorized);
        QCOMPARE(f.gateway.calls, QStringList{u"GET /v1/models"_s});
        const text::Words words = f.wordsOfFailure();
        QVERIFY2(words.why.contains(u"does not accept the key"_s), qPrintable(words.why));
        QVERIFY(!words.why.contains(u"0123456789"_s));
    }

    void aRefusedAdminKeyIsSaidAndNotTriedAgain()
    {
        Fixture f;
        f.administer();
        f.gateway.secret = "sk-another";
        QVERIFY(!finished(f.open().connected()));
        QCOMPARE(f.session->state().failure->kind, FailureKind::Unauthorized);
        QCOMPARE(f.gateway.calls, QStringList{u"GET /admin/v1/status"_s});
        QVERIFY(f.wordsOfFailure().why.contains(f.profile.adminUrl.toString()));
    }

    void aSecretThatIsNotThereIsNoAnswerOfTheGateway()
    {
        Fixture f;
        f.profile.dataKeyRef = u"env:GW_NO_SUCH_VARIABLE"_s;
        QVERIFY(!finished(f.open().connected()));
        QCOMPARE(f.session->state().failure->kind, FailureKind::Secret);
        QVERIFY(!f.session->addressed());
        QVERIFY(f.gateway.calls.isEmpty());
    }

    // Both ways to the gateway, adapter and streams, show the certificate; its key opens with the vault's passphrase.
    void aGatewayThatDemandsACertificateIsShownIt()
    {
        Authority authority;
        authority.makeClient("two words");
        TlsServer server(authority.demandingServer());
        Fixture f;
        f.profile.dataUrl = server.url().adjusted(QUrl::RemoveFilename | QUrl::StripTrailingSlash);
        f.profile.caFile = authority.file(u"ca.pem"_s);
        f.profile.clientCertFile = authority.file(u"client.pem"_s);
        f.profile.clientKeyFile = authority.file(u"locked.key"_s);
        f.profile.clientKeyPassRef = finished(f.parts.vaults.keep(u"pass"_s, Secret("two words"))).value();
        const Result<> reached = finished(f.open().connected());
        QVERIFY(!reached && reached.error().kind == FailureKind::Decode); // it answers {} to everything
        QVERIFY2(server.received.startsWith("GET /v1/models"), server.received.constData());
        server.received.clear();
        f.session->runSmoke({u"T01"_s}, {u"fast"_s});
        QTRY_VERIFY(f.session->smoke().state().report.ended);
        QVERIFY(server.received.startsWith("POST /v1/chat/completions"));
    }

    void readsAreRepeatedWhereAGatewayFailsForAMoment()
    {
        Fixture f;
        f.gateway.failing = 2;
        const Result<> reached = finished(f.open().connected());
        QVERIFY2(reached, reached ? "" : qPrintable(reached.error().detail));
        QCOMPARE(f.gateway.failing, 0);
    }

    void writesGoOutOnce()
    {
        Fixture f;
        f.administer();
        const Result<> reached = finished(f.open().connected());
        QVERIFY2(reached, reached ? "" : qPrintable(reached.error().detail));
        f.gateway.calls.clear();
        f.gateway.failing = 1;
        QVERIFY(!finished(f.session->admin().keys()->create(Key())));
        QCOMPARE(f.gateway.calls, QStringList{u"POST /admin/v1/keys"_s});
    }

    void aSmokeRunRepeatsNothing()
    {
        Fixture f;
        QVERIFY(finished(f.open().connected()));
        f.gateway.calls.clear();
        f.gateway.failing = 1;
        f.session->runSmoke({u"T01"_s}, {u"fast"_s});
        QTRY_VERIFY(f.session->smoke().state().report.ended);
        QCOMPARE(f.session->smoke().state().report.checks.first().outcome, Outcome::Failed);
        QCOMPARE(f.gateway.failing, 0);
        QCOMPARE(f.gateway.calls.first(), u"POST /v1/chat/completions"_s);
    }

    void aRunAskedForWhileTheOneBeforeIsPutAwayStartsAfterIt()
    {
        Fixture f;
        QVERIFY(finished(f.open().connected()));
        smoke::RunService &runs = f.session->smoke();
        QString first;
        connect(&runs, &Observable::changed, f.session.get(), [&] {
            if (first.isEmpty() && runs.state().report.ended && !runs.state().running) {
                first = runs.state().report.id;
                f.session->runSmoke({u"T01"_s}, {u"fast"_s});
            }
        });
        f.session->runSmoke({u"T01"_s}, {u"fast"_s});
        f.session->runSmoke({u"T01"_s}, {u"fast"_s}); // while one is prepared a second wish is none
        QTRY_VERIFY(!first.isEmpty() && runs.state().report.id != first && runs.state().report.ended);
        QTRY_COMPARE(runs.state().recent.size(), 2);
    }
};

QTEST_GUILESS_MAIN(LiveSessionTest)
#include "tst_live_session.moc"
