// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/smoke_view.h"
#include "cli/words.h"
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> list(Context &context)
{
    const auto limit = context.limit(50);
    if (!limit)
        co_return context.failed(limit.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    const QString after = context.args.value("after");
    const int count = after.isEmpty() ? *limit + 1 : std::numeric_limits<int>::max();
    const auto runs = co_await (*workspace)->runs().recent(count);
    if (!runs)
        co_return context.failed(trouble(u"run list"_s, runs.error()).value());
    const auto cursor = std::ranges::find(*runs, after, &RunReport::id);
    if (!after.isEmpty() && cursor == runs->end())
        co_return context.failed(unknownCursor(after).value());
    const QList<RunReport> rest = after.isEmpty() ? *runs : runs->mid(cursor - runs->begin() + 1);
    const bool complete = rest.size() <= *limit;
    QJsonArray items;
    Table rows{
        {Words::tr("RUN"), Words::tr("STARTED"), Words::tr("PROFILE"), Words::tr("RESULT"), Words::tr("CHECKS")}};
    for (const RunReport &run : rest.mid(0, *limit)) {
        items.append(summaryOf(run));
        rows << QStringList{run.id, run.started.toUTC().toString(Qt::ISODate), run.profile, resultOf(run),
            QString::number(run.checks.size())};
    }
    context.out.document(listDocument(items, complete, complete ? QString() : rest.at(*limit - 1).id));
    if (items.isEmpty())
        context.out.note(Words::tr("nothing yet; %1").arg(context.hint(u"smoke"_s)));
    else
        context.out.table(rows);
    co_return AllWell;
}

static Task<int> show(Context &context)
{
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    const QString id = context.args.word(0).toUpper();
    const auto run = co_await (*workspace)->runs().find(id);
    if (!run && run.error().kind == FailureKind::NotFound)
        co_return context.failed(
            misuse(u"run show"_s, Words::tr("there is no run \"%1\"").arg(id), u"gwctl run list"_s).value());
    if (!run)
        co_return context.failed(trouble(u"run show"_s, run.error()).value());
    printRun(context, *run);
    context.out.line(Words::tr("evidence: %1").arg((*workspace)->runs().folderOf(run->id)));
    co_return AllWell;
}

extern const Command runList;
const Command runList{"run list", "", QT_TRANSLATE_NOOP("Words", "lists the kept smoke runs, newest first"),
    "run list --limit 5", {afterOption}, list};

extern const Command runShow;
const Command runShow{"run show", "N", QT_TRANSLATE_NOOP("Words", "shows a kept run, by its id or the beginning of it"),
    "run show 01JD", {}, show};

} // namespace cli
