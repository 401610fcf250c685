// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "workspace/sign_in.h"

namespace workspace {

// A sign-in for a connection that is not kept yet, as a view shows it. What the gateway gives goes into the vault under the
// draft's id; keepOnly() takes out again what no connection came to use. A newer wish replaces the one under way. Main thread.
class SigningIn final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        bool waiting = false;
        std::optional<gateway::DeviceGrant> grant; // the code that a person has to enter
        std::optional<Failure> failure; // of the last try
        std::optional<Profile> found; // the draft with references to what was given
    };

    SigningIn(secrets::Vaults &vaults, const Clock &clock, QString calls = {}) // `calls` as in SignIn
        : m_vaults(vaults), m_clock(clock), m_calls(std::move(calls))
    {}
    const State &state() const { return m_state; }

    // `clientKeyPass` as in ConnectionProbe::Question.
    void byPassword(Profile draft, Secret clientKeyPass, QString user, Secret password);
    void byCode(Profile draft, Secret clientKeyPass);
    void stop();
    // Forgets what was obtained but for these references.
    Task<> keepOnly(QStringList references);
    bool hasObtained() const { return !m_obtained.isEmpty(); }

private:
    using Way = Task<Result<Profile>> (SigningIn::*)(SignIn &signIn);
    void begin(Profile draft, Secret clientKeyPass, Way way);
    Task<> signInTask(Profile draft, Secret clientKeyPass, Way way);
    Task<Result<Profile>> withPassword(SignIn &signIn);
    Task<Result<Profile>> withCode(SignIn &signIn);
    void settle(const Profile &draft, Result<Profile> found);

    secrets::Vaults &m_vaults;
    const Clock &m_clock;
    QString m_calls;
    State m_state;
    QString m_user;
    Secret m_password;
    QStringList m_obtained; // references in the vault
    TaskScope m_tasks;
};

} // namespace workspace
