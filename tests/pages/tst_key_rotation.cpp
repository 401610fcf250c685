// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "kit/sheet.h"
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::StringLiterals;
using gateway::Feature;

// A key gets a new secret from the page: asked first, shown once, and the old one's end told.
class KeyRotationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theQuestionNamesTheOverlap()
    {
        World w;
        w.ask();
        auto *meaning = w->find<QLabel>("rotationMeaning");
        QVERIFY2(
            meaning->text().contains(u"Both secrets work until 19 Jun 2026, 14:32."_s), qPrintable(meaning->text()));
        w.overlap(0);
        QVERIFY(meaning->text().contains(u"refused as soon as the new one is there"_s));
        w.overlap(7 * 86'400);
        QVERIFY(meaning->text().contains(u"until 25 Jun 2026, 14:32."_s));
        QCOMPARE(w->find<QComboBox>("overlap")->accessibleName(), u"The present secret works on"_s);
        QTest::mouseClick(w->find<QPushButton>("cancelRotation"), Qt::LeftButton);
        QTRY_VERIFY(!w->find<QWidget>("rotateSheet"));
        QCOMPARE(w->admin.writes, 0);
    }

    void theNewSecretIsShownOnceAndTheChangeIsNoted()
    {
        World w;
        w.ask();
        w.overlap(3600);
        QTest::mouseClick(w->find<QPushButton>("rotateNow"), Qt::LeftButton);
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
        QCOMPARE(w->find<QLineEdit>("secretField")->text(), u"sk-gw-EXAMPLE-of-a-turned-key"_s);
        QVERIFY(w->shown().contains(u"Key “checkout-prod” has a new secret"_s));
        QVERIFY(w->shown().contains(u"The old secret works until "_s));
        QVERIFY(!w->service.takeSecret());
        QCOMPARE(w->journal.entries.size(), 1);
        QCOMPARE(w->journal.entries.first().change.rotation, std::chrono::hours(1));
        w->find<QCheckBox>("secretStored")->setChecked(true);
        QTest::mouseClick(w->find<QPushButton>("secretDone"), Qt::LeftButton);
        QTRY_VERIFY(!w->find<QLineEdit>("secretField"));
        QCOMPARE(w->chosen(), QStringList{u"checkout-prod"_s});
        QTRY_VERIFY(w->shown().contains(u"Old secret works until"_s));
    }

    void theSecretIsCopiedByEveryWayAsALoan()
    {
        World w;
        w.ask();
        QTest::mouseClick(w->find<QPushButton>("rotateNow"), Qt::LeftButton);
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
        auto *field = w->find<QLineEdit>("secretField");
        const QClipboard *clipboard = QGuiApplication::clipboard();
        QTest::mouseDClick(field, Qt::LeftButton); // a selection would be a clipboard of its own
        QVERIFY(field->selectedText().isEmpty());
        field->setFocus();
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keySequence(field, QKeySequence::Copy);
        QCOMPARE(clipboard->text(), u"sk-gw-EXAMPLE-of-a-turned-key"_s);
        QVERIFY(clipboard->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        for (QPushButton *each : w->window.findChildren<QPushButton *>())
            if (each->isVisible() && each->text() == u"Empty now"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        QVERIFY(clipboard->text().isEmpty());
    }

    void withoutAnOverlapTheOldOneWorksNoMore()
    {
        World w;
        w.ask();
        w.overlap(0);
        w->clock.at = QDateTime::currentDateTimeUtc().addSecs(60); // the gateway's time is the machine's
        QTest::mouseClick(w->find<QPushButton>("rotateNow"), Qt::LeftButton);
        QTRY_VERIFY(w->shown().contains(u"The old secret works no more."_s));
    }

    void anOlderSecretThatStillWorksIsTold()
    {
        World w([](KeysWorld &world) { world.admin.rows.first().previousUntil = world.clock.at.addDays(1); });
        w.ask();
        QVERIFY(w->shown().contains(u"An older secret still works"_s));
    }

    void aRefusalIsToldAboveTheTable()
    {
        World w;
        w->admin.refusesWrites = Failure{FailureKind::Rejected, u"HTTP 409: not now"_s, 409};
        w.ask();
        QTest::mouseClick(w->find<QPushButton>("rotateNow"), Qt::LeftButton);
        QTRY_VERIFY(w->shown().contains(u"The change was not made"_s));
        QVERIFY(!w->find<QLineEdit>("secretField"));
    }

    void whatWasTypedForANewKeyStays()
    {
        World w;
        w->page->perform(u"create"_s);
        w->find<QLineEdit>("keyName")->setText(u"half"_s);
        w->page->back();
        w.ask();
        QTest::mouseClick(w->find<QPushButton>("rotateNow"), Qt::LeftButton);
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
        QCOMPARE(w->find<QLineEdit>("keyName")->text(), u"half"_s);
    }

    void aGatewayThatCannotSaysSo()
    {
        World w([](KeysWorld &world) { world.admin.can = {Feature::ListKeys, Feature::DisableKey}; });
        auto *verb = w->find<QPushButton>("rotateKey");
        QVERIFY(!verb->isEnabled());
        QCOMPARE(verb->toolTip(), u"LiteLLM cannot give a key a new secret."_s);
        w->service.rotate(w->admin.rows.first().id, {});
        QCOMPARE(w->service.state().notMade.first().failure.kind, FailureKind::Unsupported);
    }

    void theMenuOfTheRowHasItForOneKeyOnly()
    {
        World w;
        const auto verb = [&w] {
            for (QAction *action : w->table->actions())
                if (action->text() == u"Rotate…"_s)
                    return action;
            qFatal("no such verb");
        };
        QVERIFY(verb()->isEnabled());
        w->table->selectAll();
        QVERIFY(!verb()->isEnabled());
    }

private:
    struct World
    {
        std::unique_ptr<KeysWorld> world = std::make_unique<KeysWorld>();

        explicit World(const std::function<void(KeysWorld &)> &prepare = [](KeysWorld &) {})
        {
            world->admin.can = {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::RotateKey,
                Feature::ModelScope, Feature::Budget};
            prepare(*world);
            world->openLoaded();
            world->choose(u"checkout-prod"_s);
        }
        KeysWorld *operator->() const { return world.get(); }
        void ask() const
        {
            QTest::mouseClick(world->find<QPushButton>("rotateKey"), Qt::LeftButton);
            if (!world->find<QComboBox>("overlap"))
                qFatal("nothing was asked");
        }
        void overlap(qint64 seconds) const
        {
            auto *choice = world->find<QComboBox>("overlap");
            choice->setCurrentIndex(choice->findData(seconds));
        }
    };
};

QTEST_MAIN(KeyRotationTest)
#include "tst_key_rotation.moc"
