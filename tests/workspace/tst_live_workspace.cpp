// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/fake_process.h"
#include "fakes/run_task.h"
#include "workspace/live_workspace.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using workspace::LiveWorkspace;

struct Fixture
{
    QTemporaryDir dir;
    std::unique_ptr<LiveWorkspace> workspace;

    Fixture() { restart(); }
    void restart()
    {
        workspace.reset();
        workspace::WorkspaceOptions options;
        options.dataDir = dir.path();
        options.vault = secrets::VaultKind::Session;
        workspace = std::make_unique<LiveWorkspace>(options);
    }
    const QList<Profile> &profiles() const { return workspace->state().profiles; }
    // Adds a connection to this gateway, with this user id, and connects it.
    Result<> connectTo(const contract::FakeProcess &fake, const QString &userId)
    {
        Clock clock;
        net::QtHttp http;
        const gateway::Connection how = fake.connection(http, clock);
        Profile lab;
        lab.name = u"lab"_s;
        lab.kind = fake.text("kind");
        lab.dataUrl = how.dataUrl;
        lab.adminUrl = how.adminUrl;
        lab.userId = userId;
        const auto added = finished(workspace->added(lab, how.adminSecret, {}));
        if (!added)
            return tl::unexpected<Failure>(added.error());
        workspace->open(added->id);
        return finished(workspace->live()->connected(), std::chrono::seconds(20));
    }
    Profile kept(const QString &name) const
    {
        const auto at = std::ranges::find(profiles(), name, &Profile::name);
        return at == profiles().end() ? Profile() : *at;
    }
};

class LiveWorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstStartMakesOneProfileAndOpensIt()
    {
        Fixture f;
        f.workspace->begin();
        QTRY_VERIFY(f.workspace->session());
        QCOMPARE(f.profiles().size(), 1);
        QCOMPARE(f.profiles().first().name, u"Test gateway"_s);
        QCOMPARE(f.profiles().first().kind, u"embedded"_s);
        QCOMPARE(f.workspace->state().current, f.profiles().first().id);
    }

    void removedItDoesNotComeBack()
    {
        Fixture f;
        QVERIFY(finished(f.workspace->opened()));
        QVERIFY(finished(f.workspace->remove(f.profiles().first().id)));
        QVERIFY(f.profiles().isEmpty());
        f.restart();
        QVERIFY(finished(f.workspace->opened()));
        QVERIFY(f.profiles().isEmpty());
    }

    void aUserIdThatWasLeftOutIsKeptAsTheGatewayTellsIt_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept");
        QTest::newRow("New API") << u"newapi-n4"_s << QString() << u"1"_s;
        QTest::newRow("One API") << u"one-api"_s << QString() << u"1"_s;
        QTest::newRow("given") << u"one-api"_s << u"42"_s << u"42"_s; // which does not look at it
        QTest::newRow("a kind without") << u"litellm"_s << QString() << QString();
    }
    void aUserIdThatWasLeftOutIsKeptAsTheGatewayTellsIt()
    {
        QFETCH(QString, generation);
        QFETCH(QString, given);
        QFETCH(QString, kept);
        const contract::FakeProcess fake(generation);
        Fixture f;
        QVERIFY(finished(f.workspace->opened()));
        const Result<> reached = f.connectTo(fake, given);
        QVERIFY2(reached, qPrintable(reached ? QString() : reached.error().detail));
        QCOMPARE(f.workspace->live()->state().profile.userId, kept);
        QTRY_COMPARE(f.kept(u"lab"_s).userId, kept);
        f.restart();
        QVERIFY(finished(f.workspace->opened()));
        QCOMPARE(f.kept(u"lab"_s).userId, kept);
        QCOMPARE(f.kept(u"lab"_s).userIdTold, given.isEmpty() && !kept.isEmpty());
    }

    void aProfileKeepsHowItsCallsLeaveTheMachine()
    {
        Fixture f;
        QVERIFY(finished(f.workspace->opened()));
        Profile lab;
        lab.name = u"lab"_s;
        lab.kind = u"plain_openai"_s;
        lab.dataUrl = QUrl(u"https://gw.test/v1"_s);
        lab.caFile = u"/etc/ssl/lab.pem"_s;
        lab.proxy = u"http://127.0.0.1:3128"_s;
        const auto added = finished(f.workspace->added(lab, {}, {}));
        QVERIFY(added);
        f.restart();
        QVERIFY(finished(f.workspace->opened()));
        QVERIFY(f.profiles().contains(*added));
    }
};

QTEST_GUILESS_MAIN(LiveWorkspaceTest)
#include "tst_live_workspace.moc"
