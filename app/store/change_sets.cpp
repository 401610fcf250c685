// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/change_sets.h"
#include "store/columns.h"
#include "store/failure_text.h"
#include "store/process.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int longestStepMinutes = 15; // after that a process of this number is another one

std::optional<std::string> textOf(const std::optional<QJsonObject> &object)
{
    return object ? std::optional(jsonText(*object)) : std::nullopt;
}
std::optional<QJsonObject> objectAt(const sql::Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(jsonAt(row, column));
}

bool isWork(const QString &state)
{
    return state == "applying"_L1 || state == "undoing"_L1;
}

StepLine stepAt(const sql::Statement &row)
{
    StepLine step;
    step.place = row.get<int>(0);
    step.object = textAt(row, 1);
    step.before = objectAt(row, 2);
    step.after = objectAt(row, 3);
    step.foundBefore = objectAt(row, 4);
    step.foundAfter = objectAt(row, 5);
    step.rotationSeconds = row.get<std::optional<qint64>>(6);
    step.state = textAt(row, 7);
    step.remark = textAt(row, 8);
    if (!row.isNull(9))
        step.failure = Failure{kindNamed(textAt(row, 9)), textAt(row, 10), row.get<int>(11)};
    return step;
}

// A set without its steps, and whether a living process works on it.
struct Headed
{
    SetLine line;
    bool busy = false;
};
Headed headAt(const sql::Statement &row, const QDateTime &now)
{
    Headed head;
    SetLine &line = head.line;
    line.id = row.get<qint64>(0);
    line.profile = textAt(row, 1);
    line.title = textAt(row, 2);
    line.reason = textAt(row, 3);
    line.by = textAt(row, 4);
    line.created = timeOf(row.get<std::int64_t>(5));
    line.state = textAt(row, 6);
    const bool late = timeOf(row.get<std::int64_t>(8)) < now.addSecs(-60 * qint64{longestStepMinutes});
    const qint64 pid = row.get<qint64>(7); // 0: it let go of the set
    head.busy = isWork(line.state) && pid > 0 && !late && !isGone(pid);
    line.left = isWork(line.state) && !head.busy;
    return head;
}

sql::Result<QList<StepLine>> stepsOf(sql::Database &database, qint64 set)
{
    QList<StepLine> steps;
    const auto done = eachRow(
        database,
        "SELECT place, object, before_json, after_json, found_before_json, found_after_json, rotation_s, state, remark,"
        " failure_kind, failure_detail, failure_status FROM change_step WHERE change_set=? ORDER BY place",
        [&steps](const sql::Statement &row) { steps << stepAt(row); }, set);
    if (!done)
        return sql::fail(done.error());
    return steps;
}

const std::string headColumns = "SELECT id, profile, title, reason, by_user, created, head.state, pid, touched";
const std::string headTables = " FROM change_set AS head ";

Result<Headed> headOf(sql::Database &database, qint64 id, const QDateTime &now)
{
    std::optional<Headed> head;
    const auto done = eachRow(
        database, headColumns + headTables + "WHERE id=?", [&](const sql::Statement &row) { head = headAt(row, now); },
        id);
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    if (!head)
        return fail(FailureKind::NotFound, u"there is no change set %1"_s.arg(id));
    const auto steps = stepsOf(database, id);
    if (!steps)
        return tl::unexpected<Failure>(failureOf(steps.error()));
    head->line.steps = *steps;
    return *head;
}

sql::Result<> putStep(sql::Database &database, qint64 set, const StepLine &step)
{
    std::optional<std::string> kind, detail;
    std::optional<int> status;
    if (step.failure) {
        kind = utf8(nameOf(step.failure->kind));
        detail = utf8(step.failure->detail);
        status = step.failure->httpStatus;
    }
    return database.run("INSERT OR REPLACE INTO change_step VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", set, step.place,
        utf8(step.object), textOf(step.before), textOf(step.after), textOf(step.foundBefore), textOf(step.foundAfter),
        step.rotationSeconds, utf8(step.state), utf8(step.remark), kind, detail, status);
}

