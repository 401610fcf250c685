// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/chart.h"
#include "kit/chips.h"
#include "kit/command_palette.h"
#include "kit/controls.h"
#include "kit/diff_view.h"
#include "kit/environment_strip.h"
#include "kit/figure.h"
#include "kit/form_row.h"
#include "kit/heat_map.h"
#include "kit/legend.h"
#include "kit/mark_widgets.h"
#include "kit/nav_list.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "kit/segmented.h"
#include "kit/step_list.h"
#include "kit/stream_view.h"
#include "kit/switch.h"
#include "kit/table.h"
#include "kit/toast.h"
#include "kit/waterfall.h"
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace kit;
using namespace Qt::StringLiterals;

// One of each, in a column.
struct Fixture
{
    QWidget window;

    Fixture()
    {
        auto *column = new QVBoxLayout(&window);
        const QList<QWidget *> all{new Card(u"Card"_s), new StackChart(u"Chart"_s), new Chip(u"chip"_s),
            new DiffView(u"Difference"_s), new EnvironmentStrip(Environment::Production, u"PRODUCTION"_s, u"locked"_s),
            new HeatMap(u"Hours"_s), new Legend(u"Legend"_s), new Spark({1, 2, 3}, u"rising"_s),
            new NavList(u"Pages"_s), new PageHeader(u"Page"_s), new Pill(Status::Ok, u"passed"_s),
            new Segmented(u"Group by"_s, {u"Model"_s, u"Key"_s}), new StepList(u"Steps"_s), new StreamView(u"Answer"_s),
            new Switch(u"Switch"_s), new Table(u"Table"_s), new Waterfall(u"Time"_s),
            new FormRow(u"Name"_s, new QLineEdit), button(u"Apply"_s), iconButton(Glyph::Refresh, u"Refresh"_s),
            new Notice(Status::Info, u"Notice"_s, u"detail"_s)};
        for (QWidget *widget : all)
            column->addWidget(widget);
        window.resize(900, 1400);
        window.show();
    }
};

