// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/profile_input.h"
#include "cli/profile_secrets.h"
#include "cli/words.h"
#include "gateway/detect.h"
#include "store/usage_figures.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile update"_s;

static bool givesSecret(const Args &args, const char *base)
{
    const QByteArray name(base);
    return std::ranges::any_of(std::initializer_list<const char *>{"stdin", "env", "file", "ref"},
        [&](const char *way) { return args.has((name + way).constData()); });
}

// Each says one thing only, and there is something to do.
static Maybe<> checkWishes(const Args &args)
{
    const auto both = [&args](const char *one, const char *other) { return args.has(one) && args.has(other); };
    if (both("read-only", "read-write"))
        return misuse(what, Words::tr("it cannot be read-only and not"), u"--read-only, or --read-write"_s);
    if ((args.has("no-key") && givesSecret(args, "key-"))
        || (args.has("no-data-key") && givesSecret(args, "data-key-")))
        return misuse(what, Words::tr("a key cannot be given and taken away"), u"--key-stdin, or --no-key"_s);
    const bool client = args.has("client-cert") || args.has("client-key") || givesSecret(args, "client-key-pass-");
    if ((args.has("no-client-cert") && client) || both("no-ca-file", "ca-file"))
        return misuse(what, Words::tr("a file cannot be given and taken away"), u"--ca-file F, or --no-ca-file"_s);
    for (const char *each : {"name", "kind", "data-url", "admin-url", "user-id", "ca-file", "no-ca-file", "client-cert",
             "client-key", "no-client-cert", "proxy", "env", "read-only", "read-write", "no-key", "no-data-key"})
        if (args.has(each))
            return {};
    if (givesSecret(args, "key-") || givesSecret(args, "data-key-") || givesSecret(args, "client-key-pass-"))
        return {};
    return misuse(what, Words::tr("nothing to change was given"), u"gwctl profile update --help"_s);
}

// Whoever runs the embedded gateway says where it is.
static Maybe<> checkEmbedded(const Profile &before, const Args &args)
{
    const bool leaves = args.has("kind") && (before.kind == "embedded"_L1) != (args.value("kind") == "embedded"_L1);
    if (leaves)
        return misuse(u"--kind"_s, Words::tr("the embedded gateway belongs to its data dir; its kind stays"),
            u"gwctl profile add NAME --kind %1"_s.arg(
                before.kind == "embedded"_L1 ? args.value("kind") : u"embedded"_s));
    if (before.kind != "embedded"_L1)
        return {};
    for (const char *each : {"data-url", "admin-url", "user-id", "ca-file", "client-cert", "client-key", "proxy"})
        if (args.has(each))
            return misuse(u"--"_s + QLatin1StringView(each),
                Words::tr("whoever runs the embedded gateway says where it is"),
                u"gwctl gateway serve --listen HOST:PORT"_s);
    return {};
}

static Maybe<> takeAddresses(Profile &profile, const Profile &before, const Args &args)
{
    const gateway::Adapter &old = *gateway::adapterOf(before.kind);
    const gateway::Adapter &adapter = *gateway::adapterOf(profile.kind);
    const bool followed = before.adminUrl == gateway::adminUrlFor(old, before.dataUrl);
    for (auto [option, url] : {std::pair("data-url", &profile.dataUrl), std::pair("admin-url", &profile.adminUrl)}) {
        if (!args.has(option))
            continue;
        const auto given = urlOf(args, option);
        if (!given)
            return tl::unexpected<Trouble>(given.error());
        *url = *given;
    }
    const bool other = profile.kind != before.kind;
    if (!args.has("admin-url") && (followed || other) && profile.kind != "embedded"_L1)
        profile.adminUrl = gateway::adminUrlFor(adapter, profile.dataUrl);
    return {};
}

static Maybe<> takeNetwork(Profile &profile, const Args &args)
{
    const auto network = networkOf(args);
    if (!network)
        return tl::unexpected<Trouble>(network.error());
    if (args.has("ca-file") || args.has("no-ca-file"))
        profile.caFile = network->caFile;
    if (args.has("proxy"))
        profile.proxy = network->proxy;
    return {};
}

