// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/fake_process.h"
#include "fakes/fake_clock.h"
#include "fakes/live_parts.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::FakeProcess;

// A session without a data key on the fake of one generation.
struct Fixture
{
    FakeProcess &fake;
    FakeClock clock;
    LiveParts parts{clock};
    std::unique_ptr<workspace::LiveSession> session;

    explicit Fixture(const QString &generation) : fake(FakeProcess::of(generation)), clock(fake.now())
    {
        fake.control("reset");
        net::QtHttp http;
        const gateway::Connection connection = fake.connection(http, clock);
        Profile profile;
        profile.id = u"01PROFILE"_s;
        profile.name = u"lab"_s;
        profile.kind = fake.text("kind");
        profile.dataUrl = connection.dataUrl;
        profile.adminUrl = connection.adminUrl;
        profile.userId = connection.userId;
        if (!connection.adminSecret.isEmpty())
            profile.adminKeyRef = finished(parts.vaults.keep(u"admin"_s, connection.adminSecret)).value();
        else
            profile.dataKeyRef = finished(parts.vaults.keep(u"data"_s, connection.dataSecret)).value();
        session = parts.sessionOn(profile, *gateway::adapterOf(profile.kind));
    }
    QList<Key> keys() { return finished(gateway::everyKey(*session->admin().keys()), 20s).value_or(QList<Key>()); }
};

// The key of a smoke run, made where the connection has no data key: on every generation that can make keys.
class RunKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsMadeWithinTheKindsLimitsAndDeletedAfterwards_data()
    {
        QTest::addColumn<QString>("generation");
        for (const QJsonValue &one : FakeProcess::generations())
            QTest::newRow(qPrintable(one["name"_L1].toString())) << one["name"_L1].toString();
    }
    void itIsMadeWithinTheKindsLimitsAndDeletedAfterwards()
    {
        QFETCH(QString, generation);
        Fixture f(generation);
        const auto reached = finished(f.session->connected(), 20s);
        QVERIFY2(reached, qPrintable(reached ? QString() : reached.error().detail));
        const bool makesKeys = f.session->admin().keys() && f.session->features().has(gateway::Feature::CreateKey);
        const QList<Key> before = makesKeys ? f.keys() : QList<Key>();
        const auto plan =
            finished(f.session->plan({u"T01"_s}, {f.fake.suite()["alias"_L1].toString()}, 50'000'000), 20s);
        if (!makesKeys) {
            QVERIFY(plan ? !f.session->state().profile.dataKeyRef.isEmpty() : plan.error().kind == FailureKind::Secret);
            return;
        }
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
        QVERIFY(!plan->target.key.isEmpty());
        const QList<Key> during = f.keys();
        QCOMPARE(during.size(), before.size() + 1);
        const auto made = std::ranges::find_if(
            during, [](const Key &key) { return key.name.startsWith(u"smoke-"_s) && key.name.size() > 20; });
        QVERIFY(made != during.end());
        if (f.session->features().has(gateway::Feature::KeyExpiry))
            QVERIFY(made->expiresAt && qAbs(f.clock.now().secsTo(*made->expiresAt) - 3600) <= 60);
        if (f.session->features().has(gateway::Feature::Budget))
            QVERIFY(!made->budgets.isEmpty() && made->budgets.first().nanos >= 50'000'000);
        finished(f.session->tidy(), 20s);
        QCOMPARE(f.keys().size(), before.size());
    }
};

QTEST_GUILESS_MAIN(RunKeyTest)
#include "tst_run_key.moc"
