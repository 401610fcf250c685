// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/whole_workspace.h"
#include "kit/list_picker.h"
#include "kit/notice.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/stream_view.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/smoke/frame_model.h"
#include "pages/smoke/proof_pane.h"
#include "pages/smoke/smoke_page.h"
#include "pages/smoke/suite_tree.h"
#include "pages/smoke_session.h"
#include <ctime>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace std::chrono_literals;

namespace {

using smoke_session::Session;
using smoke_session::Silent;

struct Fixture
{
    Session session;
    Silent navigation;
    std::unique_ptr<pages::SmokePage> page;

    void open(QSize size = {1180, 836})
    {
        page = std::make_unique<pages::SmokePage>(session, navigation);
        page->resize(size);
        page->show();
        QTRY_VERIFY(session.service.state().recentLoaded);
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void check(int group, int row, Qt::CheckState state) const
    {
        QAbstractItemModel *model = find<QTreeView>("choose")->model();
        model->setData(model->index(row, 0, model->index(group, 0)), state, Qt::CheckStateRole);
    }
    QStringList visibleLabels() const
    {
        QStringList shown;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                shown << label->text();
        return shown;
    }
    QString text() const { return find<kit::StreamView>("text")->toPlainText(); }
    void waitForTheEnd() const { QTRY_VERIFY_WITH_TIMEOUT(!session.service.state().running, 20'000); }
    // PNGs land in the folder that GW_GRAB names, for eyes.
    void grab(const char *name) const
    {
        QTest::qWait(60);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            page->grab().save(qEnvironmentVariable("GW_GRAB") + u"/smoke-%1.png"_s.arg(QString::fromLatin1(name)));
    }
};

// The longest time this thread worked without a turn of its event loop. Its own time, so that a busy machine does not count.
class Watchdog : public QObject
{
public:
    Watchdog() : m_last(worked()) { startTimer(1ms, Qt::PreciseTimer); }
    qint64 longestMs() const { return m_longest / 1'000'000; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        const qint64 now = worked();
        m_longest = std::max(m_longest, now - std::exchange(m_last, now));
    }

private:
    static qint64 worked()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }
    qint64 m_last;
    qint64 m_longest = 0;
};

} // namespace

class SmokePageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        kit::apply(*qApp, {qEnvironmentVariableIsSet("GW_DARK") ? kit::Scheme::Dark : kit::Scheme::Light, true});
    }

    void beforeTheFirstRunThereIsOneNextStep()
    {
        Fixture f;
        f.open();
        QVERIFY(f.find<QPushButton>("run")->isVisible());
        QVERIFY(!f.find<QPushButton>("stop")->isVisible());
        QTRY_COMPARE(f.find<QPushButton>("run")->text(), u"Run 5 check(s)"_s); // the words are in the translation
        f.grab("empty");
    }

    void nothingChosenSaysWhatIsMissing()
    {
        Fixture f;
        f.open();
        f.check(1, 0, Qt::Unchecked);
        QTRY_VERIFY(!f.find<QPushButton>("run")->isEnabled());
        QCOMPARE(f.find<QPushButton>("run")->text(), u"Choose an alias."_s);
    }

    void runsWhatIsChosenAndShowsItLive()
    {
        Fixture f;
        f.open();
        f.session.http.stallAt = 30;
        for (const int row : {0, 1, 3, 4})
            f.check(0, row, Qt::Unchecked);
        f.check(1, 0, Qt::Unchecked);
        f.check(1, 1, Qt::Checked);
        f.click("run");
        QTRY_VERIFY(f.text().contains(u"12.\n"_s));
        QVERIFY(f.session.service.state().running);
        QVERIFY(f.text().startsWith(u"POST /v1/chat/completions  → 200  text/event-stream"_s));
        QVERIFY(f.find<QPushButton>("stop")->isVisible());
        QTRY_VERIFY(f.text().contains(u"35.\n"_s));
        f.grab("running");
        f.waitForTheEnd();
        QTRY_VERIFY(f.text().contains(u"60.\n"_s));
        QCOMPARE(f.session.service.state().items.size(), 1);
        QCOMPARE(f.session.service.state().items.first().alias, u"smart-select"_s);
        QTRY_COMPARE(f.find<kit::Table>("frames")->model()->rowCount(), 63);
        QVERIFY(!f.find<kit::StreamView>("headers")->toPlainText().contains(u"session=abc"_s));
        QVERIFY(f.find<kit::StreamView>("headers")->toPlainText().contains(u"Authorization: Bearer [secret"_s));
    }

