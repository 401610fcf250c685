// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "secrets/idle_lock.h"
#include "secrets/vaults.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using secrets::VaultKind;
using secrets::Vaults;

// The vault file is locked when nobody was there for some time.
class IdleLockTest : public QObject
{
    Q_OBJECT

private slots:
    void itLocksAfterTheMinutesWithoutInput()
    {
        Fixture f;
        QCOMPARE(f.lock.minutes(), 15);
        f.clock.pass(15 * 60 - 1);
        f.lock.look();
        QVERIFY(!f.vaults.state().locked);
        f.clock.pass(1);
        f.lock.look();
        QVERIFY(f.vaults.state().locked);
        QCOMPARE(finished(f.vaults.resolve(u"vault:p1"_s)).error().kind, FailureKind::PassphraseNeeded);
        QCOMPARE(finished(f.vaults.keep(u"p2"_s, Secret("sk-example-2"))).error().kind, FailureKind::PassphraseNeeded);
    }

    void thePassphraseOpensItAgain()
    {
        Fixture f;
        f.vaults.lock();
        QVERIFY(f.vaults.state().locked && !f.vaults.lockable());
        QVERIFY(!finished(f.vaults.unlock(Secret("wrong"))));
        QVERIFY(finished(f.vaults.unlock(Secret("correct horse"))));
        QVERIFY(!f.vaults.state().locked && f.vaults.lockable());
        QCOMPARE(finished(f.vaults.resolve(u"vault:p1"_s))->reveal(), QByteArray("sk-example-1"));
    }

    void inputPutsItOff()
    {
        Fixture f;
        for (int i = 0; i < 5; ++i) {
            f.clock.pass(14 * 60);
            f.lock.touched();
        }
        QVERIFY(!f.vaults.state().locked);
        f.lock.setMinutes(5);
        f.clock.pass(5 * 60);
        f.lock.look();
        QVERIFY(f.vaults.state().locked);
    }

    // It wakes with the first input, before any timer.
    void aMachineThatSleptIsLockedBeforeItHearsInput()
    {
        Fixture f;
        f.clock.pass(3 * 3600);
        f.lock.touched();
        QVERIFY(f.vaults.state().locked);
    }

    void neverMeansNever()
    {
        Fixture f;
        f.lock.setMinutes(0);
        f.clock.pass(48 * 3600);
        f.lock.look();
        QVERIFY(!f.vaults.state().locked);
        f.lock.setMinutes(15); // counts from now on
        f.lock.look();
        QVERIFY(!f.vaults.state().locked);
    }

    void whatRunsIsNotBrokenOff()
    {
        Fixture f;
        f.busy = true;
        f.clock.pass(20 * 60);
        f.lock.look();
        QVERIFY(!f.vaults.state().locked);
        f.busy = false;
        f.lock.look();
        QVERIFY(f.vaults.state().locked);
    }

    void aClockThatWasPutBackHoldsItUpForNoLongerThanUsual()
    {
        Fixture f;
        f.clock.pass(-24 * 3600);
        f.lock.look();
        f.clock.pass(15 * 60);
        f.lock.look();
        QVERIFY(f.vaults.state().locked);
    }

    // It would open by itself again, without anybody there.
    void aPassphraseFromAFileIsNotLocked()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"pass"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("correct horse\n") > 0);
        file.close();
        Vaults vaults({.dataDir = dir.path(),
            .passphraseFile = file.fileName(),
            .only = VaultKind::File,
            .cost = secrets::leastCost()});
        QVERIFY(finished(vaults.open()));
        QVERIFY(!vaults.lockable());
        vaults.lock();
        QVERIFY(!vaults.state().locked);
    }

private:
    struct Fixture
    {
        QTemporaryDir dir;
        FakeClock clock;
        Vaults vaults{{.dataDir = dir.path(), .only = VaultKind::File, .cost = secrets::leastCost()}};
        bool busy = false;
        secrets::IdleLock lock{vaults, clock, [this] { return busy; }};

        Fixture()
        {
            if (!finished(vaults.unlock(Secret("correct horse")))
                || !finished(vaults.keep(u"p1"_s, Secret("sk-example-1"))))
                qFatal("no vault");
        }
    };
};

QTEST_GUILESS_MAIN(IdleLockTest)
#include "tst_idle_lock.moc"
