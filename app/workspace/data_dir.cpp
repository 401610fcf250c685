// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/data_dir.h"
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace workspace {

QString usualDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatewright"_s;
}

static constexpr auto others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

// A folder that was there may be open to others, and what an older version left in it too.
static void closeToOthers(const QDir &dir)
{
    const QStringList ours{u"gatewright.db*"_s, u"gateway.db*"_s, u"settings.ini"_s, u"evidence"_s, u"log"_s};
    for (const QFileInfo &file : dir.entryInfoList(ours, QDir::Files | QDir::Dirs | QDir::NoSymLinks))
        if (file.permissions() & others)
            QFile::setPermissions(file.filePath(), file.permissions() & ~others);
}

bool makeDataDir(const QString &dir)
{
    if (QDir(dir).exists()) {
        closeToOthers(QDir(dir));
        return true;
    }
    return QDir().mkpath(dir) && QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace workspace
