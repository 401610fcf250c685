// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "kit/cells.h"
#include "pages/alias_world.h"
#include "pages/aliases/grid_model.h"
#include "workspace/stored_catalogs.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using pages::GridModel;

// The page with catalogs of several connections in the store; only the open one's gateway is there.
struct Everywhere : AliasWorld
{
    void keep(const QString &name, const QList<Alias> &catalog, const QDateTime &at)
    {
        workspace::StoredCatalogs archive(fake.store(), u"id-"_s + name);
        if (!finished(archive.keep(catalog, at)))
            qFatal("not kept");
    }
    static Alias chat(const QString &model = u"mini"_s)
    {
        Alias made = alias(u"chat"_s, {route(u"openai"_s, model)});
        made.families = QStringList{u"chat"_s};
        return made;
    }
    void three()
    {
        fake.add(u"live"_s, u"litellm"_s);
        fake.add(u"new-one"_s, u"newapi"_s);
        Alias dear = chat();
        dear.price.inputNanos = 900'000'000;
        keep(u"acme-staging"_s, {chat(), alias(u"fast"_s, {route(u"openai"_s, u"nano"_s)})}, fake.time.at);
        keep(u"live"_s, {dear}, fake.time.at.addDays(-3));
    }
    void openAll()
    {
        open();
        page->choose(pages::AliasesPage::All);
        QTRY_VERIFY(page->findChild<kit::Table *>(u"allAliases"_s)->isVisible());
    }
    QString at(int row, int connection) const
    {
        return cell("allAliases", row, GridModel::FirstConnection + connection);
    }
    QString head(int connection) const
    {
        return table("allAliases")
            ->model()
            ->headerData(GridModel::FirstConnection + connection, Qt::Horizontal)
            .toString();
    }
    kit::Status status(int row, int connection) const
    {
        const auto index = table("allAliases")->model()->index(row, GridModel::FirstConnection + connection);
        return kit::Status(index.data(kit::cell::State).toInt());
    }
};

