// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/noting_navigation.h"
#include "fakes/sample_day.h"
#include "fakes/window_walk.h"
#include "gateway/own_key.h"
#include "kit/chart.h"
#include "kit/figure.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/overview/overview_page.h"
#include "usage/fields.h"
#include <QApplication>
#include <QFileDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What a gateway tells a key.
struct ToldKey final : gateway::OwnKey
{
    KeyStanding standing;
    std::optional<Failure> refuses;
    Task<Result<KeyStanding>> ask() override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (refuses)
            co_return tl::unexpected<Failure>(*refuses);
        co_return standing;
    }
};

struct Fixture
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    std::unique_ptr<pages::OverviewPage> page;

    explicit Fixture(int days = 0, int callsADay = 60, const QString &kind = u"plain_openai"_s)
    {
        fake.add(u"acme-staging"_s, kind);
        if (days > 0)
            fake.put(sample::days(fake.time.at, days, callsADay));
    }
    void open()
    {
        page = std::make_unique<pages::OverviewPage>(fake, navigation);
        page->resize(1200, 900);
        page->show();
    }
    QString texts() const { return walk::textsOf(*page).join(u'\n'); }
    kit::Figure *figure(const QString &name) const
    {
        for (kit::Figure *each : page->findChildren<kit::Figure *>())
            if (each->accessibleName().contains(name))
                return each;
        return nullptr;
    }
    static Allowance allowance(
        const QString &scope, const QString &name, std::optional<qint64> limit, std::optional<qint64> left)
    {
        Allowance one;
        one.scope = scope;
        one.id = name;
        one.name = name;
        one.window = u"day"_s;
        one.currency = u"USD"_s;
        const auto nanos = [](qint64 units) { return units * 1'000'000'000; };
        one.limitNanos = limit ? std::optional(nanos(*limit)) : std::nullopt;
        one.leftNanos = left ? std::optional(nanos(*left)) : std::nullopt;
        return one;
    }
    // The connection has nothing but a key.
    std::shared_ptr<ToldKey> onlyAKey()
    {
        auto key = std::make_shared<ToldKey>();
        key->standing.allowance.limitNanos = 10'000'000'000;
        key->standing.allowance.leftNanos = 1'500'000'000;
        key->standing.allowance.window = u"month"_s;
        key->standing.allowance.currency = u"USD"_s;
        fake.opened->left.minds(std::make_unique<usage::OwnKeyGauge>(fake.time));
        fake.opened->left.ownKey()->use(key);
        return key;
    }
    // The rows of that card.
    QStringList left(const QString &card = u"Left to spend"_s) const
    {
        QStringList rows;
        for (const kit::Table *table : page->findChildren<kit::Table *>())
            for (int row = 0; table->accessibleName() == card && row < table->model()->rowCount(); ++row)
                rows << QStringList{table->model()->index(row, 0).data().toString(),
                    table->model()->index(row, 1).data().toString(), table->model()->index(row, 2).data().toString()}
                            .join(u'|')
                            .replace(QChar(0x202f), u' ');
        return rows;
    }
    bool amountsAreWhole() const
    {
        for (const kit::Table *table : page->findChildren<kit::Table *>())
            if (table->accessibleName() == u"Left to spend"_s)
                return table->columnWidth(2) > table->fontMetrics().horizontalAdvance(u"1,240.00 USD"_s) + 24;
        return false;
    }
    void press(const QString &verb) const
    {
        for (QPushButton *button : page->findChildren<QPushButton *>())
            if (button->text() == verb && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(u"no button "_s + verb));
    }
};

class OverviewPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void eachFigureOfTodayLeadsToItsRows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("rows");
        QTest::newRow("spend") << u"Spend today"_s << QString();
        QTest::newRow("requests") << u"Requests today"_s << QString();
        QTest::newRow("errors") << u"Error share today"_s << u"error = true and "_s;
        QTest::newRow("first token") << u"First token, p95"_s << u"first_token_ms != unknown and "_s;
        QTest::newRow("lag") << u"Usage record lag, p95"_s << u"origin = sync and "_s;
    }

    void eachFigureOfTodayLeadsToItsRows()
    {
        QFETCH(QString, name);
        QFETCH(QString, rows);
        Fixture f(1);
        f.open();
        QTRY_VERIFY(f.texts().contains(u"60"_s));
        QCOMPARE(f.page->findChildren<kit::Figure *>().size(), 5); // one row above for each
        kit::Figure *figure = f.figure(name);
        QVERIFY(figure);
        const QString wanted = u"requests "_s + rows + u"ts >= 2026-06-18T00:00:00Z"_s;
        QTest::mouseClick(figure, Qt::LeftButton);
        QTest::keyClick(figure, Qt::Key_Return);
        QTest::keyClick(figure, Qt::Key_Space);
        QCOMPARE(f.navigation.opened, QStringList(3, wanted));
        QVERIFY(usage::Filter::parse(wanted.mid(9), usage::usageFields(), {f.fake.time.at, QTimeZone::utc()}));
    }

    void whatIsLeftIsReadOnlyOnRequest()
    {
        Fixture f;
        f.open();
        QVERIFY(!f.texts().contains(u"Left to spend"_s)); // this gateway tells none
        f.fake.opened->admin.can = gateway::Features{gateway::Feature::Allowances};
        f.fake.opened->limits.all = {f.allowance(u"team"_s, u"web"_s, 50, 1), f.allowance(u"key"_s, u"ci"_s, 50, 40),
            f.allowance(u"account"_s, u"root"_s, {}, 61), f.allowance(u"user"_s, u"ann"_s, 9, {})};
        f.fake.opened->tell();
        QTRY_VERIFY(f.texts().contains(u"Left to spend"_s));
        QCOMPARE(f.fake.opened->limits.asked, 0);
        f.press(u"Read now"_s);
        QTRY_COMPARE(f.left().size(), 4);
        QVERIFY(f.texts().contains(u"14:32:05"_s)); // when
        QVERIFY(f.amountsAreWhole());
        QCOMPARE(f.left(),
            (QStringList{u"root|wallet|61.00 USD"_s, u"web|team, of 50.00 USD per day|1.00 USD"_s,
                u"ci|key, of 50.00 USD per day|40.00 USD"_s, u"ann|user, of 9.00 USD per day|unknown"_s}));
        f.fake.opened->limits.refuses = Failure{FailureKind::Network, u"connection refused"_s, 0};
        f.page->refresh();
        QTRY_VERIFY(f.left().first().startsWith(u"Not read|"_s));
        QCOMPARE(f.left().size(), 5); // what was read before stays
        QCOMPARE(f.fake.opened->limits.asked, 2);
    }

    void aColumnOfTheChartLeadsToItsHour()
    {
        Fixture f(1);
        f.open();
        auto *chart = f.page->findChild<kit::StackChart *>();
        QTRY_COMPARE(chart->values().marks.size(), 24);
        emit chart->markChosen(9);
        QCOMPARE(
            f.navigation.opened, QStringList{u"requests ts >= 2026-06-18T09:00:00Z and ts < 2026-06-18T10:00:00Z"_s});
    }

    void whatWasNeverReadIsNotZero()
    {
        Fixture f;
        f.fake.opened->now.reach = workspace::Session::Reach::Checking;
        f.open();
        QTRY_VERIFY(f.texts().contains(u"Today is not known yet"_s));
        QVERIFY(!f.texts().contains(u"Nothing needs you."_s));
        QVERIFY(!f.texts().contains(u"all quiet"_s));
        QVERIFY2(f.figure(u"Requests today"_s)->accessibleDescription().startsWith(u"\u2014 . not read yet"_s),
            qPrintable(f.figure(u"Requests today"_s)->accessibleDescription()));
        f.fake.opened->now.reach = workspace::Session::Reach::Connected;
        f.fake.opened->tell();
        QTRY_VERIFY(f.texts().contains(u"Nothing needs you."_s));
        f.page->refresh(); // it is read now, and there is nothing
        QTRY_VERIFY(f.figure(u"Requests today"_s)->accessibleDescription().startsWith(u"0 "_s));
    }

    void aGatewayThatDoesNotAnswerIsNotCalledQuiet()
    {
        Fixture f(1);
        f.fake.opened->now.reach = workspace::Session::Reach::Offline;
        f.fake.opened->now.failure = Failure{FailureKind::Network, u"connection refused"_s};
        f.open();
        QTRY_VERIFY(f.texts().contains(u"60"_s));
        QVERIFY(f.texts().contains(u"what happens now is not known"_s));
        QVERIFY(!f.texts().contains(u"all quiet"_s));
    }

    void anEmptyStoreLeadsToTheFirstCall()
    {
        Fixture f;
        f.open();
        f.page->refresh();
        QTRY_VERIFY(f.texts().contains(u"No calls yet"_s));
        QVERIFY(f.texts().contains(u"Nothing needs you."_s));
        QVERIFY(!f.texts().contains(u"See earlier days"_s));
        f.press(u"Create key…"_s);
        QCOMPARE(f.navigation.performed, QStringList{u"keys create"_s});
    }

    void aQuietDayOffersEarlierDays()
    {
        Fixture f;
        f.fake.put(sample::days(f.fake.time.at.addDays(-2), 1, 5));
        f.open();
        f.page->refresh();
        QTRY_VERIFY(f.texts().contains(u"No calls today"_s));
        f.press(u"See earlier days"_s);
        QCOMPARE(f.navigation.opened, QStringList{u"usage"_s});
    }

    void namesAreShownWholeWhileThereIsRoom()
    {
        Fixture f;
        RunReport run = sample::failedRun(f.fake.time.at);
        run.checks.first().title = u"Stream with usage in its last piece"_s;
        f.fake.opened->archive.kept << run;
        f.open();
        QTRY_VERIFY(f.texts().contains(u"Nothing needs you."_s) || f.texts().contains(u"checks failed"_s));
        for (kit::Table *table : f.page->findChildren<kit::Table *>())
            if (table->accessibleName() == u"Last smoke run"_s) {
                QTRY_VERIFY(table->model()->rowCount() > 0);
                QTRY_VERIFY(table->columnWidth(0) >= table->sizeHintForIndex(table->model()->index(0, 0)).width());
            }
    }

    void attentionLinesDoWhatTheySay()
    {
        Fixture f(1);
        f.fake.opened->admin.rows << sample::key(u"checkout-prod"_s, 48, 50);
        f.fake.opened->archive.kept << sample::failedRun(f.fake.time.at);
        f.open();
        QTRY_VERIFY(f.texts().contains(u"has spent 96"_s));
        QTRY_VERIFY(f.texts().contains(u"1 of 2 checks failed"_s));
        f.press(u"Open key"_s);
        f.press(u"See the run"_s);
        QCOMPARE(f.navigation.opened, (QStringList{u"keys checkout-prod"_s, u"smoke RUN1"_s}));
    }

    void aStoppedTestGatewayIsStartedFromHere()
    {
        Fixture f(0, 0, u"embedded"_s);
        f.open();
        QTRY_VERIFY(f.texts().contains(u"The test gateway is off"_s));
        f.press(u"Start gateway"_s);
        QCOMPARE(f.fake.gateway.started.size(), 1);
    }

    void aFailedSyncKeepsWhatIsShown()
    {
        Fixture f(1);
        f.open();
        QTRY_VERIFY(f.texts().contains(u"60"_s));
        f.fake.opened->source.refuses = Failure{FailureKind::Network, u"connection refused"_s};
        f.fake.opened->syncService.sync();
        QTRY_VERIFY(f.texts().contains(u"Usage could not be read"_s));
        QVERIFY(f.texts().contains(u"60"_s));
        f.fake.opened->source.refuses.reset();
        f.press(u"Read now"_s);
        QTRY_VERIFY(!f.texts().contains(u"Usage could not be read"_s));
    }

    void newRowsShowUpAfterASync()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.texts().contains(u"Today is not known yet"_s));
        f.fake.opened->source.rows = sample::days(f.fake.time.at, 1, 7);
        f.page->refresh();
        QTRY_VERIFY(!f.texts().contains(u"Today is not known yet"_s));
        QTRY_VERIFY(f.figure(u"Requests today"_s)->accessibleDescription().startsWith(u"7 "_s));
        QVERIFY(f.fake.opened->checks >= 1);
    }

    void theUsualIsSaidAfterThreeSuchDaysOnly_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("usual");
        QTest::newRow("two Thursdays before") << 15 << false;
        QTest::newRow("three Thursdays before") << 22 << true;
    }
    void theUsualIsSaidAfterThreeSuchDaysOnly()
    {
        QFETCH(int, days);
        Fixture f(days, 20);
        f.open();
        QTRY_VERIFY(f.page->findChild<kit::StackChart *>()->values().marks.size() == 24);
        QTest::qWait(100);
        QTEST(f.texts().contains(u"Line: a usual Thursday"_s), "usual");
    }

    void fiveThousandCallsOfADayFit()
    {
        Fixture f(1, 5000);
        f.open();
        QTRY_VERIFY_WITH_TIMEOUT(f.texts().contains(u"5,000"_s), 15000);
        QCOMPARE(f.page->width(), 1200);
    }

    void theFiguresOfTheChartCanBeTakenAway()
    {
        Fixture f(1);
        f.open();
        QTRY_VERIFY(f.page->findChild<kit::StackChart *>()->values().marks.size() == 24);
        f.page->findChild<QToolButton *>(u"export"_s)->click();
        auto *dialog = f.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"today.csv"_s);
        emit dialog->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("Time,"));
        QVERIFY(f.navigation.toasts.last().contains(path));
    }

    void everyWidgetTheKeyboardReachesHasAName()
    {
        Fixture f(1);
        f.fake.opened->admin.rows << sample::key(u"checkout-prod"_s, 48, 50);
        f.open();
        QTRY_VERIFY(f.texts().contains(u"has spent 96"_s));
        QCOMPARE(walk::nameless(*f.page).join(u'|'), QString());
    }

    void aConnectionWithOnlyAKeySeesWhatItHasLeft()
    {
        Fixture f;
        const auto key = f.onlyAKey();
        key->standing.todayNanos = 604'000'000; // 14 h 32 min of the 18th
        key->standing.monthNanos = 8'500'000'000;
        f.open();
        QVERIFY(f.left(u"Your key"_s).first().startsWith(u"Remaining|not read yet"_s));
        f.fake.opened->left.ownKey()->read();
        QTRY_COMPARE(f.left(u"Your key"_s).size(), 4);
        QTRY_VERIFY(f.left(u"Your key"_s).first().startsWith(u"Remaining|1.50\u00a0USD of 10.00\u00a0USD"_s));
        QCOMPARE(f.left(u"Your key"_s).at(1), u"Used today|0.604\u00a0USD|"_s);
        QVERIFY(f.left(u"Your key"_s).at(2).startsWith(u"Days left|about 3 day(s)"_s));
        QCOMPARE(f.left(u"Your key"_s).at(3), u"Next reset|2026-07-01 00:00:00 +00:00|"_s);
        QVERIFY(!f.texts().contains(u"Left to spend"_s));
        if (const QString place = qEnvironmentVariable("GW_GRAB"); !place.isEmpty())
            QVERIFY(f.page->grab().save(place + u"/overview-own-key.png"_s));
    }

    void whatAGatewayDoesNotTellAKeyIsSaid()
    {
        Fixture f;
        const auto key = f.onlyAKey();
        key->refuses = Failure{FailureKind::Unsupported, {}, 404};
        f.open();
        f.fake.opened->left.ownKey()->read();
        QTRY_COMPARE(f.left(u"Your key"_s).first(), u"Remaining|not offered by this gateway|"_s);
        QCOMPARE(f.left(u"Your key"_s).size(), 4);
        key->refuses = Failure{FailureKind::RateLimited, {}, 429};
        f.fake.time.at = f.fake.time.at.addSecs(3600);
        f.fake.opened->left.ownKey()->read();
        QTRY_COMPARE(f.left(u"Your key"_s).size(), 5);
        QVERIFY(f.left(u"Your key"_s).first().startsWith(u"Not read|"_s));
    }

    void whoAdministersSeesNoCardForAKey()
    {
        Fixture f;
        f.open();
        QVERIFY(!f.texts().contains(u"Your key"_s));
    }
};

QTEST_MAIN(OverviewPageTest)
#include "tst_overview_page.moc"
