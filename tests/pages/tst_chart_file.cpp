// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/mark_chart.h"
#include "pages/chart_file.h"
#include <cmath>
#include <QTest>

using namespace Qt::StringLiterals;
using pages::Separated;

class ChartFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotKnownIsEmptyAndTheFutureIsLeftOut()
    {
        kit::ChartData chart;
        chart.marks = QStringList{u"00:00"_s, u"01:00"_s, u"02:00"_s};
        chart.series = {{u"old, \"key\""_s, {1.5, std::nan(""), 7}}, {u"new key"_s, {0, 12345678.9, 7}}};
        chart.ahead = 2;
        QCOMPARE(pages::separatedText(chart, Separated::Csv),
            u"Time,\"old, \"\"key\"\"\",new key\r\n00:00,1.5,0\r\n01:00,,12345678.9\r\n"_s);
        chart.ahead = -1;
        QVERIFY(pages::separatedText(chart, Separated::Tsv).endsWith(u"02:00\t7\t7\n"_s));
    }

    void aFormulaInANameIsDisarmed()
    {
        kit::ChartData chart;
        chart.series = {{u"=1+1"_s, {}}};
        QVERIFY(!pages::separatedText(chart, Separated::Csv).contains(u",=1"_s));
    }
};

QTEST_GUILESS_MAIN(ChartFileTest)
#include "tst_chart_file.moc"
