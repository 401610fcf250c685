// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/smoke_reports.h"
#include "cli/smoke_view.h"
#include "cli/terminal.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"smoke"_s;

static Maybe<qint64> capOf(const Args &args)
{
    const QString text = args.has("max-cost") ? args.value("max-cost") : u"0.05"_s;
    const auto nanos = money::nanosOf(text);
    if (!nanos || *nanos <= 0)
        return misuse(u"--max-cost"_s, Words::tr("\"%1\" is no amount of USD").arg(text), u"--max-cost 0.05"_s);
    return *nanos;
}

static Maybe<QStringList> testsOf(const Args &args)
{
    QStringList known;
    for (const smoke::Check *check : smoke::checks())
        if (!check->apart)
            known << QString::fromLatin1(check->id) << smoke::idOf(*check);
    for (const QString &test : args.list("test"))
        if (!known.contains(test))
            return misuse(u"--test"_s, Words::tr("there is no \"%1\"").arg(test), u"--test T03"_s);
    if (args.has("suite") && args.value("suite") != "default"_L1)
        return misuse(
            u"--suite"_s, Words::tr("there is no suite \"%1\"").arg(args.value("suite")), u"--suite default"_s);
    return args.list("test");
}

static QStringList aliasesOf(const Context &context, const workspace::LiveSession &session)
{
    const QStringList asked = context.args.list("alias");
    const QList<Alias> &known = session.state().aliases;
    if (!asked.isEmpty() || known.isEmpty())
        return asked;
    return {known.first().name};
}

// Unknown prices cannot be held against the cap: somebody at a terminal decides, a pipeline is told.
static bool acceptsUnknownCost(Context &context, const smoke::Plan &plan)
{
    QStringList unknown;
    for (const QString &alias : plan.aliases)
        if (!plan.prices.contains(alias))
            unknown << alias;
    if (unknown.isEmpty())
        return true;
    context.out.note(Words::tr("cost unknown: no price is known for %1").arg(unknown.join(u", "_s)));
    return context.args.has("yes") || !canAsk() || askYes(Words::tr("run without a cost cap for them?"));
}

// What is to be run, and why the session before it could not be opened.
struct Wish
{
    QStringList tests;
    QStringList aliases;
    qint64 capNanos = 0;
    QList<Report> reports;
    std::optional<Failure> unreached;
};

static Task<int> runWith(Context &context, workspace::LiveSession &session, Wish wish, smoke::Plan plan)
{
    if (!acceptsUnknownCost(context, plan))
        co_return context.failed(Trouble{Refused, u"cancelled"_s, what, Words::tr("not confirmed"), u"--yes"_s});
    const RunReport run = co_await runLive(context, session, plan);
    co_await session.tidy();
    printRun(context, run);
    context.out.note(Words::tr("evidence: %1").arg(context.workspace().runs().folderOf(run.id)));
    if (const auto written = writeReports(wish.reports, run, context.workspace().redactor()); !written)
        co_return context.failed(written.error());
    const int code = exitOf(run, context.args.has("strict"));
    if (code == Unreachable && wish.unreached && !context.out.json())
        co_return context.failed(notConnected(context, session, what, *wish.unreached));
    co_return code;
}

static bool asksForPreflight(const QStringList &tests)
{
    return tests.isEmpty() || tests.contains("T00"_L1);
}

// A gateway that answers wrongly is what smoke tests are for: the preflight says what is wrong with it.
static bool preflightTells(const workspace::LiveSession &session, const Wish &wish)
{
    return session.addressed() && (!wish.aliases.isEmpty() || asksForPreflight(wish.tests));
}

static Task<int> runOn(Context &context, workspace::LiveSession &session, Wish wish)
{
    if (wish.unreached && !asksForPreflight(wish.tests))
        wish.tests.prepend(u"T00"_s);
    auto plan = co_await session.plan(wish.tests, wish.aliases, wish.capNanos);
    if (!plan && wish.unreached)
        co_return context.failed(notConnected(context, session, what, *wish.unreached));
    if (!plan)
        co_return context.failed(trouble(what, plan.error(), session.attempt()).value());
    co_return co_await runWith(context, session, wish, *plan);
}

static Task<int> connectAndRun(Context &context, Wish wish)
{
    const auto session = co_await openSession(context);
    if (!session)
        co_return context.failed(session.error());
    const Result<> reached = co_await connected(context, **session);
    wish.aliases = aliasesOf(context, **session);
    if (!reached && !preflightTells(**session, wish))
        co_return context.failed(notConnected(context, **session, what, reached.error()));
    if (!reached)
        wish.unreached = reached.error();
    else if (wish.aliases.isEmpty())
        co_return context.failed(misuse(what, Words::tr("the gateway lists no alias"), u"--alias NAME"_s).value());
    co_return co_await runOn(context, **session, wish);
}

static Task<int> run(Context &context)
{
    const auto cap = capOf(context.args);
    const auto tests = testsOf(context.args);
    const auto reports = reportsOf(context.args);
    if (!cap)
        co_return context.failed(cap.error());
    if (!tests)
        co_return context.failed(tests.error());
    if (!reports)
        co_return context.failed(reports.error());
    const Wish wish{.tests = *tests, .capNanos = *cap, .reports = *reports};
    co_return co_await connectAndRun(context, wish);
}

extern const Command smoke_;
const Command smoke_{"smoke", "", QT_TRANSLATE_NOOP("Words", "runs smoke tests with live output"),
    "smoke --test T03 --alias fast --max-cost 0.02 --report junit=smoke.xml",
    {{"suite", "NAME", QT_TRANSLATE_NOOP("Words", "suite of tests (default: default)")},
        {"test", "T03", QT_TRANSLATE_NOOP("Words", "only this test or variant (repeatable)")},
        {"alias", "A", QT_TRANSLATE_NOOP("Words", "what to test (repeatable; default: the first the gateway lists)")},
        {"max-cost", "USD", QT_TRANSLATE_NOOP("Words", "stop before this is spent (default 0.05)")},
        {"report", "FORMAT=F", QT_TRANSLATE_NOOP("Words", "write a report: junit, json or html (repeatable)")},
        {"strict", "", QT_TRANSLATE_NOOP("Words", "warnings and skipped tests count as failed")}},
    run};

} // namespace cli
