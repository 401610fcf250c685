// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_workspace.h"
#include "kit/chart_panel.h"
#include "kit/empty_state.h"
#include "kit/figure.h"
#include "kit/notice.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/request_rows.h"
#include "pages/usage/breakdown.h"
#include "pages/usage/course.h"
#include "pages/usage/day_chart.h"
#include "pages/usage/figures.h"
#include "pages/usage/hours.h"
#include "pages/usage/rows_filter.h"
#include "pages/usage/usage_content.h"
#include "pages/usage/usage_export.h"
#include "pages/usage/usage_page.h"
#include "pages/usage_rows.h"
#include "usage/fields.h"
#include <future>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pages;

static QDateTime utc(int month, int day, int hour = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC);
}

static bool understood(const QString &filter)
{
    const auto parsed = usage::Filter::parse(filter, usage::usageFields(), {utc(6, 18), QTimeZone::utc()});
    if (!parsed)
        qWarning("%s: %s", qPrintable(filter), qPrintable(parsed.error().why));
    return parsed.has_value();
}

// Keeps the reader busy until the gate opens.
static Task<> blocked(store::Store &store, std::shared_future<void> gate)
{
    const auto wait = [gate](sql::Database &db) {
        gate.wait();
        return db.number("SELECT 1");
    };
    co_await store.read(wait);
}

// A page over the given rows, shown.
struct Fixture
{
    TempStore store;
    std::unique_ptr<fakes::FakeWorkspace> workspace;
    fakes::FakeNavigation navigation;
    std::unique_ptr<UsagePage> page;

    explicit Fixture(const QList<UsageRecord> &rows = {})
    {
        if (!rows.isEmpty())
            fakes::put(store, rows);
        workspace = std::make_unique<fakes::FakeWorkspace>(*store);
        page = std::make_unique<UsagePage>(*workspace, navigation);
        page->resize(1224, 868);
        page->show();
    }
    QList<kit::Figure *> figures() const { return page->findChildren<kit::Figure *>(); }
    QString said(int figure) const { return figures().at(figure)->accessibleDescription(); }
};

