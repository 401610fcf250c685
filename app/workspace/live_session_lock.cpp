// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vaults.h"
#include "workspace/live_session.h"

using namespace Qt::StringLiterals;

// What a session does when the vault is locked under it, and when it is opened again.
namespace workspace {

static bool liesInVault(const Profile &profile)
{
    for (const QString &reference : {profile.adminKeyRef, profile.dataKeyRef, profile.clientKeyPassRef})
        if (reference.startsWith("vault:"_L1))
            return true;
    return false;
}

void LiveSession::followVault()
{
    const bool locked = m_parts.vaults.state().locked;
    if (std::exchange(m_vaultLocked, locked) == locked)
        return;
    if (locked)
        forgetSecrets();
    else if (m_parts.background)
        check(); // reads them again
}

// Calls that are under way end with what they have; the next ones need the passphrase.
void LiveSession::forgetSecrets()
{
    m_keys.forgetIssued();
    m_givenKey = {};
    if (!liesInVault(m_state.profile))
        return;
    m_checks.cancel();
    m_adminSecret = {};
    m_dataSecret = {};
    m_clientKeyPass = {};
    m_ownKeySecret = {};
    if (usage::OwnKeyGauge *gauge = m_left.ownKey())
        gauge->use(nullptr);
    m_current.use(adminOf(connection()));
    m_state.reach = Reach::Offline;
    m_state.failure = Failure{FailureKind::PassphraseNeeded, u"the vault file is locked"_s, 0};
    announce();
}

} // namespace workspace
