// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/given_key.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/rotation_view.h"
#include "cli/smoke_view.h"
#include "cli/words.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;
using keys::RotationStep;

namespace cli {

static Task<int> list(Context &context)
{
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return context.failed(opened.error());
    const keys::Rotations book(opened->workspace->store(), opened->profile.id);
    const auto all = co_await book.list();
    if (!all)
        co_return context.failed(trouble(u"rotation list"_s, all.error()).value());
    QJsonArray items;
    Table rows{
        {Words::tr("ID"), Words::tr("OLD KEY"), Words::tr("NEW KEY"), Words::tr("BEGUN, UTC"), Words::tr("NEXT")}};
    for (const keys::Rotation &each : *all) {
        items << keys::jsonOf(each);
        const auto next = each.next();
        rows << QStringList{QString::number(each.id), each.oldName, each.newName, minute(each.begun),
            each.abandoned ? Words::tr("abandoned")
                : next     ? inWords(*next)
                           : Words::tr("all done")};
    }
    context.out.document(listDocument(items, true));
    if (all->isEmpty())
        context.out.note(Words::tr("nothing yet; %1").arg(context.hint(u"rotation start KEY"_s)));
    else
        context.out.table(rows);
    co_return AllWell;
}

static Task<int> show(Context &context)
{
    const QString what = u"rotation show"_s;
    const auto found = co_await findRotation(context, what);
    if (!found)
        co_return context.failed(found.error());
    const auto drain = co_await found->book->drain(found->rotation, Clock().now());
    if (!drain)
        co_return context.failed(trouble(what, drain.error()).value());
    printRotation(context, found->rotation, *drain);
    co_return AllWell;
}

// Those named; else each in the scope of the new key, or the gateway's first.
static Task<Maybe<QStringList>> toCall(Context &context, FoundRotation found)
{
    const QStringList named = context.args.list("alias");
    if (!named.isEmpty())
        co_return named;
    const auto key = co_await found.session->admin().keys()->find(found.rotation.newId);
    if (!key)
        co_return trouble(u"rotation prove"_s, key.error(), found.session->attempt());
    const QStringList aliases = keys::aliasesToProve(*key, found.session->state().aliases);
    if (!aliases.isEmpty())
        co_return aliases;
    co_return misuse(u"rotation prove"_s, Words::tr("the gateway does not tell its aliases"),
        context.hint(u"rotation prove %1 --alias NAME"_s.arg(found.rotation.id)));
}

// Calls with the new key once an alias.
static Task<int> prove(Context &context)
{
    const QString what = u"rotation prove"_s;
    const QList<RotationStep> steps{RotationStep::Prove};
    const auto found = co_await reachRotation(context, what, steps);
    if (!found)
        co_return context.failed(found.error());
    const auto key = co_await givenKey(context, what, Words::tr("Secret of the new key"));
    if (!key)
        co_return context.failed(key.error());
    const auto aliases = co_await toCall(context, *found);
    if (!aliases)
        co_return context.failed(aliases.error());
    const smoke::Plan plan = found->session->planToProve(*key, *aliases);
    const RunReport run = co_await runLive(context, *found->session, plan);
    const int code = exitOf(run, false);
    if (code != AllWell) {
        printRun(context, run);
        co_return code;
    }
    keys::StepDone how;
    how.note = run.id;
    co_return co_await markDone(context, *found, RotationStep::Prove, how);
}

static Task<int> handedOver(Context &context)
{
    const QString what = u"rotation handed-over"_s;
    const QList<RotationStep> steps{RotationStep::HandOver};
    const auto found = co_await rotationBefore(context, what, steps);
    if (!found)
        co_return context.failed(found.error());
    keys::StepDone how;
    how.note = context.args.value("note");
    co_return co_await markDone(context, *found, RotationStep::HandOver, how);
}

static Task<int> abandon(Context &context)
{
    const QString what = u"rotation abandon"_s;
    const auto found = co_await findRotation(context, what);
    if (!found)
        co_return context.failed(found.error());
    const auto rotation = co_await found->book->abandon(found->rotation.id);
    if (!rotation)
        co_return context.failed(
            misuse(what, Words::tr("rotation %1 has ended").arg(found->rotation.id), context.hint(u"rotation list"_s))
                .value());
    printRotation(context, *rotation, {});
    co_return AllWell;
}

extern const Command rotationList;
const Command rotationList{"rotation list", "",
    QT_TRANSLATE_NOOP("Words", "the rotations of a profile, and what is next in each"), "rotation list", {}, list};

extern const Command rotationShow;
const Command rotationShow{"rotation show", "ID",
    QT_TRANSLATE_NOOP(
        "Words", "what was done, and whether anybody still calls with the old key, as stored usage tells"),
    "rotation show 1", {}, show};

extern const Command rotationProve;
const Command rotationProve{"rotation prove", "ID",
    QT_TRANSLATE_NOOP("Words", "proves by calls that the new key works"), "rotation prove 1 --key-env NEW_KEY",
    givenKeyOptions()
        + QList<Option>{{"alias", "A",
            QT_TRANSLATE_NOOP("Words", "call this alias; repeatable (default: each that the key may call)")}},
    prove};

extern const Command rotationHandedOver;
const Command rotationHandedOver{"rotation handed-over", "ID",
    QT_TRANSLATE_NOOP("Words", "notes that every application has the new key"),
    "rotation handed-over 1 --note \"three teams\"",
    {{"note", "TEXT", QT_TRANSLATE_NOOP("Words", "who has it, for the record")}}, handedOver};

extern const Command rotationAbandon;
const Command rotationAbandon{"rotation abandon", "ID",
    QT_TRANSLATE_NOOP("Words", "gives it up; both keys stay as they are"), "rotation abandon 1", {}, abandon};

} // namespace cli
