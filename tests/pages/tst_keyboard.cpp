// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keyboard_walk.h"
#include "fakes/noting_navigation.h"
#include "fakes/sample_day.h"
#include "kit/layout.h"
#include "kit/skeleton.h"
#include "kit/style.h"
#include "pages/page.h"
#include "shell/catalog.h"
#include <QCheckBox>
#include <QKeyEvent>
#include <QPointer>
#include <QTableView>

using namespace Qt::StringLiterals;

// One page of the catalog in a window of its own, over a gateway with keys, calls and a run.
struct Fixture
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    QWidget window;
    std::unique_ptr<pages::Page> page;

    explicit Fixture(const QString &id, bool filled = true)
    {
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        if (filled)
            fill();
        navigation.home = &window;
        for (const shell::PageLine &line : shell::catalog())
            if (line.id == id)
                page.reset(line.make(fake, navigation));
        kit::plainColumn(&window, 0)->addWidget(page.get());
        window.resize(1440, 900);
        window.show();
        activate();
        page->refresh();
    }
    void activate()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
    }
    void fill()
    {
        fake.put(sample::days(fake.time.at, 3));
        sample::switchOn(fake, 5);
        FakeSession &session = *fake.opened;
        session.archive.kept << sample::failedRun(fake.time.at);
        session.admin.offered = {Alias{u"fast"_s, {}}, Alias{u"smart"_s, {}}};
        for (const auto *name : {"checkout-prod", "search", "batch"})
            session.admin.rows << sample::key(QString::fromLatin1(name), 48, 50);
        changes::Change off{session.admin.rows.last(), session.admin.rows.last()};
        off.after->enabled = false;
        session.changeService.stage({off});
    }
    // Something to read is there, and no placeholder of it.
    bool ready() const
    {
        bool rows = false;
        for (const QAbstractItemView *view : page->findChildren<QAbstractItemView *>())
            rows |= view->isVisible() && view->model() && view->model()->rowCount() > 0;
        for (const kit::Skeleton *skeleton : page->findChildren<kit::Skeleton *>())
            if (skeleton->isVisible())
                return false;
        return rows;
    }
    // In each list that is shown.
    void chooseFirst() const
    {
        for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>())
            if (view->isVisible() && view->model() && view->model()->rowCount() > 0 && !walk::isPart(view))
                view->setCurrentIndex(view->model()->index(0, 0));
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return window.findChild<T *>(name);
    }
};

// The keyboard alone is enough: it reaches what is there, and what it reaches answers.
class KeyboardTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void everyControlIsReachedAndAnswers_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("verb");
        for (const shell::PageLine &line : shell::catalog())
            QTest::newRow(qPrintable(line.id)) << line.id << QString();
        QTest::newRow("keys, the form") << u"keys"_s << u"create"_s;
        QTest::newRow("requests, a call chosen") << u"requests"_s << u"first row"_s;
        QTest::newRow("smoke, a check chosen") << u"smoke"_s << u"first row"_s;
    }

    void everyControlIsReachedAndAnswers()
    {
        QFETCH(QString, id);
        QFETCH(QString, verb);
        Fixture f(id);
        QTRY_VERIFY(f.ready());
        if (verb == u"first row")
            f.chooseFirst();
        else if (!verb.isEmpty())
            f.page->perform(verb);
        QCoreApplication::processEvents();
        QVERIFY(walk::controls(f.window).size() > 3);
        QCOMPARE(walk::unreached(f.window).join(u'|'), QString());
        QCOMPARE(walk::deaf(f.window).join(u'|'), QString());
    }

    void anEmptyPageHasItsNextStepInReach_data()
    {
        QTest::addColumn<QString>("id");
        for (const shell::PageLine &line : shell::catalog())
            QTest::newRow(qPrintable(line.id)) << line.id;
    }

    void anEmptyPageHasItsNextStepInReach()
    {
        QFETCH(QString, id);
        Fixture f(id, false);
        QTRY_VERIFY(!walk::controls(f.window).isEmpty());
        QTRY_VERIFY(!f.fake.opened->keyService.state().loading && !f.fake.opened->syncService.state().running);
        QCOMPARE(walk::unreached(f.window).join(u'|'), QString());
    }

    void theWalkSeesWhatCannotBeReached()
    {
        QWidget window;
        auto *column = kit::plainColumn(&window, 0);
        QList<QPushButton *> buttons;
        for (const auto *name : {"one", "two", "three"}) {
            buttons << new QPushButton(QString::fromLatin1(name));
            column->addWidget(buttons.last());
        }
        buttons.at(1)->setFocusPolicy(Qt::ClickFocus);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(walk::unreached(window), QStringList{u"QPushButton two"_s});
        QCOMPARE(walk::deaf(window), QStringList());
        buttons.at(1)->setFocusPolicy(Qt::StrongFocus);
        QCOMPARE(walk::unreached(window), QStringList());
    }

    void theWalkSeesWhatDoesNotAnswer()
    {
        struct Deaf final : QPushButton
        {
            using QPushButton::QPushButton;
            void keyPressEvent(QKeyEvent *event) override { event->ignore(); }
        };
        QWidget window;
        auto *column = kit::plainColumn(&window, 0);
        column->addWidget(new Deaf(u"deaf"_s));
        auto *hears = new QPushButton(u"hears"_s);
        int done = 0;
        connect(hears, &QPushButton::clicked, this, [&done] { ++done; });
        column->addWidget(hears);
        window.show();
        QCOMPARE(walk::deaf(window), QStringList{u"QPushButton deaf"_s});
        QCOMPARE(done, 0); // looking does nothing
    }

    void aKeyIsMadeAndHandedOverWithoutAMouse()
    {
        Fixture f(u"keys"_s);
        QTRY_VERIFY(f.ready());
        f.find<QWidget>(u"keysTable"_s)->setFocus();
        QVERIFY(walk::tabTo(u"openForm"_s));
        walk::press(Qt::Key_Space);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"keyName"_s);
        walk::press({}, u"by-keyboard"_s);
        QVERIFY(walk::tabTo(u"addAlias"_s));
        walk::press(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        const QPointer<QWidget> menu = QApplication::activePopupWidget();
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!menu);
        f.activate(); // as a window manager does; there is none here
        QVERIFY(walk::tabTo(u"createKey"_s));
        walk::press(Qt::Key_Space);
        QTRY_VERIFY(f.find<QLineEdit>(u"secretField"_s));
        QCOMPARE(walk::unreached(*f.find<QWidget>(u"secretSheet"_s)).join(u'|'), QString());
        QVERIFY(walk::tabTo(u"copySecret"_s));
        walk::press(Qt::Key_Space);
        QVERIFY(walk::tabTo(u"secretStored"_s));
        walk::press(Qt::Key_Space);
        QVERIFY(walk::tabTo(u"secretDone"_s));
        walk::press(Qt::Key_Space);
        QTRY_VERIFY(!f.find<QLineEdit>(u"secretField"_s));
        QCOMPARE(f.fake.opened->admin.rows.last().name, u"by-keyboard"_s);
        QCOMPARE(f.fake.opened->admin.rows.last().aliases, QStringList{u"fast"_s});
        QTRY_VERIFY(QApplication::focusWidget()); // the keyboard goes on from somewhere on the page
        QVERIFY(f.page->isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
