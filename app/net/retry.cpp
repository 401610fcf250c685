// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"
#include "base/log.h"
#include "base/wait.h"
#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace net {

static QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> retryAfterOf(const Exchange &exchange)
{
    const QByteArray text = exchange.header("retry-after").trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber && seconds >= 0 && seconds < 1'000'000)
        return std::chrono::seconds(seconds);
    const QDateTime until = httpDate(text);
    const QDateTime sent = httpDate(exchange.header("date"));
    if (!until.isValid())
        return {};
    const qint64 left = (sent.isValid() ? sent : QDateTime::currentDateTimeUtc()).msecsTo(until);
    return std::chrono::milliseconds(qMax<qint64>(left, 0));
}

static bool passing(const Exchange &exchange)
{
    if (exchange.failure)
        return exchange.failure->kind == FailureKind::Network || exchange.failure->kind == FailureKind::Timeout;
    switch (exchange.status) {
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
    case 529:
        return true;
    default:
        return false;
    }
}

std::optional<std::chrono::milliseconds> pauseAfter(
    const Exchange &exchange, int triesDone, double random, const RetryPolicy &policy)
{
    if (triesDone >= policy.attempts || !passing(exchange))
        return {};
    const auto grown = std::min<qint64>(policy.first.count() << std::min(triesDone - 1, 20), policy.longest.count());
    const std::chrono::milliseconds own(qint64(double(grown) * (0.5 + random / 2)));
    const auto asked = retryAfterOf(exchange);
    if (asked && *asked > policy.patience)
        return {};
    return asked ? std::max(*asked, own) : own;
}

Task<Exchange> RetryingHttp::send(Request request)
{
    QElapsedTimer clock;
    clock.start();
    for (int tries = 1;; ++tries) {
        Exchange exchange = co_await m_http.send(request);
        const double random = QRandomGenerator::global()->generateDouble();
        const auto pause = pauseAfter(exchange, tries, random, m_policy);
        const bool patient = clock.elapsed() < m_policy.patience.count(); // who waited out a limit waits once
        if (writes(request) || !pause || !patient)
            co_return exchange;
        qCInfo(gwNet).noquote() << "again in" << pause->count() << "ms:" << request.url.path() << exchange.status;
        co_await Pause(*pause);
    }
}

Task<Exchange> RetryingHttp::stream(Request request, OnFrame onFrame)
{
    return m_http.stream(std::move(request), std::move(onFrame));
}

} // namespace net
