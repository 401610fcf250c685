// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_limits.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

constexpr int mostPages = 1000;

// Where no provider has a budget, that is an error to this server.
bool meansNone(const Failure &failure)
{
    return failure.kind == FailureKind::NotFound
        || (failure.kind == FailureKind::Rejected && failure.detail.contains(u"No provider budget config"));
}

} // namespace

Task<Result<QList<Allowance>>> LitellmLimits::allowances()
{
    Call call{"GET", u"global/spend"_s};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const Allowance proxy = co_await orReturn(readProxySpend(answer.body));
    QList<Allowance> all{proxy};
    all += co_await orReturn(listed(u"v2/team/list"_s, readTeams));
    all += co_await orReturn(listed(u"user/list"_s, readUsers));
    all += co_await orReturn(listed(u"provider/budgets"_s, readProviders));
    const QList<Key> keys = co_await orReturn(everyKey(m_keys));
    co_return all + allowancesOf(keys);
}

Task<Result<QList<Allowance>>> LitellmLimits::listed(QString path, Reader read)
{
    QList<Allowance> all;
    AllowancePage page;
    for (int number = 1; number == 1 || (page.more && number <= mostPages); ++number) {
        Call call{"GET", path};
        if (read != readProviders) {
            call.query.addQueryItem(u"page"_s, QString::number(number));
            call.query.addQueryItem(u"page_size"_s, u"100"_s);
        }
        const auto answer = co_await m_api.ask(std::move(call));
        if (!answer && meansNone(answer.error()))
            co_return all;
        if (!answer)
            co_return tl::unexpected<Failure>(answer.error());
        page = co_await orReturn(read(answer->body));
        all += page.rows;
    }
    co_return all;
}

} // namespace gateway::litellm
