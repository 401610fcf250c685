// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "kit/segmented.h"
#include "store/temp_store.h"
#include <QAccessible>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

// The review over the keys page, kept in a real store.
struct World
{
    TempStore held;
    KeysWorld w;
    QTableView *table = nullptr;

    World()
    {
        w.sources.reviews = std::make_unique<keys::ReviewService>(*held, u"p"_s, u"ops"_s, w.clock);
        w.place.stage = [this](const QList<changes::Edit> &edits) { staged << edits; };
        w.openLoaded();
        press("openReview");
        table = w.find<QTableView>("reviewTable");
        if (!QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }))
            qFatal("no review");
    }
    QList<changes::Edit> staged;

    void press(const char *name) { QTest::mouseClick(w.find<QPushButton>(name), Qt::LeftButton); }
    bool says(const QString &text) const { return w.shown().contains(text); }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    void choose(int row)
    {
        table->selectionModel()->setCurrentIndex(
            table->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    void decide(int row, int decision)
    {
        choose(row);
        QTest::mouseClick(
            w.find<kit::Segmented>("reviewDecision")->findChildren<QToolButton *>().at(decision), Qt::LeftButton);
    }
    QString group(int at) const
    {
        return w.find<kit::Segmented>("reviewGroups")->findChildren<QToolButton *>().at(at)->text();
    }
    void show(int group)
    {
        QTest::mouseClick(
            w.find<kit::Segmented>("reviewGroups")->findChildren<QToolButton *>().at(group), Qt::LeftButton);
    }
    void grab(const char *name)
    {
        QCoreApplication::processEvents(); // laid out
        if (const QString folder = qEnvironmentVariable("GW_GRAB"); !folder.isEmpty())
            w.window.grab().save(QDir(folder).filePath(u"review-%1.png"_s.arg(QLatin1String(name))));
    }
};

} // namespace

class KeyReviewPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyKeyIsListedWithItsRisks()
    {
        World world;
        QCOMPARE(world.table->model()->rowCount(), 12);
        QCOMPARE(world.group(0), u"All 12"_s);
        QVERIFY(world.says(u"not kept"_s));
        world.show(1);
        QVERIFY(world.table->model()->rowCount() < 12);
        for (int row = 0; row < world.table->model()->rowCount(); ++row)
            QVERIFY(world.cell(row, 5) != u"none"_s);
        world.grab("risks");
    }

    void whatIsNotKeptCannotBeDecided()
    {
        World world;
        QVERIFY(!world.w.find<kit::Segmented>("reviewDecision")->isEnabled());
        QVERIFY(world.says(u"Keep the review to decide about its keys."_s));
        world.press("reviewPrimary");
        QTRY_VERIFY(world.w.find<kit::Segmented>("reviewDecision")->isEnabled());
        QTRY_VERIFY(world.says(u"taken"_s));
        QVERIFY(!world.w.find<QPushButton>("reviewPrimary")->isEnabled()); // twelve are undecided
    }

    void aDecisionAndItsNoteAreKept()
    {
        World world;
        world.press("reviewPrimary");
        QTRY_VERIFY(world.w.find<kit::Segmented>("reviewDecision")->isEnabled());
        world.decide(0, 1);
        QTRY_COMPARE(world.cell(0, 6), u"keep"_s);
        auto *note = world.w.find<QLineEdit>("reviewNote");
        QTest::keyClicks(note, u"still needed"_s);
        QTest::keyClick(note, Qt::Key_Return);
        const keys::Reviews reviews(*world.held, u"p"_s);
        const auto first = [&reviews] { return finished(reviews.review(1)).value().rows.at(0); };
        QTRY_COMPARE(first().note, u"still needed"_s);
        QCOMPARE(first().decision, keys::Decision::Keep);
        world.choose(1);
        QCOMPARE(note->text(), QString());
        world.choose(0);
        QCOMPARE(note->text(), u"still needed"_s);
        QCOMPARE(world.group(2), u"Undecided 11"_s);
        world.grab("decided");
    }

    void whatIsToGoIsStagedAndNotWritten()
    {
        World world;
        world.press("reviewPrimary");
        QTRY_VERIFY(world.w.find<kit::Segmented>("reviewDecision")->isEnabled());
        QVERIFY(!world.w.find<QPushButton>("reviewStage")->isVisible());
        world.decide(0, 3);
        QTRY_COMPARE(world.cell(0, 6), u"disable"_s);
        world.decide(1, 4);
        QTRY_COMPARE(world.cell(1, 6), u"delete"_s);
        QTRY_VERIFY(world.w.find<QPushButton>("reviewStage")->text().startsWith(u"Stage 2 "_s));
        world.press("reviewStage");
        QCOMPARE(world.staged.size(), 2);
        const auto first = std::get<changes::Change>(world.staged.at(0));
        QVERIFY(first.before->enabled && !first.after->enabled);
        QVERIFY(!std::get<changes::Change>(world.staged.at(1)).after);
        QCOMPARE(world.w.admin.writes, 0);
    }

    void aClosedReviewIsReadOnlyAndTheNextNamesWhatChanged()
    {
        World world;
        world.press("reviewPrimary");
        QTRY_VERIFY(world.w.find<kit::Segmented>("reviewDecision")->isEnabled());
        for (int row = 0; row < 12; ++row) {
            world.decide(row, 1);
            QTRY_COMPARE(world.cell(row, 6), u"keep"_s);
        }
        QTRY_VERIFY(world.w.find<QPushButton>("reviewPrimary")->isEnabled());
        world.press("reviewPrimary");
        QTRY_VERIFY(world.says(u"closed"_s));
        QVERIFY(!world.w.find<QPushButton>("reviewPrimary")->isVisible());
        QVERIFY(world.says(u"This review is closed."_s));
        world.grab("closed");
        world.press("reviewBack");
        world.w.admin.rows[0].passport.owner = u"somebody-else"_s;
        world.w.service.refresh();
        QTRY_COMPARE(world.w.service.state().keys.first().passport.owner, u"somebody-else"_s);
        world.press("openReview");
        QTRY_COMPARE(world.group(3), u"Changed 1"_s);
        world.show(3);
        QCOMPARE(world.table->model()->rowCount(), 1);
        QTRY_VERIFY(world.says(u"→ somebody-else"_s));
        auto *picker = world.w.find<QComboBox>("reviewPicker");
        QCOMPARE(picker->count(), 2);
        picker->setCurrentIndex(1);
        emit picker->activated(1);
        QTRY_VERIFY(world.says(u"This review is closed."_s) || world.table->model()->rowCount() == 0);
    }

    void escapeLeadsBackToTheKeys()
    {
        World world;
        QVERIFY(world.w.page->back());
        QVERIFY(world.w.table->isVisible());
        QVERIFY(!world.table->isVisible());
    }

    void everythingFocusableHasAName()
    {
        World world;
        for (const QWidget *each : world.w.window.findChildren<QWidget *>()) {
            if (!each->isVisible() || !(each->focusPolicy() & Qt::TabFocus))
                continue;
            const auto *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
            const bool named = face && !face->text(QAccessible::Name).isEmpty();
            QVERIFY2(named, qPrintable(QLatin1String(each->metaObject()->className()) + u' ' + each->objectName()));
        }
    }
};

QTEST_MAIN(KeyReviewPageTest)
#include "tst_key_review_page.moc"
