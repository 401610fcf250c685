// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/secret_source.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile add"_s;

static Maybe<QUrl> urlOf(const Args &args, const char *option)
{
    const QString text = args.value(option);
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return misuse(u"--"_s + QLatin1StringView(option), Words::tr("\"%1\" is no address").arg(text),
            u"--data-url https://gateway.example/v1"_s);
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return misuse(u"--"_s + QLatin1StringView(option), Words::tr("an address holds no password and no fragment"),
            u"--key-stdin"_s);
    return url;
}

static Maybe<Environment> environmentOf(const Args &args)
{
    const QString name = args.has("env") ? args.value("env") : u"development"_s;
    for (const Environment each : {Environment::Development, Environment::Staging, Environment::Production})
        if (nameOf(each) == name)
            return each;
    return misuse(
        u"--env"_s, Words::tr("\"%1\" is none of development, staging, production").arg(name), u"--env staging"_s);
}

static Maybe<const gateway::Adapter *> adapterOf(const QString &kind)
{
    QStringList known;
    for (const gateway::Adapter *adapter : gateway::adapters())
        known << QLatin1StringView(adapter->id);
    if (const gateway::Adapter *adapter = gateway::adapterOf(kind))
        return adapter;
    return misuse(u"--kind"_s,
        Words::tr("this version does not speak to \"%1\"; it knows %2").arg(kind, known.join(u", "_s)),
        u"--kind %1"_s.arg(known.last()));
}

static Maybe<Profile> profileFrom(const Args &args, const gateway::Adapter &adapter)
{
    Profile profile;
    profile.name = args.word(0);
    profile.kind = QLatin1StringView(adapter.id);
    profile.userId = args.value("user-id");
    profile.readOnly = args.has("read-only");
    const auto environment = environmentOf(args);
    if (!environment)
        return tl::unexpected<Trouble>(environment.error());
    profile.environment = *environment;
    if (profile.kind == "embedded"_L1)
        return profile; // whoever runs it says where it is
    const auto data = urlOf(args, "data-url");
    if (!data)
        return tl::unexpected<Trouble>(data.error());
    profile.dataUrl = *data;
    if (!adapter.needsAdminUrl && !args.has("admin-url"))
        return profile;
    const auto admin = urlOf(args, "admin-url");
    if (!admin)
        return tl::unexpected<Trouble>(admin.error());
    profile.adminUrl = *admin;
    return profile;
}

// --key is the admin key of kinds with an admin API of their own, else the data key.
struct Secrets
{
    SecretSource admin;
    SecretSource data;
};
static Maybe<Secrets> secretsFor(const Context &context, bool hasAdmin, bool ask)
{
    const auto key = secretSource(context, "", ask);
    if (!key)
        return tl::unexpected<Trouble>(key.error());
    if (!hasAdmin)
        return Secrets{{}, *key};
    const auto data = secretSource(context, "data-", ask);
    if (!data)
        return tl::unexpected<Trouble>(data.error());
    return Secrets{*key, *data};
}

static Task<Maybe<Profile>> addTo(workspace::LiveWorkspace &workspace, Profile profile, Secrets secrets)
{
    profile.adminKeyRef = secrets.admin.reference;
    profile.dataKeyRef = secrets.data.reference;
    if (!secrets.admin.secret.isEmpty() || !secrets.data.secret.isEmpty()) {
        const auto open = co_await openVault(workspace.vaults());
        if (!open)
            co_return tl::unexpected<Trouble>(open.error());
    }
    const auto added = co_await workspace.added(profile, secrets.admin.secret, secrets.data.secret);
    if (!added && added.error().kind == FailureKind::Conflict)
        co_return misuse(what, Words::tr("there is a profile \"%1\" already").arg(profile.name),
            u"gwctl profile remove \"%1\""_s.arg(profile.name));
    if (!added)
        co_return trouble(what, added.error());
    co_return *added;
}

static Task<int> run(Context &context)
{
    const auto adapter = adapterOf(context.args.value("kind"));
    if (!adapter)
        co_return context.failed(adapter.error());
    const auto profile = profileFrom(context.args, **adapter);
    if (!profile)
        co_return context.failed(profile.error());
    const bool embedded = profile->kind == "embedded"_L1;
    const auto secrets = secretsFor(context, (*adapter)->needsAdminUrl && !embedded, !embedded);
    if (!secrets)
        co_return context.failed(secrets.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    const auto added = co_await addTo(**workspace, *profile, *secrets);
    if (!added)
        co_return context.failed(added.error());
    context.out.document(jsonOf(*added));
    context.out.line(Words::tr("added %1").arg(added->name));
    co_return AllWell;
}

extern const Command profileAdd;
const Command profileAdd{"profile add", "NAME", QT_TRANSLATE_NOOP("Words", "adds a gateway"),
    "profile add lab --kind plain_openai --data-url http://127.0.0.1:4000/v1 --key-ref env:LAB_KEY",
    {{"kind", "K", QT_TRANSLATE_NOOP("Words", "kind of gateway: embedded, plain_openai")},
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
        {"env", "E", QT_TRANSLATE_NOOP("Words", "development (default), staging or production")},
        {"read-only", "", QT_TRANSLATE_NOOP("Words", "refuse every write to it")}},
    run};

} // namespace cli
