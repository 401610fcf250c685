// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/guard_view.h"
#include "cli/opened.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Maybe<qint64> idOf(const Context &context)
{
    bool number = false;
    const qint64 id = context.args.word(0).toLongLong(&number);
    if (number)
        return id;
    return misuse(u"guard remove"_s, Words::tr("\"%1\" is no number of a guard").arg(context.args.word(0)),
        context.hint(u"guard list"_s));
}

static Task<int> list(Context &context)
{
    const auto session = co_await openSession(context);
    if (!session)
        co_return context.failed(session.error());
    const auto lines = co_await (*session)->guards().linesNow();
    if (!lines)
        co_return context.failed(trouble(u"guard list"_s, lines.error()).value());
    printGuards(context, *lines);
    co_return AllWell;
}

static Task<Result<>> nothing()
{
    co_return Result<>();
}

// The gateway is asked only when the guard holds something of the key.
static Task<int> remove(Context &context)
{
    const QString what = u"guard remove"_s;
    const auto id = idOf(context);
    if (!id)
        co_return context.failed(id.error());
    const auto session = co_await openSession(context);
    if (!session)
        co_return context.failed(session.error());
    const auto lines = co_await (*session)->guards().linesNow();
    if (!lines)
        co_return context.failed(trouble(what, lines.error()).value());
    bool holds = false;
    for (const guards::GuardService::Line &line : *lines)
        holds = holds || (line.guard.id == *id && line.guard.before);
    auto asked = holds ? connected(context, **session) : nothing();
    const Result<> reached = co_await std::move(asked);
    if (!reached)
        co_return context.failed(notConnected(context, **session, what, reached.error()));
    const Result<> done = co_await (*session)->guards().removeNow(*id);
    if (!done && done.error().kind == FailureKind::NotFound)
        co_return context.failed(
            misuse(what, Words::tr("there is no guard %1").arg(*id), context.hint(u"guard list"_s)).value());
    if (!done)
        co_return context.failed(trouble(what, done.error(), (*session)->attempt()).value());
    context.out.document(QJsonObject{{u"id"_s, *id}, {u"gave_back"_s, holds}});
    context.out.line(holds ? Words::tr("removed guard %1, and gave the key back what it took").arg(*id)
                           : Words::tr("removed guard %1").arg(*id));
    co_return AllWell;
}

extern const Command guardList;
const Command guardList{"guard list", "",
    QT_TRANSLATE_NOOP("Words", "the guards, what is spent of each, and their state"), "guard list", {}, list};

extern const Command guardRemove;
const Command guardRemove{"guard remove", "ID",
    QT_TRANSLATE_NOOP("Words", "ends a guard; what it took from the key is given back first"), "guard remove 1", {},
    remove};

} // namespace cli
