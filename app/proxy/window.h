// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace proxy {

// The time span a budget counts over. Calendar windows are UTC, weeks start on Monday.
class Window final
{
public:
    // lifetime, day, week, month, or <N>h with N from 1 to 8760; empty for anything else.
    static std::optional<Window> parse(std::string_view text);

    // First microsecond that counts at this moment; empty for lifetime.
    std::optional<std::int64_t> startAt(std::int64_t nowMicros) const;
    // First microsecond of the next window; empty for lifetime and rolling ones.
    std::optional<std::int64_t> endAt(std::int64_t nowMicros) const;
    bool rolling() const { return m_hours > 0; }

private:
    enum class Kind { Lifetime, Day, Week, Month, Hours };
    Window(Kind kind, int hours) : m_kind(kind), m_hours(hours) {}

    Kind m_kind;
    int m_hours;
};

} // namespace proxy
