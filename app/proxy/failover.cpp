// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/failover.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

struct Rule
{
    int status;
    bool another;
};

// What is missing here is decided by its hundreds: 5xx tries another route, everything else does not.
constexpr std::array table = {
    Rule{400, false}, // the caller's request: the same everywhere
    Rule{401, true}, // the upstream refused the gateway's own key
    Rule{402, true}, // the gateway's credit there is spent
    Rule{403, true}, // as 401
    Rule{404, true}, // the model is gone there
    Rule{408, true}, // the upstream's patience
    Rule{409, false}, // a conflict is about this call
    Rule{413, false}, // too large: the caller's request
    Rule{422, false}, // understood and refused: the caller's request
    Rule{429, true}, // full there
    Rule{501, false}, // it will never do that
};

} // namespace

bool failsOver(int status)
{
    const auto *found = std::ranges::find(table, status, &Rule::status);
    return found != table.end() ? found->another : status >= 500;
}

void RetryBudget::earn()
{
    m_hundredths = std::min<std::int64_t>(m_hundredths + m_percent, m_burst * 100LL);
}

bool RetryBudget::take()
{
    if (m_hundredths < 100)
        return false;
    m_hundredths -= 100;
    return true;
}

} // namespace proxy
