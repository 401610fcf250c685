// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/guard_view.h"
#include "cli/key_lookup.h"
#include "cli/scope.h"
#include "cli/words.h"
#include "guards/guard_words.h"
#include "workspace/store_ports.h"
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"guard set"_s;

// "5/day": the window is one that has a calendar.
static Maybe<Guard> limited(Guard guard, const Args &args)
{
    const auto budget = budgetOf(args.value("budget"));
    if (!budget)
        return tl::unexpected<Trouble>(budget.error());
    if (!QStringList{u"day"_s, u"week"_s, u"month"_s}.contains(budget->window))
        return misuse(u"--budget"_s,
            Words::tr("a guard keeps a day, a week or a month, not \"%1\"").arg(budget->window), u"--budget 5/day"_s);
    guard.nanos = budget->nanos;
    guard.window = budget->window;
    return guard;
}

static Maybe<Guard> zoned(Guard guard, const Args &args, const Profile &profile)
{
    guard.zone = args.has("zone")    ? args.value("zone")
        : profile.timeZone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId())
                                     : profile.timeZone;
    if (!QTimeZone::isTimeZoneIdAvailable(guard.zone.toLatin1()))
        return misuse(u"--zone"_s, Words::tr("\"%1\" is no time zone").arg(guard.zone), u"--zone Europe/Berlin"_s);
    return guard;
}

static Maybe<Guard> acting(Guard guard, const Args &args)
{
    const auto act = args.has("action") ? guards::actNamed(args.value("action")) : GuardAct::Notify;
    if (!act)
        return misuse(u"--action"_s, Words::tr("\"%1\" is nothing a guard does").arg(args.value("action")),
            u"--action notify, disable or lower"_s);
    bool number = true;
    const int warn = args.has("warn") ? args.value("warn").toInt(&number) : 80;
    if (!number || warn < 1 || warn > 100)
        return misuse(
            u"--warn"_s, Words::tr("\"%1\" is no share from 1 to 100").arg(args.value("warn")), u"--warn 80"_s);
    guard.act = *act;
    guard.warnPercent = warn;
    return guard;
}

static Maybe<Guard> wanted(const Context &context, const FoundKey &found)
{
    Guard guard;
    guard.keyId = found.key.id;
    guard.key = found.key.name;
    guard.by = workspace::systemUser();
    const auto limit = limited(guard, context.args);
    if (!limit)
        return limit;
    const auto zone = zoned(*limit, context.args, found.session->state().profile);
    return zone ? acting(*zone, context.args) : zone;
}

// Why such a guard could do nothing here; empty: it could.
static std::optional<Trouble> impossible(const workspace::LiveSession &session, const Guard &guard)
{
    const gateway::Features features = session.features();
    const auto lacks = [&](const QString &name) {
        return trouble(what, Failure{FailureKind::Unsupported, name, 0}, session.attempt()).value();
    };
    if (!features.has(gateway::Feature::UsageRows))
        return lacks(u"usage rows"_s);
    if (guard.act == GuardAct::Disable && !features.has(gateway::Feature::DisableKey))
        return lacks(u"disable key"_s);
    if (guard.act == GuardAct::Lower && !features.has(gateway::Feature::Budget))
        return lacks(u"budget"_s);
    return {};
}

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    const auto guard = wanted(context, *found);
    if (!guard)
        co_return context.failed(guard.error());
    if (const auto why = impossible(*found->session, *guard))
        co_return context.failed(*why);
    const bool writes = guard->act != GuardAct::Notify;
    const Profile &profile = found->session->state().profile;
    const auto may = writes
        ? mayWrite(context, profile, Words::tr("let a guard write to the key %1").arg(guard->key), false)
        : Maybe<>();
    if (!may)
        co_return context.failed(may.error());
    const auto kept = co_await found->session->guards().setNow(*guard);
    if (!kept)
        co_return context.failed(trouble(what, kept.error()).value());
    const auto lines = co_await found->session->guards().linesNow();
    if (!lines)
        co_return context.failed(trouble(what, lines.error()).value());
    for (const guards::GuardService::Line &line : *lines)
        if (line.guard.id == kept->id)
            context.out.document(jsonOf(line));
    context.out.line(
        Words::tr("guard %1: %2 for %3; when it is spent it %4")
            .arg(QString::number(kept->id), guards::limitOf(*kept), kept->key, guards::inWords(kept->act)));
    context.out.note(guards::onlyWhileRunning());
    co_return AllWell;
}

extern const Command guardSet;
const Command guardSet{"guard set", "KEY",
    QT_TRANSLATE_NOOP("Words",
        "keeps a key within a day's, week's or month's spend where its gateway cannot; enforced "
        "only while the window or \"guard run\" runs"),
    "guard set demo-app --budget 5/day --zone Europe/Berlin --action disable",
    {{"budget", "USD/WINDOW", QT_TRANSLATE_NOOP("Words", "the limit: 5/day, 20/week or 60/month")},
        {"zone", "ZONE",
            QT_TRANSLATE_NOOP("Words", "where its midnight is; without it the profile's, else the system's")},
        {"action", "WORD",
            QT_TRANSLATE_NOOP(
                "Words", "what is done when it is spent: notify (default), disable, or lower the lifetime budget")},
        {"warn", "P", QT_TRANSLATE_NOOP("Words", "warn at this share of the limit (default 80)")}},
    run};

} // namespace cli
