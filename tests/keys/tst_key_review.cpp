// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "keys/review_json.h"
#include "keys/review_words.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTest>

using namespace Qt::StringLiterals;
using keys::Decision;
using keys::Risk;

namespace {

const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);

Key sound(const QString &name)
{
    Key key;
    key.id = u"id-"_s + name;
    key.name = name;
    key.aliases = {u"fast"_s};
    key.budgets = {{300'000'000'000, u"month"_s, {}}};
    key.createdAt = now.addDays(-100);
    key.lastUsedAt = now.addDays(-1);
    key.passport.owner = u"web"_s;
    key.passport.purpose = u"checkout"_s;
    key.passport.ticket = u"T-1"_s;
    key.passport.reviewDate = QDate(2027, 1, 31);
    return key;
}

Alias alias(const QString &name, const QStringList &families = {})
{
    Alias out;
    out.name = name;
    out.families = families;
    return out;
}

keys::ReviewRow rowOf(const Key &key, const QList<Alias> &aliases = {})
{
    keys::ReviewGround ground;
    ground.keys = {key};
    ground.aliases = aliases;
    ground.now = now;
    return keys::reviewOf(ground).value(0);
}

std::optional<qint64> most(const QList<Budget> &budgets)
{
    return keys::mostPerMonth(budgets, now);
}

UsageRecord call(const QString &id, const QString &keyId, const QString &key, const QDateTime &at)
{
    UsageRecord row;
    row.sourceId = id;
    row.at = at;
    row.ended = u"complete"_s;
    row.keyId = keyId;
    row.key = key;
    row.alias = u"fast"_s;
    return row;
}

} // namespace

class KeyReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void aSoundKeyHasNoRisk() { QCOMPARE(rowOf(sound(u"a"_s)).risks, QList<Risk>()); }

    void eachRiskIsSeen_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<QList<Risk>>("risks");
        const auto row = [](const char *name, auto change, QList<Risk> risks) {
            Key key = sound(u"a"_s);
            change(key);
            QTest::newRow(name) << key << risks;
        };
        row("no owner", [](Key &key) { key.passport.owner.clear(); }, {Risk::NoOwner});
        row("no budget", [](Key &key) { key.budgets.clear(); }, {Risk::NoLimit});
        row("every alias", [](Key &key) { key.aliases.clear(); }, {Risk::EveryAlias});
        row("unused for 31 days", [](Key &key) { key.lastUsedAt = now.addDays(-31); }, {Risk::Unused});
        row("used 29 days ago", [](Key &key) { key.lastUsedAt = now.addDays(-29); }, {});
        row("review was due", [](Key &key) { key.passport.reviewDate = QDate(2026, 11, 21); }, {Risk::PastReview});
        row("review is due today", [](Key &key) { key.passport.reviewDate = QDate(2026, 11, 22); }, {});
        row("expires in 29 days", [](Key &key) { key.expiresAt = now.addDays(29); }, {Risk::Expiring});
        row("expires in 31 days", [](Key &key) { key.expiresAt = now.addDays(31); }, {});
        row("expired", [](Key &key) { key.expiresAt = now; }, {Risk::Expired});
        row("a disabled one spends nothing",
            [](Key &key) {
                key.enabled = false;
                key.budgets.clear();
                key.aliases.clear();
                key.passport.owner.clear();
            },
            {Risk::NoOwner});
    }
    void eachRiskIsSeen()
    {
        QFETCH(Key, key);
        QTEST(rowOf(key).risks, "risks");
    }

    void whoIsNotKnownToCallIsNotCalledUnused()
    {
        Key key = sound(u"a"_s);
        key.lastUsedAt.reset();
        QVERIFY(!rowOf(key).risks.contains(Risk::Unused)); // the gateway tells of no key when it was used
        QCOMPARE(keys::lastUseOf(rowOf(key)), u"unknown"_s);
        keys::ReviewGround ground;
        ground.keys = {key, sound(u"b"_s)}; // here it does
        ground.now = now;
        QVERIFY(keys::reviewOf(ground).at(0).risks.contains(Risk::Unused));
        QCOMPARE(keys::lastUseOf(keys::reviewOf(ground).at(0)), u"never"_s);
        ground.keys = {key};
        ground.usageFrom = now.addDays(-31); // stored usage is whole
        QVERIFY(keys::reviewOf(ground).at(0).risks.contains(Risk::Unused));
        ground.usageFrom = now.addDays(-29);
        QVERIFY(!keys::reviewOf(ground).at(0).risks.contains(Risk::Unused));
    }

    void aYoungKeyIsNotUnused()
    {
        Key key = sound(u"a"_s);
        key.createdAt = now.addDays(-3);
        key.lastUsedAt.reset();
        keys::ReviewGround ground;
        ground.keys = {key};
        ground.now = now;
        ground.usageFrom = now.addDays(-400);
        QCOMPARE(keys::reviewOf(ground).at(0).risks, QList<Risk>());
    }

    void reachIsTheScopeInTheCatalog()
    {
        const QList<Alias> catalog{alias(u"fast"_s, {u"chat"_s}), alias(u"paint"_s, {u"images"_s}), alias(u"any"_s)};
        Key key = sound(u"a"_s);
        key.aliases = {u"fast"_s, u"old"_s};
        QCOMPARE(rowOf(key, catalog).reach, QStringList{u"fast"_s});
        QCOMPARE(rowOf(key, catalog).gone, QStringList{u"old"_s});
        key.aliases.clear();
        key.families = {u"images"_s};
        QCOMPARE(rowOf(key, catalog).reach, (QStringList{u"paint"_s, u"any"_s}));
        QVERIFY(!rowOf(key).reachKnown);
    }

    void theTightestBudgetIsTheMostInAMonth()
    {
        const qint64 usd = 1'000'000'000;
        QCOMPARE(most({}), std::nullopt);
        QCOMPARE(most({{0, u"day"_s, {}}}), std::nullopt);
        QCOMPARE(most({{2 * usd, u"day"_s, {}}}), 62 * usd);
        QCOMPARE(most({{7 * usd, u"week"_s, {}}}), 31 * usd);
        QCOMPARE(most({{usd, u"12h"_s, {}}}), 62 * usd);
        QCOMPARE(most({{usd, u"1488h"_s, {}}}), usd);
        QCOMPARE(most({{2 * usd, u"day"_s, {}}, {50 * usd, u"month"_s, {}}}), 50 * usd);
        QCOMPARE(most({{9 * usd, u"lifetime"_s, 5 * usd}}), 4 * usd);
        QCOMPARE(most({{9 * usd, u"lifetime"_s, 10 * usd}}), 0);
        QCOMPARE(most({{usd, u"fortnight"_s, {}}}), std::nullopt); // what is not known limits nothing
        QCOMPARE(most({{std::numeric_limits<qint64>::max(), u"1h"_s, {}}}), std::numeric_limits<qint64>::max());
        Budget raised{10 * usd, u"month"_s, {}};
        raised.raiseNanos = 5 * usd;
        raised.raiseUntil = now.addDays(1);
        QCOMPARE(most({raised}), 15 * usd);
        raised.raiseUntil = now.addDays(-1);
        QCOMPARE(most({raised}), 10 * usd);
    }

    void aReviewComesBackAsItWasKept()
    {
        keys::ReviewRow row = rowOf(sound(u"a"_s), {alias(u"fast"_s)});
        row.decision = Decision::Narrow;
        row.note = u"only \"chat\" — ü"_s;
        row.risks = {Risk::NoOwner, Risk::Expired};
        QCOMPARE(keys::rowsFrom(keys::contentOf({row, rowOf(sound(u"b"_s))})).value(),
            (QList<keys::ReviewRow>{row, rowOf(sound(u"b"_s))}));
        QCOMPARE(keys::rowsFrom("{").error().kind, FailureKind::Decode);
    }

    void onlyKeysThatChangedDiffer()
    {
        QList<keys::ReviewRow> before;
        for (int i = 0; i < 200; ++i)
            before << rowOf(sound(u"key-%1"_s.arg(i, 3, 10, QLatin1Char('0'))));
        QList<keys::ReviewRow> after = before;
        after[0].key.lastUsedAt = now; // that it was called again is no change
        after[1].key.spentNanos = 77;
        after[3].key.passport.owner = u"search"_s;
        after[3].decision = Decision::Keep;
        after.removeAt(5);
        after << rowOf(sound(u"new"_s));
        const auto found = keys::differences(before, after);
        QStringList lines;
        for (const auto &each : found)
            lines << each.name + u", "_s + keys::inWords(each);
        QCOMPARE(lines, (QStringList{u"key-003, passport.owner: web → search"_s, u"key-005, gone"_s, u"new, new"_s}));
        QVERIFY(keys::differences(before, before).isEmpty());
    }

    void whatANameSaysStaysText()
    {
        keys::Review review;
        review.at = now;
        review.by = u"ops"_s;
        review.rows = {rowOf(sound(u"a|b <b> [x](http://e)"_s))};
        const QString text = keys::markdownOf(review, u"*lab*"_s, {});
        QVERIFY2(text.contains(u"a\\|b \\<b\\> \\[x\\](http://e)"_s), qPrintable(text));
        QVERIFY(text.startsWith(u"# Access review of \\*lab\\*\n"_s));
        const QStringList lines = text.split(u'\n').filter(u"| "_s);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(2).count(u" | "_s), lines.at(0).count(u" | "_s));
    }

    void useIsReadFromTheStore()
    {
        TempStore held;
        held.write([](sql::Database &db) {
            return store::putUsage(db, {u"p"_s, now, {}, {}},
                {call(u"1"_s, u"id-a"_s, u"a"_s, now.addDays(-2)), call(u"2"_s, {}, u"b"_s, now.addDays(-40)),
                    call(u"3"_s, u"id-a"_s, u"a"_s, now.addDays(-9))});
        });
        held.write([](sql::Database &db) { return store::keepLevel(db, u"p"_s, now); });
        Key a = sound(u"a"_s);
        Key b = sound(u"b"_s);
        Key c = sound(u"c"_s);
        a.lastUsedAt = b.lastUsedAt = c.lastUsedAt = std::nullopt;
        const keys::Reviews reviews(*held, u"p"_s);
        const auto review = finished(reviews.taken({a, b, c}, {}, now, u"ops"_s));
        QVERIFY(review);
        QCOMPARE(review->rows.at(0).lastUse, now.addDays(-2));
        QCOMPARE(review->rows.at(1).lastUse, now.addDays(-40));
        QCOMPARE(review->rows.at(1).risks, QList<Risk>{Risk::Unused});
        QCOMPARE(review->rows.at(2).risks, QList<Risk>{Risk::Unused});
        // A day later nothing was read: who called since is not known.
        const auto later = finished(reviews.taken({c}, {}, now.addDays(2), u"ops"_s));
        QCOMPARE(later->rows.at(0).risks, QList<Risk>());
    }

    void decisionsAreKeptUntilTheReviewIsClosed()
    {
        TempStore held;
        const keys::Reviews reviews(*held, u"p"_s);
        auto review = finished(reviews.taken({sound(u"a"_s), sound(u"b"_s)}, {}, now, u"ops"_s)).value();
        review = finished(reviews.keep(review)).value();
        QCOMPARE(finished(reviews.list()).value().value(0).keys, 2);
        QCOMPARE(finished(reviews.decide(review.id, {{u"nobody"_s, Decision::Keep, {}}})).error().kind,
            FailureKind::NotFound);
        QCOMPARE(finished(reviews.decide(review.id, {{u"id-a"_s, Decision::Keep, u"needed"_s}})).value().decided, 1);
        QCOMPARE(finished(reviews.close(review.id, now)).error().kind, FailureKind::Input);
        QVERIFY(finished(reviews.decide(review.id, {{u"id-b"_s, Decision::Delete, {}}})));
        QCOMPARE(finished(reviews.close(review.id, now)).value().closedAt, now);
        QCOMPARE(finished(reviews.decide(review.id, {{u"id-a"_s, Decision::Delete, {}}})).error().kind,
            FailureKind::Conflict);
        const auto read = finished(reviews.review(review.id)).value();
        QCOMPARE(read.rows.at(0).decision, Decision::Keep);
        QCOMPARE(read.rows.at(0).note, u"needed"_s);
        QCOMPARE(finished(keys::Reviews(*held, u"other"_s).review(review.id)).error().kind, FailureKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(KeyReviewTest)
#include "tst_key_review.moc"
