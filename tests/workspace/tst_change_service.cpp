// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "workspace/change_service.h"
#include "workspace/store_ports.h"
#include <QSignalSpy>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using changes::Change;
using changes::SetState;
using changes::StepState;
using workspace::ChangeService;

// The change sets of a profile over a real store and a gateway in memory.
class ChangeServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void aSetIsStagedAppliedAndTakenBack()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0), created()});
        QCOMPARE(f.admin.writes, 0);
        auto set = finished(f.service().applied(id, {}));
        QVERIFY2(set, qPrintable(set ? QString() : set.error().detail));
        QCOMPARE(set->state, SetState::Applied);
        QVERIFY(!f.admin.rows.first().enabled);
        QCOMPARE(finished(f.service().find(id)).value(), *set); // as told, so kept
        set = finished(f.service().undone(id, {}));
        QCOMPARE(set->state, SetState::Undone);
        QVERIFY(f.admin.rows.first().enabled);
        QCOMPARE(finished(f.service().applied(id, {})).error().kind, FailureKind::Conflict);
    }

    void theJournalTellsWhoWhatAndWhy()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)}, {u"launch"_s, u"OPS-7"_s});
        QVERIFY(finished(f.service().applied(id, {})));
        const auto lines = f.store.read([](sql::Database &db) { return store::journalLines(db, u"p"_s, 5); });
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().reason, u"OPS-7"_s);
        QCOMPARE(lines.first().set, id);
        QVERIFY(!lines.first().by.isEmpty() && lines.first().closed);
    }

    void twoProgramsStageIntoOneSet()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)}, {u"launch"_s, {}});
        Fixture other(f.store);
        QVERIFY(finished(other.service().staged({other.off(1)}, id, {{}, u"both"_s})));
        const auto set = finished(f.service().staged({f.off(2)}, id, {}));
        QCOMPARE(set->steps.size(), 3);
        QCOMPARE(set->title, u"launch"_s);
        QCOMPARE(set->reason, u"both"_s);
        QCOMPARE(finished(f.service().unstaged(id, 2))->steps.size(), 2);
        QCOMPARE(finished(f.service().staged({f.off(2)}, 99, {})).error().kind, FailureKind::NotFound);
    }

    void secretsAreGivenOnceAndKeptNowhere()
    {
        Fixture f;
        const qint64 id = f.staged({created()});
        f.service().apply(id);
        QTRY_COMPARE(f.service().state().issued.size(), 1);
        QTRY_COMPARE(f.service().state().working, 0);
        const auto secrets = f.service().takeSecrets();
        QCOMPARE(secrets.size(), 1);
        QCOMPARE(secrets.first().secret, Secret("sk-gw-EXAMPLE-of-a-new-key"));
        QVERIFY(f.service().takeSecrets().isEmpty());
        for (const char *part : {"", "-wal"}) {
            QFile file(f.store.path + QLatin1StringView(part));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("sk-gw-EXAMPLE"));
        }
    }

    void aViewIsToldOfEachIntent()
    {
        Fixture f;
        QSignalSpy told(&f.service(), &Observable::changed);
        f.service().stage({f.off(0)});
        QTRY_COMPARE(f.service().state().sets.size(), 1);
        const qint64 id = f.service().state().sets.first().head.id;
        f.service().apply(id);
        QTRY_COMPARE(f.service().state().sets.first().head.state, SetState::Applied);
        f.service().undo(id);
        QTRY_COMPARE(f.service().state().sets.first().head.state, SetState::Undone);
        f.service().drop(id);
        QTRY_VERIFY(f.service().state().writeFailure);
        QCOMPARE(f.service().state().writeFailure->kind, FailureKind::Conflict);
        QVERIFY(told.count() >= 4);
    }

    void whatAnotherProgramStagedIsSeen()
    {
        Fixture f;
        f.service().refresh();
        QTRY_VERIFY(!f.service().state().loading); // the store is open, and looks for changes from now on
        store::Store elsewhere(f.store.path, f.store.limits);
        ChangeService theirs({f.admin, elsewhere, f.journal, f.clock, u"p"_s});
        QVERIFY(finished(theirs.staged({f.off(0)}, 0, {})));
        QTRY_COMPARE(f.service().state().sets.size(), 1);
    }

    void whatIsWrongIsNotApplied()
    {
        Fixture f;
        Change wrong = created();
        wrong.after->budgets << Budget{0, u"day"_s, {}};
        const qint64 id = f.staged({f.off(0), wrong});
        const auto refused = finished(f.service().applied(id, {}));
        QCOMPARE(refused.error().kind, FailureKind::Input);
        QVERIFY2(refused.error().detail.startsWith(u"step 2: "_s), qPrintable(refused.error().detail));
        QCOMPARE(f.admin.writes, 0);
        const auto set = finished(f.service().find(id));
        QCOMPARE(finished(f.service().concerns(*set))->size(), 1);
    }

    void aSetOfAnotherProcessIsLocked()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)});
        f.taken(id, ::getppid());
        QCOMPARE(finished(f.service().applied(id, {})).error().kind, FailureKind::Locked);
        QCOMPARE(finished(f.service().staged({f.off(1)}, id, {})).error().kind, FailureKind::Conflict);
    }

    void aSetOfADeadProcessIsInterruptedAndGoesOn()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)});
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        ::waitpid(child, nullptr, 0);
        f.taken(id, child);
        QVERIFY(finished(f.service().find(id))->interrupted);
        QCOMPARE(finished(f.service().dropped(id)).error().kind, FailureKind::Conflict);
        QCOMPARE(finished(f.service().applied(id, {}))->state, SetState::Applied);
    }

    void workThatIsDroppedLetsGoOfTheSet()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0), f.off(1)});
        f.admin.delay = std::chrono::seconds(60);
        f.service().apply(id);
        QTRY_COMPARE(f.service().state().working, id);
        QTRY_COMPARE(f.stepState(id), StepState::Doing);
        f.restart(); // the window is closed
        QTRY_VERIFY(finished(f.service().find(id))->interrupted);
        f.admin.delay = std::chrono::milliseconds(1);
        QCOMPARE(finished(f.service().applied(id, {}))->state, SetState::Applied);
    }

    void anotherConnectionsSetIsNotFound()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)});
        ChangeService other({f.admin, *f.store, f.journal, f.clock, u"q"_s});
        QCOMPARE(finished(other.applied(id, {})).error().kind, FailureKind::NotFound);
    }

    void theRadiusComesFromStoredRows()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)});
        const auto set = finished(f.service().find(id)).value();
        QCOMPARE(finished(f.service().radius(set))->known.rows, 0);
        UsageRecord row;
        row.sourceId = u"1"_s;
        row.at = f.clock.now().addDays(-1);
        row.keyId = u"id-first"_s;
        row.alias = u"fast"_s;
        f.store.write([row, now = f.clock.now()](sql::Database &db) {
            return store::putUsage(db, {u"p"_s, now, {}, {}}, {row});
        });
        const auto radius = finished(f.service().radius(set)).value();
        QCOMPARE(radius.known.rows, 1);
        QCOMPARE(radius.calls, 1);
        QCOMPARE(radius.untold, 1);
        QCOMPARE(radius.aliases, QStringList{u"fast"_s});
        QCOMPARE(finished(f.service().radius(set, 0))->calls, 0);
    }

    void withoutKeysNothingIsApplied()
    {
        Fixture f;
        const qint64 id = f.staged({f.off(0)});
        f.admin.hasKeys = false;
        QCOMPARE(finished(f.service().applied(id, {})).error().kind, FailureKind::Unsupported);
    }

