// SPDX-License-Identifier: GPL-3.0-or-later
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