static Maybe<> takeRest(Profile &profile, const Args &args)
{
    const auto environment = environmentOf(args);
    if (!environment)
        return tl::unexpected<Trouble>(environment.error());
    if (args.has("env"))
        profile.environment = *environment;
    if (args.has("name"))
        profile.name = args.value("name");
    if (args.has("user-id")) {
        profile.userId = args.value("user-id");
        profile.userIdTold = false;
    }
    if (args.has("read-only") || args.has("read-write"))
        profile.readOnly = args.has("read-only");
    if (profile.name.trimmed().isEmpty())
        return misuse(u"--name"_s, Words::tr("the name is empty"), u"--name team-staging"_s);
    return {};
}

static bool sameHost(const Profile &before, const Profile &after)
{
    return before.dataUrl.authority() == after.dataUrl.authority()
        && before.adminUrl.authority() == after.adminUrl.authority();
}

static void takeAway(Profile &profile, const Args &args)
{
    const bool hasAdmin = gateway::adapterOf(profile.kind)->needsAdminUrl && profile.kind != "embedded"_L1;
    if (args.has("no-key"))
        (hasAdmin ? profile.adminKeyRef : profile.dataKeyRef).clear();
    if (args.has("no-data-key"))
        profile.dataKeyRef.clear();
    if (!hasAdmin)
        profile.adminKeyRef.clear(); // of the kind before
    if (!args.has("no-client-cert"))
        return;
    for (QString *each : {&profile.clientCertFile, &profile.clientKeyFile, &profile.clientKeyPassRef})
        each->clear();
}

// What the gateway told of one admin secret says nothing of another one, or of another gateway.
static void forgetTold(Profile &profile, const Profile &before, const Args &args)
{
    const bool elsewhere = profile.kind != before.kind || (!sameHost(before, profile) && !args.has("moved"));
    if (!profile.userIdTold || (!elsewhere && !givesSecret(args, "key-") && !args.has("no-key")))
        return;
    profile.userId.clear();
    profile.userIdTold = false;
}

// The profile with what the options say in place of what it had; its secrets apart.
static Maybe<Profile> changed(const Profile &before, const Args &args, const ProfileSecrets &secrets)
{
    Profile profile = before;
    if (args.has("kind"))
        profile.kind = args.value("kind");
    takeAway(profile, args);
    for (const auto &done : {takeAddresses(profile, before, args), takeNetwork(profile, args), takeRest(profile, args),
             takeClientFiles(profile, args, secrets.clientKey)})
        if (!done)
            return tl::unexpected<Trouble>(done.error());
    forgetTold(profile, before, args);
    return profile;
}

// Rows are told apart by what one gateway calls them, and read on from where it was left: those of another one would be
// mixed with them, and these never be found again.
static Task<Maybe<>> keepsItsRows(workspace::LiveWorkspace &workspace, Profile before, Profile after, bool moved)
{
    const bool otherKind = before.kind != after.kind;
    if (!otherKind && (moved || sameHost(before, after)))
        co_return Maybe<>();
    store::Scope scope;
    scope.profile = before.id;
    const auto count = [scope](sql::Database &db) { return store::countRows(db, scope); };
    const auto rows = co_await workspace.store().read(count);
    if (!rows)
        co_return trouble(what, rows.error());
    if (*rows == 0)
        co_return Maybe<>();
    if (otherKind)
        co_return misuse(u"--kind"_s,
            Words::tr(
                "%1 holds %2 usage rows of a gateway of the kind %3; under another kind nothing would belong to them")
                .arg(before.name, QString::number(*rows), before.kind),
            Words::tr("add the other gateway beside it: gwctl profile add NAME --kind %1").arg(after.kind));
    co_return misuse(u"--data-url"_s,
        Words::tr("%1 holds %2 usage rows of the gateway at %3; those of another gateway would be mixed with them")
            .arg(before.name, QString::number(*rows), before.dataUrl.host()),
        Words::tr("--moved if it is the same gateway at a new address; else gwctl profile add NAME"));
}

static Maybe<> nameIsFree(const workspace::LiveWorkspace &workspace, const Profile &profile)
{
    for (const Profile &other : workspace.state().profiles)
        if (other.name == profile.name && other.id != profile.id)
            return misuse(u"--name"_s, Words::tr("there is a profile \"%1\" already").arg(profile.name),
                Words::tr("another name"));
    return {};
}

