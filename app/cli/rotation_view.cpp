// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rotation_view.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include "workspace/store_ports.h"

using namespace Qt::StringLiterals;
using keys::RotationStep;

namespace cli {

Task<Maybe<FoundRotation>> findRotation(Context &context, QString what)
{
    const auto session = co_await openSession(context);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    FoundRotation found;
    found.session = *session;
    found.book = std::make_shared<keys::Rotations>(context.workspace().store(), (*session)->state().profile.id);
    const auto rotation = co_await found.book->rotation(context.args.word(0).toLongLong());
    if (!rotation && rotation.error().kind == FailureKind::NotFound)
        co_return misuse(
            what, Words::tr("there is no rotation \"%1\"").arg(context.args.word(0)), context.hint(u"rotation list"_s));
    if (!rotation)
        co_return trouble(what, rotation.error());
    found.rotation = *rotation;
    co_return found;
}

// What to type for it.
static QString commandOf(const keys::Rotation &rotation, RotationStep step)
{
    switch (step) {
    case RotationStep::Create:
        return u"rotation abandon %1"_s.arg(rotation.id);
    case RotationStep::Prove:
        return u"rotation prove %1 --key-env NEW_KEY"_s.arg(rotation.id);
    case RotationStep::HandOver:
        return u"rotation handed-over %1"_s.arg(rotation.id);
    case RotationStep::Drain:
    case RotationStep::Disable:
        return u"rotation disable %1"_s.arg(rotation.id);
    case RotationStep::Refused:
        return u"rotation refused %1 --key-env OLD_KEY"_s.arg(rotation.id);
    case RotationStep::Delete:
        break;
    }
    return u"rotation delete %1"_s.arg(rotation.id);
}

static Maybe<> mayDo(
    const Context &context, const QString &what, const keys::Rotation &rotation, const QList<RotationStep> &steps)
{
    const auto next = rotation.next();
    if (next && steps.contains(*next))
        return {};
    if (!next)
        return misuse(what, Words::tr("rotation %1 has ended").arg(rotation.id), context.hint(u"rotation list"_s));
    return misuse(what, Words::tr("first: %1").arg(inWords(*next)), context.hint(commandOf(rotation, *next)));
}

Task<Maybe<FoundRotation>> rotationBefore(Context &context, QString what, QList<RotationStep> steps)
{
    const auto found = co_await findRotation(context, what);
    if (!found)
        co_return tl::unexpected<Trouble>(found.error());
    const auto may = mayDo(context, what, found->rotation, steps);
    if (!may)
        co_return tl::unexpected<Trouble>(may.error());
    co_return *found;
}

Task<Maybe<FoundRotation>> reachRotation(Context &context, QString what, QList<RotationStep> steps)
{
    const auto found = co_await findRotation(context, what);
    if (!found)
        co_return tl::unexpected<Trouble>(found.error());
    const Result<> reached = co_await connected(context, *found->session);
    if (!reached)
        co_return tl::unexpected<Trouble>(notConnected(context, *found->session, what, reached.error()));
    const auto may = mayDo(context, what, found->rotation, steps);
    if (!may)
        co_return tl::unexpected<Trouble>(may.error());
    co_return *found;
}

Task<int> markDone(Context &context, FoundRotation found, RotationStep step, keys::StepDone how)
{
    how.at = Clock().now();
    how.by = workspace::systemUser();
    const auto rotation = co_await found.book->mark(found.rotation.id, step, how);
    if (!rotation)
        co_return context.failed(trouble(u"rotation"_s, rotation.error()).value());
    printRotation(context, *rotation, {});
    co_return AllWell;
}

QString inWords(RotationStep step)
{
    switch (step) {
    case RotationStep::Create:
        return Words::tr("create the new key");
    case RotationStep::Prove:
        return Words::tr("prove the new key");
    case RotationStep::HandOver:
        return Words::tr("hand it over");
    case RotationStep::Drain:
        return Words::tr("wait until nobody calls with the old key");
    case RotationStep::Disable:
        return Words::tr("disable the old key");
    case RotationStep::Refused:
        return Words::tr("prove that the old key is refused");
    case RotationStep::Delete:
        return Words::tr("delete the old key");
    }
    return {};
}

static QString whyUnknown(const QString &why)
{
    if (why == "gap"_L1)
        return Words::tr("usage rows of these hours are missing");
    return why == "stale"_L1 ? Words::tr("usage was not read in the last 15 minutes")
                             : Words::tr("usage was never read");
}

QString inWords(const keys::Drain &drain)
{
    if (drain.state == keys::Drain::State::Unknown)
        return Words::tr("not known: %1").arg(whyUnknown(drain.why));
    const QString last = drain.lastCall ? minute(*drain.lastCall) : Words::tr("never");
    if (drain.state == keys::Drain::State::Drained)
        return Words::tr("drained, last call %1").arg(last);
    return Words::tr("%n call(s), last %1", nullptr, int(drain.calls)).arg(last);
}

QJsonObject jsonOf(const keys::Drain &drain)
{
    static const QStringList states{u"drained"_s, u"called"_s, u"unknown"_s};
    return {{u"state"_s, states.at(int(drain.state))}, {u"calls"_s, drain.calls},
        {u"last_call"_s, jsonOf(drain.lastCall)}, {u"since"_s, jsonOf(drain.since)}, {u"why"_s, textOrNull(drain.why)}};
}

static QString stateOf(const keys::Rotation &rotation, int step)
{
    const auto done = rotation.done.find(step);
    if (done == rotation.done.end())
        return rotation.next() == RotationStep(step) ? Words::tr("next") : QString();
    return done->proven ? Words::tr("done") : Words::tr("accepted");
}

void printRotation(Context &context, const keys::Rotation &rotation, const std::optional<keys::Drain> &drain)
{
    QJsonObject document = keys::jsonOf(rotation);
    document.insert(u"drain"_s, drain ? QJsonValue(jsonOf(*drain)) : QJsonValue());
    context.out.document(document);
    context.out.line(Words::tr("rotation %1: %2 → %3")
                         .arg(QString::number(rotation.id), rotation.oldName,
                             rotation.newName.isEmpty() ? u"…"_s : rotation.newName));
    Table rows{{Words::tr("STEP"), Words::tr("STATE"), Words::tr("WHEN, UTC"), Words::tr("BY"), Words::tr("NOTE")}};
    for (int step = 0; step < keys::rotationSteps; ++step) {
        const keys::StepDone done = rotation.done.value(step);
        rows << QStringList{inWords(RotationStep(step)), stateOf(rotation, step),
            done.at.isValid() ? minute(done.at) : QString(), done.by, done.note};
    }
    context.out.table(rows);
    if (drain)
        context.out.line(
            Words::tr("the old key in the last %n hour(s): %1", nullptr, rotation.drainHours).arg(inWords(*drain)));
    if (const auto next = rotation.next())
        context.out.note(Words::tr("next: %1").arg(context.hint(commandOf(rotation, *next))));
    else if (rotation.abandoned)
        context.out.note(Words::tr("it was abandoned"));
}

} // namespace cli
