// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_day.h"
#include "fakes/window_walk.h"
#include "kit/sheet.h"
#include "kit/style.h"
#include "shell/commands.h"
#include "shell/connection_list.h"
#include "shell/main_window.h"
#include "shell/vault_keeper.h"
#include <algorithm>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

secrets::Vaults::Options vaultIn(const QString &folder)
{
    return {folder, {}, secrets::VaultKind::File, std::chrono::milliseconds(50), secrets::leastCost(), nullptr};
}

// A workspace with a vault file that a person opened, and its window.
struct Fixture
{
    QTemporaryDir folder;
    FakeWorkspace fake{{}, vaultIn(folder.path())};
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    std::unique_ptr<shell::MainWindow> window;
    std::unique_ptr<shell::VaultKeeper> keeper;

    Fixture()
    {
        if (!finished(fake.vaults().unlock(Secret("correct horse"))))
            qFatal("no vault");
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        window = std::make_unique<shell::MainWindow>(fake);
        window->resize(1200, 800);
        window->show();
        keep();
        fake.tell();
    }
    void keep() { keeper = std::make_unique<shell::VaultKeeper>(*qApp, fake, settings); }
    void pass(int minutes) { fake.time.at = fake.time.at.addSecs(minutes * 60); }
    bool locked() { return fake.vaults().state().locked; }
    bool offers(const QString &id)
    {
        const QList<kit::Command> all = shell::commandsOf(fake);
        return std::ranges::any_of(all, [&id](const kit::Command &command) { return command.id == id; });
    }
    bool showsLock() const { return window->findChild<QPushButton *>(u"unlock"_s)->isVisible(); }
    void unlock()
    {
        auto *field = window->findChild<QLineEdit *>(u"passphrase"_s);
        QTest::keyClicks(field, u"correct horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!showsLock());
    }
    void grab(const char *name) const
    {
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            window->grab().save(qEnvironmentVariable("GW_GRAB") + u"/vault-%1.png"_s.arg(QString::fromLatin1(name)));
    }
};

} // namespace

// The window locks its vault: by itself after a time without input, and when it is told to.
class VaultKeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void withoutInputTheWindowLocks()
    {
        Fixture f;
        f.pass(14);
        QTest::keyClick(f.window.get(), Qt::Key_Shift);
        f.pass(14);
        QTest::mouseMove(f.window.get(), QPoint(5, 5));
        QTest::mouseClick(f.window.get(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!f.locked());
        f.pass(15);
        f.keeper->lock().look();
        QVERIFY(f.locked());
        QTRY_VERIFY(f.showsLock());
        f.grab("locked");
        f.unlock();
        QVERIFY(!f.locked());
    }

    void howLongIsChosenAndKept()
    {
        Fixture f;
        QCOMPARE(f.keeper->minutes(), 15);
        connect(f.window.get(), &shell::MainWindow::lockAfterWanted, f.keeper.get(), &shell::VaultKeeper::choose);
        QVERIFY(f.offers(u"lock:5"_s) && f.offers(u"lock:0"_s));
        shell::obey(*f.window, u"lock:5"_s);
        QCOMPARE(f.keeper->minutes(), 5);
        f.keep();
        QCOMPARE(f.keeper->minutes(), 5);
        f.keeper->choose(0);
        f.keep();
        f.pass(60 * 24 * 7);
        f.keeper->lock().look();
        QVERIFY(!f.locked());
        f.settings.setValue("vault/idle-minutes"_L1, u"rubbish"_s);
        f.settings.setValue("vault/idle-minutes"_L1, -3);
        f.keep();
        QCOMPARE(f.keeper->minutes(), 15);
    }

    void itIsLockedAtOnceFromThePaletteAndTheMenu()
    {
        Fixture f;
        QVERIFY(f.offers(u"window:lock"_s));
        shell::obey(*f.window, u"window:lock"_s);
        QTRY_VERIFY(f.showsLock());
        QVERIFY(!f.offers(u"window:lock"_s));
        f.unlock();
        shell::ConnectionList list(f.fake);
        QPushButton *lock = list.findChild<QPushButton *>(u"lockVault"_s);
        QVERIFY(!lock->isHidden());
        QSignalSpy done(&list, &shell::ConnectionList::done);
        QTest::mouseClick(lock, Qt::LeftButton);
        QVERIFY(f.locked());
        QCOMPARE(done.size(), 1);
        QVERIFY(shell::ConnectionList(f.fake).findChild<QPushButton *>(u"lockVault"_s)->isHidden());
    }

    // It may show a secret.
    void aSheetLiesBehindTheLockedScreenAndComesBack()
    {
        Fixture f;
        f.window->addConnection();
        auto *sheet = f.window->findChild<kit::Sheet *>();
        QTRY_VERIFY(sheet && sheet->isVisible());
        f.fake.vaults().lock();
        QTRY_VERIFY(f.showsLock());
        QVERIFY(!sheet->isVisible());
        f.unlock();
        QTRY_VERIFY(sheet->isVisible());
    }

    // Who looked at what is stored is asked again after the next lock.
    void theScreenComesWithEachLock()
    {
        Fixture f;
        f.fake.vaults().lock();
        QTRY_VERIFY(f.showsLock());
        QTest::mouseClick(f.window->findChild<QPushButton *>(u"later"_s), Qt::LeftButton);
        QTRY_VERIFY(!f.showsLock());
        QVERIFY(f.locked());
        QVERIFY(finished(f.fake.vaults().unlock(Secret("correct horse"))));
        QCoreApplication::processEvents();
        f.fake.vaults().lock();
        QTRY_VERIFY(f.showsLock());
        QVERIFY(walk::textsOf(*f.window).join(u' ').contains(u"until nobody has used it for a while"_s));
    }

    void whatRunsIsNotBrokenOff()
    {
        Fixture f;
        f.fake.now.tasks = QStringList{u"Smoke tests"_s};
        f.pass(60);
        f.keeper->lock().look();
        QVERIFY(!f.locked());
        f.fake.now.tasks.clear();
        f.keeper->lock().look();
        QVERIFY(f.locked());
    }
};

QTEST_MAIN(VaultKeeperTest)
#include "tst_vault_keeper.moc"
