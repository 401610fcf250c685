// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/set_writes.h"
#include "changes/set_words.h"
#include "cli/words.h"
#include "secrets/handover.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &writeOptions()
{
    static const QList<Option> all{
        reasonOption,
        {"stage", "", QT_TRANSLATE_NOOP("Words", "put it into a change set, to be looked at and applied later")},
        {"set", "N", QT_TRANSLATE_NOOP("Words", "with --stage: the open change set it joins; else a new one")},
        {"title", "TEXT", QT_TRANSLATE_NOOP("Words", "with --stage: what the change set is about")},
    };
    return all;
}

Maybe<qint64> setNumber(const QString &what, const QString &text)
{
    bool ok = text.isEmpty();
    const qint64 number = text.isEmpty() ? 0 : text.toLongLong(&ok);
    if (!ok || (!text.isEmpty() && number < 1))
        return misuse(what, Words::tr("\"%1\" is no number of a change set").arg(text), u"gwctl change list"_s);
    return number;
}

Maybe<> wellStaged(const Args &args, const QString &what)
{
    if ((args.has("set") || args.has("title")) && !args.has("stage"))
        return misuse(what, Words::tr("--set and --title are of change sets"), u"--stage"_s);
    if (args.has("stage") && args.has("dry-run"))
        return misuse(what, Words::tr("--stage and --dry-run exclude each other"), u"--stage, gwctl change show N"_s);
    return {};
}

Task<Maybe<std::optional<changes::ChangeSet>>> setMeant(Context &context, workspace::LiveSession *session, QString what)
{
    const auto number = setNumber(u"--set"_s, context.args.value("set"));
    if (!number)
        co_return tl::unexpected<Trouble>(number.error());
    if (*number == 0)
        co_return std::optional<changes::ChangeSet>();
    const auto set = co_await session->changes().find(*number);
    if (!set)
        co_return trouble(what, set.error());
    co_return std::optional<changes::ChangeSet>(*set);
}

// A set that is nowhere: what would be done, and who would feel it.
Task<int> tryOut(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits)
{
    changes::ChangeSet set;
    set.created = Clock().now();
    for (const changes::Edit &edit : edits)
        if (const auto done = changes::stage(set, edit); !done)
            co_return context.failed(trouble(u"--dry-run"_s, done.error()).value());
    workspace::ChangeService &service = session->changes();
    const auto concerns = co_await service.concerns(set);
    const auto radius = co_await service.radius(set);
    if (!concerns || !radius)
        co_return context.failed(trouble(u"--dry-run"_s, concerns ? radius.error() : concerns.error()).value());
    QJsonObject document = jsonOf(set, session->state().profile.name);
    document.insert(u"dry_run"_s, true);
    document.insert(u"concerns"_s, jsonOf(*concerns));
    document.insert(u"impact"_s, jsonOf(*radius));
    context.out.document(document);
    context.out.table(rowsOf(set));
    printFields(context, set);
    printConcerns(context, *concerns);
    printRadius(context, *radius);
    context.out.note(Words::tr("nothing was written"));
    const bool blocked = std::ranges::any_of(*concerns, &changes::Concern::blocks);
    co_return blocked ? int(Misuse) : int(AllWell);
}

static Task<Maybe<changes::ChangeSet>> stagedSet(
    Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, bool joins)
{
    const auto number = setNumber(u"--set"_s, context.args.value("set"));
    if (!number)
        co_return tl::unexpected<Trouble>(number.error());
    const workspace::ChangeService::Heading heading{context.args.value("title"), context.args.value("reason"), joins};
    const auto set = co_await session->changes().staged(edits, *number, heading);
    if (!set)
        co_return trouble(u"--stage"_s, set.error(), session->attempt());
    co_return *set;
}

Task<int> stageEdits(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, bool joins)
{
    const auto set = co_await stagedSet(context, session, edits, joins);
    if (!set)
        co_return context.failed(set.error());
    const auto concerns = co_await session->changes().concerns(*set);
    QJsonObject document = jsonOf(*set, session->state().profile.name);
    document.insert(u"concerns"_s, jsonOf(concerns.value_or(QList<changes::Concern>())));
    context.out.document(document);
    context.out.table(rowsOf(*set));
    printConcerns(context, concerns.value_or(QList<changes::Concern>()));
    context.out.note(Words::tr("staged as change set %1; %2")
                         .arg(QString::number(set->id), context.hint(u"change apply %1"_s.arg(set->id))));
    co_return AllWell;
}

