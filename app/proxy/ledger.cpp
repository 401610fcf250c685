// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/ledger.h"
#include "proxy/clock.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::int64_t microsPerMinute = 60'000'000;
constexpr std::int64_t keptMinutes = 8761LL * 60; // the longest rolling window

} // namespace

std::optional<std::int64_t> BudgetLine::startMinute(std::int64_t now) const
{
    const std::optional<std::int64_t> start = m_window.startAt(now);
    return start ? std::optional(*start / microsPerMinute) : std::nullopt;
}

std::optional<std::int64_t> BudgetLine::windowStart() const
{
    return m_start ? std::optional(*m_start * microsPerMinute) : std::nullopt;
}

void BudgetLine::count(const Spending &spending, std::int64_t lifetime, std::int64_t now)
{
    m_start = startMinute(now);
    m_spent = m_start ? 0 : lifetime;
    if (!m_start)
        return;
    for (auto at = spending.lower_bound(*m_start); at != spending.end(); ++at)
        m_spent += at->second;
}

void BudgetLine::roll(const Spending &spending, std::int64_t now)
{
    const std::optional<std::int64_t> start = startMinute(now);
    if (start == m_start)
        return;
    if (m_start && *start < *m_start) // the clock was set back
        return count(spending, 0, now);
    const auto end = spending.lower_bound(*start);
    for (auto at = spending.lower_bound(*m_start); at != end; ++at)
        m_spent -= at->second;
    m_start = start;
}

std::int64_t BudgetLine::capAt(std::int64_t now) const
{
    return m_budget.nanos + (now < m_budget.raiseUntilUs ? m_budget.raiseNanos : 0);
}

std::int64_t BudgetLine::freeAt(std::int64_t now) const
{
    return std::max<std::int64_t>(0, capAt(now) - m_spent - m_reserved);
}

bool BudgetLine::admits(std::int64_t nanos, std::int64_t now) const
{
    const std::int64_t cap = capAt(now);
    return m_spent < cap && nanos <= cap - m_spent - m_reserved;
}

std::optional<std::int64_t> BudgetLine::windowEnd(std::int64_t now) const
{
    return m_window.endAt(now);
}

void BudgetLine::spend(std::int64_t minute, std::int64_t nanos)
{
    if (!m_start || minute >= *m_start)
        m_spent += nanos;
}

bool Ledger::setBudgets(const std::vector<Budget> &budgets, std::int64_t now)
{
    std::vector<BudgetLine> lines;
    for (const Budget &budget : budgets) {
        const std::optional<Window> window = Window::parse(budget.window);
        if (!window)
            return false;
        lines.emplace_back(budget, *window).count(m_spending, m_lifetime, now);
        lines.back().hold(m_reserved);
    }
    m_lines = std::move(lines);
    return true;
}

void Ledger::load(Spending spending, std::int64_t lifetime)
{
    m_spending = std::move(spending);
    m_lifetime = lifetime;
}

const BudgetLine *Ledger::reserve(std::int64_t nanos, std::int64_t now)
{
    for (const BudgetLine &line : lines(now)) {
        if (!line.admits(nanos, now))
            return &line;
    }
    m_reserved += nanos;
    for (BudgetLine &line : m_lines)
        line.hold(nanos);
    return nullptr;
}

void Ledger::settle(std::int64_t reserved, std::int64_t cost, std::int64_t ts)
{
    const std::int64_t minute = ts / microsPerMinute;
    m_reserved -= reserved;
    m_lifetime += cost;
    if (cost > 0) {
        m_spending[minute] += cost;
        m_spending.erase(m_spending.begin(), m_spending.lower_bound(minute - keptMinutes));
    }
    for (BudgetLine &line : m_lines) {
        line.hold(-reserved);
        line.spend(minute, cost);
    }
}

std::int64_t Ledger::spentSince(std::int64_t micros) const
{
    std::int64_t sum = 0;
    for (auto minute = m_spending.lower_bound(micros / microsPerMinute); minute != m_spending.end(); ++minute)
        sum += minute->second;
    return sum;
}

const std::vector<BudgetLine> &Ledger::lines(std::int64_t now)
{
    for (BudgetLine &line : m_lines)
        line.roll(m_spending, now);
    return m_lines;
}

} // namespace proxy
