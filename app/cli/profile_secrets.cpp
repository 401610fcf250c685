// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_secrets.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

Maybe<ProfileSecrets> profileSecrets(const Context &context, const gateway::Adapter &adapter, bool ask)
{
    const QString question = ask ? Words::tr("Key (empty: none)") : QString();
    const bool hasAdmin = adapter.needsAdminUrl && qstrcmp(adapter.id, "embedded") != 0;
    const auto key = secretSource(context, "key-", question);
    if (!key)
        return tl::unexpected<Trouble>(key.error());
    const auto data = hasAdmin ? secretSource(context, "data-key-", question) : Maybe<SecretSource>(*key);
    if (!data)
        return tl::unexpected<Trouble>(data.error());
    const auto clientKey = secretSource(context, "client-key-pass-", QString());
    if (!clientKey)
        return tl::unexpected<Trouble>(clientKey.error());
    return ProfileSecrets{hasAdmin ? *key : SecretSource(), *data, *clientKey};
}

static Task<Maybe<QString>> referenceOf(secrets::Vaults &vaults, SecretSource source, QString before, QString place)
{
    if (!source.reference.isEmpty())
        co_return source.reference;
    if (source.secret.isEmpty())
        co_return before;
    const auto kept = co_await vaults.keep(place, source.secret);
    if (!kept)
        co_return tl::unexpected<Trouble>(noVault(kept.error()));
    co_return *kept;
}

Task<Maybe<Profile>> withSecrets(secrets::Vaults &vaults, Profile profile, ProfileSecrets given)
{
    const QString place = u"profile/%1/"_s.arg(profile.id);
    const auto admin = co_await referenceOf(vaults, given.admin, profile.adminKeyRef, place + u"admin"_s);
    if (!admin)
        co_return tl::unexpected<Trouble>(admin.error());
    const auto data = co_await referenceOf(vaults, given.data, profile.dataKeyRef, place + u"data"_s);
    if (!data)
        co_return tl::unexpected<Trouble>(data.error());
    const auto pass = co_await referenceOf(vaults, given.clientKey, profile.clientKeyPassRef, place + u"client-key"_s);
    if (!pass)
        co_return tl::unexpected<Trouble>(pass.error());
    profile.adminKeyRef = *admin;
    profile.dataKeyRef = *data;
    profile.clientKeyPassRef = *pass;
    co_return profile;
}

} // namespace cli