// With --json they wait for the one document, else they go to stdout as they come.
static std::function<void(const changes::Step &, const std::optional<Secret> &)> tellsSecrets(
    Context &context, SecretsOnce &secrets)
{
    return [&context, &secrets](const changes::Step &step, const std::optional<Secret> &secret) {
        if (!secret)
            return;
        if (context.out.json()) {
            secrets.insert(step.place, secrets::forJsonOnce(*secret));
            return;
        }
        context.out.note(Words::tr("the secret of %1 is shown this once:").arg(changes::nameOf(step.wanted)));
        secrets::show(*secret, stdout);
    };
}

// Why a set as a whole is not worked on: in its own words, with the way to look at it.
static Trouble notWorked(const workspace::LiveSession &session, const changes::ChangeSet &set, const Failure &failure)
{
    Trouble why = trouble(Words::tr("change set %1").arg(set.id), failure, session.attempt()).value();
    if (failure.kind == FailureKind::Conflict || failure.kind == FailureKind::Locked) {
        why.why = failure.detail;
        why.next = u"gwctl change show %1"_s.arg(set.id);
    }
    return why;
}

using Work = Task<Result<changes::ChangeSet>> (workspace::ChangeService::*)(qint64, workspace::ChangeService::Wish);

static Task<Maybe<Outcome>> worked(
    Context &context, workspace::LiveSession *session, changes::ChangeSet set, bool keepGoing, Work work)
{
    Outcome outcome;
    workspace::ChangeService::Wish wish;
    wish.keepGoing = keepGoing;
    wish.told = tellsSecrets(context, outcome.secrets);
    context.interrupts.handledByCommand(); // it ends between two steps
    wish.stops = [&context] { return context.interrupts.happened(); };
    const auto done = co_await (session->changes().*work)(set.id, wish);
    if (!done)
        co_return tl::unexpected<Trouble>(notWorked(*session, set, done.error()));
    outcome.set = *done;
    co_return outcome;
}

Task<Maybe<Outcome>> applied(Context &context, workspace::LiveSession *session, changes::ChangeSet set, bool keepGoing)
{
    return worked(context, session, std::move(set), keepGoing, &workspace::ChangeService::applied);
}

Task<Maybe<Outcome>> undone(Context &context, workspace::LiveSession *session, changes::ChangeSet set)
{
    return worked(context, session, std::move(set), false, &workspace::ChangeService::undone);
}

// What a step that failed asks for, and how the set goes on or back.
static QString nextOf(const Context &context, const changes::ChangeSet &set, QString next)
{
    while (next.endsWith(u'.'))
        next.chop(1);
    const QString undo = context.hint(u"change undo %1"_s.arg(set.id));
    if (set.state == changes::SetState::HalfUndone)
        return Words::tr("%1; then %2 goes on").arg(next, undo);
    return Words::tr("%1; then %2 goes on, or %3 takes back what was done")
        .arg(next, context.hint(u"change apply %1"_s.arg(set.id)), undo);
}

int printOutcome(Context &context, const workspace::LiveSession &session, const Outcome &outcome)
{
    const changes::ChangeSet &set = outcome.set;
    const QJsonObject document = jsonOf(set, session.state().profile.name, outcome.secrets);
    const bool whole = set.state == changes::SetState::Applied || set.state == changes::SetState::Undone;
    const auto failed =
        std::ranges::find_if(set.steps, [](const changes::Step &step) { return step.failure.has_value(); });
    context.out.table(rowsOf(set));
    if (!whole && failed != set.steps.end()) {
        const QString what = Words::tr("change set %1, step %2").arg(set.id).arg(failed->place);
        Trouble why = trouble(what, *failed->failure, session.attempt()).value();
        if (failed->failure->kind == FailureKind::Cancelled)
            why.exit = Inconclusive; // an interruption left it so
        why.next = nextOf(context, set, why.next);
        return context.out.failed(why, document);
    }
    context.out.document(document);
    context.out.note(Words::tr("change set %1: %2").arg(QString::number(set.id), changes::inWords(set)));
    return whole ? AllWell : Interrupted;
}

Task<Maybe<Outcome>> appliedAtOnce(
    Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, QString question)
{
    const workspace::ChangeService::Heading heading{question, context.args.value("reason"), false};
    const auto set = co_await session->changes().staged(edits, 0, heading);
    if (!set)
        co_return tl::unexpected<Trouble>(trouble(question, set.error(), session->attempt()).value());
    co_return co_await applied(context, session, *set, true);
}

Task<int> writeAll(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, QString question)
{
    const auto may = mayWrite(context, session->state().profile, question, true);
    if (!may)
        co_return context.failed(may.error());
    const auto outcome = co_await appliedAtOnce(context, session, edits, question);
    if (!outcome)
        co_return context.failed(outcome.error());
    co_return printOutcome(context, *session, *outcome);
}

} // namespace cli
