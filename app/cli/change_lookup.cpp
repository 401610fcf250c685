// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/change_lookup.h"
#include "cli/set_writes.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

QString profileName(Context &context, const QString &id)
{
    const QList<Profile> &all = context.workspace().state().profiles;
    const auto found = std::ranges::find(all, id, &Profile::id);
    return found == all.end() ? id : found->name;
}

Task<Maybe<QString>> profileMeant(Context &context)
{
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return tl::unexpected<Trouble>(workspace.error());
    if (!context.args.has("profile"))
        co_return QString();
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    co_return opened->profile.id;
}

// NotFound is told with the way to those there are.
static Trouble notFound(const QString &what, const Failure &failure)
{
    Trouble why = trouble(what, failure).value();
    if (failure.kind == FailureKind::NotFound) {
        why.why = failure.detail;
        why.next = u"gwctl change list"_s;
    }
    return why;
}

static Task<Maybe<changes::ChangeSet>> storedSet(Context &context, QString what)
{
    const auto number = setNumber(what, context.args.word(0));
    if (!number)
        co_return tl::unexpected<Trouble>(number.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return tl::unexpected<Trouble>(workspace.error());
    const auto read = [number = *number, now = Clock().now()](
                          sql::Database &db) { return store::changeSet(db, number, now); };
    const auto line = co_await (*workspace)->store().read(read);
    if (!line)
        co_return tl::unexpected<Trouble>(notFound(what, line.error()));
    co_return workspace::setOf(*line);
}

Task<Maybe<FoundSet>> findSet(Context &context, QString what)
{
    const auto set = co_await storedSet(context, what);
    if (!set)
        co_return tl::unexpected<Trouble>(set.error());
    const QString name = profileName(context, set->profile);
    if (context.args.has("profile") && context.args.value("profile") != name)
        co_return misuse(what, Words::tr("change set %1 is of the profile \"%2\"").arg(QString::number(set->id), name),
            Words::tr("leave --profile out"));
    context.workspace().open(set->profile);
    FoundSet found;
    found.session = context.workspace().live();
    found.set = *set;
    if (!found.session)
        co_return misuse(
            what, Words::tr("the profile of change set %1 was removed").arg(set->id), u"gwctl change list"_s);
    co_return found;
}

} // namespace cli
