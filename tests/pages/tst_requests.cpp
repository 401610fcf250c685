// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_workspace.h"
#include "kit/empty_state.h"
#include "kit/notice.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/request_rows.h"
#include "pages/requests/ending.h"
#include "pages/requests/like_this.h"
#include "pages/requests/query_bar.h"
#include "pages/requests/record_pane.h"
#include "pages/requests/requests_export.h"
#include "pages/requests/requests_model.h"
#include "pages/requests/requests_page.h"
#include "pages/requests/requests_view.h"
#include "usage/fields.h"
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pages;

static bool understood(const QString &filter)
{
    const usage::FilterMoment moment{QDateTime::currentDateTimeUtc(), QTimeZone::utc()};
    const auto parsed = usage::Filter::parse(filter, usage::usageFields(), moment);
    if (!parsed)
        qWarning("%s: %s", qPrintable(filter), qPrintable(parsed.error().why));
    return parsed.has_value();
}

struct Fixture
{
    TempStore store;
    std::unique_ptr<fakes::FakeWorkspace> workspace;
    fakes::FakeNavigation navigation;
    std::unique_ptr<RequestsPage> page;

    explicit Fixture(const QList<UsageRecord> &rows = {})
    {
        if (!rows.isEmpty())
            fakes::put(store, rows);
        workspace = std::make_unique<fakes::FakeWorkspace>(*store);
        page = std::make_unique<RequestsPage>(*workspace, navigation);
        page->resize(1224, 868);
        page->show();
    }
    kit::Table *table() const { return page->findChild<kit::Table *>(u"requests"_s); }
    int rows() const { return table()->model()->rowCount(); }
    QLineEdit *query() const { return page->findChild<QLineEdit *>(u"query"_s); }
    QString chosen() const { return table()->currentIndex().data(kit::IdRole).toString(); }
};

static usage::RequestList::State stateOf(const QList<UsageRecord> &rows)
{
    usage::RequestList::State state;
    state.rows = rows;
    state.loaded = true;
    state.total = rows.size();
    return state;
}

