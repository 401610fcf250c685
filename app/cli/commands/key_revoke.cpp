// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/set_writes.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "workspace/connection_probe.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key revoke"_s;

namespace {

// What became of one key, or of a connection as a whole.
struct Line
{
    enum class Result { Disabled, WasDisabled, Unknown, Failed };

    QString profile;
    Key key; // without a name: the connection could not be asked
    Result result = Result::Failed;
    QString why;
};

QString wordOf(Line::Result result)
{
    switch (result) {
    case Line::Result::Disabled:
        return Words::tr("disabled");
    case Line::Result::WasDisabled:
        return Words::tr("was disabled");
    case Line::Result::Unknown:
        return Words::tr("not known");
    case Line::Result::Failed:
        break;
    }
    return Words::tr("FAILED");
}

QJsonObject jsonOf(const Line &line)
{
    static const QStringList results{u"disabled"_s, u"was_disabled"_s, u"unknown"_s, u"failed"_s};
    return {{u"profile"_s, line.profile}, {u"key"_s, line.key.name}, {u"id"_s, line.key.id},
        {u"result"_s, results.at(int(line.result))}, {u"why"_s, line.why}};
}

QString whyOf(const Failure &failure, const workspace::LiveSession &session)
{
    const Trouble said = trouble(what, failure, session.attempt()).value();
    return said.why;
}

Task<Maybe<QString>> ownerMeant(Context &context)
{
    if (context.args.has("owner") == !context.args.word(0).isEmpty())
        co_return misuse(what, Words::tr("name a key, or its owner with --owner"), u"gwctl key revoke --owner web"_s);
    if (context.args.has("owner"))
        co_return context.args.value("owner");
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return tl::unexpected<Trouble>(found.error());
    const QString owner = found->key.passport.owner;
    if (owner.isEmpty())
        co_return misuse(what,
            Words::tr("the key %1 has no owner, so no others can be found by it").arg(found->key.name),
            context.hint(u"key disable %1"_s.arg(found->key.id)));
    co_return owner;
}

// The keys of the owner that the open session's gateway lists.
Task<Result<QList<Key>>> keysOf(Context &context, workspace::LiveSession *session, QString owner)
{
    const auto features = workspace::featuresOf(session->state().profile, context.workspace().clock());
    if (!features || !features->has(gateway::Feature::ListKeys))
        co_return fail(FailureKind::Unsupported, u"keys"_s);
    const Result<> reached = co_await connected(context, *session);
    if (!reached)
        co_return tl::unexpected<Failure>(reached.error());
    auto all = co_await gateway::everyKey(*session->admin().keys());
    if (all)
        all->removeIf([&owner](const Key &key) { return key.passport.owner.compare(owner, Qt::CaseInsensitive) != 0; });
    co_return all;
}

QList<Line> linesOf(const QString &profile, const changes::ChangeSet &set, const workspace::LiveSession &session)
{
    QList<Line> lines;
    for (const changes::Step &step : set.steps) {
        const auto *change = std::get_if<changes::Change>(&step.wanted);
        if (!change || !change->before)
            continue;
        const bool done = step.state == changes::StepState::Done;
        lines << Line{profile, *change->before, done ? Line::Result::Disabled : Line::Result::Failed,
            step.failure ? whyOf(*step.failure, session) : QString()};
    }
    return lines;
}

// Of a gateway that lists no keys nobody knows: that is no failure, but somebody has to look.
Line unasked(const QString &profile, const Failure &failure, const workspace::LiveSession &session)
{
    if (failure.kind == FailureKind::Unsupported)
        return {profile, {}, Line::Result::Unknown, Words::tr("it lists no keys; revoke there by hand")};
    return {profile, {}, Line::Result::Failed, whyOf(failure, session)};
}

Task<QList<Line>> revokedOn(Context &context, workspace::LiveSession *session, QString owner)
{
    const Profile profile = session->state().profile;
    const auto keys = co_await keysOf(context, session, owner);
    if (!keys) {
        QList<Line> one;
        one << unasked(profile.name, keys.error(), *session);
        co_return one;
    }
    QList<Line> lines;
    QList<changes::Edit> edits;
    for (const Key &key : *keys) {
        changes::Change change{key, key};
        change.after->enabled = false;
        if (!key.enabled)
            lines << Line{profile.name, key, Line::Result::WasDisabled, {}};
        else if (profile.readOnly)
            lines << Line{profile.name, key, Line::Result::Failed, Words::tr("this profile is read-only")};
        else
            edits << change;
    }
    if (edits.isEmpty())
        co_return lines;
    const QString title = Words::tr("revoke every key of %1").arg(owner);
    const auto outcome = co_await appliedAtOnce(context, session, edits, title);
    if (!outcome)
        lines << Line{profile.name, {}, Line::Result::Failed, outcome.error().why};
    else
        lines << linesOf(profile.name, outcome->set, *session);
    co_return lines;
}

void print(Context &context, const QList<Line> &lines)
{
    QJsonArray items;
    Table rows{{Words::tr("CONNECTION"), Words::tr("KEY"), Words::tr("RESULT"), Words::tr("WHY")}};
    for (const Line &line : lines) {
        items.append(jsonOf(line));
        rows << QStringList{line.profile, line.key.name, wordOf(line.result), line.why};
    }
    context.out.document(listDocument(items, true));
    if (!lines.isEmpty())
        context.out.table(rows);
}

int exitAfter(Context &context, const QString &owner, const QList<Line> &lines)
{
    print(context, lines);
    const bool anyKey = std::ranges::any_of(lines, [](const Line &line) { return !line.key.name.isEmpty(); });
    if (std::ranges::any_of(lines, [](const Line &line) { return line.result == Line::Result::Failed; })) {
        context.out.note(Words::tr("not all is revoked: mend what failed and run this again; until then switch off the "
                                   "provider keys behind those gateways"));
        return CheckFailed;
    }
    if (!anyKey) {
        context.out.note(Words::tr("no connection lists a key of %1").arg(owner));
        return CheckFailed;
    }
    context.out.note(Words::tr("proof that they are refused: %1").arg(context.hint(u"key prove --key-env OLD_KEY"_s)));
    return AllWell;
}

Task<int> run(Context &context)
{
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    const auto owner = co_await ownerMeant(context);
    if (!owner)
        co_return context.failed(owner.error());
    const QList<Profile> profiles = (*workspace)->state().profiles;
    const QString question =
        Words::tr("disable every key of %1 on %n connection(s)", nullptr, int(profiles.size())).arg(*owner);
    const auto sure = context.args.has("yes") ? Maybe<>() : confirmed(question);
    if (!sure)
        co_return context.failed(sure.error());
    const QVariant last =
        (*workspace)->settings().value("profile/last"_L1); // what the window opens is no matter of ours
    QList<Line> lines;
    for (const Profile &profile : profiles) {
        (*workspace)->open(profile.id);
        workspace::LiveSession *session = (*workspace)->live();
        if (!session)
            continue;
        const QList<Line> here = co_await revokedOn(context, session, *owner);
        lines << here;
    }
    (*workspace)->settings().setValue("profile/last"_L1, last);
    co_return exitAfter(context, *owner, lines);
}

} // namespace

extern const Command keyRevoke;
const Command keyRevoke{"key revoke", "[ID]",
    QT_TRANSLATE_NOOP("Words", "disables every key of an owner, or of that key's owner, on all connections at once"),
    "key revoke --owner web --reason leaked --yes",
    {{"owner", "NAME", QT_TRANSLATE_NOOP("Words", "whose keys, in place of ID")}, reasonOption}, run};

} // namespace cli
