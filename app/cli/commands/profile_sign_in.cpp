// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/secret_source.h"
#include "cli/words.h"
#include "workspace/sign_in.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile sign-in"_s;

static text::Attempt attemptOn(const Profile &profile)
{
    return {Words::tr("sign in"), profile.name, profile.adminUrl.isEmpty() ? profile.dataUrl : profile.adminUrl};
}

// One token a user: whoever used the one before is signed out by this.
static Task<Maybe<Profile>> byPassword(Context &context, workspace::SignIn &signIn, Profile profile)
{
    const QString user = context.args.value("user");
    const auto password = secretSource(context, "password-", Words::tr("Password of %1").arg(user));
    if (!password)
        co_return tl::unexpected<Trouble>(password.error());
    if (password->secret.isEmpty())
        co_return misuse(
            what, Words::tr("there is no password"), u"--password-stdin, --password-env, --password-file"_s);
    const QString question = Words::tr("make a new access token of %1; the one before stops working").arg(user);
    const auto may = mayWrite(context, profile, question, true);
    if (!may)
        co_return tl::unexpected<Trouble>(may.error());
    const auto found = co_await signIn.byPassword(user, password->secret);
    if (!found)
        co_return trouble(what, found.error(), attemptOn(profile));
    co_return *found;
}

// Nothing is taken away there, but a key is made: who may not write does not ask for a code.
static Task<Maybe<Profile>> byCode(Context &context, workspace::SignIn &signIn, Profile profile)
{
    const auto may = mayWrite(context, profile, Words::tr("have a new key made on %1").arg(profile.name), false);
    if (!may)
        co_return tl::unexpected<Trouble>(may.error());
    const auto told = [&context](const gateway::DeviceGrant &grant) {
        context.out.note(Words::tr("enter the code %1 at %2").arg(grant.userCode, grant.page.toString()));
    };
    const auto found = co_await signIn.byCode(told);
    if (!found)
        co_return trouble(what, found.error(), attemptOn(profile));
    co_return *found;
}

static Maybe<> oneWay(const Args &args)
{
    if (args.has("user") != args.has("code"))
        return {};
    return misuse(what, Words::tr("either a user with a password, or a code"), u"--user NAME, or --code"_s);
}

static Task<int> run(Context &context)
{
    if (const auto way = oneWay(context.args); !way)
        co_return context.failed(way.error());
    const auto opened = co_await openProfile(context, context.args.word(0));
    if (!opened)
        co_return context.failed(opened.error());
    const auto open = co_await openVault(opened->workspace->vaults());
    if (!open)
        co_return context.failed(open.error());
    const QString calls = workspace::callsFolder(opened->workspace->state().dataDir);
    workspace::SignIn signIn(opened->profile, opened->workspace->vaults(), opened->workspace->clock(), calls);
    const auto way = context.args.has("code") ? byCode : byPassword;
    const auto found = co_await way(context, signIn, opened->profile);
    if (!found)
        co_return context.failed(found.error());
    const Result<> saved = co_await opened->workspace->save(*found);
    if (!saved)
        co_return context.failed(trouble(what, saved.error()).value());
    context.out.document(jsonOf(*found));
    context.out.line(Words::tr("signed in on %1; what it gave lies in the vault").arg(found->name));
    co_return AllWell;
}

extern const Command profileSignIn;
const Command profileSignIn{"profile sign-in", "[NAME]",
    QT_TRANSLATE_NOOP("Words", "gets a secret from the gateway itself and keeps it in the vault"),
    "profile sign-in lab --user root --password-stdin",
    {{"user", "NAME", QT_TRANSLATE_NOOP("Words", "user of the gateway; its password is asked for, and not kept")},
        {"password-stdin", "", QT_TRANSLATE_NOOP("Words", "read the password from stdin")},
        {"password-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"password-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"code", "", QT_TRANSLATE_NOOP("Words", "show a code to enter on a page of the gateway (Flatkey)")}},
    run};

} // namespace cli
