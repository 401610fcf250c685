// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/profile.h"
#include "gateway/admin.h"
#include "gateway/sign_in.h"
#include "net/pace.h"
#include "net/qt_http.h"
#include "workspace/call_file.h"
#include <functional>

namespace secrets {
class Vaults;
}

namespace workspace {

// Signs in to the gateway of one profile. What it gives out goes into the vault at once, and the profile comes back with
// references to it, to be saved by the caller. The vault must be open. Main thread; outlives its tasks.
class SignIn final
{
public:
    // `calls` as in SessionParts: gateways allow a few sign-ins only.
    SignIn(Profile profile, secrets::Vaults &vaults, const Clock &clock, const QString &calls = {});

    bool takesPassword() const;
    bool takesCode() const;
    void openClientKey(const Secret &pass); // of a profile whose passphrase is not in the vault yet
    // Unauthorized: user or password are wrong. The access token that the user had there before no longer works.
    Task<Result<Profile>> byPassword(QString user, Secret password);
    // `told` shows the code; then the gateway is asked until a person has answered or the code has run out (Timeout, or
    // the failure of the last question). A failure that is worth a retry is none yet.
    // `second` is how long a second of its interval takes.
    Task<Result<Profile>> byCode(std::function<void(const gateway::DeviceGrant &)> told,
        std::chrono::milliseconds second = std::chrono::seconds(1));

private:
    Task<Result<>> resolveClientKey();
    gateway::Connection connection();
    Task<Result<gateway::Obtained>> takenUp(gateway::DeviceGrant grant, std::chrono::milliseconds second);
    Task<Result<Profile>> kept(gateway::Obtained found);
    Result<> offers(bool way, const QString &what) const;

    Profile m_profile;
    secrets::Vaults &m_vaults;
    const Clock &m_clock;
    const gateway::SignIns m_ways;
    net::QtHttp m_http;
    CallFile m_calls;
    net::PacedHttp m_paced;
};

} // namespace workspace
