// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_grid.h"
#include "cli/alias_view.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/row_filter.h"
#include "cli/words.h"
#include "usage/fields.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 200;

static QList<Alias> fitting(const QList<Alias> &all, const usage::Filter &filter)
{
    QList<Alias> out;
    for (const Alias &alias : all)
        if (filter.matches(usage::cellsOf(alias)))
            out << alias;
    return out;
}

// Those behind the alias of that name; none given: all.
static Maybe<QList<Alias>> behind(const QList<Alias> &all, const QString &name)
{
    if (name.isEmpty())
        return all;
    const auto at = std::ranges::find(all, name, &Alias::name);
    if (at == all.end())
        return unknownCursor(name);
    return all.mid(at - all.begin() + 1);
}

static void print(Context &context, const QList<Alias> &aliases, const QString &next)
{
    QJsonArray items;
    for (const Alias &alias : aliases)
        items.append(jsonOf(alias));
    context.out.document(listDocument(items, next.isEmpty(), next));
    if (!aliases.isEmpty())
        context.out.table(rowsOf(aliases));
    else if (context.args.has("filter"))
        context.out.note(Words::tr("no alias fits the filter"));
    else
        context.out.note(Words::tr("nothing yet; the gateway lists no alias"));
    if (!next.isEmpty())
        context.out.note(Words::tr("there are more: --after %1 goes on, --limit N shows more at once").arg(next));
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    if (context.args.has("all"))
        co_return co_await listEverywhere(context, *limit);
    const auto filter = rowFilter(context.args, usage::aliasFields(), u"--filter \"name ~ chat\""_s);
    if (!filter)
        co_return context.failed(filter.error());
    const auto listed = co_await listedAliases(context, u"alias list"_s);
    if (!listed)
        co_return context.failed(listed.error());
    const auto rest = behind(*listed, context.args.value("after"));
    if (!rest)
        co_return context.failed(rest.error());
    const QList<Alias> found = fitting(*rest, *filter);
    print(context, found.mid(0, *limit), found.size() > *limit ? found.at(*limit - 1).name : QString());
    co_return AllWell;
}

extern const Command aliasList;
const Command aliasList{"alias list", "",
    QT_TRANSLATE_NOOP("Words", "lists the names that callers ask for, and what stands behind them"),
    "alias list --filter \"upstream = azure\" --json",
    {{"filter", "E", QT_TRANSLATE_NOOP("Words", "only aliases that match: \"name ~ chat and family = chat\"")},
        {"all", "", QT_TRANSLATE_NOOP("Words", "of all profiles side by side, as last seen; no gateway is asked")},
        {"differing", "", QT_TRANSLATE_NOOP("Words", "with --all: only names that are not the same everywhere")},
        offlineOption, afterOption},
    run};

} // namespace cli
