// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "cli/guard_view.h"
#include "cli/opened.h"
#include "cli/words.h"
#include "guards/guard_words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"guard run"_s;

static Maybe<std::chrono::seconds> betweenLooks(const Args &args)
{
    bool number = true;
    const int seconds = args.has("every") ? args.value("every").toInt(&number) : 60;
    if (number && seconds >= 5 && seconds <= 3600)
        return std::chrono::seconds(seconds);
    return misuse(u"--every"_s, Words::tr("\"%1\" is no number of seconds from 5 to 3600").arg(args.value("every")),
        u"--every 60"_s);
}

// Reads usage and does what is due. What cannot be read is said; the guards judge by what is known.
static Task<Maybe<QList<guards::Deed>>> look(Context &context, workspace::LiveSession *session)
{
    const Result<qint64> rows = co_await session->sync().syncNow();
    if (!rows)
        co_return trouble(what, rows.error(), session->attempt());
    const auto deeds = co_await session->guards().enforceNow();
    if (!deeds)
        co_return trouble(what, deeds.error());
    for (const guards::Deed &deed : *deeds) {
        if (context.out.json())
            context.out.jsonLine(jsonOf(deed));
        else
            context.out.line(guards::inWords(deed));
    }
    co_return *deeds;
}

static Task<int> once(Context &context, workspace::LiveSession *session)
{
    const auto deeds = co_await look(context, session);
    if (!deeds)
        co_return context.failed(deeds.error());
    if (deeds->isEmpty())
        context.out.note(Words::tr("nothing was due"));
    const bool failed = std::ranges::any_of(*deeds, [](const guards::Deed &deed) { return deed.failure.has_value(); });
    co_return failed ? CheckFailed : AllWell;
}

static Task<int> run(Context &context)
{
    const auto every = betweenLooks(context.args);
    if (!every)
        co_return context.failed(every.error());
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    if (!(*session)->sync().supported())
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"usage rows"_s, 0}, (*session)->attempt()).value());
    if (context.args.has("once"))
        co_return co_await once(context, *session);
    context.interrupts.handledByCommand();
    context.out.note(Words::tr("looks every %n second(s); Ctrl+C ends it", nullptr, int(every->count())));
    while (!context.interrupts.happened()) {
        const auto deeds = co_await look(context, *session);
        if (!deeds)
            context.out.note(deeds.error().why); // the next look may find it mended
        co_await SignalWait(&context.interrupts, &Interrupts::came, *every);
    }
    co_return AllWell;
}

extern const Command guardRun;
const Command guardRun{"guard run", "",
    QT_TRANSLATE_NOOP("Words", "enforces the guards of a profile until Ctrl+C; the open window does the same"),
    "guard run --once",
    {{"once", "", QT_TRANSLATE_NOOP("Words", "one look; exit 1 when a guard could not act")},
        {"every", "SECONDS", QT_TRANSLATE_NOOP("Words", "between two looks (default 60)")}},
    run};

} // namespace cli
