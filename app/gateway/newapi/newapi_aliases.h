// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/newapi/newapi_channel_wire.h"
#include "gateway/newapi/newapi_session.h"

namespace gateway::newapi {

// What callers may ask for. Who may not look at channels sees names and prices only. Part of its Admin, main thread.
class NewApiAliases final : public Aliases
{
public:
    explicit NewApiAliases(Session &session) : m_session(session) {}
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

    Session &m_session;
};

} // namespace gateway::newapi
