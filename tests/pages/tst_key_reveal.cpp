// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "kit/sheet.h"
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using gateway::Feature;

// The secret of a key is shown again where its gateway keeps it: noted first, lent to the clipboard, never kept.
class KeyRevealTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theSecretIsShownAndTheJournalNotesIt()
    {
        World w;
        w.reveal();
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
        QCOMPARE(w->find<QLineEdit>("secretField")->text(), u"sk-gw-EXAMPLE-of-a-shown-key"_s);
        QVERIFY(w->shown().contains(u"The secret of key “checkout-prod”"_s));
        QVERIFY(w->shown().contains(u"7 of 20 are left."_s));
        QVERIFY(!w->shown().contains(u"This is the only time"_s));
        QCOMPARE(w->journal.entries.size(), 1);
        const changes::Entry &line = w->journal.entries.first();
        QVERIFY(line.closed && !line.failure && line.change.reveals);
        QCOMPARE(line.change.before->name, u"checkout-prod"_s);
        QCOMPARE(w->admin.writes, 0);
        QVERIFY(!w->service.takeSecret());
    }

    void itClosesWithoutATickAndACopyIsALoan()
    {
        World w;
        w.reveal();
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
        QVERIFY(!w->find<QCheckBox>("secretStored")->isVisible());
        QTest::mouseClick(w->find<QPushButton>("copySecret"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-gw-EXAMPLE-of-a-shown-key"_s);
        QTest::mouseClick(w->find<QPushButton>("emptyClipboard"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QTest::mouseClick(w->find<QPushButton>("secretDone"), Qt::LeftButton);
        QTRY_VERIFY(!w->find<QLineEdit>("secretField"));
    }

    void aRefusalIsToldAboveTheTable()
    {
        World w;
        w->admin.refusesReveal = Failure{FailureKind::RateLimited, u"HTTP 429"_s, 429};
        w.reveal();
        QTRY_VERIFY(w->shown().contains(u"The secret was not shown"_s));
        QVERIFY(!w->find<QLineEdit>("secretField"));
        QCOMPARE(w->journal.entries.first().failure->kind, FailureKind::RateLimited);
    }

    void thePaletteRevealsTheChosenKey()
    {
        World w;
        w->page->perform(u"reveal"_s);
        QTRY_VERIFY(w->find<QLineEdit>("secretField"));
    }

    void itIsForOneKeyAtATime()
    {
        World w;
        w->table->selectAll();
        QVERIFY(!w.verb()->isEnabled());
        w->page->perform(u"reveal"_s);
        QCOMPARE(w->admin.reveals, 0);
    }

    void aGatewayThatKeepsAHashSaysSo()
    {
        World w([](KeysWorld &world) { world.admin.can = world.admin.can.without(Feature::RevealKey); });
        QVERIFY(!w.verb()->isEnabled());
        QCOMPARE(w.verb()->toolTip(), u"LiteLLM shows the secret of a key only once."_s);
        w->page->perform(u"reveal"_s);
        QCOMPARE(w->navigation.toasts.last().text, u"LiteLLM shows the secret of a key only once."_s);
        w->service.reveal(w->admin.rows.first().id);
        QCOMPARE(w->service.state().notMade.first().failure.kind, FailureKind::Unsupported);
        QCOMPARE(w->admin.reveals, 0);
    }

private:
    struct World
    {
        std::unique_ptr<KeysWorld> world = std::make_unique<KeysWorld>();

        explicit World(const std::function<void(KeysWorld &)> &prepare = [](KeysWorld &) {})
        {
            world->admin.can = world->admin.can.with(Feature::RevealKey);
            world->sources.revealsLeft = [] { return u"7 of 20 are left."_s; };
            prepare(*world);
            world->openLoaded();
            world->choose(u"checkout-prod"_s);
        }
        KeysWorld *operator->() const { return world.get(); }
        QAction *verb() const
        {
            for (QAction *action : world->table->actions())
                if (action->text() == u"Reveal…"_s)
                    return action;
            qFatal("no such verb");
        }
        void reveal() const
        {
            QCOMPARE(verb()->toolTip(), u"7 of 20 are left."_s);
            verb()->trigger();
        }
    };
};

QTEST_MAIN(KeyRevealTest)
#include "tst_key_reveal.moc"
