// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include "proxy/window.h"
#include <map>

namespace proxy {

// What a key spent, by minute since 1970.
using Spending = std::map<std::int64_t, std::int64_t>;

// One budget with what was spent in its window and what running calls hold back. Rolling windows end on whole minutes.
class BudgetLine final
{
public:
    BudgetLine(Budget budget, Window window) : m_budget(std::move(budget)), m_window(window) {}

    // Counts the window anew.
    void count(const Spending &spending, std::int64_t lifetime, std::int64_t now);
    // Forgets what has left the window.
    void roll(const Spending &spending, std::int64_t now);
    // Room for a call of at most this cost? A spent cap has no room for free calls either.
    bool admits(std::int64_t nanos, std::int64_t now) const;
    // The cap with its raise, if that still runs.
    std::int64_t capAt(std::int64_t now) const;
    std::int64_t freeAt(std::int64_t now) const;
    // When the window ends; empty for lifetime and rolling ones.
    std::optional<std::int64_t> windowEnd(std::int64_t now) const;
    // Counts a cost of a call that arrived in that minute.
    void spend(std::int64_t minute, std::int64_t nanos);
    void hold(std::int64_t nanos) { m_reserved += nanos; }

    const Budget &budget() const { return m_budget; }
    std::int64_t spent() const { return m_spent; }
    std::int64_t reserved() const { return m_reserved; }
    // First microsecond of the window; empty for lifetime.
    std::optional<std::int64_t> windowStart() const;

private:
    std::optional<std::int64_t> startMinute(std::int64_t now) const;

    Budget m_budget;
    Window m_window;
    std::optional<std::int64_t> m_start; // minute
    std::int64_t m_spent = 0;
    std::int64_t m_reserved = 0;
};

// The caps of one key. A call reserves its price bound before it runs and settles its real cost after: caps are exact.
class Ledger final
{
public:
    // Replaces the budgets; false, and nothing changed, when a window does not parse.
    bool setBudgets(const std::vector<Budget> &budgets, std::int64_t now);
    // Counts what was spent before this start, once, before setBudgets().
    void load(Spending spending, std::int64_t lifetime);

    // The budget that has no room, or nothing when the amount is now held back.
    const BudgetLine *reserve(std::int64_t nanos, std::int64_t now);
    // Gives back the reservation and counts the cost of a call that arrived at ts.
    void settle(std::int64_t reserved, std::int64_t cost, std::int64_t ts);

    const std::vector<BudgetLine> &lines(std::int64_t now);
    std::int64_t spent() const { return m_lifetime; }
    // Of calls that arrived at that moment or later; it may lie a year back.
    std::int64_t spentSince(std::int64_t micros) const;
    std::int64_t reserved() const { return m_reserved; }

private:
    std::vector<BudgetLine> m_lines;
    Spending m_spending;
    std::int64_t m_lifetime = 0;
    std::int64_t m_reserved = 0;
};

} // namespace proxy
