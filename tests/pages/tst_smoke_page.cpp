// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/whole_workspace.h"
#include "kit/list_picker.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/stream_view.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/smoke/frame_model.h"
#include "pages/smoke/proof_pane.h"
#include "pages/smoke/smoke_page.h"
#include "pages/smoke/suite_tree.h"
#include "pages/smoke_page_fixture.h"
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace std::chrono_literals;

using smoke_session::Fixture;

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

    void atTheEndTheCheckThatNeedsAPersonIsShown()
    {
        Fixture f;
        f.open();
        f.click("run");
        f.waitForTheEnd();
        auto *tree = f.find<pages::SuiteTree>("suite");
        QTRY_COMPARE(f.session.service.state().items.at(1).report.outcome, Outcome::Warned);
        QTRY_COMPARE(tree->chosen(), 1);
        QTRY_VERIFY(f.visibleLabels().contains(u"T01.V1"_s));
    }

    void whoLooksAtAnotherCheckStaysThereAtTheEnd()
    {
        Fixture f;
        f.open();
        f.session.http.stallAt = 30;
        f.click("run");
        auto *tree = f.find<pages::SuiteTree>("suite");
        QTRY_VERIFY(tree->chosen() > 1); // the page follows, a moment behind the run
        tree->choose(0);
        f.waitForTheEnd();
        QTRY_COMPARE(f.find<kit::Table>("decided")->model()->rowCount(), 5);
        QCOMPARE(tree->chosen(), 0);
    }

    void aRunThatIsOverAtOnceIsShownToo()
    {
        Fixture f;
        f.open();
        f.click("run");
        f.waitForTheEnd();
        f.find<pages::SuiteTree>("suite")->choose(3);
        QTRY_VERIFY(f.text().contains(u"/v1/chat/completions"_s));
        f.session.runSmoke({u"T00"_s}, {u"fast"_s}); // while nobody looks
        while (f.session.service.state().running)
            QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 1);
        QTRY_VERIFY(f.visibleLabels().contains(u"T00.V1"_s));
        QVERIFY(!f.text().contains(u"/v1/chat/completions  → 200  text"_s));
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

    void aFastStreamLosesNoFrame()
    {
        Fixture f;
        f.open();
        f.session.http.pieces = 500;
        f.session.http.apart = 1ms;
        for (const int row : {0, 1, 3, 4})
            f.check(0, row, Qt::Unchecked);
        f.click("run");
        f.waitForTheEnd();
        QTRY_COMPARE(f.find<kit::Table>("frames")->model()->rowCount(), 503);
        QTRY_VERIFY(f.text().contains(u"500.\n"_s));
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
};

QTEST_MAIN(SmokePageTest)
#include "tst_smoke_page.moc"
