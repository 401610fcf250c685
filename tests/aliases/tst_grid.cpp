// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/grid.h"
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::GridRow;
using aliases::KnownCatalog;

namespace {

const QDateTime now(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);

Alias alias(const QString &name, const QString &model, qint64 in = 150'000'000)
{
    Alias made;
    made.name = name;
    made.routes = {{u"up"_s, model, 1, {}, {}}};
    made.families = QStringList{u"chat"_s};
    made.price = {in, 600'000'000, {}, QDate(2026, 6, 1)};
    return made;
}

KnownCatalog known(const QString &name, const QList<Alias> &catalog)
{
    KnownCatalog made;
    made.profile = u"id-"_s + name;
    made.name = name;
    made.asOf = now;
    made.aliases = catalog;
    return made;
}

KnownCatalog neverRead(const QString &name)
{
    KnownCatalog made = known(name, {});
    made.asOf.reset();
    return made;
}

QStringList namesOf(const QList<GridRow> &rows)
{
    QStringList names;
    for (const GridRow &row : rows)
        names << row.name;
    return names;
}

} // namespace

// The catalogs of all connections side by side: what differs, and what the search finds.
class GridTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNameOfAnyConnectionIsARow()
    {
        const auto rows = aliases::gridRows(
            {known(u"a"_s, {alias(u"fast"_s, u"m"_s)}), known(u"b"_s, {alias(u"chat"_s, u"m"_s)}), neverRead(u"c"_s)});
        QCOMPARE(namesOf(rows), (QStringList{u"chat"_s, u"fast"_s}));
        QCOMPARE(rows.first().cells.size(), 3);
        QVERIFY(rows.first().cells.at(0).place < 0 && rows.first().cells.at(1).place == 0);
        QVERIFY(rows.first().differs); // a lacks it
        QVERIFY(aliases::gridRows({}).isEmpty());
    }

    void whatWasNeverReadIsNoDifference()
    {
        const auto rows = aliases::gridRows({known(u"a"_s, {alias(u"fast"_s, u"m"_s)}), neverRead(u"b"_s)});
        QVERIFY(!rows.first().differs);
    }

    void theOneThatDiffersIsMarkedAndNotTheOthers()
    {
        const Alias usual = alias(u"fast"_s, u"m"_s);
        const auto rows = aliases::gridRows(
            {known(u"a"_s, {usual}), known(u"b"_s, {alias(u"fast"_s, u"m"_s, 1)}), known(u"c"_s, {usual})});
        QVERIFY(!rows.first().cells.at(0).differs() && !rows.first().cells.at(2).differs());
        QVERIFY(rows.first().cells.at(1).price && !rows.first().cells.at(1).model);
        QCOMPARE(aliases::whatDiffers(rows.first().cells.at(1)), u"price"_s);
        QVERIFY(rows.first().differs);
    }

    void oneAgainstOneBothDiffer()
    {
        Alias other = alias(u"fast"_s, u"n"_s);
        other.families = QStringList{u"responses"_s};
        const auto rows = aliases::gridRows({known(u"a"_s, {alias(u"fast"_s, u"m"_s)}), known(u"b"_s, {other})});
        QVERIFY(rows.first().cells.at(0).differs() && rows.first().cells.at(1).differs());
        QCOMPARE(aliases::whatDiffers(rows.first().cells.at(1)), u"model, family"_s);
    }

    void whatIsNotToldIsNoDifference()
    {
        Alias silent;
        silent.name = u"fast"_s;
        const auto rows = aliases::gridRows({known(u"a"_s, {alias(u"fast"_s, u"m"_s)}), known(u"b"_s, {silent})});
        QVERIFY(!rows.first().differs);
    }

    void namesOfUpstreamsWeightsAndDatesAreNoDifferenceOfACell()
    {
        Alias other = alias(u"fast"_s, u"m"_s);
        other.routes.first().upstream = u"elsewhere"_s;
        other.routes.first().weight = 7;
        other.price.date = QDate(2026, 7, 1);
        const auto rows = aliases::gridRows({known(u"a"_s, {alias(u"fast"_s, u"m"_s)}), known(u"b"_s, {other})});
        QVERIFY(!rows.first().differs);
        const auto lines = aliases::settingsApart(alias(u"fast"_s, u"m"_s), other);
        QCOMPARE(lines.size(), 2); // the route under either name; not the date
        QVERIFY(lines.first().field.contains(u"up/m"_s));
    }

    void theSearchLooksIntoEveryConnection()
    {
        const auto rows = aliases::gridRows({known(u"a"_s, {alias(u"fast"_s, u"Mini"_s), alias(u"slow"_s, u"x"_s)}),
            known(u"b"_s, {alias(u"fast"_s, u"Sonnet"_s), alias(u"slow"_s, u"x"_s)})});
        QCOMPARE(aliases::gridFound(rows, u"sonNET"_s, false), QList<int>{0});
        QCOMPARE(aliases::gridFound(rows, u" chat "_s, false), (QList<int>{0, 1}));
        QCOMPARE(aliases::gridFound(rows, {}, true), QList<int>{0});
        QCOMPARE(aliases::gridFound(rows, u"slow"_s, true), QList<int>());
    }

    void whatWasSeenLongAgoIsOld()
    {
        KnownCatalog catalog = known(u"a"_s, {});
        QVERIFY(!aliases::isOld(catalog, now.addSecs(24 * 3600)));
        QVERIFY(aliases::isOld(catalog, now.addSecs(24 * 3600 + 1)));
        QVERIFY(!aliases::isOld(neverRead(u"b"_s), now));
    }

    void tenThousandNamesOverSixConnectionsAreFoundAtOnce()
    {
        QList<Alias> catalog;
        for (int i = 0; i < 10'000; ++i)
            catalog << alias(u"team-%1-alias-%2"_s.arg(i % 40).arg(i), u"model-%1"_s.arg(i % 97));
        QList<KnownCatalog> connections;
        for (int i = 0; i < 6; ++i)
            connections << known(u"gateway-%1"_s.arg(i), catalog);
        const auto rows = aliases::gridRows(connections);
        QCOMPARE(rows.size(), 10'000);
        QElapsedTimer timer;
        timer.start();
        const auto found = aliases::gridFound(rows, u"model-96"_s, false);
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(found.size(), 103);
    }

    void wordsOfACell()
    {
        Alias two = alias(u"fast"_s, u"m"_s);
        QCOMPARE(aliases::firstRouteOf(two), u"up/m"_s);
        two.routes << two.routes.first();
        QCOMPARE(aliases::firstRouteOf(two), u"up/m and 1 more"_s);
        QCOMPARE(aliases::priceWords(two.price), u"0.15 / 0.6"_s);
        QCOMPARE(aliases::priceWords({}), QString());
    }
};

QTEST_GUILESS_MAIN(GridTest)
#include "tst_grid.moc"