class TestUsage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {}); }

    void daysBeginInTheZoneOfTheProfile()
    {
        const QTimeZone berlin("Europe/Berlin");
        const Period march{Range::Custom, QDate(2026, 3, 28), QDate(2026, 3, 30)};
        const Span span = spanOf(march, berlin, utc(6, 18));
        QCOMPARE(span.step, usage::Step::Day);
        QCOMPARE(span.marks, (QList{utc(3, 27, 23), utc(3, 28, 23), utc(3, 29, 22)})); // summer time on the 29th
        QCOMPARE(span.to, utc(3, 30, 22));
        QCOMPARE(markOf(span, utc(3, 29, 21)), 1);
        QCOMPARE(markOf(span, utc(3, 30, 22)), -1);
    }

    void aSpanEndsWithTheStepThatIsNotOver()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime now = utc(6, 18, 12).addSecs(1925);
        const Span today = spanOf({Range::Today, {}, {}}, berlin, now);
        QCOMPARE(today.step, usage::Step::Hour);
        QCOMPARE(today.marks.size(), 15); // 00:00 to 14:00 in Berlin
        QCOMPARE(today.to, utc(6, 18, 13));
        const Span month = spanOf({}, berlin, now);
        QCOMPARE(month.marks.size(), 30);
        QCOMPARE(month.to, utc(6, 18, 22));
        const Span future = spanOf({Range::Custom, QDate(2026, 6, 10), QDate(2027, 1, 1)}, berlin, now);
        QCOMPARE(future.to, month.to);
    }

    void aComparisonReachesAsFarIntoItsLastStep()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime now = utc(6, 18, 12);
        const Span week = spanOf({Range::Week, {}, {}}, berlin, now);
        const Span before = spanBefore(week, berlin, now);
        QCOMPARE(before.from, utc(6, 4, 22));
        QCOMPARE(before.to, utc(6, 11, 12));
        const Span today = spanOf({Range::Today, {}, {}}, berlin, now);
        QCOMPARE(spanBefore(today, berlin, now).from, utc(6, 16, 22));
        QCOMPARE(spanBefore(today, berlin, now).to, utc(6, 17, 12));
    }

    void figuresAreComparedOnlyWhenThatIsHonest_data()
    {
        QTest::addColumn<QString>("spoiled");
        QTest::addColumn<bool>("compared");
        for (const char *name : {"nothing", "gap", "late", "no rows before", "starts later"})
            QTest::newRow(name) << QString::fromLatin1(name) << (qstrcmp(name, "nothing") == 0);
    }
    void figuresAreComparedOnlyWhenThatIsHonest()
    {
        QFETCH(QString, spoiled);
        Shown shown = tests::month();
        if (spoiled == u"gap"_s)
            shown.ground.gaps << usage::Gap{utc(5, 1), utc(5, 2), u"sync failed"_s};
        if (spoiled == u"late"_s)
            shown.ground.until = shown.ground.now.addSecs(-3600);
        if (spoiled == u"no rows before"_s)
            shown.before.totals = {};
        if (spoiled == u"starts later"_s)
            shown.before.series.removeFirst();
        QTEST(comparable(shown), "compared");
        const QString note = readings(shown).first().note;
        QCOMPARE(note.contains(u"on the 30 days before"_s), comparable(shown));
    }

    void unknownCostIsSaidAndNeverCompared()
    {
        Shown shown = tests::month();
        shown.now.totals.unknownCostRows = 214;
        const auto all = readings(shown);
        QCOMPARE(all.at(0).note, u"214 request(s) of unknown cost"_s);
        QCOMPARE(all.at(4).value, u"214"_s);
        shown.now.totals.costNanos.reset();
        QCOMPARE(readings(shown).at(0).value, u"—"_s);
    }

    void atMostElevenSeriesAndTheRest()
    {
        Shown shown = tests::month();
        shown.now.series.clear();
        double all = 0;
        for (int i = 0; i < 20; ++i) {
            usage::Totals totals;
            totals.requests = 1;
            totals.costNanos = (i + 1) * 1'000'000'000LL;
            all += i + 1;
            shown.now.series << usage::Bucket{shown.span.marks.at(3), u"alias-%1"_s.arg(i), totals};
        }
        const Courses courses = coursesOf(shown);
        QCOMPARE(courses.all.size(), 12);
        QCOMPARE(courses.all.first().name, u"alias-19"_s);
        QCOMPARE(courses.all.last().name, u"other (9)"_s);
        QCOMPARE(courses.all.last().total, 45.0);
        double sum = 0;
        for (const Course &course : courses.all)
            sum += course.values.at(3);
        QCOMPARE(sum, all);
        QCOMPARE(courses.all.first().values.at(4), 0.0); // an idle day
    }

    void aStepOfWhichNothingIsKnownIsNoZero()
    {
        Shown shown = tests::month();
        const QDateTime day = shown.span.marks.at(5);
        shown.now.series.removeIf([&](const usage::Bucket &b) { return sameMoment(b.start, day); });
        QCOMPARE(coursesOf(shown).all.first().values.at(5), 0.0);
        shown.ground.gaps << usage::Gap{day, day.addDays(1), u"sync failed"_s};
        QVERIFY(std::isnan(coursesOf(shown).all.first().values.at(5)));
        const DayChart chart = dayChart(shown);
        QCOMPARE(chart.data.remarks.at(5), u"sync failed"_s);
        QVERIFY2(chart.note.contains(u"sync failed"_s), qPrintable(chart.note));
        QVERIFY2(chart.note.contains(u"18 Jun is not over"_s), qPrintable(chart.note));
        QVERIFY2(chart.data.summary.contains(u"largest part chat-default"_s), qPrintable(chart.data.summary));
    }

    void callsWithoutAPriceAreNoZeroEither()
    {
        Shown shown = tests::month();
        for (usage::Bucket &bucket : shown.now.series)
            if (sameMoment(bucket.start, shown.span.marks.at(7))) {
                bucket.totals.costNanos.reset();
                bucket.totals.unknownCostRows = bucket.totals.requests;
            }
        QVERIFY(std::isnan(coursesOf(shown).all.first().values.at(7)));
        QVERIFY(dayChart(shown).data.remarks.at(7).contains(u"of unknown price"_s));
    }

    void hoursOutsideTheSpanAreHatched()
    {
        Shown shown = tests::month();
        shown.span = spanOf({Range::Today, {}, {}}, shown.ground.zone, shown.ground.now); // a Thursday up to 14:32
        shown.now.hoursOfWeek = QList<QList<qint64>>(7, QList<qint64>(24, 0));
        shown.now.hoursOfWeek[3][9] = 5;
        const kit::HeatData heat = hoursOfWeek(shown);
        QCOMPARE(heat.values.at(3).at(9), 5.0);
        QCOMPARE(heat.values.at(3).at(10), 0.0);
        QVERIFY(std::isnan(heat.values.at(3).at(20)));
        QVERIFY(std::isnan(heat.values.at(2).at(9)));
    }

    void theExportHasEveryFigureAndDisarmsFormulas()
    {
        Shown shown = tests::month();
        shown.now.series = {usage::Bucket{shown.span.marks.first(), u"=cmd|' /C calc'!A0"_s, {}}};
        shown.now.series.first().totals.requests = 3;
        shown.now.series.first().totals.costNanos = 1'500'000'000;
        QCOMPARE(exportText(shown, Separated::Tsv).section(u'\n', 1, 1),
            u"2026-05-20T00:00:00+02:00\t'=cmd|' /C calc'!A0\t3\t0\t\t\t\t1500000000\t0\t0"_s);
        QVERIFY(exportText(shown, Separated::Csv).startsWith(u"start,group,requests,errors,"_s));
        const auto refused = exportTo(u"/nowhere/usage.csv"_s, shown);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(u"/nowhere/usage.csv"_s));
    }

    void everythingLeadsToItsRows()
    {
        UsageContent content;
        content.resize(1200, 800);
        content.show();
        Shown shown = tests::month();
        shown.choice.key = u"say \"hi\""_s;
        content.tell(shown);
        QSignalSpy wanted(&content, &UsageContent::rowsWanted);
        const auto figures = content.findChildren<kit::Figure *>();
        QTest::mouseClick(figures.at(4), Qt::LeftButton);
        QCOMPARE(wanted.last().first().toString(),
            u"ts >= 2026-05-19T22:00:00Z and ts < 2026-06-18T22:00:00Z and key = \"say \\\"hi\\\"\" and cost = unknown"_s);
        auto *chart = content.findChild<kit::MarkChart *>();
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(
            wanted.last().first().toString().startsWith(u"ts >= 2026-06-17T22:00:00Z and ts < 2026-06-18T22:00:00Z"_s));
        auto *table = content.findChild<kit::Table *>(u"breakdown"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(wanted.last().first().toString().endsWith(u"and alias = \"chat-default\""_s));
        QCOMPARE(wanted.size(), 3);
        for (const auto &signal : wanted)
            QVERIFY(understood(signal.first().toString()));
        QVERIFY(understood(rowsOfGroup(shown, {})));
    }

    void theBreakdownFollowsItsData()
    {
        Breakdown breakdown;
        Shown shown = tests::month();
        breakdown.tell(shown);
        const auto *table = breakdown.findChild<kit::Table *>();
        QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->rowCount(), 7);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"chat-default"_s); // dearest first
        shown.now.breakdown.removeFirst();
        breakdown.tell(shown);
        QCOMPARE(table->model()->rowCount(), 6);
        shown.choice.group = usage::GroupBy::Key;
        breakdown.tell(shown);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"Key"_s);
    }

    void thePageShowsWhatTheStoreHolds()
    {
        Fixture f(tests::calls(5000));
        QTRY_VERIFY2(f.said(1).startsWith(u"5,000"_s), qPrintable(f.said(1)));
        QVERIFY2(f.said(0).contains(u"2,000 request(s) of unknown cost"_s), qPrintable(f.said(0)));
        auto *alias = f.page->findChild<QComboBox *>(u"aliasFilter"_s);
        QVERIFY(alias->findText(u"chat-default"_s) > 0);
        alias->setCurrentIndex(alias->findText(u"chat-default"_s));
        QTRY_VERIFY2(f.said(1).startsWith(u"500 "_s), qPrintable(f.said(1)));
        QTest::mouseClick(f.figures().at(1), Qt::LeftButton);
        QCOMPARE(f.navigation.page, u"requests"_s);
        QVERIFY(f.navigation.filter.endsWith(u"and alias = \"chat-default\""_s));
    }

    void newRowsOfAnotherProgramJoinByThemselves()
    {
        Fixture f(tests::calls(10, 100));
        QTRY_VERIFY(f.said(1).startsWith(u"10 "_s));
        TempStore other;
        other.held = std::make_unique<store::Store>(f.store.path, other.limits);
        fakes::put(other, tests::calls(7));
        QTRY_VERIFY2(f.said(1).startsWith(u"17 "_s), qPrintable(f.said(1)));
    }

    void sampleRowsSaySoAndCanBeLeftOut()
    {
        QList<UsageRecord> rows = tests::calls(20);
        for (UsageRecord &row : rows)
            row.origin = Origin::Sample;
        Fixture f(rows);
        QTRY_VERIFY(f.said(1).startsWith(u"20 "_s));
        auto *samples = f.page->findChild<QAbstractButton *>(u"samples"_s);
        QVERIFY(samples->isVisible());
        samples->click();
        QTRY_VERIFY(f.page->findChild<kit::EmptyState *>());
        QCOMPARE(f.page->findChild<kit::EmptyState *>()->accessibleName(), u"No requests match"_s);
    }

    void rowsOfAnOldFileAreFound()
    {
        QList<UsageRecord> rows = tests::calls(20);
        for (UsageRecord &row : rows) {
            row.at = row.at.addYears(-2);
            row.origin = Origin::Import;
        }
        Fixture f(rows);
        QTRY_VERIFY(f.page->findChild<kit::EmptyState *>());
        QTRY_COMPARE(f.page->findChild<kit::EmptyState *>()->accessibleName(), u"No usage in these days"_s);
        f.page->findChild<kit::EmptyState *>()->findChild<QPushButton *>()->click();
        QTRY_VERIFY2(f.said(1).startsWith(u"20 "_s), qPrintable(f.said(1)));
        const auto *chart = f.page->findChild<kit::MarkChart *>();
        QCOMPARE(chart->values().marks.last(), u"18 Jun"_s);
        QVERIFY(std::isnan(chart->values().series.first().values.first())); // before the file: not zero
    }

    void aSlowAnswerShowsASkeletonFirst()
    {
        Fixture warm(tests::calls(30));
        QTRY_VERIFY(warm.said(1).startsWith(u"30 "_s));
        std::promise<void> gate;
        const auto opened = gate.get_future().share();
        TaskScope slow;
        slow.run(blocked(*warm.store, opened));
        UsagePage page(*warm.workspace, warm.navigation);
        page.show();
        QTRY_VERIFY(page.findChild<kit::Skeleton *>()->isVisible());
        QVERIFY(!page.findChild<UsageContent *>()->isVisible());
        gate.set_value();
        QTRY_VERIFY(page.findChild<UsageContent *>()->isVisible());
    }

    void anEmptyStoreHasOneSentence()
    {
        Fixture f;
        QTRY_VERIFY(f.page->findChild<kit::EmptyState *>());
        QCOMPARE(f.page->findChild<kit::EmptyState *>()->accessibleName(), u"This gateway tells no usage"_s);
    }

    void aFailureKeepsTheLastFigures()
    {
        Fixture f(tests::calls(30));
        QTRY_VERIFY(f.said(1).startsWith(u"30 "_s));
        f.store.write([](sql::Database &db) { return db.exec("ALTER TABLE usage_rollup RENAME TO gone"); });
        f.page->refresh();
        QTRY_VERIFY(f.page->findChild<kit::Notice *>());
        QVERIFY(
            f.page->findChild<kit::Notice *>()->accessibleName().startsWith(u"The stored usage could not be read"_s));
        QVERIFY(f.said(1).startsWith(u"30 "_s));
        f.store.write([](sql::Database &db) { return db.exec("ALTER TABLE gone RENAME TO usage_rollup"); });
        f.page->findChild<kit::Notice *>()->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!f.page->findChild<kit::Notice *>());
    }

    void whatCanBeFocusedHasAName()
    {
        Fixture f(tests::calls(30));
        QTRY_VERIFY(f.said(1).startsWith(u"30 "_s));
        const auto all = f.page->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestUsage)
#include "tst_usage.moc"
