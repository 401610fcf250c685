// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog_service.h"
#include "fakes/fake_admin.h"
#include "fakes/memory_catalogs.h"
#include "fakes/run_task.h"
#include "fakes/whole_session.h"
#include "store/key_cache.h"
#include "store/profiles.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "workspace/stored_catalogs.h"
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

static Alias named(const QString &name)
{
    return Alias{name, {{u"azure"_s, u"m-"_s + name, 1, {}, {}}}, {}, {}};
}

class CatalogServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNewStateIsKeptOnce()
    {
        Fixture f;
        f.admin.offered = {named(u"fast"_s)};
        f.refreshed();
        f.clock.at = f.clock.at.addDays(1);
        f.refreshed();
        QCOMPARE(f.service.state().snapshots.size(), 1);
        QCOMPARE(f.service.state().snapshots.first().lastSeen, f.clock.at);
        f.admin.offered << named(u"smart"_s);
        f.refreshed();
        QCOMPARE(f.service.state().snapshots.size(), 2);
        QCOMPARE(f.service.state().snapshots.first().aliases, 2);
        QCOMPARE(f.service.state().asOf, f.clock.at);
    }

    void whatItCostIsKnownFromTheKeptStates()
    {
        Fixture f;
        Alias alias = named(u"fast"_s);
        alias.price.inputNanos = 5;
        f.admin.offered = {alias};
        f.refreshed();
        alias.price.inputNanos = 7;
        f.admin.offered = {alias};
        f.clock.at = f.clock.at.addDays(1);
        f.refreshed();
        QTRY_COMPARE(f.service.state().prices.size(), 2);
        f.clock.at = f.clock.at.addDays(1);
        f.refreshed(); // as it was, seen later
        QTRY_COMPARE(f.service.state().prices.first().lastSeen, f.clock.at);
        QCOMPARE(f.service.state().prices.size(), 2);
        QCOMPARE(f.service.state().prices.first().price.inputNanos, 7);
        QVERIFY(f.service.state().prices.first().current && !f.service.state().prices.last().current);
    }

    void anEarlierStateCanBeShown()
    {
        Fixture f;
        f.admin.offered = {named(u"fast"_s)};
        f.refreshed();
        f.admin.offered = {named(u"smart"_s)};
        f.refreshed();
        f.service.show(f.service.state().snapshots.last().id);
        QTRY_COMPARE(f.service.state().older, QList<Alias>{named(u"fast"_s)});
        f.service.show(0);
        QVERIFY(f.service.state().older.isEmpty() && f.service.state().shown == 0);
    }

    void withoutTheGatewayTheLastStateIsShown()
    {
        Fixture f;
        f.admin.offered = {named(u"fast"_s)};
        f.refreshed();
        const QDateTime seen = f.clock.at;
        FakeAdmin away;
        away.hasAliases = false;
        aliases::CatalogService later(away, f.archive, f.clock);
        f.clock.at = f.clock.at.addDays(3);
        later.refresh();
        QTRY_VERIFY(later.state().failure.has_value());
        QCOMPARE(later.state().aliases, QList<Alias>{named(u"fast"_s)});
        QCOMPARE(later.state().asOf, seen);
        QCOMPARE(later.state().failure->kind, FailureKind::Unsupported);
    }

    void usageSaysWhichAliasesAreUsed()
    {
        Fixture f;
        f.admin.offered = {named(u"fast"_s), named(u"idle"_s)};
        f.refreshed();
        QVERIFY(!f.service.state().callsKnown);
        f.archive.calls = {{u"fast"_s, 7}, {u"ghost"_s, 1}};
        f.refreshed();
        QVERIFY(f.service.state().callsKnown);
        QCOMPARE(f.service.state().calls.value(u"fast"_s), 7);
        QStringList rules;
        for (const aliases::Finding &each : f.service.state().findings)
            rules << each.rule + each.alias;
        QVERIFY(rules.contains(u"C07ghost"_s) && rules.contains(u"C08idle"_s) && !rules.contains(u"C08fast"_s));
    }

    void aStoreThatCannotKeepItDoesNotHideTheCatalog()
    {
        Fixture f;
        f.archive.broken = Failure{FailureKind::DiskFull, {}, 0};
        f.admin.offered = {named(u"fast"_s)};
        f.refreshed();
        QCOMPARE(f.service.state().aliases.size(), 1);
        QVERIFY(!f.service.state().failure);
    }

    void theStoreKeepsWhatTheServiceSees()
    {
        TempStore store;
        workspace::StoredCatalogs archive(*store, u"p"_s);
        workspace::StoredCatalogs other(*store, u"other"_s);
        const QDateTime day(QDate(2026, 11, 1), QTime(6, 0), Qt::UTC);
        const auto first = finished(archive.keep({named(u"fast"_s)}, day));
        QCOMPARE(*finished(archive.keep({named(u"fast"_s)}, day.addDays(1))), *first);
        const auto second = finished(archive.keep({named(u"smart"_s)}, day.addDays(2)));
        QVERIFY(*second != *first);
        const auto snapshots = *finished(archive.snapshots());
        QCOMPARE(snapshots.size(), 2);
        QCOMPARE(snapshots.last().firstSeen, day);
        QCOMPARE(snapshots.last().lastSeen, day.addDays(1));
        QCOMPARE(*finished(archive.catalog(*first)), QList<Alias>{named(u"fast"_s)});
        QCOMPARE(*finished(archive.catalogAt(day.addDays(1))), QList<Alias>{named(u"fast"_s)});
        QCOMPARE(*finished(archive.catalogAt(day.addDays(9))), QList<Alias>{named(u"smart"_s)});
        QCOMPARE(finished(archive.catalogAt(day.addDays(-1))).error().kind, FailureKind::NotFound);
        QCOMPARE(finished(other.catalog(*first)).error().kind, FailureKind::NotFound);
        QVERIFY(finished(other.snapshots())->isEmpty());
    }

    void whoUsesAnAliasIsFoundByCallsAndByScope()
    {
        TempStore store;
        const QDateTime day(QDate(2026, 11, 20), QTime(6, 0), Qt::UTC);
        const auto called = [&day](const QString &id, const QString &key, const QString &alias, int daysAgo) {
            UsageRecord row;
            row.sourceId = key + alias;
            row.at = day.addDays(-daysAgo);
            row.keyId = id;
            row.key = key;
            row.alias = alias;
            return row;
        };
        const QList<UsageRecord> rows{called(u"1"_s, u"ci"_s, u"fast"_s, 1), called(u"1"_s, u"ci"_s, u"other"_s, 1),
            called({}, u"gone"_s, u"fast"_s, 2), called(u"9"_s, u"old"_s, u"fast"_s, 40)};
        const store::Arrival arrival{u"p"_s, day, {}, {}};
        store.write([=](sql::Database &db) { return store::putUsage(db, arrival, rows); });
        store::CachedKeys keys;
        keys.asOf = day;
        for (const auto &[id, name] : {std::pair(u"1"_s, u"ci"_s), {u"2"_s, u"scoped"_s}, {u"3"_s, u"any"_s}}) {
            Key key;
            key.id = id;
            key.name = name;
            key.passport.ticket = u"OPS-"_s + id;
            if (name == u"scoped")
                key.aliases = QStringList{u"fast"_s, u"else"_s};
            keys.keys << key;
        }
        store.write([keys](sql::Database &db) { return store::cacheKeys(db, u"p"_s, keys); });
        workspace::StoredCatalogs archive(*store, u"p"_s);
        const auto users = finished(archive.usersOf({u"fast"_s}, day.addDays(-30)));
        QVERIFY(users);
        QCOMPARE(users->size(), 1);
        QCOMPARE(users->value(u"fast"_s),
            (QList<aliases::AliasUser>{{u"ci"_s, u"OPS-1"_s}, {u"gone"_s, {}}, {u"scoped"_s, u"OPS-2"_s}}));
    }

    void proofsComeWithTheirRuns()
    {
        Fixture f;
        f.admin.offered = {named(u"fast"_s)};
        f.archive.runs = {{u"1"_s, f.clock.at.addDays(-1), u"T01"_s, u"fast"_s, Outcome::Failed}};
        f.refreshed();
        const auto &state = f.service.state();
        QVERIFY(!state.proofs.value(u"fast"_s).first().passed);
        QCOMPARE(state.judged, f.clock.at);
        QVERIFY(std::ranges::any_of(state.findings, [](const auto &each) { return each.rule == u"C12"; }));
        f.archive.runs.clear();
        f.service.judge(); // the gateway is not asked
        QTRY_VERIFY(state.proofs.isEmpty());
    }

    void theCatalogGoesWithItsProfile()
    {
        TempStore store;
        workspace::StoredCatalogs archive(*store, u"p"_s);
        workspace::StoredCatalogs other(*store, u"other"_s);
        const QDateTime day(QDate(2026, 11, 1), QTime(6, 0), Qt::UTC);
        for (workspace::StoredCatalogs *each : {&archive, &other})
            QVERIFY(finished(each->keep({named(u"fast"_s)}, day)));
        store.write([](sql::Database &db) { return store::removeProfile(db, u"p"_s); });
        QVERIFY(finished(archive.snapshots())->isEmpty());
        QCOMPARE(finished(other.snapshots())->size(), 1);
    }

private:
    struct Fixture
    {
        FakeAdmin admin;
        MemoryCatalogs archive;
        FakeClock clock;
        aliases::CatalogService service{admin, archive, clock};

        void refreshed()
        {
            service.refresh();
            QTRY_VERIFY(!service.state().loading);
        }
    };
};

QTEST_GUILESS_MAIN(CatalogServiceTest)
#include "tst_catalog_service.moc"
