// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/sheet.h"
#include "pages/key_proof_world.h"
#include "pages/keys/proof_words.h"
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace key_proof;
using gateway::Feature;
using workspace::RefusalProof;

// A key that was given up is proven to be refused, from its row and without one.
class KeyProofTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aDisabledKeyOffersTheProof()
    {
        World w;
        w->choose(u"checkout-prod"_s);
        QVERIFY(!w->find<QPushButton>("proveRefused"));
        w.chooseDisabled();
        QTRY_VERIFY(w->find<QPushButton>("proveRefused"));
        QTest::mouseClick(w->find<QPushButton>("proveRefused"), Qt::LeftButton);
        QTRY_VERIFY(w->find<QWidget>("proofSheet"));
        QVERIFY(w->shown().contains(u"Prove that “checkout-old” is refused"_s));
        QVERIFY(!w->find<QPushButton>("proofStart")->isEnabled());
        QCOMPARE(w->find<QLabel>("proofReason")->text(), u"Paste the old secret first."_s);
        QCOMPARE(w->find<QLineEdit>("proofSecret")->accessibleName(), u"Its old secret"_s);
        QCOMPARE(w->find<QLineEdit>("proofSecret")->echoMode(), QLineEdit::Password);
        QCOMPARE(w->find<QSpinBox>("proofMinutes")->value(), 10);
        w.grab("ask");
    }

    void refusedAtOnceIsProvenAndKept()
    {
        World w;
        w.ask();
        w.begin();
        QVERIFY(w->find<QLineEdit>("proofSecret")->text().isEmpty());
        QTRY_COMPARE(w.sentence(), u"Refused 5 time(s) running, from the first call on."_s);
        QCOMPARE(w->find<QLabel>("proofCalls")->text(), u"5"_s);
        QCOMPARE(w->find<QLabel>("proofRefused")->text(), u"5 of 5"_s);
        QCOMPARE(w->find<QLabel>("proofAdmitted")->text(), u"0"_s);
        QCOMPARE(w.archive.kept.size(), 1);
        QCOMPARE(w.archive.kept.first().suite, u"revocation"_s);
        QCOMPARE(w.wish.limit, std::chrono::minutes(10));
        QVERIFY(w.wish.alias.isEmpty());
        w.grab("passed");
        QTest::mouseClick(w->find<QPushButton>("proofShowRun"), Qt::LeftButton);
        QCOMPARE(w->navigation.opened.last(), (std::pair<QString, QString>(u"smoke"_s, {})));
        QTRY_VERIFY(!w->find<QWidget>("proofSheet"));
    }

    void callsAdmittedMeanwhileAreTold()
    {
        World w({refused(), admitted(), admitted(), admitted(), refused()});
        w.ask();
        w.begin();
        QTRY_VERIFY(w.sentence().startsWith(u"Refused 5 time(s) running; effective "_s));
        const QString end = u" after the first call of the proof, 3 call(s) admitted meanwhile."_s;
        QVERIFY2(w.sentence().endsWith(end), qPrintable(w.sentence()));
        QCOMPARE(w->find<QLabel>("proofAdmitted")->text(), u"3"_s);
    }

    void aKeyThatIsNeverRefusedFailsWithAdvice()
    {
        World w({refused(), admitted()}, 40ms);
        w.ask();
        w.begin();
        QTRY_VERIFY(w.sentence().startsWith(u"Still admitted after "_s));
        QCOMPARE(w->find<QLabel>("proofAdvice")->text(),
            u"Disable the provider keys behind this gateway until it refuses the key."_s);
        w.grab("failed");
        QTest::mouseClick(w->find<QPushButton>("proofStart"), Qt::LeftButton); // prove again
        QTRY_VERIFY(w->find<QLineEdit>("proofSecret")->isVisible());
        QVERIFY(!w->find<QPushButton>("proofStart")->isEnabled());
    }

    void stopEndsTheCallsAndSaysSo()
    {
        World w({refused(), admitted()}, 60s);
        w.ask();
        w.begin();
        QTRY_VERIFY(w->find<QLabel>("proofAdmitted")->text().toInt() > 0);
        w.grab("running");
        w.clickClose();
        QTRY_COMPARE(w.sentence(), u"Stopped before anything was proven."_s);
        QVERIFY(w->find<QWidget>("proofSheet"));
        w.clickClose();
        QTRY_VERIFY(!w->find<QWidget>("proofSheet"));
        QCOMPARE(w.proof().phase, RefusalProof::State::Phase::Ready);
    }

    void anotherRunIsSaidPlainly()
    {
        World w({refused(), admitted()}, 60s);
        smoke::Plan other = w.plan({Secret("sk-other"), {}, 60s});
        w.runs.start(other);
        w.ask();
        w->find<QLineEdit>("proofSecret")->setText(secretText);
        QTRY_VERIFY(w->find<QWidget>("proofBlocked")->isVisible());
        QVERIFY(!w->find<QPushButton>("proofStart")->isEnabled());
        QCOMPARE(w->find<QLabel>("proofReason")->text(), u"Another smoke run is under way."_s);
        w.grab("blocked");
        w.runs.cancel();
        QTRY_VERIFY(w->find<QPushButton>("proofStart")->isEnabled());
        QVERIFY(!w->find<QWidget>("proofBlocked")->isVisible());
    }

    void aKeyInForceWantsAnAlias()
    {
        World w;
        w->choose(u"checkout-prod"_s);
        w.trigger("proveKey");
        QTRY_VERIFY(w->find<QWidget>("proofSheet"));
        w->find<QLineEdit>("proofSecret")->setText(secretText);
        QVERIFY(w->shown().contains(u"This key is in force"_s));
        QCOMPARE(w->find<QLabel>("proofReason")->text(), u"Name an alias that this key may no longer call."_s);
        w->find<QComboBox>("proofAlias")->setEditText(u"smart"_s);
        QTRY_VERIFY(w->find<QPushButton>("proofStart")->isEnabled());
        w.begin();
        QTRY_VERIFY(!w.sentence().isEmpty());
        QCOMPARE(w.wish.alias, u"smart"_s);
    }

    void oneThatIsDeletedNeedsNoRow()
    {
        World w;
        w->page->perform(u"prove"_s);
        QVERIFY(w->shown().contains(u"Prove that a key is refused"_s));
        w->page->perform(u"prove"_s);
        QCOMPARE(w->window.findChildren<kit::Sheet *>().size(), 1);
        w.begin();
        QTRY_VERIFY(w.sentence().startsWith(u"Refused 5"_s));
    }

    void theMenuOfThePageHasIt()
    {
        World w;
        w.trigger("proveAnyKey");
        QVERIFY(w->find<QWidget>("proofSheet"));
        QVERIFY(w->find<QWidget>("moreOnKeys"));
    }

    void thePageMayGoBeforeTheSheet()
    {
        World w({refused(), admitted()}, 60s);
        w.ask();
        w.begin();
        QTRY_VERIFY(w->find<QLabel>("proofAdmitted")->text().toInt() > 0);
        w->tester.reset();
        w->page.reset();
        QTRY_VERIFY(!w->find<QWidget>("proofSheet"));
        QTRY_VERIFY(!w.runs.state().running);
        QCOMPARE(w.archive.kept.first().endedBy, u"cancelled"_s);
    }

    void theEndIsOneSentence_data()
    {
        QTest::addColumn<int>("admitted");
        QTest::addColumn<int>("lag"); // ms
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("at once") << 0 << 0 << Outcome::Passed << u"passed"_s
                                 << u"Refused 5 time(s) running, from the first call on."_s;
        QTest::newRow("soon")
            << 1 << 4200 << Outcome::Passed << u"passed"_s
            << u"Refused 5 time(s) running; effective 4.2 s after the first call of the proof, 1 call(s) admitted meanwhile."_s;
        QTest::newRow("late")
            << 3 << 41'000 << Outcome::Warned << u"passed late"_s
            << u"Refused 5 time(s) running; effective 41 s after the first call of the proof, 3 call(s) admitted meanwhile."_s;
        QTest::newRow("too late")
            << 9 << 75'000 << Outcome::Failed << u"FAIL"_s
            << u"Refused 5 time(s) running; effective 75 s after the first call of the proof, 9 call(s) admitted meanwhile."_s;
    }

    void theEndIsOneSentence()
    {
        QFETCH(int, admitted);
        QFETCH(int, lag);
        QFETCH(Outcome, outcome);
        RefusalProof::State state;
        state.phase = RefusalProof::State::Phase::Ended;
        state.facts.admitted = admitted;
        state.facts.running = 5;
        state.facts.refusedFrom = std::chrono::milliseconds(lag);
        state.report.outcome = outcome;
        const pages::ProofSaid said = pages::saidOf(state, QTimeZone::utc());
        QTEST(said.word, "word");
        QTEST(said.sentence, "sentence");
        QCOMPARE(said.advice.isEmpty(), outcome == Outcome::Passed);
    }

    void theActIsNamedWithItsTime()
    {
        RefusalProof::State state;
        state.phase = RefusalProof::State::Phase::Ended;
        state.facts.act = GivenUp{GivenUp::Act::Disabled, QDateTime({2026, 6, 18}, {14, 2, 11}, Qt::UTC)};
        state.facts.admitted = 3;
        state.facts.running = 5;
        state.facts.refusedFrom = 41s;
        QCOMPARE(pages::saidOf(state, QTimeZone::utc()).sentence,
            u"Refused 5 time(s) running; effective after 41 s, 3 call(s) admitted meanwhile. "
            "Disabled at 14:02:11, refused from 14:02:52 on."_s);
    }

    // What disabled the key knows its secret: nobody is asked for it.
    void aDisabledKeyIsProvenByItselfWhereItsSecretIsKnown()
    {
        World w;
        w.source->known.secret = Secret(secretText.toUtf8());
        w.source->known.act = GivenUp{GivenUp::Act::Disabled, w.clock.now().addSecs(-41)};
        w.disable(u"checkout-prod"_s);
        QTRY_VERIFY(w->shown().contains(u"“checkout-prod”: passed"_s));
        QVERIFY2(w->shown().contains(u"Disabled at "_s), qPrintable(w->shown()));
        QCOMPARE(w.wish.limit, std::chrono::minutes(10));
        QCOMPARE(w.wish.key.reveal(), secretText.toUtf8());
        QCOMPARE(w.archive.kept.size(), 1);
        QCOMPARE(w.proof().phase, RefusalProof::State::Phase::Ready);
        w.grab("by-itself");
        QTest::mouseClick(w->find<QPushButton>("showProofRun"), Qt::LeftButton);
        QCOMPARE(w->navigation.opened.last(), (std::pair<QString, QString>(u"smoke"_s, {})));
    }

    void withoutItsSecretTheProofIsOffered()
    {
        World w;
        w.source->known.act = GivenUp{GivenUp::Act::Disabled, w.clock.now()};
        w.disable(u"checkout-prod"_s);
        QTRY_VERIFY(w->find<QPushButton>("offeredProof"));
        QVERIFY(w->shown().contains(u"“checkout-prod” works no more"_s));
        QVERIFY(w.archive.kept.isEmpty());
        w.grab("offer");
        QTest::mouseClick(w->find<QPushButton>("offeredProof"), Qt::LeftButton);
        QTRY_VERIFY(w->find<QWidget>("proofSheet"));
        QVERIFY(w->find<QLabel>("proofCountsFrom")->text().startsWith(u"Disabled at "_s));
        w.begin();
        QTRY_VERIFY(w.sentence().startsWith(u"Refused 5"_s));
        QVERIFY(w.wish.act);
    }

    void whoEnablesItAgainNeedsNoProof()
    {
        World w({refused(), admitted()}, 60s);
        w.source->known.secret = Secret(secretText.toUtf8());
        w.disable(u"checkout-prod"_s);
        QTRY_VERIFY(w.runs.state().running);
        w->navigation.toasts.last().undo();
        QTRY_VERIFY(!w.runs.state().running);
        QTRY_VERIFY(!w->find<QWidget>("proofNotice")->isVisible());
    }

    void aDeletedKeyIsOfferedOnceItIsGone()
    {
        World w;
        w.source->known.act = GivenUp{GivenUp::Act::Deleted, w.clock.now()};
        w->table->setFocus();
        w->choose(u"checkout-old"_s);
        QTest::keyClick(w->table, Qt::Key_Delete);
        QVERIFY(!w->find<QWidget>("proofNotice")->isVisible()); // it is still held back
        w->navigation.toasts.last().ended();
        QTRY_VERIFY(w->shown().contains(u"“checkout-old” is deleted"_s));
        QVERIFY(w->find<QPushButton>("offeredProof"));
    }

    void aKnownSecretIsNotAskedFor()
    {
        World w;
        w.source->known.secret = Secret(secretText.toUtf8());
        w.ask();
        QTRY_VERIFY(w->find<QLabel>("proofKnownSecret")->isVisible());
        QVERIFY(!w->find<QLineEdit>("proofSecret")->isVisible());
        QTRY_VERIFY(w->find<QPushButton>("proofStart")->isEnabled());
        w.grab("known");
        QTest::mouseClick(w->find<QPushButton>("proofStart"), Qt::LeftButton);
        QTRY_VERIFY(w.sentence().startsWith(u"Refused 5"_s));
    }

    void aSecretOfAnotherKeyIsSuspected()
    {
        Key key;
        key.name = u"web"_s;
        key.prefix = u"sk-gw-7Kd2"_s;
        key.lastFour = u"x9Qe"_s;
        QVERIFY(pages::strangeSecret(key, {}).isEmpty());
        QVERIFY(pages::strangeSecret(key, u"sk-gw-7Kd2-and-so-on-x9Qe"_s).isEmpty());
        QVERIFY(pages::strangeSecret(key, u"sk-gw-9999-and-so-on-x9Qe"_s).contains(u"sk-gw-7Kd2…x9Qe"_s));
        key.prefix = u"sk-...x9"_s; // a mask, no beginning
        QVERIFY(pages::strangeSecret(key, u"sk-gw-9999"_s).isEmpty());
    }
};

QTEST_MAIN(KeyProofTest)
#include "tst_key_proof.moc"
