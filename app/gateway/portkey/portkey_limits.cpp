// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_limits.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

Task<Result<AllowancePage>> PortkeyLimits::providers()
{
    Call call{"GET", u"providers"_s};
    call.query.addQueryItem(u"page_size"_s, QString::number(keysPerPage));
    call.query.addQueryItem(u"current_page"_s, u"0"_s);
    if (!m_workspace.isEmpty())
        call.query.addQueryItem(u"workspace_id"_s, Api::encoded(m_workspace));
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readAllowances(answer.body, u"provider"_s);
}

// Whose scopes do not reach the providers sees the keys.
Task<Result<QList<Allowance>>> PortkeyLimits::allowances()
{
    QList<Allowance> all;
    bool more = true;
    for (int number = 0; more; ++number) {
        const net::Exchange answer = co_await orReturn(m_keys.asked(number, keysPerPage));
        const AllowancePage page = co_await orReturn(readAllowances(answer.body, u"key"_s));
        all += page.rows;
        more = page.read > 0 && (number + 1LL) * keysPerPage < page.total;
    }
    const auto behind = co_await providers();
    if (behind)
        co_return all + behind->rows;
    if (behind.error().worthRetrying())
        co_return tl::unexpected<Failure>(behind.error());
    co_return all;
}

} // namespace gateway::portkey
