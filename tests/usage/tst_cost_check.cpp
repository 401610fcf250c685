// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gaps.h"
#include "store/profiles.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "usage/cost_check.h"

using namespace Qt::StringLiterals;
using gateway::UsageTotals;
using usage::Accord;
using usage::Figure;

namespace {

const QDateTime from({2026, 11, 20}, {0, 0}, Qt::UTC);
const QDateTime to({2026, 11, 22}, {0, 0}, Qt::UTC);

UsageTotals sums(qint64 requests, std::optional<qint64> tokens, std::optional<qint64> cost, const QString &currency)
{
    return {from, to, requests, tokens, tokens, cost, currency};
}

UsageRecord call(const QString &id, const QDateTime &at)
{
    UsageRecord row;
    row.sourceId = id;
    row.at = at;
    row.inputTokens = 10;
    row.outputTokens = 3;
    row.costNanos = 700;
    row.currency = u"USD"_s;
    return row;
}

} // namespace

class CostCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void figuresAgreeWithinTheTolerance_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<qint64>("right");
        QTest::addColumn<qint64>("millionths");
        QTest::addColumn<bool>("agree");
        QTest::newRow("equal") << qint64(1000) << qint64(1000) << qint64(0) << true;
        QTest::newRow("one more") << qint64(1000) << qint64(1001) << qint64(0) << false;
        QTest::newRow("at the edge") << qint64(995) << qint64(1000) << qint64(5000) << true;
        QTest::newRow("over it") << qint64(994) << qint64(1000) << qint64(5000) << false;
        QTest::newRow("the other way round") << qint64(1000) << qint64(994) << qint64(5000) << false;
        QTest::newRow("nothing, and nothing") << qint64(0) << qint64(0) << qint64(0) << true;
        QTest::newRow("nothing, and little") << qint64(0) << qint64(1) << qint64(5000) << false;
        QTest::newRow("given back") << qint64(-1000) << qint64(-1004) << qint64(5000) << true;
        QTest::newRow("too large for 64 bits in between")
            << qint64(9'000'000'000'000'000'000) << qint64(-9'000'000'000'000'000'000) << qint64(5000) << false;
    }
    void figuresAgreeWithinTheTolerance()
    {
        QFETCH(qint64, left);
        QFETCH(qint64, right);
        QFETCH(qint64, millionths);
        QFETCH(bool, agree);
        const auto pairs = usage::compared(sums(1, {}, left, u"USD"_s), sums(1, {}, right, u"USD"_s), {0, millionths});
        QCOMPARE(pairs.last().figure, Figure::Cost);
        QCOMPARE(pairs.last().accord, agree ? Accord::Agrees : Accord::Differs);
    }

    void requestsAreCountedTheRestPassesThroughOtherHands()
    {
        const auto pairs = usage::compared(sums(1000, 1000, 1000, u"USD"_s), sums(1001, 1001, 1001, u"USD"_s), {});
        QCOMPARE(pairs.at(0).accord, Accord::Differs);
        QCOMPARE(pairs.at(0).difference().value(), 1);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(pairs.at(i).accord, Accord::Agrees);
        QCOMPARE(usage::accordOf(pairs), Accord::Differs);
    }

    void whatOneSideDoesNotTellIsNotCompared()
    {
        const auto pairs = usage::compared(sums(7, {}, 5, u"USD"_s), sums(7, 100, {}, {}), {});
        QCOMPARE(pairs.at(1).accord, Accord::Unknown);
        QVERIFY(!pairs.at(1).difference() && pairs.at(1).right == 100);
        QCOMPARE(pairs.at(3).accord, Accord::Unknown);
        QCOMPARE(usage::accordOf(pairs), Accord::Agrees); // what both tell
        QCOMPARE(usage::accordOf(pairs.mid(1)), Accord::Unknown);
    }

    void cachedTokensAreComparedWhereTheRightSideTellsThem()
    {
        UsageTotals left = sums(7, 100, 5, u"USD"_s);
        UsageTotals right = left;
        left.cachedTokens = 40;
        QCOMPARE(usage::compared(left, right, {}).size(), 4);
        right.cachedTokens = 60;
        const auto pairs = usage::compared(left, right, {});
        QCOMPARE(pairs.at(3).figure, Figure::CachedTokens);
        QCOMPARE(pairs.at(3).difference().value(), 20);
        QCOMPARE(usage::accordOf(pairs), Accord::Differs);
        left.cachedTokens.reset();
        QCOMPARE(usage::compared(left, right, {}).at(3).accord, Accord::Unknown);
    }

    void twoCurrenciesAreNotCompared()
    {
        const auto pairs = usage::compared(sums(7, 1, 5, u"USD"_s), sums(7, 1, 5, u"EUR"_s), {});
        QCOMPARE(pairs.last().accord, Accord::Unknown);
    }

    void rowsOfTheSpanAreAddedUp()
    {
        Fixture f;
        UsageRecord unpriced = call(u"c"_s, to.addMSecs(-1));
        unpriced.costNanos.reset();
        unpriced.currency.clear();
        UsageRecord sample = call(u"s"_s, from.addSecs(9));
        sample.origin = Origin::Sample;
        f.put({call(u"before"_s, from.addMSecs(-1)), call(u"a"_s, from), call(u"b"_s, from.addSecs(90'000)), unpriced,
            sample, call(u"after"_s, to)});
        const usage::KeptSums kept = f.kept();
        QCOMPARE(kept.totals.requests.value(), 3);
        QCOMPARE(kept.totals.inputTokens.value(), 30);
        QCOMPARE(kept.totals.outputTokens.value(), 9);
        QCOMPARE(kept.totals.costNanos.value(), 1400);
        QCOMPARE(kept.totals.currency, u"USD"_s);
        QCOMPARE(kept.unknownCostRows, 1);
        QCOMPARE(kept.unknownTokenRows, 0);
        QCOMPARE(kept.firstRow.value(), from.addMSecs(-1));
    }

    void whatNoRowTellsIsUnknownNotZero()
    {
        Fixture f;
        UsageRecord silent = call(u"a"_s, from);
        silent.inputTokens = silent.outputTokens = silent.costNanos = std::nullopt;
        f.put({silent});
        const usage::KeptSums kept = f.kept();
        QCOMPARE(kept.totals.requests.value(), 1);
        QVERIFY(!kept.totals.inputTokens && !kept.totals.outputTokens && !kept.totals.costNanos);
        QCOMPARE(kept.unknownTokenRows, 1);
    }

    void nothingIsZeroOnlyOnceAGatewayWasRead()
    {
        Fixture f;
        usage::KeptSums kept = f.kept();
        QVERIFY(!kept.totals.requests && !kept.totals.inputTokens && !kept.totals.costNanos && !kept.syncedAt);
        f.store.write([](sql::Database &db) { return store::keepLevel(db, u"p"_s, to.addSecs(5)); });
        kept = f.kept();
        QCOMPARE(kept.totals.requests.value(), 0);
        QCOMPARE(kept.totals.inputTokens.value(), 0);
        QCOMPARE(kept.totals.costNanos.value(), 0);
        QCOMPARE(kept.syncedAt.value(), to.addSecs(5));
    }

    void onlyGapsOfTheSpanAreTold()
    {
        Fixture f;
        for (const int day : {-3, 1, 4})
            f.store.write([day](sql::Database &db) {
                return store::keepGap(db, u"p"_s, {from.addDays(day), from.addDays(day).addSecs(60), u"lost"_s, false});
            });
        const usage::KeptSums kept = f.kept();
        QCOMPARE(kept.gaps.size(), 1);
        QCOMPARE(kept.gaps.first().from, from.addDays(1));
    }

private:
    struct Fixture
    {
        TempStore store;

        Fixture()
        {
            Profile profile;
            profile.id = u"p"_s;
            profile.name = u"lab"_s;
            store.write([profile](sql::Database &db) { return store::saveProfile(db, profile); });
        }
        void put(const QList<UsageRecord> &rows)
        {
            store.write([rows](sql::Database &db) {
                return store::putUsage(db, store::Arrival{u"p"_s, to, {}, {}}, rows);
            });
        }
        usage::KeptSums kept() { return finished(usage::keptSums(*store, u"p"_s, from, to)).value(); }
    };
};

QTEST_GUILESS_MAIN(CostCheckTest)
#include "tst_cost_check.moc"
