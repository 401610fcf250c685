// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_workspace.h"
#include "kit/cells.h"
#include "kit/empty_state.h"
#include "kit/figure.h"
#include "kit/mark_chart.h"
#include "kit/segmented.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/usage/usage_page.h"
#include "usage/import.h"
#include <QApplication>
#include <QDateEdit>
#include <QFile>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pages;

struct Sums
{
    qint64 requests = 0;
    qint64 input = 0;
    qint64 output = 0;
    qint64 tokens() const { return input + output; }
};

// Read from the text of the file itself, apart from everything of ours: all, and by the hour in Berlin, an hour ahead in
// November.
struct Trace
{
    Sums all;
    QList<Sums> hours = QList<Sums>(24);

    Trace()
    {
        QFile file(QStringLiteral(TEST_DATA "/azure/azure-llm-2023-conv.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no trace");
        file.readLine();
        while (!file.atEnd()) {
            const QByteArrayList cells = file.readLine().trimmed().split(',');
            if (!cells.first().startsWith("2023-11-16 "))
                qFatal("a line of another day");
            for (Sums *sums : {&all, &hours[cells.first().mid(11, 2).toInt() + 1]}) {
                ++sums->requests;
                sums->input += cells.at(1).toLongLong();
                sums->output += cells.at(2).toLongLong();
            }
        }
    }
};

// The usage page over the trace as the importer keeps it.
struct Fixture
{
    TempStore store;
    std::unique_ptr<fakes::FakeWorkspace> workspace;
    fakes::FakeNavigation navigation;
    std::unique_ptr<UsagePage> page;

