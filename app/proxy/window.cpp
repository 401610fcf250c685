// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/window.h"
#include "proxy/clock.h"
#include <charconv>
#include <chrono>

namespace proxy {

namespace {

std::int64_t monthStart(std::int64_t micros)
{
    using namespace std::chrono;
    const year_month_day date(floor<days>(sys_time<microseconds>(microseconds(micros))));
    return sys_days(date.year() / date.month() / 1).time_since_epoch().count() * microsPerDay;
}

} // namespace

std::optional<Window> Window::parse(std::string_view text)
{
    if (text == "lifetime")
        return Window(Kind::Lifetime, 0);
    if (text == "day")
        return Window(Kind::Day, 0);
    if (text == "week")
        return Window(Kind::Week, 0);
    if (text == "month")
        return Window(Kind::Month, 0);
    int hours = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, hours);
    if (error != std::errc() || rest + 1 != end || *rest != 'h' || text.front() == '0' || hours < 1 || hours > 8760)
        return {};
    return Window(Kind::Hours, hours);
}

std::optional<std::int64_t> Window::startAt(std::int64_t now) const
{
    const std::int64_t today = now - now % microsPerDay;
    switch (m_kind) {
    case Kind::Lifetime:
        return {};
    case Kind::Day:
        return today;
    case Kind::Week:
        // 1970-01-01 was a Thursday.
        return today - (today / microsPerDay + 3) % 7 * microsPerDay;
    case Kind::Month:
        return monthStart(now);
    case Kind::Hours:
        break;
    }
    return now - m_hours * microsPerHour;
}

std::optional<std::int64_t> Window::endAt(std::int64_t now) const
{
    const std::optional<std::int64_t> start = startAt(now);
    if (!start || rolling())
        return {};
    if (m_kind == Kind::Month)
        return monthStart(*start + 32 * microsPerDay);
    return *start + (m_kind == Kind::Week ? 7 : 1) * microsPerDay;
}

} // namespace proxy
