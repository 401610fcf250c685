// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/whole_workspace.h"
#include "kit/notice.h"
#include "kit/segmented.h"
#include "kit/stream_view.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/smoke/smoke_page.h"
#include "pages/smoke/suite_tree.h"
#include "pages/smoke_page_fixture.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace std::chrono_literals;

using smoke_session::Fixture;
using smoke_session::Silent;

// Runs that are kept, and the page while the gateway is away.
class SmokeKeptTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        kit::apply(*qApp, {qEnvironmentVariableIsSet("GW_DARK") ? kit::Scheme::Dark : kit::Scheme::Light, true});
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

    void aProofOfRefusalBeginsWhereItsSecretIsAskedFor()
    {
        Fixture f;
        RunReport run = keptRun(Outcome::Passed);
        run.checks = {run.checks.first()};
        run.checks.first().check = u"T07"_s;
        run.checks.first().variant = u"g"_s;
        f.session.archive.kept = {run};
        f.open();
        QTRY_COMPARE(f.find<QPushButton>("run")->text(), u"Prove again…"_s);
        f.click("run");
        QCOMPARE(f.navigation.performed, u"keys/prove"_s);
        QVERIFY(!f.session.service.state().running);
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
};

QTEST_MAIN(SmokeKeptTest)
#include "tst_smoke_kept.moc"
