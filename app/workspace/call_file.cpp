// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/call_file.h"
#include "store/fault.h"
#include "store/file_lock.h"
#include <algorithm>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

QString nameOf(const QUrl &gateway)
{
    const QString place =
        gateway.host() + u':' + QString::number(gateway.port(gateway.scheme() == "http"_L1 ? 80 : 443));
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16)) + u".json"_s;
}

net::CallsMade callsOf(const QJsonObject &lane)
{
    net::CallsMade made;
    for (const QJsonValue &time : lane["times"_L1].toArray())
        made.times.push_back(time.toInteger());
    std::ranges::sort(made.times);
    made.closedUntil = lane["closed_until"_L1].toInteger();
    made.lastPause = lane["last_pause"_L1].toInteger();
    return made;
}

// What is no such file counts as an empty one: it is worth no more than the minutes that it tells of.
net::CallsByLane readFrom(QFile &file)
{
    net::CallsByLane all;
    const QJsonObject lanes = QJsonDocument::fromJson(file.readAll()).object();
    for (auto lane = lanes.begin(); lane != lanes.end(); ++lane)
        all[lane.key().toUtf8()] = callsOf(lane.value().toObject());
    return all;
}

QJsonObject jsonOf(const net::CallsMade &made)
{
    QJsonArray times;
    for (const qint64 time : made.times)
        times.append(time);
    return {{u"times"_s, times}, {u"closed_until"_s, made.closedUntil}, {u"last_pause"_s, made.lastPause}};
}

void writeTo(QFile &file, const net::CallsByLane &all)
{
    QJsonObject lanes;
    for (const auto &[lane, made] : all)
        lanes.insert(QString::fromUtf8(lane), jsonOf(made));
    file.resize(0);
    file.seek(0);
    file.write(QJsonDocument(lanes).toJson(QJsonDocument::Compact));
}

} // namespace

QString callsFolder(const QString &dataDir)
{
    return dataDir.isEmpty() ? QString() : dataDir + u"/calls"_s;
}

CallFile::CallFile(const QString &folder, const Profile &profile)
{
    if (!folder.isEmpty())
        m_path = folder + u'/' + nameOf(profile.adminUrl.isEmpty() ? profile.dataUrl : profile.adminUrl);
}

net::CallBook::Opened CallFile::open(const std::function<void(net::CallsByLane &)> &change)
{
    if (m_path.isEmpty() || !QDir().mkpath(QFileInfo(m_path).path()))
        return Opened::Never;
    const auto lock = store::FileLock::take(m_path, std::chrono::milliseconds(0));
    if (!lock)
        return store::faultOf(lock.error()) == store::Fault::Busy ? Opened::Busy : Opened::Never;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite))
        return Opened::Never;
    net::CallsByLane all = readFrom(file);
    const net::CallsByLane before = all;
    change(all);
    if (all != before)
        writeTo(file, all);
    return Opened::Done;
}

} // namespace workspace
