// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "aliases/difference.h"
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::Difference;

static Alias full()
{
    Alias alias;
    alias.name = u"chat-default"_s;
    alias.routes = {{u"azure"_s, u"gpt-5-mini"_s, 60, {500, 2000, 30'000, 60'000}, {150'000'000, 600'000'000, {}, {}}},
        {u"anthropic"_s, u"claude-sonnet-4-5"_s, 30, {}, {}}};
    alias.families = QStringList{u"chat"_s, u"responses"_s};
    alias.price = {150'000'000, 600'000'000, 75'000'000, QDate(2026, 6, 1)};
    alias.fallbacks = QStringList{u"fast"_s};
    alias.contextTokens = 128'000;
    alias.strategy = u"weighted"_s;
    return alias;
}

static Alias named(const QString &name)
{
    return Alias{name, {}, {}, {}};
}

class CatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void everySettingComesBack()
    {
        const QList<Alias> catalog{named(u"empty"_s), full()};
        const auto read = aliases::readCatalog(aliases::canonical(catalog));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, (QList<Alias>{full(), named(u"empty"_s)})); // by name
    }

    void theSameCatalogGivesTheSameBytes()
    {
        const QByteArray once = aliases::canonical({full(), named(u"fast"_s)});
        QCOMPARE(aliases::canonical({named(u"fast"_s), full()}), once);
        QCOMPARE(aliases::hashOf(once).size(), 64);
        Alias other = full();
        other.routes.swapItemsAt(0, 1); // their order has a meaning
        QVERIFY(aliases::canonical({other, named(u"fast"_s)}) != once);
    }

    void aFileThatDoesNotFitIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("names");
        QTest::newRow("no JSON") << QByteArray("aliases: []") << u"catalog"_s;
        QTest::newRow("no mark") << QByteArray(R"({"aliases":[]})") << u"gatewright_catalog"_s;
        QTest::newRow("unknown field") << QByteArray(R"({"gatewright_catalog":1,"aliases":[{"name":"a","route":[]}]})")
                                       << u"route"_s;
        QTest::newRow("no name") << QByteArray(R"({"gatewright_catalog":1,"aliases":[{"name":""}]})") << u"name"_s;
        QTest::newRow("twice") << QByteArray(R"({"gatewright_catalog":1,"aliases":[{"name":"a"},{"name":"a"}]})")
                               << u"each alias once"_s;
        QTest::newRow("below zero") << QByteArray(
            R"({"gatewright_catalog":1,"aliases":[{"name":"a","price":{"input_nanos":-1}}]})")
                                    << u"input_nanos"_s;
        QTest::newRow("no day") << QByteArray(
            R"({"gatewright_catalog":1,"aliases":[{"name":"a","price":{"date":"1 June"}}]})")
                                << u"date"_s;
        QTest::newRow("weight") << QByteArray(
            R"({"gatewright_catalog":1,"aliases":[{"name":"a","routes":[{"model":"m","weight":9000000}]}]})")
                                << u"weight"_s;
    }
    void aFileThatDoesNotFitIsRefusedByName()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, names);
        const auto read = aliases::readCatalog(file);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::Decode);
        QVERIFY2(read.error().detail.contains(names), qPrintable(read.error().detail));
    }

    void aFileOfALaterVersionIsLeftAlone()
    {
        const auto read = aliases::readCatalog(R"({"gatewright_catalog":2,"aliases":[],"more":1})");
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::TooNew);
    }

    // Whatever the file tells of an alias, the difference knows too: a setting that only one of them knows is lost.
    void everySettingThatTheFileTellsIsADifference()
    {
        const QList<std::function<void(Alias &)>> edits{[](Alias &a) { a.routes[0].weight = 61; },
            [](Alias &a) { a.routes[0].times.idle = 1; }, [](Alias &a) { a.routes[0].price.cachedNanos = 1; },
            [](Alias &a) { a.routes.swapItemsAt(0, 1); }, [](Alias &a) { a.routes.removeLast(); },
            [](Alias &a) { a.routes << a.routes.first(); }, [](Alias &a) { a.families.removeLast(); },
            [](Alias &a) { a.price.inputNanos.reset(); }, [](Alias &a) { a.price.date = {}; },
            [](Alias &a) { a.fallbacks.clear(); }, [](Alias &a) { a.contextTokens = 1; },
            [](Alias &a) { a.strategy = u"ordered"_s; }};
        for (const auto &edit : edits) {
            Alias other = full();
            edit(other);
            QVERIFY(aliases::canonical({other}) != aliases::canonical({full()}));
            const auto lines = aliases::differences({full()}, {other});
            QVERIFY(!lines.isEmpty());
            for (const Difference &line : lines)
                QVERIFY(line.before != line.after && line.alias == full().name && !line.field.isEmpty());
        }
        QVERIFY(aliases::differences({full()}, {full()}).isEmpty());
    }

    void aliasesThatComeAndGoAreALineEach()
    {
        const auto lines = aliases::differences({full(), named(u"old"_s)}, {named(u"new"_s), full()});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).what, Difference::What::Added);
        QCOMPARE(lines.at(0).alias, u"new"_s);
        QCOMPARE(lines.at(1).what, Difference::What::Removed);
        QCOMPARE(lines.at(1).alias, u"old"_s);
    }

    void aPriceThatIsNotKnownIsNotZero()
    {
        Alias free = full();
        free.price.inputNanos = 0;
        Alias unknown = full();
        unknown.price.inputNanos.reset();
        const auto lines = aliases::differences({unknown}, {free});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().before, QString());
        QCOMPARE(lines.first().after, u"0"_s);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
