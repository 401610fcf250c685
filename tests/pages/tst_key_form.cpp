// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "kit/chips.h"
#include "kit/list_picker.h"
#include "kit/toast.h"
#include "pages/clipboard_lease.h"
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class KeyFormTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void theReasonStandsBesideTheVerb()
    {
        Form f;
        QVERIFY(!f.create->isEnabled());
        QVERIFY(f.w.shown().contains(u"the name is missing"_s));
        QTest::keyClicks(f.name, u"checkout-prod"_s); // the focus is in the first field
        QVERIFY(f.w.shown().contains(u"Try checkout-prod-2."_s));
        QVERIFY(f.w.shown().contains(u"the name is taken"_s));
        QVERIFY(!f.create->isEnabled());
        QTest::keyClicks(f.name, u"-2"_s);
        QVERIFY(f.create->isEnabled());
    }

    void theEffectFollowsTheForm()
    {
        Form f;
        QCOMPARE(f.effect(0), (QStringList{u"chat-default"_s, u"allowed"_s, u"no list"_s}));
        f.addAlias(u"vision"_s);
        QCOMPARE(f.effect(0), (QStringList{u"vision"_s, u"allowed"_s, u"in the list"_s}));
        QCOMPARE(f.effect(1), (QStringList{u"chat-default"_s, u"refused"_s, u"not in the list"_s}));
        QVERIFY(f.w.shown().contains(u"Spends without a limit."_s));
        f.amount->setText(u"5"_s);
        QVERIFY(f.w.find<QLabel>("effectSpends")->text().contains(u"a month"_s));
        QVERIFY(f.w.find<QLabel>("effectLasts")->text().contains(u"16 Sep 2026"_s));
    }

    void manyAliasesAreChosenFromAList()
    {
        KeysWorld w;
        for (int i = 0; i < 20; ++i) {
            Alias alias;
            alias.name = u"alias-%1"_s.arg(i);
            w.admin.offered << alias;
        }
        w.openLoaded();
        w.page->perform(u"create"_s);
        QVERIFY(w.page->findChild<kit::ListPicker *>()->isVisible());
        QVERIFY(!w.page->findChild<kit::ChipField *>()->isVisible());
    }

    void withoutAListAliasesAreTyped()
    {
        Form f([](KeysWorld &w) { w.admin.offered.clear(); });
        QVERIFY(!f.w.page->findChild<kit::ChipField *>()->isVisible());
        f.name->setText(u"new"_s);
        for (QLineEdit *field : f.w.page->findChildren<QLineEdit *>())
            if (field->isVisible() && field->placeholderText().startsWith(u"names of aliases"_s))
                field->setText(u"one, two,"_s);
        f.create->click();
        QTRY_COMPARE(f.w.admin.rows.last().aliases, (QStringList{u"one"_s, u"two"_s}));
    }

    void whatIsAskedForIsWhatTheGatewayGets()
    {
        Form f;
        f.name->setText(u"new"_s);
        f.addAlias(u"fast"_s);
        f.amount->setText(u"1,200"_s);
        f.create->click();
        QTRY_VERIFY(f.w.service.state().writing.isEmpty());
        const Key made = f.w.admin.rows.last();
        QCOMPARE(made.name, u"new"_s);
        QCOMPARE(made.aliases, QStringList{u"fast"_s});
        QCOMPARE(made.budgets.first().nanos, 1'200'000'000'000);
        QCOMPARE(made.budgets.first().window, u"month"_s);
        QCOMPARE(made.passport.environment, u"staging"_s);
        QCOMPARE(made.expiresAt->toString(Qt::ISODate), u"2026-09-16T14:32:05Z"_s);
    }

    void aRefusalStaysInTheFormWithWhatWasTyped()
    {
        Form f;
        f.w.admin.refusesWrites = Failure{FailureKind::Rejected, u"HTTP 400: unknown alias"_s, 400};
        f.name->setText(u"new"_s);
        f.create->click();
        QVERIFY(!f.create->isEnabled()); // while it is under way
        QTRY_VERIFY(f.w.shown().contains(u"The key was not created"_s));
        QCOMPARE(f.name->text(), u"new"_s);
        QVERIFY(f.name->isVisible());
        QVERIFY(f.create->isEnabled());
    }

    void escapeKeepsWhatWasTypedAndCancelDoesNot()
    {
        Form f;
        f.name->setText(u"new"_s);
        QVERIFY(f.w.page->back());
        QVERIFY(!f.name->isVisible());
        f.w.page->perform(u"create"_s);
        QCOMPARE(f.name->text(), u"new"_s);
        f.w.find<QPushButton>("cancelKey")->click();
        f.w.page->perform(u"create"_s);
        QVERIFY(f.name->text().isEmpty());
    }

    void whatTheGatewayCannotHoldIsGreyWithTheReason()
    {
        Form f([](KeysWorld &w) { w.admin.can = {gateway::Feature::ListKeys, gateway::Feature::CreateKey}; });
        for (const auto &reason : {u"LiteLLM cannot limit a key to some aliases."_s, u"Keys of LiteLLM never expire."_s,
                 u"LiteLLM cannot limit the spend of a key."_s, u"LiteLLM has no room for who a key belongs to."_s})
            QVERIFY2(f.w.shown().contains(reason), qPrintable(reason));
        QVERIFY(!f.amount->isEnabled());
        f.name->setText(u"new"_s);
        f.create->click();
        QTRY_VERIFY(f.w.service.state().writing.isEmpty());
        QVERIFY(!f.w.admin.rows.last().expiresAt);
        QCOMPARE(f.w.admin.rows.last().passport, Passport());
    }

    void anEditFillsTheFormAndNothingIsChangedYet()
    {
        Edit e(u"checkout-prod"_s);
        QCOMPARE(e.name->text(), u"checkout-prod"_s);
        QCOMPARE(e.amount->text(), u"1200"_s);
        QVERIFY(!e.save->isEnabled());
        QCOMPARE(e.save->text(), u"Save changes"_s);
        QVERIFY(e.w.shown().contains(u"Nothing is changed yet."_s));
        QVERIFY(!e.w.shown().contains(u"The key is shown once"_s));
    }

    void aKeyMayHaveSeveralBudgets()
    {
        Form f;
        f.name->setText(u"new"_s);
        f.amount->setText(u"50"_s);
        QTest::mouseClick(f.w.find<QPushButton>("addBudget"), Qt::LeftButton);
        auto *second = f.w.find<QLineEdit>("keyBudget2");
        QVERIFY(second->hasFocus());
        second->setText(u"x"_s);
        QVERIFY(f.w.shown().contains(u"the budget is no amount"_s));
        second->setText(u"5"_s);
        QVERIFY(f.w.find<QLabel>("effectSpends")->text().contains(u"a month and "_s));
        f.create->click();
        QTRY_VERIFY(f.w.service.state().writing.isEmpty());
        QCOMPARE(f.w.admin.rows.last().budgets.value(0).window, u"month"_s);
        QCOMPARE(f.w.admin.rows.last().budgets.value(1), (Budget{5'000'000'000, u"day"_s, {}}));
    }

    void eachBudgetOfAKeyCanBeTakenAway()
    {
        Edit e(u"checkout-prod"_s);
        QTest::mouseClick(e.w.find<QPushButton>("addBudget"), Qt::LeftButton);
        e.w.find<QLineEdit>("keyBudget2")->setText(u"5"_s);
        QVERIFY(e.save->isEnabled());
        QTest::mouseClick(e.w.find<QToolButton>("removeBudget2"), Qt::LeftButton);
        QVERIFY(!e.w.find<QLineEdit>("keyBudget2"));
        QVERIFY(!e.save->isEnabled());
    }

    void anEditShowsBeforeAndAfterAndIsWrittenThroughChanges()
    {
        Edit e(u"checkout-prod"_s);
        e.amount->setText(u"1500.50"_s);
        const QString change = e.w.find<QWidget>("keyChange")
                                   ->accessibleDescription()
                                   .simplified()
                                   .replace(QChar(0x202f), u' ')
                                   .replace(QChar(0x2009), u' ');
        QVERIFY(
            change.contains(u"removed: 1,200.00 USD a month"_s) && change.contains(u"added: 1,500.50 USD a month"_s));
        QTest::mouseClick(e.save, Qt::LeftButton);
        QTRY_COMPARE(e.row().budgets.first().nanos, 1'500'500'000'000);
        QTRY_VERIFY(!e.name->isVisible());
        QCOMPARE(e.row().passport.ticket, u"OPS-2291"_s); // what was not touched stays
        QCOMPARE(e.w.journal.entries.size(), 1);
        QTRY_COMPARE(e.w.navigation.toasts.size(), 1);
        QVERIFY(e.w.navigation.toasts.first().text.contains(u"checkout-prod"_s));
        e.w.navigation.toasts.first().undo();
        QTRY_COMPARE(e.row().budgets.first().nanos, 1'200'000'000'000);
    }

    void anExpiredKeyCanBeGivenAnotherOwner()
    {
        Edit e(u"summer-intern"_s);
        for (QLineEdit *field : e.w.page->findChildren<QLineEdit *>())
            if (field->isVisible() && field->text() == u"mobile"_s)
                field->setText(u"apps"_s);
        QVERIFY(e.save->isEnabled());
        QTest::mouseClick(e.save, Qt::LeftButton);
        QTRY_COMPARE(e.row().passport.owner, u"apps"_s);
        QVERIFY(e.row().expiresAt.has_value());
    }

    void aRefusedEditStaysInTheForm()
    {
        Edit e(u"checkout-prod"_s);
        e.w.admin.refusesWrites = Failure{FailureKind::Rejected, u"HTTP 400: no such alias"_s, 400};
        e.name->setText(u"checkout"_s);
        QTest::mouseClick(e.save, Qt::LeftButton);
        QTRY_VERIFY(e.w.shown().contains(u"The key was not changed"_s));
        QCOMPARE(e.name->text(), u"checkout"_s);
        QVERIFY(e.save->isEnabled() && e.name->isVisible());
    }

    void afterAnEditTheFormForANewKeyIsEmpty()
    {
        Edit e(u"checkout-prod"_s);
        QVERIFY(e.w.page->back());
        e.w.page->perform(u"create"_s);
        QVERIFY(e.name->text().isEmpty());
        QCOMPARE(e.save->text(), u"Create key"_s);
    }

    void theSecretIsShownOnceAndDoneNeedsStored()
    {
        Form f;
        f.makeKey();
        auto *field = f.w.find<QLineEdit>("secretField");
        QCOMPARE(field->text(), u"sk-gw-EXAMPLE-of-a-new-key"_s);
        auto *done = f.w.find<QPushButton>("secretDone");
        QVERIFY(!done->isEnabled());
        QTest::keyClick(f.w.find<QWidget>("secretSheet"), Qt::Key_Escape);
        QVERIFY(f.w.shown().contains(u"cannot be shown again"_s));
        QVERIFY(field->isVisible());
        QTest::mouseClick(f.w.find<QCheckBox>("secretStored"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(done->isEnabled());
        done->click();
        QTRY_VERIFY(!f.w.find<QLineEdit>("secretField"));
        QVERIFY(!f.w.service.takeSecret());
        QCOMPARE(f.w.table->selectionModel()->selectedRows().first().data().toString(), u"new"_s);
    }

    void aCopyCanBeTakenBackBeforeItsTime()
    {
        Form f;
        f.makeKey();
        f.w.find<QPushButton>("copySecret")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-gw-EXAMPLE-of-a-new-key"_s);
        QVERIFY(f.w.find<QLabel>("clipboardLeft")->text().contains(u"The clipboard is emptied in"_s));
        f.w.find<QPushButton>("emptyClipboard")->click();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void theFirstSmokeTestIsOneStepAway()
    {
        Form f;
        f.makeKey();
        f.w.find<QCheckBox>("secretStored")->setChecked(true);
        f.w.find<QPushButton>("smokeWithKey")->click();
        QCOMPARE(f.w.navigation.opened.last().first, u"smoke"_s);
    }

    // Half a minute for the clipboard; ten seconds for Undo, on the screen as in the service.
    void theTimesAreThosePromised()
    {
        QCOMPARE(pages::ClipboardLease::term, 30s);
        QCOMPARE(pages::ClipboardLease().time(), pages::ClipboardLease::term);
        QCOMPARE(keys::KeyService::holdBack, 10s);
        QCOMPARE(kit::Toast::shownFor, std::chrono::milliseconds(keys::KeyService::holdBack));
        QWidget window;
        const auto *toast = new kit::Toast(u"Key deleted"_s, u"Undo"_s, &window);
        QCOMPARE(toast->findChild<QTimer *>()->intervalAsDuration(), kit::Toast::shownFor);
    }

    void theClipboardIsEmptiedAfterItsTime()
    {
        pages::ClipboardLease lease(50ms);
        lease.copy(Secret("sk-gw-EXAMPLE"));
        QVERIFY(lease.running());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-gw-EXAMPLE"_s);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(!lease.running());
    }

    void aClipboardThatHoldsSomethingElseIsLeftAlone()
    {
        pages::ClipboardLease lease(20ms);
        lease.copy(Secret("sk-gw-EXAMPLE"));
        QGuiApplication::clipboard()->setText(u"mine"_s);
        QTRY_VERIFY(!lease.running());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
    }

    void theClipboardIsEmptiedWhenThePageDies()
    {
        {
            pages::ClipboardLease lease(1h);
            lease.copy(Secret("sk-gw-EXAMPLE"));
        }
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

private:
    // The form over a key that is changed; opened by keyboard.
    struct Edit
    {
        KeysWorld w;
        QString id;
        QLineEdit *name;
        QLineEdit *amount;
        QPushButton *save;

        explicit Edit(const QString &key)
        {
            w.openLoaded();
            w.choose(key);
            for (const Key &each : w.admin.rows)
                if (each.name == key)
                    id = each.id;
            QTest::keyClick(w.table, Qt::Key_Return);
            name = w.find<QLineEdit>("keyName");
            amount = w.find<QLineEdit>("keyBudget");
            save = w.find<QPushButton>("createKey");
        }
        const Key &row() const
        {
            for (const Key &each : w.admin.rows)
                if (each.id == id)
                    return each;
            qFatal("the key is gone");
        }
    };
    struct Form
    {
        KeysWorld w;
        QLineEdit *name;
        QLineEdit *amount;
        QPushButton *create;

        explicit Form(const std::function<void(KeysWorld &)> &prepare = [](KeysWorld &) {})
        {
            prepare(w);
            w.openLoaded();
            w.page->perform(u"create"_s);
            name = w.find<QLineEdit>("keyName");
            amount = w.find<QLineEdit>("keyBudget");
            create = w.find<QPushButton>("createKey");
        }
        QStringList effect(int row) const
        {
            for (QTableView *table : w.page->findChildren<QTableView *>())
                if (table->accessibleName() == u"Effect"_s)
                    return {cell(table, row, 0), cell(table, row, 1), cell(table, row, 2)};
            return {};
        }
        static QString cell(const QTableView *table, int row, int column)
        {
            return table->model()->index(row, column).data().toString();
        }
        void addAlias(const QString &alias) const
        {
            QTest::mouseClick(w.find<QPushButton>("addAlias"), Qt::LeftButton);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                qFatal("no menu of aliases");
            for (QAction *action : menu->actions())
                if (action->text() == alias)
                    action->trigger();
            menu->close();
        }
        void makeKey()
        {
            name->setText(u"new"_s);
            create->click();
            if (!QTest::qWaitFor([this] { return w.find<QLineEdit>("secretField") != nullptr; }))
                qFatal("no secret shown");
        }
    };
};

QTEST_MAIN(KeyFormTest)
#include "tst_key_form.moc"
