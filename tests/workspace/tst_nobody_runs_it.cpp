// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/live_workspace.h"
#include <QTemporaryDir>
#include <QTest>

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
        QTRY_COMPARE(live.session()->state().reach, workspace::Session::Reach::Offline);
        QCOMPARE(live.session()->state().failure->kind, FailureKind::Network); // and not "was not found"
    }
};

QTEST_GUILESS_MAIN(NobodyRunsItTest)
#include "tst_nobody_runs_it.moc"
