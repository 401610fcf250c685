// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/scope.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;

namespace cli {

// A name that nobody serves is a slip more often than a wish; the gateway may learn it later.
static void warnOfUnknown(Context &context, const workspace::LiveSession &session, const QStringList &aliases)
{
    const QList<Alias> &known = session.state().aliases;
    for (const QString &alias : aliases)
        if (std::ranges::find(known, alias, &Alias::name) == known.end())
            context.out.note(
                Words::tr("warning: the gateway lists no alias \"%1\"; the key is for it all the same").arg(alias));
}

static Task<int> run(Context &context)
{
    const QString what = u"key create"_s;
    Key wanted;
    wanted.name = context.args.word(0);
    const auto scope = scoped(wanted, context.args, Clock().now());
    if (!scope)
        co_return context.failed(scope.error());
    const auto staging = wellStaged(context.args, what);
    if (!staging)
        co_return context.failed(staging.error());
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    const gateway::Features features = (*session)->features();
    if (!(*session)->admin().keys() || !features.has(gateway::Feature::CreateKey))
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"create key"_s, 0}, (*session)->attempt()).value());
    const QStringList missing = gaps(context.args, *scope, features);
    if (!missing.isEmpty() && !context.args.has("accept-gaps"))
        co_return context.failed(cannotHold(what, **session, missing));
    if (!missing.isEmpty())
        context.out.note(Words::tr("left out: %1").arg(missing.join(u", "_s)));
    if ((*session)->admin().aliases())
        warnOfUnknown(context, **session, scope->aliases);
    changes::Change change;
    change.after = without(*scope, features);
    if (context.args.has("stage")) {
        QList<changes::Edit> edits;
        edits << change;
        co_return co_await stageEdits(context, *session, edits);
    }
    const QString question = Words::tr("create the key %1 on %2").arg(wanted.name, (*session)->state().profile.name);
    const auto done = co_await writeKey(context, **session, change, question);
    if (!done)
        co_return context.failed(done.error());
    printSecretOnce(context, *done,
        Words::tr("created %1 (%2); its secret is shown this once:")
            .arg(done->change.after->name, done->change.after->id));
    co_return AllWell;
}

extern const Command keyCreate;
const Command keyCreate{"key create", "NAME",
    QT_TRANSLATE_NOOP("Words", "creates a scoped key and prints its secret, once, on stdout"),
    "key create demo-app --alias fast --budget 5/day --expires 30d --owner team-search",
    scopeOptions() + writeOptions(), run};

} // namespace cli
