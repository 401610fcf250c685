// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/json_gateway.h"
#include "fakes/live_parts.h"
#include "gateway/facets.h"
#include "text/words.h"
#include "workspace/live_workspace.h"

using namespace Qt::StringLiterals;
using workspace::Session;

// A session on the embedded gateway, which another program runs, or none; and a stranger that takes a port of it.
struct Fixture
{
    Clock clock;
    LiveParts parts{clock};
    workspace::TestGatewayHost other{parts.dir.path(), parts.vaults, clock};
    JsonGateway stranger;
    Profile profile;
    std::unique_ptr<workspace::LiveSession> session;

    Fixture()
    {
        workspace::GatewayWish wish;
        wish.listen = workspace::Listen{u"127.0.0.1"_s, 0};
        other.setWish(wish);
        profile.id = u"01PROFILE"_s;
        profile.name = u"Test gateway"_s;
        profile.kind = u"embedded"_s;
        profile.dataUrl = stranger.url(u"/v1"_s);
        profile.adminUrl = stranger.url({});
        session = parts.sessionOn(profile, *gateway::adapterOf(u"embedded"));
    }
    bool readKeys()
    {
        session->keys().refresh();
        return QTest::qWaitFor([this] { return !session->keys().state().loading; });
    }
    // All that a page or a timer may ask for.
    void askForAll()
    {
        QVERIFY(readKeys());
        QCOMPARE(session->keys().state().failure.value_or(Failure()).kind, FailureKind::Network);
        QCOMPARE(finished(session->admin().aliases()->all()).error().kind, FailureKind::Network);
        QCOMPARE(finished(session->sync().syncNow()).error().kind, FailureKind::Network);
    }
};

class NobodyRunsItTest : public QObject
{
    Q_OBJECT

private slots:
    void aTestGatewayThatIsOffDoesNotAnswer()
    {
        QTemporaryDir dir;
        workspace::LiveWorkspace live({dir.path(), secrets::VaultKind::Session, true});
        live.begin();
        QTRY_VERIFY(live.session());
        QTRY_COMPARE(live.session()->state().reach, Session::Reach::Offline);
        QCOMPARE(live.session()->state().failure->kind, FailureKind::Network); // and not "was not found"
    }

    void whoHoldsItsUsualPortIsAskedNothing()
    {
        Fixture f;
        f.askForAll();
        QVERIFY(!finished(f.session->connected()));
        f.askForAll();
        QCOMPARE(f.stranger.calls, QStringList());
    }

    void whoTakesThePortOfOneThatDiedIsAskedNothing()
    {
        Fixture f;
        QVERIFY(finished(f.other.started()));
        QVERIFY(finished(f.session->connected()));
        QVERIFY(f.readKeys());
        QVERIFY(!f.session->keys().state().failure);
        const auto port = quint16(f.session->state().profile.adminUrl.port());
        finished(f.other.stopped());
        QVERIFY(f.stranger.moveTo(port));
        f.askForAll(); // nobody has noticed that it is gone
        QVERIFY(!finished(f.session->connected()));
        f.askForAll();
        QCOMPARE(f.stranger.calls, QStringList());
    }

    void itSaysHowItIsStarted()
    {
        Fixture f;
        QVERIFY(!finished(f.session->connected()));
        const text::Words words = text::wordsOf(*f.session->state().failure, f.session->attempt(u"read the keys"_s));
        QVERIFY2(words.why.contains(u"No program runs"_s), qPrintable(words.why));
        QVERIFY2(words.next.contains(u"gwctl gateway serve"_s), qPrintable(words.next));
    }

    // The keys page of a window, and gwctl in a terminal.
    void keysMadeByAnotherProgramAreSeen()
    {
        Fixture f;
        QVERIFY(finished(f.other.started()));
        workspace::LiveWorkspace window({f.parts.dir.path(), secrets::VaultKind::Session, true});
        window.begin();
        QTRY_VERIFY(window.session());
        QTRY_COMPARE(window.session()->state().reach, Session::Reach::Connected);
        QTRY_VERIFY(window.session()->keys().state().asOf && !window.session()->keys().state().loading);
        f.profile.id = window.session()->state().profile.id;
        f.session = f.parts.sessionOn(f.profile, *gateway::adapterOf(u"embedded"));
        QVERIFY(finished(f.session->connected()));
        Key wanted;
        wanted.name = u"made elsewhere"_s;
        f.session->keys().create(wanted);
        const auto isSeen = [&window] {
            const QList<Key> seen = window.session()->keys().state().keys;
            return std::ranges::any_of(seen, [](const Key &key) { return key.name == u"made elsewhere"_s; });
        };
        QTRY_VERIFY(isSeen());
    }

    void oneThatIsStartedAgainIsUsedAgain()
    {
        Fixture f;
        QVERIFY(!finished(f.session->connected()));
        QVERIFY(finished(f.other.started()));
        QVERIFY(finished(f.session->connected()));
        QVERIFY(f.readKeys());
        QVERIFY(!f.session->keys().state().failure);
    }
};

QTEST_GUILESS_MAIN(NobodyRunsItTest)
#include "tst_nobody_runs_it.moc"