// Of the vault's entries, those that the profile no longer names.
static Task<Maybe<>> forgetLeft(workspace::LiveWorkspace &workspace, Profile before, Profile after)
{
    const QStringList now{after.adminKeyRef, after.dataKeyRef, after.clientKeyPassRef};
    const QStringList was{before.adminKeyRef, before.dataKeyRef, before.clientKeyPassRef};
    for (const QString &reference : was) {
        if (now.contains(reference) || !reference.startsWith(u"vault:"_s))
            continue;
        const auto gone = co_await workspace.vaults().forget(reference);
        if (!gone)
            co_return trouble(what, gone.error());
    }
    co_return Maybe<>();
}

static Task<Maybe<Profile>> keep(
    workspace::LiveWorkspace &workspace, Profile before, Profile after, ProfileSecrets given)
{
    if (given.needsVault()) {
        const auto open = co_await openVault(workspace.vaults());
        if (!open)
            co_return tl::unexpected<Trouble>(open.error());
    }
    const auto whole = co_await withSecrets(workspace.vaults(), after, given);
    if (!whole)
        co_return tl::unexpected<Trouble>(whole.error());
    const Result<> saved = co_await workspace.save(*whole);
    if (!saved)
        co_return trouble(what, saved.error());
    const auto tidy = co_await forgetLeft(workspace, before, *whole);
    if (!tidy)
        co_return tl::unexpected<Trouble>(tidy.error());
    co_return *whole;
}

static Task<Maybe<Profile>> updated(Context &context, OpenProfile opened)
{
    const Profile &before = opened.profile;
    if (const auto fits = checkEmbedded(before, context.args); !fits)
        co_return tl::unexpected<Trouble>(fits.error());
    const auto adapter = adapterOf(context.args.has("kind") ? context.args.value("kind") : before.kind);
    if (!adapter)
        co_return tl::unexpected<Trouble>(adapter.error());
    const auto secrets = profileSecrets(context, **adapter, false);
    if (!secrets)
        co_return tl::unexpected<Trouble>(secrets.error());
    const auto after = changed(before, context.args, *secrets);
    if (!after)
        co_return tl::unexpected<Trouble>(after.error());
    if (const auto free = nameIsFree(*opened.workspace, *after); !free)
        co_return tl::unexpected<Trouble>(free.error());
    const bool moved = context.args.has("moved");
    const auto kept = co_await keepsItsRows(*opened.workspace, before, *after, moved);
    if (!kept)
        co_return tl::unexpected<Trouble>(kept.error());
    co_return co_await keep(*opened.workspace, before, *after, *secrets);
}

static Task<int> run(Context &context)
{
    if (const auto wishes = checkWishes(context.args); !wishes)
        co_return context.failed(wishes.error());
    const auto opened = co_await openProfile(context, context.args.word(0));
    if (!opened)
        co_return context.failed(opened.error());
    const auto after = co_await updated(context, *opened);
    if (!after)
        co_return context.failed(after.error());
    context.out.document(jsonOf(*after));
    context.out.line(Words::tr("changed %1").arg(after->name));
    co_return AllWell;
}

extern const Command profileUpdate;
const Command profileUpdate{"profile update", "NAME",
    QT_TRANSLATE_NOOP("Words", "changes what is given of a gateway, and leaves the rest"),
    "profile update lab --data-url https://gateway.example/v1 --moved",
    QList<Option>{{"name", "N", QT_TRANSLATE_NOOP("Words", "another name")}} + profileOptions()
        + QList<Option>{{"moved", "",
                            QT_TRANSLATE_NOOP("Words", "it is the same gateway at a new address: its usage rows stay")},
            {"read-write", "", QT_TRANSLATE_NOOP("Words", "allow writes to it again")},
            {"no-key", "", QT_TRANSLATE_NOOP("Words", "take its key away")},
            {"no-data-key", "", QT_TRANSLATE_NOOP("Words", "take its data key away")},
            {"no-ca-file", "", QT_TRANSLATE_NOOP("Words", "trust the system's authorities only")},
            {"no-client-cert", "",
                QT_TRANSLATE_NOOP("Words", "show no certificate any more, and forget its key's passphrase")}},
    run};

} // namespace cli
