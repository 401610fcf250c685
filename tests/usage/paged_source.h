// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "gateway/facets.h"
#include <algorithm>
#include <QMap>

// A gateway's usage in memory, by pages. Cursors are places in the list. A page is complete when rows follow it or it is
// full; it counts how often each complete page was answered.
class PagedSource : public gateway::UsageSource
{
public:
    explicit PagedSource(QList<UsageRecord> all, qsizetype size = 10) : rows(std::move(all)), pageSize(size) {}

    QList<UsageRecord> rows;
    qsizetype pageSize;
    std::chrono::seconds late{0}; // overlap
    std::chrono::seconds again{0}; // how far back it is read once more
    std::optional<Failure> failure; // of every call, while set
    int failAfter = -1; // calls until `failure` begins; -1: at once
    QStringList asked;
    QMap<QString, int> answered; // complete pages, by cursor

    Task<Result<gateway::UsagePage>> after(QString cursor) override
    {
        asked << cursor;
        co_await Pause(std::chrono::milliseconds(0));
        if (failure && failAfter-- <= 0)
            co_return tl::unexpected<Failure>(*failure);
        const qsizetype start = cursor.isEmpty() ? 0 : cursor.toLongLong();
        if (start > rows.size())
            co_return fail(FailureKind::Rejected, QStringLiteral("unusable cursor"), 400);
        gateway::UsagePage page;
        page.rows = rows.mid(start, pageSize);
        page.next = QString::number(start + page.rows.size());
        page.complete = page.rows.size() == pageSize;
        if (page.complete)
            ++answered[cursor];
        co_return page;
    }
    Task<Result<UsageRecord>> byRequest(QString id) override
    {
        const auto is = [&id](const UsageRecord &row) { return row.requestId == id; };
        const auto found = std::find_if(rows.cbegin(), rows.cend(), is);
        if (found == rows.cend())
            co_return fail(FailureKind::NotFound, id);
        co_return *found;
    }
    std::chrono::seconds overlap() const override { return late; }
    std::chrono::seconds secondLook() const override { return again; }
    QString cursorAt(const QDateTime &at) const override
    {
        const auto first = std::find_if(rows.cbegin(), rows.cend(), [&at](const auto &row) { return row.at >= at; });
        return QString::number(first - rows.cbegin());
    }
};

inline UsageRecord madeRow(int number, const QDateTime &at)
{
    UsageRecord row;
    row.sourceId = QStringLiteral("row-%1").arg(number);
    row.requestId = row.sourceId;
    row.at = at;
    row.atMicros = number % 1000;
    row.key = QStringLiteral("key-%1").arg(number % 5);
    row.alias = QStringLiteral("alias-%1").arg(number % 3);
    row.status = number % 11 ? 200 : 429;
    row.ended = number % 11 ? QStringLiteral("complete") : QStringLiteral("refused");
    row.inputTokens = number;
    row.costNanos = number % 7 ? std::optional<qint64>(number * 1000) : std::nullopt;
    row.currency = row.costNanos ? QStringLiteral("USD") : QString();
    return row;
}

inline QList<UsageRecord> madeRows(int count, const QDateTime &start, int msBetween = 1000)
{
    QList<UsageRecord> rows;
    for (int i = 0; i < count; ++i)
        rows << madeRow(i, start.addMSecs(qint64(i) * msBetween));
    return rows;
}