class TestWidgets final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { apply(*qApp, {}); }

    void aNoticeIsAsTallAsItsWords_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("behind");
        for (const int width : {240, 500, 700, 900, 1134, 1600})
            for (const bool behind : {false, true})
                QTest::addRow("%d px, %s", width, behind ? "behind another page" : "on the page seen")
                    << width << behind;
    }

    // Also when it came while another page was to the front.
    void aNoticeIsAsTallAsItsWords()
    {
        QFETCH(int, width);
        QFETCH(bool, behind);
        QStackedWidget pages;
        auto *page = new QWidget;
        auto *notices = new QVBoxLayout;
        auto *rest = new Table(u"Rest"_s);
        auto *column = new QVBoxLayout(page);
        column->addLayout(notices);
        column->addWidget(rest, 1);
        pages.addWidget(page);
        pages.addWidget(new QWidget);
        pages.setCurrentIndex(behind ? 1 : 0);
        pages.resize(behind ? 640 : width, 600);
        pages.show();
        QCoreApplication::processEvents();
        auto *notice =
            new Notice(Status::Bad, u"The gateway could not be asked"_s, u"It does not answer. "_s.repeated(12));
        notices->addWidget(notice);
        QCoreApplication::processEvents();
        pages.resize(width, 600);
        QCoreApplication::processEvents();
        pages.setCurrentIndex(0);
        QCoreApplication::processEvents();
        const auto labels = notice->findChildren<QLabel *>();
        QCOMPARE(labels.size(), 2);
        for (const QLabel *label : labels) {
            const QByteArray what = label->text().left(20).toUtf8();
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), what.constData());
            QVERIFY2(notice->rect().contains(label->geometry()), what.constData());
        }
        QTRY_VERIFY(notice->geometry().bottom() < rest->geometry().top()); // a display resizes when it comes to it
    }

    void aNoticeThatWasHiddenFirstShowsAllItsWords()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *notice =
            new Notice(Status::Info, u"The key is shown once"_s, u"Right after it is created. It stays for 30 s."_s);
        notice->hide();
        column->addWidget(new Table(u"Rest"_s), 1);
        column->addWidget(notice);
        page.resize(420, 600);
        page.show();
        QCoreApplication::processEvents();
        notice->show();
        QCoreApplication::processEvents();
        for (const QLabel *label : notice->findChildren<QLabel *>()) {
            const QByteArray what = label->text().left(20).toUtf8();
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), what.constData());
            QVERIFY2(notice->rect().contains(label->geometry()), what.constData());
        }
    }

    void everyFocusableWidgetHasAName()
    {
        Fixture f;
        for (QWidget *widget : f.window.findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || qobject_cast<QScrollBar *>(widget)
                || widget->focusProxy())
                continue;
            QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(reader && !reader->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void marksAreDescribedInWords()
    {
        Spark spark({1, 2}, u"rising"_s);
        Waterfall fall(u"Time"_s);
        fall.setData({{u"Wait"_s, 0, 500}}, {500, 600});
        QCOMPARE(spark.accessibleDescription(), u"rising"_s);
        QVERIFY(fall.accessibleDescription().contains(u"Wait"_s));
        fall.setData({{u"Send"_s, 0, 0.6}, {u"Wait"_s, 0.6, 9.58}, {u"Answer"_s, 9.58, 21.9}}, {});
        QCOMPARE(fall.accessibleDescription().replace(QChar(0x202f), u' '), u"Send 0.6 ms, Wait 9 ms, Answer 12 ms"_s);
    }

    void everyPalettePaintsEverything()
    {
        Fixture f;
        for (const Scheme scheme : {Scheme::Dark, Scheme::HighContrast, Scheme::Light}) {
            apply(*qApp, {scheme});
            QCOMPARE(tokensOf(&f.window).scheme, scheme);
            QVERIFY(!f.window.grab().isNull());
        }
    }

    void refusalNamesTheFieldAndItsReason()
    {
        auto *field = new QLineEdit;
        FormRow row(u"Name"_s, field);
        row.refuse(u"taken"_s);
        QCOMPARE(field->accessibleName(), u"Name"_s);
        QCOMPARE(field->accessibleDescription(), u"taken"_s);
        row.accept();
        QVERIFY(field->accessibleDescription().isEmpty());
    }

    void chipsGoByKeyboard()
    {
        ChipField field(u"Scope"_s);
        field.setValues({u"a"_s, u"b"_s});
        field.show();
        QSignalSpy changed(&field, &ChipField::changed);
        QTest::keyClick(field.findChildren<Chip *>().constFirst(), Qt::Key_Delete);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(field.values(), QStringList{u"b"_s});
    }

    void heatMapWalksByArrows()
    {
        HeatMap map(u"Hours"_s);
        map.setData({{u"Mon"_s, u"Tue"_s}, {u"0"_s, u"1"_s}, {{1, 2}, {3, 4}}, {}});
        QTest::keyClick(&map, Qt::Key_Down);
        QTest::keyClick(&map, Qt::Key_Right);
        QVERIFY(map.accessibleDescription().contains(u"Tue"_s));
        QVERIFY(map.accessibleDescription().contains(u"4"_s));
    }

    void paletteFindsAndChooses()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        CommandPalette palette(u"Type a command"_s, &window);
        palette.open({{u"a"_s, Glyph::Keys, u"Create key"_s, {}, {}}, {u"b"_s, Glyph::Lock, u"Disable key"_s, {}, {}}});
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        QTest::keyClicks(palette.field(), u"disable"_s);
        QTest::keyClick(palette.field(), Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), u"b"_s);
        QVERIFY(palette.isHidden());
    }

    void theCommandThatIsCalledSoComesFirst()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        CommandPalette palette(u"Type a command"_s, &window);
        palette.open({{u"create"_s, Glyph::Keys, u"Create key…"_s, u"Keys"_s, {}},
            {u"scopes"_s, Glyph::Keys, u"Keys and scopes"_s, {}, {}}, {u"keys"_s, Glyph::Keys, u"Keys"_s, {}, {}}});
        const auto *list = palette.findChild<QListView *>();
        const auto titles = [list] {
            QStringList all;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                all << list->model()->index(row, 0).data().toString();
            return all;
        };
        QCOMPARE(titles().first(), u"Create key…"_s); // nothing typed: as they came
        QTest::keyClicks(palette.field(), u"keys"_s);
        QCOMPARE(titles(), (QStringList{u"Keys"_s, u"Keys and scopes"_s, u"Create key…"_s}));
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        QTest::keyClick(palette.field(), Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), u"keys"_s);
    }

    void columnsYieldBeforeTheNameIsLost()
    {
        Table table(u"Keys"_s);
        auto *model = new QStandardItemModel(1, 3, &table);
        table.setModel(model);
        table.setWidths({0, 150, 150});
        table.setYielding({2});
        table.resize(350, 200);
        table.show();
        QVERIFY(table.isColumnHidden(2));
        table.resize(700, 200);
        QTRY_VERIFY(!table.isColumnHidden(2));
    }

    void streamTextArrivesInOneFlush()
    {
        StreamView view(u"Answer"_s);
        view.append(u"a"_s);
        view.append(u"b"_s);
        QVERIFY(view.toPlainText().isEmpty());
        QTRY_COMPARE(view.toPlainText(), u"ab"_s);
    }

    void undoOfAToast()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        auto *toast = new Toast(u"Key disabled"_s, u"Undo"_s, &window);
        QSignalSpy undone(toast, &Toast::undone);
        toast->findChild<QPushButton *>()->click();
        QCOMPARE(undone.size(), 1);
    }

    void undoOfAToastByKeyboard()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *toast = new Toast(u"Key disabled"_s, u"Undo"_s, &window);
        QSignalSpy undone(toast, &Toast::undone);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
    }

    void aToastWithoutUndoHasNoButtonForIt()
    {
        QWidget window;
        window.show();
        auto *toast = new Toast(u"Copied"_s, {}, &window);
        QVERIFY(!toast->findChild<QPushButton *>()->isVisible());
    }

    void aToastOfManyWordsStaysInItsWindow()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        auto *toast = new Toast(u"Key disabled "_s.repeated(20), u"Undo"_s, &window);
        QCoreApplication::processEvents();
        QVERIFY(window.rect().contains(toast->geometry()));
        QVERIFY(toast->findChild<QPushButton *>()->isVisible());
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
