// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/generation_suite.h"
#include "contract/usage_of.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::Feature;
using contract::LiveGateway;

// The usage rows of every generation, over real sockets: whole, once, and found late.
class GenerationUsageTest : public GenerationSuite
{
    Q_OBJECT

private slots:
    void usageIsWholeWhileRowsJoin_data() { everyGeneration(); }
    void usageIsWholeWhileRowsJoin()
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageRows))
            return;
        contract::UsageOf usage(f);
        f.fake.control("usage", {{u"count"_s, 250}, {u"seconds"_s, 3000}, {u"back"_s, 30}});
        f.fake.control("paging", {{u"rows"_s, 3}, {u"times"_s, 12}});
        QCOMPARE(usage.sync(), QString());
        f.fake.control("usage", {{u"count"_s, 1}, {u"back"_s, 20}, {u"late"_s, 90}}); // written late
        f.pass(100);
        QCOMPARE(usage.sync(), QString());
        f.pass(7200);
        f.fake.control("paging", {{u"rows"_s, 0}, {u"times"_s, 0}});
        QCOMPARE(usage.sync(), QString());
        QCOMPARE(usage.missingOrDouble(), QString());
        QCOMPARE(f.leak(), QString());
    }

    void callsOfOneMomentAreAllRead_data() { everyGeneration(); }
    void callsOfOneMomentAreAllRead() // more than a page of them
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageRows))
            return;
        contract::UsageOf usage(f);
        f.fake.control("usage", {{u"count"_s, 40}, {u"seconds"_s, 600}, {u"back"_s, 1300}});
        f.fake.control("usage", {{u"count"_s, 230}, {u"seconds"_s, 0}, {u"back"_s, 1200}});
        f.fake.control("usage", {{u"count"_s, 40}, {u"seconds"_s, 100}, {u"back"_s, 1000}});
        QCOMPARE(usage.sync(), QString());
        QCOMPARE(usage.missingOrDouble(), QString());
    }

    void rowsThatComeLaterThanTheOverlapAreFoundTheNextDay_data() { everyGeneration(); }
    void rowsThatComeLaterThanTheOverlapAreFoundTheNextDay()
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageRows) || f.admin->usage()->secondLook() == 0s)
            return;
        contract::UsageOf usage(f);
        f.fake.control("usage", {{u"count"_s, 130}, {u"seconds"_s, 3000}, {u"back"_s, 30}});
        QCOMPARE(usage.sync(), QString());
        f.fake.control("usage", {{u"count"_s, 1}, {u"back"_s, 2000}, {u"late"_s, 7200}});
        f.pass(10'800);
        QCOMPARE(usage.sync(), QString());
        QVERIFY(!usage.missingOrDouble().isEmpty()); // it stands where nobody looks any more
        f.pass(86'400);
        QCOMPARE(usage.sync(), QString());
        QCOMPARE(usage.missingOrDouble(), QString());
    }

    void anInterruptedSyncLosesNothing_data() { everyGeneration(); }
    void anInterruptedSyncLosesNothing()
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageRows))
            return;
        contract::UsageOf usage(f);
        f.fake.control("usage", {{u"count"_s, 230}, {u"seconds"_s, 3000}, {u"back"_s, 30}});
        f.fake.control("paging", {{u"rows"_s, 1}, {u"times"_s, 5}});
        QVERIFY2(usage.interrupted(17) > 3, "it was over before it could be interrupted");
        f.pass(7200);
        f.fake.control("paging", {{u"rows"_s, 0}, {u"times"_s, 0}});
        QCOMPARE(usage.sync(), QString());
        QCOMPARE(usage.missingOrDouble(), QString());
    }

    void theRowOfACallIsFoundOnceItIsThere_data() { everyGeneration(); }
    void theRowOfACallIsFoundOnceItIsThere()
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageByRequest))
            return;
        const QString id = contract::calledOnce(f);
        QVERIFY2(!id.isEmpty(), "the data plane gave no request id");
        const auto early = f.failureOf(finished(f.admin->usage()->byRequest(id), 20s));
        QVERIFY(early && early->kind == FailureKind::NotFound);
        f.pass(60);
        const auto row = finished(f.admin->usage()->byRequest(id), 20s);
        QVERIFY2(row, qPrintable(row ? QString() : row.error().detail));
        f.seen.note(*row);
        const bool told = f.fake.suite()["row_tokens"_L1].toBool(true); // else as one sum
        QCOMPARE(row->inputTokens, told ? std::optional<qint64>(25) : std::nullopt);
        QCOMPARE(row->outputTokens, told ? std::optional<qint64>(9) : std::nullopt);
        QVERIFY(!row->costNanos || *row->costNanos > 0);
        QCOMPARE(f.leak(), QString());
    }
};

QTEST_GUILESS_MAIN(GenerationUsageTest)
#include "tst_generation_usage.moc"
