// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes_world.h"
#include "workspace/plan_file.h"
#include "workspace/store_ports.h"
#include <QFile>
#include <QFileDialog>

using namespace Qt::StringLiterals;
using changes::Change;

namespace {

Alias aliasOf(int weight)
{
    Route route;
    route.upstream = u"openai"_s;
    route.model = u"gpt-5-mini"_s;
    route.weight = weight;
    Alias alias;
    alias.name = u"fast"_s;
    alias.routes = {route};
    return alias;
}

// A page with something written before: a done change, a refused one, one whose end nobody saw, and an alias.
struct Journaled : ChangesWorld
{
    Journaled()
    {
        workspace::StoredJournal journal(fake.store(), fake.now.current, fake.clock());
        note(journal, off(0), {u"leaked"_s, 7}, {}, true);
        note(journal, dearer(1), {u"OPS-9"_s, 0}, Failure{FailureKind::Rejected, u"no right"_s, 403}, true);
        note(journal, changes::AliasChange{aliasOf(80), aliasOf(60)}, {u"canary"_s, 0}, {}, true);
        note(journal, gone(2), {}, {}, false);
    }
    static void note(workspace::StoredJournal &journal, const changes::Edit &edit, const changes::Why &why,
        const std::optional<Failure> &failure, bool closes)
    {
        const auto id = finished(journal.open(edit, why));
        QVERIFY(id.has_value());
        if (closes)
            QVERIFY(finished(journal.close(*id, edit, failure)).has_value());
    }
    void openJournal()
    {
        open();
        page->choose(pages::ChangesPage::Journal);
        QTRY_COMPARE(table("journal")->model()->rowCount(), 4);
        QTRY_VERIFY(table("journal")->isVisible());
    }
    QStringList line(int row) const
    {
        QStringList cells;
        for (int column = 2; column < 7; ++column)
            cells << table("journal")->model()->index(row, column).data().toString();
        return cells;
    }
};

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ChangesJournalTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        kit::apply(*qApp, {qEnvironmentVariableIsSet("GW_DARK") ? kit::Scheme::Dark : kit::Scheme::Light, true});
    }

    void everyWriteHasALineTheNewestFirst()
    {
        Journaled f;
        f.openJournal();
        QCOMPARE(f.line(0), (QStringList{u"Key three"_s, u"delete"_s, u"—"_s, u"—"_s, u"not known"_s}));
        QCOMPARE(
            f.line(1).mid(0, 1) + f.line(1).mid(2), (QStringList{u"Alias fast"_s, u"canary"_s, u"—"_s, u"done"_s}));
        QCOMPARE(f.line(2).last(), u"not done"_s);
        QCOMPARE(f.line(3).mid(2), (QStringList{u"leaked"_s, u"#7"_s, u"done"_s}));
        QVERIFY(f.visibleText().contains(u"ended before the gateway's answer"_s));
        f.grab("journal");
    }

    void aSecretShownAgainHasALineOfItsOwn()
    {
        Journaled f;
        changes::Change shown = f.off(0);
        shown.after = shown.before;
        shown.reveals = true;
        workspace::StoredJournal journal(f.fake.store(), f.fake.now.current, f.fake.clock());
        Journaled::note(journal, shown, {u"lost"_s, 0}, {}, true);
        f.open();
        f.page->choose(pages::ChangesPage::Journal);
        QTRY_COMPARE(f.table("journal")->model()->rowCount(), 5);
        QCOMPARE(f.line(0), (QStringList{u"Key one"_s, u"secret shown again"_s, u"lost"_s, u"—"_s, u"done"_s}));
    }

    void itIsSearchedByEveryWord()
    {
        Journaled f;
        f.openJournal();
        auto *search = f.find<QLineEdit>("searchJournal");
        search->setText(u"KEY leaked"_s);
        QCOMPARE(f.table("journal")->model()->rowCount(), 1);
        search->setText(u"not done"_s);
        QCOMPARE(f.table("journal")->model()->rowCount(), 1);
        search->setText(u"nothing like it"_s);
        QCOMPARE(f.table("journal")->model()->rowCount(), 0);
        QVERIFY(!f.find<QToolButton>("exportJournal")->isEnabled());
    }

    void aLineOpensItsChangeSet()
    {
        Journaled f;
        const qint64 set = f.stage({f.off(0)}, u"first"_s);
        workspace::StoredJournal journal(f.fake.store(), f.fake.now.current, f.fake.clock());
        Journaled::note(journal, f.off(0), {{}, set}, {}, true);
        f.open();
        f.page->choose(pages::ChangesPage::Journal);
        QTRY_COMPARE(f.table("journal")->model()->rowCount(), 5);
        f.table("journal")->selectRow(0);
        QTest::keyClick(f.table("journal"), Qt::Key_Return);
        QTRY_VERIFY(f.table("steps")->isVisible());
        QVERIFY(f.visibleText().contains(u"first"_s));
    }

    void whatIsAppliedMeanwhileComesIntoIt()
    {
        ChangesWorld f;
        f.open();
        f.page->choose(pages::ChangesPage::Journal);
        QTRY_VERIFY(f.visibleText().contains(u"Nothing was written yet"_s));
        f.grab("journal-empty");
        workspace::StoredJournal journal(f.fake.store(), f.fake.now.current, f.fake.clock());
        Journaled::note(journal, f.off(0), {}, {}, true);
        f.service().refresh();
        QTRY_COMPARE(f.table("journal")->model()->rowCount(), 1);
    }

    void itIsWrittenToAFileWithTimesInUtc()
    {
        Journaled f;
        f.openJournal();
        f.find<QToolButton>("exportJournal")->click();
        auto *dialog = f.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.csv"_s);
        emit dialog->fileSelected(path);
        const QByteArray text = contentsOf(path);
        QVERIFY(text.startsWith("at_utc,by,object"));
        QCOMPARE(text.count('\n'), 5);
        QVERIFY(text.contains("not done: "));
        QVERIFY(f.navigation.toasts.last().contains(path));
    }

    void thePlanIsTheKeysAsTheSetLeavesThem()
    {
        ChangesWorld f;
        f.stage({f.off(0), f.gone(2)});
        f.openWith(2);
        QVERIFY(!f.find<QPushButton>("exportPlan")->isEnabled());
        f.page->refresh();
        QTRY_VERIFY(f.find<QPushButton>("exportPlan")->isEnabled());
        f.press("exportPlan");
        auto *dialog = f.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.yaml"_s);
        emit dialog->fileSelected(path);
        const auto plan = workspace::readPlan(contentsOf(path));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->keys.keys(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(plan->keys.value(u"one"_s).value(u"enabled"_s), QJsonValue(false));
        QCOMPARE(plan->keys.value(u"two"_s).value(u"enabled"_s), QJsonValue(true));
        QVERIFY(f.navigation.toasts.last().contains(path));
        QCOMPARE(f.admin().writes, 0);
    }
};

QTEST_MAIN(ChangesJournalTest)
#include "tst_changes_journal.moc"
