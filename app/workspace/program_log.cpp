// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/program_log.h"
#include "net/redactor.h"

using namespace Qt::StringLiterals;

namespace workspace {

std::unique_ptr<LogFile> openLog(
    const QString &dataDir, const QString &program, const net::Redactor &redactor, bool toStderr)
{
    LogFile::Options options;
    options.folder = dataDir + u"/log"_s;
    options.program = program;
    options.toStderr = toStderr;
    auto log = std::make_unique<LogFile>(options, [&redactor](const QString &text) { return redactor.clean(text); });
    qCInfo(gwWorkspace).noquote() << program << GW_VERSION << "started in" << dataDir;
    return log;
}

} // namespace workspace
