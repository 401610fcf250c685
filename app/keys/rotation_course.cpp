// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/rotation_course.h"
#include "keys/rotations.h"
#include "store/columns.h"
#include "store/gaps.h"
#include "store/key_use.h"
#include "store/store.h"
#include "store/sync_state.h"
#include "store/usage_figures.h"
#include <algorithm>

namespace keys {

static constexpr qint64 hour = 3600; // seconds

// The hour that runs is known as far as it was read; it ends where the sync ended.
bool isKnown(const KnownHours &known, const QDateTime &start)
{
    const QDateTime end = start.addSecs(hour);
    if (!known.since.isValid() || !known.until.isValid() || end <= known.since || start > known.until)
        return false;
    return std::ranges::none_of(known.gaps, [&](const auto &gap) { return gap.first < end && gap.second > start; });
}

namespace {

struct Asked
{
    QString profile;
    QString id;
    QString name;
};

store::Scope scopeOf(const Asked &key, const QDateTime &from)
{
    store::Scope scope;
    scope.profile = key.profile;
    scope.from = store::microsOf(from);
    scope.where.text = "(key_id = ? OR (key_id = '' AND key = ?))";
    scope.where.values = {store::Condition::Value(store::utf8(key.id)), store::Condition::Value(store::utf8(key.name))};
    return scope;
}

sql::Result<QList<std::optional<qint64>>> hoursOf(
    sql::Database &db, const Asked &key, const QDateTime &from, const KnownHours &known)
{
    QList<std::optional<qint64>> out(courseHours, 0);
    if (!key.id.isEmpty() || !key.name.isEmpty()) {
        const auto quarters = store::quarters(db, scopeOf(key, from), store::Dimension::All);
        if (!quarters)
            return sql::fail(quarters.error());
        for (const store::Quarter &each : *quarters)
            if (const qint64 at = (each.start / 1000 - from.toMSecsSinceEpoch()) / (hour * 1000);
                at >= 0 && at < courseHours)
                *out[at] += each.sums.requests;
    }
    for (int at = 0; at < courseHours; ++at)
        if (!isKnown(known, from.addSecs(qint64(at) * hour)))
            out[at].reset();
    return out;
}

sql::Result<KnownHours> knownHours(sql::Database &db, const QString &profile)
{
    const auto first = store::firstRow(db, profile);
    const auto sync = first ? store::syncState(db, profile) : sql::fail(first.error());
    const auto gaps = sync ? store::gaps(db, profile) : sql::fail(sync.error());
    if (!gaps)
        return sql::fail(gaps.error());
    KnownHours known{first->value_or(QDateTime()), sync->syncedAt.value_or(QDateTime()), {}};
    for (const store::KnownGap &gap : *gaps)
        known.gaps << std::pair(gap.from, gap.to);
    return known;
}

sql::Result<QList<RotationCourse::Caller>> callersOf(sql::Database &db, const Asked &key, const QDateTime &from)
{
    const store::UseOf asked{{key.id}, {key.name}, {}};
    const auto use = store::useOf(db, key.profile, asked, from);
    if (!use)
        return sql::fail(use.error());
    QList<RotationCourse::Caller> callers;
    for (const store::KeyUse &each : *use)
        if (each.calls > 0)
            callers << RotationCourse::Caller{each.alias, each.calls, each.lastAt};
    return callers;
}

sql::Result<RotationCourse> courseOf(
    sql::Database &db, const QString &profile, const Rotation &rotation, const QDateTime &now)
{
    RotationCourse course;
    const qint64 thisHour = now.toSecsSinceEpoch() / hour * hour;
    course.from = QDateTime::fromSecsSinceEpoch(thisHour - qint64(courseHours - 1) * hour, Qt::UTC);
    const Asked old{profile, rotation.oldId, rotation.oldName};
    const Asked successor{profile, rotation.newId, rotation.newName};
    const auto known = knownHours(db, profile);
    const auto before = known ? hoursOf(db, old, course.from, *known) : sql::fail(known.error());
    const auto after = before ? hoursOf(db, successor, course.from, *known) : sql::fail(before.error());
    const auto callers =
        after ? callersOf(db, old, now.addSecs(-qint64(rotation.drainHours) * hour)) : sql::fail(after.error());
    if (!callers)
        return sql::fail(callers.error());
    course.oldCalls = *before;
    course.newCalls = *after;
    course.callers = *callers;
    return course;
}

} // namespace

Task<Result<RotationCourse>> Rotations::course(Rotation rotation, QDateTime now) const
{
    const auto read = [profile = m_profile, rotation, now](
                          sql::Database &db) { return courseOf(db, profile, rotation, now); };
    co_return co_await m_store.read(read);
}

} // namespace keys
