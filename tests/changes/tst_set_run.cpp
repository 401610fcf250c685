// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/memory_keeper.h"
#include "fakes/run_task.h"

using namespace Qt::StringLiterals;
using changes::Change;
using changes::ChangeSet;
using changes::SetState;
using changes::StepRemark;
using changes::StepState;

namespace {

Change created(const QString &name)
{
    Change change;
    change.after.emplace().name = name;
    return change;
}

} // namespace

// Change sets on a gateway in memory, with the habits of bad ones.
class SetRunTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStepIsAppliedReadBackAndNoted()
    {
        Fixture f;
        f.stage({f.off(0), created(u"new"_s), Change{f.admin.rows.at(1), {}}});
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.states(), u"done done done"_s);
        QVERIFY(!f.admin.rows.first().enabled);
        QCOMPARE(f.names(), u"first third new"_s);
        QCOMPARE(f.secrets.size(), 1);
        QCOMPARE(f.journal.entries.size(), 3);
        for (const changes::Entry &entry : f.journal.entries) {
            QVERIFY(entry.closed && !entry.failure);
            QCOMPARE(entry.why, (changes::Why{u"because"_s, 7}));
        }
        QCOMPARE(f.keeper.kept.state, SetState::Applied);
    }

    void applyingAgainWritesNothing()
    {
        Fixture f;
        f.stage({f.off(0), created(u"new"_s)});
        QCOMPARE(f.apply(), SetState::Applied);
        const int writes = f.admin.writes;
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.admin.writes, writes);
    }

    void itStopsAtTheFirstFailureAndGoesOnFromThere()
    {
        Fixture f;
        f.stage({f.off(0), f.off(1), f.off(2)});
        f.admin.rows[1].group = u"theirs"_s;
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.states(), u"done failed pending"_s);
        const Failure failure = *f.set.steps.at(1).failure;
        QCOMPARE(failure.kind, FailureKind::Conflict);
        QVERIFY2(failure.detail.endsWith(u": group"_s), qPrintable(failure.detail));
        QCOMPARE(f.admin.rows.at(1).group, u"theirs"_s);
        f.admin.rows[1].group.clear();
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.admin.writes, 3);
    }

    void keepingGoingLeavesOutWhatNeedsTheFailedStep()
    {
        Fixture f;
        f.stage({Change{f.admin.rows.at(0), {}}, created(u"first"_s), f.off(2)});
        f.admin.rows[0].group = u"theirs"_s;
        f.keepGoing = true;
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.states(), u"failed pending done"_s);
    }

    void aServerThatIgnoresWritesIsFoundOut()
    {
        Fixture f;
        f.stage({f.off(0), f.off(1)});
        f.admin.ignoresWrites = true;
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.states(), u"failed pending"_s);
        QCOMPARE(f.set.steps.first().failure->detail, u"the server ignored this"_s);
        QCOMPARE(f.undo(), SetState::Undone); // nothing was done, and nothing is written
        QCOMPARE(f.admin.writes, 1);
    }

    void whatCannotBeKeptIsNotWritten()
    {
        Fixture f;
        f.stage({f.off(0)});
        f.keeper.endsAt = 0;
        QCOMPARE(f.failure(true).kind, FailureKind::Storage);
        QCOMPARE(f.admin.writes, 0);
    }

    void aRequestToStopIsHeardBetweenSteps()
    {
        Fixture f;
        f.stage({f.off(0), f.off(1)});
        f.stopsAfter = 1;
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.states(), u"done pending"_s);
    }

    void undoRestoresWhatWasThere()
    {
        Fixture f;
        const QList<Key> before = f.admin.rows;
        Change renamed{f.admin.rows.at(1), f.admin.rows.at(1)};
        renamed.after->name = u"other"_s;
        f.stage({created(u"second"_s), f.off(0), renamed}); // the new key takes the name that is given up
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.names(), u"first other third second"_s);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.states(), u"undone undone undone"_s);
        QCOMPARE(f.admin.rows, before);
        const int writes = f.admin.writes;
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.writes, writes);
    }

    void aDeletedKeyComesBackAnewAndThatIsSaid()
    {
        Fixture f;
        f.admin.rows[0].budgets << Budget{5, u"day"_s, 3};
        f.admin.rows[0].spentNanos = 3;
        const Key before = f.admin.rows.first();
        f.stage({Change{before, {}}});
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.set.steps.first().remark, StepRemark::MadeAnew);
        QCOMPARE(f.secrets.size(), 1);
        const Key now = f.admin.rows.last();
        QVERIFY(now.id != before.id);
        Key asBefore = before;
        asBefore.id = now.id;
        QVERIFY(sameSettings(now, asBefore));
        QCOMPARE(std::get<Change>(*f.set.steps.first().found).after->id, now.id);
    }

    void whatCannotBeTakenBackIsKeptAndTheRestIsUndone()
    {
        Fixture f;
        Change rotation{f.admin.rows.at(1), f.admin.rows.at(1), std::chrono::hours(1)};
        f.stage({f.off(0), rotation, Change{f.admin.rows.at(2), {}}});
        QCOMPARE(f.apply(), SetState::Applied);
        f.canCreate = false;
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.states(), u"undone kept kept"_s);
        QCOMPARE(f.set.steps.at(1).remark, StepRemark::RotationStays);
        QCOMPARE(f.set.steps.at(2).remark, StepRemark::CannotCreate);
        QVERIFY(f.admin.rows.first().enabled);
    }

    void undoDoesNotOverwriteWhatSomebodyElseChanged()
    {
        Fixture f;
        f.stage({f.off(0), f.off(1)});
        QCOMPARE(f.apply(), SetState::Applied);
        f.admin.rows[0].group = u"theirs"_s;
        QCOMPARE(f.undo(), SetState::HalfUndone);
        QCOMPARE(f.states(), u"done undone"_s);
        QCOMPARE(f.set.steps.first().failure->kind, FailureKind::Conflict);
        f.admin.rows[0].group.clear();
        QCOMPARE(f.undo(), SetState::Undone);
        QVERIFY(f.admin.rows.first().enabled);
    }

    void whatSomebodyElseDeletedIsGoneForBoth()
    {
        Fixture f;
        f.stage({Change{f.admin.rows.at(0), {}}, created(u"new"_s)});
        f.admin.rows.removeFirst();
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.set.steps.first().remark, StepRemark::WasSo);
        f.admin.rows.removeLast();
        QCOMPARE(f.undo(), SetState::Undone); // what others deleted is not brought back
        QCOMPARE(f.names(), u"second third"_s);
    }

    void halfOfAChangeIsTakenBack()
    {
        Fixture f;
        f.admin.bends = [](Key &key) { key.group = u"bent"_s; };
        f.stage({f.off(0)});
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.set.steps.first().failure->kind, FailureKind::Conflict);
        f.admin.bends = [](Key &) {};
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.rows.first(), f.before.first());
    }

    void aCreateWhoseAnswerWasLostIsAdoptedOrTakenBack()
    {
        for (const bool adopts : {true, false}) {
            Fixture f;
            f.stage({created(u"new"_s), f.off(0)});
            f.admin.losesAnswers = true;
            QCOMPARE(f.apply(), SetState::Stopped);
            QCOMPARE(f.states(), u"failed pending"_s);
            QVERIFY(f.set.steps.first().failure->detail.contains(u"id new1"_s));
            f.admin.losesAnswers = false;
            QCOMPARE(adopts ? f.apply() : f.undo(), adopts ? SetState::Applied : SetState::Undone);
            QCOMPARE(f.names(), adopts ? u"first second third new"_s : u"first second third"_s);
            QCOMPARE(f.set.steps.first().remark, adopts ? StepRemark::SecretLost : StepRemark::None);
            QCOMPARE(f.admin.writes, 2);
        }
    }

    void aLostKeyThatWasDeletedMeanwhileIsMadeAnew()
    {
        Fixture f;
        f.stage({created(u"new"_s)});
        f.admin.losesAnswers = true;
        QCOMPARE(f.apply(), SetState::Stopped);
        f.admin.losesAnswers = false;
        f.admin.rows.removeLast();
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.secrets.size(), 1);
    }

    // The program ends before or after the write of each step; the next one resumes.
    void anInterruptedApplyIsResumed_data() { everyInterruption(); }
    void anInterruptedApplyIsResumed()
    {
        QFETCH(int, keeps);
        Fixture f;
        f.stage({created(u"new"_s), f.off(0), Change{f.admin.rows.at(1), {}}});
        f.interrupt(keeps, true);
        SetState state = f.apply();
        if (state == SetState::Stopped) { // a key was made, its secret is lost: it says so before it goes on
            QCOMPARE(f.set.steps.first().failure->kind, FailureKind::Cancelled);
            state = f.apply();
        }
        QCOMPARE(state, SetState::Applied);
        QCOMPARE(f.names(), u"first third new"_s);
        QVERIFY(!f.admin.rows.first().enabled);
        QCOMPARE(f.admin.writes, 3); // none was made twice
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.names(), u"first third second"_s);
        QVERIFY(f.admin.rows.first().enabled);
    }

    void anInterruptedApplyIsTakenBack_data() { everyInterruption(); }
    void anInterruptedApplyIsTakenBack()
    {
        QFETCH(int, keeps);
        Fixture f;
        f.stage({created(u"new"_s), f.off(0), f.off(1)});
        f.interrupt(keeps, true);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.rows, f.before);
    }

    void anInterruptedUndoIsResumed_data() { everyInterruption(); }
    void anInterruptedUndoIsResumed()
    {
        QFETCH(int, keeps);
        Fixture f;
        f.stage({created(u"new"_s), f.off(0), Change{f.admin.rows.at(1), {}}});
        QCOMPARE(f.apply(), SetState::Applied);
        f.interrupt(keeps, false);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.names(), u"first third second"_s);
        QVERIFY(f.admin.rows.first().enabled);
        QCOMPARE(f.admin.writes, 6);
    }

    void aNameThatSomebodyElseTookDuringTheInterruptionIsAConflict()
    {
        Fixture f;
        f.stage({created(u"new"_s)});
        f.interrupt(1, true, true);
        Key theirs = f.admin.rows.first();
        theirs.id = u"theirs"_s;
        theirs.name = u"new"_s;
        theirs.group = u"theirs"_s;
        f.admin.rows = {theirs};
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.set.steps.first().failure->kind, FailureKind::Conflict);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.rows, QList<Key>{theirs});
    }

