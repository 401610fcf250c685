// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/some_keys.h"
#include "pages/key_place.h"
#include "pages/key_words.h"
#include "pages/keys/key_draft.h"
#include <QTest>

using namespace Qt::StringLiterals;

class KeyWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theFirstThingToKnowComesFirst_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<kit::Status>("status");
        QTest::addColumn<QString>("word");
        using kit::Status;
        const auto row = [](const char *name, const Key &key, Status status, const QString &word) {
            QTest::newRow(name) << key << status << word;
        };
        Key key = owned();
        row("active", key, Status::Ok, u"active"_s);
        key.passport.owner.clear();
        row("no owner", key, Status::Warn, u"no owner"_s);
        key.expiresAt = now.addDays(6);
        row("expiring", key, Status::Pending, u"expires in 6 d"_s);
        key.budgets << Budget{100, u"day"_s, 79};
        row("below 80 %", key, Status::Pending, u"expires in 6 d"_s);
        key.budgets.first().spentNanos = 80;
        row("80 %", key, Status::Warn, u"near its limit"_s);
        key.budgets << Budget{100, u"lifetime"_s, 100};
        row("100 % of another", key, Status::Bad, u"limit reached"_s);
        key.expiresAt = now;
        row("expired", key, Status::Bad, u"expired"_s);
        key.enabled = false;
        row("disabled", key, Status::Skipped, u"disabled"_s);
    }

    void theFirstThingToKnowComesFirst()
    {
        QFETCH(Key, key);
        const pages::KeyLook look = pages::lookOf(key, now);
        QTEST(look.status, "status");
        QTEST(look.word, "word");
    }

    void anEvenSpendFollowsTheWindow()
    {
        const QDateTime noon(QDate(2026, 6, 16), QTime(12, 0), Qt::UTC); // a Tuesday
        const auto share = [&noon](const QString &window) { return pages::evenShare(Budget{1, window, 0}, noon); };
        QCOMPARE(*share(u"day"_s), 0.5);
        QCOMPARE(*share(u"week"_s), 1.5 / 7);
        QCOMPARE(*share(u"month"_s), 15.5 / 30);
        QVERIFY(!share(u"lifetime"_s));
        QVERIFY(!share(u"12h"_s));
    }

    void anUnknownSpendIsNoShare()
    {
        QVERIFY(!pages::shareSpent(Budget{100, u"day"_s, {}}));
        QCOMPARE(*pages::shareSpent(Budget{100, u"day"_s, 0}), 0.0);
    }

    void timesAreThoseOfTheProfile()
    {
        const QTimeZone kathmandu("Asia/Kathmandu");
        const QDateTime evening(QDate(2026, 6, 18), QTime(18, 30), Qt::UTC);
        QCOMPARE(pages::moment(evening, QTimeZone::utc(), now), u"18:30:00"_s);
        QCOMPARE(pages::moment(evening, kathmandu, now), u"19 Jun 00:15:00"_s);
        QCOMPARE(pages::moment(evening.addYears(-1), kathmandu, now), u"19 Jun 2025 00:15:00"_s);
        Key key;
        QCOMPARE(pages::expiry(key, kathmandu), u"never"_s);
        key.expiresAt = evening;
        QCOMPARE(pages::expiry(key, kathmandu), u"19 Jun 2026, 00:15"_s);
    }

    void aKeyIsUnusedAfterThirtyDaysOrWhenItNeverWasUsed()
    {
        Key key;
        QVERIFY(pages::unused(key, now));
        key.lastUsedAt = now.addDays(-29);
        QVERIFY(!pages::unused(key, now));
        key.lastUsedAt = now.addDays(-30);
        QVERIFY(pages::unused(key, now));
    }

    void aDraftSaysWhatKeepsItFromBeingCreated_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QStringList>("aliases");
        QTest::addColumn<int>("expiresIn");
        QTest::addColumn<QString>("brief");
        const QStringList none;
        QTest::newRow("good") << u"new"_s << u"5"_s << none << 1 << QString();
        QTest::newRow("no name") << u"  "_s << u""_s << none << 1 << u"the name is missing"_s;
        QTest::newRow("taken") << u"taken"_s << u""_s << none << 1 << u"the name is taken"_s;
        QTest::newRow("long") << QString(101, u'x') << u""_s << none << 1 << u"the name is too long"_s;
        QTest::newRow("no amount") << u"new"_s << u"five"_s << none << 1 << u"the budget is no amount"_s;
        QTest::newRow("zero") << u"new"_s << u"0"_s << none << 1 << u"the budget is no amount"_s;
        QTest::newRow("negative") << u"new"_s << u"-5"_s << none << 1 << u"the budget is no amount"_s;
        QTest::newRow("huge") << u"new"_s << u"99999999999999"_s << none << 1 << u"the budget is no amount"_s;
        QTest::newRow("unknown alias") << u"new"_s << u""_s << QStringList{u"nope"_s} << 1
                                       << u"an alias does not exist"_s;
        QTest::newRow("past") << u"new"_s << u""_s << none << -1 << u"the expiry has passed"_s;
    }

    void aDraftSaysWhatKeepsItFromBeingCreated()
    {
        QFETCH(QString, name);
        QFETCH(QString, amount);
        QFETCH(QStringList, aliases);
        QFETCH(int, expiresIn);
        pages::KeyDraft draft;
        draft.name = name;
        draft.budgets = {{amount, u"day"_s}};
        draft.aliases = aliases;
        draft.expiresAt = now.addSecs(expiresIn);
        QStringList briefs;
        for (const pages::KeyProblem &problem : pages::keyProblems(draft, {u"taken"_s}, SomeKeys::aliases(), now))
            briefs << problem.brief;
        QTEST(briefs.join(u','), "brief");
    }

    void twoBudgetsOfOneWindowAreRefusedAtTheSecond()
    {
        pages::KeyDraft draft;
        draft.name = u"new"_s;
        draft.budgets = {{u"5"_s, u"day"_s}, {{}, u"day"_s}, {u"50"_s, u"month"_s}};
        QVERIFY(pages::keyProblems(draft, {}, {}, now).isEmpty());
        draft.budgets << pages::BudgetDraft{u"7"_s, u"day"_s};
        const auto problems = pages::keyProblems(draft, {}, {}, now);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().at, 3);
    }

    void whatWasSpentOfAWindowStaysWithIt()
    {
        Key before;
        before.budgets = {Budget{5, u"day"_s, 3}, Budget{50, u"month"_s, 40}};
        pages::KeyDraft draft;
        draft.budgets = {{u"1"_s, u"month"_s}};
        QCOMPARE(pages::applied(before, draft).budgets, (QList<Budget>{Budget{1'000'000'000, u"month"_s, 40}}));
    }

    void aRefusalNamesAValueThatWouldWork()
    {
        pages::KeyDraft draft;
        draft.name = u"taken"_s;
        const auto problems = pages::keyProblems(draft, {u"taken"_s, u"taken-2"_s}, {}, now);
        QVERIFY(problems.first().sentence.contains(u"taken-3"_s));
    }

    void aDraftBecomesTheKeyThatIsAskedFor()
    {
        pages::KeyDraft draft;
        draft.name = u" new "_s;
        draft.budgets = {{u"1,200.50"_s, u"day"_s}, {u" "_s, u"week"_s}};
        draft.passport.owner = u"payments"_s;
        const Key key = pages::keyOf(draft);
        QCOMPARE(key.name, u"new"_s);
        QCOMPARE(key.budgets, (QList<Budget>{Budget{1'200'500'000'000, u"day"_s, {}}}));
        QCOMPARE(key.passport.owner, u"payments"_s);
        QVERIFY(key.enabled);
        draft.budgets.clear();
        QVERIFY(pages::keyOf(draft).budgets.isEmpty());
    }

    void amountsAreReadInThePersonsWay()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(pages::amountOf(u"1.200,50"_s).value(), 1'200'500'000'000);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(pages::amountOf(u"0.000001"_s).value(), 1'000);
    }

    void aReasonNamesTheGateway()
    {
        pages::KeyPlace place;
        place.gateway = u"New API"_s;
        place.profile = u"prod"_s;
        for (int i = 0; i < int(gateway::Feature::Count); ++i)
            QVERIFY(pages::reasonAgainst(place, gateway::Feature(i)).contains(u"New API"_s));
        place.features = {gateway::Feature::DeleteKey, gateway::Feature::ListKeys};
        QVERIFY(pages::reasonAgainst(place, gateway::Feature::DeleteKey).isEmpty());
        place.readOnly = true;
        QVERIFY(pages::reasonAgainst(place, gateway::Feature::DeleteKey).contains(u"prod"_s));
        QVERIFY(pages::reasonAgainst(place, gateway::Feature::ListKeys).isEmpty());
    }

private:
    Key owned() const
    {
        Key key;
        key.passport.owner = u"payments"_s;
        return key;
    }

    const QDateTime now = StillClock().now();
};

QTEST_GUILESS_MAIN(KeyWordsTest)
#include "tst_key_words.moc"
