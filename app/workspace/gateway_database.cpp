// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_database.h"
#include "proxy/database_look.h"
#include "store/file.h"
#include "workspace/gateway_lock.h"
#include "workspace/gateway_words.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace workspace {

QString gatewayDatabaseIn(const QString &dataDir)
{
    return dataDir + u"/gateway.db"_s;
}

Result<> checkGatewayDatabase(const QString &path)
{
    const auto look = proxy::lookAtDatabase(QFile::encodeName(path).toStdString());
    if (!look)
        return tl::unexpected<Failure>(failureOf(look.error()));
    return {};
}

Result<QString> moveGatewayDatabaseAside(const QString &dataDir, const QString &path, const QDateTime &now)
{
    const auto lock = GatewayLock::take(dataDir);
    if (!lock)
        return tl::unexpected<Failure>(lock.error());
    return store::renameAside(path, now);
}

} // namespace workspace
