// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/plan_file.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

// The file of a declared state.
class PlanFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBackAndIsTheSameBytes()
    {
        Key full;
        full.name = u"web \"x\" ü"_s;
        full.aliases = {u"fast"_s, u"smart"_s};
        full.families << u"chat"_s;
        full.upstreams << u"scripted"_s;
        full.networks << u"10.0.0.0/8"_s;
        full.group = u"true"_s;
        full.rates = {60, 9000, 4, 1500};
        full.softPercents = {80, 95};
        const QDateTime then(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
        full.budgets << Budget{50'000'000, u"day"_s, 3, 7'000'000, then} << Budget{1, u"12h"_s, {}};
        full.expiresAt = then;
        full.enabled = false;
        full.passport = {u"app"_s, u"prod"_s, u"o"_s, u"r"_s, u"b"_s, u"T-1"_s, u"p"_s, QDate(2027, 1, 31)};
        Key empty;
        empty.name = u"empty"_s;
        const changes::Plan plan = changes::planOf({full, empty}).value();
        const QString text = workspace::writePlan(plan);
        const auto read = workspace::readPlan(text.toUtf8());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text() + u'\n' + text));
        QCOMPARE(read->keys.keys(), plan.keys.keys());
        for (const QString &name : plan.keys.keys())
            for (const QString &field : changes::planFields())
                QVERIFY2(read->keys[name][field] == plan.keys[name][field], qPrintable(name + u' ' + field));
        QCOMPARE(workspace::writePlan(*read), text);
        QVERIFY(text.indexOf(u"\"empty\""_s) < text.indexOf(u"\"web "_s)); // by name
    }

    void aliasesAreWrittenAndReadBackAsTheyAre()
    {
        Alias full;
        full.name = u"fast \"x\""_s;
        full.routes = {{u"azure"_s, u"mini"_s, 3, {1, 2, 3, 4}, {5, 6, 7, {}}}, {{}, u"other"_s, 1, {}, {}}};
        full.families = QStringList{u"chat"_s, u"responses"_s};
        full.price = {150'000'000, 600'000'000, 75'000'000, QDate(2026, 6, 1)};
        full.fallbacks = QStringList{u"smart"_s};
        full.contextTokens = 128'000;
        full.strategy = u"ordered"_s;
        Alias bare;
        bare.name = u"bare"_s;
        const changes::Plan plan = changes::planOf({}, {full, bare}).value();
        const QString text = workspace::writePlan(plan);
        const auto read = workspace::readPlan(text.toUtf8());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text() + u'\n' + text));
        QCOMPARE(read->aliases, plan.aliases);
        QVERIFY(text.contains(u"input_usd: 0.15"_s) && !text.contains(u"2026-06-01"_s));
        QCOMPARE(workspace::writePlan(*read), text);
    }

    void anOverlayOfAliasesHasFieldsOfItsOwn()
    {
        const auto overlay =
            workspace::readOverlay("version: 1\naliases:\n  - {name: a, as: a-prod, price: {input_usd: "
                                   "0.5}}\n  - {name: b, absent: true, fallbacks: []}\n");
        QVERIFY2(overlay, qPrintable(overlay ? QString() : overlay.error().text()));
        QCOMPARE(overlay->aliases[u"a"_s].as, u"a-prod"_s);
        QCOMPARE(overlay->aliases[u"a"_s].fields[u"price"_s], QJsonValue(QJsonObject{{u"input_nanos"_s, 500'000'000}}));
        QVERIFY(overlay->aliases[u"b"_s].absent && overlay->keys.isEmpty());
    }

    void mistakesInAliasesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("alias");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *alias, const char *said) {
            QTest::newRow(alias) << QByteArray(alias) << QString::fromLatin1(said);
        };
        row("- {strategy: ordered}", "name is missing");
        row("- {name: a, as: b}", "unknown field \"as\"");
        row("- {name: a}\n  - {name: a}", "two aliases named \"a\"");
        row("- {name: a, routes: [{upstream: x}]}", "model is missing");
        row("- {name: a, routes: [{model: x, weight: -1}]}", "weight must be");
        row("- {name: a, price: {input_nanos: 5}}", "unknown field \"input_nanos\"");
        row("- {name: a, price: {input_usd: much}}", "input_usd must be");
        row("- {name: a, context_tokens: 0}", "context_tokens must be");
    }
    void mistakesInAliasesNameTheirPlace()
    {
        QFETCH(QByteArray, alias);
        QFETCH(QString, said);
        const auto plan = workspace::readPlan("version: 1\naliases:\n  " + alias + '\n');
        QVERIFY(!plan);
        QVERIFY2(plan.error().what.contains(said), qPrintable(plan.error().text()));
        QVERIFY(plan.error().line >= 3);
    }

    void whatIsNotNamedIsNotDeclared()
    {
        const auto plan = workspace::readPlan("version: 1\nkeys:\n  - {name: a, rpm: 5, expires_at: never}\n");
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().text()));
        QCOMPARE(plan->keys[u"a"_s], (QJsonObject{{u"rpm"_s, 5}, {u"expires_at"_s, QJsonValue()}}));
    }

    void anOverlayTellsWhatIsDifferent()
    {
        const auto overlay = workspace::readOverlay("version: 1\nkeys:\n  - {name: a, as: a-prod, rpm: 600, passport: "
                                                    "{owner: web}}\n  - {name: b, absent: true}\n");
        QVERIFY2(overlay, qPrintable(overlay ? QString() : overlay.error().text()));
        QCOMPARE(overlay->keys[u"a"_s].as, u"a-prod"_s);
        QCOMPARE(overlay->keys[u"a"_s].fields, (QJsonObject{{u"rpm"_s, 600}, {u"passport.owner"_s, u"web"_s}}));
        QVERIFY(overlay->keys[u"b"_s].absent && !overlay->keys[u"a"_s].absent);
    }

    void mistakesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *keys, const char *said) {
            QTest::newRow(keys) << QByteArray(keys) << QString::fromLatin1(said);
        };
        row("- {rpm: 5}", "name is missing");
        row("- {name: a, colour: red}", "unknown field \"colour\"");
        row("- {name: a, as: b}", "unknown field \"as\"");
        row("- {name: a}\n  - {name: a}", "two keys named \"a\"");
        row("- {name: a, rpm: many}", "rpm must be a whole number");
        row("- {name: a, enabled: yes}", "enabled must be true or false");
        row("- {name: a, networks: [10.0.0.0/33]}", "no network");
        row("- {name: a, budgets: [{usd: 5, window: year}]}", "a budget needs");
        row("- {name: a, budgets: [{usd: 0, window: day}]}", "a budget needs");
        row("- {name: a, expires_at: soon}", "expires_at must be a date");
        row("- {name: a, soft_percents: [101]}", "soft_percents must be");
        row("- {name: a, passport: {colour: red}}", "unknown field \"colour\"");
        row("- {name: a, passport: {review_date: soon}}", "\"soon\" is no date");
        row("- {name: a, secret: sk-x}", "unknown field \"secret\"");
    }
    void mistakesNameTheirPlace()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QString, said);
        const auto plan = workspace::readPlan("version: 1\nkeys:\n  " + keys + '\n');
        QVERIFY(!plan);
        QVERIFY2(plan.error().what.contains(said), qPrintable(plan.error().text()));
        QVERIFY2(plan.error().line >= 3, qPrintable(plan.error().text()));
    }

    void anotherVersionIsRefused()
    {
        for (const char *text :
            {"", "version: 2\nkeys: []\n", "keys: []\n", "version: 1\nkeys: {a: 1}\n", "- a\n", "{"})
            QVERIFY2(!workspace::readPlan(text), text);
        QVERIFY(workspace::readPlan("version: 1\nkeys: []\n"));
    }
};

QTEST_GUILESS_MAIN(PlanFileTest)
#include "tst_plan_file.moc"
