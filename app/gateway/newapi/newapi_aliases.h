// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/newapi/newapi_prices.h"

namespace gateway::newapi {

// What callers may ask for. Who may not look at channels sees names and prices only. Part of its Admin, main thread.
class NewApiAliases final : public Aliases
{
public:
    NewApiAliases(Session &session, const Clock &clock) : m_session(session), m_prices(session, clock) {}
    Task<Result<QList<Alias>>> all() override;
    Task<Result<>> write(Alias before, Alias after) override;
    Task<Result<QList<UpstreamModels>>> upstreamModels() override; // contract 5.3

private:
    Task<Result<QList<Channel>>> channels();
    Task<Result<Channel>> channel(qint64 id);
    Task<Result<Catalog>> catalog(); // empty where prices are not told
    Task<Result<QStringList>> names();
    Task<UpstreamModels> fetched(Channel channel);
    Task<Result<>> put(Channel was, Channel wanted);
    Task<Result<>> putAll(QList<Channel> now, QList<Channel> plan, QStringList done);
    Task<Result<>> writePrice(Alias before, Alias after);

    Session &m_session;
    NewApiPrices m_prices;
};

} // namespace gateway::newapi