private:
    static void everyInterruption()
    {
        QTest::addColumn<int>("keeps");
        for (int keeps = 0; keeps < 7; ++keeps) // two a step, and the end
            QTest::addRow("after %d", keeps) << keeps;
    }

    struct Fixture
    {
        FakeAdmin admin;
        MemoryJournal journal;
        MemoryKeeper keeper;
        ChangeSet set;
        QList<Key> before;
        QList<Secret> secrets;
        bool keepGoing = false;
        bool canCreate = true;
        int stopsAfter = 1'000;

        Fixture()
        {
            for (const auto &name : {u"first"_s, u"second"_s, u"third"_s}) {
                Key key;
                key.id = u"id-"_s + name;
                key.name = name;
                admin.rows << key;
            }
            before = admin.rows;
            set.id = 7;
        }
        Change off(qsizetype at) const
        {
            Change change{admin.rows.at(at), admin.rows.at(at)};
            change.after->enabled = false;
            return change;
        }
        void stage(const QList<Change> &edits)
        {
            for (const Change &edit : edits)
                if (!changes::stage(set, edit))
                    qFatal("not staged");
            keeper.kept = set;
        }
        Result<ChangeSet> ran(bool applies)
        {
            int asked = 0;
            changes::Run run{admin, nullptr, journal, keeper};
            run.canCreate = canCreate;
            run.keepGoing = keepGoing;
            run.reason = u"because"_s;
            run.told = [this](const changes::Step &, const std::optional<Secret> &secret) {
                if (secret)
                    secrets << *secret;
            };
            run.stops = [&] { return ++asked > stopsAfter; };
            auto done = finished(applies ? changes::applySet(run, set) : changes::undoSet(run, set));
            if (done)
                set = *done;
            return done;
        }
        SetState apply() { return ended(ran(true)); }
        SetState undo() { return ended(ran(false)); }
        SetState ended(const Result<ChangeSet> &done)
        {
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
            if (*done != set || keeper.kept.steps != set.steps || keeper.kept.state != set.state)
                qFatal("what is kept is not what is told");
            return set.state;
        }
        Failure failure(bool applies) { return ran(applies).error(); }
        // So many times something could be kept, then the program ended; a new one reads what was kept.
        void interrupt(int keeps, bool applies, bool beforeTheWrite = false)
        {
            keeper.calls = 0;
            keeper.endsAt = keeps;
            if (beforeTheWrite)
                admin.refusesWrites = Failure{FailureKind::Timeout, u"never sent"_s, 0};
            if (ran(applies))
                qFatal("it was not interrupted");
            admin.refusesWrites.reset();
            keeper.endsAt = 1'000'000;
            set = keeper.kept;
        }
        QString states() const
        {
            QStringList out;
            for (const changes::Step &step : set.steps)
                out << changes::nameOf(step.state);
            return out.join(u' ');
        }
        QString names() const
        {
            QStringList out;
            for (const Key &key : admin.rows)
                out << key.name;
            return out.join(u' ');
        }
    };
};

QTEST_GUILESS_MAIN(SetRunTest)
#include "tst_set_run.moc"
