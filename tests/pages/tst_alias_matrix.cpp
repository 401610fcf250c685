// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/segmented.h"
#include "pages/alias_world.h"
#include "pages/aliases/matrix.h"
#include "pages/aliases/matrix_model.h"
#include <QPushButton>

using namespace Qt::StringLiterals;
using pages::MatrixModel;
using pages::MatrixRow;

static QList<Alias> catalogOfChannels()
{
    Alias chat = AliasWorld::alias(u"chat"_s,
        {AliasWorld::route(u"azure-eu"_s, u"gpt-5-mini-eu"_s, 10), AliasWorld::route(u"openai"_s, u"chat"_s, 5)});
    Alias fast = AliasWorld::alias(u"fast"_s, {AliasWorld::route(u"openai"_s, u"fast"_s, 5)});
    fast.price = {};
    return {chat, fast};
}

struct Channels : AliasWorld
{
    Channels() : AliasWorld(u"newapi"_s)
    {
        admin().can = gateway::Features{gateway::Feature::ListAliases, gateway::Feature::EditAliases};
        admin().offered = catalogOfChannels();
    }
    void openMatrix()
    {
        open();
        page->choose(pages::AliasesPage::Matrix);
        QTRY_VERIFY(matrix()->isVisible());
    }
    kit::Table *matrix() const { return table("aliasMatrix"); }
    QString at(int row, int channel) const { return cell("aliasMatrix", row, MatrixModel::FirstChannel + channel); }
    void go(int row, int channel) const
    {
        matrix()->setFocus();
        matrix()->setCurrentIndex(matrix()->model()->index(row, MatrixModel::FirstChannel + channel));
    }
    void space() const { QTest::keyClick(matrix(), Qt::Key_Space); }
};

