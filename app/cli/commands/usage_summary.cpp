// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/usage_query.h"
#include "cli/words.h"
#include "store/usage_figures.h"
#include "usage/figures.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"usage summary"_s;

// The columns of --by, in the order given.
struct Grouping
{
    QStringList columns;
    QList<store::Dimension> dimensions;
    usage::Step step = usage::Step::None;
};

static Maybe<Grouping> groupingOf(const Args &args)
{
    static const QMap<QString, store::Dimension> known{{u"alias"_s, store::Dimension::Alias},
        {u"key"_s, store::Dimension::Key}, {u"model"_s, store::Dimension::Model},
        {u"upstream"_s, store::Dimension::Upstream}, {u"status"_s, store::Dimension::Status}};
    Grouping grouping;
    grouping.columns = args.has("by") ? args.list("by") : QStringList{u"alias"_s};
    for (const QString &column : std::as_const(grouping.columns)) {
        if (known.contains(column))
            grouping.dimensions << known.value(column);
        else if (column == "day"_L1 || column == "hour"_L1)
            grouping.step = column == "day"_L1 ? usage::Step::Day : usage::Step::Hour;
        else
            return misuse(u"--by"_s,
                Words::tr("\"%1\" is none of key, alias, model, upstream, status, day, hour").arg(column),
                u"--by key,alias,day"_s);
    }
    if (grouping.dimensions.size() > 3)
        return misuse(u"--by"_s, Words::tr("at most three fields beside the time"), u"--by key,alias,day"_s);
    return grouping;
}

static Maybe<QTimeZone> zoneOf(const Args &args, const Profile &profile)
{
    const QString name = args.has("zone") ? args.value("zone") : profile.timeZone;
    const QTimeZone zone = name.isEmpty() ? QTimeZone::utc() : QTimeZone(name.toUtf8());
    if (!zone.isValid())
        return misuse(u"--zone"_s, Words::tr("\"%1\" is no time zone").arg(name), u"--zone Europe/Paris"_s);
    return zone;
}

using Sums = QMap<QStringList, store::Sums>;

// The quarters of an hour, added up to the days or hours of a zone. The key of a sum is its columns' texts.
static Sums addUp(const QList<store::GroupSums> &groups, const Grouping &grouping, const QTimeZone &zone)
{
    Sums sums;
    for (const store::GroupSums &group : groups) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(group.bucket / 1000, Qt::UTC);
        const QDateTime local = usage::stepStart(at, grouping.step, zone).toTimeZone(zone);
        QStringList names = group.names;
        QStringList key;
        for (const QString &column : grouping.columns)
            key << (column == "day"_L1    ? local.toString(u"yyyy-MM-dd"_s)
                    : column == "hour"_L1 ? local.toString(u"yyyy-MM-ddTHH:mm"_s)
                                          : names.takeFirst());
        sums[key] += group.sums;
    }
    return sums;
}

static QJsonObject jsonOf(const QStringList &columns, const QStringList &key, const usage::Totals &totals)
{
    QJsonObject out;
    for (qsizetype i = 0; i < columns.size(); ++i)
        out.insert(columns.at(i), key.at(i));
    out.insert(u"requests"_s, totals.requests);
    out.insert(u"errors"_s, totals.errors);
    out.insert(u"input_tokens"_s, cli::jsonOf(totals.inputTokens));
    out.insert(u"output_tokens"_s, cli::jsonOf(totals.outputTokens));
    out.insert(u"cached_tokens"_s, cli::jsonOf(totals.cachedTokens));
    out.insert(u"cost_nanos"_s, cli::jsonOf(totals.costNanos));
    out.insert(u"unknown_cost_rows"_s, totals.unknownCostRows);
    return out;
}

static void print(Context &context, const Grouping &grouping, const Sums &sums, int passed, int limit)
{
    const auto number = [](const std::optional<qint64> &n) { return n ? QString::number(*n) : Words::tr("unknown"); };
    QJsonArray items;
    QStringList head;
    for (const QString &column : grouping.columns)
        head << column.toUpper();
    Table rows{head
        + QStringList{Words::tr("REQUESTS"), Words::tr("ERRORS"), Words::tr("IN"), Words::tr("OUT"), Words::tr("COST"),
            Words::tr("UNKNOWN COST")}};
    auto it = sums.begin();
    std::advance(it, std::min<qsizetype>(passed, sums.size()));
    for (; it != sums.end() && items.size() < limit; ++it) {
        const usage::Totals totals = usage::totalsOf(*it);
        items.append(jsonOf(grouping.columns, it.key(), totals));
        rows << it.key()
                + QStringList{QString::number(totals.requests), QString::number(totals.errors),
                    number(totals.inputTokens), number(totals.outputTokens), usd(totals.costNanos),
                    QString::number(totals.unknownCostRows)};
    }
    const bool complete = it == sums.end();
    const QString next = complete ? QString() : QString::number(passed + items.size());
    context.out.document(listDocument(items, complete, next));
    context.out.table(rows);
    if (!complete)
        context.out.note(
            Words::tr("there are more groups: --after %1 goes on, --limit N shows more at once").arg(next));
}

// How many groups were listed before.
static Maybe<int> passedOf(const Args &args)
{
    bool ok = false;
    const int passed = args.has("after") ? args.value("after").toInt(&ok) : 0;
    if (args.has("after") && (!ok || passed < 0))
        return unknownCursor(args.value("after"));
    return passed;
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(10'000);
    const auto passed = passedOf(context.args);
    if (!passed)
        co_return context.failed(passed.error());
    const auto grouping = groupingOf(context.args);
    if (!limit)
        co_return context.failed(limit.error());
    if (!grouping)
        co_return context.failed(grouping.error());
    const auto scope = co_await usageScope(context, what);
    if (!scope)
        co_return context.failed(scope.error());
    const auto zone = zoneOf(context.args, scope->profile);
    if (!zone)
        co_return context.failed(zone.error());
    const bool quarters = grouping->step != usage::Step::None;
    const auto read = [scope = scope->scope, by = grouping->dimensions, quarters](
                          sql::Database &db) { return store::groups(db, scope, by, quarters); };
    const auto groups = co_await scope->workspace->store().read(read);
    if (!groups)
        co_return context.failed(trouble(what, groups.error()).value());
    print(context, *grouping, addUp(*groups, *grouping, *zone), *passed, *limit);
    co_return AllWell;
}

extern const Command usageSummary;
const Command usageSummary{"usage summary", "", QT_TRANSLATE_NOOP("Words", "adds up calls of the local store"),
    "usage summary --by key,alias,day --from -30d --json",
    usageOptions()
        + QList<Option>{{"by", "FIELDS", QT_TRANSLATE_NOOP("Words", "key, alias, model, upstream, status, day, hour")},
            {"zone", "ZONE",
                QT_TRANSLATE_NOOP("Words", "time zone of days and hours (default: the profile's, else UTC)")},
            afterOption},
    run};

} // namespace cli
