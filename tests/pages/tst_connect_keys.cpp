// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "kit/style.h"
#include "net/endpoint.h"
#include "pages/connect_sheet.h"
#include "pages/connections/secret_field.h"
#include <QAbstractButton>
#include <QApplication>

using namespace Qt::StringLiterals;
using contract::FakeProcess;
using Fixture = ConnectSheet;

// How a connection comes to its keys in the sheet: a sign-in, a client certificate, a link; and what cannot be added.
class ConnectKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void aTestGatewayIsNotAddedByItsAdminPort()
    {
        Fixture f;
        f.server.statuses[u"GET /admin/v1/status"_s] = "401 Unauthorized";
        f.server.bodies = {
            {u"GET /admin/v1/status"_s, R"({"type":"urn:gatewright:problem:unauthorized","status":401})"}};
        f.server.type = "application/problem+json";
        f.type("address", f.server.url({}).toString());
        f.click("look");
        QTRY_VERIFY(f.says(u"It is Test gateway"_s));
        const QString foot = f.find<QLabel>("reason")->text();
        QVERIFY2(foot.contains(u"cannot be added by its admin port"_s) && foot.contains(u"give the address"_s),
            qPrintable(foot));
        QVERIFY(!f.find<QPushButton>("save")->isEnabled());
        f.type("address", u"https://gw.example/v1"_s);
        QVERIFY(f.find<QLabel>("reason")->text().contains(u"kept as OpenAI-compatible"_s));
        QVERIFY(f.find<QPushButton>("save")->isEnabled());
    }

    void aLinkFillsTheFormIn()
    {
        Fixture f(
            u"gatewright://connect?data_url=https://gw.example/v1&kind=litellm&name=lab#admin_key=sk-EXAMPLE-link-7788"_s);
        QCOMPARE(f.find<QLineEdit>("address")->text(), u"https://gw.example/v1"_s);
        QCOMPARE(f.kind(), u"litellm"_s);
        QCOMPARE(f.find<QLineEdit>("name")->text(), u"lab"_s);
        QTRY_VERIFY(f.says(u"Nothing is kept before you save"_s));
        QVERIFY(f.says(u"whoever has the link has the key"_s));
        QVERIFY(!f.says(u"EXAMPLE-link"_s));
        QVERIFY(f.workspace.lastProfile.name.isEmpty());
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.click("save");
        QCOMPARE(f.workspace.lastAdminKey, Secret("sk-EXAMPLE-link-7788"));
    }

    void aLinkThatIsNoneIsRefused()
    {
        Fixture f(u"gatewright://connect?data_url=file:///etc/passwd"_s);
        QTRY_VERIFY(f.says(u"Nothing was imported"_s));
        QCOMPARE(f.find<QLineEdit>("address")->text(), QString());
    }

    void aClientCertificateIsCheckedAndItsPassphraseKept()
    {
        const Authority authority;
        authority.makeClient("EXAMPLE two words");
        Fixture f;
        f.type("address", u"https://gw.example/v1"_s);
        f.find<QPushButton>("advanced")->click();
        f.type("clientCert", authority.file(u"client.pem"_s));
        QVERIFY(!f.find<QPushButton>("save")->isEnabled());
        QVERIFY(f.find<QLabel>("reason")->text().contains(u"private key"_s));
        f.type("clientKey", authority.file(u"locked.key"_s));
        QVERIFY2(
            f.find<QLabel>("reason")->text().contains(u"passphrase"_s), qPrintable(f.find<QLabel>("reason")->text()));
        f.type("clientKeyPass", u"EXAMPLE wrong words"_s);
        QVERIFY(!f.find<QPushButton>("save")->isEnabled());
        f.type("clientKeyPass", u"EXAMPLE two words"_s);
        QVERIFY(f.find<QPushButton>("save")->isEnabled());
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.click("save");
        QTRY_VERIFY(!f.sheet);
        const Profile &kept = f.workspace.lastProfile;
        QCOMPARE(kept.clientCertFile, authority.file(u"client.pem"_s));
        QCOMPARE(kept.clientKeyFile, authority.file(u"locked.key"_s));
        QCOMPARE(f.secretOf(kept.clientKeyPassRef), Secret("EXAMPLE two words"));
    }

    void aPasswordBecomesAKeyInTheVault()
    {
        Fixture f;
        FakeProcess &flatkey = f.toFlatkey();
        f.find<QPushButton>("signInFold")->click();
        QTRY_VERIFY(f.find<QLineEdit>("signInUser")->isVisible());
        QVERIFY(!f.find<QPushButton>("signIn")->isEnabled());
        QVERIFY(walk::nameless(*f.sheet).isEmpty());
        f.type("signInUser", u"root"_s);
        f.type("signInPassword", u"EXAMPLE-wrong"_s);
        f.click("signIn");
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("signInSaid")->text().contains(u"password"_s), 20'000);
        QVERIFY(f.find<QLineEdit>("signInPassword")->text().isEmpty());
        f.type("signInPassword", u"EXAMPLE-passw0rd"_s);
        f.click("signIn");
        QTRY_VERIFY_WITH_TIMEOUT(f.says(u"lies in the vault"_s), 20'000);
        QCOMPARE(f.find<QLineEdit>("userId")->text(), u"1"_s);
        QCOMPARE(f.find<QLineEdit>("adminKey")->placeholderText(), u"kept in the vault"_s);
        f.click("save");
        QTRY_VERIFY(!f.sheet);
        const Profile &kept = f.workspace.lastProfile;
        QVERIFY(f.workspace.lastAdminKey.isEmpty());
        QVERIFY(!kept.id.isEmpty() && kept.userId == u"1"_s);
        QVERIFY(kept.userIdTold); // not typed by anybody
        QVERIFY(!f.secretOf(kept.adminKeyRef).isEmpty());
        QVERIFY(!flatkey.control("state")["requests"_L1].toArray().isEmpty());
    }

    void aUserIdThatWasToldGoesWithItsKey_data()
    {
        QTest::addColumn<QString>("typed"); // in place of the one that was told
        QTest::newRow("left as it was") << QString();
        QTest::newRow("typed by a person") << u"7"_s;
    }
    void aUserIdThatWasToldGoesWithItsKey()
    {
        QFETCH(QString, typed);
        Fixture f;
        f.toFlatkey();
        f.find<QPushButton>("signInFold")->click();
        f.type("signInUser", u"root"_s);
        f.type("signInPassword", u"EXAMPLE-passw0rd"_s);
        f.click("signIn");
        QTRY_VERIFY_WITH_TIMEOUT(f.says(u"lies in the vault"_s), 20'000);
        if (!typed.isEmpty())
            f.type("userId", typed);
        f.type("adminKey", u"EXAMPLE-another-token"_s);
        QCOMPARE(f.find<QLineEdit>("userId")->text(), typed);
        f.click("save");
        QTRY_VERIFY(!f.sheet);
        QCOMPARE(f.workspace.lastProfile.userId, typed);
        QVERIFY(!f.workspace.lastProfile.userIdTold);
    }

    void aCodeIsShownUntilItIsEnteredAndCancelForgetsWhatItGave()
    {
        Fixture f;
        FakeProcess &flatkey = f.toFlatkey();
        f.find<QPushButton>("signInFold")->click();
        for (auto *each : f.sheet->findChildren<QAbstractButton *>())
            if (each->text() == u"Code"_s)
                each->click();
        QTRY_VERIFY(f.find<QPushButton>("signInCode")->isVisible());
        f.click("signInCode");
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("signInGrant")->text() == u"bEXAMPLEe"_s, 20'000);
        QVERIFY(f.find<QPushButton>("signInPage")->isVisible());
        QVERIFY(f.find<QLabel>("signInSaid")->text().contains(u"/"_s));
        net::QtHttp http;
        const gateway::Connection how = flatkey.connection(http, f.workspace.time);
        net::Request enter;
        enter.method = "POST";
        enter.url = QUrl(flatkey.text("url") + u"/api/cli/device_authorizations/bEXAMPLEe/approve"_s);
        enter.headers << net::bearer(how.adminSecret) << net::Header{"New-Api-User", "1"};
        enter.body = "{}";
        QCOMPARE(finished(http.send(enter)).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(f.says(u"lies in the vault"_s), 30'000);
        QVERIFY(!f.find<QLabel>("signInGrant")->isVisible());
        QCOMPARE(f.find<QLineEdit>("key")->placeholderText(), u"kept in the vault"_s);
        const QString kept = f.find<pages::SecretField>("key")->reference();
        QVERIFY(!f.secretOf(kept).isEmpty());
        QTest::keyClick(f.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!f.sheet);
        QVERIFY(f.workspace.lastProfile.name.isEmpty());
        QVERIFY(f.secretOf(kept).isEmpty());
    }
};

QTEST_MAIN(ConnectKeysTest)
#include "tst_connect_keys.moc"
