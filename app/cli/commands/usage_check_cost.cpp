// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/cost_check.h"
#include "cli/usage_query.h"
#include "cli/words.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualDays = 7; // that are over

namespace {
struct Span
{
    QDateTime from;
    QDateTime to;
};
} // namespace

static QDateTime wholeSecond(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

static Maybe<std::optional<usage::Bill>> billOf(const Args &args)
{
    if (!args.has("bill"))
        return std::nullopt;
    QFile file(args.value("bill"));
    const QString name = u"--bill "_s + file.fileName();
    if (args.has("against"))
        return misuse(
            name, Words::tr("a bill stands in place of a connection"), Words::tr("either --bill or --against"));
    if (!file.open(QIODevice::ReadOnly))
        return misuse(name, file.errorString(), Words::tr("name a readable CSV file in the FOCUS format"));
    const auto bill = usage::readBill(file);
    if (!bill)
        return misuse(name, bill.error().detail, Words::tr("export the bill as CSV in the FOCUS format"));
    return *bill;
}

// Whole days that are over are what every gateway tells, and where nothing is still to come.
static Maybe<Span> spanOf(const Args &args, const QDateTime &now, const std::optional<usage::Bill> &bill)
{
    const auto from = timeOf(args, "from", now);
    if (!from)
        return tl::unexpected<Trouble>(from.error());
    const auto to = timeOf(args, "to", now);
    if (!to)
        return tl::unexpected<Trouble>(to.error());
    const QDateTime today = now.toUTC().date().startOfDay(Qt::UTC);
    Span span;
    if (bill && !from->isValid() && !to->isValid())
        return Span{bill->from, bill->to};
    span.to = wholeSecond(to->isValid() ? *to : from->isValid() ? now : today);
    span.from = wholeSecond(from->isValid() ? *from : span.to.addDays(-usualDays));
    if (span.from >= span.to)
        return misuse(u"--from"_s, Words::tr("the span ends before it begins"), u"--from -7d"_s);
    return span;
}

static Maybe<usage::Tolerance> toleranceOf(const Args &args)
{
    if (!args.has("tolerance"))
        return usage::Tolerance();
    constexpr qint64 nanosPerMillionth = 100'000; // of a percent
    const auto nanos = money::nanosOf(args.value("tolerance"));
    if (!nanos || *nanos < 0 || *nanos > 100 * money::nanosPerUnit)
        return misuse(
            u"--tolerance"_s, Words::tr("\"%1\" is no percentage").arg(args.value("tolerance")), u"--tolerance 0.5"_s);
    return usage::Tolerance{*nanos / nanosPerMillionth, *nanos / nanosPerMillionth};
}

static Maybe<CostWish> wishOf(const Args &args, const QDateTime &now)
{
    const auto bill = billOf(args);
    if (!bill)
        return tl::unexpected<Trouble>(bill.error());
    const auto span = spanOf(args, now, *bill);
    if (!span)
        return tl::unexpected<Trouble>(span.error());
    const auto tolerance = toleranceOf(args);
    if (!tolerance)
        return tl::unexpected<Trouble>(tolerance.error());
    const gateway::TotalsPart part{args.values("against-project"), args.values("against-key")};
    if (!part.isAll() && !args.has("against"))
        return misuse(u"--against-key"_s, Words::tr("it narrows the sums of --against"), u"--against PROFILE"_s);
    return CostWish{{}, args.value("against"), part, args.value("bill"), *bill, span->from, span->to, *tolerance};
}

static int exitOf(usage::Accord accord)
{
    return accord == usage::Accord::Differs ? CheckFailed : accord == usage::Accord::Agrees ? AllWell : Inconclusive;
}

static Task<int> run(Context &context)
{
    const auto wish = wishOf(context.args, Clock().now());
    if (!wish)
        co_return context.failed(wish.error());
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return context.failed(opened.error());
    CostWish mine = *wish;
    mine.profile = opened->profile;
    const auto check = co_await checkCost(context, mine);
    if (!check)
        co_return context.failed(check.error());
    print(context, *check);
    co_return exitOf(check->accord());
}

extern const Command usageCheckCost;
const Command usageCheckCost{"usage check-cost", "",
    QT_TRANSLATE_NOOP("Words",
        "compares the rows of the local store with the gateway's own sums\n"
        "Without --from and --to: the last seven whole days (UTC). A gateway may tell whole hours or days only; the "
        "rows\n"
        "here are added up over the same time. Exit 0: what both tell agrees; 1: it differs by more than the "
        "tolerance;\n"
        "5: no figure is told by both; 2: the gateway tells no sums."),
    "usage check-cost --from 2026-11-01 --to 2026-11-08 --against openai",
    {fromOption, toOption,
        {"against", "PROFILE",
            QT_TRANSLATE_NOOP(
                "Words", "the sums of that connection beside them: an OpenAI organization behind the gateway")},
        {"against-project", "ID",
            QT_TRANSLATE_NOOP("Words", "only that project of it (proj_…); may be given several times")},
        {"against-key", "ID",
            QT_TRANSLATE_NOOP("Words", "only that key of it (key_…), the one the gateway calls with; likewise")},
        {"bill", "F",
            QT_TRANSLATE_NOOP(
                "Words", "a provider's bill in place of that, CSV in the FOCUS format; its span by default")},
        {"tolerance", "PERCENT",
            QT_TRANSLATE_NOOP("Words", "how far apart figures may lie (default: 0.5, and requests not at all)")}},
    run};

} // namespace cli
