// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/run_task.h"
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class KeyServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryPageAndTheAliases()
    {
        Fixture f;
        f.load();
        QCOMPARE(f.state().keys.size(), 3);
        QCOMPARE(f.admin.reads, 2);
        QCOMPARE(f.state().aliases.first().name, u"fast"_s);
        QCOMPARE(*f.state().asOf, f.clock.now());
        QTRY_COMPARE(f.cache.rows.size(), 3);
        QCOMPARE(*f.cache.at, f.clock.now());
    }

    void opensFromTheCacheWithoutAGateway()
    {
        Fixture f;
        f.cache.rows = f.admin.rows.first(2);
        f.cache.at = QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
        f.admin.refusesReads = Failure{FailureKind::Network, u"refused"_s, 0};
        f.service.refresh();
        QTRY_VERIFY(f.state().failure);
        QCOMPARE(f.state().keys.size(), 2);
        QCOMPARE(*f.state().asOf, *f.cache.at);
        QVERIFY(!f.state().loading);
        QCOMPARE(f.cache.rows.size(), 2);
    }

    void aFailedRefreshKeepsTheRowsAndALaterOneClearsTheFailure()
    {
        Fixture f;
        f.load();
        f.admin.refusesReads = Failure{FailureKind::Unauthorized, u"HTTP 401"_s, 401};
        f.service.refresh();
        QTRY_VERIFY(f.state().failure);
        QCOMPARE(f.state().keys.size(), 3);
        f.admin.refusesReads.reset();
        f.service.refresh();
        QTRY_VERIFY(!f.state().failure);
    }

    void aListThatTurnsInCirclesEnds()
    {
        Fixture f;
        f.admin.pageSize = 0;
        f.service.refresh();
        QTRY_VERIFY(f.state().failure);
        QCOMPARE(f.state().failure->kind, FailureKind::Decode);
    }

    void theNewestRefreshWins()
    {
        Fixture f;
        f.service.refresh();
        f.service.refresh();
        QTRY_VERIFY(!f.state().loading);
        QCOMPARE(f.state().keys.size(), 3);
    }

    void changesAreToldOnceATurn()
    {
        Fixture f;
        QSignalSpy changed(&f.service, &Observable::changed);
        f.service.refresh();
        f.service.refresh();
        QCOMPARE(changed.size(), 0);
        QTRY_COMPARE(f.state().keys.size(), 3);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 3);
    }

    void aCreatedKeyGivesItsSecretOnce()
    {
        Fixture f;
        f.load();
        Key wanted;
        wanted.name = u"new"_s;
        f.service.create(wanted);
        QVERIFY(f.state().writing.contains(QString()));
        QTRY_VERIFY(f.state().hasSecret);
        QVERIFY(f.state().writing.isEmpty());
        QCOMPARE(f.state().issued->name, u"new"_s);
        QCOMPARE(f.state().keys.last().name, u"new"_s);
        QCOMPARE(*f.service.takeSecret(), Secret("sk-gw-EXAMPLE-of-a-new-key"));
        QVERIFY(!f.service.takeSecret());
        QVERIFY(!f.state().hasSecret);
    }

    // For the proof that it is refused, when it is given up.
    void aSecretThatWasIssuedHereIsKnownUntilItIsForgotten()
    {
        Fixture f;
        f.load();
        Key wanted;
        wanted.name = u"new"_s;
        f.service.create(wanted);
        QTRY_VERIFY(f.state().hasSecret);
        const Key made = *f.state().issued;
        (void)f.service.takeSecret();
        QCOMPARE(finished(f.service.secretOf(made)).value(), Secret("sk-gw-EXAMPLE-of-a-new-key"));
        QCOMPARE(finished(f.service.secretOf(f.admin.rows.first())).error().kind, FailureKind::Unsupported);
        f.service.forgetIssued();
        QCOMPARE(finished(f.service.secretOf(made)).error().kind, FailureKind::Unsupported);
    }

    void aGatewayThatShowsASecretAgainIsAsked()
    {
        Fixture f;
        f.load();
        f.admin.shown = Secret("sk-gw-EXAMPLE-shown-again");
        QCOMPARE(finished(f.service.secretOf(f.admin.rows.first())).error().kind, FailureKind::Unsupported);
        f.admin.can = f.admin.can.with(gateway::Feature::RevealKey);
        QCOMPARE(finished(f.service.secretOf(f.admin.rows.first())).value(), Secret("sk-gw-EXAMPLE-shown-again"));
    }

    void aSecondCreateWaitsForTheFirst()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"new"_s;
        f.service.create(wanted);
        f.service.create(wanted);
        QTRY_VERIFY(f.state().hasSecret);
        QCOMPARE(f.admin.writes, 1);
    }

    void aRefusedCreateIsAFailureOfTheWrite()
    {
        Fixture f;
        f.load();
        f.admin.refusesWrites = Failure{FailureKind::Rejected, u"HTTP 400: unknown alias"_s, 400};
        f.service.create(Key());
        QTRY_VERIFY(f.state().failureOf({}));
        QVERIFY(!f.state().hasSecret);
        QVERIFY(!f.state().failure);
    }

    void disablingIsShownAndNoted()
    {
        Fixture f;
        f.load();
        f.service.setEnabled(u"k1"_s, false);
        QVERIFY(f.state().writing.contains(u"k1"_s));
        QTRY_VERIFY(!f.state().keys.first().enabled);
        QCOMPARE(f.journal.entries.size(), 1);
        f.service.setEnabled(u"k1"_s, true);
        QTRY_VERIFY(f.state().keys.first().enabled);
    }

    void anEditIsWritten()
    {
        Fixture f;
        f.load();
        Key after = f.state().keys.first();
        after.passport.owner = u"payments"_s;
        f.service.edit(after);
        QTRY_COMPARE(f.admin.rows.first().passport.owner, u"payments"_s);
        QTRY_COMPARE(f.state().keys.first().passport.owner, u"payments"_s);
    }

    void aConflictIsToldAndTheRowsAreReadAnew()
    {
        Fixture f;
        f.load();
        f.admin.rows.first().name = u"renamed"_s;
        f.service.setEnabled(u"k1"_s, false);
        QTRY_VERIFY(f.state().failureOf(u"k1"_s));
        QCOMPARE(f.state().failureOf(u"k1"_s)->kind, FailureKind::Conflict);
        QTRY_COMPARE(f.state().keys.first().name, u"renamed"_s);
    }

    void aDeleteIsHeldBackAndCanBeUndone()
    {
        Fixture f(50ms);
        f.load();
        f.service.remove(u"k1"_s);
        QVERIFY(f.state().leaving.contains(u"k1"_s));
        QVERIFY(f.service.hasPendingRemovals());
        f.service.undoRemove(u"k1"_s);
        QVERIFY(!f.service.hasPendingRemovals());
        f.service.remove(u"k2"_s);
        QTRY_COMPARE(f.state().keys.size(), 2);
        QCOMPARE(f.admin.writes, 1);
        QCOMPARE(f.admin.rows.first().id, u"k1"_s);
    }

    void anUndoneDeleteDoesNotShortenTheNextOne()
    {
        Fixture f(200ms);
        f.load();
        f.service.remove(u"k1"_s);
        finished(pause(120ms));
        f.service.undoRemove(u"k1"_s);
        f.service.remove(u"k1"_s);
        finished(pause(120ms)); // the first wait is over now
        QVERIFY(f.service.hasPendingRemovals());
        QTRY_COMPARE(f.state().keys.size(), 2);
    }

    void deletesHeldBackAreWrittenWhenTheWindowCloses()
    {
        Fixture f(1h);
        f.load();
        f.service.remove(u"k1"_s);
        f.service.remove(u"k2"_s);
        finished(waited(f.service.finishRemovals()));
        QVERIFY(!f.service.hasPendingRemovals());
        QCOMPARE(f.admin.rows.size(), 1);
        QCOMPARE(f.journal.entries.size(), 2);
        QVERIFY(f.journal.entries.last().closed);
    }

    void closingAlsoWaitsForAWriteUnderWay()
    {
        Fixture f;
        f.load();
        f.service.setEnabled(u"k1"_s, false);
        finished(waited(f.service.finishRemovals()));
        QVERIFY(f.journal.entries.first().closed);
    }

    void aRefreshDoesNotBreakAWriteOff()
    {
        Fixture f;
        f.load();
        f.service.setEnabled(u"k1"_s, false);
        f.service.refresh();
        f.service.refresh();
        QTRY_VERIFY(f.state().writing.isEmpty());
        QVERIFY(f.journal.entries.first().closed);
        QVERIFY(!f.admin.rows.first().enabled);
    }

    void ofSeveralChangesTheRefusedOneStaysSaid()
    {
        Fixture f;
        f.load();
        const QString second = f.admin.rows.at(1).id;
        const bool was = f.admin.rows.at(1).enabled;
        f.admin.rows.first().name = u"renamed"_s; // by somebody else: a conflict
        f.service.setEnabled(u"k1"_s, false);
        f.service.setEnabled(second, !was);
        QTRY_VERIFY(f.state().writing.isEmpty() && f.admin.rows.at(1).enabled != was);
        QVERIFY(f.state().failureOf(u"k1"_s));
        QVERIFY(!f.state().failureOf(second));
        f.service.setEnabled(second, was); // the next act begins anew
        QTRY_VERIFY(f.state().writing.isEmpty());
        QVERIFY(f.state().notMade.isEmpty());
    }

    void aGatewayWithoutKeysSaysSo()
    {
        Fixture f;
        f.admin.hasKeys = false;
        f.service.refresh();
        QTRY_VERIFY(f.state().failure);
        QCOMPARE(f.state().failure->kind, FailureKind::Unsupported);
        f.service.create(Key());
        QCOMPARE(f.state().failureOf({})->kind, FailureKind::Unsupported);
    }

    void anUnknownKeyIsLeftAlone()
    {
        Fixture f;
        f.load();
        f.service.setEnabled(u"k9"_s, false);
        f.service.remove(u"k9"_s);
        QVERIFY(f.state().writing.isEmpty());
        QVERIFY(f.state().leaving.isEmpty());
    }

private:
    struct StillClock : Clock
    {
        QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC); }
    };
    static Task<bool> pause(std::chrono::milliseconds time)
    {
        co_await Pause(time);
        co_return true;
    }
    static Task<bool> waited(Task<> task)
    {
        co_await std::move(task);
        co_return true;
    }

    struct Fixture
    {
        FakeAdmin admin;
        MemoryJournal journal;
        MemoryKeyCache cache;
        StillClock clock;
        keys::KeyService service;

        explicit Fixture(std::chrono::milliseconds hold = 10ms) : service(admin, journal, cache, clock, hold)
        {
            for (const auto &id : {u"k1"_s, u"k2"_s, u"k3"_s}) {
                Key key;
                key.id = id;
                key.name = u"name of "_s + id;
                admin.rows << key;
            }
            Alias alias;
            alias.name = u"fast"_s;
            admin.offered << alias;
        }
        const keys::KeyService::State &state() const { return service.state(); }
        void load()
        {
            service.refresh();
            if (!QTest::qWaitFor([this] { return state().asOf && !state().loading; }))
                qFatal("no keys");
        }
    };
};

QTEST_GUILESS_MAIN(KeyServiceTest)
#include "tst_key_service.moc"
