// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/database.h"
#include <QJsonObject>
#include <QList>
#include <QString>

namespace store {

// A rotation of a key by a successor. The content is app/keys' JSON; the store does not read it.
struct RotationLine
{
    qint64 id = 0;
    QString profile;
    QString oldId;
    QString newId; // empty: the successor is not there yet
    bool ended = false;
    QJsonObject content;

    friend bool operator==(const RotationLine &, const RotationLine &) = default;
};

// Gives its id. Conflict: that key is being rotated already.
Result<qint64> addRotation(sql::Database &database, const RotationLine &line);
sql::Result<> keepRotation(sql::Database &database, const RotationLine &line);
// Newest first.
sql::Result<QList<RotationLine>> rotationsOf(sql::Database &database, const QString &profile, qsizetype count);
// NotFound if there is none of this profile.
Result<RotationLine> rotation(sql::Database &database, const QString &profile, qint64 id);

} // namespace store