// All connections in one grid: what stands behind a name there, what differs, and how old that is.
class AliasAllTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressForAliases(); }

    void aCellTellsWhatStandsThereAndADifferenceIsSaidInWords()
    {
        Everywhere w;
        w.three();
        w.openAll();
        QAbstractItemModelTester tester(w.table("allAliases")->model());
        QCOMPARE(w.cell("allAliases", 0, GridModel::Name), u"chat"_s);
        QCOMPARE(w.at(0, 0), u"other price: openai/mini, chat, 0.15 / 0.6"_s);
        QCOMPARE(w.at(0, 1), u"other price: openai/mini, chat, 0.9 / 0.6"_s);
        QCOMPARE(w.at(0, 2), u"never read"_s);
        QCOMPARE(w.at(1, 1), u"not there"_s);
        QCOMPARE(w.status(0, 1), kit::Status::Warn);
        QCOMPARE(w.status(0, 2), kit::Status::Unknown);
        QCOMPARE(w.status(1, 0), kit::Status::Ok);
        QCOMPARE(w.status(1, 1), kit::Status::Skipped);
        w.grab("everywhere");
    }

    void oldCatalogsSaySo()
    {
        Everywhere w;
        w.three();
        w.openAll();
        QVERIFY2(w.head(0).startsWith(u"acme-staging, as of"_s), qPrintable(w.head(0)));
        QCOMPARE(w.head(1), u"live, old: seen 3 d ago"_s);
        QCOMPARE(w.head(2), u"new-one, never read"_s);
    }

    void theChosenAliasIsShownSideBySideWithItsDifferences()
    {
        Everywhere w;
        w.three();
        w.openAll();
        QTRY_COMPARE(w.table("sideBySide")->model()->rowCount(), 3);
        QCOMPARE(w.cell("sideBySide", 1, 3), u"0.9 / 0.6"_s);
        QCOMPARE(w.cell("sideBySide", 1, 4), u"not proven"_s);
        QCOMPARE(w.table("notTheSame")->model()->rowCount(), 1);
        QCOMPARE(w.cell("notTheSame", 0, 0), u"live"_s);
        QCOMPARE(w.cell("notTheSame", 0, 1), u"price in"_s);
        QCOMPARE(w.cell("notTheSame", 0, 2), u"0.15"_s);
        QCOMPARE(w.cell("notTheSame", 0, 3), u"0.9"_s);
        QVERIFY(w.shown().contains(u"Not as at acme-staging"_s));
        w.table("allAliases")->selectRow(1);
        QCOMPARE(w.cell("notTheSame", 0, 1), u"not there"_s);
    }

    void searchAndOnlyDifferingNarrowTheRows()
    {
        Everywhere w;
        w.three();
        w.keep(u"live"_s, {Everywhere::chat(), AliasWorld::alias(u"same"_s, {})}, w.fake.time.at);
        w.keep(u"acme-staging"_s, {Everywhere::chat(), AliasWorld::alias(u"other"_s, {})}, w.fake.time.at);
        w.openAll();
        QTRY_COMPARE(w.table("allAliases")->model()->rowCount(), 3);
        w.find<QCheckBox>("onlyDiffering")->setChecked(true);
        QCOMPARE(w.table("allAliases")->model()->rowCount(), 2);
        const QString count = w.find<QLabel>("allCount")->text();
        QVERIFY2(count.startsWith(u"2 alias"_s) && count.contains(u"over 3 connection"_s), qPrintable(count));
        w.find<QCheckBox>("onlyDiffering")->setChecked(false);
        w.page->find();
        QVERIFY(w.find<QLineEdit>("searchAll")->hasFocus() || !w.page->isActiveWindow());
        w.type("searchAll", u"MINI"_s);
        QCOMPARE(w.table("allAliases")->model()->rowCount(), 1);
        QVERIFY(w.page->back());
        QCOMPARE(w.table("allAliases")->model()->rowCount(), 3);
        QVERIFY(!w.page->back());
        w.type("searchAll", u"nothing has this"_s);
        QCOMPARE(w.table("allAliases")->model()->rowCount(), 0);
        QVERIFY(!w.table("sideBySide")->isVisible());
    }

    void itStandsThereWhileThisGatewayTellsNothing()
    {
        Everywhere w;
        w.three();
        w.admin().hasAliases = false;
        w.page = std::make_unique<pages::AliasesPage>(w.fake, w.navigation);
        w.page->show();
        w.page->choose(pages::AliasesPage::All);
        QTRY_COMPARE(w.table("allAliases")->model()->rowCount(), 2);
        QVERIFY(w.table("allAliases")->isVisible());
    }

    void theCatalogIsWrittenAsAFileAndAFileIsComparedAndStaged()
    {
        AliasWorld w;
        w.open();
        w.page->choose(pages::AliasesPage::History);
        QTemporaryDir folder;
        const auto choose = [&w](const char *verb, const QString &path) {
            w.click(verb);
            QFileDialog *dialog = w.page->findChildren<QFileDialog *>().last();
            emit dialog->fileSelected(path);
            dialog->close();
        };
        const QString path = folder.filePath(u"catalog.json"_s);
        choose("exportCatalog", path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(aliases::readCatalog(file.readAll()).value().size(), 2);
        choose("comparePlan", path);
        QVERIFY2(w.navigation.toasts.last().startsWith(u"Nothing differs"_s), qPrintable(w.navigation.toasts.last()));
        const QString plan = folder.filePath(u"plan.yaml"_s);
        QFile yaml(plan);
        QVERIFY(yaml.open(QIODevice::WriteOnly));
        yaml.write(
            "version: 1\naliases:\n  - {name: fast, strategy: ordered}\n  - {name: new, routes: [{model: m}]}\n");
        yaml.close();
        choose("comparePlan", plan);
        QCOMPARE(w.staged(2).size(), 2);
        QCOMPARE(w.admin().writes, 0);
        choose("comparePlan", folder.filePath(u"nothing.yaml"_s));
        QVERIFY(w.navigation.toasts.last().contains(u"cannot be used"_s));
    }

    void oneConnectionHasNothingToCompareWith()
    {
        Everywhere w;
        w.keep(u"acme-staging"_s, {Everywhere::chat()}, w.fake.time.at);
        w.openAll();
        QVERIFY(w.find<QLabel>("allCount")->text().contains(u"the only connection"_s));
        QVERIFY(w.find<QLabel>("apartSaid")->text().contains(u"nothing to compare with"_s));
    }

    void withoutAnyCatalogItSaysHowOneComes()
    {
        Everywhere w;
        w.open();
        w.page->choose(pages::AliasesPage::All);
        QTRY_VERIFY(w.shown().contains(u"No catalog was read yet"_s));
    }
};

QTEST_MAIN(AliasAllTest)
#include "tst_alias_all.moc"
