// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/own_key_readings.h"
#include "store/settings.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

static QString nameFor(const QString &profile)
{
    return u"own-key/"_s + profile; // profiles.cpp removes it by that name
}

sql::Result<OwnKeyReadings> ownKeyReadings(sql::Database &database, const QString &profile)
{
    const auto kept = setting(database, nameFor(profile));
    if (!kept)
        return sql::fail(kept.error());
    OwnKeyReadings all;
    all.key = kept->value("key"_L1).toString();
    for (const QJsonValue &each : kept->value("readings"_L1).toArray()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(each[0].toInteger(), Qt::UTC);
        all.readings << std::pair(at, each[1].toInteger());
    }
    return all;
}

sql::Result<> keepOwnKeyReadings(sql::Database &database, const QString &profile, const OwnKeyReadings &all)
{
    QJsonArray readings;
    for (const auto &[at, nanos] : all.readings)
        readings.append(QJsonArray{at.toMSecsSinceEpoch(), nanos});
    return keepSetting(database, nameFor(profile), {{u"key"_s, all.key}, {u"readings"_s, readings}});
}

} // namespace store
