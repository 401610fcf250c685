// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(gwNet) // "gw.net", and so on
Q_DECLARE_LOGGING_CATEGORY(gwStore)
Q_DECLARE_LOGGING_CATEGORY(gwSecrets)
Q_DECLARE_LOGGING_CATEGORY(gwSync)
Q_DECLARE_LOGGING_CATEGORY(gwSmoke)
Q_DECLARE_LOGGING_CATEGORY(gwGateway)
Q_DECLARE_LOGGING_CATEGORY(gwWorkspace)
Q_DECLARE_LOGGING_CATEGORY(gwUi)

// While it lives, every message goes to <folder>/<program>.log as a line of JSON (ts, level, category, pid, message), and
// warnings of ours to stderr too. Files rotate. One at a time; main() makes it. Messages may come from any thread.
class LogFile
{
public:
    struct Options
    {
        QString folder;
        QString program; // "gwctl": names the files
        qint64 maxBytes = 2 << 20; // of a file
        int files = 5;
        bool toStderr = true;
    };
    using Clean = std::function<QString(const QString &)>; // takes secrets out

    explicit LogFile(Options options, Clean clean = {});
    LogFile(const LogFile &) = delete;
    ~LogFile();

    void setClean(Clean clean);

private:
    struct Writer;
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);

    static Writer *s_writer; // a message handler has no context of its own
    QtMessageHandler m_before;
};
