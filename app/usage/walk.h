// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <deque>

namespace usage {

// Where a sync stands in a gateway's usage: the cursor to ask with, and the one before which everything is final. With an
// overlap, late rows may still join pages that were read, so those pages are read again by the next sync.
class Walk
{
public:
    Walk(QString kept, std::chrono::seconds overlap) : m_kept(kept), m_ask(std::move(kept)), m_overlap(overlap) {}

    const QString &kept() const { return m_kept; }
    const QString &ask() const { return m_ask; }
    // Takes note of a page that was asked for with ask().
    void read(const gateway::UsagePage &page);
    // Back to the beginning: the gateway no longer knows the cursor.
    void restart();
    // The last page says that nothing follows yet.
    bool atEnd() const { return m_atEnd; }
    // A full page that leads back to itself would never end.
    bool stuck() const { return m_stuck; }
    std::optional<QDateTime> newest() const { return m_newest; }

private:
    struct Open
    {
        QString next;
        QDateTime newest; // row, or the time up to which the page tells
        bool complete = false;
    };
    bool isFinal(const Open &page) const;

    QString m_kept;
    QString m_ask;
    std::chrono::seconds m_overlap;
    std::deque<Open> m_open;
    std::optional<QDateTime> m_newest;
    bool m_atEnd = false;
    bool m_stuck = false;
};

} // namespace usage
