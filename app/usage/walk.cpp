// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/walk.h"

namespace usage {

void Walk::read(const gateway::UsagePage &page)
{
    Open open{page.next, page.until.value_or(QDateTime()), page.complete};
    for (const UsageRecord &row : page.rows)
        if (!open.newest.isValid() || row.at > open.newest)
            open.newest = row.at;
    if (open.newest.isValid() && (!m_newest || open.newest > *m_newest))
        m_newest = open.newest;
    m_atEnd = !page.complete;
    m_stuck = !m_atEnd && page.next == m_ask;
    m_ask = page.next;
    m_open.push_back(open);
    while (!m_open.empty() && isFinal(m_open.front())) {
        m_kept = m_open.front().next;
        m_open.pop_front();
    }
}

void Walk::restart()
{
    m_ask.clear();
    m_open.clear();
}

bool Walk::isFinal(const Open &page) const
{
    if (m_overlap.count() == 0)
        return true;
    return page.complete && page.newest.isValid() && page.newest.addSecs(m_overlap.count()) <= *m_newest;
}

} // namespace usage
