// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/signing_in.h"
#include "secrets/vaults.h"

namespace workspace {

void SigningIn::byPassword(Profile draft, Secret clientKeyPass, QString user, Secret password)
{
    m_user = std::move(user);
    m_password = std::move(password);
    begin(std::move(draft), std::move(clientKeyPass), &SigningIn::withPassword);
}

void SigningIn::byCode(Profile draft, Secret clientKeyPass)
{
    begin(std::move(draft), std::move(clientKeyPass), &SigningIn::withCode);
}

void SigningIn::begin(Profile draft, Secret clientKeyPass, Way way)
{
    m_tasks.cancel();
    m_state = {};
    m_state.waiting = true;
    announce();
    m_tasks.run(signInTask(std::move(draft), std::move(clientKeyPass), way));
}

void SigningIn::stop()
{
    m_tasks.cancel();
    m_password = {};
    m_state.waiting = false;
    m_state.grant.reset();
    announce();
}

Task<> SigningIn::signInTask(Profile draft, Secret clientKeyPass, Way way)
{
    SignIn signIn(draft, m_vaults, m_clock, m_calls);
    signIn.openClientKey(clientKeyPass);
    auto found = co_await (this->*way)(signIn);
    settle(draft, std::move(found));
}

Task<Result<Profile>> SigningIn::withPassword(SignIn &signIn)
{
    return signIn.byPassword(m_user, std::exchange(m_password, {}));
}

Task<Result<Profile>> SigningIn::withCode(SignIn &signIn)
{
    return signIn.byCode([this](const gateway::DeviceGrant &grant) {
        m_state.grant = grant;
        announce();
    });
}

void SigningIn::settle(const Profile &draft, Result<Profile> found)
{
    m_state.waiting = false;
    m_state.grant.reset();
    if (!found)
        m_state.failure = found.error();
    else
        m_state.found = *found;
    for (auto reference : {&Profile::adminKeyRef, &Profile::dataKeyRef})
        if (found && (*found).*reference != draft.*reference && !m_obtained.contains((*found).*reference))
            m_obtained << (*found).*reference;
    announce();
}

Task<> SigningIn::keepOnly(QStringList references)
{
    const QStringList obtained = std::exchange(m_obtained, {});
    for (const QString &reference : obtained)
        if (!references.contains(reference))
            co_await m_vaults.forget(reference);
}

} // namespace workspace
