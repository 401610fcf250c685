// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;

class LogTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreJsonAndRedacted()
    {
        QTemporaryDir dir;
        {
            LogFile log(
                options(dir), [](const QString &text) { return QString(text).replace(u"hush"_s, u"[secret]"_s); });
            qCInfo(gwNet) << "said hush" << 7;
            qCWarning(gwStore) << "two\nlines \"quoted\"";
            qCDebug(gwNet) << "not wanted";
        }
        const QByteArrayList lines = contents(dir, u"gwctl.log"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
        QCOMPARE(first.value(u"category"_s).toString(), u"gw.net"_s);
        QCOMPARE(first.value(u"level"_s).toString(), u"info"_s);
        QCOMPARE(first.value(u"message"_s).toString(), u"said [secret] 7"_s);
        QVERIFY(first.value(u"ts"_s).toString().endsWith(u'Z'));
        const QJsonObject second = QJsonDocument::fromJson(lines.at(1)).object();
        QVERIFY(second.value(u"message"_s).toString().contains(u"two"_s));
    }

    void filesRotateAndStayFew()
    {
        QTemporaryDir dir;
        {
            LogFile log(options(dir, 1000));
            for (int i = 0; i < 200; ++i)
                qCInfo(gwNet) << "line" << i;
        }
        const QStringList files = QDir(dir.path()).entryList({u"*.log"_s}, QDir::Files);
        QCOMPARE(files.size(), 5);
        for (const QString &file : files)
            QVERIFY(QFileInfo(dir.filePath(file)).size() <= 1000);
        QVERIFY(contents(dir, u"gwctl.log"_s).contains("line 199"));
    }

    void linesOfManyThreadsStayWhole()
    {
        QTemporaryDir dir;
        {
            LogFile log(options(dir, 1 << 20));
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([] {
                    for (int i = 0; i < 100; ++i)
                        qCInfo(gwNet) << "a line";
                });
        }
        const QByteArrayList lines = contents(dir, u"gwctl.log"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 400);
        for (const QByteArray &line : lines)
            QVERIFY(QJsonDocument::fromJson(line).isObject());
    }

    void nobodyElseMayReadIt()
    {
        QTemporaryDir dir;
        LogFile log(options(dir));
        qCInfo(gwNet) << "x";
        QVERIFY(!(QFile::permissions(dir.filePath(u"gwctl.log"_s)) & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void aFolderThatCannotBeWrittenDoesNoHarm()
    {
        LogFile log({u"/proc/no/such"_s, u"gwctl"_s, 1000, 5, false});
        qCInfo(gwNet) << "lost";
    }

private:
    static LogFile::Options options(const QTemporaryDir &dir, qint64 bytes = 1 << 20)
    {
        return {dir.path(), u"gwctl"_s, bytes, 5, false};
    }
    static QByteArray contents(const QTemporaryDir &dir, const QString &name)
    {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
