// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include <charconv>
#include <chrono>
#include <ctime>

namespace proxy {

namespace {

constexpr std::int64_t year0 = -62'167'219'200'000'000;
constexpr std::int64_t year10000 = 253'402'300'800'000'000;

struct Held
{
    bool on = false;
    std::int64_t wall = 0; // 0: not read yet
    std::int64_t steady = 0;
};
thread_local constinit Held held;

template<class Clock>
std::int64_t read(std::int64_t &known)
{
    using namespace std::chrono;
    if (known != 0)
        return known;
    const std::int64_t now = duration_cast<microseconds>(Clock::now().time_since_epoch()).count();
    if (held.on)
        known = now;
    return now;
}

std::tm civil(std::int64_t micros)
{
    // Floor, so that times before 1970 keep their day.
    std::time_t seconds = micros / 1'000'000 - (micros % 1'000'000 < 0 ? 1 : 0);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

// Takes exactly so many digits off the front.
std::optional<int> digits(std::string_view &text, std::size_t count)
{
    int value = 0;
    if (text.size() < count)
        return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc() || end != text.data() + count || text[0] == '-')
        return {};
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view &text, char wanted)
{
    if (text.empty() || text[0] != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> readDate(std::string_view &text)
{
    const auto year = digits(text, 4);
    const bool dash = year && take(text, '-');
    const auto month = dash ? digits(text, 2) : std::nullopt;
    const auto day = month && take(text, '-') ? digits(text, 2) : std::nullopt;
    if (!day)
        return {};
    using namespace std::chrono;
    const year_month_day date{
        std::chrono::year{*year}, std::chrono::month{unsigned(*month)}, std::chrono::day{unsigned(*day)}};
    if (!date.ok())
        return {};
    return sys_days(date).time_since_epoch().count() * microsPerDay;
}

std::int64_t readFraction(std::string_view &text)
{
    std::int64_t micros = 0;
    for (std::int64_t unit = 100'000; !text.empty() && text[0] >= '0' && text[0] <= '9'; unit /= 10) {
        micros += (text[0] - '0') * unit;
        text.remove_prefix(1);
    }
    return micros;
}

std::optional<std::int64_t> readClock(std::string_view &text)
{
    const auto hour = digits(text, 2);
    const auto minute = hour && take(text, ':') ? digits(text, 2) : std::nullopt;
    std::optional<int> second = 0;
    if (minute && take(text, ':'))
        second = digits(text, 2);
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    const std::int64_t fraction = take(text, '.') ? readFraction(text) : 0;
    return (*hour * 3600LL + *minute * 60LL + *second) * 1'000'000 + fraction;
}

std::optional<std::int64_t> readOffset(std::string_view &text)
{
    if (take(text, 'Z'))
        return 0;
    const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
    const auto hours = sign ? digits(text, 2) : std::nullopt;
    const auto minutes = hours && take(text, ':') ? digits(text, 2) : std::nullopt;
    if (!minutes)
        return {};
    return sign * (*hours * 60LL + *minutes) * 60'000'000;
}

} // namespace

std::int64_t wallMicros()
{
    return read<std::chrono::system_clock>(held.wall);
}

std::int64_t steadyMicros()
{
    return read<std::chrono::steady_clock>(held.steady);
}

HeldClocks::HeldClocks()
{
    held = {true, 0, 0};
}

HeldClocks::~HeldClocks()
{
    held = {};
}

void HeldClocks::next()
{
    held.wall = held.steady = 0;
}

std::int64_t steadyMs()
{
    return steadyMicros() / 1000;
}

std::string isoTime(std::int64_t micros)
{
    const std::tm parts = civil(micros);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "-%m-%dT%H:%M:%S", &parts);
    std::string time = std::to_string(10'000 + 1900 + parts.tm_year).substr(1) + std::string(text, length);
    if (const std::int64_t ms = (micros % 1'000'000 + 1'000'000) % 1'000'000 / 1000; ms > 0)
        time += '.' + std::to_string(1000 + ms).substr(1);
    return time + 'Z';
}

std::string isoDate(std::int64_t micros)
{
    return isoTime(micros).substr(0, 10);
}

std::optional<std::int64_t> parseTime(std::string_view text)
{
    const auto day = readDate(text);
    if (!day || text.empty())
        return day;
    const auto clock = take(text, 'T') ? readClock(text) : std::nullopt;
    const auto offset = clock ? readOffset(text) : std::nullopt;
    if (!offset || !text.empty())
        return {};
    const std::int64_t time = *day + *clock - *offset;
    return time >= year0 && time < year10000 ? std::optional(time) : std::nullopt;
}

std::string httpDate(std::int64_t micros)
{
    // The C locale's names, whatever locale the program runs in.
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::tm parts = civil(micros);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%H:%M:%S GMT", &parts);
    const std::string day = std::to_string(100 + parts.tm_mday).substr(1);
    return std::string(days[parts.tm_wday]) + ", " + day + ' ' + months[parts.tm_mon] + ' '
        + std::to_string(1900 + parts.tm_year) + ' ' + std::string(text, length);
}

} // namespace proxy
