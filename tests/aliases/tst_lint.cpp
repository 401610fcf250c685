// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/lint.h"
#include "aliases/retirements.h"
#include "aliases/share.h"
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::Facts;
using aliases::Finding;
using aliases::Severity;

static Alias good(const QString &name)
{
    Alias alias;
    alias.name = name;
    alias.routes = {{u"azure"_s, u"some-model"_s, 1, {}, {}}};
    alias.families = QStringList{u"chat"_s};
    alias.price = {1, 2, {}, {}};
    return alias;
}

static Facts quiet()
{
    Facts facts;
    facts.today = QDate(2026, 11, 29);
    facts.retires = [](const QString &) { return QDate(); };
    return facts;
}

static QStringList rulesOf(const QList<Finding> &found)
{
    QStringList out;
    for (const Finding &finding : found)
        out << finding.rule + u' ' + finding.alias;
    return out;
}

class LintTest : public QObject
{
    Q_OBJECT

private slots:
    void aSoundCatalogHasNoFindings()
    {
        Alias first = good(u"chat"_s);
        first.fallbacks = QStringList{u"fast"_s};
        QVERIFY(aliases::lint({first, good(u"fast"_s)}, quiet()).isEmpty());
        QVERIFY(aliases::lint({}, quiet()).isEmpty());
    }

    void circlesOfFallbacksAreFoundOnEachMember()
    {
        Alias a = good(u"a"_s);
        Alias b = good(u"b"_s);
        Alias c = good(u"c"_s);
        Alias outside = good(u"outside"_s);
        a.fallbacks = QStringList{u"b"_s};
        b.fallbacks = QStringList{u"c"_s};
        c.fallbacks = QStringList{u"a"_s};
        outside.fallbacks = QStringList{u"a"_s}; // leads into the circle, is not in it
        QCOMPARE(
            rulesOf(aliases::lint({a, b, c, outside}, quiet())), (QStringList{u"C01 a"_s, u"C01 b"_s, u"C01 c"_s}));
        a.fallbacks = QStringList{u"a"_s};
        QCOMPARE(rulesOf(aliases::lint({a}, quiet())), QStringList{u"C01 a"_s});
    }

    void deadMappings()
    {
        Alias lost = good(u"lost"_s);
        lost.fallbacks = QStringList{u"gone"_s};
        Alias empty = good(u"empty"_s);
        empty.routes.clear();
        Alias never = good(u"never"_s);
        never.routes[0].weight = 0;
        Alias twice = good(u"twice"_s);
        twice.routes << twice.routes.first();
        QCOMPARE(rulesOf(aliases::lint({lost, empty, never, twice}, quiet())),
            (QStringList{u"C02 lost"_s, u"C03 empty"_s, u"C10 never"_s, u"C09 twice"_s}));
    }

    void aGatewayThatTellsNoRoutesHasNoneToMiss()
    {
        Alias untold = good(u"untold"_s);
        untold.routes.clear();
        QVERIFY(aliases::lint({untold}, quiet()).isEmpty());
    }

    void aMissingPriceIsSaidButAFreeOneIsNot()
    {
        Alias unknown = good(u"unknown"_s);
        unknown.price = {1, {}, {}, {}};
        Alias free = good(u"free"_s);
        free.price = {0, 0, {}, {}};
        Alias byRoute = good(u"by-route"_s);
        byRoute.price = {};
        byRoute.routes[0].price = {1, 1, {}, {}};
        Alias embed = good(u"embed"_s);
        embed.families = QStringList{u"embeddings"_s}; // gives no tokens out
        embed.price = {1, {}, {}, {}};
        QCOMPARE(rulesOf(aliases::lint({unknown, free, byRoute, embed}, quiet())), QStringList{u"C04 unknown"_s});
    }

    void whyThereIsNoPriceIsSaid()
    {
        Alias unset = good(u"unset"_s);
        unset.price = {};
        unset.price.whyNone = u"none is set"_s;
        const auto found = aliases::lint({unset}, quiet());
        QCOMPARE(rulesOf(found), QStringList{u"C04 unset"_s});
        QVERIFY2(found.first().what.contains(u"none is set"_s), qPrintable(found.first().what));
        QCOMPARE(unset.price, Price()); // told, and no part of the price
    }

    void aPriceThatTheGatewayCallsUnsetIsAnError()
    {
        Alias unset = good(u"unset"_s);
        unset.price = {};
        QCOMPARE(aliases::lint({unset}, quiet()).first().severity, aliases::Severity::Warning);
        unset.price.unset = true;
        const auto found = aliases::lint({unset}, quiet());
        QCOMPARE(rulesOf(found), QStringList{u"C04 unset"_s});
        QCOMPARE(found.first().severity, aliases::Severity::Error);
        QVERIFY(found.first().what.contains(u"refuses its calls"_s));
    }

    void aFallbackMustAnswerTheSameFamilies()
    {
        Alias chat = good(u"chat"_s);
        chat.fallbacks = QStringList{u"embed"_s};
        Alias embed = good(u"embed"_s);
        embed.families = QStringList{u"embeddings"_s};
        const auto found = aliases::lint({chat, embed}, quiet());
        QCOMPARE(rulesOf(found), QStringList{u"C05 chat"_s});
        QVERIFY(found.first().what.contains(u"chat"_s));
        embed.families.clear(); // not told
        QVERIFY(aliases::lint({chat, embed}, quiet()).isEmpty());
    }

