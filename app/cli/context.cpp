// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace cli {

QString Context::dataDir() const
{
    QString dir = args.value("data-dir");
    if (dir.isEmpty())
        dir = qEnvironmentVariable("GATEWRIGHT_HOME");
    if (dir.isEmpty())
        dir = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatewright"_s;
    return QDir::cleanPath(QDir().absoluteFilePath(dir));
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
