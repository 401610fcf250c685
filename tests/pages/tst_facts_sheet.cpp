// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/whole_workspace.h"
#include "kit/style.h"
#include "pages/connections/facts_sheet.h"
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using Kept = DataFacts::Kept;

namespace {

struct World
{
    FakeWorkspace fake;
    QWidget window;

    World()
    {
        fake.add(u"acme-staging"_s, u"litellm"_s);
        window.resize(1024, 640);
        window.show();
    }
    void open()
    {
        pages::openFactsSheet(fake, &window);
        QTRY_VERIFY(find<QLineEdit>("factsRegion") && find<QLineEdit>("factsRegion")->isEnabled());
    }
    template<typename T>
    T *find(const char *name)
    {
        T *found = nullptr;
        for (T *each : window.findChildren<T *>(QLatin1String(name)))
            if (each->isVisible())
                found = each;
        return found;
    }
    QPushButton *save() { return find<QPushButton>("keepFacts"); }
    QString said() { return find<QLabel>("factsUnknown")->text(); }
    DataFacts kept()
    {
        workspace::FactsBook book(fake.store(), u"id-acme-staging"_s, fake.clock());
        return finished(book.read()).value();
    }
};

} // namespace

// What becomes of prompts and answers on the way through a connection.
class FactsSheetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        kit::apply(*qApp, {kit::Scheme::Light, true});
    }

    void whatIsNotKnownIsSaid()
    {
        World w;
        w.open();
        QVERIFY2(w.said().contains(u"whether the gateway keeps them; whether the provider keeps them"_s),
            qPrintable(w.said()));
        QVERIFY(!w.save()->isEnabled()); // nothing is said yet
        w.find<QComboBox>("factsGateway")->setCurrentIndex(2);
        QVERIFY2(w.said().contains(u"for how long"_s), qPrintable(w.said()));
    }

    void whatIsToldIsKeptWithTheDayAndThePerson()
    {
        World w;
        w.open();
        w.find<QComboBox>("factsGateway")->setCurrentIndex(2);
        w.find<QComboBox>("factsProvider")->setCurrentIndex(1);
        w.find<QLineEdit>("factsDays")->setText(u"30"_s);
        w.find<QLineEdit>("factsRegion")->setText(u"eu-west-1"_s);
        w.find<QLineEdit>("factsReaders")->setText(u"platform team"_s);
        QTRY_VERIFY(w.save()->isEnabled());
        w.save()->click();
        QTRY_VERIFY(!w.save());
        const DataFacts facts = w.kept();
        QCOMPARE(facts.byGateway, Kept::Yes);
        QCOMPARE(facts.byProvider, Kept::No);
        QCOMPARE(facts.days, std::optional(30));
        QCOMPARE(facts.asOf, std::optional(w.fake.clock().now().date()));
        QVERIFY(!facts.by.isEmpty());
        QVERIFY(workspace::unknownOf(facts).isEmpty());
        w.open();
        QTRY_COMPARE(w.find<QLineEdit>("factsRegion")->text(), u"eu-west-1"_s);
        QTRY_VERIFY2(w.said().startsWith(u"Looked up on"_s), qPrintable(w.said()));
    }

    void daysThatAreNoNumberAreRefused()
    {
        World w;
        w.open();
        w.find<QLineEdit>("factsRegion")->setText(u"eu"_s);
        QTRY_VERIFY(w.save()->isEnabled());
        w.find<QLineEdit>("factsDays")->setText(u"a month"_s);
        QVERIFY(!w.save()->isEnabled());
        w.find<QLineEdit>("factsDays")->setText(u"-1"_s);
        QVERIFY(!w.save()->isEnabled());
    }

    void aStoreThatCannotBeReadIsTold()
    {
        World w;
        QVERIFY(finished(w.fake.store().write([](sql::Database &db) { return db.exec("DROP TABLE data_facts"); })));
        pages::openFactsSheet(w.fake, &w.window);
        QTRY_VERIFY(!w.said().contains(u"Still unknown"_s));
        QVERIFY(!w.save()->isEnabled());
    }
};

QTEST_MAIN(FactsSheetTest)
#include "tst_facts_sheet.moc"
