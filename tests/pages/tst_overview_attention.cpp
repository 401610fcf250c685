// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/key_attention.h"
#include <QTest>

using namespace Qt::StringLiterals;
using pages::Attention;
using pages::attentionLines;
using pages::Facts;

static const QDateTime now(QDate(2026, 6, 18), QTime(14, 32, 5), Qt::UTC);

static Key key(const QString &name, std::optional<qint64> spent, qint64 cap)
{
    Key out;
    out.id = out.name = name;
    out.budgets = {Budget{cap, u"month"_s, spent}};
    return out;
}

static RunReport run(std::initializer_list<Outcome> outcomes)
{
    RunReport out;
    out.id = u"R"_s;
    out.started = now.addSecs(-120);
    out.ended = now.addSecs(-60);
    for (const Outcome outcome : outcomes) {
        CheckReport check;
        check.outcome = outcome;
        check.reasons = {
            {u"V1"_s, Outcome::Passed, u"fine"_s, {}}, {u"V2"_s, outcome, u"reason %1"_s.arg(int(outcome)), {}}};
        out.checks << check;
    }
    return out;
}

static Facts quiet()
{
    Facts facts;
    facts.now = now;
    facts.syncs = true;
    facts.syncedAt = now.addSecs(-10);
    facts.since = u"2026-06-18T00:00:00Z"_s;
    facts.requests = 100;
    return facts;
}

class AttentionTest : public QObject
{
    Q_OBJECT

private slots:
    void quietFactsNeedNobody() { QVERIFY(attentionLines(quiet()).isEmpty()); }

    void aGuardIsToldOnceItWarnsActsOrCannot()
    {
        Facts facts = quiet();
        guards::GuardService::Line line;
        line.guard.key = u"web"_s;
        line.guard.nanos = 5'000'000'000;
        line.guard.window = u"day"_s;
        line.guard.zone = u"UTC"_s;
        line.guard.act = GuardAct::Disable;
        line.period = guards::periodAt(line.guard, now);
        const auto told = [&] {
            facts.guards = {line};
            return attentionLines(facts).value(0);
        };
        QCOMPARE(told(), Attention());
        line.guard.warnedFor = line.period.begin.addDays(-1); // of yesterday
        QCOMPARE(told(), Attention());
        line.guard.warnedFor = line.period.begin;
        QVERIFY(told().title.contains(u"nears the limit"_s));
        QVERIFY(told().detail.contains(u"only while it runs"_s));
        line.guard.actedFor = line.period.begin;
        QVERIFY(told().title.contains(u"has spent what its guard allows"_s));
        line.guard.before = key(u"web"_s, {}, 0);
        QVERIFY(told().title.contains(u"is stopped by its guard"_s));
        QCOMPARE(told().status, kit::Status::Warn);
        line.guard.failure = u"The gateway refused."_s;
        line.guard.failureAt = now.addSecs(-120);
        QCOMPARE(told().status, kit::Status::Bad);
        QVERIFY(told().detail.endsWith(u"The gateway refused."_s));
        QCOMPARE(told().filter, u"web"_s);
    }

