// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file.h"
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "store/usage_id.h"
#include "store/usage_rows.h"
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

UsageRecord record(const QString &id, const QDateTime &at = noon)
{
    UsageRecord row;
    row.sourceId = id;
    row.requestId = u"req-"_s + id;
    row.at = at;
    row.key = u"web"_s;
    row.alias = u"fast"_s;
    row.status = 200;
    row.inputTokens = 10;
    row.costNanos = 1000;
    row.currency = u"USD"_s;
    return row;
}

store::Arrival arrivalAt(const QDateTime &at = noon)
{
    store::Arrival arrival;
    arrival.profile = u"p"_s;
    arrival.at = at;
    return arrival;
}

QList<UsageRecord> everyRow(sql::Database &db, const QString &profile = u"p"_s)
{
    store::Scope scope;
    scope.profile = profile;
    QList<UsageRecord> rows;
    const auto held = store::rowsBefore(db, scope, {}, 1000000);
    for (const auto &placed : *held)
        rows.prepend(placed.row);
    return rows;
}

// Of every sort, some of them what others became later.
QList<UsageRecord> anyRows(QRandomGenerator &random)
{
    QList<UsageRecord> rows;
    for (int i = 0; i < 40; ++i) {
        UsageRecord row = record(QString::number(random.bounded(300)), {});
        row.at = noon.addSecs(row.sourceId.toInt() * 97);
        row.alias = QString::number(random.bounded(3));
        row.status = random.bounded(4) ? std::optional(200 + 100 * random.bounded(4)) : std::nullopt;
        row.outputTokens = random.bounded(2) ? std::optional<qint64>(random.bounded(50)) : std::nullopt;
        row.costNanos = random.bounded(2) ? std::optional<qint64>(random.bounded(50)) : std::nullopt;
        row.currency = random.bounded(5) ? u"USD"_s : u"EUR"_s;
        row.ended = random.bounded(2) ? u"complete"_s : u"upstream_cut"_s;
        row.origin = random.bounded(2) ? Origin::Sample : Origin::Sync;
        if (random.bounded(5) == 0) {
            row.ended = u"refund"_s;
            row.costNanos = -1 - random.bounded(50);
            row.currency = u"USD"_s;
        }
        rows << row;
    }
    return rows;
}

// Whether the rollups say what the rows say, in each dimension.
bool rollupsAreLevel(sql::Database &db)
{
    for (int i = 0; i < store::dimensionCount; ++i) {
        store::Scope all;
        store::Scope fromRows;
        fromRows.where.text = "1";
        const auto fast = store::quarters(db, all, store::Dimension(i)).value();
        const auto slow = store::quarters(db, fromRows, store::Dimension(i)).value();
        const auto same = [](const store::Quarter &a, const store::Quarter &b) {
            return a.start == b.start && a.name == b.name && a.sums == b.sums;
        };
        if (!std::ranges::equal(fast, slow, same))
            return false;
    }
    return true;
}

} // namespace

class UsageRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack()
    {
        UsageRecord full = record(u"a"_s, noon.addMSecs(123));
        full.atMicros = 456;
        full.keyId = u"k"_s;
        full.upstream = u"u"_s;
        full.model = u"m"_s;
        full.family = u"chat"_s;
        full.errorClass = u"e"_s;
        full.ended = u"complete"_s;
        full.outputTokens = 2;
        full.cachedTokens = 0;
        full.reasoningTokens = 4;
        full.firstTokenMs = 5;
        full.totalMs = 6;
        full.origin = Origin::Sample;
        UsageRecord bare;
        bare.sourceId = u"b"_s;
        bare.at = noon;
        const QList<UsageRecord> rows{bare, full};
        TempStore store;
        const auto written = store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        QCOMPARE(written, (store::Written{2, 0, 0}));
        auto held = store.read([](sql::Database &db) { return sql::Result<QList<UsageRecord>>(everyRow(db)); });
        QVERIFY(held.contains(bare));
        QVERIFY(held.contains(full));
    }

    void anIdIsTheTimeAndAHash()
    {
        const auto micros = store::microsOf(record(u"a"_s, noon.addMSecs(5)));
        const auto id = store::usageId(u"p"_s, u"a"_s, micros);
        QCOMPARE(id >> 22, noon.addMSecs(5).toMSecsSinceEpoch() - store::epoch2020Ms);
        QCOMPARE(store::usageId(u"p"_s, u"a"_s, micros), id);
        QVERIFY(store::usageId(u"q"_s, u"a"_s, micros) != id);
        QVERIFY(store::usageId(u"p"_s, u"b"_s, micros) != id);
        QVERIFY(id >= store::lowestId(micros) && id < store::idBeyond(micros + 1));
    }

    void aWholeSecondSpreadsItsMilliseconds()
    {
        QSet<qint64> milliseconds;
        const auto micros = store::microsOf(record(u"a"_s));
        for (int i = 0; i < 1000; ++i) {
            const auto id = store::usageId(u"p"_s, QString::number(i), micros);
            QVERIFY(id >= store::lowestId(micros) && id < store::idBeyond(micros + 1));
            milliseconds << (id >> 22);
        }
        QVERIFY(milliseconds.size() > 500);
    }

    void aRowThatComesAgainIsTheSameRow()
    {
        TempStore store;
        UsageRecord row = record(u"a"_s);
        const auto put = [&store](const UsageRecord &r) {
            return store.write([r](sql::Database &db) { return store::putUsage(db, arrivalAt(), {r}); });
        };
        QCOMPARE(put(row), (store::Written{1, 0, 0}));
        QCOMPARE(put(row), (store::Written{0, 0, 1}));
        row.costNanos.reset();
        row.status = 500;
        QCOMPARE(put(row), (store::Written{0, 1, 0}));
        QCOMPARE(store.number("SELECT count(*) FROM usage"), 1);
        QCOMPARE(store.number("SELECT count(*) FROM usage WHERE cost_nanos IS NULL"), 1);
        QVERIFY(store.read([](sql::Database &db) { return sql::Result<bool>(rollupsAreLevel(db)); }));
        QCOMPARE(store.number("SELECT count(*) FROM usage_rollup WHERE name='200'"), 0);
    }

    void anImportDoesNotChangeWhatTheGatewayTold()
    {
        TempStore store;
        UsageRecord row = record(u"a"_s);
        store.write([row](sql::Database &db) { return store::putUsage(db, arrivalAt(), {row}); });
        row.origin = Origin::Import;
        row.costNanos = 7;
        const auto again = store.write([row](sql::Database &db) { return store::putUsage(db, arrivalAt(), {row}); });
        QCOMPARE(again, (store::Written{0, 0, 1}));
        QCOMPARE(store.number("SELECT cost_nanos FROM usage"), 1000);
    }

    void rowsOfOneHashAndMillisecondTakeTheNextIds()
    {
        // Two of the first few thousand names share the 22 bits for sure: birthdays.
        QHash<qint64, QString> seen;
        QString one, two;
        const auto at = noon.addMSecs(1);
        for (int i = 0; two.isEmpty(); ++i) {
            const QString name = QString::number(i);
            const auto id = store::usageId(u"p"_s, name, store::microsOf(record(name, at)));
            if (seen.contains(id)) {
                one = seen[id];
                two = name;
            }
            seen[id] = name;
        }
        TempStore store;
        const QList<UsageRecord> rows{record(one, at), record(two, at)};
        const auto put = [&store](const QList<UsageRecord> &r) {
            return store.write([r](sql::Database &db) { return store::putUsage(db, arrivalAt(), r); });
        };
        QCOMPARE(put(rows), (store::Written{2, 0, 0}));
        QCOMPARE(put({rows[1], rows[0]}), (store::Written{0, 0, 2}));
        QCOMPARE(store.number("SELECT max(id) - min(id) FROM usage"), 1);
        // A hole in the chain does not make a second row of the one behind it.
        store.write(
            [](sql::Database &db) { return db.exec("DELETE FROM usage WHERE id=(SELECT min(id) FROM usage)"); });
        QCOMPARE(put({rows[1]}), (store::Written{0, 0, 1}));
        QCOMPARE(put({rows[0]}), (store::Written{1, 0, 0}));
    }

    void aRowWithoutUsableTimeIsRefusedWithAllOfItsPage()
    {
        TempStore store;
        for (const QDateTime &bad :
            {QDateTime(), QDateTime({1960, 1, 1}, {0, 0}, Qt::UTC), QDateTime({3000, 1, 1}, {0, 0}, Qt::UTC)}) {
            const QList<UsageRecord> rows{record(u"good"_s), record(u"bad-one"_s, bad)};
            const auto done =
                finished(store->write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); }));
            QCOMPARE(done.error().kind, FailureKind::Rejected);
            QVERIFY(done.error().detail.contains(u"bad-one"_s));
        }
        QCOMPARE(store.number("SELECT count(*) FROM usage"), 0);
        QCOMPARE(store.number("SELECT count(*) FROM usage_rollup"), 0);
    }

    void rollupsStayLevelThroughAnyMixOfWrites()
    {
        TempStore store;
        QRandomGenerator random(7);
        for (int batch = 0; batch < 20; ++batch) {
            const QList<UsageRecord> rows = anyRows(random);
            store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        }
        QVERIFY(store.read([](sql::Database &db) { return sql::Result<bool>(rollupsAreLevel(db)); }));
        QCOMPARE(
            store.number("SELECT count(*) FROM usage_rollup WHERE requests < 0 OR (requests = 0 AND cost >= 0)"), 0);
        const auto samplesFromRows = store.number("SELECT count(*) FROM usage WHERE origin=2 AND ended<>'refund'");
        QCOMPARE(store.read([](sql::Database &db) { return store::sampleRows(db, {}); }), samplesFromRows);
    }

    void aRefundIsSpendAndNoCall()
    {
        TempStore store;
        UsageRecord refund = record(u"back"_s, noon.addSecs(5));
        refund.ended = u"refund"_s;
        refund.costNanos = -400;
        const QList<UsageRecord> rows{record(u"a"_s), refund};
        store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        store::Scope fromRows;
        fromRows.where.text = "1";
        for (const store::Scope &scope : {store::Scope(), fromRows}) {
            const auto sums =
                store.read([scope](sql::Database &db) { return store::sumsByName(db, scope, store::Dimension::All); });
            QCOMPARE(sums.size(), 1);
            QCOMPARE(sums.first().sums.requests, 1);
            QCOMPARE(sums.first().sums.cost, 600);
            QCOMPARE(sums.first().sums.costRows, 1);
            QCOMPARE(sums.first().sums.input, 10);
            QCOMPARE(sums.first().sums.inputRows, 1);
        }
        QCOMPARE(store.read([](sql::Database &db) { return store::rowsBefore(db, {}, {}, 9); }).size(), 2);
        QVERIFY(store.read([](sql::Database &db) { return sql::Result<bool>(rollupsAreLevel(db)); }));
    }

    void refundsThatWereCountedAsCallsAreNoLonger()
    {
        auto older = store::knownMigrations();
        std::erase_if(older, [](const sql::Migration &step) { return step.number > 10; });
        TempStore store;
        store.path = store.folder.filePath(u"older.db"_s);
        store.held = std::make_unique<store::Store>(store.path, store.limits, older);
        QRandomGenerator random(7);
        const QList<UsageRecord> rows = anyRows(random);
        store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        store.write([](sql::Database &db) { return db.run("UPDATE usage SET ended='refund' WHERE id % 3 = 0"); });
        const auto level = [](sql::Database &db) { return sql::Result<bool>(rollupsAreLevel(db)); };
        QVERIFY(!store.read(level));
        const qint64 others = store.number("SELECT count(*) FROM usage WHERE ended<>'refund'");
        store.reopen();
        QVERIFY(store.read(level));
        QCOMPARE(store.number("SELECT sum(requests) FROM usage_rollup WHERE dimension=0"), others);
        QVERIFY(others < rows.size() && others > 0);
    }

    void anyCutOfTimeGivesTheSumOfItsRows()
    {
        TempStore store;
        QRandomGenerator random(3);
        QList<UsageRecord> rows;
        for (int i = 0; i < 2000; ++i) {
            UsageRecord row = record(QString::number(i), noon.addMSecs(random.bounded(86400000)));
            row.atMicros = random.bounded(1000);
            rows << row;
        }
        for (int i = 0; i < 200; ++i) // as from a source that knows seconds only
            rows << record(u"s%1"_s.arg(i), noon.addSecs(random.bounded(86400)));
        store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        for (int i = 0; i < 60; ++i) {
            store::Scope scope;
            const std::int64_t start = store::microsOf(record({}, noon));
            scope.from = start + std::int64_t(random.bounded(86400)) * (i % 3 ? 1'000'000 : 900'000);
            scope.to = *scope.from + std::int64_t(random.bounded(40000)) * (i % 2 ? 1'000'000 : 1'001);
            const auto inside = [&scope](const UsageRecord &row) {
                return store::microsOf(row) >= *scope.from && store::microsOf(row) < *scope.to;
            };
            const qint64 expected = std::ranges::count_if(rows, inside);
            QCOMPARE(store.read([scope](sql::Database &db) { return store::countRows(db, scope); }), expected);
            QCOMPARE(store.read([scope](sql::Database &db) { return store::rowsBefore(db, scope, {}, 5000); }).size(),
                expected);
        }
    }

    void aRowIsFoundByItsRequest()
    {
        TempStore store;
        const QList<UsageRecord> rows{record(u"a"_s), record(u"b"_s, noon.addSecs(5))};
        store.write([rows](sql::Database &db) { return store::putUsage(db, arrivalAt(), rows); });
        const auto find = [&store](const QString &id, const QDateTime &from) {
            return store.read([id, from](sql::Database &db) { return store::usageOfRequest(db, u"p"_s, id, from); });
        };
        QCOMPARE(find(u"req-b"_s, {})->sourceId, u"b"_s);
        QCOMPARE(find(u"req-b"_s, noon.addSecs(4))->sourceId, u"b"_s);
        QVERIFY(!find(u"req-a"_s, noon.addSecs(4)));
        QVERIFY(!find(u"req-c"_s, {}));
    }

    void onlyRowsThatCouldHaveComeSoonerTellALag()
    {
        TempStore store;
        store::Arrival arrival = arrivalAt(noon.addSecs(60));
        arrival.levelUntil = noon;
        QList<UsageRecord> rows{record(u"old"_s, noon.addSecs(-5)), record(u"new"_s, noon.addSecs(50))};
        store.write([=](sql::Database &db) { return store::putUsage(db, arrival, rows); });
        const auto found = store.read([](sql::Database &db) { return store::percentiles(db, {}); });
        QCOMPARE(found.lagMs, std::optional<qint64>(10000));
    }
};

QTEST_GUILESS_MAIN(UsageRowsTest)
#include "tst_usage_rows.moc"