    Fixture()
    {
        usage::ImportWish wish{QStringLiteral(TEST_DATA "/azure/azure-llm-2023-conv.csv"), u"p"_s, {}};
        wish.map.columns = {{u"TIMESTAMP"_s, u"ts"_s}, {u"ContextTokens"_s, u"input_tokens"_s},
            {u"GeneratedTokens"_s, u"output_tokens"_s}};
        wish.map.constants = {{u"alias"_s, u"conversation"_s}};
        const QDateTime now(QDate(2026, 6, 18), QTime(12, 0), Qt::UTC);
        if (!finished(usage::importFile(*store, wish, now), std::chrono::seconds(60)))
            qFatal("the trace is not imported");
        workspace = std::make_unique<fakes::FakeWorkspace>(*store);
        page = std::make_unique<UsagePage>(*workspace, navigation);
        page->resize(1224, 868);
        page->show();
    }
    QString said(int figure) const { return page->findChildren<kit::Figure *>().at(figure)->accessibleDescription(); }
    // What a figure prints may be rounded: is `exact` within what its last digit leaves open?
    bool prints(int figure, qint64 exact) const
    {
        const QString digits = said(figure).section(u' ', 0, 0);
        const QString unit = said(figure).section(u' ', 1, 1).left(1);
        const double factor = unit == u"k" ? 1e3 : unit == u"M" ? 1e6 : 1;
        const qsizetype point = digits.indexOf(u'.');
        const double last = point < 0 ? 1 : std::pow(10.0, -double(digits.size() - 1 - point));
        const double value = QString(digits).remove(u',').toDouble();
        return value > 0 && std::abs(value * factor - double(exact)) <= last * factor / 2;
    }
    // As a person does it: the older days that the page offers, then one day only.
    void chooseTheDay() const
    {
        QTRY_VERIFY(page->findChild<kit::EmptyState *>());
        QTRY_COMPARE(page->findChild<kit::EmptyState *>()->accessibleName(), u"No usage in these days"_s);
        page->findChild<kit::EmptyState *>()->findChild<QPushButton *>()->click();
        QTRY_VERIFY2(prints(1, 19366), qPrintable(said(1)));
        for (QDateEdit *edit : page->findChildren<QDateEdit *>())
            if (edit->accessibleName() == u"From")
                edit->setDate(QDate(2023, 11, 16));
        QTRY_COMPARE(chart()->values().marks.size(), 24);
    }
    void measure(const QString &name) const
    {
        for (kit::Segmented *each : page->findChildren<kit::Segmented *>())
            if (each->accessibleName() == u"Measure")
                for (QToolButton *segment : each->findChildren<QToolButton *>())
                    if (segment->text() == name)
                        segment->click();
    }
    kit::MarkChart *chart() const { return page->findChild<kit::MarkChart *>(); }
    const kit::Table *table() const { return page->findChild<kit::Table *>(u"breakdown"_s); }
    qint64 cell(int column) const { return table()->model()->index(0, column).data(kit::cell::Order).toLongLong(); }
};

// A real production trace, from its file to the pixels' values: what the window shows is what the file says.
class AzureTraceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        kit::apply(*qApp, {});
        m_page = std::make_unique<Fixture>();
        m_page->chooseTheDay();
    }
    void cleanupTestCase() { m_page.reset(); }

    void figuresAreThoseOfTheFile()
    {
        QCOMPARE(m_trace.all.requests, 19366);
        QVERIFY2(m_page->said(0).contains(u"19,366 request(s) of unknown cost"_s), qPrintable(m_page->said(0)));
        QVERIFY2(m_page->prints(1, m_trace.all.requests), qPrintable(m_page->said(1)));
        QVERIFY2(m_page->prints(2, m_trace.all.tokens()), qPrintable(m_page->said(2)));
        QVERIFY2(m_page->prints(4, m_trace.all.requests), qPrintable(m_page->said(4))); // rows of unknown cost
    }

    void marksAreTheHoursOfTheFile_data()
    {
        QTest::addColumn<QString>("measure");
        QTest::newRow("tokens") << u"Tokens"_s;
        QTest::newRow("requests") << u"Requests"_s;
    }

    void marksAreTheHoursOfTheFile()
    {
        QFETCH(QString, measure);
        const bool tokens = measure == u"Tokens";
        m_page->measure(measure);
        const auto of = [&](const Sums &sums) { return double(tokens ? sums.tokens() : sums.requests); };
        QTRY_COMPARE(m_page->chart()->values().series.value(0).values.value(19), of(m_trace.hours.at(19)));
        const kit::ChartData &data = m_page->chart()->values();
        QCOMPARE(data.series.size(), 1);
        QCOMPARE(data.series.first().name, u"conversation"_s);
        for (int hour = 0; hour < 24; ++hour) {
            QCOMPARE(data.marks.at(hour), u"%1:00"_s.arg(hour, 2, 10, QLatin1Char('0')));
            const double shown = data.series.first().values.at(hour);
            if (m_trace.hours.at(hour).requests > 0)
                QCOMPARE(shown, of(m_trace.hours.at(hour)));
            else
                QVERIFY2(std::isnan(shown) || shown == 0, qPrintable(data.marks.at(hour)));
        }
    }

    void theBreakdownIsThatOfTheFile()
    {
        QCOMPARE(m_page->table()->model()->rowCount(), 1);
        QCOMPARE(m_page->table()->model()->index(0, 0).data().toString(), u"conversation"_s);
        QCOMPARE(m_page->table()->model()->index(0, 3).data().toString(), u"19,366"_s);
        QCOMPARE(m_page->cell(3), m_trace.all.requests);
        QCOMPARE(m_page->cell(4), 0); // errors
        QCOMPARE(m_page->cell(5), m_trace.all.input);
        QCOMPARE(m_page->cell(6), m_trace.all.output);
    }

    void anHourLeadsToItsRows()
    {
        QTest::keyClick(m_page->chart(), Qt::Key_End);
        for (int hour = 23; hour > 19; --hour)
            QTest::keyClick(m_page->chart(), Qt::Key_Left);
        QTest::keyClick(m_page->chart(), Qt::Key_Return);
        QCOMPARE(m_page->navigation.page, u"requests"_s);
        QVERIFY2(m_page->navigation.filter.startsWith(u"ts >= 2023-11-16T18:00:00Z and ts < 2023-11-16T19:00:00Z"_s),
            qPrintable(m_page->navigation.filter));
    }

private:
    const Trace m_trace;
    std::unique_ptr<Fixture> m_page;
};

QTEST_MAIN(AzureTraceTest)
#include "tst_usage_azure.moc"
