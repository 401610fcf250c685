// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage_window.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace gateway {

static QString worded(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

static QDateTime timeIn(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? time.toUTC() : QDateTime();
}

static QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

QString UsageWindow::cursor() const
{
    return worded(from) + u'/' + worded(to) + u'/' + QString::number(page);
}

static UsageWindow opened(const QDateTime &from, const QDateTime &now, const WindowPlan &plan)
{
    const QDateTime settled = now.addSecs(-plan.overlap.count());
    const QDateTime widest = from.addSecs(std::chrono::seconds(plan.span).count());
    const QDateTime end = from < settled ? std::min(widest, settled) : now;
    return {from, std::max(end, from.addSecs(1)), 1};
}

static std::optional<UsageWindow> parsed(const QString &cursor)
{
    const QStringList parts = cursor.split(u'/');
    bool isNumber = false;
    const int page = parts.size() == 3 ? parts[2].toInt(&isNumber) : 0;
    if (!isNumber || page < 1)
        return {};
    UsageWindow window{timeIn(parts[0]), timeIn(parts[1]), page};
    if (!window.from.isValid() || !window.to.isValid() || window.from >= window.to)
        return {};
    return window;
}

std::optional<UsageWindow> windowAt(const QString &cursor, const QDateTime &now, const WindowPlan &plan)
{
    const QDateTime present = wholeSeconds(now);
    if (cursor.isEmpty())
        return opened(present.addSecs(-std::chrono::seconds(plan.history).count()), present, plan);
    if (const QDateTime from = timeIn(cursor); from.isValid())
        return opened(from, present, plan);
    return parsed(cursor);
}

QString cursorFrom(const QDateTime &from)
{
    return worded(from);
}

QString nextPage(UsageWindow window)
{
    ++window.page;
    return window.cursor();
}

QString nextWindow(const UsageWindow &window)
{
    return cursorFrom(window.to);
}

bool reachesNow(const UsageWindow &window, const QDateTime &now, const WindowPlan &plan)
{
    return window.to > wholeSeconds(now).addSecs(-plan.overlap.count());
}

} // namespace gateway
