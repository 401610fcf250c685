// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/given_key.h"
#include "cli/key_lookup.h"
#include "cli/rotation_view.h"
#include "cli/set_writes.h"
#include "cli/smoke_view.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "workspace/store_ports.h"

using namespace Qt::StringLiterals;
using keys::RotationStep;

namespace cli {

static constexpr Option acceptOption{"accept", "TEXT",
    QT_TRANSLATE_NOOP("Words", "go on without that proof; who answers for it and why, for the record")};

static Trouble notDrained(const Context &context, const keys::Rotation &rotation, const keys::Drain &drain)
{
    Trouble why = misuse(u"rotation disable"_s,
        Words::tr("the old key %1 is not drained: %2").arg(rotation.oldName, inWords(drain)),
        drain.state == keys::Drain::State::Unknown
            ? context.hint(u"usage sync"_s)
            : context.hint(u"usage list --filter \"key = %1\""_s.arg(rotation.oldName)))
                      .value();
    why.exit = Refused;
    return why;
}

// Drained by what is known now, after usage was read; or somebody answers for it.
static Task<Maybe<FoundRotation>> drained(Context &context, FoundRotation found)
{
    if (found.rotation.next() != RotationStep::Drain)
        co_return found;
    const Result<qint64> rows = co_await found.session->sync().syncNow();
    const auto drain = co_await found.book->drain(found.rotation, Clock().now());
    if (!drain)
        co_return trouble(u"rotation disable"_s, drain.error());
    keys::StepDone how{Clock().now(), workspace::systemUser(), inWords(*drain), true};
    if (!rows || drain->state != keys::Drain::State::Drained) {
        if (!context.args.has("accept"))
            co_return tl::unexpected<Trouble>(notDrained(context, found.rotation, *drain));
        how.note = context.args.value("accept");
        how.proven = false;
    }
    const auto kept = co_await found.book->mark(found.rotation.id, RotationStep::Drain, how);
    if (!kept)
        co_return trouble(u"rotation disable"_s, kept.error());
    found.rotation = *kept;
    co_return found;
}

// Writes the old key; gone already: there is nothing to write.
static Task<Maybe<>> wroteOld(Context &context, FoundRotation found, bool remove)
{
    const auto key = co_await found.session->admin().keys()->find(found.rotation.oldId);
    if (!key && key.error().kind == FailureKind::NotFound)
        co_return Maybe<>();
    if (!key)
        co_return trouble(u"rotation"_s, key.error(), found.session->attempt());
    changes::Change change{*key, {}};
    if (!remove) {
        change.after = *key;
        change.after->enabled = false;
    }
    if (change.after && sameSettings(*change.before, *change.after))
        co_return Maybe<>();
    const QString question =
        (remove ? Words::tr("delete the old key %1") : Words::tr("disable the old key %1")).arg(key->name);
    const auto done = co_await writeKey(context, *found.session, change, question);
    if (!done)
        co_return tl::unexpected<Trouble>(done.error());
    co_return Maybe<>();
}

static Task<int> disable(Context &context)
{
    const QString what = u"rotation disable"_s;
    const QList<RotationStep> steps{RotationStep::Drain, RotationStep::Disable};
    const auto found = co_await reachRotation(context, what, steps);
    if (!found)
        co_return context.failed(found.error());
    const auto ready = co_await drained(context, *found);
    if (!ready)
        co_return context.failed(ready.error());
    const auto done = co_await wroteOld(context, *ready, false);
    if (!done)
        co_return context.failed(done.error());
    const keys::StepDone how;
    co_return co_await markDone(context, *ready, RotationStep::Disable, how);
}

static Task<Maybe<keys::StepDone>> refusalOf(Context &context, FoundRotation found)
{
    keys::StepDone how;
    how.note = context.args.value("accept");
    how.proven = how.note.isEmpty();
    if (!how.proven)
        co_return how;
    const QString what = u"rotation refused"_s;
    const auto key = co_await givenKey(context, what, Words::tr("Secret of the old key"));
    if (!key)
        co_return tl::unexpected<Trouble>(key.error());
    smoke::Plan plan = found.session->planToRefuse(*key, {}, std::chrono::minutes(10));
    plan.givenUp = keys::disabledBy(found.rotation);
    const RunReport run = co_await runLive(context, *found.session, plan);
    how.note = run.id;
    if (run.outcome() == ::Outcome::Failed || run.outcome() == ::Outcome::Inconclusive || !run.endedBy.isEmpty()) {
        Trouble why = misuse(what, Words::tr("the old key is not proven refused (run %1)").arg(run.id),
            context.hint(u"run show %1"_s.arg(run.id)))
                          .value();
        why.exit = CheckFailed;
        co_return tl::unexpected<Trouble>(why);
    }
    co_return how;
}

static Task<int> refused(Context &context)
{
    const QString what = u"rotation refused"_s;
    const QList<RotationStep> steps{RotationStep::Refused};
    const auto found = co_await reachRotation(context, what, steps);
    if (!found)
        co_return context.failed(found.error());
    const auto how = co_await refusalOf(context, *found);
    if (!how)
        co_return context.failed(how.error());
    co_return co_await markDone(context, *found, RotationStep::Refused, *how);
}

static Task<int> remove(Context &context)
{
    const QString what = u"rotation delete"_s;
    const QList<RotationStep> steps{RotationStep::Delete};
    const auto found = co_await reachRotation(context, what, steps);
    if (!found)
        co_return context.failed(found.error());
    const auto done = co_await wroteOld(context, *found, true);
    if (!done)
        co_return context.failed(done.error());
    const keys::StepDone how;
    co_return co_await markDone(context, *found, RotationStep::Delete, how);
}

extern const Command rotationDisable;
const Command rotationDisable{"rotation disable", "ID",
    QT_TRANSLATE_NOOP("Words",
        "reads usage and disables the old key, if nobody called with it for the hours asked for and "
        "no row can be missing (else exit 6)"),
    "rotation disable 1", {acceptOption, reasonOption}, disable};

extern const Command rotationRefused;
const Command rotationRefused{"rotation refused", "ID",
    QT_TRANSLATE_NOOP("Words", "proves by calls with the old key that every worker refuses it"),
    "rotation refused 1 --key-env OLD_KEY", givenKeyOptions() + QList<Option>{acceptOption}, refused};

extern const Command rotationDelete;
const Command rotationDelete{"rotation delete", "ID", QT_TRANSLATE_NOOP("Words", "deletes the old key, the last step"),
    "rotation delete 1 --yes", {reasonOption}, remove};

} // namespace cli
