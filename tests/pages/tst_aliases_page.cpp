// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/noting_navigation.h"
#include "fakes/whole_workspace.h"
#include "kit/cells.h"
#include "kit/notice.h"
#include "kit/segmented.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/aliases/aliases_page.h"
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

static Alias chat()
{
    Alias alias;
    alias.name = u"chat-default"_s;
    alias.routes = {
        {u"openai"_s, u"mini-of-the-test"_s, 60, {}, {}}, {u"anthropic"_s, u"sonnet-of-the-test"_s, 40, {}, {}}};
    alias.families = QStringList{u"chat"_s};
    alias.price = {150'000'000, 600'000'000, {}, QDate(2026, 6, 1)};
    alias.fallbacks = QStringList{u"fast"_s};
    alias.strategy = u"weighted"_s;
    return alias;
}

static Alias broken()
{
    Alias alias;
    alias.name = u"broken"_s;
    alias.fallbacks = QStringList{u"gone"_s};
    return alias;
}

static Alias fast()
{
    Alias alias = chat();
    alias.name = u"fast"_s;
    alias.fallbacks.clear();
    return alias;
}

struct Fixture
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    std::unique_ptr<pages::AliasesPage> page;

    Fixture()
    {
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        fake.opened->admin.offered = {chat(), broken(), fast()};
    }
    aliases::CatalogService &catalog() const { return fake.opened->catalogService; }
    void open()
    {
        page = std::make_unique<pages::AliasesPage>(fake, navigation);
        page->resize(1180, 836);
        page->show();
        QTRY_VERIFY(!catalog().state().loading);
        QTRY_COMPARE(table("aliases")->model()->rowCount(), catalog().state().aliases.size());
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    kit::Table *table(const char *name) const { return find<kit::Table>(name); }
    QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    QString visibleText() const
    {
        QStringList shown;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                shown << label->text();
        return shown.join(u'\n');
    }
    void choose(pages::AliasesPage::View view) const { page->choose(view); }
    // PNGs land in the folder that GW_GRAB names, for eyes.
    void grab(const char *name) const
    {
        QTest::qWait(60);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            page->grab().save(qEnvironmentVariable("GW_GRAB") + u"/aliases-%1.png"_s.arg(QString::fromLatin1(name)));
    }
};

class AliasesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        kit::apply(*qApp, {qEnvironmentVariableIsSet("GW_DARK") ? kit::Scheme::Dark : kit::Scheme::Light, true});
    }

    void theCatalogIsListedByNameWithWhatIsWrong()
    {
        Fixture f;
        f.open();
        QCOMPARE(f.cell("aliases", 0, pages::AliasModel::Name), u"broken"_s);
        QCOMPARE(f.cell("aliases", 1, pages::AliasModel::Name), u"chat-default"_s);
        QTRY_VERIFY(f.cell("aliases", 0, pages::AliasModel::State).contains(u'3')); // fallback, route, price
        QCOMPARE(f.cell("aliases", 1, pages::AliasModel::State), u"sound"_s);
        QCOMPARE(f.cell("aliases", 1, pages::AliasModel::Calls), u"—"_s); // no usage: unknown, not 0
        QTRY_VERIFY(f.visibleText().contains(u"gone"_s)); // the first one is shown
        f.grab("broken");
    }

    void oneAliasShowsItsRoutesAndWhoFallsBackOnIt()
    {
        Fixture f;
        f.open();
        f.page->setFilter(u"chat-default"_s);
        QTRY_COMPARE(f.table("aliasRoutes")->model()->rowCount(), 2);
        QCOMPARE(f.cell("aliasRoutes", 0, pages::AliasRoutesModel::Model), u"mini-of-the-test"_s);
        QVERIFY(f.cell("aliasRoutes", 0, pages::AliasRoutesModel::Share).startsWith(u"60"_s));
        QVERIFY(f.visibleText().contains(u"Routes of chat-default"_s));
        f.grab("routes");
        f.page->setFilter(u"fast"_s);
        QTRY_VERIFY(f.visibleText().contains(u"Routes of fast"_s));
        QTRY_VERIFY(f.visibleText().contains(u"chat-default"_s)); // it falls back on this one
        QTest::mouseClick(f.find<QPushButton>("aliasRequests"), Qt::LeftButton);
        QCOMPARE(f.navigation.opened, QStringList{u"requests alias = \"fast\""_s});
    }

    void whatWasProvenStandsBesideWhatIsDeclared()
    {
        Fixture f;
        const QDateTime &now = f.fake.time.at;
        f.fake.opened->catalogs.runs = {{u"2"_s, now.addDays(-1), u"T01"_s, u"chat-default"_s, Outcome::Passed},
            {u"1"_s, now.addDays(-2), u"T03"_s, u"fast"_s, Outcome::Failed}};
        f.open();
        const auto proven = [&f](int row) { return f.cell("aliases", row, pages::AliasModel::Proven); };
        QTRY_COMPARE(proven(0), u"not proven"_s);
        QTRY_COMPARE(proven(1), u"passed %1"_s.arg(now.addDays(-1).date().toString(Qt::ISODate)));
        QCOMPARE(proven(2), u"failed %1"_s.arg(now.addDays(-2).date().toString(Qt::ISODate)));
        const auto status = f.table("aliases")->model()->index(2, pages::AliasModel::Proven).data(kit::cell::State);
        QCOMPARE(kit::Status(status.toInt()), kit::Status::Bad);
        f.page->setFilter(u"chat-default"_s);
        QTRY_VERIFY(f.visibleText().contains(u"chat: passed"_s));
        f.grab("proven");
    }

    void whatAnAliasCostIsShownWithItsSource()
    {
        Fixture f;
        f.open();
        f.fake.time.at = f.fake.time.at.addDays(3);
        f.fake.opened->admin.offered.first().price.inputNanos = 900'000'000;
        f.page->refresh();
        f.page->setFilter(u"chat-default"_s);
        QTRY_COMPARE(f.table("aliasPrices")->model()->rowCount(), 2);
        QCOMPARE(f.cell("aliasPrices", 0, 3), u"0.90"_s);
        QCOMPARE(f.cell("aliasPrices", 0, 1), u"now"_s);
        QCOMPARE(f.cell("aliasPrices", 1, 3), u"0.15"_s);
        QVERIFY(f.cell("aliasPrices", 0, 5).startsWith(u"told by the gateway"_s));
        f.page->setFilter(u"broken"_s);
        QTRY_VERIFY(f.visibleText().contains(u"No kept catalog tells a price of it"_s));
    }

    void theSearchLooksAtModelsToo()
    {
        Fixture f;
        f.open();
        f.page->find();
        QTest::keyClicks(f.find<QLineEdit>("searchAliases"), u"sonnet"_s);
        QTRY_COMPARE(f.table("aliases")->model()->rowCount(), 2);
        QVERIFY(f.page->back());
        QTRY_COMPARE(f.table("aliases")->model()->rowCount(), 3);
        QVERIFY(!f.page->back());
    }

    void aFindingLeadsToItsAlias()
    {
        Fixture f;
        f.open();
        f.choose(pages::AliasesPage::Checks);
        QTRY_VERIFY(f.table("findings")->isVisible());
        QCOMPARE(f.cell("findings", 0, 0), u"C02"_s);
        f.grab("checks");
        f.table("findings")->selectRow(0);
        QTest::keyClick(f.table("findings"), Qt::Key_Return);
        QTRY_VERIFY(f.table("aliases")->isVisible());
        QCOMPARE(f.table("aliases")->currentIndex().data().toString(), u"broken"_s);
    }

    void aSoundCatalogIsSaidToBeSound()
    {
        Fixture f;
        f.fake.opened->admin.offered = {chat(), fast()};
        f.open();
        f.choose(pages::AliasesPage::Checks);
        QTRY_VERIFY(f.visibleText().contains(u"Nothing is wrong with this catalog"_s));
        QVERIFY(!f.table("findings")->isVisible());
        f.grab("sound");
    }

    void theHistorySaysWhatIsDifferentToday()
    {
        Fixture f;
        f.open();
        f.fake.opened->admin.offered = {chat(), fast()};
        f.page->refresh();
        QTRY_COMPARE(f.catalog().state().snapshots.size(), 2);
        f.choose(pages::AliasesPage::History);
        QTRY_COMPARE(f.table("snapshots")->model()->rowCount(), 2);
        f.table("snapshots")->selectRow(1);
        QTRY_COMPARE(f.table("differences")->model()->rowCount(), 1);
        QCOMPARE(f.cell("differences", 0, 0), u"broken"_s);
        QCOMPARE(f.cell("differences", 0, 1), u"removed"_s);
        f.grab("history");
        f.table("snapshots")->selectRow(0);
        QTRY_VERIFY(f.visibleText().contains(u"as it was then"_s));
    }

    void aFailedReadingKeepsWhatWasSeen()
    {
        Fixture f;
        f.open();
        f.fake.opened->admin.hasAliases = false;
        f.page->refresh();
        QTRY_VERIFY(f.page->findChild<kit::Notice *>());
        QTRY_VERIFY(f.visibleText().contains(u"could not be read"_s));
        QCOMPARE(f.table("aliases")->model()->rowCount(), 3);
    }

    void aGatewayWithoutAliasesSaysSo()
    {
        Fixture f;
        f.fake.opened->admin.hasAliases = false;
        f.open();
        QTRY_VERIFY(f.visibleText().contains(u"tells no aliases"_s));
    }

    void anEmptyCatalogHasANextStep()
    {
        Fixture f;
        f.fake.opened->admin.offered.clear();
        f.open();
        QTRY_VERIFY(f.visibleText().contains(u"No aliases yet"_s));
    }

    void everythingFocusableHasAName()
    {
        Fixture f;
        f.open();
        for (const auto view : {pages::AliasesPage::Routes, pages::AliasesPage::Checks, pages::AliasesPage::History,
                 pages::AliasesPage::All}) {
            f.choose(view);
            QTest::qWait(30);
            for (QWidget *widget : f.page->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
            }
        }
    }

    void tenThousandAliasesAreListedAndSearched()
    {
        Fixture f;
        QList<Alias> many;
        for (int i = 0; i < 10'000; ++i) {
            Alias alias = fast();
            alias.name = u"alias-%1"_s.arg(i, 5, 10, QChar(u'0'));
            many << alias;
        }
        f.fake.opened->admin.offered = many;
        f.open();
        f.find<QLineEdit>("searchAliases")->setText(u"alias-0999"_s);
        QTRY_COMPARE(f.table("aliases")->model()->rowCount(), 10);
    }
};

QTEST_MAIN(AliasesPageTest)
#include "tst_aliases_page.moc"