private:
    static Change created()
    {
        Change change;
        change.after.emplace().name = u"new"_s;
        change.after->aliases << u"fast"_s;
        return change;
    }

    struct Fixture
    {
        std::unique_ptr<TempStore> own;
        TempStore &store;
        FakeAdmin admin;
        FakeClock clock;
        workspace::StoredJournal journal;
        std::unique_ptr<ChangeService> held;

        Fixture() : Fixture(std::make_unique<TempStore>()) {}
        explicit Fixture(TempStore &shared) : store(shared), journal(*store, u"p"_s, clock) { begin(); }
        explicit Fixture(std::unique_ptr<TempStore> fresh)
            : own(std::move(fresh)), store(*own), journal(*store, u"p"_s, clock)
        {
            begin();
        }
        void begin()
        {
            for (const auto &name : {u"first"_s, u"second"_s, u"third"_s}) {
                Key key;
                key.id = u"id-"_s + name;
                key.name = name;
                admin.rows << key;
            }
            restart();
        }
        void restart()
        {
            held.reset();
            held = std::make_unique<ChangeService>(
                workspace::ChangeParts{admin, *store, journal, clock, u"p"_s, {}, [] { return QList<Alias>(); }});
        }
        ChangeService &service() { return *held; }
        Change off(qsizetype at) const
        {
            Change change{admin.rows.at(at), admin.rows.at(at)};
            change.after->enabled = false;
            return change;
        }
        qint64 staged(const QList<changes::Edit> &edits, const ChangeService::Heading &heading = {})
        {
            const auto set = finished(service().staged(edits, 0, heading));
            if (!set)
                qFatal("%s", qPrintable(set.error().detail));
            return set->id;
        }
        void taken(qint64 set, qint64 pid)
        {
            const store::SetWork work{set, pid, {u"open"_s}, u"applying"_s};
            store.write([work, now = clock.now()](sql::Database &db) { return store::takeSet(db, work, now); });
        }
        StepState stepState(qint64 set) { return finished(service().find(set))->steps.first().state; }
    };
};

QTEST_GUILESS_MAIN(ChangeServiceTest)
#include "tst_change_service.moc"
