// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/words.h"
#include "store/data_facts.h"
#include "workspace/facts_book.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile facts"_s;
static constexpr int mostDays = 36'500;

static Maybe<DataFacts::Kept> keptOf(const Args &args, const char *option, DataFacts::Kept before)
{
    if (!args.has(option))
        return before;
    const QString word = args.value(option);
    if (word == u"yes"_s)
        return DataFacts::Kept::Yes;
    if (word == u"no"_s || word == u"unknown"_s)
        return word == u"no"_s ? DataFacts::Kept::No : DataFacts::Kept::Unknown;
    const QString name = u"--"_s + QLatin1String(option);
    return misuse(name, Words::tr("\"%1\" is neither yes, no nor unknown").arg(word), name + u" yes"_s);
}

static Maybe<std::optional<int>> daysOf(const Args &args, const std::optional<int> &before)
{
    if (!args.has("kept-days"))
        return before;
    const QString text = args.value("kept-days");
    if (text == u"unknown"_s)
        return std::optional<int>();
    bool number = false;
    const int days = text.toInt(&number);
    if (number && days >= 0 && days <= mostDays)
        return std::optional(days);
    return misuse(u"--kept-days"_s, Words::tr("\"%1\" is no number of days").arg(text), u"--kept-days 30"_s);
}

// What was known, with what is said now in place of it.
static Maybe<DataFacts> said(const Args &args, DataFacts facts)
{
    const auto gateway = keptOf(args, "gateway-keeps", facts.byGateway);
    const auto provider = keptOf(args, "provider-keeps", facts.byProvider);
    const auto days = daysOf(args, facts.days);
    if (!gateway || !provider)
        return tl::unexpected<Trouble>(gateway ? provider.error() : gateway.error());
    if (!days)
        return tl::unexpected<Trouble>(days.error());
    facts.byGateway = *gateway;
    facts.byProvider = *provider;
    facts.days = *days;
    for (const auto &[option, field] :
        {std::pair("region", &facts.region), std::pair("readers", &facts.readers), std::pair("source", &facts.source)})
        if (args.has(option))
            *field = args.value(option).trimmed();
    return facts;
}

static QString inWords(DataFacts::Kept kept)
{
    if (kept == DataFacts::Kept::Unknown)
        return Words::tr("unknown");
    return kept == DataFacts::Kept::Yes ? Words::tr("yes") : Words::tr("no");
}

static void print(Context &context, const DataFacts &facts)
{
    const QString unknown = Words::tr("unknown");
    const auto text = [&unknown](const QString &value) { return value.isEmpty() ? unknown : value; };
    context.out.document(store::factsJson(facts));
    context.out.table(
        {{Words::tr("OF PROMPTS AND ANSWERS"), QString()}, {Words::tr("kept by the gateway"), inWords(facts.byGateway)},
            {Words::tr("kept by the provider"), inWords(facts.byProvider)},
            {Words::tr("kept for days"), facts.days ? QString::number(*facts.days) : unknown},
            {Words::tr("region"), text(facts.region)}, {Words::tr("readers"), text(facts.readers)},
            {Words::tr("source"), text(facts.source)},
            {Words::tr("looked up"), facts.asOf ? facts.asOf->toString(Qt::ISODate) + u", "_s + facts.by : unknown}});
    const QStringList open = workspace::unknownOf(facts);
    if (!open.isEmpty())
        context.out.note(Words::tr("still unknown: %1").arg(open.join(u"; "_s)));
}

static bool saysSomething(const Args &args)
{
    for (const char *option : {"gateway-keeps", "provider-keeps", "kept-days", "region", "readers", "source"})
        if (args.has(option))
            return true;
    return false;
}

static Task<int> run(Context &context)
{
    const auto open = co_await openProfile(context, context.args.word(0));
    if (!open)
        co_return context.failed(open.error());
    const Clock clock;
    workspace::FactsBook book(open->workspace->store(), open->profile.id, clock);
    Result<DataFacts> facts = co_await book.read();
    if (!facts)
        co_return context.failed(trouble(what, facts.error()).value());
    if (saysSomething(context.args)) {
        const auto wanted = said(context.args, *facts);
        if (!wanted)
            co_return context.failed(wanted.error());
        facts = co_await book.kept(*wanted);
    }
    if (!facts)
        co_return context.failed(trouble(what, facts.error()).value());
    print(context, *facts);
    co_return AllWell;
}

extern const Command profileFacts;
const Command profileFacts{"profile facts", "[NAME]",
    QT_TRANSLATE_NOOP("Words", "tells, or keeps, what becomes of prompts and answers on the way through a connection"),
    "profile facts --gateway-keeps yes --provider-keeps no --kept-days 30 --region eu-west-1",
    {{"gateway-keeps", "WORD", QT_TRANSLATE_NOOP("Words", "whether the gateway stores them: yes, no or unknown")},
        {"provider-keeps", "WORD", QT_TRANSLATE_NOOP("Words", "whether the provider does: yes, no or unknown")},
        {"kept-days", "N", QT_TRANSLATE_NOOP("Words", "for how long; or unknown")},
        {"region", "TEXT", QT_TRANSLATE_NOOP("Words", "where they lie")},
        {"readers", "TEXT", QT_TRANSLATE_NOOP("Words", "who can read them")},
        {"source", "TEXT", QT_TRANSLATE_NOOP("Words", "where that is written")}},
    run};

} // namespace cli
