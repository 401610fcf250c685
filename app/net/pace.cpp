// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pace.h"
#include "base/log.h"
#include "base/wait.h"
#include "net/retry.h"
#include <algorithm>
#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace net {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds margin = 1s; // gateways count in whole seconds, from when a call arrives
constexpr milliseconds firstPause = 1min;
constexpr milliseconds longestPause = 20min;
constexpr int mostTries = 3;
constexpr milliseconds longestAsked = 24h; // a gateway that wants to be left alone for longer is asked again
constexpr milliseconds sharedFrom = 1min; // shorter limits are over before another program comes to count
constexpr milliseconds betweenLooks = 5ms; // at a book that somebody writes in
constexpr int mostLooks = 200;

milliseconds longestWait(const QList<CallLog *> &logs, qint64 nowMs)
{
    milliseconds longest{0};
    for (const CallLog *log : logs)
        longest = std::max(longest, log->state(nowMs).until);
    return longest;
}

milliseconds longestClosed(const QList<CallLog *> &logs, qint64 nowMs)
{
    milliseconds longest{0};
    for (const CallLog *log : logs)
        longest = std::max(longest, log->closed(nowMs));
    return longest;
}

} // namespace

PaceState CallLog::state(qint64 nowMs) const
{
    const auto &times = m_made.times;
    const auto counted = std::ranges::count_if(times, [&](qint64 at) { return at + m_per.count() > nowMs; });
    const bool full = qsizetype(times.size()) >= m_calls;
    const qint64 turn = full ? times.front() + m_per.count() - nowMs : 0;
    const milliseconds until = std::max(milliseconds(std::max<qint64>(turn, 0)), closed(nowMs));
    const int left = closed(nowMs).count() > 0 ? 0 : m_calls - int(counted);
    return {left, m_calls, until};
}

void CallLog::add(qint64 atMs)
{
    m_made.times.insert(std::ranges::upper_bound(m_made.times, atMs), atMs);
    if (qsizetype(m_made.times.size()) > m_calls)
        m_made.times.pop_front();
}

milliseconds CallLog::closed(qint64 nowMs) const
{
    return milliseconds(std::max<qint64>(m_made.closedUntil - nowMs, 0));
}

void CallLog::refused(qint64 nowMs, std::optional<milliseconds> asked)
{
    if (!asked && closed(nowMs).count() > 0)
        return; // one of several that went out together
    const milliseconds last(m_made.lastPause);
    const milliseconds pause = asked.value_or(last.count() == 0 ? firstPause : std::min(last * 2, longestPause));
    if (!asked)
        m_made.lastPause = pause.count();
    m_made.closedUntil = std::max(m_made.closedUntil, nowMs + pause.count());
}

// A clock that was set back leaves times behind that would close the limit for as long.
void CallLog::take(CallsMade made, qint64 nowMs)
{
    const qint64 ahead = nowMs + m_per.count() + longestPause.count();
    std::erase_if(made.times, [ahead](qint64 at) { return at > ahead; });
    while (qsizetype(made.times.size()) > m_calls)
        made.times.pop_front();
    if (made.closedUntil > nowMs + longestAsked.count())
        made.closedUntil = 0;
    made.lastPause = std::clamp<qint64>(made.lastPause, 0, longestPause.count());
    m_made = std::move(made);
}

PacedHttp::PacedHttp(Http &http, QList<Pace> paces, milliseconds patience, CallBook *book)
    : m_http(http), m_paces(std::move(paces)), m_patience(patience), m_book(book)
{
    m_clock.start();
    for (const Pace &pace : m_paces)
        m_logs.emplace(pace.lane, CallLog(pace.calls, pace.per + margin));
}

QList<CallLog *> PacedHttp::logsOf(const QByteArray &lane)
{
    QList<CallLog *> logs;
    for (const QByteArray &name : QList<QByteArray>{lane, {}})
        if (const auto found = m_logs.find(name); found != m_logs.end() && !logs.contains(&found->second))
            logs << &found->second;
    return logs;
}

PaceState PacedHttp::state(const QByteArray &lane) const
{
    const auto found = m_logs.find(lane);
    return found == m_logs.end() ? PaceState() : found->second.state(m_clock.elapsed());
}

QList<LaneState> PacedHttp::lanes() const
{
    QList<LaneState> states;
    for (const Pace &pace : m_paces)
        states << LaneState{pace, state(pace.lane)};
    return states;
}

static Exchange tooManyCalls(milliseconds wait)
{
    Exchange refused;
    const qint64 seconds = (wait.count() + 999) / 1000;
    refused.failure = Failure{FailureKind::RateLimited,
        u"not sent: the gateway's limit on these calls is used up for another %1 s"_s.arg(seconds), 0};
    return refused;
}

