// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "workspace/gateway_lock.h"

using namespace Qt::StringLiterals;

namespace cli {

Task<Maybe<workspace::LiveWorkspace *>> openWorkspace(Context &context)
{
    workspace::LiveWorkspace &workspace = context.workspace();
    const Result<> opened = co_await workspace.opened();
    if (!opened)
        co_return trouble(Words::tr("open %1").arg(workspace.store().path()), opened.error());
    co_return &workspace;
}

static QString namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names << profile.name;
    return names.join(u", "_s);
}

static Maybe<Profile> profileMeant(const QList<Profile> &all, const QString &wanted)
{
    const auto named = std::ranges::find(all, wanted, &Profile::name);
    const auto usual = std::ranges::find(all, true, &Profile::isDefault);
    if (all.isEmpty())
        return misuse(u"--profile"_s, Words::tr("there is no profile yet"),
            u"gwctl profile add NAME --kind plain_openai --data-url URL"_s);
    if (!wanted.isEmpty() && named == all.end())
        return misuse(u"--profile"_s, Words::tr("there is no \"%1\"; there are: %2").arg(wanted, namesOf(all)),
            u"gwctl profile list"_s);
    if (!wanted.isEmpty())
        return *named;
    if (all.size() == 1)
        return all.first();
    if (usual != all.end())
        return *usual;
    return misuse(u"--profile"_s, Words::tr("there are several: %1").arg(namesOf(all)),
        Words::tr("--profile \"%1\", or gwctl profile default \"%1\"").arg(all.first().name));
}

static Maybe<Profile> profileNamed(const QList<Profile> &all, const QString &name)
{
    const auto named = std::ranges::find(all, name, &Profile::name);
    if (named == all.end())
        return misuse(name, Words::tr("there is no such profile"), u"gwctl profile list"_s);
    return *named;
}

Task<Maybe<OpenProfile>> openProfile(Context &context, QString name)
{
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return tl::unexpected<Trouble>(workspace.error());
    const QList<Profile> &all = (*workspace)->state().profiles;
    const auto profile = name.isEmpty() ? profileMeant(all, context.args.value("profile")) : profileNamed(all, name);
    if (!profile)
        co_return tl::unexpected<Trouble>(profile.error());
    OpenProfile opened;
    opened.workspace = *workspace;
    opened.profile = *profile;
    co_return opened;
}

Task<Maybe<workspace::LiveSession *>> openSession(Context &context, QString name)
{
    const auto opened = co_await openProfile(context, name);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    opened->workspace->open(opened->profile.id);
    if (!opened->workspace->live())
        co_return misuse(u"--profile"_s,
            Words::tr("this version does not know the kind \"%1\"").arg(opened->profile.kind), u"gwctl profile list"_s);
    co_return opened->workspace->live();
}

Task<Result<>> unlockVault(secrets::Vaults &vaults)
{
    Result<> unlocked = fail(FailureKind::PassphraseNeeded);
    for (int attempt = 0; attempt < 3 && !unlocked; ++attempt) {
        const auto passphrase = askSecret(Words::tr("Passphrase of the vault"));
        if (!passphrase)
            co_return unlocked;
        unlocked = co_await vaults.unlock(*passphrase);
        if (!unlocked && unlocked.error().kind != FailureKind::WrongPassphrase)
            co_return unlocked;
    }
    co_return unlocked;
}

Task<Result<>> connected(Context &context, workspace::LiveSession &session)
{
    Result<> reached = co_await session.connected();
    if (!reached && reached.error().kind == FailureKind::PassphraseNeeded && canAsk()) {
        reached = co_await unlockVault(context.workspace().vaults());
        if (reached)
            reached = co_await session.connected();
    }
    co_return reached;
}

bool mayLackUserId(const Profile &profile, const Failure &failure)
{
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    const bool asks = adapter && adapter->needsUserId && profile.userId.isEmpty();
    return asks && failure.kind == FailureKind::Unauthorized;
}

Trouble notConnected(
    const Context &context, const workspace::LiveSession &session, const QString &what, const Failure &failure)
{
    Trouble why = trouble(what, failure, session.attempt()).value();
    if (why.exit != Internal && failure.kind != FailureKind::Input)
        why.exit = Unreachable;
    if (session.state().profile.kind == "embedded"_L1 && !workspace::ownerOf(context.dataDir())) {
        why.why = Words::tr("the embedded gateway of %1 does not run").arg(context.dataDir());
        why.next = u"gwctl gateway serve"_s;
    }
    if (mayLackUserId(session.state().profile, failure))
        why.next = u"gwctl profile update %1 --user-id N"_s.arg(session.state().profile.name);
    return why;
}

Task<Maybe<workspace::LiveSession *>> connectSession(Context &context, QString what, QString name)
{
    const auto session = co_await openSession(context, name);
    if (!session)
        co_return session;
    const Result<> reached = co_await connected(context, **session);
    if (!reached)
        co_return tl::unexpected<Trouble>(notConnected(context, **session, what, reached.error()));
    co_return session;
}

Maybe<> mayWrite(const Context &context, const Profile &profile, const QString &question, bool mustAsk)
{
    if (profile.readOnly)
        return tl::unexpected<Trouble>(Trouble{Refused, u"locked"_s, profile.name,
            Words::tr("this profile is read-only"), Words::tr("another --profile")});
    const bool must = mustAsk || profile.environment == Environment::Production;
    if (context.args.has("yes") || (!must && !canAsk()))
        return {};
    return confirmed(question);
}

} // namespace cli
