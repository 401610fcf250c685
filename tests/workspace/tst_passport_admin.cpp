// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change.h"
#include "fakes/fake_admin.h"
#include "fakes/run_task.h"
#include "store/store.h"
#include "workspace/passport_admin.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Feature;

namespace {

Passport passportOf(const QString &owner)
{
    Passport passport;
    passport.owner = owner;
    passport.purpose = u"nightly import"_s;
    passport.reviewDate = QDate(2027, 1, 31);
    return passport;
}

// A gateway that can list and write keys and has no room for passports.
struct World
{
    QTemporaryDir folder;
    store::Store store{folder.filePath(u"gatewright.db"_s)};
    FakeAdmin gateway;
    MemoryJournal journal;
    workspace::PassportAdmin admin{gateway, store, u"p"_s};

    World()
    {
        gateway.can = gateway.can.without(Feature::Passport);
        for (const auto &name : {u"one"_s, u"two"_s}) {
            Key key;
            key.id = u"id-"_s + name;
            key.name = name;
            gateway.rows << key;
        }
    }
    Key find(const QString &id) { return finished(admin.keys()->find(id)).value(); }
    Result<> write(const Key &before, const Key &after) { return finished(admin.keys()->write(before, after)); }
};

} // namespace

class PassportAdminTest : public QObject
{
    Q_OBJECT

private slots:
    void aGatewayWithRoomKeepsItItself()
    {
        World w;
        w.gateway.can = w.gateway.can.with(Feature::Passport);
        QVERIFY(w.admin.keys() == w.gateway.keys());
        QVERIFY(!w.admin.features().has(Feature::PassportHere));
    }

    void withoutRoomItIsDeclaredAsKeptHere()
    {
        World w;
        QVERIFY(w.admin.features().has(Feature::Passport));
        QVERIFY(w.admin.features().has(Feature::PassportHere));
        w.gateway.can = w.gateway.can.without(Feature::ListKeys);
        QVERIFY(!w.admin.features().has(Feature::Passport)); // nothing could be told of it
    }

    void aPassportAloneReachesNoGateway()
    {
        World w;
        const Key before = w.find(u"id-one"_s);
        Key after = before;
        after.passport = passportOf(u"web"_s);
        QVERIFY(w.write(before, after));
        QCOMPARE(w.gateway.writes, 0);
        QCOMPARE(w.find(u"id-one"_s).passport, after.passport);
        QCOMPARE(w.find(u"id-two"_s).passport, Passport());
        QCOMPARE(finished(w.admin.keys()->after({}))->rows.first().passport, after.passport);
        QCOMPARE(finished(w.admin.keys()->named(u"one"_s))->first().passport, after.passport);
    }

    void theGatewayIsToldTheRestWithoutIt()
    {
        World w;
        const Key before = w.find(u"id-one"_s);
        Key after = before;
        after.enabled = false;
        after.passport = passportOf(u"web"_s);
        const auto done = finished(changes::apply(*w.admin.keys(), w.journal, changes::Change{before, after}));
        QVERIFY(done.has_value());
        QCOMPARE(done->change.after->passport, after.passport);
        QVERIFY(!w.gateway.rows.first().enabled);
        QCOMPARE(w.gateway.rows.first().passport, Passport());
        const auto back = finished(changes::apply(*w.admin.keys(), w.journal, done->change.inverse()));
        QVERIFY(back.has_value());
        QCOMPARE(w.find(u"id-one"_s).passport, Passport());
    }

    void aNewKeyHasItsPassportAndADeletedOneLeavesNone()
    {
        World w;
        Key wanted;
        wanted.name = u"three"_s;
        wanted.passport = passportOf(u"data"_s);
        const auto made = finished(changes::apply(*w.admin.keys(), w.journal, changes::Change{{}, wanted}));
        QVERIFY(made.has_value());
        QCOMPARE(made->change.after->passport, wanted.passport);
        const Key key = *made->change.after;
        QVERIFY(finished(changes::apply(*w.admin.keys(), w.journal, changes::Change{key, {}})));
        Key same = wanted;
        same.id = key.id;
        w.gateway.rows << same;
        w.gateway.rows.last().passport = {};
        QCOMPARE(w.find(key.id).passport, Passport());
    }

    void aKeyWhoseAnswerWasLostHasItsPassport()
    {
        World w;
        w.gateway.losesAnswers = true;
        Key wanted;
        wanted.name = u"three"_s;
        wanted.passport = passportOf(u"data"_s);
        QVERIFY(!finished(changes::apply(*w.admin.keys(), w.journal, changes::Change{{}, wanted})));
        QCOMPARE(finished(w.admin.keys()->named(u"three"_s))->first().passport, wanted.passport);
    }

    void aDeletedKeyIsDeletedThoughItsPassportStays()
    {
        World w;
        const Key key = w.find(u"id-one"_s);
        QVERIFY(finished(w.store.write([](sql::Database &db) { return db.exec("DROP TABLE passport"); })));
        QVERIFY(finished(w.admin.keys()->remove(key)));
    }

    void profilesDoNotShareThem()
    {
        World w;
        workspace::PassportAdmin other{w.gateway, w.store, u"q"_s};
        const Key before = w.find(u"id-one"_s);
        Key after = before;
        after.passport = passportOf(u"web"_s);
        QVERIFY(w.write(before, after));
        QCOMPARE(finished(other.keys()->find(u"id-one"_s))->passport, Passport());
    }

    void aStoreThatCannotBeWrittenIsTold()
    {
        World w;
        const Key before = w.find(u"id-one"_s);
        Key after = before;
        after.passport = passportOf(u"web"_s);
        QVERIFY(finished(w.store.write([](sql::Database &db) { return db.exec("DROP TABLE passport"); })));
        QCOMPARE(w.write(before, after).error().kind, FailureKind::Storage);
    }
};

QTEST_GUILESS_MAIN(PassportAdminTest)
#include "tst_passport_admin.moc"
