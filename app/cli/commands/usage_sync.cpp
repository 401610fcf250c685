// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/words.h"
#include "store/gaps.h"
#include "usage/gap_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> sync(Context &context)
{
    const QString what = u"usage sync"_s;
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    if (!(*session)->sync().supported())
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"usage rows"_s, 0}, (*session)->attempt()).value());
    const Result<qint64> rows = co_await (*session)->sync().syncNow();
    if (!rows)
        co_return context.failed(trouble(what, rows.error(), (*session)->attempt()).value());
    const auto &state = (*session)->sync().state();
    context.out.document({{u"profile"_s, (*session)->state().profile.name}, {u"rows"_s, *rows},
        {u"synced_at"_s, jsonOf(state.syncedAt)}, {u"gaps"_s, state.gaps.size()}});
    context.out.line(Words::tr("%n row(s) new or changed", nullptr, int(*rows)));
    co_return AllWell;
}

static Task<int> gaps(Context &context)
{
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return context.failed(opened.error());
    const auto read = [id = opened->profile.id](sql::Database &db) { return store::gaps(db, id); };
    const auto found = co_await opened->workspace->store().read(read);
    if (!found)
        co_return context.failed(trouble(u"usage gaps"_s, found.error()).value());
    QJsonArray items;
    Table rows{{Words::tr("FROM (UTC)"), Words::tr("TO (UTC)"), Words::tr("WHY"), Words::tr("STATE")}};
    for (const store::KnownGap &gap : *found) {
        items.append(QJsonObject{{u"from"_s, jsonOf(std::optional(gap.from))}, {u"to"_s, jsonOf(std::optional(gap.to))},
            {u"why"_s, gap.why}, {u"open"_s, gap.open}});
        rows << QStringList{gap.from.toUTC().toString(Qt::ISODate), gap.to.toUTC().toString(Qt::ISODate),
            usage::gapInWords(gap.why), gap.open ? Words::tr("open: the next sync fills it") : Words::tr("stays")};
    }
    context.out.document(listDocument(items, true));
    if (found->isEmpty())
        context.out.line(Words::tr("no gaps are known"));
    else
        context.out.table(rows);
    co_return AllWell;
}

extern const Command usageSync;
const Command usageSync{"usage sync", "", QT_TRANSLATE_NOOP("Words", "reads new usage rows from the gateway"),
    "usage sync --profile lab", {}, sync};

extern const Command usageGaps;
const Command usageGaps{"usage gaps", "", QT_TRANSLATE_NOOP("Words", "lists the times of which rows are missing"),
    "usage gaps --json", {}, gaps};

} // namespace cli
