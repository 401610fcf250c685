// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/left_to_spend.h"
#include "gateway/facets.h"

namespace usage {

void LeftToSpend::read()
{
    if (!m_limits || m_state.reading)
        return;
    m_state.reading = true;
    announce();
    m_reads.run(readTask());
}

Task<> LeftToSpend::readTask()
{
    auto all = co_await m_limits->allowances();
    m_state.reading = false;
    m_state.failure = all ? std::nullopt : std::optional(all.error());
    if (all) {
        m_state.all = *all;
        m_state.readAt = m_clock.now();
    }
    announce();
}

} // namespace usage
