// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/tables.h"
#include <algorithm>

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
    row.owner = s.get<std::optional<std::string>>(26);
    row.unit = s.get<std::string>(27);
    row.previousSecret = s.get<bool>(28);
    return row;
}

} // namespace

sql::Result<std::int64_t> lastUsageId(sql::Database &database)
{
    return database.number("SELECT max(id) FROM usage");
}

namespace {

std::string conditionsOf(const UsageQuery &query)
{
    std::string text = "SELECT * FROM usage WHERE id>?1 AND id<=?3";
    if (query.requestId)
        text += " AND request_id=?4";
    if (query.key)
        text += " AND (key_id=?5 OR key=?5)";
    if (query.alias)
        text += " AND alias=?6";
    if (query.status)
        text += " AND status=?7";
    if (query.sinceUs)
        text += " AND ts>=?8";
    if (query.untilUs)
        text += " AND ts<?9";
    return text + " ORDER BY id LIMIT ?2";
}

template<class Value>
void bindIf(sql::Statement &statement, int index, const std::optional<Value> &value)
{
    if (value)
        statement.bind(index, *value);
}

} // namespace

sql::Result<UsageRows> readUsage(sql::Database &database, const UsageQuery &query)
{
    const sql::Result<std::int64_t> newest = lastUsageId(database);
    sql::Result<sql::Statement> statement = database.prepare(conditionsOf(query));
    if (!newest || !statement)
        return sql::fail(newest ? statement.error() : newest.error());
    // By request id the index finds them; other filters look at each row.
    const bool scans = query.filtered() && !query.requestId;
    const std::int64_t end = scans ? std::min(*newest, query.after + mostScanned) : *newest;
    statement->bind(1, query.after).bind(2, query.limit + 1).bind(3, end);
    bindIf(*statement, 4, query.requestId);
    bindIf(*statement, 5, query.key);
    bindIf(*statement, 6, query.alias);
    bindIf(*statement, 7, query.status);
    bindIf(*statement, 8, query.sinceUs);
    bindIf(*statement, 9, query.untilUs);
    UsageRows found;
    sql::Result<bool> more = statement->step();
    for (; more && *more && std::int64_t(found.rows.size()) < query.limit; more = statement->step())
        found.rows.push_back(rowOf(*statement));
    if (!more)
        return sql::fail(more.error());
    found.complete = !*more && end >= *newest;
    found.readTo = *more ? found.rows.back().id : std::max(query.after, end);
    return found;
}

} // namespace proxy