milliseconds PacedHttp::patienceOf(const Request &request) const
{
    const auto general = std::ranges::find_if(m_paces, [](const Pace &pace) { return pace.lane.isEmpty(); });
    if (writes(request) || !request.lane.isEmpty() || general == m_paces.end())
        return m_patience;
    return std::max(m_patience, general->per + margin);
}

// The book has the clock of all programs, our logs that of this one.
static CallsMade shifted(CallsMade made, qint64 byMs)
{
    for (qint64 &at : made.times)
        at += byMs;
    if (made.closedUntil != 0)
        made.closedUntil += byMs;
    return made;
}

void PacedHttp::countWithOthers(CallsByLane &all, const std::function<void()> &count)
{
    const qint64 now = m_clock.elapsed();
    const qint64 apart = QDateTime::currentMSecsSinceEpoch() - now;
    for (auto &[lane, log] : m_logs)
        if (log.per() >= sharedFrom)
            log.take(shifted(all[lane], -apart), now);
    count();
    for (const auto &[lane, log] : m_logs)
        if (log.per() >= sharedFrom)
            all[lane] = shifted(log.made(), apart);
}

// Counts in the book, or alone where there is none or it stays taken.
Task<> PacedHttp::together(std::function<void()> count)
{
    const auto change = [this, &count](CallsByLane &all) { countWithOthers(all, count); };
    CallBook::Opened opened = m_book ? m_book->open(change) : CallBook::Opened::Never;
    for (int looks = 1; opened == CallBook::Opened::Busy && looks < mostLooks; ++looks) {
        co_await Pause(betweenLooks);
        opened = m_book->open(change);
    }
    if (opened != CallBook::Opened::Done)
        count();
}

// Empty: the turn has come. Else how long that would take, which is too long.
Task<std::optional<milliseconds>> PacedHttp::turn(QList<CallLog *> logs, milliseconds patience)
{
    milliseconds wait{0};
    const auto take = [&] {
        wait = longestWait(logs, m_clock.elapsed());
        for (CallLog *log : logs)
            if (wait <= patience)
                log->add(m_clock.elapsed() + wait.count());
    };
    const auto lookAgain = [&] { wait = longestClosed(logs, m_clock.elapsed()); }; // another call may have been refused
    co_await together(take);
    while (wait.count() > 0 && wait <= patience) {
        qCInfo(gwNet).noquote() << "the gateway's limit on calls: the next goes out in" << wait.count() << "ms";
        co_await Pause(wait);
        co_await together(lookAgain);
    }
    if (wait > patience)
        co_return wait;
    co_return std::nullopt;
}

// Only a bare 429 says nothing: one with a reason is over soon, or is not about the number of calls.
static std::optional<milliseconds> pauseAskedBy(const Exchange &exchange)
{
    const auto asked = retryAfterOf(exchange);
    return asked || exchange.body.trimmed().isEmpty() ? asked : 1s;
}

Task<> PacedHttp::note(CallLog *log, int status, std::optional<milliseconds> asked)
{
    const auto close = [this, log, asked] { log->refused(m_clock.elapsed(), asked); };
    const auto open = [log] { log->served(); };
    if (status == 429)
        co_await together(close);
    else if (log->made().lastPause != 0)
        co_await together(open);
}

Task<Exchange> PacedHttp::send(Request request)
{
    const QList<CallLog *> logs = logsOf(request.lane);
    if (logs.isEmpty())
        co_return co_await m_http.send(std::move(request));
    const milliseconds patience = patienceOf(request);
    for (int tries = 1;; ++tries) {
        const auto tooLong = co_await turn(logs, patience);
        if (tooLong)
            co_return tooManyCalls(*tooLong);
        Exchange exchange = co_await m_http.send(request);
        const auto asked = pauseAskedBy(exchange);
        co_await note(logs.first(), exchange.status, asked);
        const bool again = exchange.status == 429 && !writes(request) && tries < mostTries;
        if (!again || longestWait(logs, m_clock.elapsed()) > patience)
            co_return exchange;
    }
}

Task<Exchange> PacedHttp::stream(Request request, OnFrame onFrame)
{
    return m_http.stream(std::move(request), std::move(onFrame));
}

std::optional<Exchange> ReadOnlyHttp::refusal(const Request &request) const
{
    if (!m_locked || !writes(request))
        return {};
    Exchange refused;
    refused.failure = Failure{FailureKind::Locked, u"not sent: the connection is marked read-only"_s, 0};
    return refused;
}

Task<Exchange> ReadOnlyHttp::send(Request request)
{
    if (auto refused = refusal(request))
        co_return *refused;
    co_return co_await m_http.send(std::move(request));
}

Task<Exchange> ReadOnlyHttp::stream(Request request, OnFrame onFrame)
{
    if (auto refused = refusal(request))
        co_return *refused;
    co_return co_await m_http.stream(std::move(request), std::move(onFrame));
}

} // namespace net
