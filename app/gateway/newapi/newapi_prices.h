// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/newapi/newapi_price_maps.h"
#include "gateway/newapi/newapi_session.h"
#include <chrono>
#include <QHash>

namespace gateway::newapi {

// The prices of models, which only a root account may write: whole maps, with no version to write against (new-api contract
// 5.5). The list of prices is kept by the server for a minute, so that what was written here is read from the maps for a
// while. Part of its NewApiAliases, main thread.
class NewApiPrices
{
public:
    static constexpr std::chrono::seconds listIsOld{90};

    NewApiPrices(Session &session, const Clock &clock) : m_session(session), m_clock(clock) {}
    bool mayWrite() const; // after the session is ready
    Task<Result<>> write(PriceChange change, Ratios told);
    // The list as the server would tell it now.
    Task<Result<Catalog>> renewed(Catalog list);

private:
    Task<Result<PriceMaps>> maps();
    Task<Result<>> put(PriceEntry entry);
    bool isFresh(const QString &model) const;

    Session &m_session;
    const Clock &m_clock;
    QHash<QString, QDateTime> m_written; // by this program; when
};

} // namespace gateway::newapi
