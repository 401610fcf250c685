// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profiles.h"
#include "store/columns.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

Profile profileAt(const sql::Statement &row)
{
    Profile profile;
    profile.id = textAt(row, 0);
    profile.name = textAt(row, 1);
    profile.kind = textAt(row, 2);
    profile.dataUrl = QUrl(textAt(row, 3));
    profile.adminUrl = QUrl(textAt(row, 4));
    profile.userId = textAt(row, 5);
    profile.adminKeyRef = textAt(row, 6);
    profile.dataKeyRef = textAt(row, 7);
    profile.environment = row.get<Environment>(8);
    profile.readOnly = row.get<bool>(9);
    profile.isDefault = row.get<bool>(10);
    profile.timeZone = textAt(row, 11);
    profile.caFile = textAt(row, 12);
    profile.proxy = textAt(row, 13);
    profile.clientCertFile = textAt(row, 14);
    profile.clientKeyFile = textAt(row, 15);
    profile.clientKeyPassRef = textAt(row, 16);
    profile.userIdTold = row.get<bool>(17);
    return profile;
}

std::string urlText(const QUrl &url)
{
    return utf8(url.toString(QUrl::FullyEncoded));
}

sql::Result<> put(sql::Database &database, const Profile &p)
{
    return database.run("INSERT INTO profile VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET"
                        " name=excluded.name, kind=excluded.kind, data_url=excluded.data_url,"
                        " admin_url=excluded.admin_url, user_id=excluded.user_id,"
                        " admin_key_ref=excluded.admin_key_ref, data_key_ref=excluded.data_key_ref,"
                        " environment=excluded.environment, read_only=excluded.read_only,"
                        " is_default=excluded.is_default, time_zone=excluded.time_zone, ca_file=excluded.ca_file,"
                        " proxy=excluded.proxy, client_cert=excluded.client_cert, client_key=excluded.client_key,"
                        " client_key_pass_ref=excluded.client_key_pass_ref, user_id_told=excluded.user_id_told",
        utf8(p.id), utf8(p.name), utf8(p.kind), urlText(p.dataUrl), urlText(p.adminUrl), utf8(p.userId),
        utf8(p.adminKeyRef), utf8(p.dataKeyRef), p.environment, p.readOnly, p.isDefault, utf8(p.timeZone),
        utf8(p.caFile), utf8(p.proxy), utf8(p.clientCertFile), utf8(p.clientKeyFile), utf8(p.clientKeyPassRef),
        p.userIdTold);
}

sql::Result<bool> nameTaken(sql::Database &database, const Profile &profile)
{
    bool taken = false;
    const auto done = eachRow(
        database, "SELECT 1 FROM profile WHERE name=? AND id<>?", [&taken](const sql::Statement &) { taken = true; },
        utf8(profile.name), utf8(profile.id));
    if (!done)
        return sql::fail(done.error());
    return taken;
}

} // namespace

sql::Result<QList<Profile>> profiles(sql::Database &database)
{
    QList<Profile> all;
    const auto done = eachRow(database,
        "SELECT id, name, kind, data_url, admin_url, user_id, admin_key_ref, data_key_ref, environment, read_only,"
        " is_default, time_zone, ca_file, proxy, client_cert, client_key, client_key_pass_ref, user_id_told"
        " FROM profile ORDER BY name",
        [&all](const sql::Statement &row) { all << profileAt(row); });
    if (!done)
        return sql::fail(done.error());
    return all;
}

Result<> saveProfile(sql::Database &database, const Profile &profile)
{
    const sql::Result<bool> taken = nameTaken(database, profile);
    if (!taken)
        return tl::unexpected<Failure>(failureOf(taken.error()));
    if (*taken)
        return fail(FailureKind::Conflict, u"there is a profile named %1 already"_s.arg(profile.name));
    sql::Result<> done;
    if (profile.isDefault)
        done = database.run("UPDATE profile SET is_default=0 WHERE id<>?", utf8(profile.id));
    return inWords(done ? put(database, profile) : done);
}

sql::Result<bool> keepUserId(sql::Database &database, const QString &id, const QString &userId)
{
    const sql::Result<> done =
        database.run("UPDATE profile SET user_id=?, user_id_told=1 WHERE id=? AND user_id=''", utf8(userId), utf8(id));
    if (!done)
        return sql::fail(done.error());
    return database.changes() > 0;
}

sql::Result<bool> removeProfile(sql::Database &database, const QString &id)
{
    for (const char *query :
        {"DELETE FROM key_cache WHERE profile=?", "DELETE FROM key_cache_state WHERE profile=?",
            "DELETE FROM sync_state WHERE profile=?", "DELETE FROM sync_lease WHERE profile=?",
            "DELETE FROM usage_gap WHERE profile=?", "DELETE FROM usage WHERE profile=?",
            "DELETE FROM usage_rollup WHERE profile=?", "DELETE FROM usage_import WHERE profile=?",
            "DELETE FROM plan_applied WHERE profile=?", "DELETE FROM catalog WHERE profile=?",
            "DELETE FROM passport WHERE profile=?", "DELETE FROM guard WHERE profile=?",
            "DELETE FROM rotation_schedule WHERE profile=?", "DELETE FROM data_facts WHERE profile=?",
            "DELETE FROM budget_raise WHERE profile=?", "DELETE FROM rotation_schedule WHERE profile=?",
            "DELETE FROM setting WHERE name='own-key/' || ?",
            "UPDATE change_set SET state='dropped' WHERE profile=? AND state='open'", "DELETE FROM profile WHERE id=?"})
        if (sql::Result<> done = database.run(query, utf8(id)); !done)
            return sql::fail(done.error());
    return database.changes() > 0;
}

Result<> makeDefault(sql::Database &database, const QString &id)
{
    sql::Result<> done = database.run("UPDATE profile SET is_default=0");
    if (done)
        done = database.run("UPDATE profile SET is_default=1 WHERE id=?", utf8(id));
    if (done && database.changes() == 0)
        return fail(FailureKind::NotFound, u"there is no profile with the id "_s + id);
    return inWords(done);
}

} // namespace store
