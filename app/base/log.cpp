// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include <cstdio>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(gwNet, "gw.net", QtInfoMsg)
Q_LOGGING_CATEGORY(gwStore, "gw.store", QtInfoMsg)
Q_LOGGING_CATEGORY(gwSecrets, "gw.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(gwSync, "gw.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(gwSmoke, "gw.smoke", QtInfoMsg)
Q_LOGGING_CATEGORY(gwGateway, "gw.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(gwWorkspace, "gw.workspace", QtInfoMsg)
Q_LOGGING_CATEGORY(gwUi, "gw.ui", QtInfoMsg)

struct LogFile::Writer
{
    QMutex mutex;
    Options options;
    Clean clean;
    QFile file;

    QString path(int age) const
    {
        const QString end = age == 0 ? u".log"_s : u".%1.log"_s.arg(age);
        return QDir(options.folder).filePath(options.program + end);
    }
    bool open()
    {
        file.setFileName(path(0));
        const bool opened = file.open(QIODevice::WriteOnly | QIODevice::Append);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return opened;
    }
    // Programs of one data dir share the name; each sees by the size on disk when to rotate.
    void rotate()
    {
        file.close();
        QFile::remove(path(options.files - 1));
        for (int age = options.files - 2; age >= 0; --age)
            QFile::rename(path(age), path(age + 1));
        open();
    }
    void write(const QByteArray &line)
    {
        if (file.isOpen() && file.size() + line.size() > options.maxBytes)
            rotate();
        if (file.isOpen() || open())
            file.write(line);
        file.flush();
    }
};

LogFile::Writer *LogFile::s_writer = nullptr;

LogFile::LogFile(Options options, Clean clean)
{
    QDir().mkpath(options.folder);
    QFile::setPermissions(options.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    s_writer = new Writer;
    s_writer->options = std::move(options);
    s_writer->clean = std::move(clean);
    m_before = qInstallMessageHandler(&LogFile::handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
    delete std::exchange(s_writer, nullptr);
}

void LogFile::setClean(Clean clean)
{
    const QMutexLocker locker(&s_writer->mutex);
    s_writer->clean = std::move(clean);
}

static QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        break;
    }
    return u"fatal"_s;
}

void LogFile::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker locker(&s_writer->mutex);
    const QString text = s_writer->clean ? s_writer->clean(message) : message;
    const QString category = QString::fromUtf8(context.category ? context.category : "default");
    const QJsonObject line{
        {u"ts"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"level"_s, levelOf(type)},
        {u"category"_s, category},
        {u"pid"_s, QCoreApplication::applicationPid()},
        {u"message"_s, text},
    };
    s_writer->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    const bool told = type == QtFatalMsg || (type != QtDebugMsg && type != QtInfoMsg && category.startsWith(u"gw."_s));
    if (told && s_writer->options.toStderr)
        std::fprintf(stderr, "%s\n", qPrintable(s_writer->options.program + u": "_s + text));
}
