// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/usage_rows.h"
#include "store/columns.h"
#include "store/usage_id.h"
#include "store/usage_rollup.h"
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

const std::string usageColumns = "source_id, request_id, ts, key_id, key, alias, upstream, model, family, status,"
                                 " error_class, ended, input_tokens, output_tokens, cached_tokens, reasoning_tokens,"
                                 " cost_nanos, currency, first_token_ms, total_ms, origin";

UsageRecord usageAt(const sql::Statement &row)
{
    UsageRecord r;
    r.sourceId = textAt(row, 0);
    r.requestId = textAt(row, 1);
    const auto micros = row.get<std::int64_t>(2);
    r.at = timeOf(micros);
    r.atMicros = int(micros - floorDiv(micros, 1000) * 1000);
    r.keyId = textAt(row, 3);
    r.key = textAt(row, 4);
    r.alias = textAt(row, 5);
    r.upstream = textAt(row, 6);
    r.model = textAt(row, 7);
    r.family = textAt(row, 8);
    r.status = row.get<std::optional<int>>(9);
    r.errorClass = textAt(row, 10);
    r.ended = textAt(row, 11);
    r.inputTokens = row.get<std::optional<qint64>>(12);
    r.outputTokens = row.get<std::optional<qint64>>(13);
    r.cachedTokens = row.get<std::optional<qint64>>(14);
    r.reasoningTokens = row.get<std::optional<qint64>>(15);
    r.costNanos = row.get<std::optional<qint64>>(16);
    r.currency = textAt(row, 17);
    r.firstTokenMs = row.get<std::optional<qint64>>(18);
    r.totalMs = row.get<std::optional<qint64>>(19);
    r.origin = row.get<Origin>(20);
    return r;
}

namespace {

// Puts rows one by one with statements that are prepared once.
class Putter
{
public:
    Putter(sql::Database &database, const Arrival &arrival) : m_database(database), m_arrival(arrival) {}

    sql::Result<> prepare();
    sql::Result<> put(const UsageRecord &row);
    sql::Result<Written> finish();

private:
    struct Place
    {
        std::int64_t id = 0;
        std::optional<UsageRecord> held; // the same row as it is now
    };
    sql::Result<Place> placeOf(const UsageRecord &row);
    sql::Result<> insert(std::int64_t id, const UsageRecord &row);
    sql::Result<> change(const Place &place, const UsageRecord &row);
    void bindRow(sql::Statement &statement, const UsageRecord &row);
    std::optional<std::int64_t> lagOf(const UsageRecord &row) const;

