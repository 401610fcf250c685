// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/alias_change.h"
#include "changes/concerns.h"
#include "fakes/fake_admin.h"
#include "fakes/memory_keeper.h"
#include "fakes/run_task.h"

using namespace Qt::StringLiterals;
using changes::AliasChange;
using changes::ChangeSet;
using changes::SetState;
using changes::StepRemark;
using changes::StepState;

namespace {

Alias alias(const QString &name, const QString &model = u"mini"_s)
{
    Alias made;
    made.name = name;
    made.routes = {Route{u"openai"_s, model, 80, {}, {}}, Route{u"azure"_s, model, 20, {}, {}}};
    made.price = {150'000'000, 600'000'000, {}, {}};
    return made;
}

struct Fixture
{
    FakeAdmin admin;
    MemoryJournal journal;
    MemoryKeeper keeper;
    ChangeSet set;

    Fixture() { admin.offered = {alias(u"fast"_s), alias(u"smart"_s)}; }
    AliasChange dearer(int row) const
    {
        AliasChange change{admin.offered.at(row), admin.offered.at(row)};
        change.after->price.inputNanos = 900'000'000;
        return change;
    }
    void stage(const QList<changes::Edit> &edits)
    {
        for (const changes::Edit &edit : edits)
            if (const auto done = changes::stage(set, edit); !done)
                qFatal("%s", qPrintable(done.error().detail));
        keeper.kept = set;
    }
    SetState carry(Task<Result<ChangeSet>> (*work)(changes::Run &, ChangeSet))
    {
        changes::Run run{admin, admin.aliases(), journal, keeper};
        const auto done = finished(work(run, set));
        if (!done) {
            set = keeper.kept; // the program ended; another one reads what was kept
            return set.state;
        }
        set = *done;
        return set.state;
    }
    SetState apply() { return carry(changes::applySet); }
    SetState undo() { return carry(changes::undoSet); }
    const changes::Step &step(int at = 0) const { return set.steps.at(at); }
};

} // namespace