    void aModelThatEndsIsSaidInTime_data()
    {
        QTest::addColumn<int>("daysLeft");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("ended") << -1 << Severity::Error;
        QTest::newRow("ends today") << 0 << Severity::Error;
        QTest::newRow("soon") << 60 << Severity::Warning;
        QTest::newRow("later") << 61 << Severity::Note;
    }
    void aModelThatEndsIsSaidInTime()
    {
        QFETCH(int, daysLeft);
        QFETCH(Severity, severity);
        Facts facts = quiet();
        facts.retires = [&](const QString &model) {
            return model == u"some-model" ? facts.today.addDays(daysLeft) : QDate();
        };
        const auto found = aliases::lint({good(u"chat"_s)}, facts);
        QCOMPARE(rulesOf(found), QStringList{u"C06 chat"_s});
        QCOMPARE(found.first().severity, severity);
        QVERIFY(found.first().what.contains(facts.today.addDays(daysLeft).toString(Qt::ISODate)));
    }

    void aModelThatEndsNamesItsKeysTheirTicketsAndWhatFollows()
    {
        Facts facts = quiet();
        facts.retires = [&](const QString &) { return facts.today.addDays(9); };
        QCOMPARE(aliases::retiring({good(u"chat"_s)}, facts), QStringList{u"chat"_s});
        QVERIFY(!aliases::lint({good(u"chat"_s)}, facts).first().what.contains(u"ey"_s)); // not known: nothing is said
        facts.users = aliases::AliasUsers{{u"chat"_s, {{u"ci"_s, u"OPS-12"_s}, {u"web"_s, {}}}}};
        Finding found = aliases::lint({good(u"chat"_s)}, facts).first();
        QVERIFY2(found.what.endsWith(u"Keys that use it: ci (OPS-12), web (no ticket)."_s), qPrintable(found.what));
        QVERIFY(found.next.startsWith(u"No replacement is named"_s));
        facts.users = aliases::AliasUsers{};
        facts.follows = [](const QString &) { return u"the-next"_s; };
        found = aliases::lint({good(u"chat"_s)}, facts).first();
        QVERIFY(found.what.contains(u"No key called it"_s));
        QVERIFY(found.next.contains(u"the-next"_s));
    }

    void theListMayNameWhatFollows()
    {
        const auto read = aliases::readRetirements("# of a day\n2026-12-01 a/b\n2027-01-02 c the-next\n\n");
        QCOMPARE(read.size(), 2);
        QCOMPARE(read.value(u"a/b"_s).successor, QString());
        QCOMPARE(read.value(u"c"_s).successor, u"the-next"_s);
        QCOMPARE(read.value(u"c"_s).day, QDate(2027, 1, 2));
        QVERIFY(aliases::successorOf(u"no-such-model"_s).isEmpty());
    }

    void useAndCatalogAreComparedOnlyWhereUseIsKnown()
    {
        Facts facts = quiet();
        facts.calls = {{u"chat"_s, 5}, {u"ghost"_s, 3}, {QString(), 9}};
        QCOMPARE(rulesOf(aliases::lint({good(u"chat"_s), good(u"idle"_s)}, facts)), QStringList{u"C07 ghost"_s});
        facts.days = 30;
        QCOMPARE(rulesOf(aliases::lint({good(u"chat"_s), good(u"idle"_s)}, facts)),
            (QStringList{u"C07 ghost"_s, u"C08 idle"_s}));
    }

    void namesThatDifferInCaseOnlyAreMixedUp()
    {
        QCOMPARE(rulesOf(aliases::lint({good(u"Fast"_s), good(u"fast "_s)}, quiet())), QStringList{u"C11 fast "_s});
    }

    void theWorstComesFirstAndEachSaysWhatIsNext()
    {
        Alias bad = good(u"zz"_s);
        bad.fallbacks = QStringList{u"zz"_s};
        bad.price = {};
        const auto found = aliases::lint({good(u"aa"_s), bad}, quiet());
        QCOMPARE(rulesOf(found), (QStringList{u"C01 zz"_s, u"C04 zz"_s}));
        for (const Finding &finding : found)
            QVERIFY(finding.what.endsWith(u'.') && finding.next.endsWith(u'.'));
    }

    void sharesFollowTheStrategy()
    {
        Alias alias = good(u"chat"_s);
        alias.strategy = u"weighted"_s;
        alias.routes[0].weight = 60;
        alias.routes << Route{u"b"_s, u"m"_s, 30, {}, {}} << Route{u"c"_s, u"m"_s, 10, {}, {}};
        QCOMPARE(aliases::shares(alias), (QList<std::optional<double>>{0.6, 0.3, 0.1}));
        alias.strategy = u"ordered"_s;
        QCOMPARE(aliases::shares(alias), (QList<std::optional<double>>{1.0, 0.0, 0.0}));
        alias.strategy = u"fastest"_s;
        QCOMPARE(aliases::shares(alias), QList<std::optional<double>>(3));
        alias.strategy.clear();
        QCOMPARE(aliases::shares(alias), QList<std::optional<double>>(3)); // not told
        alias.routes = {alias.routes.first()};
        QCOMPARE(aliases::shares(alias), QList<std::optional<double>>{1.0});
    }

    void theBuiltInListKnowsModelsByTheirProvidersName()
    {
        const QDate day = aliases::retirementOf(u"amazon.nova-canvas-v1:0"_s);
        QCOMPARE(day, QDate(2026, 9, 30));
        QCOMPARE(aliases::retirementOf(u"AMAZON.nova-canvas-v1:0"_s), day);
        QVERIFY(!aliases::retirementOf(u"azure/no-such-model"_s).isValid());
        QVERIFY(!aliases::retirementOf({}).isValid());
    }
};

QTEST_GUILESS_MAIN(LintTest)
#include "tst_lint.moc"
