// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/keep_profile.h"
#include "cli/opened.h"
#include "cli/profile_input.h"
#include "cli/secret_source.h"
#include "cli/terminal.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile add"_s;

// --key is the admin key of kinds with an admin API of their own, else the data key.
struct Secrets
{
    SecretSource admin;
    SecretSource data;
    SecretSource clientKey = {}; // its passphrase
};
static Maybe<Secrets> secretsFor(const Context &context, bool hasAdmin, bool ask)
{
    const QString question = ask ? Words::tr("Key (empty: none)") : QString();
    const auto key = secretSource(context, "key-", question);
    if (!key)
        return tl::unexpected<Trouble>(key.error());
    if (!hasAdmin)
        return Secrets{{}, *key};
    const auto data = secretSource(context, "data-key-", question);
    if (!data)
        return tl::unexpected<Trouble>(data.error());
    return Secrets{*key, *data};
}

// Without a vault that takes the passphrase the profile is not added.
static Task<Maybe<Profile>> addTo(workspace::LiveWorkspace &workspace, Profile profile, Secrets secrets)
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
    auto secrets = secretsFor(context, (*adapter)->needsAdminUrl && !embedded, !embedded);
    if (!secrets)
        co_return context.failed(secrets.error());
    const auto clientKey = secretSource(context, "client-key-pass-", QString());
    if (!clientKey)
        co_return context.failed(clientKey.error());
    secrets->clientKey = *clientKey;
    if (const auto client = takeClientFiles(*profile, context.args, *clientKey); !client)
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
    "profile add lab --kind plain_openai --data-url http://127.0.0.1:4000/v1 --key-ref env:LAB_KEY",
    {{"kind", "K", QT_TRANSLATE_NOOP("Words", "kind of gateway: %1")},
        {"data-url", "U", QT_TRANSLATE_NOOP("Words", "address for clients, with /v1 where the gateway wants it")},
        {"admin-url", "U", QT_TRANSLATE_NOOP("Words", "address of the admin API, for kinds that have one")},
        {"user-id", "N", QT_TRANSLATE_NOOP("Words", "user id, for kinds that ask for one")},
        {"key-stdin", "", QT_TRANSLATE_NOOP("Words", "read the key from stdin and keep it in the vault")},
        {"key-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"key-ref", "R", QT_TRANSLATE_NOOP("Words", "keep only env:VARIABLE or file:PATH, read at each use")},
        {"data-key-stdin", "", QT_TRANSLATE_NOOP("Words", "the data key, where --key is the admin's")},
        {"data-key-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"data-key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"data-key-ref", "R", QT_TRANSLATE_NOOP("Words", "the same as a reference")},
        {"ca-file", "F", QT_TRANSLATE_NOOP("Words", "PEM file of the authority that signed its certificate")},
        {"client-cert", "F", QT_TRANSLATE_NOOP("Words", "PEM file of the certificate to show to a gateway that asks")},
        {"client-key", "F", QT_TRANSLATE_NOOP("Words", "PEM file of its private key")},
        {"client-key-pass-env", "V",
            QT_TRANSLATE_NOOP("Words", "passphrase of that key, from an environment variable, kept in the vault")},
        {"client-key-pass-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"client-key-pass-ref", "R", QT_TRANSLATE_NOOP("Words", "the same as a reference")},
        {"proxy", "U",
            QT_TRANSLATE_NOOP("Words", "HTTP proxy before it, http://HOST:PORT, or none (default: the system's)")},
        {"env", "E", QT_TRANSLATE_NOOP("Words", "development (default), staging or production")},
        {"read-only", "", QT_TRANSLATE_NOOP("Words", "refuse every write to it")}},
    run};

} // namespace cli
