// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profiles.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "usage/explorer.h"
#include "usage/figures.h"
#include "usage/paged_source.h"
#include "usage/summary.h"
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using usage::Bucket;
using usage::GroupBy;
using usage::Step;

namespace {

const QDateTime midnight({2026, 11, 22}, {0, 0}, Qt::UTC); // a Sunday

UsageRecord call(const QString &id, const QDateTime &at, qint64 cost = 1000)
{
    UsageRecord row;
    row.sourceId = id;
    row.requestId = id;
    row.at = at;
    row.key = u"web"_s;
    row.alias = u"fast"_s;
    row.status = 200;
    row.inputTokens = 10;
    row.costNanos = cost;
    row.currency = u"USD"_s;
    return row;
}

QStringList starts(const QList<QDateTime> &steps, const QTimeZone &zone)
{
    QStringList all;
    for (const QDateTime &step : steps)
        all << step.toTimeZone(zone).toString(u"dd.HH:mm"_s);
    return all;
}

} // namespace

class ExplorerTest : public QObject
{
    Q_OBJECT

private slots:
    void daysAndHoursAreTheZonesOwn_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("utc") << QByteArray("UTC") << QDate(2026, 3, 29) << 24;
        QTest::newRow("Berlin, spring") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 23;
        QTest::newRow("Berlin, autumn") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 25;
        QTest::newRow("Kathmandu, +5:45") << QByteArray("Asia/Kathmandu") << QDate(2026, 3, 29) << 24;
        QTest::newRow("Lord Howe, half an hour less") << QByteArray("Australia/Lord_Howe") << QDate(2026, 10, 4) << 24;
        QTest::newRow("Santiago, no midnight") << QByteArray("America/Santiago") << QDate(2026, 9, 6) << 23;
    }

    void daysAndHoursAreTheZonesOwn()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        const QTimeZone local(zone);
        const QDateTime from = day.startOfDay(local).toUTC();
        const QDateTime to = day.addDays(1).startOfDay(local).toUTC();
        const auto hours = usage::stepsBetween(from, to, Step::Hour, local);
        QTEST(int(hours.size()), "hours");
        QCOMPARE(hours.first(), from);
        QCOMPARE(QSet<QDateTime>(hours.begin(), hours.end()).size(), hours.size());
        QCOMPARE(usage::stepsBetween(from, to, Step::Day, local), QList<QDateTime>{from});
        const auto week = usage::stepsBetween(from.addDays(-3), to.addDays(3), Step::Day, local);
        QVERIFY2(
            week.contains(from) && week.size() >= 7 && week.size() <= 8, qPrintable(starts(week, local).join(u' ')));
    }

    // Every zone's buckets add up to the same, whatever its offset.
    void theSumOfBucketsIsTheSameInEachZone()
    {
        Fixture f;
        QList<UsageRecord> rows;
        for (int i = 0; i < 2000; ++i)
            rows << call(QString::number(i), midnight.addSecs(i * 977), i);
        f.put(rows);
        for (const char *name : {"UTC", "Asia/Kathmandu", "America/St_Johns", "Europe/Berlin", "Pacific/Chatham"}) {
            f.wish.zone = QTimeZone(name);
            for (const Step step : {Step::Hour, Step::Day, Step::None}) {
                f.wish.step = step;
                const auto &state = f.show();
                qint64 requests = 0, cost = 0;
                for (const Bucket &bucket : state.series) {
                    requests += bucket.totals.requests;
                    cost += *bucket.totals.costNanos;
                    const QDateTime local = bucket.start.toTimeZone(f.wish.zone);
                    QVERIFY(step == Step::None || local.time().minute() == 0);
                    QVERIFY(step != Step::Day || local.time().hour() == 0);
                }
                QCOMPARE(requests, 2000);
                QCOMPARE(cost, 1999 * 2000 / 2);
            }
        }
    }

    void aDayInKathmanduEndsAtAQuarterPastSixUtc()
    {
        Fixture f;
        const QDateTime edge({2026, 11, 22}, {18, 15}, Qt::UTC);
        f.put({call(u"a"_s, edge.addMSecs(-1)), call(u"b"_s, edge)});
        f.wish.zone = QTimeZone("Asia/Kathmandu");
        const auto &state = f.show();
        QCOMPARE(state.series.size(), 2);
        QCOMPARE(state.series.last().start, edge);
    }

    void unknownIsCountedAndNeverZero()
    {
        Fixture f;
        UsageRecord bare;
        bare.sourceId = u"bare"_s;
        bare.at = midnight;
        bare.alias = u"fast"_s;
        UsageRecord euros = call(u"eur"_s, midnight);
        euros.currency = u"EUR"_s;
        f.put({bare});
        QVERIFY(!f.show().totals.costNanos);
        QVERIFY(!f.sums().inputTokens);
        QCOMPARE(f.sums().unknownCostRows, 1);
        f.put({call(u"a"_s, midnight), euros});
        f.show();
        QCOMPARE(f.sums().costNanos, std::optional<qint64>(1000));
        QCOMPARE(f.sums().unknownCostRows, 2);
        QCOMPARE(f.sums().inputTokens, std::optional<qint64>(20));
        QVERIFY(!f.sums().firstTokenP95Ms);
        QVERIFY(!f.sums().recordLagP95Ms);
    }

    void groupsStackInTheSeriesAndRankInTheBreakdown()
    {
        Fixture f;
        UsageRecord dear = call(u"d"_s, midnight.addSecs(7200), 9000);
        dear.alias = u"smart"_s;
        dear.key.clear();
        dear.keyId = u"k2"_s;
        dear.status = 500;
        dear.firstTokenMs = 120;
        f.put({call(u"a"_s, midnight), call(u"b"_s, midnight.addSecs(60)), dear});
        f.wish.step = Step::Hour;
        const auto &state = f.show();
        QCOMPARE(state.series.size(), 2);
        QCOMPARE(state.series[0].group, u"fast"_s);
        QCOMPARE(state.series[0].totals.requests, 2);
        QCOMPARE(state.breakdown.size(), 2);
        QCOMPARE(state.breakdown[0].group, u"k2"_s);
        QVERIFY(!state.breakdown[0].start.isValid());
        QCOMPARE(state.totals.errors, 1);
        QCOMPARE(state.totals.firstTokenP95Ms, std::optional<qint64>(120));
        QCOMPARE(state.hoursOfWeek[6][0], 2);
        QCOMPARE(state.hoursOfWeek[6][2], 1);
    }

    void samplesAreCountedAndCanBeLeftOut()
    {
        Fixture f;
        UsageRecord sample = call(u"s"_s, midnight);
        sample.origin = Origin::Sample;
        f.put({sample, call(u"a"_s, midnight)});
        QCOMPARE(f.show().totals.sampleRows, 1);
        f.wish.query.samples = false;
        QCOMPARE(f.show().totals.requests, 1);
        QCOMPARE(f.sums().sampleRows, 0);
    }

    void aFilterChangesTheRowsNotTheMeaning()
    {
        Fixture f;
        UsageRecord other = call(u"o"_s, midnight.addSecs(10), 5);
        other.alias = u"smart"_s;
        other.family = u"chat"_s;
        other.origin = Origin::Sample;
        f.put({call(u"a"_s, midnight), other});
        const auto all = f.show().series;
        f.wish.query.filter = u"alias in (fast, smart)"_s;
        QCOMPARE(f.show().series, all);
        f.wish.query.filter = u"alias = smart"_s;
        QCOMPARE(f.show().totals.costNanos, std::optional<qint64>(5));
        f.wish.query.filter = u"alias = "_s;
        const auto &state = f.show();
        QCOMPARE(state.failure->kind, FailureKind::Rejected);
        QVERIFY(state.failure->detail.contains(u"character 9"_s));
        QCOMPARE(state.totals.costNanos, std::optional<qint64>(5)); // the figures stay
        f.wish.query.filter.clear();
        QVERIFY(!f.show().failure);
    }

    void usualIsToldOnlyAfterThreeSuchWeekdays()
    {
        Fixture f;
        f.wish.query.from = midnight;
        f.wish.query.to = midnight.addDays(1);
        f.wish.step = Step::Hour;
        const auto week = [&](int weeks, qint64 cost) {
            const QDateTime at = midnight.addDays(-7 * weeks).addSecs(10 * 3600);
            f.put({call(u"w%1"_s.arg(weeks), at, cost)});
        };
        week(1, 100);
        week(2, 300);
        f.put({call(u"other weekday"_s, midnight.addDays(-1), 7)});
        QVERIFY(f.show().usual.isEmpty());
        week(3, 900);
        const auto &state = f.show();
        QCOMPARE(state.usual.size(), 24);
        QCOMPARE(state.usual[10].totals.costNanos, std::optional<qint64>(300));
        QCOMPARE(state.usual[10].totals.requests, 1);
        QCOMPARE(state.usual[11].totals.requests, 0);
        f.wish.step = Step::Day;
        QCOMPARE(f.show().usual.first().totals.costNanos, std::optional<qint64>(300));
        week(4, 500);
        QCOMPARE(f.show().usual.first().totals.costNanos, std::optional<qint64>(400));
    }

    void theNewestWishWins()
    {
        Fixture f;
        QList<UsageRecord> rows;
        for (int i = 0; i < 3000; ++i)
            rows << call(QString::number(i), midnight.addSecs(i));
        f.put(rows);
        usage::Explorer explorer(*f.store);
        QSignalSpy changed(&explorer, &usage::Explorer::changed);
        for (int i = 0; i < 30; ++i) {
            f.wish.query.filter = u"request_id ~ \"^%1\""_s.arg(i);
            explorer.show(f.wish);
        }
        f.wish.query.filter.clear();
        explorer.show(f.wish);
        QTRY_VERIFY(!explorer.state().loading);
        QCOMPARE(explorer.state().totals.requests, 3000);
        QCOMPARE(explorer.state().wish, f.wish);
        QVERIFY(!explorer.state().failure);
    }

    void aListIsPagedNewestFirst()
    {
        Fixture f;
        QList<UsageRecord> rows;
        for (int i = 0; i < 1203; ++i)
            rows << call(QString::number(i), midnight.addMSecs(i * 7 + 1));
        f.put(rows);
        usage::RequestList list(*f.store);
        list.show(f.wish.query);
        QTRY_VERIFY(list.state().loaded);
        QCOMPARE(list.state().rows.size(), 500);
        QCOMPARE(list.state().rows.first().sourceId, u"1202"_s);
        QCOMPARE(list.state().total, 1203);
        QVERIFY(list.state().more);
        list.loadMore();
        QTRY_COMPARE(list.state().rows.size(), 1000);
        f.put({call(u"new"_s, midnight.addSecs(100))});
        list.show(f.wish.query); // a refresh keeps as many rows
        QTRY_COMPARE(list.state().rows.first().sourceId, u"new"_s);
        QCOMPARE(list.state().rows.size(), 1000);
        list.loadMore();
        QTRY_COMPARE(list.state().rows.size(), 1204);
        QVERIFY(!list.state().more);
        usage::Query bad = f.wish.query;
        bad.filter = u"nope = 1"_s;
        list.show(bad);
        QTRY_VERIFY(list.state().failure);
        QCOMPARE(list.state().failure->kind, FailureKind::Rejected);
        QCOMPARE(list.state().rows.size(), 1204);
    }

    void localTimesOfAFilterAreTheProfiles()
    {
        Fixture f;
        Profile profile;
        profile.id = u"p"_s;
        profile.name = u"Kathmandu"_s;
        profile.timeZone = u"Asia/Kathmandu"_s; // +05:45
        f.store.write([profile](sql::Database &db) { return store::saveProfile(db, profile); });
        store::Arrival arrival;
        arrival.profile = profile.id;
        arrival.at = midnight;
        const QDateTime localMidnight = midnight.addSecs(-(5 * 60 + 45) * 60);
        const QList<UsageRecord> rows{call(u"before"_s, localMidnight.addSecs(-1)), call(u"after"_s, localMidnight)};
        f.store.write([=](sql::Database &db) { return store::putUsage(db, arrival, rows); });
        usage::RequestList list(*f.store);
        usage::Query query;
        query.profile = profile.id;
        query.filter = u"ts >= 2026-11-22"_s;
        list.show(query);
        QTRY_VERIFY(list.state().loaded);
        QVERIFY(!list.state().failure);
        QCOMPARE(list.state().rows.size(), 1);
        QCOMPARE(list.state().rows.first().sourceId, u"after"_s);
    }

    void pagesOfTheCommandLineMeetWithoutGapOrOverlap()
    {
        Fixture f;
        QList<UsageRecord> rows;
        for (int i = 0; i < 25; ++i)
            rows << call(QString::number(i), midnight.addMSecs(i * 7 + 1));
        f.put(rows);
        QStringList ids;
        QString cursor;
        int pages = 0;
        do {
            const auto page = finished(usage::rowPage(*f.store, f.wish.query, cursor, 10, {midnight})).value();
            for (const UsageRecord &row : page.rows)
                ids.prepend(row.sourceId);
            cursor = page.next;
            ++pages;
        } while (!cursor.isEmpty());
        QCOMPARE(pages, 3);
        QCOMPARE(ids.size(), 25);
        QCOMPARE(ids.first(), u"0"_s);
        const auto refused = finished(usage::rowPage(*f.store, f.wish.query, u"?"_s, 10, {midnight}));
        QCOMPARE(refused.error().kind, FailureKind::Rejected);
    }

    void aSummaryGroupsByWhatIsAsked()
    {
        Fixture f;
        const QTimeZone zone("Asia/Kathmandu");
        UsageRecord other = call(u"o"_s, midnight.addSecs(19 * 3600));
        other.alias = u"smart"_s;
        other.family = u"chat"_s;
        other.origin = Origin::Sample;
        f.put({call(u"a"_s, midnight), call(u"b"_s, midnight.addSecs(60)), call(u"c"_s, midnight.addSecs(20 * 3600)),
            other});
        const auto rows = [&](const char *by) {
            const auto groups = usage::summaryGroups(QString::fromLatin1(by)).value();
            QStringList all;
            const auto sums = finished(usage::summary(*f.store, f.wish.query, groups, {midnight, zone})).value();
            for (const auto &row : sums)
                all << row.names.join(u'/') + u"=%1"_s.arg(row.totals.requests);
            return all.join(u' ');
        };
        QCOMPARE(rows("key,alias,day"), u"web/fast/2026-11-22=2 web/fast/2026-11-23=1 web/smart/2026-11-23=1"_s);
        QCOMPARE(rows("day"), u"2026-11-22=2 2026-11-23=2"_s);
        QCOMPARE(rows("day,alias"), u"2026-11-22/fast=2 2026-11-23/fast=1 2026-11-23/smart=1"_s);
        QCOMPARE(rows("status"), u"200=4"_s);
        QCOMPARE(rows("family"), u"=3 chat=1"_s);
        QCOMPARE(rows(""), u"=4"_s);
        QVERIFY(rows("hour").startsWith(u"2026-11-22T05:00+05:45=2"_s));
        const QList<usage::SummaryBy> byAlias{usage::SummaryBy::Alias};
        const auto sums = finished(usage::summary(*f.store, f.wish.query, byAlias, {midnight, zone})).value();
        QCOMPARE(sums.at(0).totals.sampleRows, 0);
        QCOMPARE(sums.at(1).totals.sampleRows, 1);
        const auto hours = finished(usage::summary(*f.store, f.wish.query, {usage::SummaryBy::Hour}, {midnight}));
        QCOMPARE(hours->first().names, QStringList{u"2026-11-22T00:00Z"_s});
        const auto wrong = usage::summaryGroups(u"key,colour"_s);
        QCOMPARE(wrong.error().kind, FailureKind::Rejected);
        QVERIFY(wrong.error().detail.contains(u"colour"_s) && wrong.error().detail.contains(u"alias"_s));
    }

private:
    struct Fixture
    {
        TempStore store;
        usage::Explorer::Wish wish;
        std::unique_ptr<usage::Explorer> explorer;

        void put(const QList<UsageRecord> &rows)
        {
            store::Arrival arrival;
            arrival.at = midnight;
            store.write([=](sql::Database &db) { return store::putUsage(db, arrival, rows); });
        }
        const usage::Explorer::State &show()
        {
            if (!explorer)
                explorer = std::make_unique<usage::Explorer>(*store);
            explorer->show(wish);
            for (int i = 0; i < 2000 && explorer->state().loading; ++i)
                QTest::qWait(1);
            return explorer->state();
        }
        const usage::Totals &sums() const { return explorer->state().totals; }
    };
};

QTEST_GUILESS_MAIN(ExplorerTest)
#include "tst_explorer.moc"