    void everyAssertionStandsInTheProof()
    {
        Fixture f;
        f.open();
        f.click("run");
        f.waitForTheEnd();
        QTRY_COMPARE(f.find<kit::Table>("decided")->model()->rowCount(), 5);
        auto *tree = f.find<pages::SuiteTree>("suite");
        tree->choose(2);
        QTRY_VERIFY(f.visibleLabels().contains(u"T03.V10"_s));
        const QStringList shown = f.visibleLabels();
        for (const int rule : {1, 2, 3, 4, 5, 6, 9, 10})
            QVERIFY2(shown.contains(u"T03.V%1"_s.arg(rule)), qPrintable(QString::number(rule)));
        f.grab("done");
        tree->choose(1); // T01 without usage: a warning with its next step
        f.grab("warning");
        QCOMPARE(f.find<kit::Table>("decided")->model()->index(0, 1).data().toString(), u"warning"_s);
    }

    void theCheckThatRunsCanBeCancelledAtAnyMoment()
    {
        Fixture f;
        f.open();
        f.session.http.hangs = true;
        f.session.http.pieces = 12;
        for (const int row : {0, 1, 3, 4})
            f.check(0, row, Qt::Unchecked);
        f.click("run");
        QTRY_VERIFY(f.text().contains(u"12.\n"_s));
        f.click("cancelCheck");
        f.waitForTheEnd();
        QCOMPARE(f.session.service.state().report.checks.first().outcome, Outcome::Inconclusive);
        QTRY_VERIFY(
            f.find<kit::Table>("decided")->model()->index(0, 2).data().toString().contains(u"Cancelled by you"_s));
        QVERIFY(f.text().contains(u"12.\n"_s)); // what came stays
        f.grab("cancelled");
    }

    void theRunCanBeStopped()
    {
        Fixture f;
        f.open();
        f.session.http.hangs = true;
        f.click("run");
        QTRY_COMPARE(f.session.service.state().current, 2);
        f.click("stop");
        f.waitForTheEnd();
        QCOMPARE(f.session.service.state().report.endedBy, u"cancelled"_s);
        QTRY_VERIFY(f.find<QPushButton>("again")->isVisible());
    }

