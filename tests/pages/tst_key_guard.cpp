// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "store/guards.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

// Guards over the keys page, kept in a real store.
struct World
{
    TempStore held;
    KeysWorld w;
    guards::GuardService service{{w.admin, *held, w.journal, w.clock, u"p"_s}};

    World()
    {
        w.place.guards = &service;
        w.openLoaded();
        w.choose(u"checkout-prod"_s);
    }
    void open()
    {
        for (QAction *action : w.table->actions())
            if (action->text() == u"Guard…"_s)
                action->trigger();
    }
    void type(const QString &amount) { w.find<QLineEdit>("guardAmount")->setText(amount); }
    void press(const char *name) { QTest::mouseClick(w.find<QPushButton>(name), Qt::LeftButton); }
    void pick(const char *name, const QVariant &value)
    {
        auto *box = w.find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
    }
    void spend(qint64 nanos)
    {
        UsageRecord row;
        row.sourceId = u"1"_s;
        row.at = w.clock.now();
        row.key = u"checkout-prod"_s;
        row.ended = u"complete"_s;
        row.costNanos = nanos;
        row.currency = u"USD"_s;
        const store::Arrival arrival{u"p"_s, w.clock.now(), {}, {}};
        held.write([row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); });
    }
    QList<Guard> kept()
    {
        return held.read([](sql::Database &db) { return store::guards(db, u"p"_s); });
    }
    void grab(const char *name)
    {
        QCoreApplication::processEvents(); // laid out
        if (const QString folder = qEnvironmentVariable("GW_GRAB"); !folder.isEmpty())
            w.window.grab().save(QDir(folder).filePath(u"guard-%1.png"_s.arg(QLatin1String(name))));
    }
};

} // namespace

// A period quota that this program keeps is set, seen and taken away on the keys page.
class KeyGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theSheetSaysThatItActsOnlyWhileTheProgramRuns()
    {
        World world;
        world.open();
        QVERIFY(world.w.shown().contains(u"Only while this program runs"_s));
        QVERIFY(!world.w.find<QPushButton>("setGuard")->isEnabled());
        world.type(u"nothing"_s);
        QVERIFY(world.w.shown().contains(u"An amount in USD above zero"_s));
        world.type(u"0.25"_s);
        QVERIFY(world.w.find<QPushButton>("setGuard")->isEnabled());
        QVERIFY(world.w.find<QLabel>("guardMeaning")->text().contains(u"0.25\u00a0USD a day, UTC"_s));
        QVERIFY(!world.w.find<QPushButton>("removeGuard")->isVisible());
        world.grab("sheet");
        world.press("cancelGuard");
        QTRY_VERIFY(!world.w.find<QWidget>("guardSheet"));
        QVERIFY(world.kept().isEmpty());
    }

    void aGuardIsSetShownAndEnforced()
    {
        World world;
        world.spend(4'200'000'000);
        world.open();
        world.type(u"5"_s);
        world.pick("guardAct", int(GuardAct::Disable));
        world.press("setGuard");
        QTRY_COMPARE(world.kept().size(), 1);
        QTRY_VERIFY(world.w.shown().contains(u"4.20 of 5.00\u00a0USD a day, UTC: warned"_s));
        QVERIFY(world.w.shown().contains(u"enforced only while this program runs"_s));
        world.grab("watching");
        world.open();
        QCOMPARE(world.w.find<QLineEdit>("guardAmount")->text(), u"5"_s);
        world.type(u"4"_s);
        world.press("setGuard");
        QTRY_VERIFY(world.w.shown().contains(u"spent, the key is disabled"_s));
        QVERIFY(!std::ranges::find(world.w.admin.rows, u"checkout-prod"_s, &Key::name)->enabled);
        QCOMPARE(world.kept().size(), 1); // the same guard with a new limit
    }

    void aGuardIsRemovedAndGivesBack()
    {
        World world;
        world.spend(6'000'000'000);
        world.open();
        world.type(u"5"_s);
        world.pick("guardAct", int(GuardAct::Disable));
        world.press("setGuard");
        QTRY_VERIFY(world.w.shown().contains(u"spent, the key is disabled"_s));
        world.open();
        world.press("removeGuard");
        QTRY_VERIFY(world.kept().isEmpty());
        QTRY_VERIFY(!world.w.shown().contains(u"enforced only while"_s));
        QVERIFY(std::ranges::find(world.w.admin.rows, u"checkout-prod"_s, &Key::name)->enabled);
    }

    void eachWindowHasAGuardOfItsOwn()
    {
        World world;
        for (const QString &window : {u"day"_s, u"month"_s}) {
            world.open();
            world.pick("guardWindow", window);
            world.type(u"7"_s);
            world.press("setGuard");
            QTRY_VERIFY(!world.w.find<QWidget>("guardSheet"));
        }
        QTRY_COMPARE(world.kept().size(), 2);
        QTRY_VERIFY(world.w.shown().contains(u"7.00\u00a0USD a month, UTC"_s));
    }

    void whatCannotBeWrittenIsNotOffered()
    {
        KeysWorld w;
        TempStore held;
        guards::GuardService service({w.admin, *held, w.journal, w.clock, u"p"_s});
        w.place.guards = &service;
        w.place.readOnly = true;
        w.openLoaded();
        w.choose(u"checkout-prod"_s);
        for (QAction *action : w.table->actions())
            if (action->text() == u"Guard…"_s)
                action->trigger();
        QCOMPARE(w.find<QComboBox>("guardAct")->count(), 1);
    }
};

QTEST_MAIN(KeyGuardTest)
#include "tst_key_guard.moc"
