// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/mappings.h"
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Alias alias(const QString &name, const QList<std::pair<QString, QString>> &routes)
{
    Alias made;
    made.name = name;
    for (const auto &[channel, model] : routes) {
        Route route;
        route.upstream = channel;
        route.model = model;
        route.weight = 7;
        made.routes << route;
    }
    return made;
}

} // namespace

// What a file of model mappings makes of a catalog.
class MappingsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileOfChannelsIsRead()
    {
        const auto read = aliases::readMappings(R"({"azure": {"fast": "gpt-5-mini"}, "openai": {}})");
        QVERIFY(read);
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->value(u"azure"_s).value(u"fast"_s), u"gpt-5-mini"_s);
    }

    void theMappingOfOneChannelIsReadAsItStandsThere()
    {
        const auto read = aliases::readMappings(R"({"fast": "gpt-5-mini"})", u"azure"_s);
        QVERIFY(read);
        QCOMPARE(read->value(u"azure"_s).value(u"fast"_s), u"gpt-5-mini"_s);
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("fast: x") << u"model mapping"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"a map is expected"_s;
        QTest::newRow("no map of a channel") << QByteArray(R"({"azure": 7})") << u"azure"_s;
        QTest::newRow("no model") << QByteArray(R"({"azure": {"fast": 7}})") << u"azure.fast"_s;
        QTest::newRow("an empty model") << QByteArray(R"({"azure": {"fast": ""}})") << u"azure.fast"_s;
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, said);
        const auto read = aliases::readMappings(file);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::Decode);
        QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
    }

    void aChannelIsWhatTheFileSaysAndOthersStay()
    {
        const QList<Alias> catalog{alias(u"fast"_s, {{u"azure"_s, u"old"_s}, {u"openai"_s, u"fast"_s}}),
            alias(u"plain"_s, {{u"azure"_s, u"mapped"_s}}), alias(u"other"_s, {{u"openai"_s, u"x"_s}})};
        const QList<Alias> now = aliases::withMappings(catalog, {{u"azure"_s, {{u"fast"_s, u"new"_s}}}});
        QCOMPARE(now.at(0).routes.at(0).model, u"new"_s);
        QCOMPARE(now.at(0).routes.at(0).weight, 7);
        QCOMPARE(now.at(0).routes.at(1).model, u"fast"_s);
        QCOMPARE(now.at(1).routes.at(0).model, u"plain"_s); // no longer mapped
        QCOMPARE(now.at(2), catalog.at(2));
    }

    void whatIsMappedIsServedThere()
    {
        const QList<Alias> catalog{alias(u"fast"_s, {{u"openai"_s, u"fast"_s}})};
        const QList<Alias> now =
            aliases::withMappings(catalog, {{u"azure"_s, {{u"fast"_s, u"mini"_s}, {u"new"_s, u"big"_s}}}});
        QCOMPARE(now.size(), 2);
        QCOMPARE(now.at(0).routes.size(), 2);
        QCOMPARE(now.at(0).routes.last().weight, 1);
        QCOMPARE(now.at(1).name, u"new"_s);
        QCOMPARE(now.at(1).routes.first().model, u"big"_s);
    }
};

QTEST_GUILESS_MAIN(MappingsTest)
#include "tst_mappings.moc"
