// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/usage_query.h"
#include "cli/words.h"
#include "usage/summary.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"usage summary"_s;

using Groups = QList<usage::SummaryBy>;

static Maybe<Groups> groupsOf(const Args &args)
{
    const QString asked = args.has("by") ? args.list("by").join(u',') : u"alias"_s;
    const Result<Groups> groups = usage::summaryGroups(asked);
    if (!groups)
        return misuse(u"--by"_s, groups.error().detail, u"--by key,alias,day"_s);
    return *groups;
}

static Maybe<QTimeZone> zoneOf(const Args &args, const QTimeZone &usual)
{
    const QTimeZone zone = args.has("zone") ? QTimeZone(args.value("zone").toUtf8()) : usual;
    if (!zone.isValid())
        return misuse(
            u"--zone"_s, Words::tr("\"%1\" is no time zone").arg(args.value("zone")), u"--zone Europe/Paris"_s);
    return zone;
}

// Calls that were refused before a key, alias or upstream was found have none; the rest the gateway did not tell.
static QString shownName(usage::SummaryBy group, const QString &name)
{
    using enum usage::SummaryBy;
    if (!name.isEmpty())
        return name;
    return group == Key || group == Alias || group == Upstream ? Words::tr("none") : Words::tr("unknown");
}

static QJsonObject jsonOf(const Groups &groups, const usage::SummaryRow &row)
{
    QJsonObject out;
    for (qsizetype i = 0; i < groups.size(); ++i)
        out.insert(usage::nameOf(groups.at(i)), row.names.at(i));
    out.insert(u"requests"_s, row.totals.requests);
    out.insert(u"errors"_s, row.totals.errors);
    out.insert(u"input_tokens"_s, cli::jsonOf(row.totals.inputTokens));
    out.insert(u"output_tokens"_s, cli::jsonOf(row.totals.outputTokens));
    out.insert(u"cached_tokens"_s, cli::jsonOf(row.totals.cachedTokens));
    out.insert(u"cost_nanos"_s, cli::jsonOf(row.totals.costNanos));
    out.insert(u"unknown_cost_rows"_s, row.totals.unknownCostRows);
    out.insert(u"sample_rows"_s, row.totals.sampleRows);
    return out;
}

static QStringList lineOf(const Groups &groups, const usage::SummaryRow &row)
{
    const auto number = [](const std::optional<qint64> &n) { return n ? QString::number(*n) : Words::tr("unknown"); };
    QStringList line;
    for (qsizetype i = 0; i < groups.size(); ++i)
        line << shownName(groups.at(i), row.names.at(i));
    const usage::Totals &totals = row.totals;
    return line
        + QStringList{QString::number(totals.requests), QString::number(totals.errors), number(totals.inputTokens),
            number(totals.outputTokens), usd(totals.costNanos), QString::number(totals.unknownCostRows)};
}

static QStringList headOf(const Groups &groups)
{
    QStringList head;
    for (const usage::SummaryBy group : groups)
        head << usage::nameOf(group).toUpper();
    return head
        + QStringList{Words::tr("REQUESTS"), Words::tr("ERRORS"), Words::tr("IN"), Words::tr("OUT"), Words::tr("COST"),
            Words::tr("UNKNOWN COST")};
}

static void print(Context &context, const Groups &groups, const QList<usage::SummaryRow> &all, int passed, int limit)
{
    QJsonArray items;
    Table rows{headOf(groups)};
    qint64 samples = 0;
    for (const usage::SummaryRow &row : all.mid(passed, limit)) {
        items.append(jsonOf(groups, row));
        rows << lineOf(groups, row);
        samples += row.totals.sampleRows;
    }
    const bool complete = passed + items.size() >= all.size();
    const QString next = complete ? QString() : QString::number(passed + items.size());
    context.out.document(listDocument(items, complete, next));
    if (all.isEmpty())
        noteNoUsage(context);
    else
        context.out.table(rows);
    noteSamples(context, samples);
    if (!complete)
        context.out.note(
            Words::tr("there are more groups: --after %1 goes on, --limit N shows more at once").arg(next));
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(10'000);
    const auto passed = context.passed();
    if (!passed)
        co_return context.failed(passed.error());
    const auto groups = groupsOf(context.args);
    if (!limit)
        co_return context.failed(limit.error());
    if (!groups)
        co_return context.failed(groups.error());
    const auto scope = co_await usageScope(context, what);
    if (!scope)
        co_return context.failed(scope.error());
    const auto zone = zoneOf(context.args, scope->moment.zone);
    if (!zone)
        co_return context.failed(zone.error());
    const usage::FilterMoment moment{scope->moment.now, *zone};
    const auto rows = co_await usage::summary(scope->workspace->store(), scope->query, *groups, moment);
    if (!rows)
        co_return context.failed(trouble(what, rows.error()).value());
    print(context, *groups, *rows, *passed, *limit);
    co_return AllWell;
}

extern const Command usageSummary;
const Command usageSummary{"usage summary", "", QT_TRANSLATE_NOOP("Words", "adds up calls of the local store"),
    "usage summary --by key,alias,day --from -30d --json",
    usageOptions()
        + QList<Option>{{"by", "FIELDS",
                            QT_TRANSLATE_NOOP("Words", "key, alias, model, upstream, family, status, day, hour")},
            {"zone", "ZONE",
                QT_TRANSLATE_NOOP("Words", "time zone of days and hours (default: the profile's, else UTC)")},
            afterOption},
    run};

} // namespace cli
