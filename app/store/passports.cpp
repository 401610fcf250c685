// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/passports.h"
#include "store/columns.h"
#include "store/key_json.h"

namespace store {

sql::Result<QHash<QString, Passport>> passportsOf(sql::Database &database, const QString &profile)
{
    QHash<QString, Passport> all;
    const auto take = [&all](const sql::Statement &row) { all.insert(textAt(row, 0), passportFrom(jsonAt(row, 1))); };
    const auto done = eachRow(database, "SELECT key_id, facts FROM passport WHERE profile=?", take, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<> putPassport(
    sql::Database &database, const QString &profile, const QString &keyId, const Passport &passport)
{
    if (passport == Passport())
        return database.run("DELETE FROM passport WHERE profile=? AND key_id=?", utf8(profile), utf8(keyId));
    return database.run("INSERT OR REPLACE INTO passport(profile, key_id, facts) VALUES(?,?,?)", utf8(profile),
        utf8(keyId), jsonText(passportJson(passport)));
}

} // namespace store
