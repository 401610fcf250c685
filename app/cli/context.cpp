// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "base/log.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "workspace/live_workspace.h"
#include "workspace/program_log.h"
#include <QDir>
#include <QRegularExpression>

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
        m_log = workspace::openLog(m_dataDir, u"gwctl"_s, m_workspace->redactor(), false);
    }
    return *m_workspace;
}

// As a shell reads it.
static QString quoted(QString word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    return plain.match(word).hasMatch() ? word : u'\'' + word.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

// Every "gwctl COMMAND" in it with --data-dir and --profile as they were given; who types it stays where he was.
QString Context::withGiven(QString text) const
{
    static const QRegularExpression command(u"\\bgwctl (?=([a-z]+))"_s);
    const QStringList onProfiles{u"key"_s, u"usage"_s, u"smoke"_s, u"plan"_s};
    for (qsizetype from = 0;;) {
        const auto match = command.match(text, from);
        if (!match.hasMatch())
            return text;
        QString given;
        if (args.has("data-dir"))
            given += u"--data-dir "_s + quoted(args.value("data-dir")) + u' ';
        if (args.has("profile") && onProfiles.contains(match.captured(1)))
            given += u"--profile "_s + quoted(args.value("profile")) + u' ';
        text.insert(match.capturedEnd(), given);
        from = match.capturedEnd() + given.size();
    }
}

QString Context::hint(const QString &command) const
{
    return withGiven(u"gwctl "_s + command);
}

int Context::failed(Trouble trouble)
{
    trouble.next = withGiven(trouble.next);
    return out.failed(trouble);
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

Maybe<int> Context::passed() const
{
    bool ok = false;
    const int passed = args.has("after") ? args.value("after").toInt(&ok) : 0;
    if (args.has("after") && (!ok || passed < 0))
        return unknownCursor(args.value("after"));
    return passed;
}

} // namespace cli
