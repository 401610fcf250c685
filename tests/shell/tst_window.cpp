// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keyboard_walk.h"
#include "fakes/pseudo_words.h"
#include "fakes/sample_day.h"
#include "fakes/window_walk.h"
#include "kit/command_palette.h"
#include "kit/sheet.h"
#include "kit/style.h"
#include "kit/toast.h"
#include "pages/page.h"
#include "shell/catalog.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

struct Fixture
{
    FakeWorkspace fake;
    std::unique_ptr<shell::MainWindow> window;

    explicit Fixture(bool connected = true)
    {
        if (connected) {
            fake.add(u"acme-staging"_s, u"plain_openai"_s);
            fake.add(u"Bench"_s, u"embedded"_s, Environment::Development);
        }
        open();
    }
    void open()
    {
        window = std::make_unique<shell::MainWindow>(fake);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("no active window");
        fake.tell();
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return window->findChild<T *>(name);
    }
    bool shows(const QString &name) const
    {
        const QWidget *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
};

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void withoutAConnectionItWelcomes()
    {
        Fixture f(false);
        QTRY_VERIFY(f.shows(u"welcomeConnect"_s));
        QVERIFY(!f.shows(u"connection"_s));
    }

    void aLinkOpensTheFormFilledIn_data()
    {
        QTest::addColumn<bool>("connected");
        QTest::newRow("over a page") << true;
        QTest::newRow("over the welcome") << false;
    }
    void aLinkOpensTheFormFilledIn()
    {
        QFETCH(bool, connected);
        Fixture f(connected);
        f.window->openLink(u"gatewright://connect?data_url=https://gw.example/v1&name=linked"_s);
        QTRY_VERIFY(f.shows(u"caFile"_s) || f.shows(u"save"_s));
        QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"linked"_s);
        QVERIFY(f.fake.lastProfile.name.isEmpty());
        f.fake.tell();
        QTest::qWait(0);
        QCOMPARE(f.window->findChildren<QLineEdit *>(u"caFile"_s).size(), 1); // once
    }

    void everyPageOpensByItsNumber()
    {
        Fixture f;
        int number = 0;
        for (const shell::PageLine &page : shell::catalog()) {
            QTest::keyClick(f.window.get(), Qt::Key(Qt::Key_1 + number++), Qt::ControlModifier);
            QTRY_COMPARE(f.window->stack().currentId(), page.id);
        }
        QVERIFY(number >= 2);
    }

    void aNewSessionGetsNewPages()
    {
        Fixture f;
        f.window->open(u"gateway"_s);
        const QPointer<pages::Page> before = f.window->stack().current();
        f.window->switchTo(u"id-Bench"_s);
        QVERIFY(!before);
        QCOMPARE(f.window->stack().currentId(), u"overview"_s);
        QCOMPARE(f.fake.asked, QStringList{u"id-Bench"_s});
    }

    void pagesGoWithASessionThatEndsByItself()
    {
        Fixture f;
        f.window->open(u"gateway"_s);
        const QPointer<pages::Page> before = f.window->stack().current();
        f.fake.open(u"id-Bench"_s);
        QVERIFY(!before);
        QTRY_VERIFY(f.window->stack().current());
    }

    void thePaletteFindsPagesAndKeysByName()
    {
        Fixture f;
        f.fake.opened->admin.rows << sample::key(u"checkout-prod"_s, 1, 10);
        f.fake.opened->keyService.refresh();
        QTRY_VERIFY(!f.fake.opened->keyService.state().keys.isEmpty());
        f.window->openPalette();
        auto *palette = f.window->findChild<kit::CommandPalette *>();
        QVERIFY(palette->isVisible());
        QTest::keyClicks(palette->field(), u"checkout"_s);
        QCOMPARE(palette->findChild<QListView *>()->model()->rowCount(), 1);
        palette->field()->clear();
        QTest::keyClicks(palette->field(), u"test gateway"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(f.window->stack().currentId(), u"gateway"_s);
    }

    void controlQClosesTheWindow()
    {
        Fixture f;
        f.window->show();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!f.window->isVisible());
    }

    void whatCanBeUndoneSaysSoInAToast()
    {
        Fixture f;
        int undone = 0;
        f.window->toast(u"Key deleted"_s, u"Undo"_s, [&undone] { ++undone; });
        auto *toast = f.window->findChild<kit::Toast *>();
        QTest::mouseClick(toast->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(undone, 1);
    }

    void aGatewayThatIsAwayIsSaidOnceAndPagesStay()
    {
        Fixture f;
        f.fake.opened->now.reach = workspace::Session::Reach::Offline;
        f.fake.opened->tell();
        QTRY_VERIFY(walk::textsOf(*f.window).contains(u"No connection to acme-staging"_s));
        QVERIFY(f.window->stack().current()->isVisible());
        QVERIFY(f.find<QPushButton>(u"connectionState"_s)->text().startsWith(u"Offline"_s));
    }

    void theScarcestLimitOnCallsIsInTheStatusLine()
    {
        using namespace std::chrono_literals;
        Fixture f;
        auto *budget = f.find<QPushButton>(u"requestBudget"_s);
        QVERIFY(!budget->isVisibleTo(f.window.get())); // no limit is known of this gateway
        f.fake.opened->budget = {{{{}, 180, 180s}, {143, 180, 0ms}}, {{"critical", 20, 1200s}, {4, 20, 0ms}}};
        f.fake.opened->tell();
        QTRY_COMPARE(budget->text(), u"4 of 20 calls left"_s);
        QVERIFY2(
            budget->toolTip().contains(u"All admin calls: 143 left of 180 in 180 s"_s), qPrintable(budget->toolTip()));
        f.fake.opened->budget.last().now = {0, 20, 59'001ms};
        f.fake.opened->tell();
        QTRY_COMPARE(budget->text(), u"Calls wait 60 s"_s);
        budget->click();
        QVERIFY(walk::textsOf(*f.window).contains(budget->toolTip()));
    }

    void whyAGatewayIsAwayIsSaidWithTheNextStep_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("next");
        const auto row = [](FailureKind kind, const QString &title, const QString &says, const QString &next) {
            QTest::newRow(qPrintable(says)) << kind << title << says << next;
        };
        const QString away = u"No connection to acme-staging"_s;
        row(FailureKind::Network, away, u"could not be reached"_s, u"host and port"_s);
        row(FailureKind::Timeout, away, u"did not answer within the limit"_s, u"load of the gateway"_s);
        row(FailureKind::Unauthorized, u"The key was refused"_s, u"does not accept the key"_s, u"not expired"_s);
        row(FailureKind::Forbidden, u"The key may not do this"_s, u"does not allow this"_s, u"widen its scope"_s);
        row(FailureKind::Tls, u"was not trusted"_s, u"certificate of “acme-staging”"_s, u"CA file"_s);
        row(FailureKind::NotAGateway, u"No gateway answers here"_s, u"web page instead of data"_s, u"base URL"_s);
        row(FailureKind::Decode, u"was not understood"_s, u"does not fit its kind"_s, u"the version"_s);
    }

    void whyAGatewayIsAwayIsSaidWithTheNextStep()
    {
        QFETCH(FailureKind, kind);
        QFETCH(QString, title);
        QFETCH(QString, says);
        QFETCH(QString, next);
        Fixture f;
        f.fake.opened->now.reach = workspace::Session::Reach::Offline;
        f.fake.opened->now.failure = Failure{kind, u"the cause"_s, 0};
        f.fake.opened->tell();
        const auto texts = [&f] { return walk::textsOf(*f.window).join(u' '); };
        QTRY_VERIFY2(texts().contains(title), qPrintable(texts()));
        QVERIFY2(texts().contains(says) && texts().contains(next), qPrintable(texts()));
        QVERIFY(texts().contains(u"(the cause)"_s));
    }

    void aToastTellsWhenItsActCannotBeTakenBackAnyMore()
    {
        Fixture f;
        QStringList told;
        const auto undo = [&told] { told << u"undo"_s; };
        f.window->toast(u"first"_s, u"Undo"_s, undo, [&told] { told << u"first ended"_s; });
        f.window->toast(u"second"_s, u"Undo"_s, undo, [&told] { told << u"second ended"_s; });
        QCOMPARE(told, QStringList{u"first ended"_s}); // the second took its place
        auto *toast = f.window->findChild<kit::Toast *>();
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told.mid(1), (QStringList{u"undo"_s, u"second ended"_s}));
        QVERIFY(toast);
    }

    void closingWritesTheRemovalsThatAreHeldBack()
    {
        Fixture f;
        f.fake.opened->admin.rows << sample::key(u"old"_s, 1, 10);
        f.fake.opened->keyService.refresh();
        QTRY_VERIFY(!f.fake.opened->keyService.state().keys.isEmpty());
        f.fake.opened->keyService.remove(u"key-old"_s);
        QVERIFY(f.fake.opened->keyService.hasPendingRemovals());
        f.window->close();
        QVERIFY(f.window->isVisible());
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(f.fake.opened->admin.rows.isEmpty());
    }

    void aDamagedDatabaseIsAScreenAndIsMovedOnlyWhenAsked()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"gatewright.db"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database at all, and long enough to be one");
        file.close();
        FakeWorkspace fake(folder.path());
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        shell::MainWindow window(fake);
        window.show();
        QSignalSpy begun(&window, &shell::MainWindow::beginWanted);
        QTRY_VERIFY(window.findChild<QPushButton *>(u"storageAside"_s));
        QTRY_VERIFY(window.findChild<QPushButton *>(u"storageAside"_s)->isVisible());
        QCOMPARE(QDir(folder.path()).entryList({u"*aside*"_s, u"*damaged*"_s}).size(), 0);
        QTest::mouseClick(window.findChild<QPushButton *>(u"storageAside"_s), Qt::LeftButton);
        QTRY_COMPARE(begun.count(), 1);
        QVERIFY(window.findChild<QWidget *>(u"connection"_s)->isVisible());
    }

    void aLockedVaultIsAScreenThatOpensWithItsPassphrase()
    {
        Fixture f;
        QTemporaryDir folder;
        secrets::Vaults::Options options{
            folder.path(), {}, secrets::VaultKind::File, std::chrono::milliseconds(50), secrets::leastCost(), nullptr};
        {
            secrets::Vaults maker(options);
            QVERIFY(finished(maker.unlock(Secret("correct horse"))));
        }
        FakeWorkspace fake({}, options);
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        shell::MainWindow window(fake);
        window.show();
        (void)finished(fake.vaults().open());
        auto *verb = window.findChild<QPushButton *>(u"unlock"_s);
        QTRY_VERIFY(verb->isVisible());
        auto *field = window.findChild<QLineEdit *>(u"passphrase"_s);
        QTest::keyClicks(field, u"wrong"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(walk::textsOf(window).join(u' ').contains(u"not its passphrase"_s));
        const int before = fake.opened->checks;
        QTest::keyClicks(field, u"correct horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!verb->isVisible());
        QCOMPARE(fake.opened->checks, before + 1);
    }

    void everyControlOfTheWindowIsReachedByTab()
    {
        Fixture f;
        sample::switchOn(f.fake, 5);
        f.window->open(u"gateway"_s);
        QTRY_COMPARE(f.window->stack().currentId(), u"gateway"_s);
        QCOMPARE(walk::unreached(*f.window).join(u'|'), QString());
        QCOMPARE(walk::deaf(*f.window).join(u'|'), QString());
    }

    void everyWidgetTheKeyboardReachesHasAName()
    {
        Fixture f;
        sample::switchOn(f.fake, 5);
        for (const shell::PageLine &page : shell::catalog()) {
            f.window->open(page.id);
            QTest::qWait(20);
            QCOMPARE(walk::nameless(*f.window).join(u'|'), QString());
        }
        f.window->addConnection();
        QCOMPARE(walk::nameless(*f.window).join(u'|'), QString());
    }

    void noTextIsBare()
    {
        PseudoWords words;
        QCoreApplication::installTranslator(&words);
        {
            Fixture f;
            sample::switchOn(f.fake, 5);
            const QStringList data{u"acme-staging"_s, u"Bench"_s, u"checkout-prod"_s, u"test-echo"_s, u"complete"_s,
                u"OpenAI-compatible"_s, u"http"_s, u"Thursday"_s, u"Jun"_s, u"USD"_s};
            for (const shell::PageLine &page : shell::catalog()) {
                f.window->open(page.id);
                QTest::qWait(400);
                QCOMPARE(walk::bare(*f.window, data).join(u'|'), QString());
            }
        }
        QCoreApplication::removeTranslator(&words);
    }

    void aNarrowWindowShowsIconsOnly()
    {
        Fixture f;
        const int wide = f.find<QWidget>(u"connection"_s)->width();
        f.window->resize(1024, 640);
        QTRY_VERIFY(f.find<QWidget>(u"connection"_s)->width() < wide / 2);
        QCOMPARE(f.window->width(), 1024);
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
