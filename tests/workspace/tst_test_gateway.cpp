// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "secrets/vaults.h"
#include "workspace/gateway_database.h"
#include "workspace/test_gateway_host.h"
#include <QTemporaryDir>
#include <sys/inotify.h>
#include <unistd.h>

using workspace::GatewayAccess;
using workspace::GatewayLock;
using workspace::Listen;
using workspace::TestGatewayHost;
using Mode = workspace::TestGateway::Mode;

struct Fixture
{
    QTemporaryDir dir;
    Clock clock;
    secrets::Vaults vaults{{.dataDir = dir.path(), .only = secrets::VaultKind::Session}};
    TestGatewayHost host{dir.path(), vaults, clock};
    TestGatewayHost other{dir.path(), vaults, clock};

    Fixture()
    {
        workspace::GatewayWish wish;
        wish.listen = Listen{QStringLiteral("127.0.0.1"), 0};
        host.setWish(wish);
        other.setWish(wish);
    }
};

class TestGatewayTest : public QObject
{
    Q_OBJECT

private slots:
    void oneLockForEachFolder()
    {
        QTemporaryDir dir;
        QVERIFY(!workspace::ownerOf(dir.path()));
        auto lock = GatewayLock::take(dir.path());
        QVERIFY(lock);
        const workspace::GatewayOwner me{42, QStringLiteral("me"), QUrl(QStringLiteral("http://127.0.0.1:1/v1")), {}};
        (*lock)->write(me);
        QCOMPARE(workspace::ownerOf(dir.path()), me);
        QCOMPARE(GatewayLock::take(dir.path()).error().kind, FailureKind::Locked);
        QCOMPARE(workspace::ownerOf(dir.path()), me); // a refused taker took nothing away
        lock->reset();
        QVERIFY(!workspace::ownerOf(dir.path()));
        QVERIFY(GatewayLock::take(dir.path()));
    }

    void aFolderThatCannotBeWrittenSaysSo()
    {
        QCOMPARE(GatewayLock::take(QStringLiteral("/proc/nowhere")).error().kind, FailureKind::Storage);
    }

    void nobodyToAskIsNotFound()
    {
        QTemporaryDir dir;
        QCOMPARE(finished(workspace::askOwner(dir.path())).error().kind, FailureKind::NotFound);
    }

    void anOwnerThatIsSilentIsATimeout()
    {
        QTemporaryDir dir;
        const auto lock = GatewayLock::take(dir.path());
        (*lock)->write({1, QStringLiteral("x"), {}, {}});
        const auto asked = finished(workspace::askOwner(dir.path(), std::chrono::milliseconds(20)));
        QCOMPARE(asked.error().kind, FailureKind::Timeout);
    }

    // It once read every folder below it for a certificate that nobody had named.
    void theFoldersBelowTheWorkingOneAreNotOpened()
    {
        QTemporaryDir working;
        QVERIFY(QDir(working.path()).mkdir(QStringLiteral("below")));
        const int watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        const QByteArray below = QFile::encodeName(working.filePath(QStringLiteral("below")));
        QVERIFY(::inotify_add_watch(watch, below.constData(), IN_OPEN) >= 0);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(working.path()));
        Fixture f;
        const bool up = finished(f.host.started()).has_value();
        QVERIFY(QDir::setCurrent(before));
        char events[4096];
        const ssize_t opened = ::read(watch, events, sizeof events);
        ::close(watch);
        QVERIFY(up);
        QCOMPARE(opened, -1);
    }

    void aDamagedDatabaseIsKeptAndANewOneMade()
    {
        Fixture f;
        QFile file(f.dir.filePath(QStringLiteral("gateway.db")));
        const QByteArray garbage(20'000, 'x');
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
        file.close();
        QVERIFY(!finished(f.host.started()));
        QCOMPARE(f.host.state().failure->kind, FailureKind::Damaged);
        QVERIFY(!workspace::checkGatewayDatabase(file.fileName()));
        f.host.startAnew(0);
        QTRY_COMPARE(f.host.state().mode, Mode::Here);
        QVERIFY(workspace::checkGatewayDatabase(file.fileName()));
        const QStringList kept = QDir(f.dir.path()).entryList({QStringLiteral("gateway.db.aside-*")});
        QCOMPARE(kept.size(), 1);
        QFile aside(f.dir.filePath(kept.first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), garbage);
    }

    void itRunsHereAndOthersUseIt()
    {
        Fixture f;
        const Result<> up = finished(f.host.started());
        QVERIFY2(up, up ? "" : qPrintable(up.error().detail));
        QCOMPARE(f.host.state().mode, Mode::Here);
        QVERIFY(f.host.state().dataUrl.port() > 0);
        QTRY_COMPARE(f.other.state().mode, Mode::Elsewhere);
        QCOMPARE(f.other.state().dataUrl, f.host.state().dataUrl);
        const auto mine = finished(f.host.access());
        const auto theirs = finished(f.other.access());
        QVERIFY(mine && theirs);
        QCOMPARE(theirs->owner, mine->owner);
        QVERIFY(theirs->adminKey == mine->adminKey && !theirs->adminKey.isEmpty());
    }

    void aSecondOneIsRefusedAndNamesTheFirst()
    {
        Fixture f;
        QVERIFY(finished(f.host.started()));
        const Result<> second = finished(f.other.started());
        QCOMPARE(second.error().kind, FailureKind::Locked);
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        QCOMPARE(f.other.state().mode, Mode::Elsewhere);
        QCOMPARE(f.host.state().mode, Mode::Here);
    }

    void stoppedItFreesTheLockAndStartsAgainWithAnotherKey()
    {
        Fixture f;
        QVERIFY(finished(f.host.started()));
        const Secret first = finished(f.host.access())->adminKey;
        f.host.stop();
        QTRY_COMPARE(f.host.state().mode, Mode::Stopped);
        QVERIFY(!workspace::ownerOf(f.dir.path()));
        QCOMPARE(finished(f.host.access()).error().kind, FailureKind::NotFound);
        QVERIFY(finished(f.host.started()));
        QVERIFY(!(finished(f.host.access())->adminKey == first));
    }

    void aTakenPortIsNamedAndTheLockFreed()
    {
        Fixture f;
        QVERIFY(finished(f.host.started()));
        QTemporaryDir dir;
        TestGatewayHost late(dir.path(), f.vaults, f.clock);
        late.start(quint16(f.host.state().dataUrl.port()));
        QTRY_VERIFY(late.state().failure);
        QCOMPARE(late.state().failure->kind, FailureKind::PortInUse);
        QCOMPARE(late.state().mode, Mode::Stopped);
        QVERIFY(!workspace::ownerOf(dir.path()));
    }

    void aMistakeInTheFileIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("says");
        QTest::newRow("field") << QByteArray("nope: 1\n") << QStringLiteral("line 1, column 1");
        QTest::newRow("secret") << QByteArray("keys:\n  - name: a\n    secret_ref: env:GW_NO_SUCH\n")
                                << QStringLiteral("line 3, column 17");
    }

    void aMistakeInTheFileIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, says);
        Fixture f;
        QFile file(f.dir.filePath(QStringLiteral("c.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(yaml);
        file.close();
        workspace::GatewayWish wish;
        wish.configFile = file.fileName();
        f.host.setWish(wish);
        const Result<> up = finished(f.host.started());
        QVERIFY(!up);
        QVERIFY2(up.error().detail.contains(says), qPrintable(up.error().detail));
        QVERIFY(!workspace::ownerOf(f.dir.path()));
    }
};

QTEST_GUILESS_MAIN(TestGatewayTest)
#include "tst_test_gateway.moc"
