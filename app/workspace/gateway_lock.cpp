// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_lock.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace workspace {

static QByteArray pathOf(const QString &dataDir)
{
    return QFile::encodeName(dataDir + u"/gateway.lock"_s);
}

Result<std::unique_ptr<GatewayLock>> GatewayLock::take(const QString &dataDir)
{
    const QByteArray path = pathOf(dataDir);
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(
            FailureKind::Storage, u"%1: %2"_s.arg(QFile::decodeName(path), QString::fromUtf8(std::strerror(errno))));
    std::unique_ptr<GatewayLock> lock(new GatewayLock(file));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(FailureKind::Locked, QFile::decodeName(path));
    return lock;
}

GatewayLock::~GatewayLock()
{
    // Emptied only by its holder: a taker that was refused owns nothing here.
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0) {
        [[maybe_unused]] const int emptied = ::ftruncate(m_file, 0);
    }
    ::close(m_file);
}

void GatewayLock::write(const GatewayOwner &owner)
{
    const QJsonObject object{{u"pid"_s, owner.pid}, {u"program"_s, owner.program},
        {u"data_url"_s, owner.dataUrl.toString()}, {u"admin_url"_s, owner.adminUrl.toString()}};
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    [[maybe_unused]] const int emptied = ::ftruncate(m_file, 0);
    [[maybe_unused]] const auto written = ::pwrite(m_file, text.constData(), size_t(text.size()), 0);
}

std::optional<GatewayOwner> ownerOf(const QString &dataDir)
{
    const int file = ::open(pathOf(dataDir).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    QByteArray text(4096, '\0');
    text.truncate(qMax<qsizetype>(0, ::read(file, text.data(), size_t(text.size()))));
    // An empty file is not tried: a probe's lock could turn away one who starts at this moment.
    const bool held = !text.isEmpty() && ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    if (!held)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    return GatewayOwner{object["pid"_L1].toInteger(), object["program"_L1].toString(),
        QUrl(object["data_url"_L1].toString()), QUrl(object["admin_url"_L1].toString())};
}

} // namespace workspace
