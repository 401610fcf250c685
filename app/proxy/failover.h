// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace proxy {

// Another route may do better than one that answered so: the one table of it. An attempt without an answer (no
// connection, a cut or silence before the head) counts as 502 or 504. After the first byte to the client: never.
bool failsOver(int status);

// How many further attempts all calls together may cause, so that an outage is not multiplied.
class RetryBudget final
{
public:
    RetryBudget(int percent, int burst) : m_percent(percent), m_burst(burst), m_hundredths(burst * 100LL) {}

    // A call began.
    void earn();
    // False when the budget is spent.
    bool take();

private:
    int m_percent;
    int m_burst;
    std::int64_t m_hundredths; // of an attempt
};

} // namespace proxy
