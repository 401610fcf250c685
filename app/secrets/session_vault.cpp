// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_vault.h"

using namespace Qt::StringLiterals;

namespace secrets {

Task<Result<Secret>> SessionVault::read(QString id)
{
    if (!m_secrets.contains(id))
        co_return fail(FailureKind::NotFound, u"not in this session's memory: %1"_s.arg(id));
    co_return m_secrets.value(id);
}

Task<Result<>> SessionVault::write(QString id, Secret secret)
{
    m_secrets.insert(id, secret);
    co_return Result<>();
}

Task<Result<>> SessionVault::remove(QString id)
{
    m_secrets.remove(id);
    co_return Result<>();
}

} // namespace secrets