sql::Result<qint64> putHead(sql::Database &database, const SetLine &set, const QDateTime &now)
{
    if (set.id == 0) {
        const auto added = database.run(
            "INSERT INTO change_set(profile, title, reason, by_user, created, state, touched) VALUES(?,?,?,?,?,?,?)",
            utf8(set.profile), utf8(set.title), utf8(set.reason), utf8(set.by), microsOf(set.created), utf8(set.state),
            microsOf(now));
        return added ? sql::Result<qint64>(database.lastInsertId()) : sql::fail(added.error());
    }
    const auto kept = database.run("UPDATE change_set SET title=?, reason=?, state=?, touched=? WHERE id=?",
        utf8(set.title), utf8(set.reason), utf8(set.state), microsOf(now), set.id);
    return kept ? sql::Result<qint64>(set.id) : sql::fail(kept.error());
}

tl::unexpected<Failure> busy(qint64 set)
{
    return fail(FailureKind::Locked, u"another process applies change set %1 or takes it back"_s.arg(set));
}

} // namespace

sql::Result<QList<SetHead>> changeSets(sql::Database &database, const QString &profile, int count, const QDateTime &now)
{
    QList<SetHead> sets;
    const auto take = [&](const sql::Statement &row) {
        sets << SetHead{headAt(row, now).line, row.get<qint64>(9), row.get<qint64>(10), row.get<qint64>(11)};
    };
    const auto done = eachRow(database,
        headColumns + ", count(place), ifnull(sum(step.state='done'), 0), ifnull(sum(step.state='failed'), 0)"
            + headTables
            + "LEFT JOIN change_step AS step ON change_set=id WHERE ?1='' OR profile=?1"
              " GROUP BY id ORDER BY id DESC LIMIT ?2",
        take, utf8(profile), count);
    if (!done)
        return sql::fail(done.error());
    return sets;
}

Result<SetLine> changeSet(sql::Database &database, qint64 id, const QDateTime &now)
{
    return headOf(database, id, now).map([](const Headed &head) { return head.line; });
}

Result<qint64> keepSet(sql::Database &database, const SetLine &set, const QDateTime &now)
{
    if (set.id != 0) {
        const auto head = headOf(database, set.id, now);
        if (!head)
            return tl::unexpected<Failure>(head.error());
        if (head->busy)
            return busy(set.id);
    }
    const auto id = putHead(database, set, now);
    sql::Result<> done = id ? database.run("DELETE FROM change_step WHERE change_set=?", *id) : sql::fail(id.error());
    for (qsizetype i = 0; done && i < set.steps.size(); ++i)
        done = putStep(database, *id, set.steps.at(i));
    return inWords(done).map([&id] { return *id; });
}

Result<SetLine> takeSet(sql::Database &database, const SetWork &work, const QDateTime &now)
{
    auto head = headOf(database, work.set, now);
    if (!head)
        return tl::unexpected<Failure>(head.error());
    if (head->busy)
        return busy(work.set);
    if (!work.from.contains(head->line.state))
        return fail(FailureKind::Conflict, u"change set %1 is %2"_s.arg(work.set).arg(head->line.state));
    sql::Result<> done = database.run("UPDATE journal SET closed=1, failure_kind='cancelled', failure_detail="
                                      "'the program ended before this was read back', failure_status=0"
                                      " WHERE change_set=? AND closed=0",
        work.set);
    if (done)
        done = database.run("UPDATE change_set SET state=?, pid=?, touched=? WHERE id=?", utf8(work.to), work.pid,
            microsOf(now), work.set);
    head->line.left = false;
    return inWords(done).map([&head] { return head->line; });
}

sql::Result<> leaveSet(sql::Database &database, qint64 set, qint64 pid)
{
    return database.run("UPDATE change_set SET pid=0 WHERE id=? AND pid=?", set, pid);
}

sql::Result<> keepStep(sql::Database &database, qint64 set, const StepLine &step, const QDateTime &now)
{
    const auto done = putStep(database, set, step);
    return done ? database.run("UPDATE change_set SET touched=? WHERE id=?", microsOf(now), set) : done;
}

sql::Result<> endSet(sql::Database &database, qint64 set, const QString &state, const QDateTime &now)
{
    return database.run("UPDATE change_set SET state=?, pid=0, touched=? WHERE id=?", utf8(state), microsOf(now), set);
}

} // namespace store
