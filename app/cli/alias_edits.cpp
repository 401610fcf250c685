// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_edits.h"
#include "base/money.h"
#include "cli/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &routeOptions()
{
    static const QList<Option> all{
        {"to", "U/M@W", QT_TRANSLATE_NOOP("Words", "a route: upstream, model, weight; repeatable, in order")},
        {"fallback", "ALIAS", QT_TRANSLATE_NOOP("Words", "tried when every route failed; repeatable; none: no more")},
        {"family", "LIST", QT_TRANSLATE_NOOP("Words", "endpoint families: chat,responses,…")},
        {"price-in", "USD", QT_TRANSLATE_NOOP("Words", "price of a million input tokens; none: not known")},
        {"price-out", "USD", QT_TRANSLATE_NOOP("Words", "price of a million output tokens")},
        {"price-cached", "USD", QT_TRANSLATE_NOOP("Words", "price of a million cached input tokens")},
    };
    return all;
}

Maybe<Route> routeFrom(const QString &text, const QString &what)
{
    const auto slash = text.indexOf(u'/');
    const auto at = text.lastIndexOf(u'@');
    Route route;
    route.upstream = text.left(slash);
    route.model = at > slash ? text.mid(slash + 1, at - slash - 1) : text.mid(slash + 1);
    bool number = true;
    if (at > slash)
        route.weight = text.mid(at + 1).toInt(&number);
    if (slash < 0 || route.model.isEmpty() || !number || route.weight < 0 || route.weight > 1'000'000)
        return misuse(what, Words::tr("--to %1 is no route").arg(text),
            Words::tr("--to UPSTREAM/MODEL or UPSTREAM/MODEL@WEIGHT"));
    return route;
}

static Maybe<QList<Route>> routesFrom(const Alias &alias, const QStringList &texts, const QString &what)
{
    QList<Route> routes;
    for (const QString &text : texts) {
        auto route = routeFrom(text, what);
        if (!route)
            return tl::unexpected<Trouble>(route.error());
        const auto was = std::ranges::find_if(alias.routes,
            [&route](const Route &each) { return each.upstream == route->upstream && each.model == route->model; });
        if (was != alias.routes.end()) {
            route->times = was->times;
            route->price = was->price;
        }
        routes << *route;
    }
    return routes;
}

static Maybe<> priceFrom(std::optional<qint64> &price, const Args &args, const char *option, const QString &what)
{
    const QString text = args.value(option);
    if (!args.has(option))
        return {};
    price = text == "none"_L1 ? std::nullopt : money::nanosOf(text);
    if (!price && text != "none"_L1)
        return misuse(what, Words::tr("--%1 %2 is no amount").arg(QLatin1StringView(option), text),
            u"--%1 0.15"_s.arg(QLatin1StringView(option)));
    return {};
}

static QStringList listFrom(const Args &args, const char *option)
{
    const QStringList list = args.list(option);
    return list == QStringList{u"none"_s} ? QStringList() : list;
}

Maybe<Alias> routed(Alias alias, const Args &args, const QString &what)
{
    if (args.has("to")) {
        const auto routes = routesFrom(alias, args.values("to"), what);
        if (!routes)
            return tl::unexpected<Trouble>(routes.error());
        alias.routes = *routes;
    }
    if (args.has("fallback"))
        alias.fallbacks = listFrom(args, "fallback");
    if (args.has("family"))
        alias.families = listFrom(args, "family");
    for (const auto &[price, option] : {std::pair(&alias.price.inputNanos, "price-in"),
             {&alias.price.outputNanos, "price-out"}, {&alias.price.cachedNanos, "price-cached"}})
        if (const auto read = priceFrom(*price, args, option, what); !read)
            return tl::unexpected<Trouble>(read.error());
    return alias;
}

// With what a set that is still open makes of them.
static QList<Alias> asStaged(QList<Alias> aliases, const std::optional<changes::ChangeSet> &set)
{
    for (const changes::Step &step : set ? set->steps : QList<changes::Step>()) {
        const auto *wanted = std::get_if<changes::AliasChange>(&step.wanted);
        if (!wanted || wanted->before || step.state != changes::StepState::Pending)
            continue;
        aliases << *wanted->after; // a new one; changes of others are joined in the set
    }
    return aliases;
}

// An alias that the set is yet to make is still made, only otherwise.
static QList<changes::Edit> asMade(
    QList<changes::Edit> edits, const QList<Alias> &listed, const std::optional<changes::ChangeSet> &set)
{
    for (changes::Edit &edit : edits) {
        auto *change = std::get_if<changes::AliasChange>(&edit);
        if (set && change && change->before
            && std::ranges::find(listed, change->before->name, &Alias::name) == listed.end())
            change->before.reset();
    }
    return edits;
}

Task<int> editAliases(Context &context, AliasEdit edit)
{
    if (const auto staged = wellStaged(context.args, edit.what); !staged)
        co_return context.failed(staged.error());
    const auto session = co_await connectSession(context, edit.what);
    if (!session)
        co_return context.failed(session.error());
    const Failure none{FailureKind::Unsupported, u"write alias"_s, 0};
    if (!(*session)->admin().aliases() || !(*session)->features().has(gateway::Feature::EditAliases))
        co_return context.failed(trouble(edit.what, none, (*session)->attempt()).value());
    const auto set = co_await setMeant(context, *session, edit.what);
    if (!set)
        co_return context.failed(set.error());
    const QList<Alias> listed = (*session)->catalog().state().aliases; // read while connecting
    const auto planned = edit.plan(asStaged(listed, *set));
    if (!planned)
        co_return context.failed(planned.error());
    QList<changes::Edit> edits = asMade(*planned, listed, *set);
    edits.removeIf([&](const changes::Edit &each) { return !*set && changes::changesNothing(each); });
    if (context.args.has("stage") && !edits.isEmpty())
        co_return co_await stageEdits(context, *session, edits, true);
    if (context.args.has("dry-run"))
        co_return co_await tryOut(context, *session, edits);
    if (edits.isEmpty()) {
        context.out.note(Words::tr("nothing to change"));
        co_return AllWell;
    }
    co_return co_await writeAll(context, *session, edits, edit.question);
}

} // namespace cli
