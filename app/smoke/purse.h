// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "net/recorded.h"
#include <QMap>

namespace smoke {

// What a run may spend. Before a call it takes the call's upper bound, after it the price of the usage told.
class Purse
{
public:
    Purse() = default;
    Purse(qint64 capNanos, QMap<QString, Price> prices) : m_cap(capNanos), m_prices(std::move(prices)) {}

    bool affords(const net::Request &request); // false, once and for all: the next call could pass the cap
    bool exhausted() const { return m_exhausted; }
    std::optional<qint64> book(const net::Recorded &call); // what the call cost; empty: unknown, its bound counts
    qint64 spentNanos() const { return m_spent; }

private:
    std::optional<qint64> bound(const QByteArray &body) const;

    qint64 m_cap = 0;
    QMap<QString, Price> m_prices; // by alias
    qint64 m_spent = 0;
    bool m_exhausted = false;
};

} // namespace smoke
