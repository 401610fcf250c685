// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gaps.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/own_key_readings.h"
#include "store/profiles.h"
#include "store/runs.h"
#include "store/settings.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

Profile profile(const QString &name)
{
    Profile p;
    p.caFile = u"/etc/ssl/lab.pem"_s;
    p.proxy = u"http://proxy.test:3128"_s;
    p.clientCertFile = u"/etc/ssl/console.pem"_s;
    p.clientKeyFile = u"/etc/ssl/console.key"_s;
    p.clientKeyPassRef = u"vault:profile/x/client-key"_s;
    p.id = u"id-"_s + name;
    p.name = name;
    p.kind = u"litellm"_s;
    p.dataUrl = QUrl(u"https://gw.example/v1"_s);
    p.adminUrl = QUrl(u"https://gw.example/ü?a=b%20c"_s);
    p.userId = u"7"_s;
    p.userIdTold = true;
    p.adminKeyRef = u"vault:x"_s;
    p.dataKeyRef = u"env:KEY"_s;
    p.environment = Environment::Production;
    p.readOnly = true;
    p.timeZone = u"Asia/Kathmandu"_s;
    return p;
}

Key key(const QString &id)
{
    Key k;
    k.id = id;
    k.name = u"web \"x\" ü"_s;
    k.prefix = u"sk-ab"_s;
    k.lastFour = u"wxyz"_s;
    k.aliases = {u"fast"_s, u"smart"_s};
    k.budgets = {{5'000'000'000, u"day"_s, 12}, {7, u"12h"_s, {}}};
    k.spentNanos = 9'007'199'254'740'993; // more than a double holds
    k.expiresAt = noon.addMSecs(5);
    k.createdAt = noon;
    k.enabled = false;
    k.passport = {u"app"_s, u"prod"_s, u"o"_s, u"r"_s, u"b"_s, u"T-1"_s, u"p"_s, QDate(2027, 1, 31)};
    return k;
}

RunReport run(const QString &id, const QDateTime &started)
{
    CheckReport check;
    check.check = u"T03"_s;
    check.variant = u"a"_s;
    check.title = u"Streaming"_s;
    check.alias = u"fast"_s;
    check.outcome = Outcome::Warned;
    check.reasons = {{u"T03.V4"_s, Outcome::Warned, u"a gap"_s, {{u"ms"_s, 1.5}}}};
    check.requestIds = {u"r1"_s, u"r2"_s};
    check.started = started;
    check.ttfbMs = 3;
    check.firstTokenMs = 4;
    check.totalMs = 6;
    check.chunks = 11;
    check.servedModel = u"m"_s;
    check.evidenceFile = u"T03a.json"_s;
    RunReport report;
    report.id = id;
    report.suite = u"quick"_s;
    report.profile = u"demo"_s;
    report.gatewayKind = u"embedded"_s;
    report.gatewayVersion = u"0.1"_s;
    report.keyFingerprint = u"abc"_s;
    report.started = started;
    report.ended = started.addSecs(5);
    report.endedBy = u"cancelled"_s;
    report.costCapNanos = 50'000'000;
    report.checks = {check, CheckReport()};
    report.checks.last().started = started;
    report.checks.last().costNanos = 0;
    return report;
}

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private slots:
    void aProfileComesBackWhole()
    {
        TempStore store;
        const Profile p = profile(u"prod"_s);
        store.write([p](sql::Database &db) { return store::saveProfile(db, p); });
        QCOMPARE(profiles(store), QList<Profile>{p});
        Profile renamed = p;
        renamed.name = u"live"_s;
        renamed.adminUrl.clear();
        store.write([renamed](sql::Database &db) { return store::saveProfile(db, renamed); });
        QCOMPARE(profiles(store), QList<Profile>{renamed});
    }

    void aNameIsTakenOnce()
    {
        TempStore store;
        Profile p = profile(u"prod"_s);
        store.write([p](sql::Database &db) { return store::saveProfile(db, p); });
        p.id = u"another"_s;
        const auto refused = finished(store->write([p](sql::Database &db) { return store::saveProfile(db, p); }));
        QCOMPARE(refused.error().kind, FailureKind::Conflict);
        QVERIFY(refused.error().detail.contains(u"prod"_s));
        QCOMPARE(profiles(store).size(), 1);
    }

    void aUserIdThatTheGatewayTellsTakesNoOnesPlace()
    {
        TempStore store;
        Profile p = profile(u"prod"_s);
        const auto told = [&p, &store](const QString &userId) {
            return store.write([id = p.id, userId](sql::Database &db) { return store::keepUserId(db, id, userId); });
        };
        const auto keep = [&p, &store] { store.write([p](sql::Database &db) { return store::saveProfile(db, p); }); };
        QVERIFY(!told(u"9"_s)); // there is no such profile
        p.userIdTold = false;
        keep();
        QVERIFY(!told(u"9"_s));
        QCOMPARE(profiles(store), QList<Profile>{p});
        p.userId.clear();
        keep();
        QVERIFY(told(u"9"_s));
        p.userId = u"9"_s;
        p.userIdTold = true;
        QCOMPARE(profiles(store), QList<Profile>{p});
    }

    void oneProfileAtMostIsTheDefault()
    {
        TempStore store;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            Profile p = profile(name);
            p.isDefault = true;
            store.write([p](sql::Database &db) { return store::saveProfile(db, p); });
        }
        QCOMPARE(profiles(store).first().isDefault, false);
        store.write([](sql::Database &db) { return store::makeDefault(db, u"id-a"_s); });
        QCOMPARE(profiles(store).first().isDefault, true);
        QCOMPARE(profiles(store).last().isDefault, false);
        const auto none = finished(store->write([](sql::Database &db) { return store::makeDefault(db, u"nobody"_s); }));
        QCOMPARE(none.error().kind, FailureKind::NotFound);
        QCOMPARE(profiles(store).first().isDefault, true); // rolled back
    }

    void aRemovedProfileTakesItsUsageAlong()
    {
        TempStore store;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            const Profile p = profile(name);
            UsageRecord row;
            row.sourceId = u"r"_s;
            row.at = noon;
            store::Arrival arrival;
            arrival.profile = p.id;
            arrival.at = noon;
            store.write([=](sql::Database &db) -> Result<> {
                if (const Result<> done = store::saveProfile(db, p); !done)
                    return done;
                if (const auto put = store::putUsage(db, arrival, {row}); !put)
                    return tl::unexpected<Failure>(put.error());
                return store::inWords(store::cacheKeys(db, p.id, {{key(u"k"_s)}, noon}));
            });
        }
        const store::OwnKeyReadings readings{u"0123456789ab ...6789"_s, {{noon, 9'007'199'254'740'993}}};
        store.write([=](sql::Database &db) -> Result<> {
            for (const QString &id : {u"id-a"_s, u"id-ab"_s})
                if (const auto kept = store::keepOwnKeyReadings(db, id, readings); !kept)
                    return store::inWords(kept);
            return Result<>();
        });
        QVERIFY(store.write([](sql::Database &db) { return store::removeProfile(db, u"id-a"_s); }));
        QCOMPARE(store.read([](sql::Database &db) { return store::ownKeyReadings(db, u"id-a"_s); }),
            store::OwnKeyReadings());
        QCOMPARE(store.read([](sql::Database &db) { return store::ownKeyReadings(db, u"id-ab"_s); }), readings);
        QVERIFY(!store.write([](sql::Database &db) { return store::removeProfile(db, u"id-a"_s); }));
        QCOMPARE(store.number("SELECT count(*) FROM usage"), 1);
        QCOMPARE(store.number("SELECT sum(requests) FROM usage_rollup WHERE dimension=0"), 1);
        QCOMPARE(store.number("SELECT count(*) FROM key_cache"), 1);
    }

    void journalLinesAreOpenedThenClosedOnce()
    {
        TempStore store;
        store::JournalLine line;
        line.profile = u"p"_s;
        line.at = noon;
        line.by = u"ops"_s;
        line.after = key(u""_s);
        line.id = store.write([line](sql::Database &db) { return store::openLine(db, line); });
        QCOMPARE(lines(store), QList{line});
        QVERIFY(!lines(store).first().closed);
        store.reopen();

        line.after = key(u"k1"_s);
        line.closed = true;
        line.failure = Failure{FailureKind::Rejected, u"no budget"_s, 400};
        store.write([line](sql::Database &db) { return store::closeLine(db, line); });
        QCOMPARE(lines(store), QList{line});
        store::JournalLine changed = line;
        changed.failure.reset();
        const auto again =
            finished(store->write([changed](sql::Database &db) { return store::closeLine(db, changed); }));
        QCOMPARE(again.error().kind, FailureKind::Conflict);
        QCOMPARE(lines(store), QList{line});
    }

    void journalsOfProfilesStayApartNewestFirst()
    {
        TempStore store;
        for (const QString &p : {u"a"_s, u"b"_s, u"a"_s}) {
            store::JournalLine line;
            line.profile = p;
            line.at = noon;
            line.before = key(p);
            store.write([line](sql::Database &db) { return store::openLine(db, line); });
        }
        QCOMPARE(lines(store, u"a"_s).size(), 2);
        QVERIFY(lines(store, u"a"_s).first().id > lines(store, u"a"_s).last().id);
        QCOMPARE(lines(store, {}).size(), 3);
        QCOMPARE(lines(store, {}, 1).size(), 1);
    }

    void cachedKeysComeBackInTheirOrder()
    {
        TempStore store;
        const auto read = [&store](const QString &p) {
            return store.read([p](sql::Database &db) { return store::cachedKeys(db, p); });
        };
        QCOMPARE(read(u"p"_s), store::CachedKeys());
        store::CachedKeys cached{{key(u"z"_s), key(u"a"_s), Key()}, noon};
        store.write([cached](sql::Database &db) { return store::cacheKeys(db, u"p"_s, cached); });
        QCOMPARE(read(u"p"_s), cached);
        const Key first = cached.keys.takeFirst();
        cached.asOf = noon.addSecs(1);
        cached.gone = {{first, noon.addSecs(1)}};
        store.write([cached](sql::Database &db) { return store::cacheKeys(db, u"p"_s, cached); });
        QCOMPARE(read(u"p"_s), cached);
        QCOMPARE(read(u"q"_s), store::CachedKeys());
    }

    void aKeyThatVanishedIsRememberedUntilItComesBack()
    {
        TempStore store;
        const auto keep = [&store](const QList<Key> &keys, int seconds) {
            const store::CachedKeys now{keys, noon.addSecs(seconds), {}};
            store.write([now](sql::Database &db) { return store::cacheKeys(db, u"p"_s, now); });
            return store.read([](sql::Database &db) { return store::cachedKeys(db, u"p"_s); }).gone;
        };
        const Key a = key(u"a"_s);
        const Key b = key(u"b"_s);
        QVERIFY(keep({a, b}, 0).isEmpty());
        QCOMPARE(keep({b}, 1), (QList<store::GoneKey>{{a, noon.addSecs(1)}}));
        QCOMPARE(keep({b}, 2), (QList<store::GoneKey>{{a, noon.addSecs(1)}})); // since it was first missing
        QCOMPARE(keep({}, 3), (QList<store::GoneKey>{{b, noon.addSecs(3)}, {a, noon.addSecs(1)}}));
        QCOMPARE(keep({a}, 4), (QList<store::GoneKey>{{b, noon.addSecs(3)}}));
    }

    void runsAreKeptWholeAndFoundByTheirBeginning()
    {
        TempStore store;
        const RunReport first = run(u"01AAA"_s, noon);
        RunReport second = run(u"01AAB"_s, noon.addSecs(60));
        second.ended.reset(); // it is under way
        for (const RunReport &r : {first, second})
            store.write([r](sql::Database &db) { return store::saveRun(db, r); });
        QCOMPARE(store.read([](sql::Database &db) { return store::recentRuns(db, 10); }), (QList{second, first}));
        second.ended = noon.addSecs(70);
        second.checks.removeLast();
        store.write([second](sql::Database &db) { return store::saveRun(db, second); });
        QCOMPARE(store.read([](sql::Database &db) { return store::recentRuns(db, 1); }), QList{second});
        QCOMPARE(store.number("SELECT count(*) FROM run_check"), 3);

        const auto find = [&store](const QString &id) {
            return finished(store->read([id](sql::Database &db) { return store::findRun(db, id); }));
        };
        QCOMPARE(find(u"01AAA"_s).value(), first);
        QCOMPARE(find(u"01AAB"_s).value(), second);
        QCOMPARE(find(u"01AA"_s).error().kind, FailureKind::Rejected);
        QCOMPARE(find(u"02"_s).error().kind, FailureKind::NotFound);
        QCOMPARE(find(u""_s).error().kind, FailureKind::NotFound);
    }

    void settingsAreKeptByName()
    {
        TempStore store;
        const QJsonObject view{{u"filter"_s, u"alias = fast"_s}, {u"days"_s, 7}};
        store.write([view](sql::Database &db) { return store::keepSetting(db, u"view/a"_s, view); });
        store.write([view](sql::Database &db) { return store::keepSetting(db, u"other"_s, view); });
        QCOMPARE(store.read([](sql::Database &db) { return store::setting(db, u"view/a"_s); }), view);
        QCOMPARE(store.read([](sql::Database &db) { return store::settingNames(db, u"view/"_s); }),
            QStringList{u"view/a"_s});
        store.write([](sql::Database &db) { return store::keepSetting(db, u"view/a"_s, {}); });
        QVERIFY(store.read([](sql::Database &db) { return store::setting(db, u"view/a"_s); }).isEmpty());
    }

    void anOpenGapGrowsAndClosesOthersStay()
    {
        TempStore store;
        const auto gaps = [&store] { return store.read([](sql::Database &db) { return store::gaps(db, u"p"_s); }); };
        const store::KnownGap lost{noon.addDays(-2), noon.addDays(-1), u"lost"_s, false};
        store.write([lost](sql::Database &db) { return store::keepGap(db, u"p"_s, lost); });
        for (int minutes : {5, 10})
            store.write(
                [minutes](sql::Database &db) { return store::openGap(db, u"p"_s, noon, noon.addSecs(60 * minutes)); });
        QCOMPARE(gaps().size(), 2);
        QCOMPARE(gaps().last().to, noon.addSecs(600));
        store.write([](sql::Database &db) { return store::closeGaps(db, u"p"_s); });
        QCOMPARE(gaps(), QList{lost});
    }

    void everyKindOfFailureIsRemembered()
    {
        TempStore store;
        for (int kind = 0; kind < failureKinds; ++kind) {
            const Failure failure{FailureKind(kind), u"why"_s, kind};
            store.write([failure](sql::Database &db) { return store::keepSyncFailure(db, u"p"_s, failure, noon); });
            const auto state = store.read([](sql::Database &db) { return store::syncState(db, u"p"_s); });
            QCOMPARE(state.failure, failure);
        }
    }

    void noTableHasAColumnForASecret()
    {
        TempStore store;
        QCOMPARE(store.number("SELECT count(*) FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
                              " WHERE t.schema='main' AND (c.name LIKE '%secret%' OR c.name LIKE '%password%')"),
            0);
    }

private:
    static QList<Profile> profiles(TempStore &store)
    {
        return store.read([](sql::Database &db) { return store::profiles(db); });
    }
    static QList<store::JournalLine> lines(TempStore &store, const QString &p = u"p"_s, int count = 10)
    {
        return store.read([p, count](sql::Database &db) { return store::journalLines(db, p, count); });
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tst_tables.moc"
