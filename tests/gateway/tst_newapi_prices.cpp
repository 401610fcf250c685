// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"
#include <algorithm>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Feature;

static const char *const options = "GET /api/option/";
static const char *const put = "PUT /api/option/";

// Prices are maps of all models that root reads and writes whole: read again before, merged, and judged after.
class NewApiPricesTest : public QObject
{
    Q_OBJECT

private slots:
    void aPriceIsMergedIntoTheMapsAndReadBack()
    {
        World w;
        const Alias before = w.alias(u"team-fast"_s);
        QCOMPARE(before.price.inputNanos, 150'000'000);
        const Result<> done = w.priced(before, 400'000'000, 1'000'000'000);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QCOMPARE(w.map(u"ModelRatio"_s),
            json(R"({"BLOOMZ-7B":0.273972602739726,"gpt-4o-mini":0.075,"m-usage_1000_500":1,"team-fast":0.2})"));
        QCOMPARE(w.map(u"CompletionRatio"_s)[u"team-fast"_s].toDouble(), 2.5);
        QCOMPARE(w.map(u"CompletionRatio"_s)[u"gpt-image-1"_s].toDouble(), 8.0);
        const Price now = w.alias(u"team-fast"_s).price; // the list of prices is a minute old, the maps are not
        QCOMPARE(now.inputNanos, 400'000'000);
        QCOMPARE(now.outputNanos, 1'000'000'000);
    }

    void onlyTheListIsReadUntilAPriceIsWrittenAndWhenItIsOldEnough()
    {
        World w;
        w.alias(u"team-fast"_s);
        QCOMPARE(w.s.count(options), 0);
        QVERIFY(w.priced(w.alias(u"team-fast"_s), 300'000'000, 300'000'000));
        QCOMPARE(w.alias(u"team-fast"_s).price.inputNanos, 300'000'000);
        w.s.clock.pass(91);
        QCOMPARE(w.alias(u"team-fast"_s).price.inputNanos, 150'000'000); // as the recorded list goes on saying
    }

    void thePriceOfAGroupIsWrittenForIt()
    {
        World w;
        w.s.answerJson("GET /api/pricing",
            R"({"success":true,"group_ratio":{"default":0.5},"data":[{"model_name":)"
            R"("team-fast","quota_type":0,"model_ratio":0.075,"completion_ratio":1}]})");
        const Alias before = w.alias(u"team-fast"_s);
        QCOMPARE(before.price.inputNanos, 75'000'000);
        QVERIFY(w.priced(before, 500'000'000, 500'000'000));
        QCOMPARE(w.map(u"ModelRatio"_s)[u"team-fast"_s].toDouble(), 0.5);
    }

    void aPriceIsTakenAway()
    {
        World w;
        const Alias before = w.alias(u"team-fast"_s);
        QVERIFY(w.priced(before, {}, {}));
        QVERIFY(!w.map(u"ModelRatio"_s).contains(u"team-fast"_s));
        QCOMPARE(w.map(u"ModelRatio"_s).size(), 3);
    }

    void aPricePerCallMakesWay()
    {
        World w;
        QVERIFY(w.map(u"ModelPrice"_s).contains(u"percall-one"_s));
        QVERIFY(w.priced(w.alias(u"percall-one"_s), 2'000'000'000, 2'000'000'000));
        QVERIFY(!w.map(u"ModelPrice"_s).contains(u"percall-one"_s));
        QCOMPARE(w.map(u"ModelRatio"_s)[u"percall-one"_s].toDouble(), 1.0);
    }

    void whatCannotBePricedIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::optional<qint64>>("input");
        QTest::addColumn<std::optional<qint64>>("output");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("part");
        using Nanos = std::optional<qint64>;
        const auto row = [](const char *tag, const char *name, Nanos in, Nanos out, FailureKind kind,
                             const char *part) {
            QTest::newRow(tag) << QString::fromLatin1(name) << in << out << kind << QString::fromLatin1(part);
        };
        row("half a price", "team-fast", 1'000, {}, FailureKind::Input, "both");
        row("an odd nano", "team-fast", 1, 1, FailureKind::Input, "exactly");
        row("output of free input", "team-fast", 0, 1'000, FailureKind::Input, "price of output");
        row("a fixed ratio", "gpt-4o-mini", 150'000'000, 900'000'000, FailureKind::Rejected,
            "fixes the price of output");
        row("a cached price", "gpt-4o-mini", 300'000'000, 1'200'000'000, FailureKind::Unsupported, "CacheRatio");
    }
    void whatCannotBePricedIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(std::optional<qint64>, input);
        QFETCH(std::optional<qint64>, output);
        QFETCH(FailureKind, kind);
        QFETCH(QString, part);
        World w;
        const Result<> done = w.priced(w.alias(name), input, output);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, kind);
        QVERIFY2(done.error().detail.contains(part), qPrintable(done.error().detail));
        QCOMPARE(w.s.count(put), 0);
    }

    void whatIsPaidByAnExpressionStaysSo()
    {
        World w;
        w.s.answerJson("GET /api/pricing",
            R"({"success":true,"group_ratio":{"default":1},"data":[{"model_name":"team-fast","quota_type":0,)"
            R"("model_ratio":1,"completion_ratio":1,"billing_mode":"tiered_expr"}]})");
        const Result<> done = w.priced(w.alias(u"team-fast"_s), 300'000'000, 300'000'000);
        QCOMPARE(done.error().kind, FailureKind::Rejected);
        QCOMPARE(w.s.count(put), 0);
    }

    void theCachedPriceGoesWithTheInputWhereItsMapIsTold()
    {
        World w;
        w.set(u"CacheRatio"_s, json(R"({"gpt-4o-mini":0.5})"));
        const Alias before = w.alias(u"gpt-4o-mini"_s);
        QVERIFY(w.priced(before, 300'000'000, 1'200'000'000));
        QCOMPARE(w.map(u"CacheRatio"_s)[u"gpt-4o-mini"_s].toDouble(), 0.25);
        QCOMPARE(w.alias(u"gpt-4o-mini"_s).price.cachedNanos, 75'000'000);
    }

    void whatOthersWroteMeanwhileStaysOrIsAConflict()
    {
        World w;
        const Alias before = w.alias(u"team-fast"_s);
        w.onRead = [&w](int reads) {
            if (reads == 2) // right before the write
                w.set(u"ModelRatio"_s, json(R"({"team-fast":0.075,"new-one":3})"));
        };
        QVERIFY(w.priced(before, 300'000'000, 300'000'000));
        QCOMPARE(w.map(u"ModelRatio"_s), json(R"({"team-fast":0.15,"new-one":3})"));

        World other;
        const Alias same = other.alias(u"team-fast"_s);
        other.set(u"ModelRatio"_s, json(R"({"team-fast":0.09})"));
        QCOMPARE(other.priced(same, 300'000'000, 300'000'000).error().kind, FailureKind::Conflict);
        QCOMPARE(other.s.count(put), 0);
    }

    void aServerThatIgnoresItIsFoundOut()
    {
        World w;
        const Alias before = w.alias(u"team-fast"_s);
        w.ignores = true;
        const Result<> done = w.priced(before, 300'000'000, 300'000'000);
        QCOMPARE(done.error().kind, FailureKind::Rejected);
        QVERIFY(done.error().detail.contains(u"ModelRatio"_s));
    }

    void onlyRootWritesPrices()
    {
        World w;
        w.s.answerChanged("GET /api/user/self", "018-self", {{u"role"_s, 10}});
        QVERIFY(finished(w.s.admin->identity()));
        QVERIFY(!w.s.admin->features().has(Feature::AliasPrices));
        QVERIFY(w.s.admin->features().has(Feature::EditAliases));
        const Result<> done = w.priced(w.alias(u"team-fast"_s), 300'000'000, 300'000'000);
        QCOMPARE(done.error().kind, FailureKind::Unsupported);
        QVERIFY(done.error().detail.contains(u"root"_s));
        w.s.answer("GET /api/user/self", "018-self");
        QVERIFY(finished(w.s.admin->identity()));
        QVERIFY(w.s.admin->features().has(Feature::AliasPrices));
    }

private:
    static QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

    // New API of August 2026 with options that remember.
    struct World
    {
        NewApiServer s{"n4"};
        QMap<QString, QJsonObject> maps;
        std::function<void(int)> onRead = [](int) {};
        bool ignores = false;

        World()
        {
            s.answer("GET /api/channel/?p=1&page_size=100&id_sort=true", "043-channels");
            s.answer("GET /api/pricing", "083-pricing-pat");
            for (const QJsonValue &row : s.rowsOf("derived-options"))
                if (const QString key = row[u"key"_s].toString(); key.endsWith(u"Ratio"_s) || key == u"ModelPrice"_s)
                    maps[key] = QJsonDocument::fromJson(row[u"value"_s].toString().toUtf8()).object();
            s.answer(put, "036-option-put");
            s.http.beforeAnswer = [this](const QString &call) { look(call); };
        }
        void look(const QString &call)
        {
            const QJsonObject sent = s.sent(put);
            if (call == QString::fromLatin1(put) && !ignores)
                set(sent[u"key"_s].toString(), QJsonDocument::fromJson(sent[u"value"_s].toString().toUtf8()).object());
            if (call == QString::fromLatin1(options))
                onRead(s.count(options));
            QJsonArray rows;
            for (auto map = maps.begin(); map != maps.end(); ++map)
                rows << QJsonObject{{u"key"_s, map.key()},
                    {u"value"_s, QString::fromUtf8(QJsonDocument(map.value()).toJson(QJsonDocument::Compact))}};
            s.answerJson(options, NewApiServer::enveloped(rows));
        }
        void set(const QString &option, const QJsonObject &map) { maps[option] = map; }
        QJsonObject map(const QString &option) const { return maps.value(option); }
        Alias alias(const QString &name)
        {
            const QList<Alias> all = finished(s.admin->aliases()->all()).value();
            const auto found = std::ranges::find(all, name, &Alias::name);
            return found == all.end() ? Alias() : *found;
        }
        Result<> priced(const Alias &before, std::optional<qint64> input, std::optional<qint64> output)
        {
            Alias after = before;
            after.price.inputNanos = input;
            after.price.outputNanos = output;
            return finished(s.admin->aliases()->write(before, after));
        }
    };
};

QTEST_GUILESS_MAIN(NewApiPricesTest)
#include "tst_newapi_prices.moc"
