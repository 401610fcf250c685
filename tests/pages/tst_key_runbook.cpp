// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_rotation.h"
#include "fakes/keys_world.h"
#include "pages/keys/rotation_words.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QAction>
#include <QCheckBox>
#include <QDateEdit>
#include <QDir>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

// The runbook over the keys page, its book in a real store.
struct World
{
    TempStore held;
    FakeRotation gateway;
    KeysWorld w;
    keys::RotationService *service = nullptr;

    explicit World(const QString &name = u"checkout-prod"_s)
    {
        gateway.rows = w.admin.rows;
        auto rotations = std::make_unique<keys::RotationService>(
            gateway, keys::Rotations(*held, u"p"_s), keys::Schedules(*held, u"p"_s), u"ops"_s, w.clock);
        service = rotations.get();
        w.sources.rotations = std::move(rotations);
        w.sources.schedules = std::make_unique<keys::ScheduleService>(keys::Schedules(*held, u"p"_s), w.clock);
        w.openLoaded();
        w.choose(name);
        w.find<QAction>("replaceKey")->trigger();
        QTest::qWait(0);
    }
    ~World() { w.page.reset(); } // before the store

    // As a person does: when it can be pressed.
    void press(const char *name)
    {
        auto *verb = w.find<QPushButton>(name);
        if (!QTest::qWaitFor([verb] { return verb->isEnabled(); }))
            qFatal("%s cannot be pressed", name);
        QTest::mouseClick(verb, Qt::LeftButton);
    }
    void type(const char *name, const QString &text) { w.find<QLineEdit>(name)->setText(text); }
    bool can() const { return w.find<QPushButton>("rotationPrimary")->isEnabled(); }
    QString primary() const { return w.find<QPushButton>("rotationPrimary")->text(); }
    bool says(const QString &text) const { return w.shown().contains(text); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !service->state().doing; });
    }
    void begin()
    {
        type("rotationReason", u"yearly, OPS-2318"_s);
        press("rotationPrimary");
        if (!QTest::qWaitFor([this] { return w.find<QLineEdit>("secretField") != nullptr; }))
            qFatal("no secret");
        w.find<QCheckBox>("secretStored")->setChecked(true);
        press("secretDone");
        if (!settle())
            qFatal("not begun");
    }
    void call(int minutesAgo, const QString &keyId, const QString &alias)
    {
        UsageRecord row;
        row.sourceId = u"%1 %2 %3"_s.arg(minutesAgo).arg(keyId, alias);
        row.at = w.clock.now().addSecs(-60 * minutesAgo);
        row.keyId = keyId;
        row.alias = alias;
        row.ended = u"complete"_s;
        const store::Arrival arrival{u"p"_s, row.at, {}, {}};
        held.write([row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); });
    }
    void synced()
    {
        const QDateTime at = w.clock.now();
        held.write([at](sql::Database &db) { return store::keepLevel(db, u"p"_s, at); });
    }
    void grab(const char *name)
    {
        QCoreApplication::processEvents(); // laid out
        if (const QString folder = qEnvironmentVariable("GW_GRAB"); !folder.isEmpty())
            w.window.grab().save(QDir(folder).filePath(u"rotation-%1.png"_s.arg(QLatin1String(name))));
    }
};

} // namespace

class KeyRunbookTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void itAsksForANameAReasonAndHowLongQuietIsDrained()
    {
        World world;
        QVERIFY(world.says(u"Rotate key “checkout-prod”"_s));
        QCOMPARE(world.w.find<QLineEdit>("rotationName")->text(), u"checkout-prod-2"_s);
        QCOMPARE(world.primary(), u"Create the new key"_s);
        QVERIFY(world.can());
        world.grab("begin");
        world.type("rotationName", u" "_s);
        QVERIFY(!world.can());
        QVERIFY(!world.w.find<QPushButton>("rotationAbandon")->isVisible()); // nothing has begun
    }

    void theSecretIsShownOnceAndTheRunbookGoesOn()
    {
        World world;
        world.begin();
        QTRY_VERIFY(world.says(u"It is called once for each alias"_s));
        QVERIFY(world.can()); // the secret is still held for the proof
        QVERIFY(!world.w.find<QLineEdit>("rotationSecret")->isVisible());
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: all have it"_s);
        world.type("rotationNote", u"three teams"_s);
        world.press("rotationPrimary");
        QTRY_VERIFY(world.service->state().shown->next() == keys::RotationStep::Drain);
        QCOMPARE(world.service->state().shown->done.value(int(keys::RotationStep::HandOver)).note, u"three teams"_s);
    }

    void whoStillCallsKeepsTheOldKeyAlive()
    {
        World world;
        const QString id = world.w.admin.rows.first().id;
        for (int hour = 0; hour < 60; ++hour)
            for (int n = 0; n <= (hour * 7) % 11; ++n)
                world.call(hour * 60 + 11 + n, id, u"fast"_s);
        world.call(3, id, u"vision"_s);
        world.synced();
        world.begin();
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: all have it"_s);
        world.press("rotationPrimary");
        QTRY_VERIFY(world.says(u"Find who calls, or answer for it by name."_s));
        QVERIFY(!world.can());
        auto *callers = world.w.find<QTableView>("rotationCallers");
        QTRY_COMPARE(callers->model()->rowCount(), 2);
        QCOMPARE(callers->model()->index(0, 0).data().toString(), u"fast"_s);
        QCOMPARE(callers->model()->index(1, 2).data().toString(), u"3 min"_s);
        world.grab("both");
        world.press("rotationRequests");
        QCOMPARE(world.w.navigation.opened.last(), std::pair(u"requests"_s, u"key = \"checkout-prod\""_s));
        world.type("rotationNote", u"retired, OPS-1"_s);
        QVERIFY(world.can());
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: prove it refused"_s);
        QVERIFY(!world.can());
        world.grab("refused");
        QVERIFY(world.w.find<QPushButton>("rotationReopen")->isVisible());
        world.type("rotationSecret", u"sk-old"_s);
        world.press("rotationPrimary");
        QVERIFY(world.w.find<QLineEdit>("rotationSecret")->text().isEmpty()); // spent
        QTRY_COMPARE(world.primary(), u"Delete the old key"_s);
        world.press("rotationPrimary");
        QVERIFY(world.service->state().shown->next()); // held back by its toast
        world.w.navigation.toasts.last().ended();
        QTRY_VERIFY(!world.service->state().shown->next());
        QTRY_VERIFY(world.says(u"The rotation is done"_s));
        world.grab("done");
    }

    void aRemovalThatIsUndoneIsNotWritten()
    {
        World world;
        world.begin();
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: all have it"_s);
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: disable the old key"_s);
        world.type("rotationNote", u"mine"_s);
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Next: prove it refused"_s);
        world.type("rotationNote", u"mine"_s);
        world.press("rotationPrimary");
        QTRY_COMPARE(world.primary(), u"Delete the old key"_s);
        world.press("rotationPrimary");
        world.w.navigation.toasts.last().undo();
        world.w.navigation.toasts.last().ended();
        QVERIFY(!world.service->state().doing);
        QVERIFY(world.service->state().shown->next());
        world.press("rotationReopen");
        QTRY_VERIFY(world.service->state().shown->next() == keys::RotationStep::Drain);
    }

    void aProofThatDoesNotHoldIsToldWithItsRun()
    {
        World world;
        world.begin();
        world.gateway.proves = false;
        world.press("rotationPrimary");
        QTRY_VERIFY(world.says(u"Run 01RUN says which call went otherwise"_s));
        world.grab("refuted");
    }

    void thePassportOfBothKeysLeadsBackToIt()
    {
        World world;
        world.begin();
        world.press("rotationBack");
        world.w.choose(u"checkout-prod"_s);
        QTRY_VERIFY(world.says(u"Being replaced by “checkout-prod-2”"_s));
        world.grab("passport");
        QVERIFY(!world.service->state().hasSecret); // held only while the runbook is open
        world.press("openRunbook");
        QTRY_VERIFY(world.w.find<QPushButton>("rotationPrimary")->isVisible());
        QTRY_VERIFY(world.w.find<QLineEdit>("rotationSecret")->isVisible());
        world.press("rotationAbandon");
        QTRY_VERIFY(world.says(u"This rotation was given up"_s));
        QVERIFY(!world.w.find<QPushButton>("rotationPrimary")->isVisible());
    }

    void withoutANewSecretRotateMeansANewKey()
    {
        KeysWorld w;
        TempStore held;
        FakeRotation gateway;
        w.admin.can = w.admin.can.without(gateway::Feature::RotateKey);
        w.sources.rotations = std::make_unique<keys::RotationService>(
            gateway, keys::Rotations(*held, u"p"_s), keys::Schedules(*held, u"p"_s), u"ops"_s, w.clock);
        w.openLoaded();
        w.choose(u"checkout-prod"_s);
        QTest::mouseClick(w.find<QPushButton>("rotateKey"), Qt::LeftButton);
        QTRY_VERIFY(w.find<QLineEdit>("rotationName")->isVisible());
        w.page.reset();
    }

    void aScheduleStandsInThePassportAndCanBeTakenAway()
    {
        World world;
        world.press("rotationBack");
        world.w.find<QAction>("scheduleRotation")->trigger();
        QTRY_VERIFY(world.w.find<QWidget>("scheduleSheet"));
        QVERIFY(!world.w.find<QPushButton>("removeSchedule")->isVisible());
        world.w.find<QDateEdit>("scheduleNext")->setDate(QDate(2026, 8, 1));
        world.grab("schedule");
        world.press("setSchedule");
        QTRY_VERIFY(world.says(u"1 Aug 2026, every 90 day"_s));
        QTRY_VERIFY(!world.w.find<QWidget>("scheduleSheet"));
        world.w.find<QAction>("scheduleRotation")->trigger();
        QTRY_VERIFY(world.w.find<QWidget>("scheduleSheet"));
        QCOMPARE(world.w.find<QDateEdit>("scheduleNext")->date(), QDate(2026, 8, 1));
        world.press("removeSchedule");
        QTRY_VERIFY(!world.says(u"1 Aug 2026, every"_s));
    }
};

QTEST_MAIN(KeyRunbookTest)
#include "tst_key_runbook.moc"
