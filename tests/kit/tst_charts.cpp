// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chart.h"
#include "kit/chart_panel.h"
#include "kit/figure.h"
#include "kit/legend.h"
#include "kit/line_chart.h"
#include "kit/style.h"
#include "kit/table.h"
#include <cmath>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace kit;
using namespace Qt::StringLiterals;

static StackData twoDays()
{
    StackData data;
    data.marks = {u"1 Jun"_s, u"2 Jun"_s};
    data.series = {{u"a"_s, {1, 2}}, {u"b"_s, {3, std::nan("")}}};
    data.word = [](double v) { return QString::number(v) + u" USD"_s; };
    return data;
}

static LineData tenHours()
{
    LineData data;
    for (int i = 0; i < 10; ++i)
        data.marks << QString::number(i);
    data.series = {{u"a"_s, {1, 1, 1, 1, 1, 1, 1, std::nan(""), std::nan(""), 1}}};
    data.threshold = 2;
    data.thresholdName = u"limit"_s;
    data.stretches = {{0, 3, Status::Bad, u"fired"_s}};
    return data;
}

class TestCharts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { apply(*qApp, {}); }

    void aMarkIsChosenByKeyAndPointer()
    {
        StackChart chart(u"Spend"_s);
        StackData data = twoDays();
        data.remarks = {{}, u"not over"_s};
        data.summary = u"Spend rose."_s;
        chart.setData(data);
        chart.resize(500, 240);
        chart.show();
        QVERIFY(chart.accessibleDescription().startsWith(u"Spend rose. 1 Jun to 2 Jun"_s));
        QSignalSpy chosen(&chart, &MarkChart::markChosen);
        QTest::keyClick(&chart, Qt::Key_Return); // nothing reached yet
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QVERIFY(chart.accessibleDescription().contains(u"not over"_s));
        chart.setData(data); // new figures on the same marks
        QCOMPARE(chart.reached(), 1);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().first().toInt(), 1);
        QTRY_VERIFY(chart.chart()->plotArea().width() > 100);
        const QRectF plot = chart.chart()->plotArea();
        QTest::mouseClick(
            chart.viewport(), Qt::LeftButton, {}, (plot.center() - QPointF(plot.width() / 4, 0)).toPoint());
        QCOMPARE(chosen.takeFirst().first().toInt(), 0);
    }

    void aFigureIsALinkOnlyWithAVerb()
    {
        Figure figure({u"Spend"_s, u"1.20"_s, u"USD"_s, u"+4 %"_s});
        QSignalSpy opened(&figure, &Figure::clicked);
        QCOMPARE(figure.focusPolicy(), Qt::NoFocus);
        figure.setVerb(u"Show the requests"_s);
        figure.tell({u"Spend"_s, u"2.40"_s, u"USD"_s, u"+8 %"_s});
        QVERIFY(figure.accessibleDescription().contains(u"2.40 USD. +8 %. Show the requests"_s));
        QTest::keyClick(&figure, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void theLegendNeverLiesOverThePlot_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {320, 600, 780, 1133})
            QTest::addRow("%d px", width) << width;
    }
    void theLegendNeverLiesOverThePlot()
    {
        QFETCH(int, width);
        auto *chart = new StackChart(u"Spend"_s);
        ChartPanel panel(u"Spend"_s, chart);
        StackData data = twoDays();
        QList<LegendEntry> entries;
        for (int i = 0; i < 8; ++i) {
            data.series << Series{u"an-alias-%1"_s.arg(i), {1, 1}};
            entries << LegendEntry{data.series.last().name, u"12.34"_s};
        }
        chart->setData(data);
        panel.setLegend(u"Aliases"_s, entries);
        panel.resize(width, 10); // as low as it gets
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.resize(width, panel.minimumSizeHint().height());
        QTest::qWait(20);
        const auto *legend = panel.findChild<Legend *>();
        const QRect plot(chart->mapTo(&panel, QPoint()), chart->size());
        const QRect words(legend->mapTo(&panel, QPoint()), legend->size());
        QVERIFY2(!plot.intersects(words), "the legend covers the chart");
        QVERIFY(panel.rect().contains(words));
        QVERIFY(plot.height() >= 150);
        QVERIFY(legend->height() >= legend->heightForWidth(legend->width()));
    }

    void whatHasNoNameIsListedLast()
    {
        Legend legend(u"Aliases"_s);
        legend.setEntries({{u"large"_s, u"9"_s}, {u"small"_s, u"1"_s}, {u"no alias"_s, u"0"_s, true}});
        QCOMPARE(legend.namesAsShown(), (QStringList{u"small"_s, u"large"_s, u"no alias"_s}));
        legend.setChips(true);
        QCOMPARE(legend.namesAsShown(), (QStringList{u"large"_s, u"small"_s, u"no alias"_s}));
    }

    void valuesOfALegendStandAtItsEndInBothDirections_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("left to right") << false;
        QTest::newRow("right to left") << true;
    }
    void valuesOfALegendStandAtItsEndInBothDirections()
    {
        QFETCH(bool, mirrored);
        Legend legend(u"Aliases"_s);
        legend.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        legend.setEntries({{u"a"_s, u"888.88"_s}});
        legend.resize(216, legend.sizeHint().height());
        const QImage picture = legend.grab().toImage();
        int inked = 0;
        for (int x = 0; x < 30; ++x)
            for (int y = 0; y < picture.height(); ++y)
                inked += picture.pixel(mirrored ? x : 215 - x, y) != picture.pixel(108, 0);
        QVERIFY2(inked > 40, qPrintable(QString::number(inked)));
    }

    void aNoteThatIsTooLongTakesASecondLineInAllFigures()
    {
        FigureRow row;
        row.add({u"Spend"_s, u"1"_s, {}, u"115 requests lack a price, and some more words"_s});
        const Figure *other = row.add({u"Requests"_s, u"1"_s, {}, u"short"_s});
        row.resize(900, 100);
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        const int low = row.sizeHint().height();
        row.resize(330, 100);
        QTRY_VERIFY(row.sizeHint().height() > low);
        QVERIFY(other->toolTip().contains(u"short"_s));
    }

    void marksAreWalkedAndSpoken()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *chart = new StackChart(u"Spend"_s);
        column->addWidget(chart);
        chart->setData(twoDays());
        window.show();
        QSignalSpy reached(chart, &MarkChart::markReached);
        QTest::keyClick(chart, Qt::Key_Home);
        QVERIFY(chart->accessibleDescription().startsWith(u"1 Jun: "_s));
        QVERIFY(chart->accessibleDescription().contains(u"3 USD"_s));
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->accessibleDescription().contains(u"no data"_s));
        QTest::keyClick(chart, Qt::Key_Right); // stays at the last one
        QCOMPARE(chart->reached(), 1);
        auto *bubble = window.findChild<Bubble *>();
        QVERIFY(bubble && bubble->isVisible() && window.rect().contains(bubble->geometry().topLeft()));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(bubble->isHidden());
        QCOMPARE(reached.size(), 3);
    }

    void pointerReachesTheMarkBelowIt()
    {
        LineChart chart(u"Course"_s);
        chart.setData(tenHours());
        chart.resize(500, 220);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QTest::mouseMove(chart.viewport(), QPoint(60, 60));
        QTest::mouseMove(chart.viewport(), chart.viewport()->rect().center());
        QTRY_VERIFY(chart.reached() >= 4 && chart.reached() <= 5);
    }

    void limitsGapsAndStretchesAreSpoken()
    {
        LineChart chart(u"Course"_s);
        chart.setData(tenHours());
        chart.resize(500, 220);
        chart.show();
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(chart.accessibleDescription().contains(u"limit"_s));
        QVERIFY(chart.accessibleDescription().contains(u"fired"_s));
        chart.reach(8);
        QVERIFY(chart.accessibleDescription().contains(u"no data"_s));
        QVERIFY(!chart.accessibleDescription().contains(u"fired"_s));
    }

    void noDataIsHatchedAndNotZero()
    {
        LineChart chart(u"Course"_s);
        chart.setData(tenHours());
        chart.resize(500, 220);
        chart.show();
        QCoreApplication::processEvents();
        const QImage picture = chart.grab().toImage();
        QSet<QRgb> inGap, before;
        const QRectF plot = chart.chart()->plotArea();
        for (int y = int(plot.top()) + 4; y < int(plot.top()) + 40; ++y) {
            inGap << picture.pixel(int(plot.left() + plot.width() * 0.80), y);
            before << picture.pixel(int(plot.left() + plot.width() * 0.55), y);
        }
        QVERIFY2(inGap.size() > before.size(), "hatching has more than one colour");
    }

    void bubbleGoesWithItsChart()
    {
        QWidget window;
        auto *chart = new StackChart(u"Spend"_s, &window);
        chart->setData(twoDays());
        window.show();
        QTest::keyClick(chart, Qt::Key_Home);
        QVERIFY(window.findChild<Bubble *>());
        delete chart;
        QVERIFY(!window.findChild<Bubble *>());
    }

    void chartHasATableTwin()
    {
        auto *chart = new StackChart(u"Spend"_s);
        chart->setData(twoDays());
        ChartPanel panel(u"Spend per day"_s, chart);
        QSignalSpy out(&panel, &ChartPanel::exportWanted);
        panel.show();
        panel.showTable(true);
        QVERIFY(panel.table()->isVisible() && !chart->isVisible());
        QCOMPARE(panel.table()->model()->index(0, 0).data().toString(), u"2 Jun"_s); // newest first
        QCOMPARE(panel.table()->model()->index(0, 2).data().toString(), u"no data"_s);
        panel.findChild<QToolButton *>(u"export"_s)->click();
        QCOMPARE(out.size(), 1);
    }

    void chartsFollowThePalette()
    {
        StackChart chart(u"Spend"_s);
        chart.setData(twoDays());
        chart.show();
        for (const Scheme scheme : {Scheme::Dark, Scheme::HighContrast, Scheme::Light}) {
            apply(*qApp, {scheme});
            QVERIFY(!chart.grab().isNull());
        }
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
