// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/address.h"
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::AddressFlaw;

class AddressTest : public QObject
{
    Q_OBJECT

private slots:
    void whatPeoplePasteIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("flaw"); // -1: none
        QTest::addColumn<QString>("better");
        QTest::addColumn<bool>("usable");
        QTest::newRow("nothing") << u"  "_s << int(AddressFlaw::Missing) << QString() << false;
        QTest::newRow("good") << u"https://gw.example/v1"_s << -1 << QString() << true;
        QTest::newRow("with a slash") << u"https://gw.example/v1/"_s << -1 << QString() << true;
        QTest::newRow("a prefix") << u"https://gw.example/llm/v1"_s << -1 << QString() << true;
        QTest::newRow("gemini") << u"https://gw.example/v1beta"_s << -1 << QString() << true;
        QTest::newRow("no scheme") << u"gw.example/v1"_s << int(AddressFlaw::NoScheme) << u"https://gw.example/v1"_s
                                   << false;
        QTest::newRow("this machine") << u"127.0.0.1:4000/v1"_s << int(AddressFlaw::NoScheme)
                                      << u"http://127.0.0.1:4000/v1"_s << false;
        QTest::newRow("mail") << u"mailto:ops@gw.example"_s << int(AddressFlaw::NotWeb) << QString() << false;
        QTest::newRow("password") << u"https://me:pw@gw.example/v1"_s << int(AddressFlaw::HasPassword) << QString()
                                  << false;
        QTest::newRow("query") << u"https://gw.example/v1?key=1"_s << int(AddressFlaw::HasQuery)
                               << u"https://gw.example/v1"_s << false;
        QTest::newRow("one call") << u"https://gw.example/v1/chat/completions"_s << int(AddressFlaw::OneCall)
                                  << u"https://gw.example/v1"_s << false;
        QTest::newRow("old call") << u"https://gw.example/v1/completions/"_s << int(AddressFlaw::OneCall)
                                  << u"https://gw.example/v1"_s << false;
        QTest::newRow("doubled") << u"https://gw.example/v1/v1"_s << int(AddressFlaw::DoubledV1)
                                 << u"https://gw.example/v1"_s << false;
        QTest::newRow("without v1") << u"https://gw.example"_s << int(AddressFlaw::NoV1) << u"https://gw.example/v1"_s
                                    << true;
        QTest::newRow("a host named v1") << u"https://v1.example"_s << int(AddressFlaw::NoV1)
                                         << u"https://v1.example/v1"_s << true;
    }
    void whatPeoplePasteIsRead()
    {
        QFETCH(QString, typed);
        const auto reading = gateway::readAddress(typed);
        QTEST(reading.flaw ? int(*reading.flaw) : -1, "flaw");
        QTEST(reading.better, "better");
        QTEST(reading.usable, "usable");
    }

    void severalFlawsAreMendedOneAfterTheOther()
    {
        QCOMPARE(gateway::dataUrlOf(u"gw.example/v1/v1/chat/completions?x=1"_s), QUrl(u"https://gw.example/v1"_s));
        QCOMPARE(gateway::dataUrlOf(u" https://gw.example/llm/v1/ "_s), QUrl(u"https://gw.example/llm/v1"_s));
        QVERIFY(!gateway::dataUrlOf(u"https://me:pw@gw.example"_s).isValid());
        QVERIFY(!gateway::dataUrlOf({}).isValid());
    }

    void theRootIsWhatStandsBeforeV1()
    {
        QCOMPARE(gateway::rootOf(QUrl(u"https://gw.example:8443/llm/v1/"_s)), QUrl(u"https://gw.example:8443/llm"_s));
        QCOMPARE(gateway::rootOf(QUrl(u"https://gw.example/v1/v1"_s)), QUrl(u"https://gw.example"_s));
        QCOMPARE(gateway::rootOf(QUrl(u"https://gw.example/api/v1?x=1"_s)), QUrl(u"https://gw.example/api"_s));
        QCOMPARE(gateway::rootOf(QUrl(u"https://gw.example/apiv1"_s)), QUrl(u"https://gw.example/apiv1"_s));
    }
};

QTEST_GUILESS_MAIN(AddressTest)
#include "tst_address.moc"
