// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "fakes/json_gateway.h"
#include "fakes/live_parts.h"

using namespace Qt::StringLiterals;
using workspace::LiveSession;
using workspace::Session;

namespace {

// A session whose secret lies in a vault file that is open.
struct Fixture
{
    FakeClock clock;
    LiveParts parts{clock};
    QTemporaryDir folder;
    secrets::Vaults vaults{{.dataDir = folder.path(), .only = secrets::VaultKind::File, .cost = secrets::leastCost()}};
    JsonGateway gateway;
    Profile profile;
    std::unique_ptr<LiveSession> session;

    explicit Fixture(const QString &reference = u"vault:profile/01PROFILE/data"_s)
    {
        qputenv("GW_TEST_KEY", "sk-test-0123456789");
        if (!finished(vaults.unlock(Secret("correct horse")))
            || !finished(vaults.keep(u"profile/01PROFILE/data"_s, Secret("sk-test-0123456789"))))
            qFatal("no vault");
        profile.id = u"01PROFILE"_s;
        profile.name = u"mine"_s;
        profile.kind = u"plain_openai"_s;
        profile.dataUrl = gateway.url(u"/v1"_s);
        profile.dataKeyRef = reference;
        gateway.bodies[u"GET /v1/models"_s] = R"({"data":[{"id":"fast"}]})";
        session = std::make_unique<LiveSession>(profile, *gateway::adapterOf(profile.kind),
            workspace::SessionParts{parts.store, vaults, parts.host, parts.runs, clock, true});
    }
    Session::Reach reach() const { return session->state().reach; }
    // A run would find its key.
    bool plans() const
    {
        const auto plan = finished(session->plan({u"T00"_s}, {}, 0));
        return plan && !plan->target.key.isEmpty();
    }
};

} // namespace

// A vault that is locked takes the secrets from the sessions that are open.
class VaultLockTest : public QObject
{
    Q_OBJECT

private slots:
    void aSessionForgetsItsSecretsAndReadsThemAgain()
    {
        Fixture f;
        QTRY_COMPARE(f.reach(), Session::Reach::Connected);
        QVERIFY(f.plans());
        f.vaults.lock();
        QTRY_COMPARE(f.reach(), Session::Reach::Offline);
        QCOMPARE(f.session->state().failure->kind, FailureKind::PassphraseNeeded);
        QVERIFY(!f.plans());
        const qsizetype asked = f.gateway.calls.size();
        f.session->check();
        QTRY_COMPARE(f.reach(), Session::Reach::Offline);
        QCOMPARE(f.gateway.calls.size(), asked); // nothing goes out without its key
        QVERIFY(finished(f.vaults.unlock(Secret("correct horse"))));
        QTRY_COMPARE(f.reach(), Session::Reach::Connected); // by itself
        QVERIFY(f.plans());
    }

    void aSecretFromElsewhereIsNoneOfItsBusiness()
    {
        Fixture f(u"env:GW_TEST_KEY"_s);
        QTRY_COMPARE(f.reach(), Session::Reach::Connected);
        f.vaults.lock();
        QVERIFY(f.vaults.state().locked);
        QCoreApplication::processEvents();
        QCOMPARE(f.reach(), Session::Reach::Connected);
        QVERIFY(f.plans());
    }
};

QTEST_GUILESS_MAIN(VaultLockTest)
#include "tst_vault_lock.moc"
