// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/words.h"
#include "workspace/gateway_lock.h"

using namespace Qt::StringLiterals;

namespace cli {

static QString placeOf(const Profile &profile)
{
    return profile.kind == "embedded"_L1 ? Words::tr("in this data dir") : profile.dataUrl.toString();
}

// The embedded gateway is where it runs; while it does not, where it is started by default.
static Profile asItRuns(const Context &context, Profile profile)
{
    const auto owner = profile.kind == "embedded"_L1 ? workspace::ownerOf(context.dataDir()) : std::nullopt;
    if (owner && owner->dataUrl.isValid() && owner->adminUrl.isValid()) {
        profile.dataUrl = owner->dataUrl;
        profile.adminUrl = owner->adminUrl;
    }
    return profile;
}

static Task<int> list(Context &context)
{
    const auto limit = context.limit(1000);
    if (!limit)
        co_return context.failed(limit.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    QList<Profile> all = (*workspace)->state().profiles;
    const QString after = context.args.value("after");
    const auto cursor = std::ranges::find(all, after, &Profile::name);
    if (!after.isEmpty() && cursor == all.end())
        co_return context.failed(unknownCursor(after).value());
    if (!after.isEmpty())
        all = all.mid(cursor - all.begin() + 1);
    const QString next = all.size() > *limit ? all.at(*limit - 1).name : QString();
    QJsonArray items;
    Table rows{
        {Words::tr("NAME"), Words::tr("KIND"), Words::tr("ADDRESS"), Words::tr("ENVIRONMENT"), Words::tr("NOTES")}};
    for (const Profile &profile : std::as_const(all).mid(0, *limit)) {
        QStringList notes;
        if (profile.isDefault)
            notes << Words::tr("default");
        if (profile.readOnly)
            notes << Words::tr("read-only");
        items.append(jsonOf(asItRuns(context, profile)));
        rows << QStringList{
            profile.name, profile.kind, placeOf(profile), nameOf(profile.environment), notes.join(u", "_s)};
    }
    context.out.document(listDocument(items, next.isEmpty(), next));
    context.out.table(rows);
    co_return AllWell;
}

static Task<int> show(Context &context)
{
    const auto opened = co_await openProfile(context, context.args.word(0));
    if (!opened)
        co_return context.failed(opened.error());
    const Profile profile = asItRuns(context, opened->profile);
    context.out.document(jsonOf(profile));
    const auto orNone = [](const QString &text) { return text.isEmpty() ? Words::tr("none") : text; };
    context.out.table({{Words::tr("Profile"), profile.name}, {Words::tr("Kind"), profile.kind},
        {Words::tr("Data URL"), placeOf(profile)}, {Words::tr("Admin URL"), orNone(profile.adminUrl.toString())},
        {Words::tr("Admin key"), orNone(profile.adminKeyRef)}, {Words::tr("Data key"), orNone(profile.dataKeyRef)},
        {Words::tr("CA file"), orNone(profile.caFile)},
        {Words::tr("Client certificate"), orNone(profile.clientCertFile)},
        {Words::tr("Proxy"), profile.proxy.isEmpty() ? Words::tr("the system's") : profile.proxy},
        {Words::tr("Environment"), nameOf(profile.environment)},
        {Words::tr("Read-only"), profile.readOnly ? Words::tr("yes") : Words::tr("no")},
        {Words::tr("Default"), profile.isDefault ? Words::tr("yes") : Words::tr("no")}});
    co_return AllWell;
}

static Task<int> remove(Context &context)
{
    const auto opened = co_await openProfile(context, context.args.word(0));
    if (!opened)
        co_return context.failed(opened.error());
    const Profile &profile = opened->profile;
    const QString question = Words::tr("remove the profile %1, its secrets and its usage rows").arg(profile.name);
    if (!context.confirmed(question))
        co_return context.failed(misuse(question, Words::tr("not confirmed"), u"--yes"_s).value());
    const Result<> removed = co_await opened->workspace->remove(profile.id);
    if (!removed)
        co_return context.failed(trouble(u"profile remove"_s, removed.error()).value());
    context.out.document(jsonOf(profile));
    context.out.line(Words::tr("removed %1").arg(profile.name));
    co_return AllWell;
}

static Task<int> makeDefault(Context &context)
{
    const auto opened = co_await openProfile(context, context.args.word(0));
    if (!opened)
        co_return context.failed(opened.error());
    const Profile &profile = opened->profile;
    const Result<> made = co_await opened->workspace->makeDefault(profile.id);
    if (!made)
        co_return context.failed(trouble(u"profile default"_s, made.error()).value());
    Profile now = profile;
    now.isDefault = true;
    context.out.document(jsonOf(now));
    context.out.line(Words::tr("%1 is the default").arg(profile.name));
    co_return AllWell;
}

extern const Command profileList;
const Command profileList{
    "profile list", "", QT_TRANSLATE_NOOP("Words", "lists the gateways"), "profile list --json", {afterOption}, list};

extern const Command profileShow;
const Command profileShow{"profile show", "[NAME]", QT_TRANSLATE_NOOP("Words", "shows one gateway; never its secrets"),
    "profile show lab", {}, show};

extern const Command profileRemove;
const Command profileRemove{"profile remove", "NAME",
    QT_TRANSLATE_NOOP("Words", "removes a gateway with its secrets and usage rows"), "profile remove lab --yes", {},
    remove};

extern const Command profileDefault;
const Command profileDefault{"profile default", "NAME",
    QT_TRANSLATE_NOOP("Words", "makes it the one meant when --profile is not given"), "profile default lab", {},
    makeDefault};

} // namespace cli