// Aliases in change sets, on a gateway in memory, with the habits of bad ones.
class AliasSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void anAliasIsChangedMadeAndRemovedAndAllOfItTakenBack()
    {
        Fixture f;
        const QList<Alias> before = f.admin.offered;
        f.stage({f.dearer(0), AliasChange{{}, alias(u"new"_s)}, AliasChange{before.at(1), {}}});
        QCOMPARE(changes::fieldsOf(f.step().wanted), QStringList{u"price"_s});
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.admin.offered.size(), 2);
        QCOMPARE(f.admin.offered.first().price.inputNanos, 900'000'000);
        QCOMPARE(f.admin.offered.last().name, u"new"_s);
        QCOMPARE(f.journal.entries.size(), 3);
        QVERIFY(f.journal.entries.first().alias && f.journal.entries.first().closed);
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.offered.size(), 2);
        for (const Alias &each : before)
            QVERIFY(f.admin.offered.contains(each));
    }

    void keysAndAliasesAreInOneSet()
    {
        Fixture f;
        f.admin.rows << Key();
        f.admin.rows.last().id = u"k"_s;
        f.admin.rows.last().name = u"app"_s;
        changes::Change off{f.admin.rows.last(), f.admin.rows.last()};
        off.after->enabled = false;
        f.stage({f.dearer(0), off});
        QCOMPARE(f.apply(), SetState::Applied);
        QVERIFY(!f.admin.rows.last().enabled);
        QCOMPARE(f.undo(), SetState::Undone);
        QVERIFY(f.admin.rows.last().enabled);
        QCOMPARE(f.admin.offered.first(), alias(u"fast"_s));
    }

    void aServerThatIgnoresItIsToldOf()
    {
        Fixture f;
        f.stage({f.dearer(0), f.dearer(1)});
        f.admin.ignoresWrites = true;
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.step().failure->kind, FailureKind::Rejected);
        QVERIFY(f.step().failure->detail.contains(u"ignored"_s));
        QCOMPARE(f.step(1).state, StepState::Pending);
        f.admin.ignoresWrites = false;
        QCOMPARE(f.apply(), SetState::Applied);
    }

    void whatTheGatewayFillsInIsNoDifference()
    {
        Fixture f;
        Alias wanted = alias(u"new"_s);
        wanted.price = {};
        f.admin.bendsAlias = [](Alias &made) {
            made.price = {1, 2, 3, {}};
            made.contextTokens = 128'000;
        };
        f.stage({AliasChange{{}, wanted}});
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.step().remark, StepRemark::None);
    }

    void aThirdStateIsAConflictAndIsTakenBack()
    {
        Fixture f;
        f.admin.bendsAlias = [](Alias &made) { made.price.inputNanos = 1; };
        f.stage({f.dearer(0)});
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.step().failure->kind, FailureKind::Conflict);
        QVERIFY(f.step().failure->detail.contains(u"price"_s));
        f.admin.bendsAlias = [](Alias &) {};
        QCOMPARE(f.undo(), SetState::Undone);
        QCOMPARE(f.admin.offered.first(), alias(u"fast"_s));
    }

    void whatSomebodyElseChangedIsNotOverwritten()
    {
        Fixture f;
        f.stage({f.dearer(0)});
        f.admin.offered.first().fallbacks = QStringList{u"smart"_s};
        QCOMPARE(f.apply(), SetState::Stopped);
        QCOMPARE(f.step().failure->kind, FailureKind::Conflict);
        QVERIFY(f.step().failure->detail.contains(u"fallbacks"_s));
        QCOMPARE(f.admin.writes, 0);
    }

    void whatIsSoAlreadyIsNotWritten()
    {
        Fixture f;
        f.stage({f.dearer(0), AliasChange{f.admin.offered.at(1), {}}});
        f.admin.offered.first().price.inputNanos = 900'000'000;
        f.admin.offered.removeLast();
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.admin.writes, 0);
        QCOMPARE(f.step(0).remark, StepRemark::WasSo);
        QCOMPARE(f.step(1).remark, StepRemark::WasSo);
        QCOMPARE(f.undo(), SetState::Undone); // what others did is not taken back
        QCOMPARE(f.admin.offered.size(), 1);
    }

    void aLostAnswerIsDecidedByReadingBack()
    {
        Fixture f;
        f.stage({f.dearer(0), AliasChange{{}, alias(u"new"_s)}});
        f.admin.losesAnswers = true;
        QCOMPARE(f.apply(), SetState::Applied);
        QCOMPARE(f.admin.offered.size(), 3);
    }

    // The program ends before or after the write of a step; the next one goes on, or takes back.
    void anInterruptedSetGoesOnOrBack_data()
    {
        QTest::addColumn<int>("keeps");
        QTest::addColumn<bool>("back");
        for (int keeps = 1; keeps <= 5; ++keeps)
            for (const bool back : {false, true})
                QTest::addRow("after %d, %s", keeps, back ? "back" : "on") << keeps << back;
    }
    void anInterruptedSetGoesOnOrBack()
    {
        QFETCH(int, keeps);
        QFETCH(bool, back);
        Fixture f;
        f.stage({f.dearer(0), AliasChange{{}, alias(u"new"_s)}});
        f.keeper.endsAt = keeps - 1;
        f.apply();
        f.keeper.endsAt = 1'000'000;
        QCOMPARE(back ? f.undo() : f.apply(), back ? SetState::Undone : SetState::Applied);
        QCOMPARE(f.admin.offered.size(), back ? 2 : 3);
        QCOMPARE(f.admin.offered.first().price.inputNanos, back ? 150'000'000 : 900'000'000);
    }

    void theOrderCountsWhereNothingElseWasToChange()
    {
        Fixture f;
        AliasChange turned{f.admin.offered.first(), f.admin.offered.first()};
        turned.after->routes.swapItemsAt(0, 1);
        f.admin.bendsAlias = [](Alias &made) { std::ranges::reverse(made.routes); };
        f.stage({turned});
        QCOMPARE(f.apply(), SetState::Stopped);
        QVERIFY(f.step().failure->detail.contains(u"ignored"_s));
    }

    void aSetIsJudgedInSentences()
    {
        Fixture f;
        changes::Ground under{gateway::Features{gateway::Feature::EditAliases, gateway::Feature::AliasPrices}};
        under.aliases = f.admin.offered;
        under.aliases.last().fallbacks = QStringList{u"fast"_s};
        Alias odd = alias(u"odd"_s);
        odd.routes.clear();
        odd.price = {};
        odd.fallbacks = QStringList{u"odd"_s, u"nowhere"_s};
        f.stage({AliasChange{{}, odd}, AliasChange{f.admin.offered.first(), {}}});
        QStringList said;
        for (const changes::Concern &each : changes::concernsOf(f.set, under))
            said << (each.blocks ? u"!"_s : QString()) + each.field;
        QCOMPARE(said, (QStringList{u"!routes"_s, u"!fallbacks"_s, u"fallbacks"_s, u"price"_s, u"fallbacks"_s}));
        under.features = gateway::Features{};
        QVERIFY(!changes::mayApply(f.set, under));
    }

    void twoEditsOfOneAliasAreJoined()
    {
        Fixture f;
        f.stage({f.dearer(0)});
        AliasChange other{f.admin.offered.first(), f.admin.offered.first()};
        other.after->fallbacks = QStringList{u"smart"_s};
        QVERIFY(changes::stage(f.set, {other}, true));
        QCOMPARE(f.set.steps.size(), 1);
        QCOMPARE(changes::fieldsOf(f.step().wanted), (QStringList{u"price"_s, u"fallbacks"_s}));
    }
};

QTEST_GUILESS_MAIN(AliasSetsTest)
#include "tst_alias_sets.moc"
