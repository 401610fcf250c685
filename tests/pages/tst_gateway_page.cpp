// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/noting_navigation.h"
#include "fakes/sample_day.h"
#include "fakes/window_walk.h"
#include "kit/figure.h"
#include "kit/segmented.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/gateway/gateway_page.h"
#include "pages/gateway/limits_model.h"
#include "pages/gateway/log_model.h"
#include "pages/gateway/reach_card.h"
#include "pages/gateway/routes_model.h"
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Mode = workspace::TestGateway::Mode;

struct Fixture
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    std::unique_ptr<pages::GatewayPage> page;

    Fixture()
    {
        fake.add(u"Bench"_s, u"embedded"_s);
        page = std::make_unique<pages::GatewayPage>(fake, navigation);
        page->resize(1200, 800);
        page->show();
    }
    template<typename T>
    T *find(const char *name = "") const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    kit::Table *table() const { return page->findChild<kit::Table *>(u"log"_s); }
    void choose(const char *name, int which) const
    {
        auto *made = find<kit::Segmented>(name);
        made->setCurrent(which);
        emit made->chosen(which);
    }
    QString cell(const char *table, int row, int column) const
    {
        return find<kit::Table>(table)->model()->index(row, column).data().toString();
    }
    int rows() const { return table()->model()->rowCount(); }
    QString texts() const { return walk::textsOf(*page).join(u'\n'); }
};

class GatewayPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void afterAFreePortTheUsualOneIsOfferedAgain()
    {
        Fixture f;
        f.fake.gateway.now.port = 0; // it was started on any free one
        f.fake.gateway.tell();
        QTest::qWait(300);
        QCOMPARE(f.find<QSpinBox>("port")->value(), 8790);
    }

    void theCardsEndWhereTheFiguresEnd()
    {
        Fixture f;
        const auto *card = f.page->findChild<pages::ReachCard *>();
        const auto *figures = f.page->findChild<kit::FigureRow *>();
        const auto edge = [&](const QWidget *w) { return w->mapTo(f.page.get(), QPoint(w->width(), 0)).x(); };
        QTRY_COMPARE(edge(card), edge(figures));
    }

    void stoppedItOffersToStartOnThePortGiven()
    {
        Fixture f;
        QVERIFY(f.find<QPushButton>("start")->isVisible());
        QVERIFY(!f.find<QPushButton>("stop")->isVisible());
        f.find<QSpinBox>("port")->setValue(9123);
        QTest::mouseClick(f.find<QPushButton>("start"), Qt::LeftButton);
        QCOMPARE(f.fake.gateway.started, QList<int>{9123});
    }

    void runningHereItStops()
    {
        Fixture f;
        sample::switchOn(f.fake, 3);
        QTRY_VERIFY(f.find<QPushButton>("stop")->isVisible());
        QTest::mouseClick(f.find<QPushButton>("stop"), Qt::LeftButton);
        QCOMPARE(f.fake.gateway.stopped, 1);
    }

    void runningElsewhereItIsNeverStopped()
    {
        Fixture f;
        sample::switchOn(f.fake, 0);
        f.fake.gateway.now.mode = Mode::Elsewhere;
        f.fake.gateway.now.pid = 4711;
        f.fake.gateway.tell();
        QTRY_VERIFY(f.texts().contains(u"4711"_s));
        QVERIFY(!f.find<QPushButton>("stop")->isVisible());
        QVERIFY(!f.find<QPushButton>("start")->isVisible());
        f.page->perform(u"toggle"_s);
        QCOMPARE(f.fake.gateway.stopped, 0);
    }

    void aPortInUseIsSaidWithAWayOut()
    {
        Fixture f;
        f.fake.gateway.now.failure = Failure{FailureKind::PortInUse, u"127.0.0.1:8790"_s};
        f.fake.gateway.tell();
        QTRY_VERIFY(f.texts().contains(u"Start on a free port"_s));
        for (QPushButton *button : f.page->findChildren<QPushButton *>())
            if (button->text() == u"Start on a free port"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.fake.gateway.started, QList<int>{0});
    }

    void aDatabaseThatCannotBeUsedMayBeGivenUp()
    {
        Fixture f;
        const auto buttons = [&f] { return f.page->findChildren<QPushButton *>(); };
        const auto named = [](const QString &text) {
            return [text](const QPushButton *button) { return button->text() == text; };
        };
        const auto aside = named(u"Keep the file under another name and start with a new one"_s);
        for (const FailureKind kind : {FailureKind::Damaged, FailureKind::TooNew}) {
            f.fake.gateway.now.failure = Failure{kind, u"gateway.db %1"_s.arg(int(kind))};
            f.fake.gateway.tell();
            QTRY_VERIFY(f.texts().contains(u"gateway.db %1"_s.arg(int(kind))));
            const auto all = buttons();
            QVERIFY(std::ranges::none_of(all, named(u"Start on a free port"_s)));
            const auto found = std::ranges::find_if(all, aside);
            QVERIFY(found != all.end());
            QTest::mouseClick(*found, Qt::LeftButton);
        }
        QCOMPARE(f.fake.gateway.startedAnew, (QList<int>{8790, 8790}));
        QVERIFY(f.fake.gateway.started.isEmpty());
    }

    void aDiskThatIsFullHasNoPortToBlame()
    {
        Fixture f;
        f.fake.gateway.now.failure = Failure{FailureKind::DiskFull, u"gateway.db"_s};
        f.fake.gateway.tell();
        QTRY_VERIFY(f.texts().contains(u"gateway.db"_s));
        QVERIFY(!f.texts().contains(u"Start on a free port"_s));
        QVERIFY(!f.texts().contains(u"Keep the file"_s));
    }

    void theLogShowsTheNewestFirst()
    {
        Fixture f;
        sample::switchOn(f.fake, 12);
        QTRY_COMPARE(f.rows(), 12);
        QCOMPARE(f.table()->model()->index(0, 0).data(kit::IdRole).toString(), u"req-11"_s);
    }

    void onlyTroubleCanBeShown()
    {
        Fixture f;
        sample::switchOn(f.fake, 10);
        QTRY_COMPARE(f.rows(), 10);
        f.page->findChild<kit::Segmented *>(u"which"_s)->setCurrent(1);
        emit f.page->findChild<kit::Segmented *>(u"which"_s)->chosen(1);
        QCOMPARE(f.rows(), 2);
    }

    void itFollowsAtTheTopAndStaysWhereOneReads()
    {
        Fixture f;
        sample::switchOn(f.fake, 200);
        QTRY_COMPARE(f.rows(), 200);
        QScrollBar *bar = f.table()->verticalScrollBar();
        QCOMPARE(bar->value(), 0);
        bar->setValue(1000);
        const QString read = f.table()->indexAt({5, 5}).data(kit::IdRole).toString();
        sample::switchOn(f.fake, 10);
        QTRY_COMPARE(f.rows(), 210);
        QCOMPARE(f.table()->indexAt({5, 5}).data(kit::IdRole).toString(), read);
        bar->setValue(0);
        sample::switchOn(f.fake, 1);
        QTRY_COMPARE(f.rows(), 211);
        QCOMPARE(bar->value(), 0);
    }

    void aHiddenPageRestsAndCatchesUp()
    {
        Fixture f;
        f.page->hide();
        sample::switchOn(f.fake, 5);
        QTest::qWait(300);
        QCOMPARE(f.rows(), 0);
        f.page->show();
        QCOMPARE(f.rows(), 5);
    }

    void aFullLogIsRenewedInTime()
    {
        Fixture f;
        sample::switchOn(f.fake, 2000);
        QTRY_COMPARE(f.rows(), 2000);
        QAbstractItemModelTester tester(f.table()->model());
        f.fake.gateway.now.log.remove(0, 100);
        for (int i = 0; i < 100; ++i)
            f.fake.gateway.now.log << sample::call(f.fake.time.at, 5000 + i);
        f.fake.gateway.tell();
        QTRY_COMPARE(f.table()->model()->index(0, 0).data(kit::IdRole).toString(), u"req-5099"_s);
        QCOMPARE(f.rows(), 2000);
    }

    void routesAndLimitsAreAskedForOnlyWhileOneLooks()
    {
        Fixture f;
        sample::switchOn(f.fake, 0);
        QVERIFY(!f.fake.gateway.isWatched);
        f.choose("view", 1);
        QVERIFY(f.fake.gateway.isWatched);
        f.page->hide();
        QVERIFY(!f.fake.gateway.isWatched);
        f.page->show();
        QVERIFY(f.fake.gateway.isWatched);
        f.choose("view", 0);
        QVERIFY(!f.fake.gateway.isWatched);
    }

    void routesShowHowEachFaresAndThoseInUseFirst()
    {
        Fixture f;
        f.choose("view", 1);
        sample::switchOn(f.fake, 0);
        auto &glance = f.fake.gateway.now.glance;
        glance.looked = true;
        glance.routes = {{u"fast"_s, u"weighted"_s, u"real"_s, u"gpt"_s, 3, u"closed"_s, 0, 12, 0, 84, {}, false},
            {u"fast"_s, u"weighted"_s, u"spare"_s, u"gpt"_s, 1, u"open"_s, 12'000, 0, 5, {}, u"timeout"_s, false},
            {u"test-echo"_s, {}, u"scripted"_s, u"test-echo"_s, 1, u"closed"_s, 0, 0, 0, {}, {}, true}};
        f.fake.gateway.tell();
        QTRY_COMPARE(f.cell("routes", 0, pages::RoutesModel::Health), u"healthy"_s);
        QCOMPARE(f.cell("routes", 1, pages::RoutesModel::Health), u"rests 12.0\u202Fs"_s);
        QCOMPARE(f.find<kit::Table>("routes")->model()->rowCount(), 2);
        f.choose("ways", 1);
        QCOMPARE(f.find<kit::Table>("routes")->model()->rowCount(), 3);
        QCOMPARE(f.cell("routes", 2, pages::RoutesModel::Health), u"not called yet"_s);
    }

    void limitsShowSpentReservedAndFree()
    {
        Fixture f;
        f.choose("view", 2);
        sample::switchOn(f.fake, 0);
        auto &glance = f.fake.gateway.now.glance;
        glance.looked = true;
        workspace::GatewayLimit line{u"k1"_s, u"checkout"_s, true, u"day"_s, 5'000'000'000, 1'000'000'000, 500'000'000,
            3'500'000'000, 2, 1, 60, 0, 4};
        glance.limits = {line, {u"k2"_s, u"open"_s, true, {}, {}, 0, 0, {}, 0, 0, 0, 0, 0}};
        f.fake.gateway.tell();
        QTRY_COMPARE(f.cell("limits", 0, pages::LimitsModel::Spent), u"1.00"_s);
        QCOMPARE(f.cell("limits", 0, pages::LimitsModel::Reserved), u"0.50"_s);
        QCOMPARE(f.cell("limits", 0, pages::LimitsModel::Free), u"3.50"_s);
        QCOMPARE(f.cell("limits", 0, pages::LimitsModel::Running), u"2, 1 waiting"_s);
        QCOMPARE(f.cell("limits", 0, pages::LimitsModel::Rates), u"60 calls a minute, 4 at a time"_s);
        QCOMPARE(f.cell("limits", 1, pages::LimitsModel::Used), u"no limit"_s);
    }

    void aGatewayThatDoesNotTellItsRoutesSaysWhy()
    {
        Fixture f;
        f.choose("view", 1);
        sample::switchOn(f.fake, 0);
        f.fake.gateway.now.glance.looked = true;
        f.fake.gateway.now.glance.failure = Failure{FailureKind::Timeout, u"first header"_s};
        f.fake.gateway.tell();
        QTRY_VERIFY(f.texts().contains(u"did not answer within the limit"_s));
    }

    void linesToPasteHoldNoSecret()
    {
        const QUrl url(u"http://127.0.0.1:8790/v1"_s);
        QVERIFY(pages::curlLine(url).contains(u"$OPENAI_API_KEY"_s));
        QVERIFY(pages::envLines(url).startsWith(u"OPENAI_BASE_URL=http://127.0.0.1:8790/v1\n"_s));
    }

    void copyingAnAddressSaysSo()
    {
        Fixture f;
        sample::switchOn(f.fake, 0);
        QTRY_VERIFY(!f.find<QLineEdit>("dataUrl")->text().isEmpty());
        for (QToolButton *button : f.page->findChildren<QToolButton *>())
            if (button->accessibleName().contains(u"Base URL"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8790/v1"_s);
        QCOMPARE(f.navigation.toasts.size(), 1);
    }

    void endsAreJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("ended");
        QTest::addColumn<int>("judged");
        QTest::addColumn<bool>("trouble");
        const auto row = [](int status, const QString &ended, kit::Status judged, bool trouble) {
            QTest::addRow("%d %s", status, qPrintable(ended)) << status << ended << int(judged) << trouble;
        };
        row(200, u"complete"_s, kit::Status::Ok, false);
        row(200, {}, kit::Status::Ok, false);
        row(200, u"upstream_cut"_s, kit::Status::Bad, true);
        row(200, u"client_left"_s, kit::Status::Skipped, true);
        row(401, u"refused"_s, kit::Status::Warn, true);
        row(429, u"refused"_s, kit::Status::Warn, true);
        row(503, u"error"_s, kit::Status::Bad, true);
        row(0, u"error"_s, kit::Status::Bad, true);
    }
    void endsAreJudged()
    {
        QFETCH(int, status);
        QFETCH(QString, ended);
        workspace::GatewayEvent event;
        event.status = status;
        event.ended = ended;
        QTEST(int(pages::endStatus(event)), "judged");
        QTEST(pages::troubled(event), "trouble");
    }
};

QTEST_MAIN(GatewayPageTest)
#include "tst_gateway_page.moc"
