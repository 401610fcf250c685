// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/style.h"
#include "pages/connect_sheet.h"
#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;
using Fixture = ConnectSheet;

// The sheet that adds a connection, over servers on loopback.
class ConnectSheetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void everyAddressIsWrittenOutBeforeAnythingIsSent()
    {
        Fixture f;
        f.server.bodies.clear();
        f.type("address", f.server.url(u"/llm/v1/chat/completions"_s).toString());
        const QString all = f.cells("Addresses");
        QVERIFY2(all.contains(f.server.url(u"/llm/v1/chat/completions"_s).toString() + u'\n'), qPrintable(all));
        QVERIFY2(all.contains(f.server.url(u"/llm/v1/models"_s).toString() + u'\n'), qPrintable(all));
        QVERIFY(f.says(u"This is the address of one call"_s));
        f.choose("litellm");
        QVERIFY2(f.cells("Addresses").contains(f.server.url(u"/llm/key/list"_s).toString()),
            qPrintable(f.cells("Addresses")));
        f.type("adminAddress", u"https://admin.example"_s);
        QVERIFY(f.cells("Addresses").contains(u"https://admin.example/key/list"_s));
        f.type("address", {});
        QVERIFY(f.says(u"Give an address"_s));
        QTest::qWait(0);
        QVERIFY(f.server.calls.isEmpty());
    }

    void itIsRecognisedWithItsEvidenceAndItsFieldsAppear()
    {
        Fixture f;
        f.type("address", f.server.url({}).toString());
        QVERIFY(!f.find<QLineEdit>("adminKey")->isVisible());
        QTest::keyClick(f.find<QLineEdit>("address"), Qt::Key_Return);
        QTRY_VERIFY(f.says(u"asking"_s));
        QTRY_COMPARE(f.kind(), u"litellm"_s);
        QCOMPARE(f.find<QLineEdit>("address")->text(), f.server.url(u"/v1"_s).toString());
        QVERIFY(f.says(u"It is LiteLLM"_s));
        QVERIFY(f.says(u"recognised"_s));
        QVERIFY2(f.cells("Signs").contains(u"LiteLLM proxy"_s), qPrintable(f.cells("Signs")));
        QVERIFY(f.cells("Signs").contains(u"ruled out"_s));
        QVERIFY(f.find<QLineEdit>("adminKey")->isVisible());
        QCOMPARE(f.find<QLineEdit>("adminAddress")->placeholderText(), f.server.url({}).toString());
        QVERIFY(!f.server.heads.toLower().contains("authorization"));
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.type("address", u"https://other.example/v1"_s); // what was seen belongs to the other address
        QCOMPARE(f.kind(), QString());
        QVERIFY(!f.says(u"It is LiteLLM"_s));
    }

    void aKindChosenByHandStays()
    {
        Fixture f;
        f.choose("bifrost");
        f.type("address", f.server.url(u"/v1"_s).toString());
        f.click("look");
        QTRY_VERIFY(f.says(u"It is LiteLLM"_s));
        QCOMPARE(f.kind(), u"bifrost"_s);
    }

    void anAnswerThatComesTooLateChangesNothing()
    {
        Fixture f;
        f.type("address", f.server.url({}).toString());
        f.click("look");
        f.type("address", u"https://other.example/v1"_s);
        QTRY_VERIFY(!f.says(u"asking"_s));
        QCOMPARE(f.find<QLineEdit>("address")->text(), u"https://other.example/v1"_s);
        QCOMPARE(f.kind(), QString());
    }

    void nothingThereIsSaid()
    {
        Fixture f;
        f.type("address", u"http://127.0.0.1:9/v1"_s);
        f.click("look");
        QTRY_VERIFY(f.says(u"no answer"_s));
        QVERIFY(f.says(u"Nothing answers there"_s));
        QVERIFY(f.find<QPushButton>("save")->isEnabled()); // it may be started later
        QVERIFY(f.says(u"kept as OpenAI-compatible"_s));
    }

    void theFieldsFollowTheKind_data()
    {
        QTest::addColumn<bool>("admin");
        QTest::addColumn<bool>("user");
        for (const char *kind : {"litellm", "openrouter", "bifrost", "portkey", "openai_org"})
            QTest::newRow(kind) << true << false;
        QTest::newRow("newapi") << true << true;
        QTest::newRow("plain_openai") << false << false;
    }
    void theFieldsFollowTheKind()
    {
        Fixture f;
        f.choose(QTest::currentDataTag());
        QTEST(f.find<QLineEdit>("adminKey")->isVisible(), "admin");
        QTEST(f.find<QLineEdit>("adminAddress")->isVisible(), "admin");
        QTEST(f.find<QLineEdit>("userId")->isVisible(), "user");
        QTRY_VERIFY(f.says(u"It offers"_s));
        QCOMPARE(f.says(u"Not offered by this kind: keys"_s), !f.find<QLineEdit>("adminKey")->isVisible());
        QVERIFY(f.find<QLineEdit>("key")->isVisible());
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
    }

    void theIdOfAUserIsKeptWhereItIsGiven()
    {
        Fixture f;
        f.choose("newapi");
        f.type("address", u"https://gw.example/v1"_s);
        QVERIFY(f.find<QPushButton>("save")->isEnabled());
        f.type("adminKey", u"EXAMPLE-token"_s);
        QVERIFY(f.find<QPushButton>("save")->isEnabled()); // newer servers know it by the key
        f.type("userId", u"1"_s);
        f.click("save");
        QCOMPARE(f.workspace.lastProfile.userId, u"1"_s);
        QCOMPARE(f.workspace.lastProfile.adminUrl, QUrl(u"https://gw.example"_s));
        QCOMPARE(f.workspace.lastAdminKey, Secret("EXAMPLE-token"));
        QTRY_VERIFY(!f.sheet);
    }

    void theTestNamesTheStepThatFailsWithItsFix()
    {
        Fixture f;
        f.server.secret = "sk-EXAMPLE-right";
        f.type("address", f.server.url(u"/v1"_s).toString());
        f.type("key", u"sk-EXAMPLE-wrong"_s);
        f.click("test");
        QTRY_COMPARE(f.find<QPushButton>("test")->text(), u"Stop"_s);
        QTRY_COMPARE(f.find<QPushButton>("test")->text(), u"Test again"_s);
        const QString steps = f.cells("Steps");
        QVERIFY2(steps.contains(u"Connect"_s) && steps.contains(u" ms"_s) && steps.contains(u"HTTP 401"_s),
            qPrintable(steps));
        QVERIFY(!steps.contains(u"EXAMPLE"_s));
        QTRY_VERIFY(f.says(u"Step “Data key”"_s)); // it is laid out in the next turn
        QCOMPARE(f.find<QLabel>("reason")->text(), u"You can save it all the same; the test failed at “Data key”."_s);
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.type("key", u"sk-EXAMPLE-right"_s); // another key: nothing is known of it
        QTRY_COMPARE(f.find<QPushButton>("test")->text(), u"Test"_s);
        QTRY_VERIFY(!f.says(u"Step “Data key”"_s));
        f.click("test");
        QTRY_COMPARE(f.find<QLabel>("reason")->text(), u"Every step of the test passed."_s);
    }

    void aTestCanBeStopped()
    {
        Fixture f;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        f.type("address", u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
        f.click("test");
        QTRY_VERIFY(f.cells("Steps").contains(u"Connect"_s));
        QCOMPARE(f.find<QPushButton>("test")->text(), u"Stop"_s);
        f.click("test");
        QTRY_COMPARE(f.find<QPushButton>("test")->text(), u"Test again"_s);
        QVERIFY(!f.cells("Steps").contains(u"under way"_s));
    }

    void theSheetCanBeClosedWhileItAsks()
    {
        Fixture f;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        f.type("address", u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
        f.click("look");
        f.click("test");
        QTRY_VERIFY(f.cells("Steps").contains(u"Connect"_s));
        QTest::keyClick(f.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!f.sheet);
    }

    void aPastedFileIsShownFirstAndThenTakenOver()
    {
        Fixture f;
        QGuiApplication::clipboard()->setText(
            u"LITELLM_BASE_URL=https://gw.example/llm/v1/\nLITELLM_MASTER_KEY=sk-EXAMPLE-master-7788\nDEBUG=1\n"_s);
        f.find<QLineEdit>("address")->setFocus();
        QTest::keySequence(f.find<QLineEdit>("address"), QKeySequence::Paste);
        QVERIFY(f.find<QWidget>("import"));
        QCOMPARE(f.find<QLineEdit>("address")->text(), QString());
        QVERIFY(!f.find<QLineEdit>("address")->isUndoAvailable());
        const QString seen = f.cells("Recognised");
        QVERIFY2(seen.contains(u"•••• 7788"_s) && seen.contains(u"LITELLM_MASTER_KEY, line 2"_s), qPrintable(seen));
        QTRY_VERIFY(f.says(u"DEBUG, line 3"_s));
        QVERIFY(!f.says(u"EXAMPLE-master"_s));
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.click("importTake");
        QTRY_VERIFY(!f.find<QWidget>("import"));
        QCOMPARE(f.kind(), u"litellm"_s);
        QCOMPARE(f.find<QLineEdit>("name")->text(), u"gw.example"_s);
        QCOMPARE(f.find<QLineEdit>("adminKey")->placeholderText(), u"•••• 7788"_s);
        QVERIFY(f.workspace.lastProfile.name.isEmpty());
        f.click("save");
        QCOMPARE(f.workspace.lastProfile.dataUrl, QUrl(u"https://gw.example/llm/v1"_s));
        QCOMPARE(f.workspace.lastAdminKey, Secret("sk-EXAMPLE-master-7788"));
        QTRY_VERIFY(!f.sheet);
        QGuiApplication::clipboard()->clear();
    }

    void oneOfSeveralIsTaken()
    {
        Fixture f;
        f.type("address",
            u"curl https://a.example/v1/models -H 'api-key: sk-EXAMPLE-of-a'; "
            "curl https://b.example/v1/models -H \"api-key: $B_KEY\""_s);
        auto *which = f.find<QComboBox>("importWhich");
        QTRY_VERIFY(which->isVisible());
        which->setCurrentIndex(1);
        QVERIFY(f.cells("Recognised").contains(u"the variable B_KEY"_s));
        f.click("importTake");
        f.click("save");
        QCOMPARE(f.workspace.lastProfile.dataUrl, QUrl(u"https://b.example/v1"_s));
        QCOMPARE(f.workspace.lastProfile.dataKeyRef, u"env:B_KEY"_s);
        QVERIFY(f.workspace.lastKey.isEmpty());
    }

    void aTypedKeyComesBeforeAnImportedOne()
    {
        Fixture f;
        f.type("address", u"curl https://a.example/v1/models -H 'api-key: sk-EXAMPLE-of-a'"_s);
        QTRY_VERIFY(f.find<QPushButton>("importTake")->isVisible());
        f.click("importTake");
        f.type("key", u"sk-EXAMPLE-typed"_s);
        f.click("save");
        QCOMPARE(f.workspace.lastKey, Secret("sk-EXAMPLE-typed"));
    }

    void whatCannotBeImportedIsSaidAndDiscarded()
    {
        Fixture f;
        f.type("address", u"gatewright://connect?data_url=file:///etc/passwd"_s);
        QTRY_VERIFY(f.says(u"Nothing was imported"_s));
        f.type("address", u"curl https://a.example/v1"_s);
        QTRY_VERIFY(!f.says(u"Nothing was imported"_s));
        QTRY_VERIFY(f.find<QPushButton>("importDiscard")->isVisible());
        f.click("importDiscard");
        QTRY_VERIFY(!f.find<QWidget>("import"));
        QCOMPARE(f.find<QLineEdit>("address")->text(), QString());
    }
};

QTEST_MAIN(ConnectSheetTest)
#include "tst_connect_sheet.moc"