    void aModelThatEndsSoonLeadsToItsAlias()
    {
        Facts facts = quiet();
        using aliases::Severity;
        facts.findings = {{Severity::Error, u"C02"_s, u"x"_s, {}, {}}, {Severity::Note, u"C06"_s, u"later"_s, {}, {}},
            {Severity::Warning, u"C06"_s, u"chat"_s, u"It ends. Keys that use it: ci (OPS-1)."_s, u"Then."_s}};
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().page, u"aliases"_s);
        QCOMPARE(lines.first().filter, u"chat"_s);
        QCOMPARE(lines.first().status, kit::Status::Warn);
        QCOMPARE(lines.first().detail, u"It ends. Keys that use it: ci (OPS-1). Then."_s);
        facts.findings = {{Severity::Error, u"C06"_s, u"gone"_s, {}, {}}};
        QCOMPARE(attentionLines(facts).first().status, kit::Status::Bad);
    }

    void halfAChangeSetNeedsAPersonAndAnOpenOneDoesNot()
    {
        Facts facts = quiet();
        const auto add = [&facts](qint64 id, changes::SetState state, bool interrupted) {
            changes::SetSummary set;
            set.head.id = id;
            set.head.state = state;
            set.head.interrupted = interrupted;
            set.steps = 4;
            set.done = 2;
            facts.sets << set;
        };
        add(1, changes::SetState::Open, false);
        add(2, changes::SetState::Applied, false);
        QVERIFY(attentionLines(facts).isEmpty());
        add(3, changes::SetState::Stopped, false);
        add(4, changes::SetState::Applying, true);
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().filter, u"4"_s); // the worst first
        QCOMPARE(lines.first().status, kit::Status::Bad);
        QCOMPARE(lines.last().page, u"changes"_s);
        QVERIFY(lines.last().detail.startsWith(u"2 of 4"_s));
    }

    void syncIsStaleOnlyAfterAQuarterOfAnHour_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<bool>("running");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("bad");
        QTest::newRow("fresh") << 30 << false << false << 0 << false;
        QTest::newRow("just a quarter") << 900 << false << false << 0 << false;
        QTest::newRow("a second over") << 901 << false << false << 1 << false;
        QTest::newRow("failed, fresh rows") << 30 << true << false << 1 << true;
        QTest::newRow("failed, old rows") << 5000 << true << false << 1 << true;
        QTest::newRow("being read now") << 5000 << true << true << 0 << false;
        QTest::newRow("never read, no failure") << -1 << false << false << 0 << false;
        QTest::newRow("never read, failed") << -1 << true << false << 1 << true;
    }
    void syncIsStaleOnlyAfterAQuarterOfAnHour()
    {
        QFETCH(int, age);
        QFETCH(bool, fails);
        QFETCH(bool, running);
        Facts facts = quiet();
        facts.syncedAt = age < 0 ? std::nullopt : std::optional(now.addSecs(-age));
        facts.syncing = running;
        if (fails)
            facts.syncFailure = Failure{FailureKind::Network, u"refused"_s};
        const QList<Attention> lines = attentionLines(facts);
        QTEST(int(lines.size()), "lines");
        if (lines.isEmpty())
            return;
        QTEST(lines.first().status == kit::Status::Bad, "bad");
        QCOMPARE(lines.first().act, Attention::Act::Sync);
        QCOMPARE(lines.first().since.isEmpty(), age < 0);
    }

    void aGatewayWithoutUsageIsNeverStale()
    {
        Facts facts = quiet();
        facts.syncs = false;
        facts.syncedAt.reset();
        facts.syncFailure = Failure{FailureKind::Unsupported, {}};
        QVERIFY(attentionLines(facts).isEmpty());
    }

    void aStoppedGatewayIsSaidOnceAndOnlyWhereItMatters()
    {
        Facts facts = quiet();
        facts.gatewayOff = true;
        QVERIFY(attentionLines(facts).isEmpty()); // another connection is open
        facts.embedded = true;
        facts.syncFailure = Failure{FailureKind::Network, u"refused"_s};
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 1); // it explains the failed sync
        QCOMPARE(lines.first().act, Attention::Act::StartGateway);
    }

    void onlyFailedChecksOfAnEndedRunNeedSomebody_data()
    {
        QTest::addColumn<RunReport>("report");
        QTest::addColumn<int>("lines");
        QTest::newRow("passed") << run({Outcome::Passed, Outcome::Passed}) << 0;
        QTest::newRow("warned") << run({Outcome::Warned, Outcome::Unsupported, Outcome::Skipped}) << 0;
        QTest::newRow("inconclusive") << run({Outcome::Inconclusive}) << 0;
        QTest::newRow("one failed") << run({Outcome::Passed, Outcome::Failed}) << 1;
        RunReport cut = run({Outcome::Failed});
        cut.ended.reset();
        QTest::newRow("still running") << cut << 0;
        QTest::newRow("no check at all") << run({}) << 0;
    }
    void onlyFailedChecksOfAnEndedRunNeedSomebody()
    {
        QFETCH(RunReport, report);
        Facts facts = quiet();
        facts.lastRun = report;
        const QList<Attention> lines = attentionLines(facts);
        QTEST(int(lines.size()), "lines");
        if (lines.isEmpty())
            return;
        QVERIFY(lines.first().title.contains(u"1 of 2"_s));
        QCOMPARE(lines.first().detail, u"reason %1"_s.arg(int(Outcome::Failed)));
        QCOMPARE(lines.first().page, u"smoke"_s);
        QCOMPARE(lines.first().filter, u"R"_s);
    }

    void keysCountFromFourFifthsOfTheirCap_data()
    {
        QTest::addColumn<Key>("row");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("bad");
        QTest::newRow("79.9 %") << key(u"a"_s, 799, 1000) << 0 << false;
        QTest::newRow("80 %") << key(u"a"_s, 800, 1000) << 1 << false;
        QTest::newRow("95 %") << key(u"a"_s, 950, 1000) << 1 << true;
        QTest::newRow("over") << key(u"a"_s, 1100, 1000) << 1 << true;
        QTest::newRow("spend unknown") << key(u"a"_s, std::nullopt, 1000) << 0 << false;
        QTest::newRow("cap of nothing") << key(u"a"_s, 5, 0) << 0 << false;
        Key off = key(u"a"_s, 1000, 1000);
        off.enabled = false;
        QTest::newRow("disabled") << off << 0 << false;
        Key gone = key(u"a"_s, 100, 1000);
        gone.expiresAt = now;
        QTest::newRow("expires this second") << gone << 1 << false;
        gone.expiresAt = now.addSecs(1);
        QTest::newRow("expires in a second") << gone << 1 << true;
        gone.expiresAt = now.addDays(1).addSecs(-1);
        QTest::newRow("expires within a day") << gone << 1 << true;
        gone.expiresAt = now.addDays(1);
        QTest::newRow("expires in a day") << gone << 1 << false;
        gone.expiresAt = now.addDays(14);
        QTest::newRow("expires in 14 days") << gone << 1 << false;
        gone.expiresAt = now.addDays(30).addSecs(1);
        QTest::newRow("expires in more than 30 days") << gone << 0 << false;
        Key soft = key(u"a"_s, 600, 1000);
        soft.softPercents = {90, 60};
        QTest::newRow("its own first threshold") << soft << 1 << false;
        soft = key(u"a"_s, 850, 1000);
        soft.softPercents = {90};
        QTest::newRow("below its own threshold") << soft << 0 << false;
        Key both = key(u"a"_s, 1000, 1000);
        both.expiresAt = now.addDays(-1);
        QTest::newRow("expired and spent is one line") << both << 1 << false;
        Key free = key(u"a"_s, 0, 0);
        free.budgets.clear();
        QTest::newRow("no cap") << free << 0 << false;
    }
    void keysCountFromFourFifthsOfTheirCap()
    {
        QFETCH(Key, row);
        Facts facts = quiet();
        facts.keys = {row};
        const QList<Attention> lines = attentionLines(facts);
        QTEST(int(lines.size()), "lines");
        if (lines.isEmpty())
            return;
        QTEST(lines.first().status == kit::Status::Bad, "bad");
        QCOMPARE(lines.first().page, u"keys"_s);
        QCOMPARE(lines.first().filter, u"a"_s);
    }

    void keysThatEndInAMonthAreCountedAfterThoseThatEndSooner()
    {
        Facts facts = quiet();
        for (const int days : {29, 7, 15, 2, 30}) {
            facts.keys << key(u"k%1"_s.arg(days), 0, 1000);
            facts.keys.last().expiresAt = now.addDays(days);
        }
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.first().title.contains(u"k2"_s) && lines.first().title.contains(u'2'),
            qPrintable(lines.first().title));
        QCOMPARE(lines.at(1).filter, u"k7"_s);
        QVERIFY2(lines.last().title.contains(u'3'), qPrintable(lines.last().title));
        QVERIFY(lines.last().filter.isEmpty());
    }

    void aFloodOfKeysIsCountedTheNearestFirst()
    {
        Facts facts = quiet();
        for (int i = 0; i < 9; ++i)
            facts.keys << key(u"k%1"_s.arg(i), 800 + i, 1000);
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first().filter, u"k8"_s);
        QVERIFY(lines.last().title.contains(u'6'));
        QVERIFY(lines.last().filter.isEmpty());
    }

    void fourKeysNeedNoCounting()
    {
        Facts facts = quiet();
        for (int i = 0; i < 4; ++i)
            facts.keys << key(u"k%1"_s.arg(i), 900, 1000);
        QCOMPARE(attentionLines(facts).size(), 4);
    }

    void callsOfUnknownCostLeadToTheirRows()
    {
        Facts facts = quiet();
        facts.unknownCostRows = 12;
        const QList<Attention> lines = attentionLines(facts);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().page, u"requests"_s);
        QCOMPARE(lines.first().filter, u"cost = unknown and ts >= 2026-06-18T00:00:00Z"_s);
    }

    void theWorstComesFirstAndTheRestKeepsItsOrder()
    {
        Facts facts = quiet();
        facts.syncedAt = now.addSecs(-4000);
        facts.lastRun = run({Outcome::Failed});
        facts.keys = {key(u"near"_s, 850, 1000), key(u"spent"_s, 1000, 1000)};
        facts.unknownCostRows = 1;
        QStringList order;
        for (const Attention &line : attentionLines(facts))
            order << (line.page.isEmpty() ? u"sync"_s : line.page) + (line.page == u"keys"_s ? line.filter : QString());
        QCOMPARE(order, (QStringList{u"smoke"_s, u"keysspent"_s, u"sync"_s, u"keysnear"_s, u"requests"_s}));
    }

    void aRotationThatIsDueIsToldUntilItIsUnderWay()
    {
        Facts facts = quiet();
        const QDate today = facts.now.toUTC().date();
        const auto told = [&](int days) {
            facts.schedules = {{u"k1"_s, u"web"_s, 90, today.addDays(days)}};
            return attentionLines(facts).value(0).title;
        };
        QCOMPARE(told(15), QString());
        QVERIFY(told(14).contains(u"“web” is to be rotated on"_s));
        QVERIFY(told(0).contains(u"is to be rotated on"_s));
        QVERIFY(told(-1).contains(u"should have been rotated on"_s));
        keys::Rotation rotation;
        rotation.oldId = u"k1"_s;
        facts.rotations << rotation;
        QCOMPARE(told(-1), QString());
        facts.rotations.first().abandoned = true;
        QVERIFY(!told(-1).isEmpty());
    }
};

QTEST_MAIN(AttentionTest)
#include "tst_overview_attention.moc"