class TestRequests final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {}); }

    void everyEndHasItsWords_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("errorClass");
        QTest::addColumn<QString>("ended");
        QTest::addColumn<QString>("word");
        QTest::newRow("complete") << 200 << u""_s << u"complete"_s << u"complete"_s;
        QTest::newRow("left") << 200 << u""_s << u"client_left"_s << u"client left"_s;
        QTest::newRow("cut") << 200 << u"upstream"_s << u"upstream_cut"_s << u"cut off"_s;
        QTest::newRow("limit") << 200 << u"quota"_s << u"limit"_s << u"limit"_s;
        QTest::newRow("refund") << 0 << u""_s << u"refund"_s << u"refund, no call"_s;
        QTest::newRow("auth") << 401 << u"auth"_s << u"refused"_s << u"refused"_s;
        QTest::newRow("scope") << 404 << u"permission"_s << u"refused"_s << u"refused"_s;
        QTest::newRow("budget") << 429 << u"quota"_s << u"refused"_s << u"budget used up"_s;
        QTest::newRow("rate") << 429 << u"rate_limit"_s << u"error"_s << u"rate limited"_s;
        QTest::newRow("model") << 404 << u""_s << u"refused"_s << u"unknown model"_s;
        QTest::newRow("bad request") << 400 << u""_s << u""_s << u"rejected"_s;
        QTest::newRow("timeout") << 504 << u""_s << u""_s << u"timed out"_s;
        QTest::newRow("upstream") << 503 << u""_s << u""_s << u"failed"_s;
        QTest::newRow("status only") << 200 << u""_s << u""_s << u"answered"_s;
        QTest::newRow("nothing") << 0 << u""_s << u""_s << u"not told"_s;
    }
    void everyEndHasItsWords()
    {
        QFETCH(int, status);
        QFETCH(QString, errorClass);
        QFETCH(QString, ended);
        UsageRecord row;
        row.status = status ? std::optional(status) : std::nullopt;
        row.errorClass = errorClass;
        row.ended = ended;
        const Ending ending = endingOf(row);
        QTEST(ending.word, "word");
        QVERIFY(ending.why.endsWith(u'.'));
        const bool well = ending.status == kit::Status::Ok;
        QCOMPARE(ending.next.isEmpty(), well); // whatever is not well has a next step
    }

    void everyGatewayHasTheSameLines()
    {
        const auto full = recordLines(tests::call(0), QTimeZone("Europe/Berlin"));
        const auto bare = recordLines({}, QTimeZone("Europe/Berlin"));
        QCOMPARE(full.size(), bare.size());
        for (int i = 0; i < full.size(); ++i)
            QCOMPARE(full.at(i).name, bare.at(i).name);
        QCOMPARE(full.at(0).value, u"18 Jun 2026 14:31:58.000 CEST"_s);
        QCOMPARE(bare.at(1).value, u"not told"_s);
        QCOMPARE(bare.at(8).value, u"unknown, which is not zero"_s);
    }

    void aRowLeadsToItsLikes()
    {
        for (int n = 0; n < tests::callKinds().size(); ++n)
            QVERIFY(understood(likeThis(tests::call(n))));
        UsageRecord odd;
        odd.alias = u"a \"b\" \\ c"_s;
        QVERIFY(understood(likeThis(odd)));
    }

    void readyQueriesAreUnderstood()
    {
        const QueryBar bar;
        const auto actions = bar.findChild<QMenu *>()->actions();
        QVERIFY(actions.size() > 5);
        QSignalSpy wanted(&bar, &QueryBar::queryWanted);
        for (QAction *action : actions)
            action->trigger();
        for (const auto &signal : wanted)
            QVERIFY(understood(signal.first().toString()));
        bar.findChild<QPushButton *>(u"queryExample"_s)->click();
        QVERIFY(understood(wanted.last().first().toString()));
    }

    void newRowsDoNotMoveWhatIsRead()
    {
        RequestsView view(QTimeZone::utc(), QDate(2026, 6, 18));
        view.resize(1000, 500);
        view.show();
        view.tell(stateOf(tests::calls(400, 50)));
        auto *table = view.findChild<kit::Table *>();
        QAbstractItemModelTester tester(table->model());
        table->selectRow(30);
        QTRY_VERIFY(table->verticalScrollBar()->maximum() > 1000);
        table->verticalScrollBar()->setValue(777);
        const QString top = table->model()->index(table->rowAt(0), 0).data(kit::IdRole).toString();
        const int offset = table->rowViewportPosition(table->rowAt(0));
        const QString chosen = table->currentIndex().data(kit::IdRole).toString();
        view.tell(stateOf(tests::calls(450)));
        QCOMPARE(table->model()->index(table->rowAt(0), 0).data(kit::IdRole).toString(), top);
        QCOMPARE(table->rowViewportPosition(table->rowAt(0)), offset);
        QCOMPARE(table->currentIndex().data(kit::IdRole).toString(), chosen);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    }

    void thousandsOfRowsLoadAsOneScrolls()
    {
        Fixture f(tests::calls(5312));
        QTRY_COMPARE(f.rows(), 500);
        QCOMPARE(
            f.table()->model()->index(0, 0).data().toString(), u"14:31:58"_s); // newest first, in the profile's zone
        QScrollBar *bar = f.table()->verticalScrollBar();
        while (f.rows() < 5312) {
            const int before = f.rows();
            QTRY_VERIFY(bar->maximum() > bar->value()); // the view lays its rows out later
            bar->setValue(bar->maximum());
            QTRY_VERIFY(f.rows() > before);
        }
        QTRY_COMPARE(f.page->findChild<QLabel *>(u"loaded"_s)->text(), u"5,312 request(s)"_s);
    }

    void aFaultInTheFilterIsSaidWithItsPlace()
    {
        Fixture f(tests::calls(40));
        QTRY_COMPARE(f.rows(), 40);
        f.query()->setFocus();
        QTest::keyClicks(f.query(), u"statsu >= 400"_s);
        QTest::keyClick(f.query(), Qt::Key_Return);
        auto *fault = f.page->findChild<QLabel *>(u"queryFault"_s);
        QTRY_VERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(u"at character 1"_s), qPrintable(fault->text()));
        QVERIFY(fault->text().contains(u"statsu"_s));
        QCOMPARE(f.query()->accessibleDescription(), fault->text());
        QCOMPARE(f.rows(), 40); // the last rows stay
        f.page->findChild<QPushButton *>(u"queryExample"_s)->click();
        QTRY_VERIFY(!fault->isVisible());
        QTRY_COMPARE(f.rows(), 4);
    }

    void aFilterThatHidesAllOffersToClearIt()
    {
        Fixture f(tests::calls(40));
        QTRY_COMPARE(f.rows(), 40);
        f.page->setFilter(u"alias = nobody"_s);
        QPushButton *clear = nullptr;
        QTRY_VERIFY([&] {
            for (auto *button : f.page->findChildren<QPushButton *>())
                clear = button->isVisible() && button->text() == u"Clear the filter"_s ? button : clear;
            return clear != nullptr;
        }());
        clear->click();
        QTRY_COMPARE(f.rows(), 40);
        QVERIFY(f.query()->text().isEmpty());
    }

    void newRowsJoinWithoutLosingTheChoiceUnlessPaused()
    {
        Fixture f(tests::calls(100, 20));
        QTRY_COMPARE(f.rows(), 100);
        f.table()->selectRow(3);
        const QString chosen = f.chosen();
        TempStore other;
        other.held = std::make_unique<store::Store>(f.store.path, other.limits);
        fakes::put(other, tests::calls(10, 10));
        QTRY_COMPARE(f.rows(), 110);
        QCOMPARE(f.chosen(), chosen);
        f.page->perform(u"pause"_s);
        const quint64 before = f.workspace->session()->sync().state().revision;
        fakes::put(other, tests::calls(10));
        QTRY_VERIFY(f.workspace->session()->sync().state().revision > before);
        QCoreApplication::sendPostedEvents(); // it is told, and nothing is asked
        QVERIFY(!f.page->findChild<QTimer *>(u"calm"_s)->isActive());
        QCOMPARE(f.rows(), 110);
        f.page->perform(u"pause"_s);
        QTRY_COMPARE(f.rows(), 120);
        QCOMPARE(f.chosen(), chosen);
    }

    void copiesAreDisarmedAndTheIdIsCopied()
    {
        QList<UsageRecord> rows = tests::calls(2);
        rows[0].alias = u"=1+2"_s;
        Fixture f(rows);
        QTRY_COMPARE(f.rows(), 2);
        f.table()->selectRow(0);
        QTest::keyClick(f.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains(u"\t'=1+2\t"_s),
            qPrintable(QGuiApplication::clipboard()->text()));
        QTRY_VERIFY(f.page->findChild<QAbstractButton *>(u"copyId"_s)->isVisible());
        f.page->findChild<QAbstractButton *>(u"copyId"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), tests::call(0).requestId);
        QVERIFY(f.page->findChild<QLabel *>(u"why"_s)->text().contains(u"regular end"_s));
    }

    void anEmptyStoreAndAFailureHaveTheirSentence()
    {
        Fixture empty;
        QTRY_VERIFY(empty.page->findChild<kit::EmptyState *>());
        QCOMPARE(empty.page->findChild<kit::EmptyState *>()->accessibleName(), u"This gateway tells no usage"_s);
        RequestsView view(QTimeZone::utc(), QDate(2026, 6, 18)); // of a gateway that tells it
        view.tell(stateOf({}));
        QCOMPARE(view.findChild<kit::EmptyState *>()->accessibleName(), u"No requests stored yet"_s);
        Fixture f(tests::calls(30));
        QTRY_COMPARE(f.rows(), 30);
        f.store.write([](sql::Database &db) { return db.exec("ALTER TABLE usage RENAME TO gone"); });
        f.page->refresh();
        QTRY_VERIFY(f.page->findChild<kit::Notice *>());
        QCOMPARE(f.rows(), 30);
    }

    void aFigureIsNeverCutAndTheExactOneIsNear()
    {
        UsageRecord row = tests::call(0);
        row.costNanos = 9'600;
        RequestsView view(QTimeZone::utc(), QDate(2026, 6, 18));
        view.resize(900, 400);
        view.show();
        view.tell(stateOf({row}));
        const auto *table = view.findChild<kit::Table *>();
        const QModelIndex cost = table->model()->index(0, RequestsModel::Cost);
        QCOMPARE(cost.data().toString(), u"<\u00a00.0001"_s);
        QCOMPARE(cost.data(Qt::ToolTipRole).toString(), u"0.0000096"_s);
        QCOMPARE(recordLines(row, QTimeZone::utc()).at(8).value, u"0.0000096 USD"_s);
        QTRY_VERIFY(table->columnWidth(RequestsModel::Cost) >= table->sizeHintForIndex(cost).width());
    }

    void theColumnsAreThoseOfEveryDayTheOthersByTheMenu()
    {
        Fixture f(tests::calls(30));
        QTRY_COMPARE(f.rows(), 30);
        QStringList shown;
        for (int column = 0; column < f.table()->model()->columnCount(); ++column)
            if (!f.table()->isColumnHidden(column))
                shown << f.table()->model()->headerData(column, Qt::Horizontal).toString();
        QCOMPARE(shown.join(u'|'), u"Time|End|Key|Alias|Served by|Cost, USD|Total"_s);
        QCOMPARE(f.table()->model()->index(0, RequestsModel::Ended).data().toString(), u"200"_s);
        QCOMPARE(f.table()->model()->index(3, RequestsModel::Ended).data().toString(), u"429, rate limited"_s);
    }

    void aPeriodHidesWhatIsOlder()
    {
        QList<UsageRecord> rows = tests::calls(40);
        for (int i = 30; i < 40; ++i)
            rows[i].at = rows.at(i).at.addDays(-3);
        Fixture f(rows);
        QTRY_COMPARE(f.rows(), 40);
        auto *period = f.page->findChild<QComboBox *>(u"period"_s);
        period->setCurrentIndex(2);
        emit period->activated(2);
        QTRY_COMPARE(f.rows(), 30);
        f.page->setFilter(u"status >= 200"_s); // who leads here names his own time
        QTRY_COMPARE(f.rows(), 40);
        QCOMPARE(period->currentIndex(), 0);
    }

    void everyRowOfTheQueryIsExportedNotOnlyTheLoadedOnes()
    {
        QList<UsageRecord> rows = tests::calls(1234);
        rows[1233].alias = u"=HYPERLINK(1)"_s;
        Fixture f(rows);
        QTRY_COMPARE(f.rows(), 500);
        QTemporaryDir dir;
        RequestsExport out(f.workspace->newRequestList());
        QSignalSpy written(&out, &RequestsExport::written);
        QSignalSpy failed(&out, &RequestsExport::failed);
        out.write({u"p"_s, {}, {}, {}}, dir.filePath(u"all.csv"_s));
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.first().at(1).toInt(), 1234);
        QFile file(dir.filePath(u"all.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count('\n'), 1235);
        QVERIFY(text.startsWith("time,key,alias,upstream,model,status,"));
        QVERIFY(text.contains(",'=HYPERLINK(1),"));
        out.write({u"p"_s, {}, {}, {}}, u"/nowhere/all.csv"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    void whatCanBeFocusedHasAName()
    {
        Fixture f(tests::calls(30));
        QTRY_COMPARE(f.rows(), 30);
        const auto all = f.page->findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestRequests)
#include "tst_requests.moc"
