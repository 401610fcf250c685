// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "base/log.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "workspace/live_workspace.h"
#include <QDir>

using namespace Qt::StringLiterals;

namespace cli {

static QString chosenDataDir(const Args &args)
{
    QString dir = args.value("data-dir");
    if (dir.isEmpty())
        dir = qEnvironmentVariable("GATEWRIGHT_HOME");
    if (dir.isEmpty())
        dir = workspace::usualDataDir();
    return QDir::cleanPath(QDir().absoluteFilePath(dir));
}

Context::Context(Args given) : args(std::move(given)), out(args.has("json")), m_dataDir(chosenDataDir(args)) {}

Context::~Context() = default;

void Context::useDataDir(const QString &dir, std::optional<secrets::VaultKind> vault)
{
    m_dataDir = dir;
    m_vault = vault;
}

workspace::LiveWorkspace &Context::workspace()
{
    if (!m_workspace) {
        workspace::WorkspaceOptions options;
        options.dataDir = m_dataDir;
        options.vault = m_vault;
        m_workspace = std::make_unique<workspace::LiveWorkspace>(options);
        LogFile::Options log;
        log.folder = m_dataDir + u"/log"_s;
        log.program = u"gwctl"_s;
        log.toStderr = false;
        const net::Redactor &redactor = m_workspace->redactor();
        m_log = std::make_unique<LogFile>(log, [&redactor](const QString &text) { return redactor.clean(text); });
    }
    return *m_workspace;
}

bool Context::confirmed(const QString &question) const
{
    return args.has("yes") || askYes(question);
}

Maybe<int> Context::limit(int usual) const
{
    if (!args.has("limit"))
        return usual;
    bool ok = false;
    const int limit = args.value("limit").toInt(&ok);
    if (!ok || limit < 1)
        return misuse(u"--limit"_s, Words::tr("\"%1\" is no number above zero").arg(args.value("limit")),
            Words::tr("--limit 50"));
    return limit;
}

} // namespace cli