// Aliases over channels: what a key there makes of an alias, and how it is marked.
class AliasMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressForAliases(); }

    void channelsAreThoseThatServeSomething()
    {
        const auto channels = pages::channelsOf(catalogOfChannels());
        QCOMPARE(channels, (QList<pages::ChannelColumn>{{u"azure-eu"_s, 10, 1}, {u"openai"_s, 5, 2}}));
    }

    void whatIsSwitchedOffAndOnAgainIsAsItWas()
    {
        const Alias chat = catalogOfChannels().first();
        MatrixRow row{chat.name, chat, chat};
        changes::AliasChange change = pages::toggled(row, u"azure-eu"_s);
        QCOMPARE(change.after->routes.size(), 1);
        row.after = change.after;
        QVERIFY(pages::cellOf(row, u"azure-eu"_s).staged);
        change = pages::toggled(row, u"azure-eu"_s);
        QCOMPARE(change.after, change.before); // its place, model and weight are back
    }

    void withoutAChannelTheAliasIsRemovedAndComesBackWithOne()
    {
        const Alias fast = catalogOfChannels().last();
        MatrixRow row{fast.name, fast, fast};
        const changes::AliasChange gone = pages::toggled(row, u"openai"_s);
        QVERIFY(!gone.after);
        row.after = gone.after;
        QCOMPARE(pages::toggled(row, u"openai"_s).after, fast);
        const changes::AliasChange moved = pages::toggled(row, u"azure-eu"_s);
        QCOMPARE(moved.after->routes, (QList<Route>{AliasWorld::route(u"azure-eu"_s, u"fast"_s)}));
    }

    void rowsHoldWhatIsStagedBesideWhatIsThere()
    {
        const QList<Alias> catalog = catalogOfChannels();
        const Alias fresh = AliasWorld::alias(u"new"_s, {AliasWorld::route(u"openai"_s, u"new"_s)});
        const auto rows = pages::matrixRows(catalog, {{catalog.first(), {}}, {{}, fresh}});
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows.at(0).before && !rows.at(0).after);
        QVERIFY(rows.at(2).after && !rows.at(2).before);
    }

    void spaceStagesAndMarksWhatDiffers()
    {
        Channels w;
        w.openMatrix();
        QCOMPARE(w.at(0, 0), u"as gpt-5-mini-eu"_s);
        QCOMPARE(w.at(1, 0), u"off"_s);
        QCOMPARE(w.at(1, 1), u"served"_s);
        QCOMPARE(w.cell("aliasMatrix", 0, MatrixModel::PriceOf), u"0.15 / 0.60"_s);
        QCOMPARE(w.cell("aliasMatrix", 1, MatrixModel::PriceOf), u"—"_s);
        w.go(1, 0);
        w.space();
        QCOMPARE(w.at(1, 0), u"served, staged"_s);
        QCOMPARE(w.stagedOne().after->routes.size(), 2);
        QVERIFY(w.shown().contains(u"On the gateway it is off."_s));
        QTRY_VERIFY(w.find<QPushButton>("reviewMatrix")->isVisible());
        w.grab("matrix");
        w.click("reviewMatrix");
        QVERIFY(w.navigation.opened.first().startsWith(u"changes"_s));
        w.space();
        w.staged(0);
        QCOMPARE(w.at(1, 0), u"off"_s);
        QCOMPARE(w.admin().writes, 0);
    }

    void quickKeysAreAnEditEachInOneSet()
    {
        Channels w;
        w.openMatrix();
        w.go(0, 0);
        w.space();
        w.go(1, 0);
        w.space();
        w.go(0, 1);
        w.space(); // chat has no channel any more
        const auto steps = w.staged(2);
        QVERIFY(!std::get<changes::AliasChange>(steps.first().wanted).after);
        QCOMPARE(w.changes().state().sets.size(), 1);
        QTRY_COMPARE(w.at(0, 0), u"off, staged"_s);
        QCOMPARE(w.at(0, 1), u"off, staged"_s);
    }

    void arrowsWalkTheCellsAndReturnOpensTheForm()
    {
        Channels w;
        w.openMatrix();
        w.go(0, 0);
        QTest::keyClick(w.matrix(), Qt::Key_Right);
        QCOMPARE(w.matrix()->currentIndex().column(), MatrixModel::FirstChannel + 1);
        QTest::keyClick(w.matrix(), Qt::Key_Down);
        QVERIFY(w.shown().contains(u"fast through openai"_s));
        QTest::keyClick(w.matrix(), Qt::Key_Return);
        QTRY_VERIFY(w.find<QLineEdit>("routeModel")->isVisible());
        QCOMPARE(w.find<QLineEdit>("aliasName")->text(), u"fast"_s);
    }

    void whatTheUpstreamsServeIsComparedAndStaged()
    {
        Channels w;
        w.admin().upstreams = QList<gateway::UpstreamModels>{
            {u"openai"_s, {u"chat"_s, u"o-next"_s}, {}}, {u"azure-eu"_s, {}, Failure{FailureKind::Timeout, {}, 0}}};
        w.openMatrix();
        QVERIFY(w.find<QLabel>("upstreamsSaid")->text().contains(u"Not asked yet"_s));
        QVERIFY(!w.table("upstreamGaps")->isVisible());
        w.click("askUpstreams");
        QTRY_COMPARE(w.table("upstreamGaps")->model()->rowCount(), 2);
        QVERIFY(w.find<QLabel>("upstreamsSaid")->text().contains(u"azure-eu did not tell"_s));
        QCOMPARE(w.cell("upstreamGaps", 0, 0), u"fast"_s);
        QCOMPARE(w.cell("upstreamGaps", 0, 2), u"served here, gone at the upstream"_s);
        QCOMPARE(w.cell("upstreamGaps", 1, 0), u"o-next"_s);
        w.grab("upstreams");
        w.click("stageGap"); // fast had no other channel
        QVERIFY(!w.stagedOne().after);
        w.table("upstreamGaps")->selectRow(1);
        w.click("stageGap");
        const auto steps = w.staged(2);
        const Alias made = *std::get<changes::AliasChange>(steps.last().wanted).after;
        QCOMPARE(made.name, u"o-next"_s);
        QCOMPARE(made.routes, (QList<Route>{AliasWorld::route(u"openai"_s, u"o-next"_s)}));
        w.click("stageGap"); // once is enough
        w.staged(2);
        QCOMPARE(w.admin().writes, 0);
    }

    void aGatewayThatCannotAskItsUpstreamsSaysSo()
    {
        Channels w;
        w.openMatrix();
        w.click("askUpstreams");
        QTRY_VERIFY(w.find<QLabel>("upstreamsSaid")->text().contains(u"could not be asked"_s));
    }

    void gatewaysWithoutChannelsHaveNoMatrix()
    {
        AliasWorld w;
        w.open();
        QCOMPARE(w.find<kit::Segmented>("aliasView")->findChildren<QAbstractButton *>().size(), 4);
    }

    void whoMayNotChangeChannelsIsToldSo()
    {
        Channels w;
        w.admin().can = gateway::Features{gateway::Feature::ListAliases};
        w.openMatrix();
        w.go(1, 0);
        w.space();
        QCOMPARE(w.at(1, 0), u"off"_s);
        QVERIFY(w.shown().contains(u"cannot change its aliases"_s));
    }
};

QTEST_MAIN(AliasMatrixTest)
#include "tst_alias_matrix.moc"
