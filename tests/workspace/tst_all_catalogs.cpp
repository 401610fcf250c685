// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "store/catalogs.h"
#include "store/temp_store.h"
#include "workspace/all_catalogs.h"
#include "workspace/stored_catalogs.h"
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::AllCatalogs;

namespace {

const QDateTime day(QDate(2026, 11, 28), QTime(8, 0), Qt::UTC);

Alias alias(const QString &name, const QString &model)
{
    Alias made;
    made.name = name;
    made.routes = {{u"up"_s, model, 1, {}, {}}};
    return made;
}

Profile profile(const QString &id)
{
    Profile made;
    made.id = id;
    made.name = u"the "_s + id;
    made.kind = u"litellm"_s;
    return made;
}

struct Fixture
{
    TempStore store;
    AllCatalogs all{*store};
    const QList<Profile> profiles{profile(u"a"_s), profile(u"b"_s), profile(u"never"_s)};

    void keep(const QString &id, const QList<Alias> &catalog, const QDateTime &at = day)
    {
        workspace::StoredCatalogs archive(*store, id);
        if (!finished(archive.keep(catalog, at)))
            qFatal("not kept");
    }
    void refreshed()
    {
        all.refresh(profiles);
        if (!QTest::qWaitFor([this] { return all.state().looked && !all.state().loading; }))
            qFatal("not read");
    }
};

} // namespace

// The newest kept catalog of every connection; no gateway is there.
class AllCatalogsTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestOfEachConnectionIsShownWithItsTime()
    {
        Fixture f;
        f.keep(u"a"_s, {alias(u"fast"_s, u"m"_s)}, day.addDays(-3));
        f.keep(u"a"_s, {alias(u"fast"_s, u"n"_s)});
        f.keep(u"b"_s, {alias(u"fast"_s, u"n"_s), alias(u"slow"_s, u"x"_s)}, day.addDays(-1));
        f.refreshed();
        const auto &state = f.all.state();
        QVERIFY(!state.failure);
        QCOMPARE(state.connections.size(), 3);
        QCOMPARE(state.connections.at(0).name, u"the a"_s);
        QCOMPARE(state.connections.at(0).aliases.first().routes.first().model, u"n"_s);
        QCOMPARE(state.connections.at(1).asOf, day.addDays(-1));
        QVERIFY(!state.connections.at(2).asOf);
        QCOMPARE(state.rows.size(), 2);
        QVERIFY(!state.rows.at(0).differs && state.rows.at(1).differs);
    }

    void whatIsReadAgainIsUpToDate()
    {
        Fixture f;
        f.keep(u"a"_s, {alias(u"fast"_s, u"m"_s)});
        f.refreshed();
        f.keep(u"a"_s, {alias(u"fast"_s, u"m"_s)}, day.addDays(1)); // as it was, seen later
        f.keep(u"b"_s, {alias(u"fast"_s, u"n"_s)});
        f.refreshed();
        QCOMPARE(f.all.state().connections.at(0).asOf, day.addDays(1));
        QVERIFY(f.all.state().rows.first().differs);
    }

    void withoutConnectionsThereIsNothing()
    {
        Fixture f;
        QVERIFY(finished(f.all.read({})));
        QVERIFY(f.all.state().rows.isEmpty() && f.all.state().connections.isEmpty());
    }

    void whatCannotBeReadIsSaidAndTheRowsStay()
    {
        Fixture f;
        f.keep(u"a"_s, {alias(u"fast"_s, u"m"_s)});
        f.refreshed();
        store::CatalogRow row;
        row.profile = u"b"_s;
        row.lastSeen = day;
        row.hash = u"other"_s;
        row.content = R"({"gatewright_catalog":99,"aliases":[]})";
        f.store.write([row](sql::Database &db) { return store::keepCatalog(db, row); });
        f.refreshed();
        QTRY_VERIFY(f.all.state().failure);
        QCOMPARE(f.all.state().failure->kind, FailureKind::TooNew);
        QCOMPARE(f.all.state().rows.size(), 1);
    }
};

QTEST_GUILESS_MAIN(AllCatalogsTest)
#include "tst_all_catalogs.moc"
