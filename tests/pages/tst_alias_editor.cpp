// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chips.h"
#include "kit/diff_view.h"
#include "pages/alias_world.h"
#include "pages/aliases/alias_editor.h"
#include "pages/aliases/route_drafts.h"
#include <QAccessible>
#include <QComboBox>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;
using pages::RouteDrafts;

// The form for an alias: what can be said in it, what is staged, what is shown of it before.
class AliasEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressForAliases(); }

    void aNewAliasIsStagedAndNothingIsSent()
    {
        AliasWorld w;
        w.open();
        w.click("newAlias");
        QVERIFY(w.reason().contains(u"the name is missing"_s));
        QVERIFY(w.reason().contains(u"it has no route"_s));
        w.type("aliasName", u"fast"_s);
        QVERIFY(w.shown().contains(u"Try fast-2."_s));
        w.type("aliasName", u"fast-eu"_s);
        w.click("addRoute");
        w.type("routeUpstream", u"openai"_s);
        w.type("routeModel", u"mini"_s);
        w.type("routeWeight", u"3"_s);
        w.type("aliasPriceIn", u"0.15"_s);
        QVERIFY(w.reason().contains(u"half a price"_s));
        w.type("aliasPriceOut", u"0.6"_s);
        QCOMPARE(w.reason(), QString());
        w.grab("new");
        w.click("stageAlias");
        const changes::AliasChange change = w.stagedOne();
        QVERIFY(!change.before && change.after);
        QCOMPARE(change.after->routes, (QList<Route>{AliasWorld::route(u"openai"_s, u"mini"_s, 3)}));
        QCOMPARE(change.after->price.inputNanos, 150'000'000);
        QCOMPARE(change.after->strategy, u"weighted"_s);
        QCOMPARE(w.admin().writes, 0);
        QTRY_COMPARE(w.table("aliases")->model()->rowCount(), 3); // it is listed as staged
        QCOMPARE(w.cell("aliases", 2, pages::AliasModel::State), u"new, not applied"_s);
        QVERIFY(w.navigation.toasts.first().contains(u"fast-eu"_s));
        w.grab("staged");
        QTest::mouseClick(w.find<QPushButton>("reviewAlias"), Qt::LeftButton);
        QVERIFY(w.navigation.opened.first().startsWith(u"changes"_s));
    }

    void anEditShowsWhatChangesAndWhereTheCallsGo()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        QVERIFY(!w.find<QLineEdit>("aliasName")->isEnabled());
        QCOMPARE(w.reason(), u"Nothing is changed yet."_s);
        QCOMPARE(w.cell("picks", 0, 1), u"60"_s);
        w.type("routeWeight", u"20"_s);
        QCOMPARE(w.reason(), QString());
        QVERIFY(w.find<kit::DiffView>("aliasChange")->accessibleDescription().contains(u"added:         weight: 20"_s));
        QCOMPARE(w.cell("picks", 0, 1), u"40"_s); // the first 100 of a round of 60
        QCOMPARE(w.cell("picks", 0, 2), u"60"_s);
        w.grab("edit");
        w.click("stageAlias");
        QCOMPARE(w.stagedOne().after->routes.first().weight, 20);
        QCOMPARE(w.stagedOne().before, w.admin().offered.first());
        QTRY_COMPARE(w.cell("aliases", 0, pages::AliasModel::State), u"edited here"_s);
    }

    void aRouteThatIsDownIsSimulated()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        auto *down = w.find<QComboBox>("downChoice");
        QCOMPARE(down->count(), 3);
        down->setCurrentIndex(1);
        QCOMPARE(w.cell("picks", 0, 1), u"0"_s);
        QCOMPARE(w.cell("picks", 1, 1), u"100"_s);
        QVERIFY(w.find<QLabel>("picksSaid")->text().contains(u"go on to anthropic/sonnet"_s));
        w.grab("down");
    }

    void editingAgainGoesOnFromWhatIsStagedAndCanTakeItBack()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        w.type("routeWeight", u"20"_s);
        w.click("stageAlias");
        w.staged(1);
        QTRY_COMPARE(w.cell("aliases", 0, pages::AliasModel::State), u"edited here"_s);
        w.openEdit(u"chat"_s);
        QCOMPARE(w.find<QLineEdit>("routeWeight")->text(), u"20"_s);
        w.type("routeWeight", u"60"_s);
        w.click("stageAlias");
        w.staged(0); // as on the gateway: there is nothing to write
        QTRY_COMPARE(w.cell("aliases", 0, pages::AliasModel::State), u"sound"_s);
    }

    void routesAreOrderedByKeyByButtonAndByDragging()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        kit::Table *table = w.table("routeDrafts");
        QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(w.cell("routeDrafts", 0, RouteDrafts::Upstream), u"anthropic"_s);
        QCOMPARE(table->currentIndex().row(), 1); // it is still the chosen one
        QCOMPARE(w.find<QLineEdit>("routeUpstream")->text(), u"openai"_s);
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(w.cell("routeDrafts", 0, RouteDrafts::Upstream), u"openai"_s);
        w.click("routeDownButton");
        QCOMPARE(w.cell("routeDrafts", 0, RouteDrafts::Upstream), u"anthropic"_s);
        QVERIFY(!w.find<QAbstractButton>("routeDownButton")->isEnabled());
        const std::unique_ptr<QMimeData> dragged(table->model()->mimeData({table->model()->index(1, 0)}));
        table->model()->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(w.cell("routeDrafts", 0, RouteDrafts::Upstream), u"openai"_s);
        QCOMPARE(table->model()->rowCount(), 2);
    }

    void aRouteIsRemovedAndTheAliasNeedsOne()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        QTest::keyClick(w.table("routeDrafts"), Qt::Key_Delete);
        QCOMPARE(w.table("routeDrafts")->model()->rowCount(), 1);
        QCOMPARE(w.find<QLineEdit>("routeUpstream")->text(), u"anthropic"_s);
        w.click("removeRouteButton");
        QVERIFY(w.reason().contains(u"it has no route"_s));
        QVERIFY(!w.find<QPushButton>("stageAlias")->isEnabled());
        QVERIFY(w.find<QLabel>("picksSaid")->text().contains(u"no route yet"_s));
    }

    void wrongValuesAreRefusedBesideTheirFields()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        w.type("routeWeight", u"0"_s);
        QVERIFY(w.shown().contains(u"A weight is a whole number from 1"_s));
        w.type("routeWeight", u"60"_s);
        w.type("aliasPriceIn", u"cheap"_s);
        QVERIFY(w.shown().contains(u"Not an amount."_s));
        w.type("aliasPriceIn", u"0.15"_s);
        w.type("routeUpstream", u"anthropic"_s);
        w.type("routeModel", u"sonnet"_s);
        QVERIFY(w.reason().contains(u"is there twice"_s));
        w.grab("refused");
    }

    void fallbacksAreTakenFromTheCatalogAndNeverInACircle()
    {
        AliasWorld w;
        w.admin().offered.last().fallbacks = QStringList{u"chat"_s}; // of fast
        w.open();
        w.openEdit(u"chat"_s);
        auto *names = w.find<QLineEdit>("fallbackNames");
        names->setText(u"gone"_s);
        QTest::keyClick(names, Qt::Key_Return);
        QCOMPARE(w.find<kit::ChipField>("fallbackChips")->values(), QStringList()); // there is no such alias
        names->setText(u"fast"_s);
        QTest::keyClick(names, Qt::Key_Return);
        QCOMPARE(w.find<kit::ChipField>("fallbackChips")->values(), QStringList{u"fast"_s});
        QVERIFY(w.shown().contains(u"chat → fast → chat"_s));
        QVERIFY(!w.find<QPushButton>("stageAlias")->isEnabled());
    }

    void whatTheGatewayCannotHoldIsGreyWithItsReason()
    {
        AliasWorld w(u"newapi"_s);
        w.admin().can = gateway::Features{gateway::Feature::ListAliases, gateway::Feature::EditAliases};
        w.open();
        w.openEdit(u"chat"_s);
        for (const char *field : {"routeWeight", "aliasPriceIn", "aliasContext", "fallbackNames", "familyNames"})
            QVERIFY2(!w.find<QLineEdit>(field)->isEnabled(), field);
        QVERIFY(!w.find<QComboBox>("aliasStrategy")->isEnabled());
        QVERIFY(w.find<QLineEdit>("routeModel")->isEnabled());
        QVERIFY(w.shown().contains(u"belongs to the channel"_s));
        QVERIFY(w.shown().contains(u"by the priority of their channels"_s));
        QTest::keyClick(w.table("routeDrafts"), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(w.cell("routeDrafts", 0, RouteDrafts::Upstream), u"openai"_s);
        w.type("routeUpstream", u"nobody"_s);
        QVERIFY(w.shown().contains(u"No enabled channel"_s));
        w.grab("gaps");
    }

    void escapeAsksOnceSomethingWasTyped()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        QVERIFY(w.page->back()); // nothing was typed: it leaves
        QVERIFY(w.table("aliases")->isVisible());
        w.openEdit(u"chat"_s);
        w.type("routeWeight", u"20"_s);
        QVERIFY(w.page->back());
        QVERIFY(w.shown().contains(u"Leave without staging?"_s));
        w.grab("leave");
        QVERIFY(w.page->back()); // the question goes
        QVERIFY(!w.shown().contains(u"Leave without staging?"_s));
        QCOMPARE(w.find<QLineEdit>("routeWeight")->text(), u"20"_s);
        w.page->setFilter(u"fast"_s); // another page asks for one
        QVERIFY(w.shown().contains(u"Leave without staging?"_s));
        w.click("throwAway");
        QTRY_VERIFY(w.table("aliases")->isVisible());
        QTRY_COMPARE(w.table("aliases")->currentIndex().data().toString(), u"fast"_s);
        QCOMPARE(w.changes().openSet(), 0);
    }

    void aRemovalShowsWhoCallsItAndWhoFallsBackOnIt()
    {
        AliasWorld w;
        w.admin().offered.first().fallbacks = QStringList{u"fast"_s};
        UsageRecord row;
        row.sourceId = u"1"_s;
        row.at = QDateTime::currentDateTimeUtc().addDays(-1);
        row.keyId = u"id-1"_s;
        row.key = u"checkout-prod"_s;
        row.alias = u"fast"_s;
        row.costNanos = 2'000'000'000;
        w.fake.put({row});
        w.open();
        w.page->setFilter(u"fast"_s);
        QTRY_COMPARE(w.table("aliases")->currentIndex().data().toString(), u"fast"_s);
        w.act("removeAlias");
        QVERIFY(w.shown().contains(u"Remove alias"_s));
        QTRY_COMPARE(w.table("callers")->model()->rowCount(), 1);
        QCOMPARE(w.cell("callers", 0, 0), u"checkout-prod"_s);
        QCOMPARE(w.cell("callers", 0, 1), u"1"_s);
        w.grab("remove");
        w.click("stageAlias");
        QVERIFY(!w.stagedOne().after);
        QTRY_COMPARE(w.cell("aliases", 1, pages::AliasModel::State), u"removed here"_s);
        w.click("takeOutAlias");
        w.staged(0);
        QTRY_COMPARE(w.cell("aliases", 1, pages::AliasModel::State), u"sound"_s);
    }

    void withoutUsageItIsNotSaidThatNobodyCallsIt()
    {
        AliasWorld w;
        w.open();
        w.page->setFilter(u"fast"_s);
        QTRY_COMPARE(w.table("aliases")->currentIndex().data().toString(), u"fast"_s);
        w.act("removeAlias");
        QTRY_VERIFY(w.find<QLabel>("callersSaid")->text().contains(u"No usage data for this period"_s));
    }

    void whileTheGatewayIsAwayTheKeptCatalogIsEdited()
    {
        AliasWorld w;
        w.open();
        w.fake.opened->now.reach = workspace::Session::Reach::Offline;
        w.fake.opened->tell();
        w.openEdit(u"chat"_s);
        QVERIFY(w.shown().contains(u"You edit the catalog as it was at"_s));
        w.type("routeWeight", u"20"_s);
        QVERIFY(w.find<QPushButton>("stageAlias")->isEnabled());
        w.grab("offline");
        w.click("stageAlias");
        QCOMPARE(w.stagedOne().after->routes.first().weight, 20);
    }

    void aGatewayOrAConnectionThatCannotSaysWhy()
    {
        AliasWorld w;
        w.admin().can = gateway::Features{gateway::Feature::ListAliases};
        w.open();
        QVERIFY(!w.find<QPushButton>("newAlias")->isEnabled());
        QVERIFY(w.find<QPushButton>("newAlias")->toolTip().contains(u"cannot change its aliases"_s));
        QVERIFY(!w.find<QAction>("editAlias")->isEnabled());
    }

    void everythingFocusableInTheFormHasAName()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        QTest::qWait(30);
        for (QWidget *widget : w.page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void theFormFitsASmallWindow()
    {
        AliasWorld w;
        w.open();
        w.openEdit(u"chat"_s);
        w.page->resize(820, 600); // 1024 x 640 without the side bar
        QTest::qWait(30);
        QVERIFY2(
            w.page->minimumSizeHint().width() <= 820, qPrintable(QString::number(w.page->minimumSizeHint().width())));
        w.grab("small");
    }
};

QTEST_MAIN(AliasEditorTest)
#include "tst_alias_editor.moc"
