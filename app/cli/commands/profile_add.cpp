// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/keep_profile.h"
#include "cli/opened.h"
#include "cli/profile_input.h"
#include "cli/profile_secrets.h"
#include "cli/terminal.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile add"_s;

// Without a vault that takes the passphrase the profile is not added.
static Task<Maybe<Profile>> addTo(workspace::LiveWorkspace &workspace, Profile profile, ProfileSecrets secrets)
{
    const Secret passphrase = secrets.clientKey.secret;
    if (!passphrase.isEmpty()) {
        const auto open = co_await openVault(workspace.vaults());
        if (!open)
            co_return tl::unexpected<Trouble>(open.error());
    }
    auto added = co_await keepProfile(workspace, profile, secrets.admin.secret, secrets.data.secret, what);
    if (!added || passphrase.isEmpty())
        co_return added;
    const auto kept = co_await workspace.vaults().keep(u"profile/%1/client-key"_s.arg(added->id), passphrase);
    if (!kept)
        co_return tl::unexpected<Trouble>(noVault(kept.error()));
    added->clientKeyPassRef = *kept;
    const Result<> saved = co_await workspace.save(*added);
    if (!saved)
        co_return trouble(what, saved.error());
    co_return added;
}

// One embedded gateway for each data dir: a second profile could only be the same one.
static Maybe<> onlyOneEmbedded(const workspace::LiveWorkspace &workspace, const Profile &profile)
{
    const auto &all = workspace.state().profiles;
    const auto own = std::ranges::find(all, u"embedded"_s, &Profile::kind);
    if (profile.kind != "embedded"_L1 || own == all.end())
        return {};
    return misuse(what, Words::tr("the embedded gateway of this data dir is the profile \"%1\" already").arg(own->name),
        Words::tr("use --profile \"%1\", or another --data-dir").arg(own->name));
}

static Task<int> run(Context &context)
{
    const auto adapter = adapterOf(context.args.value("kind"));
    if (!adapter)
        co_return context.failed(adapter.error());
    auto profile = profileFrom(context.args, **adapter);
    if (!profile)
        co_return context.failed(profile.error());
    const bool embedded = profile->kind == "embedded"_L1;
    const auto secrets = profileSecrets(context, **adapter, !embedded);
    if (!secrets)
        co_return context.failed(secrets.error());
    if (const auto client = takeClientFiles(*profile, context.args, secrets->clientKey); !client)
        co_return context.failed(client.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    if (const auto twice = onlyOneEmbedded(**workspace, *profile); !twice)
        co_return context.failed(twice.error());
    profile->adminKeyRef = secrets->admin.reference;
    profile->dataKeyRef = secrets->data.reference;
    const auto added = co_await addTo(**workspace, *profile, *secrets);
    if (!added)
        co_return context.failed(added.error());
    if (!embedded && added->dataKeyRef.isEmpty() && added->adminKeyRef.isEmpty() && !canAsk())
        context.out.note(Words::tr("warning: %1 has no key and calls its gateway without one; --key-env, --key-stdin, "
                                   "--key-file or --key-ref give it one")
                             .arg(added->name));
    context.out.document(jsonOf(*added));
    context.out.line(Words::tr("added %1").arg(added->name));
    co_return AllWell;
}

extern const Command profileAdd;
const Command profileAdd{"profile add", "NAME", QT_TRANSLATE_NOOP("Words", "adds a gateway"),
    "profile add lab --kind plain_openai --data-url http://127.0.0.1:4000/v1 --key-ref env:LAB_KEY", profileOptions(),
    run};

} // namespace cli
