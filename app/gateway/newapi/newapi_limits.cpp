// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_limits.h"
#include "base/or_return.h"
#include "gateway/newapi/newapi_money.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

Allowance walletOf(const Account &account, const Server &server)
{
    Allowance wallet;
    wallet.scope = u"account"_s;
    wallet.id = account.id;
    wallet.name = account.name;
    wallet.window = u"lifetime"_s;
    wallet.spentNanos = nanosOf(account.used, server.quotaPerUnit);
    wallet.leftNanos = nanosOf(account.quota, server.quotaPerUnit);
    wallet.currency = u"USD"_s;
    return wallet;
}

Allowance allowanceOf(const Key &key)
{
    Allowance allowance;
    allowance.scope = u"key"_s;
    allowance.id = key.id;
    allowance.name = key.name;
    allowance.window = u"lifetime"_s;
    allowance.spentNanos = key.spentNanos;
    allowance.currency = u"USD"_s;
    allowance.unlimited = key.budgets.isEmpty();
    if (!allowance.unlimited) {
        allowance.limitNanos = key.budgets.first().nanos;
        allowance.leftNanos = key.budgets.first().freeNanos;
    }
    return allowance;
}

} // namespace

Task<Result<QList<Allowance>>> NewApiLimits::allowances()
{
    co_await orReturn(m_session.ready());
    const Account account = co_await orReturn(m_session.account());
    const QList<Key> keys = co_await orReturn(everyKey(m_keys));
    QList<Allowance> all;
    all << walletOf(account, m_session.server());
    for (const Key &key : keys)
        all << allowanceOf(key);
    co_return all;
}

} // namespace gateway::newapi
