// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using changes::Plan;
using changes::Since;
using changes::Verb;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

Key key(const QString &name)
{
    Key k;
    k.id = u"id-"_s + name;
    k.name = name;
    k.prefix = u"sk-ab"_s;
    k.lastFour = u"wxyz"_s;
    k.aliases << u"fast"_s;
    k.budgets << Budget{5'000'000'000, u"day"_s, 12};
    k.rates.requestsPerMinute = 60;
    k.softPercents = {80, 95};
    k.spentNanos = 7;
    k.expiresAt = noon.addMSecs(5);
    k.passport.owner = u"web"_s;
    k.passport.reviewDate = QDate(2027, 1, 31);
    return k;
}

Alias alias(const QString &name, int weight)
{
    Alias made;
    made.name = name;
    made.routes = {{u"azure"_s, u"mini"_s, weight, {}, {}}};
    made.families = QStringList{u"chat"_s};
    made.price = {150, 600, {}, QDate(2026, 6, 1)};
    return made;
}

} // namespace

// The declared state and its three sides.
class PlanTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlanHoldsSettingsAndNothingElse()
    {
        const QJsonObject fields = changes::settingsOf(key(u"a"_s));
        QCOMPARE(fields.keys().size(), changes::planFields().size());
        QCOMPARE(fields[u"passport.owner"_s].toString(), u"web"_s);
        QCOMPARE(fields[u"budgets"_s].toArray().first()[u"spent_nanos"_s], QJsonValue(QJsonValue::Undefined));
        QVERIFY(!fields.contains(u"id"_s) && !fields.contains(u"last_four"_s));
    }

    void settingsGoOverToAnotherKey()
    {
        Key other;
        other.id = u"other"_s;
        other.name = u"a"_s;
        Key same = key(u"a"_s);
        same.id = other.id;
        same.expiresAt = noon;
        QVERIFY(sameSettings(changes::withSettings(other, changes::settingsOf(key(u"a"_s))), same));
    }

    void whatIsAsDeclaredIsSame()
    {
        const Plan file = changes::planOf({key(u"a"_s), key(u"b"_s)}).value();
        Key counted = key(u"a"_s);
        counted.spentNanos = 900;
        const auto diff = changes::diffOf({}, file, {key(u"b"_s), counted, key(u"c"_s)}).value();
        QVERIFY(diff.rows.isEmpty());
        QCOMPARE(diff.same, 2);
        QCOMPARE(diff.unmanaged, QStringList{u"c"_s});
    }

    void threeSidesTellWhoChangedWhat_data()
    {
        QTest::addColumn<int>("applied"); // rpm; -1: never applied
        QTest::addColumn<int>("file");
        QTest::addColumn<int>("server");
        QTest::addColumn<int>("since"); // -1: no difference
        QTest::newRow("new") << -1 << 5 << 7 << int(Since::File);
        QTest::newRow("file") << 7 << 5 << 7 << int(Since::File);
        QTest::newRow("server") << 5 << 5 << 7 << int(Since::Server);
        QTest::newRow("both") << 1 << 5 << 7 << int(Since::Both);
        QTest::newRow("both to one end") << 1 << 5 << 5 << -1;
        QTest::newRow("none") << 5 << 5 << 5 << -1;
    }
    void threeSidesTellWhoChangedWhat()
    {
        QFETCH(int, applied);
        QFETCH(int, file);
        QFETCH(int, server);
        QFETCH(int, since);
        const auto side = [](int rpm) {
            Plan plan;
            if (rpm >= 0)
                plan.keys.insert(u"a"_s, QJsonObject{{u"rpm"_s, rpm}});
            return plan;
        };
        Key now = key(u"a"_s);
        now.rates.requestsPerMinute = server;
        const auto diff = changes::diffOf(side(applied), side(file), {now}).value();
        QCOMPARE(diff.rows.size(), since < 0 ? 0 : 1);
        if (since < 0)
            return;
        const changes::PlanRow &row = diff.rows.first();
        QCOMPARE(row.since, Since(since));
        QCOMPARE(row.fields.size(), 1); // what is not declared is left alone
        QCOMPARE(row.fields.first().applied.isNull(), applied < 0);
        const Key wanted = std::get<changes::Change>(row.change).after.value();
        QCOMPARE(wanted.rates.requestsPerMinute, file);
        QCOMPARE(wanted.passport.owner, u"web"_s);
    }

    void missingKeysAreCreatedAndDroppedOnesDeleted()
    {
        const Plan file = changes::planOf({key(u"new"_s), key(u"back"_s)}).value();
        const Plan applied = changes::planOf({key(u"back"_s), key(u"dropped"_s), key(u"used"_s)}).value();
        Key used = key(u"used"_s);
        used.aliases << u"smart"_s;
        const auto diff = changes::diffOf(applied, file, {key(u"dropped"_s), used, key(u"theirs"_s)}).value();
        QCOMPARE(diff.rows.size(), 4);
        QStringList told;
        for (const changes::PlanRow &row : diff.rows)
            told << row.name + u' ' + changes::nameOf(changes::verbOf(row.change)) + u' ' + changes::nameOf(row.since);
        QCOMPARE(told,
            (QStringList{
                u"back create server"_s, u"dropped delete file"_s, u"new create file"_s, u"used delete both"_s}));
        QVERIFY(diff.rows.at(1).removed && !diff.rows.at(2).removed);
        QVERIFY(std::get<changes::Change>(diff.rows.at(2).change).after->id.isEmpty());
        QCOMPARE(diff.unmanaged, QStringList{u"theirs"_s});
    }

    void aliasesAreDeclaredAndComparedAsKeysAre()
    {
        const Plan file = changes::planOf({}, {alias(u"chat"_s, 2), alias(u"new"_s, 1), alias(u"back"_s, 1)}).value();
        const Plan applied =
            changes::planOf({}, {alias(u"chat"_s, 1), alias(u"back"_s, 1), alias(u"dropped"_s, 1)}).value();
        Alias here = alias(u"chat"_s, 1);
        here.contextTokens = 9000; // not declared
        const QList<Alias> server{here, alias(u"dropped"_s, 1), alias(u"theirs"_s, 1)};
        const auto diff = changes::diffOf(applied, file, {}, server).value();
        QStringList told;
        for (const changes::PlanRow &row : diff.rows)
            told << row.name + u' ' + changes::nameOf(changes::verbOf(row.change)) + u' ' + changes::nameOf(row.since);
        QCOMPARE(told,
            (QStringList{
                u"back create server"_s, u"chat change file"_s, u"new create file"_s, u"dropped delete file"_s}));
        QCOMPARE(diff.unmanagedAliases, QStringList{u"theirs"_s});
        const auto change = std::get<changes::AliasChange>(diff.rows.at(1).change);
        QCOMPARE(change.before, here);
        QCOMPARE(change.after->routes.first().weight, 2);
        QCOMPARE(change.after->contextTokens, 9000);
        QCOMPARE(change.after->price.date, here.price.date); // the amounts are the same
        QCOMPARE(diff.rows.at(1).fields.size(), 1);
        QVERIFY(
            changes::diffOf(file, file, {}, {*change.after, alias(u"new"_s, 1), alias(u"back"_s, 1)})->rows.isEmpty());
    }

    void whatOthersFallBackOnIsMadeFirst()
    {
        Alias first = alias(u"a"_s, 1);
        first.fallbacks = QStringList{u"b"_s};
        Alias second = alias(u"b"_s, 1);
        second.fallbacks = QStringList{u"c"_s, u"a"_s}; // a circle is for the gateway to refuse
        const Plan file = changes::planOf({}, {first, second, alias(u"c"_s, 1)}).value();
        QStringList told;
        const auto diff = changes::diffOf({}, file, {}, {}).value();
        for (const changes::PlanRow &row : diff.rows)
            told << row.name;
        QCOMPARE(told, (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    }

    void aPlanWithoutAliasesSaysNothingAboutThem()
    {
        const auto diff = changes::diffOf({}, {}, {}, {alias(u"chat"_s, 1)}).value();
        QVERIFY(diff.rows.isEmpty() && diff.unmanagedAliases.isEmpty());
    }

    void whatIsDeclaredEmptyIsTakenAway()
    {
        Alias here = alias(u"chat"_s, 1);
        here.fallbacks = QStringList{u"other"_s};
        Plan file;
        file.aliases.insert(u"chat"_s, QJsonObject{{u"fallbacks"_s, QJsonArray()}});
        const auto diff = changes::diffOf({}, file, {}, {here}).value();
        const auto change = std::get<changes::AliasChange>(diff.rows.first().change);
        QVERIFY(change.after->fallbacks.isEmpty());
        QCOMPARE(change.after->routes, here.routes);
    }

    void anOverlayIsAboutAliasesToo()
    {
        const Plan plan = changes::planOf({}, {alias(u"a"_s, 1), alias(u"b"_s, 1)}).value();
        changes::Overlay overlay;
        overlay.aliases.insert(u"a"_s, {u"a-prod"_s, false, QJsonObject{{u"strategy"_s, u"ordered"_s}}});
        overlay.aliases.insert(u"b"_s, {{}, true, {}});
        const Plan there = changes::overlaid(plan, overlay).value();
        QCOMPARE(there.aliases.keys(), QStringList{u"a-prod"_s});
        QCOMPARE(there.aliases[u"a-prod"_s][u"strategy"_s].toString(), u"ordered"_s);
        overlay.aliases = {{u"nobody"_s, {}}};
        QVERIFY(changes::overlaid(plan, overlay).error().detail.contains(u"no alias \"nobody\""_s));
    }

    void whatWaitsInASetIsInTheKeysAfterIt()
    {
        const Key a = key(u"a"_s);
        const Key b = key(u"b"_s);
        Key cheaper = a;
        cheaper.budgets.clear();
        changes::ChangeSet set;
        set.steps = {{1, changes::Change{a, cheaper}}, {2, changes::Change{b, {}}},
            {3, changes::Change{{}, key(u"c"_s)}}, {4, changes::AliasChange{}}};
        const QList<Key> after = changes::keysAfter({a, b}, set);
        QCOMPARE(after.size(), 2);
        QCOMPARE(after.first(), cheaper);
        QCOMPARE(after.last().name, u"c"_s);
        set.steps[0].state = changes::StepState::Done; // the gateway shows it already
        QCOMPARE(changes::keysAfter({a, b}, set).first(), a);
    }

    void twoKeysOfOneNameAreRefused()
    {
        Key twin = key(u"a"_s);
        twin.id = u"twin"_s;
        QCOMPARE(changes::planOf({key(u"a"_s), twin}).error().kind, FailureKind::Input);
        const Plan file = changes::planOf({key(u"a"_s)}).value();
        const auto refused = changes::diffOf({}, file, {key(u"a"_s), twin});
        QVERIFY(refused.error().detail.contains(u"\"a\""_s));
        QVERIFY(changes::diffOf({}, {}, {key(u"a"_s), twin})); // of no concern to this plan
    }

    void anOverlayRenamesChangesAndLeavesOut()
    {
        const Plan plan = changes::planOf({key(u"a"_s), key(u"b"_s), key(u"c"_s)}).value();
        changes::Overlay overlay;
        overlay.keys.insert(u"a"_s, {u"a-prod"_s, false, QJsonObject{{u"rpm"_s, 600}}});
        overlay.keys.insert(u"b"_s, {{}, true, {}});
        const Plan there = changes::overlaid(plan, overlay).value();
        QCOMPARE(there.keys.keys(), (QStringList{u"a-prod"_s, u"c"_s}));
        QCOMPARE(there.keys[u"a-prod"_s][u"rpm"_s].toInt(), 600);
        QCOMPARE(there.keys[u"a-prod"_s][u"tpm"_s], plan.keys[u"a"_s][u"tpm"_s]);
        changes::Overlay wrong;
        wrong.keys.insert(u"nobody"_s, {});
        QVERIFY(changes::overlaid(plan, wrong).error().detail.contains(u"nobody"_s));
        wrong.keys = {{u"a"_s, {u"c"_s, false, {}}}};
        QVERIFY(changes::overlaid(plan, wrong).error().detail.contains(u"\"c\""_s));
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
