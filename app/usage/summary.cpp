// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/summary.h"
#include "store/columns.h"
#include "store/gaps.h"
#include <map>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

struct GroupName
{
    QLatin1StringView name;
    SummaryBy group;
    std::optional<store::Dimension> dimension; // none: a time
};
const QList<GroupName> &groupNames()
{
    using enum store::Dimension;
    static const QList<GroupName> names{
        {"key"_L1, SummaryBy::Key, Key},
        {"alias"_L1, SummaryBy::Alias, Alias},
        {"model"_L1, SummaryBy::Model, Model},
        {"upstream"_L1, SummaryBy::Upstream, Upstream},
        {"family"_L1, SummaryBy::Family, Family},
        {"status"_L1, SummaryBy::Status, Status},
        {"day"_L1, SummaryBy::Day, {}},
        {"hour"_L1, SummaryBy::Hour, {}},
    };
    return names;
}

std::optional<store::Dimension> dimensionOf(SummaryBy group)
{
    for (const GroupName &known : groupNames())
        if (known.group == group)
            return known.dimension;
    return {};
}

QString timeName(SummaryBy group, qint64 bucket, const QTimeZone &zone)
{
    const QDateTime quarter = store::timeOf(bucket * store::bucketMicros);
    if (group == SummaryBy::Day)
        return quarter.toTimeZone(zone).date().toString(Qt::ISODate);
    const QDateTime hour = stepStart(quarter, Step::Hour, zone).toTimeZone(zone);
    const QString offset = hour.toOffsetFromUtc(hour.offsetFromUtc()).toString(u"t"_s).mid(3); // "UTC+05:45"
    return hour.toString(u"yyyy-MM-dd'T'HH:mm"_s) + (offset.isEmpty() ? u"Z"_s : offset);
}

// Quarters that fall into one day or hour are one row; names keep the order that was asked for.
QList<SummaryRow> merged(const QList<store::GroupSums> &sums, const QList<SummaryBy> &groups, const QTimeZone &zone)
{
    struct Row
    {
        store::Sums sums;
        qint64 samples = 0;
    };
    std::map<QStringList, Row> rows;
    for (const store::GroupSums &sum : sums) {
        QStringList names;
        qsizetype next = 0;
        for (const SummaryBy group : groups)
            names << (dimensionOf(group) ? sum.names.at(next++) : timeName(group, sum.bucket, zone));
        Row &row = rows[names];
        row.sums += sum.sums;
        row.samples += sum.samples;
    }
    QList<SummaryRow> all;
    for (const auto &[names, row] : rows) {
        all << SummaryRow{names, totalsOf(row.sums)};
        all.last().totals.sampleRows = row.samples;
    }
    return all;
}

Result<RowPage> readPage(
    sql::Database &database, const store::Scope &scope, std::optional<std::int64_t> id, qint64 limit)
{
    const auto placed = store::rowsBefore(database, scope, id, limit + 1);
    if (!placed)
        return tl::unexpected<Failure>(store::failureOf(placed.error()));
    RowPage page;
    for (const store::PlacedRow &row : *placed) {
        if (page.rows.size() == limit)
            break;
        page.rows << row.row;
    }
    if (placed->size() > limit && limit > 0)
        page.next = QString::number(placed->at(limit - 1).id, 36);
    return page;
}

} // namespace

Result<QList<SummaryBy>> summaryGroups(const QString &text)
{
    QList<SummaryBy> groups;
    QStringList known;
    for (const GroupName &name : groupNames())
        known << name.name;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const auto at = known.indexOf(word.trimmed().toLower());
        if (at < 0)
            return fail(
                FailureKind::Rejected, u"\"%1\" is no group; the groups are %2"_s.arg(word, known.join(u", "_s)));
        groups << groupNames().at(at).group;
    }
    return groups;
}

QString nameOf(SummaryBy group)
{
    for (const GroupName &known : groupNames())
        if (known.group == group)
            return known.name;
    return {};
}

Task<Result<QList<SummaryRow>>> summary(store::Store &store, Query query, QList<SummaryBy> groups, FilterMoment moment)
{
    const auto read = [query, groups, moment](sql::Database &database) -> Result<QList<SummaryRow>> {
        const Result<store::Scope> scope = scopeOf(query, moment);
        if (!scope)
            return tl::unexpected<Failure>(scope.error());
        QList<store::Dimension> dimensions;
        for (const SummaryBy group : groups)
            if (const auto dimension = dimensionOf(group))
                dimensions << *dimension;
        const bool byTime = dimensions.size() < groups.size();
        const auto sums = store::groups(database, *scope, dimensions, byTime);
        if (!sums)
            return tl::unexpected<Failure>(store::failureOf(sums.error()));
        return merged(*sums, groups, moment.zone);
    };
    co_return co_await store.read(read);
}

Task<Result<RowPage>> rowPage(store::Store &store, Query query, QString cursor, qint64 limit, FilterMoment moment)
{
    bool ok = cursor.isEmpty();
    std::optional<std::int64_t> id;
    if (!ok)
        id = cursor.toLongLong(&ok, 36);
    if (!ok)
        co_return fail(FailureKind::Rejected, u"\"%1\" is no cursor of this list"_s.arg(cursor));
    const auto read = [query, id, limit, moment](sql::Database &database) -> Result<RowPage> {
        const Result<store::Scope> scope = scopeOf(query, moment);
        if (!scope)
            return tl::unexpected<Failure>(scope.error());
        return readPage(database, *scope, id, limit);
    };
    co_return co_await store.read(read);
}

Task<Result<QList<Gap>>> gaps(store::Store &store, QString profile)
{
    const auto read = [profile](sql::Database &database) -> sql::Result<QList<Gap>> {
        const auto known = store::gaps(database, profile);
        if (!known)
            return sql::fail(known.error());
        QList<Gap> all;
        for (const store::KnownGap &gap : *known)
            all << Gap{gap.from, gap.to, gap.why};
        return all;
    };
    co_return co_await store.read(read);
}

} // namespace usage
