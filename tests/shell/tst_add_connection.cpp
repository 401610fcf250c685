// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/noting_navigation.h"
#include "fakes/whole_workspace.h"
#include "fakes/window_walk.h"
#include "gateway/admin.h"
#include "kit/sheet.h"
#include "kit/style.h"
#include "pages/connections/add_sheet.h"
#include "pages/connections/draft.h"
#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using pages::ConnectionDraft;
using pages::DraftField;

class AddConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void addressesAreRefusedWithAWayOut_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("fits");
        for (const char *fits :
            {"https://gw.example/v1", "http://127.0.0.1:8790/v1", " https://gw.example/v1 ", "https://gw.example"})
            QTest::newRow(fits) << QString::fromLatin1(fits) << true;
        for (const char *refused :
            {"", "ftp://gw.example", "https://", "https://me:pw@gw.example/v1", "not an address"})
            QTest::addRow("'%s'", refused) << QString::fromLatin1(refused) << false;
    }
    void addressesAreRefusedWithAWayOut()
    {
        QFETCH(QString, address);
        const auto why = pages::refusals({u"plain_openai"_s, address, u"a"_s, {}, false}, {});
        QTEST(!why.contains(DraftField::Address), "fits");
    }

    void whatIsNotQuiteAnAddressIsTakenRight_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken");
        const auto add = [](const char *typed, const char *taken) {
            QTest::addRow("'%s'", typed) << QString::fromLatin1(typed) << QString::fromLatin1(taken);
        };
        add("https://gw.example/v1/chat/completions", "https://gw.example/v1");
        add("https://gw.example/llm/v1/models/", "https://gw.example/llm/v1");
        add("https://gw.example/v1/v1", "https://gw.example/v1");
        add("https://gw.example/llm/", "https://gw.example/llm");
        add("gw.example:8443/v1", "https://gw.example:8443/v1");
        add("localhost:8790/v1", "http://localhost:8790/v1");
        add("https://gw.example/v1?key=1", "https://gw.example/v1");
    }
    void whatIsNotQuiteAnAddressIsTakenRight()
    {
        QFETCH(QString, typed);
        QTEST(pages::profileOf({u"plain_openai"_s, typed, u"a"_s, {}, false}).dataUrl.toString(), "taken");
    }

    void aSlashAtTheEndIsCutOff()
    {
        ConnectionDraft draft{u"plain_openai"_s, u" https://gw.example/v1// "_s, u"a"_s, {}, false};
        QCOMPARE(pages::profileOf(draft).dataUrl, QUrl(u"https://gw.example/v1"_s));
    }

    void theProposalIsTakenWithOneClick()
    {
        FakeWorkspace fake;
        fake.add(u"Bench"_s, u"embedded"_s);
        QWidget home;
        home.resize(1000, 700);
        home.show();
        NotingNavigation navigation;
        navigation.home = &home;
        kit::Sheet *sheet = pages::openAddSheet(fake, navigation, u"https://gw.example/v1/chat/completions"_s);
        auto *use = sheet->findChild<QPushButton *>(u"useProposal"_s);
        QVERIFY(use->isVisible());
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(sheet->findChild<QLineEdit *>(u"address"_s)->text(), u"https://gw.example/v1"_s);
        QVERIFY(!use->isVisible());
        QVERIFY(sheet->findChild<QPushButton *>(u"save"_s)->isEnabled());
    }

    void anAuthorityAndAProxyAreCheckedBeforeTheyAreKept()
    {
        QTemporaryDir dir;
        const auto file = [&dir](const char *name, const QByteArray &text) {
            QFile made(dir.filePath(QString::fromLatin1(name)));
            if (!made.open(QIODevice::WriteOnly) || made.write(text) < 0)
                qFatal("no file");
            return made.fileName();
        };
        const QString good = file("ca.pem", "-----BEGIN CERTIFICATE-----\nEXAMPLE\n-----END CERTIFICATE-----\n");
        const QString key = file("key.pem", "-----BEGIN PUBLIC KEY-----\nEXAMPLE\n");
        ConnectionDraft draft{u"plain_openai"_s, u"https://gw.example/v1"_s, u"a"_s, {}, false, good, {}};
        QVERIFY(pages::refusals(draft, {}).isEmpty());
        QCOMPARE(pages::profileOf(draft).caFile, good);
        for (const QString &wrong : {key, dir.filePath(u"gone.pem"_s)}) {
            draft.caFile = wrong;
            QVERIFY(pages::refusals(draft, {}).contains(DraftField::CaFile));
        }
        draft.caFile.clear();
        for (const char *fits : {"", "none", "http://proxy.example:3128", " http://10.0.0.1:8080 "}) {
            draft.proxy = QString::fromLatin1(fits);
            QVERIFY2(pages::refusals(draft, {}).isEmpty(), fits);
        }
        for (const char *wrong : {"proxy.example", "http://proxy.example", "socks5://p:1080", "http://me:pw@p:3128"}) {
            draft.proxy = QString::fromLatin1(wrong);
            QVERIFY2(pages::refusals(draft, {}).contains(DraftField::Proxy), wrong);
        }
    }

    void whatFewNeedIsFoldedAway()
    {
        FakeWorkspace fake;
        fake.add(u"Bench"_s, u"embedded"_s);
        QWidget home;
        home.resize(1000, 900);
        home.show();
        NotingNavigation navigation;
        navigation.home = &home;
        kit::Sheet *sheet = pages::openAddSheet(fake, navigation, u"https://gw.example/v1"_s);
        auto *proxy = sheet->findChild<QLineEdit *>(u"proxy"_s);
        QVERIFY(!proxy->isVisible());
        auto *fold = sheet->findChild<QPushButton *>(u"advanced"_s);
        fold->setFocus();
        QTest::keyClick(fold, Qt::Key_Space);
        QVERIFY(proxy->isVisible());
        QVERIFY(walk::nameless(*sheet).isEmpty());
        proxy->setText(u"proxy.example"_s);
        QVERIFY(!sheet->findChild<QPushButton *>(u"save"_s)->isEnabled());
        proxy->setText(u"none"_s);
        QVERIFY(sheet->findChild<QPushButton *>(u"save"_s)->isEnabled());
    }

    void namesAreUnique()
    {
        Profile taken;
        taken.name = u"Acme"_s;
        QVERIFY(pages::refusals({u"embedded"_s, {}, u"acme "_s, {}, false}, {taken})
                    .value(DraftField::Name)
                    .contains(u"acme-2"_s));
        QVERIFY(pages::refusals({u"embedded"_s, {}, {}, {}, false}, {}).contains(DraftField::Name));
        QVERIFY(pages::refusals({u"embedded"_s, {}, u"acme-2"_s, {}, false}, {taken}).isEmpty());
    }

    void oneEmbeddedGatewayIsEnough()
    {
        QVERIFY(pages::offeredKinds({}).contains(u"embedded"_s));
        Profile own;
        own.kind = u"embedded"_s;
        QVERIFY(!pages::offeredKinds({own}).contains(u"embedded"_s));
        for (const gateway::Adapter *adapter : gateway::adapters())
            QVERIFY2(pages::offeredKinds({}).contains(QLatin1StringView(adapter->id)), adapter->id);
    }

    void itIsKeptWithItsKeyAndTheSheetCloses()
    {
        FakeWorkspace fake;
        fake.add(u"Bench"_s, u"embedded"_s);
        QWidget home;
        home.resize(1000, 700);
        home.show();
        NotingNavigation navigation;
        navigation.home = &home;
        QPointer<kit::Sheet> sheet = pages::openAddSheet(fake, navigation, {});
        auto *save = sheet->findChild<QPushButton *>(u"save"_s);
        QVERIFY(!save->isEnabled());
        sheet->findChild<QLineEdit *>(u"address"_s)->setText(u"https://gw.example/v1"_s);
        sheet->findChild<QLineEdit *>(u"name"_s)->setText(u"team"_s);
        auto *key = sheet->findChild<QLineEdit *>(u"key"_s);
        key->setText(u"sk-EXAMPLE-of-a-key"_s);
        QVERIFY(save->isEnabled());
        QVERIFY(walk::nameless(*sheet).isEmpty());
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(key->text().isEmpty());
        QTRY_VERIFY(!sheet);
        QCOMPARE(fake.now.profiles.last().name, u"team"_s);
        QCOMPARE(fake.lastKey, Secret("sk-EXAMPLE-of-a-key"));
    }

    void aRefusalIsSaidInTheSheet()
    {
        FakeWorkspace fake;
        fake.add(u"Bench"_s, u"embedded"_s);
        fake.refusesProfiles = Failure{FailureKind::Storage, u"disk full"_s};
        QWidget home;
        home.resize(1000, 700);
        home.show();
        NotingNavigation navigation;
        navigation.home = &home;
        QPointer<kit::Sheet> sheet = pages::openAddSheet(fake, navigation, u"https://gw.example/v1"_s);
        QTest::mouseClick(sheet->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_VERIFY(walk::textsOf(*sheet).contains(u"The connection was not saved"_s));
        QVERIFY(sheet->findChild<QPushButton *>(u"save"_s)->isEnabled());
    }
};

QTEST_MAIN(AddConnectionTest)
#include "tst_add_connection.moc"
