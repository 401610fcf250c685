// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/imported.h"

using namespace Qt::StringLiterals;

// Texts that want to be run, to deceive or to keep the program busy.
class HostileImportTest : public QObject
{
    Q_OBJECT

private slots:
    void hostileLinksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        const auto add = [](const char *text, const char *why) {
            QTest::newRow(why) << QByteArray(text) << QString::fromLatin1(why);
        };
        add("gatewright://connect?data_url=https://good.example/v1&data_url=https://evil.example/v1", "twice");
        add("gatewright://connect?data_url=https://good.example/v1&base-url=https://evil.example/v1", "twice");
        add("gatewright://run?data_url=https://a.example/v1", "is no connection");
        add("gatewright://connect?data_url=javascript:alert(1)", "no web address");
        add("gatewright://connect?data_url=https://me:pw@a.example/v1", "password");
        add("gatewright://connect?data_url=file:///etc/passwd", "no web address");
        add("gatewright://connect?name=x", "No address");
    }
    void hostileLinksAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = workspace::readConnections(text);
        QVERIFY(!read);
        QFETCH(QString, why);
        QVERIFY2(read.error().contains(why), qPrintable(read.error()));
    }

    void namesThatDeceiveAreLeftOut()
    {
        const auto one = onlyIn("gatewright://connect?data_url=https://gw.example/v1&name=gate%E2%80%AEyaw");
        QCOMPARE(one.profile.name, QString());
        QVERIFY(said(one.notes, "cannot be shown"));
        const auto line = onlyIn("gatewright://connect?data_url=https://gw.example/v1&name=a%0Ab&data_key=a%0Ab");
        QCOMPARE(line.profile.name, QString());
        QVERIFY(!line.hasKey());
    }

    void commandsAreNeverRun()
    {
        const auto read = workspace::readConnections("OPENAI_BASE_URL=https://gw.example/v1\n"
                                                     "OPENAI_API_KEY=$(cat /etc/hostname)\nLLM_API_KEY=`id`\n");
        QVERIFY(read);
        QVERIFY(!read->connections.first().hasKey());
        QVERIFY(said(read->unused, "OPENAI_API_KEY, line 2 is the output of a command"));
        const auto curl = workspace::readConnections(
            "curl https://gw.example/v1/models -H \"Authorization: Bearer $(pass show (a) gw)\" -d \"$(cat x)\"");
        QVERIFY(curl);
        QVERIFY(!curl->connections.first().hasKey());
        QVERIFY(said(curl->unused, "--header, line 1 is the output of a command"));
    }

    void whatCannotBeReadIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QByteArray nested = "base_url: https://gw.example/v1\na: ";
        nested += QByteArray(5'000, '[') + QByteArray(5'000, ']');
        QByteArray laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; ++c) {
            laughs += QByteArray(1, c) + ": &" + c + " [";
            for (int i = 0; i < 10; ++i)
                laughs += QByteArray(i ? ",*" : "*") + char(c - 1);
            laughs += "]\n";
        }
        QTest::newRow("too large") << QByteArray("A=b\n") + QByteArray(workspace::largestImport, 'x') << u"256 kB"_s;
        for (const char *piece : {"\n", ";", "a=/", " ", "$", "${A}", "- ", "\\\n", "A=$A$A\n", "a: b\n", "#\n", "'"})
            QTest::addRow("a file full of %s", QByteArray(piece).simplified().constData())
                << QByteArray(piece).repeated(workspace::largestImport / 4 / qsizetype(qstrlen(piece))) << QString();
        QTest::newRow("binary") << QByteArray("A=b\n\0\x7f\x45", 7) << u"no text"_s;
        QTest::newRow("not UTF-8") << QByteArray("OPENAI_BASE_URL=https://gw.example/v1\n\xff\xfe") << u"no text"_s;
        QTest::newRow("nested YAML") << nested << u"no YAML"_s;
        QTest::newRow("YAML that multiplies") << laughs << u"repeats itself"_s;
        QTest::newRow("two documents") << QByteArray("base_url: https://a.example\n---\nbase_url: https://b.example")
                                       << u"second document"_s;
        QTest::newRow("broken YAML") << QByteArray("base_url: [https://a.example") << u"no YAML"_s;
        QTest::newRow("no address") << QByteArray("OPENAI_ORG=x\nLLM_API_KEY=sk-EXAMPLE") << u"No address belongs"_s;
    }
    void whatCannotBeReadIsRefusedAtOnce()
    {
        QFETCH(QByteArray, text);
        const auto read = workspace::readConnections(text);
        QVERIFY(!read);
        QFETCH(QString, why);
        QVERIFY2(read.error().contains(why), qPrintable(read.error()));
        QVERIFY(!read.error().contains(u"EXAMPLE"_s));
    }

    void variablesThatGrowAreNotFollowed()
    {
        QByteArray text = "A0=https://gw.example/v1/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";
        for (int i = 1; i < 60; ++i)
            text += "A" + QByteArray::number(i) + "=$A" + QByteArray::number(i - 1) + "$A" + QByteArray::number(i - 1)
                + "\n";
        text += "OPENAI_BASE_URL=$A59\n";
        QVERIFY(!workspace::readConnections(text));
    }

    void quotesThatNeverEndAreRead()
    {
        for (const char *text :
            {"curl 'https://gw.example/v1", "curl https://gw.example/v1 -H \"Authorization: Bearer ",
                "curl https://gw.example/v1 -H", "curl https://gw.example/v1 \\", "curl https://gw.example/v1 $(",
                "curl https://gw.example/v1 `", "curl https://gw.example/v1 ${", "curl https://gw.example/v1 $'\\u00"})
            QVERIFY2(workspace::readConnections(text), text);
    }

    void manyConnectionsAreCutOff()
    {
        QByteArray text;
        for (int i = 0; i < 80; ++i)
            text += "curl https://gw" + QByteArray::number(i) + ".example/v1\n";
        const auto read = workspace::readConnections(text);
        QVERIFY(read);
        QCOMPARE(read->connections.size(), workspace::mostConnections);
        QVERIFY(said(read->unused, "first 50"));
    }
};

QTEST_APPLESS_MAIN(HostileImportTest)
#include "tst_hostile_import.moc"
