// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keep_profile.h"
#include "cli/secret_source.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

Task<Maybe<Profile>> keepProfile(
    workspace::LiveWorkspace &workspace, Profile profile, Secret adminKey, Secret dataKey, QString what)
{
    if (!adminKey.isEmpty() || !dataKey.isEmpty()) {
        const auto open = co_await openVault(workspace.vaults());
        if (!open)
            co_return tl::unexpected<Trouble>(open.error());
    }
    const auto added = co_await workspace.added(profile, adminKey, dataKey);
    if (!added && added.error().kind == FailureKind::Conflict)
        co_return misuse(what, Words::tr("there is a profile \"%1\" already").arg(profile.name),
            u"gwctl profile remove \"%1\""_s.arg(profile.name));
    if (!added)
        co_return trouble(what, added.error());
    co_return *added;
}

} // namespace cli
