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

bool makeDataDir(const QString &dir)
{
    if (QDir(dir).exists())
        return true;
    return QDir().mkpath(dir) && QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace workspace
