// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network.h"
#include <QTest>

class NetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAndNetworksAreReadStrictly_data()
    {
        QTest::addColumn<bool>("reads");
        for (const char *good : {"10.0.0.0/8", "10.20.30.40", "0.0.0.0/0", "192.168.1.7/32", "::1", "2001:db8::/32",
                 "::/0", "fe80::1/128", "::ffff:10.0.0.1"})
            QTest::newRow(good) << true;
        for (const char *bad :
            {"", "10", "10.1", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.256",
                "10.0.0.0 /8", "::/129", "fe80::1%eth0", "localhost", "1.2.3.4.5", ":::", "0x10.0.0.1", "10.0.0.0/8/8"})
            QTest::newRow(bad[0] ? bad : "empty") << false;
    }
    void addressesAndNetworksAreReadStrictly()
    {
        QFETCH(bool, reads);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(isNetwork(text == QLatin1String("empty") ? QString() : text), reads);
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "tst_network.moc"
