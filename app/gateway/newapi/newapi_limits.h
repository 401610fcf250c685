// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/newapi/newapi_session.h"

namespace gateway::newapi {

// The account's wallet and what each of its keys may spend of it. Part of its Admin, main thread.
class NewApiLimits final : public Limits
{
public:
    NewApiLimits(Session &session, Keys &keys) : m_session(session), m_keys(keys) {}
    Task<Result<QList<Allowance>>> allowances() override;

private:
    Session &m_session;
    Keys &m_keys;
};

} // namespace gateway::newapi
