// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/tables.h"

namespace proxy {

namespace {

UsageRow rowOf(const sql::Statement &s)
{
    UsageRow row;
    row.id = s.get<std::int64_t>(0);
    row.requestId = s.get<std::string>(1);
    row.ts = s.get<std::int64_t>(2);
    row.keyId = s.get<std::optional<std::string>>(3);
    row.key = s.get<std::optional<std::string>>(4);
    row.alias = s.get<std::optional<std::string>>(5);
    row.upstream = s.get<std::optional<std::string>>(6);
    row.model = s.get<std::optional<std::string>>(7);
    row.family = s.get<std::string>(8);
    row.status = s.get<int>(9);
    row.errorClass = s.get<std::optional<std::string>>(10);
    row.ended = s.get<Ended>(11);
    row.streamed = s.get<bool>(12);
    row.tokens.input = s.get<std::optional<std::int64_t>>(13);
    row.tokens.output = s.get<std::optional<std::int64_t>>(14);
    row.tokens.cached = s.get<std::optional<std::int64_t>>(15);
    row.tokens.reasoning = s.get<std::optional<std::int64_t>>(16);
    row.costNanos = s.get<std::optional<std::int64_t>>(17);
    row.chargedNanos = s.get<std::int64_t>(18);
    row.firstByteMs = s.get<std::optional<std::int64_t>>(19);
    row.firstTokenMs = s.get<std::optional<std::int64_t>>(20);
    row.totalMs = s.get<std::int64_t>(21);
    row.sample = s.get<bool>(22);
    row.priceDate = s.get<std::optional<std::string>>(23);
    row.attempts = s.get<int>(24);
    row.chain = s.get<std::string>(25);
    return row;
}

} // namespace

sql::Result<> addUsage(sql::Statement &insert, const UsageRow &row)
{
    return insert
        .withBorrowed(row.id, row.requestId, row.ts, row.keyId, row.key, row.alias, row.upstream, row.model, row.family,
            row.status, row.errorClass, row.ended, row.streamed, row.tokens.input, row.tokens.output, row.tokens.cached,
            row.tokens.reasoning, row.costNanos, row.chargedNanos, row.firstByteMs, row.firstTokenMs, row.totalMs,
            row.sample, row.priceDate, row.attempts, row.chain)
        .run();
}

sql::Result<std::int64_t> lastUsageId(sql::Database &database)
{
    return database.number("SELECT max(id) FROM usage");
}

sql::Result<std::vector<UsageRow>> readUsage(sql::Database &database, const UsageQuery &query)
{
    const char *all = "SELECT * FROM usage WHERE id>? ORDER BY id LIMIT ?";
    const char *one = "SELECT * FROM usage WHERE id>? AND request_id=?3 ORDER BY id LIMIT ?2";
    sql::Result<sql::Statement> statement = database.prepare(query.requestId ? one : all);
    if (!statement)
        return sql::fail(statement.error());
    statement->bind(1, query.after).bind(2, query.limit + 1);
    if (query.requestId)
        statement->bind(3, *query.requestId);
    std::vector<UsageRow> rows;
    sql::Result<bool> more = statement->step();
    for (; more && *more; more = statement->step())
        rows.push_back(rowOf(*statement));
    if (!more)
        return sql::fail(more.error());
    return rows;
}

} // namespace proxy
