// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_set.h"
#include "changes/concerns.h"
#include "changes/radius.h"
#include <QTest>

using namespace Qt::StringLiterals;
using changes::AliasChange;
using changes::Change;
using changes::ChangeSet;
using changes::SetState;
using changes::StepState;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

Key key(const QString &name)
{
    Key k;
    k.id = u"id-"_s + name;
    k.name = name;
    return k;
}
Key wish(const QString &name)
{
    Key k;
    k.name = name;
    k.aliases << u"fast"_s;
    return k;
}
Change off(const QString &name)
{
    Change change{key(name), key(name)};
    change.after->enabled = false;
    return change;
}
Change renamed(const QString &name, const QString &to)
{
    Change change{key(name), key(name)};
    change.after->name = to;
    return change;
}
Alias alias(const QString &name, const QString &fallback = {})
{
    Alias a;
    a.name = name;
    if (!fallback.isEmpty())
        a.fallbacks << fallback;
    return a;
}
changes::Ground ground()
{
    using gateway::Feature;
    return {{Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey, Feature::ModelScope,
                Feature::KeyExpiry, Feature::Budget, Feature::BudgetWindows},
        {}, {}, {}, {}, noon};
}

} // namespace

// A set is put together, put in order and judged before anything is asked of a gateway.
class ChangeSetTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreNumberedAndStayInTheirPlace()
    {
        const ChangeSet set = staged({off(u"a"_s), Change{{}, wish(u"b"_s)}, Change{key(u"c"_s), {}}});
        QCOMPARE(set.steps.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(set.steps.at(i).place, i + 1);
        QCOMPARE(changes::verbOf(set.steps.at(1).wanted), changes::Verb::Create);
        QCOMPARE(changes::fieldsOf(set.steps.first().wanted), QStringList{u"enabled"_s});
    }

    void twoEditsOfOneKeyAreOneStep()
    {
        Change both = off(u"a"_s);
        both.after->group = u"team"_s;
        const ChangeSet set = staged({off(u"a"_s), off(u"b"_s), both});
        QCOMPARE(set.steps.size(), 2);
        QCOMPARE(changes::fieldsOf(set.steps.first().wanted), (QStringList{u"group"_s, u"enabled"_s}));
        Key other = wish(u"new"_s);
        other.group = u"team"_s;
        const ChangeSet created = staged({Change{{}, wish(u"new"_s)}, Change{{}, other}});
        QCOMPARE(created.steps.size(), 1);
        QCOMPARE(std::get<Change>(created.steps.first().wanted).after->group, u"team"_s);
    }

    void aLaterEditLeavesWhatAnEarlierOneSet()
    {
        Change grouped{key(u"a"_s), key(u"a"_s)};
        grouped.after->group = u"team"_s;
        Change other = grouped;
        other.after->group = u"others"_s;
        ChangeSet set = staged({off(u"a"_s)});
        QVERIFY(changes::stage(set, {grouped, renamed(u"a"_s, u"b"_s), other}, true));
        QCOMPARE(set.steps.size(), 1);
        const Key after = *std::get<Change>(set.steps.first().wanted).after;
        QVERIFY(!after.enabled);
        QCOMPARE(after.group, u"others"_s);
        QCOMPARE(after.name, u"b"_s);
    }

    void anEditThatChangesNothingAnyMoreGoes()
    {
        QCOMPARE(staged({off(u"a"_s), Change{key(u"a"_s), key(u"a"_s)}}).steps.size(), 0);
        QCOMPARE(staged({Change{key(u"a"_s), key(u"a"_s)}}).steps.size(), 0);
    }

    void fractionsOfSecondsAreCutWhereTheyAreStaged()
    {
        Key wanted = wish(u"a"_s);
        wanted.expiresAt = QDateTime::fromMSecsSinceEpoch(1'900'000'000'123, Qt::UTC);
        const ChangeSet set = staged({Change{{}, wanted}});
        QCOMPARE(std::get<Change>(set.steps.first().wanted).after->expiresAt->toMSecsSinceEpoch(), 1'900'000'000'000);
    }

    void anExpiryThatIsNotChangedKeepsItsFraction()
    {
        Key whole;
        whole.expiresAt = QDateTime::fromMSecsSinceEpoch(1'900'000'000'845, Qt::UTC); // some gateways keep more
        Key off = whole;
        off.enabled = false;
        QCOMPARE(changes::inWholeSeconds(Change{whole, off}).after->expiresAt, whole.expiresAt);
        off.expiresAt = whole.expiresAt->addDays(1);
        QCOMPARE(changes::inWholeSeconds(Change{whole, off}).after->expiresAt->toMSecsSinceEpoch() % 1000, 0);
    }

    void theEndOfARaiseIsCutToo()
    {
        Key key;
        key.budgets << Budget{5, u"day"_s, {}};
        Key raised = key;
        raised.budgets.first().raiseNanos = 1;
        raised.budgets.first().raiseUntil = QDateTime::fromMSecsSinceEpoch(1'900'000'000'123, Qt::UTC);
        const Change cut = changes::inWholeSeconds(Change{key, raised});
        QCOMPARE(cut.after->budgets.first().raiseUntil->toMSecsSinceEpoch(), 1'900'000'000'000);
        QCOMPARE(changes::inWholeSeconds(Change{raised, raised}).after->budgets, raised.budgets);
    }

    void onlyAnOpenSetTakesEdits()
    {
        for (const SetState state : {SetState::Applying, SetState::Applied, SetState::Undoing, SetState::HalfUndone,
                 SetState::Undone, SetState::Dropped}) {
            ChangeSet set = staged({off(u"a"_s)});
            set.state = state;
            QCOMPARE(changes::stage(set, off(u"b"_s)).error().kind, FailureKind::Conflict);
            QVERIFY(!changes::unstage(set, 1));
        }
        ChangeSet set = staged({off(u"a"_s)});
        QVERIFY(changes::unstage(set, 1));
        QCOMPARE(changes::unstage(set, 1).error().kind, FailureKind::NotFound);
    }

    void whatWasAppliedIsNotReplaced()
    {
        ChangeSet set = staged({off(u"a"_s)});
        set.steps.first().state = StepState::Done;
        set.state = SetState::Stopped;
        Change again = off(u"a"_s);
        again.after->group = u"team"_s;
        QVERIFY(changes::stage(set, again));
        QCOMPARE(set.steps.size(), 2);
    }

    void whoGivesUpANameComesBeforeWhoTakesIt()
    {
        const ChangeSet set =
            staged({Change{{}, wish(u"a"_s)}, off(u"z"_s), renamed(u"a"_s, u"b"_s), Change{key(u"b"_s), {}}});
        const auto order = changes::orderOf(set);
        QVERIFY(order);
        QCOMPARE(*order, (QList<qsizetype>{1, 3, 2, 0}));
    }

    void namesThatWaitForEachOtherAreRefused()
    {
        const ChangeSet set = staged({renamed(u"a"_s, u"b"_s), renamed(u"b"_s, u"a"_s)});
        const auto order = changes::orderOf(set);
        QCOMPARE(order.error().kind, FailureKind::Input);
        QVERIFY(order.error().detail.contains(u"a"_s) && order.error().detail.contains(u"b"_s));
        QCOMPARE(changes::mayApply(set, ground()).error().kind, FailureKind::Input);
    }

    void anAliasIsMadeBeforeAnotherObjectNamesIt()
    {
        Change narrowed = off(u"k"_s);
        narrowed.after->aliases = QStringList{u"b"_s};
        const ChangeSet set = staged({AliasChange{alias(u"a"_s), alias(u"a"_s, u"b"_s)}, narrowed,
            AliasChange{{}, alias(u"b"_s, u"c"_s)}, AliasChange{{}, alias(u"c"_s)}});
        QCOMPARE(changes::orderOf(set).value(), (QList<qsizetype>{3, 2, 0, 1}));
    }

    void anAliasIsRemovedAfterTheLastOneThatNamesIt()
    {
        const ChangeSet set = staged({AliasChange{alias(u"b"_s), {}}, AliasChange{alias(u"a"_s, u"b"_s), alias(u"a"_s)},
            AliasChange{alias(u"c"_s, u"b"_s), {}}});
        QCOMPARE(changes::orderOf(set).value(), (QList<qsizetype>{1, 2, 0}));
    }

    void fallbacksThatAreTurnedRoundNeverCloseACircle()
    {
        const ChangeSet set = staged(
            {AliasChange{alias(u"b"_s), alias(u"b"_s, u"a"_s)}, AliasChange{alias(u"a"_s, u"b"_s), alias(u"a"_s)}});
        QCOMPARE(changes::orderOf(set).value(), (QList<qsizetype>{1, 0}));
    }

    void fiveThousandStepsAreOrderedAtOnce()
    {
        ChangeSet set;
        for (int i = 0; i < 5000; ++i)
            set.steps << changes::Step{i + 1, Change{{}, wish(u"key-%1"_s.arg(i))}, {}, {}, {}, {}};
        const auto order = changes::orderOf(set);
        QCOMPARE(order.value().size(), 5000);
        QCOMPARE(order->last(), 4999);
    }

    void aSetIsJudgedInSentences_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("blocks");
        const auto row = [](const char *name, const char *field, bool blocks, auto alter) {
            Change change{{}, wish(u"new"_s)};
            alter(change);
            QTest::newRow(name) << change << QString::fromLatin1(field) << blocks;
        };
        row("no name", "name", true, [](Change &c) { c.after->name = u" "_s; });
        row("a name that is there", "name", false, [](Change &c) { c.after->name = u"there"_s; });
        row("a name too long", "name", true, [](Change &c) { c.after->name = QString(40, u'x'); });
        row("an unknown alias", "aliases", false, [](Change &c) { c.after->aliases << u"odd"_s; });
        row("every alias", "aliases", false, [](Change &c) { c.after->aliases.clear(); });
        row("no network", "networks", true, [](Change &c) { c.after->networks << u"10.0.0.0/33"_s; });
        row("a budget of nothing", "budgets", true, [](Change &c) { c.after->budgets << Budget{0, u"day"_s, {}}; });
        row("an odd window", "budgets", true, [](Change &c) { c.after->budgets << Budget{5, u"year"_s, {}}; });
        row("one window twice", "budgets", true, [](Change &c) {
            c.after->budgets << Budget{5, u"day"_s, {}} << Budget{6, u"day"_s, {}};
        });
        row("expired", "expires_at", false, [](Change &c) { c.after->expiresAt = noon.addDays(-1); });
        row("what cannot be held", "", true, [](Change &c) { c.after->families << u"chat"_s; });
        row("a deletion", "", false, [](Change &c) { c = Change{key(u"a"_s), {}}; });
        row("a rotation", "", true, [](Change &c) { c = Change{key(u"a"_s), key(u"a"_s), std::chrono::hours(1)}; });
    }

    void aSetIsJudgedInSentences()
    {
        QFETCH(Change, change);
        QFETCH(bool, blocks);
        changes::Ground under = ground();
        under.keys << key(u"there"_s) << key(u"a"_s);
        under.aliases << Alias{u"fast"_s, {}, {}, {}};
        under.form.longestName = 30;
        const ChangeSet set = staged({change});
        const auto concerns = changes::concernsOf(set, under);
        QVERIFY(!concerns.isEmpty());
        QTEST(concerns.first().field, "field");
        QCOMPARE(concerns.first().blocks, blocks);
        QVERIFY2(concerns.first().text.endsWith(u'.'), qPrintable(concerns.first().text));
        QCOMPARE(changes::mayApply(set, under).has_value(), !blocks);
    }

    void aGoodChangeIsOfNoConcern()
    {
        QCOMPARE(changes::concernsOf(staged({off(u"a"_s), Change{{}, wish(u"b"_s)}}), ground()).size(), 0);
    }

    void whereKeysAreServedForAWhileAllTheSameThatIsSaid()
    {
        changes::Ground under = ground();
        under.form.servedForSeconds = 60;
        Change on = off(u"a"_s);
        std::swap(on.before, on.after);
        for (const Change &change : {off(u"a"_s), Change{key(u"a"_s), {}}}) {
            const auto concerns = changes::concernsOf(staged({change}), under);
            QVERIFY(!concerns.isEmpty());
            QVERIFY2(concerns.first().text.contains(u"60 s"_s), qPrintable(concerns.first().text));
            QVERIFY(!concerns.first().blocks);
        }
        for (const Change &change : {on, Change{on.before, {}}})
            QVERIFY(changes::servedOn(change, under.form).isEmpty());
    }

    void whatSomebodyElseDidMeanwhileIsSaid()
    {
        ChangeSet set = staged({off(u"a"_s), off(u"b"_s), off(u"c"_s)});
        set.created = noon;
        changes::Ground under = ground();
        under.keys << key(u"a"_s) << key(u"b"_s);
        under.keys.last().group = u"team"_s;
        under.keysAt = noon; // the list is older than the set: it proves nothing
        QCOMPARE(changes::concernsOf(set, under).size(), 0);
        under.keysAt = noon.addSecs(1);
        const auto concerns = changes::concernsOf(set, under);
        QCOMPARE(concerns.size(), 2);
        QCOMPARE(concerns.first().place, 2);
        QCOMPARE(concerns.first().field, u"group"_s);
        QCOMPARE(concerns.last().place, 3);
        set.steps[1].state = changes::StepState::Done;
        QCOMPARE(changes::concernsOf(set, under).size(), 1);
    }

    void twoStepsCannotWantOneName()
    {
        const auto concerns =
            changes::concernsOf(staged({Change{{}, wish(u"b"_s)}, renamed(u"a"_s, u"b"_s)}), ground());
        QCOMPARE(concerns.size(), 2);
        QVERIFY(concerns.first().blocks && concerns.first().text.contains(u"\"b\""_s));
    }

    void theRadiusAddsUpWhatTheKeysCalled()
    {
        Change first = off(u"a"_s);
        first.before->passport.application = u"checkout"_s;
        const ChangeSet set = staged({first, off(u"b"_s), Change{{}, wish(u"new"_s)}});
        QCOMPARE(changes::touchedBy(set).ids, (QStringList{u"id-a"_s, u"id-b"_s}));
        const QList<store::KeyUse> uses{{u"id-a"_s, u"a"_s, u"fast"_s, 10, 500, 8, 1, noon},
            {u"id-a"_s, u"was-a"_s, u"smart"_s, 4, 70, 4, 0, noon.addDays(-1)},
            {QString(), u"b"_s, u"fast"_s, 2, 3, 2, 0, noon}};
        const changes::Radius radius = changes::radiusOf(set, uses);
        QCOMPARE(radius.steps.size(), 3);
        QCOMPARE(radius.steps.first().calls, 14);
        QCOMPARE(radius.steps.first().untold, 2);
        QCOMPARE(radius.steps.first().aliases, (QStringList{u"fast"_s, u"smart"_s}));
        QCOMPARE(radius.steps.first().lastAt, std::optional(noon));
        QCOMPARE(radius.steps.last().calls, 0);
        QCOMPARE(radius.calls, 16);
        QCOMPARE(radius.costNanos, 573);
        QCOMPARE(radius.samples, 1);
        QCOMPARE(radius.applications, QStringList{u"checkout"_s});
    }

private:
    static ChangeSet staged(const QList<changes::Edit> &edits)
    {
        ChangeSet set;
        for (const changes::Edit &edit : edits)
            if (const auto done = changes::stage(set, edit); !done)
                qFatal("%s", qPrintable(done.error().detail));
        return set;
    }
};

QTEST_GUILESS_MAIN(ChangeSetTest)
#include "tst_change_set.moc"
