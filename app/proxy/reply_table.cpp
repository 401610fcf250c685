// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/tables.h"

namespace proxy {

sql::Result<std::optional<KeptReply>> findReply(sql::Database &database, const Digest &id, std::int64_t sinceUs)
{
    sql::Result<sql::Statement> statement =
        database.prepare("SELECT asked, status, body, headers FROM replays WHERE id=? AND at>=?");
    if (!statement)
        return sql::fail(statement.error());
    const sql::Result<bool> row = statement->bind(1, sql::Bytes(id.bytes)).bind(2, sinceUs).step();
    if (!row)
        return sql::fail(row.error());
    if (!*row)
        return std::nullopt;
    return KeptReply{digestFrom(statement->get<sql::Bytes>(0)), statement->get<int>(1), statement->get<std::string>(2),
        statement->get<std::string>(3)};
}

sql::Result<> keepReply(sql::Database &database, const Digest &id, const KeptReply &reply, std::int64_t sinceUs)
{
    const sql::Result<> forgotten = database.run("DELETE FROM replays WHERE at<?", sinceUs);
    if (!forgotten)
        return forgotten;
    return database.run("INSERT INTO replays VALUES(?,?,?,?,?,?)", sql::Bytes(id.bytes), wallMicros(),
        sql::Bytes(reply.asked.bytes), reply.status, reply.body, reply.headers);
}

} // namespace proxy
