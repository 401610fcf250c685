// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_edits.h"
#include "changes/concerns.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/row_filter.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "usage/fields.h"
#include "workspace/change_service.h"

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &bulkOptions()
{
    static const QList<Option> all{
        {"filter", "E", QT_TRANSLATE_NOOP("Words", "every key that matches, in place of ID: \"owner = web\"")},
        dryRunOption,
    };
    return all;
}

namespace {

// What is edited: the key as it lies in the set that is staged into, else as the gateway has it.
struct Target
{
    std::optional<Key> before; // empty: the set is to create it
    Key key;
    int place = 0; // of the step that is to create it
};
struct Targets
{
    workspace::LiveSession *session = nullptr;
    std::optional<changes::ChangeSet> set; // of --set
    QList<Target> keys;
};

bool isWaiting(const changes::Step &step)
{
    return step.state == changes::StepState::Pending || step.state == changes::StepState::Failed;
}

// A step of the set that waits and is about the key; a key that somebody changed since is taken as it is now.
Key asStaged(const std::optional<changes::ChangeSet> &set, const Key &now)
{
    if (!set)
        return now;
    for (const changes::Step &step : set->steps) {
        const auto *wanted = std::get_if<changes::Change>(&step.wanted);
        if (wanted && isWaiting(step) && wanted->before && wanted->after && wanted->before->id == now.id
            && sameSettings(*wanted->before, now))
            return *wanted->after;
    }
    return now;
}

std::optional<Target> createdIn(const std::optional<changes::ChangeSet> &set, const QString &name)
{
    if (!set)
        return {};
    for (const changes::Step &step : set->steps) {
        const auto *wanted = std::get_if<changes::Change>(&step.wanted);
        if (wanted && isWaiting(step) && !wanted->before && wanted->after && wanted->after->name == name)
            return Target{{}, *wanted->after, step.place};
    }
    return {};
}

Task<Maybe<Targets>> filtered(Context &context, QString what)
{
    const auto filter = rowFilter(context.args, usage::keyFields(), u"--filter \"enabled = true and name ~ demo\""_s);
    if (!filter)
        co_return tl::unexpected<Trouble>(filter.error());
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    gateway::Keys *keys = (*session)->admin().keys();
    if (!keys)
        co_return trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}, (*session)->attempt());
    const auto all = co_await gateway::everyKey(*keys);
    if (!all)
        co_return trouble(what, all.error(), (*session)->attempt());
    Targets targets;
    targets.session = *session;
    const auto set = co_await setMeant(context, *session, what);
    if (!set)
        co_return tl::unexpected<Trouble>(set.error());
    targets.set = *set;
    for (const Key &key : *all)
        if (filter->matches(usage::cellsOf(key)))
            targets.keys << Target{key, asStaged(targets.set, key), 0};
    if (targets.keys.isEmpty())
        co_return misuse(what, Words::tr("no key fits the filter"), u"gwctl key list --filter E"_s);
    co_return targets;
}

Task<Maybe<Targets>> theOne(Context &context, QString what)
{
    Targets targets;
    const QString word = context.args.word(0);
    if (context.args.has("set")) {
        const auto session = co_await connectSession(context, what);
        if (!session)
            co_return tl::unexpected<Trouble>(session.error());
        const auto set = co_await setMeant(context, *session, what);
        if (!set)
            co_return tl::unexpected<Trouble>(set.error());
        targets.set = *set;
        targets.session = *session;
    }
    if (const auto created = createdIn(targets.set, word)) {
        targets.keys << *created;
        co_return targets;
    }
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return tl::unexpected<Trouble>(found.error());
    targets.session = found->session;
    targets.keys << Target{found->key, asStaged(targets.set, found->key), 0};
    co_return targets;
}

Maybe<> wellAsked(const Context &context, const QString &what)
{
    const Args &args = context.args;
    if (const auto staged = wellStaged(args, what); !staged)
        return staged;
    if (args.has("filter") == !args.word(0).isEmpty())
        return misuse(
            what, Words::tr("name one key, or many with --filter"), u"gwctl %1 ID, gwctl %1 --filter E"_s.arg(what));
    return {};
}

Task<int> writeOne(Context &context, workspace::LiveSession *session, changes::Change change, QString question)
{
    const auto done = co_await writeKey(context, *session, change, question);
    if (!done)
        co_return context.failed(done.error());
    const gateway::Adapter *adapter = gateway::adapterOf(session->state().profile.kind);
    if (const QString served = changes::servedOn(change, adapter->keyForm); !served.isEmpty())
        context.out.note(served);
    if (change.after) {
        printKey(context, *done->change.after);
        co_return AllWell;
    }
    context.out.document(jsonOf(*change.before));
    context.out.line(Words::tr("deleted %1 (%2)").arg(change.before->name, change.before->id));
    co_return AllWell;
}

// The deletion of a key that the set was to create takes its step out.
Task<int> unstage(Context &context, workspace::LiveSession *session, qint64 set, int place)
{
    const auto left = co_await session->changes().unstaged(set, place);
    if (!left)
        co_return context.failed(trouble(u"--stage"_s, left.error()).value());
    context.out.document(jsonOf(*left, session->state().profile.name));
    context.out.table(rowsOf(*left));
    co_return AllWell;
}

} // namespace

Task<int> editKeys(Context &context, KeyEdit edit)
{
    const auto asked = wellAsked(context, edit.what);
    if (!asked)
        co_return context.failed(asked.error());
    auto looked = context.args.has("filter") ? filtered(context, edit.what) : theOne(context, edit.what);
    const auto targets = co_await std::move(looked);
    if (!targets)
        co_return context.failed(targets.error());
    workspace::LiveSession *session = targets->session;
    QList<changes::Edit> edits;
    for (const Target &target : targets->keys) {
        const auto after = edit.alter(*session, target.key);
        if (!after)
            co_return context.failed(after.error());
        if (!target.before && !*after)
            co_return co_await unstage(context, session, targets->set->id, target.place);
        changes::Change change{target.before, *after};
        const bool same = changes::changesNothing(change);
        if (!same || context.args.has("set")) // in a set it may take a step out
            edits << change;
    }
    const Key &first = targets->keys.first().key;
    if (context.args.has("stage") && !edits.isEmpty())
        co_return co_await stageEdits(context, session, edits);
    if (context.args.has("dry-run"))
        co_return co_await tryOut(context, session, edits);
    if (edits.isEmpty()) {
        context.out.note(Words::tr("nothing to change"));
        if (targets->keys.size() == 1)
            printKey(context, first);
        co_return AllWell;
    }
    const bool many = context.args.has("filter");
    const QString subject =
        many ? Words::tr("%n key(s)", nullptr, int(edits.size())) : Words::tr("the key %1").arg(first.name);
    const QString question = edit.question.arg(subject);
    if (many)
        co_return co_await writeAll(context, session, edits, question);
    const auto one = std::get<changes::Change>(edits.first());
    co_return co_await writeOne(context, session, one, question);
}

} // namespace cli