    sql::Database &m_database;
    const Arrival &m_arrival;
    std::optional<sql::Statement> m_find, m_insert, m_change;
    RollupChange m_rollup;
    Written m_written;
};

sql::Result<> Putter::prepare()
{
    const auto make = [this](std::optional<sql::Statement> &statement, const std::string &query) -> sql::Result<> {
        sql::Result<sql::Statement> made = m_database.prepare(query);
        if (!made)
            return sql::fail(made.error());
        statement.emplace(std::move(*made));
        return {};
    };
    std::string marks = "?1";
    std::string sets = "source_id=?1";
    const QStringList names = QString::fromStdString(usageColumns).split(u", "_s);
    for (int i = 2; i <= usageColumnCount; ++i) {
        marks += ",?" + std::to_string(i);
        sets += "," + utf8(names[i - 1]) + "=?" + std::to_string(i);
    }
    sql::Result<> done = make(m_find, "SELECT " + usageColumns + ", id, profile FROM usage WHERE id BETWEEN ? AND ?");
    if (done)
        done = make(m_insert,
            "INSERT INTO usage(" + usageColumns + ", id, profile, first_seen, lag_ms, import_id) VALUES(" + marks
                + ",?22,?23,?24,?25,?26)");
    if (done)
        done = make(m_change, "UPDATE usage SET " + sets + " WHERE id=?22");
    return done;
}

// Looks at every id the row may have, so that holes left by an undone import do not make a second one of it.
sql::Result<Putter::Place> Putter::placeOf(const UsageRecord &row)
{
    Place place;
    place.id = usageId(m_arrival.profile, row.sourceId, microsOf(row));
    const std::int64_t last = place.id + clashSteps - 1;
    m_find->with(place.id, last);
    sql::Result<bool> more = m_find->step();
    std::int64_t free = place.id;
    for (; more && *more; more = m_find->step()) {
        const auto id = m_find->get<std::int64_t>(usageColumnCount);
        if (textAt(*m_find, 0) == row.sourceId && textAt(*m_find, usageColumnCount + 1) == m_arrival.profile)
            return Place{id, usageAt(*m_find)};
        free += id == free;
    }
    if (!more)
        return sql::fail(more.error());
    if (free > last)
        return sql::fail({SQLITE_CONSTRAINT, "64 rows of one millisecond have the same hash"});
    place.id = free;
    return place;
}

sql::Result<> Putter::put(const UsageRecord &row)
{
    const sql::Result<Place> place = placeOf(row);
    if (!place)
        return sql::fail(place.error());
    if (!place->held)
        return insert(place->id, row);
    const bool keep = row.origin == Origin::Import && place->held->origin != Origin::Import;
    if (keep || *place->held == row) {
        ++m_written.same;
        return {};
    }
    return change(*place, row);
}

void Putter::bindRow(sql::Statement &statement, const UsageRecord &r)
{
    statement.with(utf8(r.sourceId), utf8(r.requestId), microsOf(r), utf8(r.keyId), utf8(r.key), utf8(r.alias),
        utf8(r.upstream), utf8(r.model), utf8(r.family), r.status, utf8(r.errorClass), utf8(r.ended), r.inputTokens,
        r.outputTokens, r.cachedTokens, r.reasoningTokens, r.costNanos, utf8(r.currency), r.firstTokenMs, r.totalMs,
        r.origin);
}

std::optional<std::int64_t> Putter::lagOf(const UsageRecord &row) const
{
    if (row.origin != Origin::Sync || !m_arrival.levelUntil || row.at < *m_arrival.levelUntil)
        return {};
    return std::max<std::int64_t>(0, row.at.msecsTo(m_arrival.at));
}

sql::Result<> Putter::insert(std::int64_t id, const UsageRecord &row)
{
    bindRow(*m_insert, row);
    m_insert->bind(22, id).bind(23, utf8(m_arrival.profile)).bind(24, microsOf(m_arrival.at));
    m_insert->bind(25, lagOf(row)).bind(26, m_arrival.import);
    m_rollup.add(m_arrival.profile, row);
    ++m_written.added;
    return m_insert->run();
}

sql::Result<> Putter::change(const Place &place, const UsageRecord &row)
{
    bindRow(*m_change, row);
    m_change->bind(22, place.id);
    m_rollup.remove(m_arrival.profile, *place.held);
    m_rollup.add(m_arrival.profile, row);
    ++m_written.changed;
    return m_change->run();
}

sql::Result<Written> Putter::finish()
{
    if (const sql::Result<> done = m_rollup.apply(m_database); !done)
        return sql::fail(done.error());
    return m_written;
}

} // namespace

Result<Written> putUsage(sql::Database &database, const Arrival &arrival, const QList<UsageRecord> &rows)
{
    Putter putter(database, arrival);
    if (const sql::Result<> done = putter.prepare(); !done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    for (const UsageRecord &row : rows) {
        if (!row.at.isValid() || !timeHasId(microsOf(row)))
            return fail(FailureKind::Rejected, u"the usage row %1 has no usable time"_s.arg(row.sourceId));
        if (const sql::Result<> done = putter.put(row); !done)
            return tl::unexpected<Failure>(failureOf(done.error()));
    }
    return inWords(putter.finish());
}

sql::Result<std::optional<UsageRecord>> usageOfRequest(
    sql::Database &database, const QString &profile, const QString &requestId, const QDateTime &from)
{
    std::optional<UsageRecord> found;
    const std::int64_t low = from.isValid() ? lowestId(microsOf(from)) : INT64_MIN;
    const auto done = eachRow(
        database,
        "SELECT " + usageColumns + " FROM usage WHERE id >= ? AND profile=? AND request_id=? ORDER BY id LIMIT 1",
        [&found](const sql::Statement &row) { found = usageAt(row); }, low, utf8(profile), utf8(requestId));
    if (!done)
        return sql::fail(done.error());
    return found;
}

} // namespace store