    void aKeptRunOpensWithItsVerdicts()
    {
        Fixture f;
        RunReport run;
        run.id = u"OLD"_s;
        run.started = run.ended.emplace(QDateTime::currentDateTimeUtc().addDays(-2));
        CheckReport check;
        check.check = u"T03"_s;
        check.variant = u"a"_s;
        check.title = u"Stream with usage"_s;
        check.alias = u"gone"_s;
        check.outcome = Outcome::Failed;
        check.reasons = {{u"T03.V4"_s, Outcome::Failed, u"Stream ended without any end mark"_s, {}}};
        run.checks = {check};
        f.session.archive.kept = {run};
        f.open();
        auto *which = f.find<kit::Segmented>("which");
        which->setCurrent(1);
        emit which->chosen(1);
        auto *runs = f.find<kit::Table>("runs");
        QTRY_COMPARE(runs->model()->rowCount(), 1);
        QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->visualRect(runs->model()->index(0, 0)).center());
        QTRY_COMPARE(f.find<kit::Table>("decided")->model()->rowCount(), 1);
        f.grab("past");
        QVERIFY(f.page->back()); // Esc leads to the choice again
        QVERIFY(f.find<QTreeView>("choose")->isVisible());
    }

    void thePageOpensWithTheLastRunAndItsCalls()
    {
        Fixture f;
        f.session.archive.kept = {keptRun(Outcome::Passed)};
        f.session.archive.evidence = {keptCall(u"T01 fast"_s, "hello from before"), keptCall(u"T03a fast"_s, "1. one")};
        f.open();
        QTRY_VERIFY(f.text().contains(u"1. one"_s)); // the last check
        QVERIFY(!f.text().contains(u"hello"_s));
        QTRY_VERIFY(f.visibleLabels().contains(u"T03.V4"_s));
        QCOMPARE(f.find<QPushButton>("run")->text(), u"Run again"_s);
        f.find<pages::SuiteTree>("suite")->choose(0);
        QTRY_VERIFY(f.text().contains(u"hello from before"_s));
        QVERIFY(f.find<kit::StreamView>("headers")->toPlainText().contains(u"x-request-id"_s));
        f.grab("kept");
    }

    void whatDidNotPassIsShownFirst()
    {
        Fixture f;
        RunReport run = keptRun(Outcome::Passed);
        run.checks.first().outcome = Outcome::Failed;
        f.session.archive.kept = {run};
        f.open();
        QTRY_COMPARE(f.find<pages::SuiteTree>("suite")->chosen(), 0);
    }

    void evidenceThatIsGoneIsSaid()
    {
        Fixture f;
        f.session.archive.kept = {keptRun(Outcome::Passed)};
        f.session.archive.unreadable = Failure{FailureKind::Storage, u"/evidence/K1/01.json: No such file"_s, 0};
        f.open();
        QTRY_VERIFY(f.visibleLabels().contains(u"The calls of this run could not be read"_s));
        QVERIFY(f.visibleLabels().contains(u"T03.V4"_s)); // its verdicts stay
    }

    void aRunIsRunAgainWithOneClick()
    {
        Fixture f;
        f.session.archive.kept = {keptRun(Outcome::Passed)};
        f.open();
        QTRY_COMPARE(f.find<QPushButton>("run")->text(), u"Run again"_s);
        f.click("run");
        QTRY_VERIFY(f.session.service.state().running);
        f.waitForTheEnd();
        QStringList ran;
        for (const CheckReport &check : f.session.service.state().report.checks)
            ran << nameOf(check);
        QCOMPARE(ran, (QStringList{u"T01 fast"_s, u"T03a fast"_s}));
    }

    void theStoppedTestGatewayIsStartedFromHere()
    {
        FakeWorkspace fake;
        fake.add(u"Bench"_s, u"embedded"_s);
        fake.gateway.now.mode = workspace::TestGateway::Mode::Stopped;
        fake.gateway.now.port = 8790;
        Silent navigation;
        pages::SmokePage page(fake, navigation);
        page.resize(1180, 836);
        page.show();
        QVERIFY(!page.findChild<QPushButton *>(u"run"_s)->isEnabled());
        QPushButton *start = nullptr;
        for (QPushButton *button : page.findChildren<QPushButton *>())
            if (button->text() == u"Start gateway"_s)
                start = button;
        QVERIFY(start);
        QTest::mouseClick(start, Qt::LeftButton);
        QCOMPARE(fake.gateway.started, QList<int>{8790});
        fake.gateway.now.mode = workspace::TestGateway::Mode::Here;
        fake.gateway.tell();
        QTRY_VERIFY(page.findChildren<kit::Notice *>().isEmpty());
    }

    void beforeTheGatewayAnswersAliasesAreTyped()
    {
        Fixture f;
        f.session.m_state.aliases.clear();
        f.session.m_state.reach = workspace::Session::Reach::Checking;
        f.open();
        QTRY_COMPARE(f.find<QPushButton>("run")->text(), u"Type an alias."_s);
        QVERIFY(f.visibleLabels().filter(u"once the gateway answers"_s).size() == 1);
        QTest::keyClicks(f.find<QLineEdit>("typedAliases"), u"fast, smart-select ,fast"_s);
        QTRY_VERIFY(f.find<QPushButton>("run")->isEnabled());
        f.click("run");
        QTRY_VERIFY(f.session.service.state().running);
        QCOMPARE(f.session.service.state().items.last().alias, u"smart-select"_s);
        f.waitForTheEnd();
    }

    void listsWithoutRowsSayWhatWillStandThere()
    {
        Fixture f;
        f.open();
        QVERIFY(f.visibleLabels().filter(u"No check is decided yet."_s).size() == 1);
        QVERIFY(!f.find<kit::Table>("decided")->isVisible());
    }

    void aRunThatCannotBeKeptSaysSo()
    {
        Fixture f;
        f.session.archive.full = true;
        f.open();
        for (int row = 1; row < 5; ++row)
            f.check(0, row, Qt::Unchecked);
        f.click("run");
        f.waitForTheEnd();
        QTRY_COMPARE(f.page->findChildren<kit::Notice *>().size(), 1);
        f.grab("error");
    }

    void offlineKeepsTheLastRunsAndSaysWhy()
    {
        Fixture f;
        f.session.m_state.reach = workspace::Session::Reach::Offline;
        f.session.m_state.failure = Failure{FailureKind::Network, u"Connection refused"_s, 0};
        f.open();
        QTRY_COMPARE(f.page->findChildren<kit::Notice *>().size(), 1);
        QVERIFY(f.find<QPushButton>("run")->isEnabled()); // a run says where it stops
        f.grab("offline");
    }

    void waitingShowsASkeletonOnlyAfterAWhile()
    {
        Fixture f;
        f.session.archive.wait = 10s;
        f.page = std::make_unique<pages::SmokePage>(f.session, f.navigation);
        f.page->resize(1180, 836);
        f.page->show();
        QVERIFY(f.page->findChildren<kit::Skeleton *>().isEmpty());
        QTRY_COMPARE(f.page->findChildren<kit::Skeleton *>().size(), 1);
        f.grab("loading");
    }

    void manyAliasesAreSearched()
    {
        Fixture f;
        for (int i = 0; i < 40; ++i)
            f.session.m_state.aliases << Alias{u"alias-%1"_s.arg(i), {}, {}, {}};
        f.open();
        QVERIFY(f.find<kit::ListPicker>("aliases")->isVisible());
        QCOMPARE(f.find<kit::ListPicker>("aliases")->chosen(), QStringList{u"fast"_s});
        f.grab("many");
    }

    void aNarrowPageShowsTheProofAsAView()
    {
        Fixture f;
        f.open({950, 560});
        f.click("run");
        f.waitForTheEnd();
        f.find<pages::SuiteTree>("suite")->choose(2);
        f.grab("narrow");
        const auto panes = f.page->findChildren<pages::ProofPane *>();
        QCOMPARE(panes.size(), 2);
        QVERIFY(std::none_of(panes.begin(), panes.end(), [](const auto *pane) { return pane->isVisible(); }));
        for (auto *view : f.page->findChildren<kit::Segmented *>())
            if (view->isVisible() && view->objectName() != u"which") {
                view->setCurrent(2);
                emit view->chosen(2);
            }
        QTRY_VERIFY(std::any_of(panes.begin(), panes.end(), [](const auto *pane) { return pane->isVisible(); }));
        f.grab("narrow-verdict");
    }

    void aFastStreamDoesNotHoldTheWindowUp()
    {
        Fixture f;
        f.open();
        f.session.http.pieces = 500;
        f.session.http.apart = 1ms;
        for (const int row : {0, 1, 3, 4})
            f.check(0, row, Qt::Unchecked);
        QTest::qWait(100);
        Watchdog watchdog;
        f.click("run");
        f.waitForTheEnd();
        QTRY_COMPARE(f.find<kit::Table>("frames")->model()->rowCount(), 503);
        qInfo("longest stall %lld ms", watchdog.longestMs());
        QVERIFY2(watchdog.longestMs() <= 50 * patience(), qPrintable(QString::number(watchdog.longestMs())));
    }

    void everythingFocusableHasAName()
    {
        Fixture f;
        f.open();
        f.click("run");
        f.waitForTheEnd();
        for (QWidget *widget : f.page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void framesOnlyJoin()
    {
        pages::FrameModel model;
        QAbstractItemModelTester tester(&model);
        net::Frame frame;
        frame.data = "{}";
        model.show({frame});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.show({frame, frame});
        QVERIFY(inserted.size() == 1 && reset.isEmpty());
        frame.data = "[]";
        model.show({frame});
        QVERIFY(reset.size() == 1);
    }

    void timeLinesAreThinnedButKeepTheLongestGap()
    {
        QList<qint64> arrivals;
        for (int i = 0; i < 5000; ++i)
            arrivals << i * 1'000'000LL + (i > 2345 ? 700'000'000 : 0);
        const QList<double> thin = pages::thinned(arrivals, 300);
        QVERIFY(thin.size() <= 304);
        QVERIFY(thin.contains(2345.0) && thin.contains(3046.0));
        QCOMPARE(thin.last(), 5699.0);
        QVERIFY(pages::thinned({}, 300).isEmpty());
    }

private:
    static RunReport keptRun(Outcome outcome)
    {
        RunReport run;
        run.id = u"K1"_s;
        run.suite = u"default"_s;
        run.keyFingerprint = u"0123456789ab…FP6G"_s;
        run.started = run.ended.emplace(QDateTime::currentDateTimeUtc().addDays(-2));
        for (const auto &[id, variant] : {std::pair(u"T01"_s, QString()), {u"T03"_s, u"a"_s}}) {
            CheckReport check;
            check.check = id;
            check.variant = variant;
            check.title = u"Stream with usage"_s;
            check.alias = u"fast"_s;
            check.outcome = outcome;
            check.evidenceFile = u"01.json"_s;
            check.reasons = {{id + u".V4"_s, outcome, u"as it should be"_s, {}}};
            run.checks << check;
        }
        return run;
    }
    static smoke::Evidence keptCall(const QString &subject, const char *text)
    {
        smoke::Evidence call;
        call.subject = subject;
        call.label = subject.section(u' ', 0, 0);
        call.method = "POST";
        call.url = QUrl(u"http://gw.test/v1/chat/completions"_s);
        call.exchange =
            Canned::json(QByteArray("{\"choices\":[{\"message\":{\"content\":\"TEXT\"}}]}").replace("TEXT", text));
        call.exchange.headers << net::Header{"x-request-id", "1"};
        return call;
    }
    // A sanitizer slows everything about three times; a loaded machine is not what is measured.
    static int patience()
    {
#ifdef __SANITIZE_ADDRESS__
        return 3;
#else
        return 1;
#endif
    }
};

QTEST_MAIN(SmokePageTest)
#include "tst_smoke_page.moc"
