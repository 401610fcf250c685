// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/words.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile limits"_s;

static QJsonObject jsonOf(const Allowance &one)
{
    return {{u"scope"_s, one.scope}, {u"id"_s, textOrNull(one.id)}, {u"name"_s, textOrNull(one.name)},
        {u"window"_s, textOrNull(one.window)}, {u"limit_nanos"_s, cli::jsonOf(one.limitNanos)},
        {u"spent_nanos"_s, cli::jsonOf(one.spentNanos)}, {u"left_nanos"_s, cli::jsonOf(one.leftNanos)},
        {u"currency"_s, textOrNull(one.currency)}, {u"unlimited"_s, one.unlimited},
        {u"resets_at"_s, cli::jsonOf(one.resetsAt)}};
}

// Not all are money: some count requests or tokens.
static QString amount(const std::optional<qint64> &nanos, const QString &unit)
{
    return nanos ? money::decimal(*nanos) + u' ' + unit : Words::tr("unknown");
}

static QStringList rowOf(const Allowance &one)
{
    const QString none = Words::tr("no limit");
    return {one.scope, one.name.isEmpty() ? one.id : one.name, one.window, amount(one.spentNanos, one.currency),
        one.unlimited ? none : amount(one.limitNanos, one.currency),
        one.unlimited ? none : amount(one.leftNanos, one.currency),
        one.resetsAt ? one.resetsAt->toUTC().toString(Qt::ISODate) : QString()};
}

static void print(Context &context, const QList<Allowance> &all, int passed, int limit)
{
    QJsonArray items;
    Table rows{{Words::tr("OF"), Words::tr("NAME"), Words::tr("WINDOW"), Words::tr("SPENT"), Words::tr("LIMIT"),
        Words::tr("LEFT"), Words::tr("BEGINS AGAIN (UTC)")}};
    for (const Allowance &one : all.mid(passed, limit)) {
        items.append(jsonOf(one));
        rows << rowOf(one);
    }
    const bool complete = passed + items.size() >= all.size();
    const QString next = complete ? QString() : QString::number(passed + items.size());
    const QDateTime now = Clock().now();
    QJsonObject document = listDocument(items, complete, next);
    document.insert(u"read_at"_s, cli::jsonOf(std::optional(now)));
    context.out.document(document);
    if (all.isEmpty())
        context.out.note(Words::tr("this gateway knows no wallet, team or key with a limit"));
    else
        context.out.table(rows);
    context.out.note(Words::tr("read at %1").arg(now.toUTC().toString(Qt::ISODate)));
    if (!complete)
        context.out.note(Words::tr("there are more: --after %1 goes on, --limit N shows more at once").arg(next));
}

static Trouble tellsNone(const workspace::LiveSession &session)
{
    return trouble(what, Failure{FailureKind::Unsupported, u"remaining budgets"_s, 0}, session.attempt()).value();
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(1000);
    if (!limit)
        co_return context.failed(limit.error());
    const auto passed = context.passed();
    if (!passed)
        co_return context.failed(passed.error());
    const auto session = co_await connectSession(context, what, context.args.word(0));
    if (!session)
        co_return context.failed(session.error());
    workspace::LiveSession &live = **session;
    gateway::Limits *limits = live.admin().limits();
    if (!limits || !live.features().has(gateway::Feature::Allowances))
        co_return context.failed(tellsNone(live));
    const auto all = co_await limits->allowances();
    if (!all)
        co_return context.failed(trouble(what, all.error(), live.attempt()).value());
    print(context, *all, *passed, *limit);
    co_return AllWell;
}

extern const Command profileLimits;
const Command profileLimits{"profile limits", "[NAME]",
    QT_TRANSLATE_NOOP("Words", "says what wallets, teams and keys of a gateway have left to spend"),
    "profile limits lab --json", {afterOption}, run};

} // namespace cli
