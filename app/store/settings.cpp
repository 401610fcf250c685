// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"
#include "store/columns.h"
#include <QStringList>

namespace store {

sql::Result<QJsonObject> setting(sql::Database &database, const QString &name)
{
    QJsonObject value;
    const auto done = eachRow(
        database, "SELECT value FROM setting WHERE name=?",
        [&value](const sql::Statement &row) { value = jsonAt(row, 0); }, utf8(name));
    if (!done)
        return sql::fail(done.error());
    return value;
}

sql::Result<> keepSetting(sql::Database &database, const QString &name, const QJsonObject &value)
{
    if (value.isEmpty())
        return database.run("DELETE FROM setting WHERE name=?", utf8(name));
    return database.run("INSERT OR REPLACE INTO setting VALUES(?,?)", utf8(name), jsonText(value));
}

sql::Result<QStringList> settingNames(sql::Database &database, const QString &prefix)
{
    QStringList names;
    const auto done = eachRow(
        database, "SELECT name FROM setting WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
        [&names](const sql::Statement &row) { names << textAt(row, 0); }, utf8(prefix));
    if (!done)
        return sql::fail(done.error());
    return names;
}

} // namespace store
