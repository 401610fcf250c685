// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/filter_header.h"
#include "kit/frozen_column.h"
#include "kit/segmented.h"
#include "kit/separated.h"
#include "kit/style.h"
#include "kit/table.h"
#include "kit/table_tools.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace kit;
using namespace Qt::StringLiterals;

static QStandardItemModel *rows(QObject *owner, int count)
{
    auto *made = new QStandardItemModel(0, 3, owner);
    made->setHorizontalHeaderLabels({u"Name"_s, u"Owner"_s, u"Used"_s});
    for (int i = 0; i < count; ++i)
        made->appendRow({new QStandardItem(u"key-%1"_s.arg(i)), new QStandardItem(i % 2 ? u"care"_s : u"search"_s),
            new QStandardItem(QString::number(i))});
    for (int i = 0; i < count * 3; ++i)
        made->item(i / 3, i % 3)->setEditable(false);
    return made;
}

class TestTable final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { apply(*qApp, {}); }

    void rowsAreCopiedAsTsv()
    {
        Table table(u"Keys"_s);
        auto *model = rows(&table, 3);
        model->item(1)->setText(u"a\tb"_s);
        table.setModel(model);
        table.selectRow(1);
        table.setColumnHidden(2, true);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Name\tOwner\na b\tcare\n"_s);
    }

    void copiedFormulasAreDisarmed()
    {
        Table table(u"Keys"_s);
        auto *model = rows(&table, 3);
        model->item(0)->setText(u"=HYPERLINK(1)"_s);
        model->item(1)->setText(u"@SUM(1)"_s);
        model->item(2)->setText(u"-12.5"_s); // a number is no formula
        table.setModel(model);
        table.setColumnHidden(1, true);
        QCOMPARE(asTsv(table), u"Name\tUsed\n'=HYPERLINK(1)\t0\n'@SUM(1)\t1\n-12.5\t2\n"_s);
        QCOMPARE(csvLine({u"+a,b"_s, u"say \"hi\""_s, u"x"_s}), u"\"'+a,b\",\"say \"\"hi\"\"\",x\r\n"_s);
    }

    void columnsGoByChoiceAndStayGone()
    {
        Table table(u"Keys"_s);
        table.setModel(rows(&table, 2));
        table.setWidths({0, 90, 90});
        table.setYielding({2});
        table.show();
        table.setColumnWanted(2, false);
        table.resize(900, 200);
        QCoreApplication::processEvents();
        QVERIFY(table.isColumnHidden(2));
        table.setColumnWanted(2, true);
        QTRY_VERIFY(!table.isColumnHidden(2)); // once the window has its width
    }

    void filterLineNarrowsTheRows()
    {
        Table table(u"Keys"_s);
        auto *filter = new ColumnFilter(&table);
        filter->setSourceModel(rows(&table, 6));
        table.setModel(filter);
        auto *header = FilterHeader::onto(&table, {0, 1});
        table.resize(500, 300);
        table.show();
        QVERIFY(header->field(1)->isVisible());
        QCOMPARE(header->field(1)->accessibleName(), u"Filter Owner"_s);
        QTest::keyClicks(header->field(1), u"CARE"_s);
        QCOMPARE(filter->rowCount(), 3);
        QTest::keyClick(header->field(1), Qt::Key_Escape);
        QCOMPARE(filter->rowCount(), 6);
        header->field(0)->setText(u"key-4"_s);
        header->setShown(false); // no hidden filter
        QCOMPARE(filter->rowCount(), 6);
    }

    void firstColumnStaysWhileOthersScroll()
    {
        Table table(u"Matrix"_s);
        table.setModel(rows(&table, 20));
        table.freezeFirst();
        table.resize(320, 200);
        table.show();
        for (int column = 0; column < 3; ++column)
            table.setColumnWidth(column, 100 + 200 * (column > 0));
        auto *frozen = table.findChild<FrozenColumn *>();
        QVERIFY(frozen && !frozen->isVisible());
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 200);
        table.horizontalScrollBar()->setValue(200);
        QVERIFY(frozen->isVisible());
        QCOMPARE(frozen->width(), table.columnWidth(0));
        table.verticalScrollBar()->setValue(60);
        QCOMPARE(frozen->verticalScrollBar()->value(), 60);
        QCOMPARE(frozen->selectionModel(), table.selectionModel());
        QVERIFY(
            frozen->visualRect(table.model()->index(3, 0)).top() == table.visualRect(table.model()->index(3, 1)).top());
    }

    void rowActionsByKeyboard()
    {
        Table table(u"Keys"_s);
        table.setModel(rows(&table, 3));
        QAction disable(u"Disable"_s);
        disable.setShortcut(Qt::Key_Delete);
        disable.setShortcutContext(Qt::WidgetShortcut);
        table.addAction(&disable);
        QSignalSpy done(&disable, &QAction::triggered);
        QSignalSpy opened(&table, &Table::activated);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.clearFocus();
        table.setFocus();
        QVERIFY(table.currentIndex().isValid()); // keys have a row to start from
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Return);
        QTest::keyClick(&table, Qt::Key_Delete);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(done.size(), 1);
    }

    void wholeRowShowsTheFocus()
    {
        Table table(u"Keys"_s);
        table.setModel(rows(&table, 3));
        table.setWidths({0, 90, 90});
        table.resize(400, 160);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.clearFocus();
        table.setFocus();
        const QImage picture = table.viewport()->grab().toImage();
        const QRect row = table.visualRect(table.model()->index(0, 0));
        int ring = 0;
        for (int x = 0; x < picture.width(); ++x)
            ring += picture.pixelColor(x, row.top() + 2) == tokensOf(&table).focus;
        QVERIFY2(ring > picture.width() * 9 / 10, qPrintable(QString::number(ring)));
    }

    void segmentsMoveByArrows()
    {
        Segmented views(u"Group by"_s, {u"Model"_s, u"Key"_s, u"Owner"_s});
        views.show();
        views.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&views));
        QSignalSpy chosen(&views, &Segmented::chosen);
        const auto parts = views.findChildren<QToolButton *>();
        parts.first()->setFocus();
        QTest::keyClick(parts.at(0), Qt::Key_Right);
        QCOMPARE(views.current(), 1);
        QTest::keyClick(parts.at(1), Qt::Key_Right);
        QCOMPARE(views.current(), 2);
        QTest::keyClick(parts.at(2), Qt::Key_Left);
        QCOMPARE(views.current(), 1);
        QCOMPARE(chosen.size(), 3);
    }
};

QTEST_MAIN(TestTable)
#include "tst_table.moc"
