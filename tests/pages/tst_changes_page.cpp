// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes_world.h"

using namespace Qt::StringLiterals;
using changes::Change;
using changes::SetState;
using Fixture = ChangesWorld;

class ChangesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        kit::apply(*qApp, {qEnvironmentVariableIsSet("GW_DARK") ? kit::Scheme::Dark : kit::Scheme::Light, true});
    }

    void nothingStagedHasANextStep()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.visibleText().contains(u"Nothing is staged"_s));
        f.grab("empty");
        for (QPushButton *each : f.page->findChildren<QPushButton *>())
            if (each->isVisible() && each->text() == u"Open Keys"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        QCOMPARE(f.navigation.opened, QStringList{u"keys"_s});
    }

    void aSetIsShownStepByStepWithWhatCanBeTakenBack()
    {
        Fixture f;
        f.stage({f.dearer(0), f.off(1), f.gone(2)}, u"Budgets of June"_s);
        f.openWith(3);
        QCOMPARE(f.cell(0, pages::StepModel::Change), u"Key one"_s);
        const QString what = f.cell(0, pages::StepModel::What);
        QVERIFY2(what.contains(u"300.00\u202FUSD a month → 400.00\u202FUSD a month"_s), qPrintable(what));
        QCOMPARE(f.cell(1, pages::StepModel::What), u"state enabled → disabled"_s);
        QCOMPARE(f.cell(0, pages::StepModel::Reach), u"not known"_s); // no usage is stored: not zero
        QCOMPARE(f.cell(0, pages::StepModel::Undo), u"yes"_s);
        QCOMPARE(f.cell(2, pages::StepModel::Undo), u"partly"_s);
        QTRY_COMPARE(f.cell(2, pages::StepModel::State), u"see note"_s);
        QVERIFY(f.visibleText().contains(u"do not come back"_s));
        QVERIFY(f.visibleText().contains(u"Budgets of June"_s));
        f.grab("set");
        QCOMPARE(f.admin().writes, 0);
    }

    void whoCallsTheKeysIsToldFromTheStoredRows()
    {
        Fixture f;
        QList<UsageRecord> rows;
        for (int i = 0; i < 12; ++i) {
            UsageRecord row;
            row.sourceId = u"row-%1"_s.arg(i);
            row.at = f.fake.time.at.addSecs(-60 * i);
            row.keyId = u"id-one"_s;
            row.key = u"one"_s;
            row.alias = u"fast"_s;
            if (i > 0) {
                row.costNanos = 1'000'000'000;
                row.currency = u"USD"_s;
            }
            rows << row;
        }
        f.fake.put(rows);
        f.stage({f.off(0), f.off(1)});
        f.openWith(2);
        QTRY_COMPARE(f.cell(0, pages::StepModel::Reach), u"12 call(s)"_s);
        QCOMPARE(f.cell(1, pages::StepModel::Reach), u"no call in 30 day(s)"_s);
        const auto *touched = f.table("touched")->model();
        QTRY_COMPARE(touched->rowCount(), 2);
        QCOMPARE(touched->index(0, 2).data().toString(), u"at least 11.00\u202FUSD"_s); // one row tells no cost
        f.grab("touched");
        f.table("touched")->selectRow(0);
        QTest::keyClick(f.table("touched"), Qt::Key_Return);
        QCOMPARE(f.navigation.opened, QStringList{u"keys one"_s});
    }

    void aSetIsAppliedAndTakenBack()
    {
        Fixture f;
        const qint64 set = f.stage({f.off(0), f.dearer(1)});
        f.openWith(2);
        QTRY_VERIFY(f.find<QPushButton>("applySet")->isEnabled());
        QCOMPARE(f.find<QPushButton>("applySet")->text(), u"Apply 2 change(s)"_s);
        f.press("applySet");
        QTRY_COMPARE(f.cell(1, pages::StepModel::State), u"done"_s);
        QVERIFY(!f.admin().rows.first().enabled);
        QTRY_VERIFY(f.find<QPushButton>("undoSet")->isVisible());
        QVERIFY(!f.find<QPushButton>("applySet")->isVisible());
        f.grab("applied");
        f.press("undoSet");
        QTRY_COMPARE(f.cell(0, pages::StepModel::State), u"undone"_s);
        QVERIFY(f.admin().rows.first().enabled);
        QTRY_COMPARE(f.stateOf(set), SetState::Undone);
    }

    void aServerThatIgnoresAWriteIsToldOfAndTheSetGoesOnLater()
    {
        Fixture f;
        f.stage({f.off(0), f.off(1)});
        f.admin().ignoresWrites = true;
        f.openWith(2);
        QTRY_VERIFY(f.find<QPushButton>("applySet")->isEnabled());
        f.press("applySet");
        QTRY_COMPARE(f.cell(0, pages::StepModel::State), u"failed"_s);
        QCOMPARE(f.cell(1, pages::StepModel::State), u"waits"_s);
        QTRY_VERIFY(f.page->findChild<kit::Notice *>());
        f.grab("failed");
        f.admin().ignoresWrites = false;
        QTRY_COMPARE(f.find<QPushButton>("applySet")->text(), u"Go on with 2 change(s)"_s);
        f.press("applySet");
        QTRY_COMPARE(f.cell(1, pages::StepModel::State), u"done"_s);
    }

    void onProductionTheNameIsTypedFirst()
    {
        Fixture f(Environment::Production);
        f.stage({f.off(0)});
        f.openWith(1);
        QTRY_VERIFY(f.find<QLineEdit>("productionName")->isVisible());
        QVERIFY(!f.find<QPushButton>("applySet")->isEnabled());
        QTest::keyClicks(f.find<QLineEdit>("productionName"), u"acm"_s);
        QVERIFY(!f.find<QPushButton>("applySet")->isEnabled());
        QTest::keyClicks(f.find<QLineEdit>("productionName"), u"e"_s);
        QVERIFY(f.find<QPushButton>("applySet")->isEnabled());
        f.grab("production");
        QTest::keyClick(f.find<QLineEdit>("productionName"), Qt::Key_Return);
        QTRY_VERIFY(!f.admin().rows.first().enabled);
    }

    void whatBlocksIsSaidBesideTheVerb()
    {
        Fixture f;
        Change odd = f.off(0);
        odd.after->networks << u"10.0.0.0/99"_s;
        f.stage({odd});
        f.openWith(1);
        QTRY_COMPARE(f.cell(0, pages::StepModel::State), u"blocked"_s);
        QVERIFY(!f.find<QPushButton>("applySet")->isEnabled());
        QVERIFY(f.find<QLabel>("applyReason")->text().contains(u"10.0.0.0/99"_s));
        f.grab("blocked");
    }

    void whatIsTakenOutOrDiscardedComesBackByStaging()
    {
        Fixture f;
        const qint64 set = f.stage({f.off(0), f.off(1)});
        f.openWith(2);
        f.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
        f.table("steps")->selectRow(0);
        f.table("steps")->setFocus();
        QTest::keyClick(f.table("steps"), Qt::Key_Delete);
        QTRY_COMPARE(f.table("steps")->model()->rowCount(), 1);
        QVERIFY(f.navigation.toasts.last().contains(u"one"_s));
        f.press("dropSet");
        QTRY_COMPARE(f.stateOf(set), SetState::Dropped);
        QVERIFY(f.navigation.toasts.last().startsWith(u"Discarded"_s));
        QCOMPARE(f.admin().writes, 0);
    }

    void theSecretOfAKeyThatASetMadeIsShownOnce()
    {
        Fixture f;
        Key wanted = namedKey(u"new"_s);
        wanted.id.clear();
        f.stage({Change{{}, wanted}});
        f.openWith(1);
        f.frame.show();
        QTRY_VERIFY(f.find<QPushButton>("applySet")->isEnabled());
        f.press("applySet");
        QTRY_VERIFY(f.frame.findChild<QLineEdit *>());
        QVERIFY(f.service().state().issued.isEmpty()); // taken: nobody else can show it
    }

    void allSetsAreListedAndOpenOne()
    {
        Fixture f;
        const qint64 first = f.stage({f.off(0)}, u"first"_s);
        const qint64 second = f.stage({f.off(1), f.off(2)}, u"second"_s);
        f.openWith(2); // the newest that waits
        f.page->choose(pages::ChangesPage::AllSets);
        QTRY_VERIFY(f.table("sets")->isVisible());
        QCOMPARE(f.table("sets")->model()->rowCount(), 2);
        f.grab("sets");
        QCOMPARE(f.table("sets")->model()->index(0, 0).data().toString(), u"#%1"_s.arg(second));
        f.table("sets")->selectRow(1);
        QTest::keyClick(f.table("sets"), Qt::Key_Return);
        QTRY_COMPARE(f.table("steps")->model()->rowCount(), 1);
        QVERIFY(f.visibleText().contains(u"#%1 first"_s.arg(first)));
        f.page->choose(pages::ChangesPage::AllSets);
        QVERIFY(f.page->back());
        QVERIFY(!f.page->back());
    }

    void everythingFocusableHasAName()
    {
        Fixture f(Environment::Production);
        f.stage({f.off(0), f.gone(1)});
        f.openWith(2);
        QCOMPARE(walk::nameless(*f.page), QStringList());
        f.page->choose(pages::ChangesPage::AllSets);
        QCOMPARE(walk::nameless(*f.page), QStringList());
    }

    void aThousandStepsAreShown()
    {
        Fixture f;
        QList<changes::Edit> edits;
        for (int i = 0; i < 1000; ++i) {
            Key key = namedKey(u"key-%1"_s.arg(i));
            Change change{key, key};
            change.after->enabled = false;
            edits << change;
        }
        f.stage(edits);
        f.openWith(1000);
        QTRY_COMPARE(f.find<QPushButton>("applySet")->text(), u"Apply 1,000 change(s)"_s);
    }
};

QTEST_MAIN(ChangesPageTest)
#include "tst_changes_page.moc"
