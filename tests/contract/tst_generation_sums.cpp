// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/generation_suite.h"
#include "contract/usage_of.h"
#include "usage/cost_check.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::Feature;
using contract::LiveGateway;
using usage::Accord;

// The rows read from every generation against its own sums: what both tell is the same, and a row too few is seen.
class GenerationSumsTest : public GenerationSuite
{
    Q_OBJECT

private slots:
    void rowsAddUpToTheGatewaysOwnSums_data() { everyGeneration(); }
    void rowsAddUpToTheGatewaysOwnSums()
    {
        LiveGateway f = live();
        if (!f.has(Feature::UsageRows) || !f.has(Feature::UsageTotals))
            return;
        contract::UsageOf usage(f);
        f.fake.control("usage", {{u"count"_s, 120}, {u"seconds"_s, 3000}, {u"back"_s, 30}});
        f.pass(60);
        QCOMPARE(usage.sync(), QString());
        QList<usage::FigurePair> pairs = compare(f, usage);
        QVERIFY2(!pairs.isEmpty(), "no sums");
        QVERIFY2(usage::accordOf(pairs) == Accord::Agrees, qPrintable(worded(pairs)));
        QVERIFY(pairs.first().left.value_or(0) >= 120);
        f.fake.control("usage", {{u"count"_s, 3}, {u"seconds"_s, 10}, {u"back"_s, 20}}); // not read yet
        f.pass(60);
        pairs = compare(f, usage);
        QVERIFY2(usage::accordOf(pairs) == Accord::Differs, qPrintable(worded(pairs)));
        QCOMPARE(f.leak(), QString());
    }

private:
    static QList<usage::FigurePair> compare(LiveGateway &f, contract::UsageOf &usage)
    {
        const QDateTime now = f.clock.now();
        const auto told = finished(f.admin->usage()->totals(now.addSecs(-7200), now), 20s);
        if (!told)
            return {};
        const auto kept = finished(usage::keptSums(usage.store(), u"p"_s, told->from, told->to));
        return usage::compared(kept->totals, *told, {});
    }
    static QString worded(const QList<usage::FigurePair> &pairs)
    {
        QStringList out;
        for (const usage::FigurePair &pair : pairs)
            out << (pair.left ? QString::number(*pair.left) : u"?"_s) + u'/'
                    + (pair.right ? QString::number(*pair.right) : u"?"_s);
        return out.join(u' ');
    }
};

QTEST_GUILESS_MAIN(GenerationSumsTest)
#include "tst_generation_sums.moc"
